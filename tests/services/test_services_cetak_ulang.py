"""Every document leads back to itself from what the print log keeps of it."""

from __future__ import annotations

import io
import json

import pypdfium2
import pytest

from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.printing import daftar
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.services.cetak_ulang import CetakUlangService, list_kertas
from sooko_desk.services.pencetakan import CatatanCetak


@pytest.fixture
def ulang(kantor):
    return CetakUlangService(kantor.meja)


def _ukuran(dokumen):
    with pypdfium2.PdfDocument(io.BytesIO(dokumen.isi)) as pdf:
        return sorted(round(sisi * 25.4 / 72) for sisi in pdf.get_page_size(0))


@pytest.fixture
def bangun(kantor):
    """Kind of document to what builds it from a case."""
    meja, cetak = kantor.meja, kantor.meja.pencetakan

    def kurang(satu):
        kantor.gerak(satu, "periksa", "tidak_lengkap", alasan="Berkas kurang")
        return meja.cetak_kekurangan.build_lembar((satu.ringkasan.id,))

    def register(satu):
        kantor.sampai(satu, "serahkan")
        return meja.buku.build("KK", 2026)

    def kepatuhan_bulan(satu):
        kantor.sampai(satu, "serahkan")
        return meja.kepatuhan.build_bulan("KK", 2026, 11)

    return {
        "tanda_bukti": lambda satu: cetak.build_tanda_bukti(satu.ringkasan.id),
        "register": register,
        "lembar_sop": lambda _satu: cetak.build_lembar_sop(kantor.sop()),
        "lembar_kekurangan": kurang,
        "daftar_asli": lambda _satu: meja.cetak_kekurangan.build_daftar_asli(),
        "lembar_kepatuhan": lambda satu: meja.kepatuhan.build_permohonan(satu.ringkasan.id),
        "lembar_kepatuhan bulan": kepatuhan_bulan,
        "cerita": lambda satu: meja.cetak_cerita.build_cerita(satu.ringkasan.id),
        "daftar_belum_diambil": lambda satu: meja.pengambilan.build_daftar([satu.ringkasan.id], ""),
        "f102": lambda _satu: meja.cetak_formulir.build_kosong(KodeFormulir.F102),
    }


KASUS = (
    *("tanda_bukti", "register", "lembar_sop", "lembar_kekurangan", "daftar_asli"),
    *("lembar_kepatuhan", "lembar_kepatuhan bulan", "cerita", "daftar_belum_diambil", "f102"),
)


@pytest.mark.parametrize("jenis", KASUS)
def test_the_same_document_is_built_again(kantor, ulang, bangun, jenis):
    dokumen = bangun[jenis](kantor.terima())
    assert json.loads(dokumen.rujukan)["dokumen"] == dokumen.id == jenis.split()[0]
    assert ulang.can_build(dokumen.rujukan)
    lagi = ulang.build(dokumen.rujukan)
    assert lagi.isi == dokumen.isi
    assert lagi.judul == dokumen.judul


@pytest.mark.parametrize("jenis", KASUS)
def test_it_is_built_for_every_paper_that_it_has_a_layout_for(kantor, ulang, bangun, jenis):
    dokumen = bangun[jenis](kantor.terima())
    for kertas in list_kertas(dokumen.id):
        jadi = ulang.build(dokumen.rujukan, kertas)
        assert _ukuran(jadi) == [kertas.lebar, kertas.tinggi]


def test_the_papers_are_those_of_the_documents_themselves():
    for nama, dokumen in daftar.DAFTAR.items():
        assert list_kertas(nama) == dokumen.kertas, nama


def test_forms_filled_from_a_case_and_the_hand_over_lead_back(kantor, ulang):
    satu = kantor.terima()
    rujukan = json.dumps({"dokumen": "f102", "permohonan": satu.ringkasan.id})
    dokumen = ulang.build(rujukan)
    assert dokumen.rujukan == rujukan.replace(" ", "")
    with pytest.raises(RuleError, match="belum diserahkan"):
        ulang.build(json.dumps({"dokumen": "tanda_terima", "permohonan": [satu.ringkasan.id]}))
    with pytest.raises(RuleError):
        ulang.build(json.dumps({"dokumen": "daftar_pengiriman", "kiriman": 99}))


@pytest.mark.parametrize(
    "isi",
    [
        {"dokumen": "blangko", "token": "tidak ada"},
        {"dokumen": "buku_harian", "tanggal": "2026-11-20"},
    ],
)
def test_what_was_never_made_is_refused_by_its_own_builder(ulang, isi):
    assert ulang.can_build(json.dumps(isi))
    with pytest.raises((RuleError, UserError)):
        ulang.build(json.dumps(isi))


def test_a_monthly_report_leads_back(kantor, ulang):
    isi = {"dokumen": "laporan_bulanan", "tahun": 2026, "bulan": 11}
    assert ulang.build(json.dumps(isi)).id == "laporan_bulanan"
    assert ulang.build(json.dumps(isi | {"dokumen": "berita_acara"})).id == "berita_acara"


@pytest.mark.parametrize("rujukan", ["", "bukan json", "[1]", "{}", '{"dokumen":"lain"}'])
def test_a_reference_that_leads_nowhere_is_told(ulang, rujukan):
    assert not ulang.can_build(rujukan)
    with pytest.raises(RuleError, match="tempat asalnya"):
        ulang.build(rujukan)


def test_the_log_keeps_reason_paper_reference_and_what_is_repeated(kantor):
    cetak = kantor.meja.pencetakan
    dua = [kantor.terima().ringkasan.id, kantor.terima().ringkasan.id]
    dokumen = cetak.build_tanda_bukti_bersama(dua)
    gagal = cetak.catat(dokumen, "Loket", 1, "gagal", kantor.operator)
    assert set(gagal) == set(dua)
    lain = CatatanCetak("Rusak", "A5", gagal)
    cetak.catat(dokumen, "Loket", 1, "tercetak", kantor.operator, lain)
    for baris in cetak.list_cetakan(SaringCetakan(hasil="tercetak")):
        assert (baris.alasan, baris.kertas, baris.rujukan) == ("Rusak", "A5", dokumen.rujukan)
        assert baris.ulang_dari == gagal[baris.permohonan_id]
    lagi = cetak.build_tanda_bukti_bersama(dua)
    assert (dokumen.salinan, lagi.salinan) == (0, 1)

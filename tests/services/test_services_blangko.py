"""The power-cut pad: who reserves and voids, what is printed, and how a slip is typed in."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NAMA_OPERATOR, NIK, SENIN_PAGI, list_tanda, make_form, make_meja
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf_baca import page_texts

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.data.tabel_buku import TabelNomorCadangan
from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError, UserError
from sooko_desk.domain.waktu import JamTetap, ke_wib
from sooko_desk.printing.kertas import A5
from sooko_desk.services.blangko import BERKAS_TERBANYAK, list_berkas_lazim, sebut_blangko
from sooko_desk.services.cetak_ulang import CetakUlangService


def pesan(kantor, token="a", banyak=4, layanan="KK"):
    return kantor.meja.blangko.pesan(token, layanan, banyak, kantor.kasi)


def isi(slip, tanggal="23/11/2026", pukul="09.05", **ganti):
    """The form of a slip, as the operator types it."""
    return make_form(
        slip.layanan,
        blangko=slip.kode_pindai,
        blangko_tanggal=tanggal,
        blangko_pukul=pukul,
        **ganti,
    )


def ketik(kantor, form):
    return kantor.meja.penerimaan.terima(form, kantor.operator, peringatan_dilihat=True)


def list_urut(kantor):
    """Every number of the receipt book: given out, or reserved and not used."""
    dipakai = {n.urut for n in TabelNomor.select().where(TabelNomor.buku == "tanda_bukti")}
    return sorted(dipakai | {c.urut for c in TabelNomorCadangan.select()})


# -- reserving and voiding


def test_the_kasi_reserves_and_the_same_press_twice_reserves_once(kantor):
    slip = pesan(kantor)
    assert pesan(kantor) == slip
    assert [s.kode_pindai for s in slip] == [f"TB-KK-2026-0000{n}" for n in (1, 2, 3, 4)]
    assert slip[0].nomor == "471.14/TB-1/416-313/2026"
    assert sebut_blangko(slip) == "Blangko TB-KK-2026-00001 sampai 00004"
    assert sebut_blangko(slip[:1]) == "Blangko TB-KK-2026-00001"
    assert [b.slip for b in kantor.meja.blangko.list_terbuka()] == list(slip)


@pytest.mark.parametrize(
    ("layanan", "banyak", "bidang"),
    [
        ("", 4, {"layanan"}),
        ("KK", 0, {"banyak"}),
        ("KK", 51, {"banyak"}),
        ("X", 0, {"layanan", "banyak"}),
    ],
)
def test_a_wrong_order_is_told_beside_the_field(kantor, layanan, banyak, bidang):
    with pytest.raises(FieldsError) as galat:
        pesan(kantor, banyak=banyak, layanan=layanan)
    assert set(galat.value.per_field) == bidang
    assert kantor.meja.blangko.list_terbuka() == ()


def test_fifty_slips_are_the_most_of_one_pad(kantor):
    assert len(pesan(kantor, banyak=50)) == 50


def test_an_operator_neither_reserves_nor_voids(kantor):
    blangko = kantor.meja.blangko
    with pytest.raises(RuleError, match="Hanya Kasi"):
        blangko.pesan("a", "KK", 1, kantor.operator)
    [slip] = pesan(kantor, banyak=1)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        blangko.batalkan(slip.id, "Sobek", kantor.operator)
    assert len(blangko.list_terbuka()) == 1


def test_a_slip_is_voided_with_a_reason_that_can_be_printed(kantor):
    blangko = kantor.meja.blangko
    satu, dua, *_ = pesan(kantor)
    for alasan, kalimat in (("  ", "Tulis alasannya"), ("a" * 121, "paling banyak 120 huruf")):
        with pytest.raises(FieldsError) as galat:
            blangko.batalkan(satu.id, alasan, kantor.kasi)
        assert kalimat in galat.value.per_field["alasan"]
    with pytest.raises(UserError, match="Alasan memuat gambar/emoji"):
        blangko.batalkan(satu.id, "Sobek 😀", kantor.kasi)
    batal = blangko.batalkan(satu.id, " Lembar   sobek ", kantor.kasi)
    assert (batal.akhir, batal.alasan) == ("batal", "Lembar sobek")
    assert blangko.list_terbuka()[0].slip == dua


def test_the_age_of_a_slip_is_in_days_and_never_below_nought(kantor):
    pesan(kantor, banyak=1)
    for hari, umur in ((0, 0), (3, 3), (-2, 0)):
        kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=hari))
        [baris] = kantor.meja.blangko.list_terbuka()
        assert baris.umur == umur


# -- looking a slip up


def test_a_slip_is_found_and_refused_where_it_cannot_be_typed_in(kantor):
    blangko = kantor.meja.blangko
    satu, dua, tiga, _ = pesan(kantor)
    assert blangko.find(satu.kode_pindai) == satu
    assert blangko.find("TB-KK-2026-00009") is None
    blangko.check_susulan(satu, kantor.operator)
    with pytest.raises(RuleError, match="Ganti petugas dengan F12"):
        blangko.check_susulan(satu, kantor.kasi)
    blangko.batalkan(dua.id, "Sobek", kantor.kasi)
    with pytest.raises(RuleError, match="00002 sudah dibatalkan: Sobek"):
        blangko.check_susulan(blangko.find(dua.kode_pindai), kantor.operator)
    ketik(kantor, isi(tiga))
    with pytest.raises(RuleError, match="00003 sudah diketik"):
        blangko.check_susulan(blangko.find(tiga.kode_pindai), kantor.operator)
    with pytest.raises(RuleError, match="Tidak ada SOP SIM"):
        blangko.check_susulan(replace(satu, layanan="SIM"), kantor.operator)


def test_the_next_slip_of_the_pad_skips_what_is_done(kantor):
    blangko = kantor.meja.blangko
    satu, dua, tiga, empat = pesan(kantor)
    pesan(kantor, "b", 1)
    blangko.batalkan(dua.id, "Sobek", kantor.kasi)
    assert blangko.find_berikut(satu.kode_pindai) == tiga
    assert blangko.find_berikut(empat.kode_pindai) is None
    assert blangko.find_berikut("TB-KK-2026-09999") is None


# -- printing


def test_a_pad_is_printed_again_without_new_numbers_and_says_that_it_is_a_copy(kantor):
    blangko, pencetakan = kantor.meja.blangko, kantor.meja.pencetakan
    slip = pesan(kantor)
    dokumen = blangko.build("a")
    assert (dokumen.id, dokumen.salinan) == ("blangko", 0)
    assert dokumen.judul == "Blangko TB-KK-2026-00001 sampai 00004"
    assert dokumen.nama_berkas == "blangko-TB-KK-2026-00001.pdf"
    assert len(page_texts(dokumen.isi)) == 4
    pencetakan.catat(dokumen, "Printer", 1, "gagal", kantor.operator)
    assert blangko.build("a").salinan == 0
    pencetakan.catat(dokumen, "Printer", 1, "tercetak", kantor.operator)
    pesan(kantor, "b", 1)
    assert blangko.build("b").salinan == 0
    blangko.batalkan(slip[0].id, "Sobek", kantor.kasi)
    ketik(kantor, isi(slip[1]))
    lagi = CetakUlangService(kantor.meja).build(dokumen.rujukan, A5)
    halaman = page_texts(lagi.isi)
    assert lagi.salinan == 1
    assert len(halaman) == 4  # two slips are left, two halves each
    assert all("SALINAN ke-1" in teks for teks in halaman)
    assert len(blangko.list_terbuka()) == 3


def test_a_pad_that_is_done_or_has_no_sop_is_not_printed(kantor):
    blangko = kantor.meja.blangko
    [slip] = pesan(kantor, banyak=1)
    blangko.batalkan(slip.id, "Sobek", kantor.kasi)
    for token in ("a", "tidak ada"):
        with pytest.raises(RuleError, match="sudah diketik atau dibatalkan"):
            blangko.build(token)
    [lain] = pesan(kantor, "b", 1)
    TabelNomorCadangan.insert(
        token="c",
        layanan="SIM",
        buku="tanda_bukti",
        tahun=2026,
        urut=1,
        nomor="SIM-1",
        kode_pindai="TB-SIM-2026-00001",
        petugas=kantor.kasi.id,
        waktu="2026-11-23T02:05:00.000000Z",
    ).execute()
    with pytest.raises(RuleError, match="Tidak ada SOP SIM"):
        blangko.build("c")
    assert blangko.build("b").isi
    assert lain.urut == 2


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_a_slip_lists_every_reason_and_the_papers_asked_for_most(kantor, layanan):
    sop = kantor.sop(layanan)
    pesan(kantor, banyak=1, layanan=layanan)
    [halaman] = page_texts(kantor.meja.blangko.build("a").isi)
    teks = " ".join(halaman.split())
    assert all(f"{jenis.kode} {jenis.nama}" in teks for jenis in sop.jenis)
    berkas = list_berkas_lazim(sop)
    assert len(berkas) <= BERKAS_TERBANYAK
    assert "F-1.02 diisi dan ditandatangani pemohon" in berkas[:2]
    assert all(nama in teks for nama in berkas)


# -- the late entry


def test_a_late_entry_begins_its_sop_clock_at_the_time_on_the_paper(kantor):
    clock, meja = kantor.clock, kantor.meja
    satu, dua, *_ = pesan(kantor)
    clock.maju(180)
    form = isi(dua, pukul="9.30")
    form = replace(form, berkas=list_tanda(kantor.sop(), form.jenis))
    kasus = ketik(kantor, form)
    r = kasus.ringkasan
    saat = SENIN_PAGI.replace(hour=9, minute=30)
    assert (r.nomor_tanda_bukti, r.kode_pindai) == (dua.nomor, dua.kode_pindai)
    assert (r.diterima, r.posisi_sejak, kasus.riwayat[0].waktu) == (saat,) * 3
    assert {b.diterima for b in kasus.berkas if b.ada} == {saat}
    assert kasus.riwayat[0].rincian == {
        "Entri susulan": f"blangko {dua.kode_pindai}, diketik 23/11/2026 12.05 oleh {NAMA_OPERATOR}"
    }
    biasa = kantor.terima(nik="3516131708459002", nama="Orang Kedua")
    assert biasa.riwayat[0].rincian == {}
    terlama, baru = meja.alur.list_antrean(frozenset({"kelengkapan"}))
    assert (terlama.ringkasan.id, baru.ringkasan.id) == (r.id, biasa.ringkasan.id)
    assert (terlama.waktu.menit, baru.waktu.menit) == (150, 0)  # the break begins at 12.00
    assert ketik(kantor, form) == kasus
    assert [b.slip for b in meja.blangko.list_terbuka()] == [satu, *pesan(kantor)[2:]]


@pytest.mark.parametrize(
    ("tanggal", "pukul", "salah"),
    [
        ("", "09.30", {"blangko_tanggal": "Tanggal belum diisi"}),
        ("31/11/2026", "", {"blangko_tanggal": "sampai tanggal 30", "blangko_pukul": "Jam belum"}),
        ("23/11/2026", "25", {"blangko_pukul": "bukan jam"}),
        ("23/11/2026", "09.04", {"blangko_pukul": "baru dipesan 23/11/2026 09.05"}),
        ("20/11/2026", "09.30", {"blangko_tanggal": "baru dipesan 23/11/2026 09.05"}),
        ("23/11/2026", "10.06", {"blangko_pukul": "Belum terjadi; sekarang 23/11/2026 10.05"}),
        ("24/11/2026", "08.00", {"blangko_tanggal": "Belum terjadi"}),
    ],
)
def test_the_time_lies_between_the_reservation_and_now(kantor, tanggal, pukul, salah):
    [slip] = pesan(kantor, banyak=1)
    kantor.clock.maju(60)
    form = isi(slip, tanggal, pukul)
    assert set(kantor.meja.penerimaan.periksa(form).galat) == set(salah)
    with pytest.raises(FieldsError) as galat:
        ketik(kantor, form)
    for bidang, kalimat in salah.items():
        assert kalimat in galat.value.per_field[bidang]
    assert len(kantor.meja.blangko.list_terbuka()) == 1


def test_the_minute_of_the_reservation_itself_is_not_before_it(kantor):
    kantor.clock.atur(SENIN_PAGI.replace(second=40))
    [slip] = pesan(kantor, banyak=1)
    assert ketik(kantor, isi(slip)).ringkasan.diterima == SENIN_PAGI.replace(second=40)


def test_a_letter_of_the_village_is_not_younger_than_the_paper(kantor):
    [slip] = pesan(kantor, banyak=1)
    kantor.clock.maju(24 * 60)
    with pytest.raises(FieldsError) as galat:
        ketik(kantor, isi(slip, pengantar_nomor="1", pengantar_tanggal="24/11/2026"))
    assert set(galat.value.per_field) == {"pengantar_tanggal"}


def test_what_is_to_be_looked_at_is_told_for_a_slip_too(kantor):
    [slip] = pesan(kantor, banyak=1)
    form = isi(slip, nkk=NIK)
    with pytest.raises(PeringatanError):
        kantor.meja.penerimaan.terima(form, kantor.operator)
    assert len(kantor.meja.blangko.list_terbuka()) == 1


def test_a_slip_that_is_unknown_voided_used_or_anothers_stores_nothing(kantor):
    satu, dua, tiga, _ = pesan(kantor)
    kantor.meja.blangko.batalkan(satu.id, "Sobek", kantor.kasi)
    ketik(kantor, isi(dua))
    asing = replace(isi(tiga), blangko="TB-KK-2026-09999")
    with pytest.raises(FieldsError) as galat:
        ketik(kantor, asing)
    assert "tidak ada dalam register" in galat.value.per_field["blangko_tanggal"]
    for form, kalimat in (
        (isi(satu), "sudah dibatalkan"),
        (isi(dua), "sudah dipakai"),
        (replace(isi(tiga), layanan="KTP", jenis="II.A"), "milik layanan KK"),
    ):
        with pytest.raises(RuleError, match=kalimat):
            ketik(kantor, form)
    assert len(kantor.meja.blangko.list_terbuka()) == 2


LANGKAH = st.lists(
    st.tuples(st.sampled_from(("pesan", "ketik", "batal", "biasa")), st.integers(0, 4)), max_size=12
)


@settings(max_examples=15)
@given(langkah=LANGKAH)
def test_whatever_the_order_every_number_is_a_case_or_a_slip(langkah):
    with tempfile.TemporaryDirectory() as folder:
        kantor = make_meja(Path(folder), JamTetap(SENIN_PAGI))
        try:
            for nomor, (apa, pilih) in enumerate(langkah):
                _satu_langkah(kantor, f"{nomor}", apa, pilih)
            urut = list_urut(kantor)
        finally:
            kantor.store.close()
    assert urut == list(range(1, len(urut) + 1))


def _satu_langkah(kantor, token, apa, pilih):
    terbuka = [b.slip for b in kantor.meja.blangko.list_terbuka()]
    kantor.clock.maju(1)
    if apa == "pesan":
        pesan(kantor, token, pilih + 1)
    elif apa == "biasa":
        kantor.terima()
    elif terbuka:
        slip = terbuka[pilih % len(terbuka)]
        if apa == "ketik":
            saat = ke_wib(slip.waktu)
            ketik(kantor, isi(slip, f"{saat:%d/%m/%Y}", f"{saat:%H.%M}"))
        else:
            kantor.meja.blangko.batalkan(slip.id, "Sobek", kantor.kasi)

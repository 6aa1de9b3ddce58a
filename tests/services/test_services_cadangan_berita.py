"""The berita acara pencadangan: what stands on it, for which months, and who signs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import NAMA_OPERATOR, SENIN_PAGI, make_meja
from printing.pdf_baca import page_texts

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services import cadangan, cadangan_riwayat
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.services.cadangan_tempat import Volume


@pytest.fixture
def berita(kantor):
    return kantor.meja.berita_acara


@pytest.fixture
def tempat(kantor, tmp_path):
    """An office stick."""
    folder = tmp_path / "stik"
    folder.mkdir()
    volume = Volume(folder, "", 9_000_000_000)
    kantor.volume.append(volume)
    return kantor.meja.jaga.tempat.siapkan_tandai(volume)()


def cadangkan(kantor, tempat, petugas=None):
    otomatis = kantor.meja.jaga.otomatis
    hasil = otomatis.siapkan((tempat,), Kemajuan()).jalankan()
    otomatis.catat(hasil, petugas, Sebab.OTOMATIS)


def teks(berita, tahun=2026, bulan=11):
    return " ".join("\n".join(page_texts(berita.build_dokumen(tahun, bulan).isi)).split())


def test_a_month_without_a_backup_says_so(kantor, berita):
    isi = teks(berita)
    assert "Cadangan selesai tidak ada" in isi
    assert "Cadangan terakhir" not in isi
    assert isi.count("Tidak ada.") == 4
    assert NAMA_OPERATOR in isi


def test_what_was_made_read_again_and_refused_stands_on_it(kantor, berita, tempat):
    kantor.terima()
    cadangkan(kantor, tempat, kantor.operator)
    otomatis = kantor.meja.jaga.otomatis
    register = next(tempat.folder.rglob("register-*.db"))
    for rusak in (False, True):
        if rusak:
            register.write_bytes(b"x" * 9000)
        lama = otomatis.siapkan_periksa(tempat, Kemajuan())()
        otomatis.catat_periksa(lama, kantor.operator)
    kantor.meja.jaga.cadangan.catat_gagal(tempat, "Flashdisk penuh.", None, Sebab.TUTUP)
    isi = teks(berita)
    catatan = kantor.meja.jaga.cadangan.terakhir
    for kata in (
        "Cadangan selesai 1, ke 1 tempat",
        "Gagal atau rusak 2",
        "1 permohonan, 1 catatan riwayat, 0 pindaian",
        catatan.isi.rantai,
        f"otomatis, {NAMA_OPERATOR}",
        "utuh: 1 permohonan",
        "rusak: lihat di bawah",
        "Flashdisk penuh. program ditutup",
        kantor.store.kunci.kantor,
        "dibuat Senin, 23 November 2026 pukul 09.05 WIB",
    ):
        assert kata in isi, kata
    assert isi.count("000001-2026-11-23-090500") == 5  # the sentence names the file, too


def test_scans_that_were_left_out_and_a_register_without_chain_are_told(
    kantor, berita, tempat, monkeypatch
):
    asli = cadangan.HasilCadangan.catatan

    def tanpa(self, sebab):
        return replace(asli(self, sebab), rantai="", urut=0, tidak_ikut=3)

    monkeypatch.setattr(cadangan.HasilCadangan, "catatan", tanpa)
    cadangkan(kantor, tempat)
    isi = teks(berita)
    assert "3 pindaian tidak ikut" in isi
    assert "Kepala rantai" not in isi


def test_the_operator_who_made_the_last_one_signs(kantor, berita, tempat):
    cadangkan(kantor, tempat, kantor.operator)
    cadangkan(kantor, tempat, kantor.kasi)
    assert berita._operator(kantor.meja.jaga.riwayat.list_terbaru()) == NAMA_OPERATOR


def test_years_and_months_begin_with_the_first_backup(kantor, berita, tempat):
    assert berita.list_tahun() == (2026,)
    kantor.clock.atur(SENIN_PAGI - dt.timedelta(days=365))
    cadangkan(kantor, tempat)
    cadangkan(kantor, tempat)
    kantor.clock.atur(SENIN_PAGI)
    cadangkan(kantor, tempat)
    assert berita.list_tahun() == (2026, 2025)
    assert berita.list_bulan(2026) == (*(0,) * 10, 1)
    assert berita.list_bulan(2025) == (*(0,) * 10, 2, 0)
    assert "Sooko, 30 November 2025" in teks(berita, 2025)


def test_a_year_that_lies_many_backups_back_can_be_chosen(
    kantor, berita, tempat, tmp_path, clock, monkeypatch
):
    monkeypatch.setattr(cadangan_riwayat, "_DIINGAT", 2)
    clock.atur(SENIN_PAGI - dt.timedelta(days=365))
    cadangkan(kantor, tempat)
    clock.atur(SENIN_PAGI)
    for _ in range(2):
        cadangkan(kantor, tempat)
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", clock)
    assert lagi.meja.berita_acara.list_tahun() == (2026, 2025)
    lagi.store.close()


def test_a_month_to_come_is_refused(berita):
    with pytest.raises(RuleError, match="Desember 2026 belum tiba"):
        berita.build_dokumen(2026, 12)


def test_the_paper_is_built_again_from_the_print_log(kantor, berita):
    dokumen = berita.build_dokumen(2026, 11)
    assert dokumen.judul == "Berita acara pencadangan November 2026"
    assert dokumen.nama_berkas == "berita-acara-pencadangan-2026-11.pdf"
    assert dokumen.rujukan == '{"dokumen":"berita_acara","tahun":2026,"bulan":11}'

"""Where automatic backups go: sticks known by their mark, a second folder, and how often."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from builders import NAMA_OPERATOR, make_meja
from services.cadangan_stik_uji import LEGA, cari, pasang, tandai

from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.services import cadangan_riwayat
from sooko_desk.services.cadangan_riwayat import Apa
from sooko_desk.services.cadangan_tempat import TIAP, Temuan, Volume


@pytest.fixture
def jaga(kantor):
    return kantor.meja.jaga


@pytest.fixture
def stik(tmp_path, kantor):
    """A stick that is plugged in, without a mark."""
    return pasang(tmp_path, kantor, "kingston")


def test_a_stick_is_known_again_under_any_letter(kantor, stik, tmp_path):
    assert cari(kantor) == Temuan(lain=(stik,))
    tempat = tandai(kantor, stik)
    assert (tempat.sebutan, tempat.flashdisk) == ("Flashdisk 1", True)
    (satu,) = cari(kantor).terpasang
    assert (satu.tempat, satu.bebas, satu.terbaru) == (tempat, LEGA, "")
    pindah = tmp_path / "lain huruf"
    stik.akar.rename(pindah)
    kantor.volume[:] = [Volume(pindah, "", LEGA)]
    (satu,) = cari(kantor).terpasang
    assert (satu.tempat.kode, satu.tempat.folder) == (tempat.kode, pindah)
    kantor.volume.clear()
    assert cari(kantor) == Temuan()


def test_sticks_are_numbered_and_marked_once(kantor, stik, tmp_path):
    satu = tandai(kantor, stik)
    assert kantor.meja.jaga.tempat.siapkan_tandai(stik)() == satu
    assert tandai(kantor, pasang(tmp_path, kantor, "sandisk")).sebutan == "Flashdisk 2"
    kejadian = kantor.store.kejadian.list_kejadian((JenisKejadian.CADANGAN,))
    assert [k.isi["sebutan"] for k in kejadian] == ["Flashdisk 2", "Flashdisk 1"]
    assert kejadian[0].petugas == NAMA_OPERATOR


def test_a_number_is_not_given_to_a_second_stick_however_long_ago(
    kantor, stik, tmp_path, clock, monkeypatch
):
    monkeypatch.setattr(cadangan_riwayat, "_DIINGAT", 2)
    tempat = tandai(kantor, stik)
    for _ in range(2):
        kantor.meja.jaga.cadangan.catat_gagal(tempat, "Flashdisk penuh.", None)
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", clock)
    assert len(lagi.meja.jaga.riwayat.list_terbaru()) == 2
    assert tandai(lagi, pasang(tmp_path, lagi, "sandisk")).sebutan == "Flashdisk 2"
    lagi.store.close()


def test_a_stick_of_another_office_is_told_and_never_taken(kantor, stik, tmp_path, clock):
    lain = make_meja(tmp_path / "lain", clock)
    lain.meja.jaga.tempat.siapkan_tandai(stik)()
    lain.store.close()
    temuan = cari(kantor)
    assert (temuan.terpasang, temuan.lain) == ((), ())
    assert "milik kantor atau register lain (“Flashdisk 1”)" in temuan.asing[0]
    with pytest.raises(UserError, match="milik kantor atau register lain"):
        kantor.meja.jaga.tempat.siapkan_tandai(stik)()
    assert temuan.asing[0] in kantor.meja.jaga.otomatis.keadaan(temuan).kalimat


def test_the_second_folder_is_checked_kept_and_given_up(kantor, jaga, tmp_path):
    kedua = tmp_path / "kedua"
    kedua.mkdir()
    tempat = jaga.tempat
    assert tempat.folder_kedua is None
    with pytest.raises(UserError, match="Cadangan harus di tempat lain"):
        tempat.set_folder_kedua(str(tmp_path / "data"), kantor.operator)
    with pytest.raises(UserError, match="belum dipilih"):
        tempat.set_folder_kedua("kedua", kantor.operator)
    for _ in range(2):
        tempat.set_folder_kedua(f" {kedua} ", kantor.operator)
    assert tempat.folder_kedua == kedua
    (satu,) = cari(kantor).terpasang
    assert (satu.tempat.folder, satu.tempat.flashdisk) == (kedua, False)
    assert satu.bebas > 0
    tempat.set_folder_kedua("", kantor.operator)
    assert (tempat.folder_kedua, cari(kantor)) == (None, Temuan())
    apa = [c.isi.apa for c in jaga.riwayat.list_terbaru()]
    assert apa == [Apa.FOLDER, Apa.FOLDER]


def test_a_second_folder_that_is_an_office_stick_counts_once(kantor, jaga, stik):
    tandai(kantor, stik)
    jaga.tempat.set_folder_kedua(str(stik.akar), kantor.operator)
    assert len(cari(kantor).terpasang) == 1


def test_places_that_are_gone_or_fail_are_not_there(kantor, jaga, stik, tmp_path, monkeypatch):
    kedua = tmp_path / "kedua"
    kedua.mkdir()
    jaga.tempat.set_folder_kedua(str(kedua), kantor.operator)
    tandai(kantor, stik)
    kedua.rmdir()
    assert [t.tempat.flashdisk for t in cari(kantor).terpasang] == [True]

    def gagal(_self):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(Path, "iterdir", gagal)
    assert cari(kantor).terpasang == ()


def test_only_the_kasi_says_how_often(kantor, jaga):
    assert jaga.tempat.tiap == TIAP == 25
    jaga.tempat.set_tiap("25", kantor.operator)  # nothing changed
    with pytest.raises(RuleError, match="Hanya"):
        jaga.tempat.set_tiap("10", kantor.operator)
    for teks in ("4", "501", "x", "", "-7", "1e2"):
        with pytest.raises(UserError, match="angka 5 sampai 500"):
            jaga.tempat.set_tiap(teks, kantor.kasi)
    jaga.tempat.set_tiap(" 10 ", kantor.kasi)
    assert jaga.tempat.tiap == 10

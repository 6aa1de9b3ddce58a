"""Practice of a restore: when it is due, with which place, what is remembered and told."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import SENIN_PAGI
from data.cadangan_uji import balik_bit
from printing.pdf_baca import page_texts
from services.cadangan_stik_uji import SEHARI, cadangkan, cari, pasang, tandai

from sooko_desk.data import latihan_pulih
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services import cadangan_latihan as modul
from sooko_desk.services.cadangan_latihan import SIBUK
from sooko_desk.services.cadangan_otomatis import Tingkat
from sooko_desk.services.cadangan_riwayat import Apa, Hasil, RiwayatCadangan, Sebab


@pytest.fixture
def latihan(kantor):
    return kantor.meja.jaga.latihan


@pytest.fixture
def stik(tmp_path, kantor):
    """A marked stick with one backup of one case."""
    volume = pasang(tmp_path, kantor, "kingston")
    tempat = tandai(kantor, volume)
    kantor.terima()
    cadangkan(kantor)
    return tempat


def berlatih(kantor, tempat, petugas=None, sebab=Sebab.OTOMATIS):
    latihan = kantor.meja.jaga.latihan
    selesai = latihan.siapkan(tempat, Kemajuan())()
    latihan.catat(selesai, petugas, sebab)
    return selesai


def tiba(kantor):
    return kantor.meja.jaga.latihan.find_tiba(cari(kantor))


def rusakkan(tempat):
    balik_bit(list_cadangan(tempat.folder / NAMA_FOLDER)[0].register, 9000)


def hari(kantor, banyak):
    kantor.clock.maju(SEHARI * banyak)


# When --------------------------------------------------------------------------------------------


def test_a_week_after_the_first_backup_and_then_every_week(kantor, stik):
    assert tiba(kantor) is None
    hari(kantor, 6)
    assert tiba(kantor) is None
    hari(kantor, 1)
    assert tiba(kantor) == stik
    berlatih(kantor, stik)
    assert tiba(kantor) is None
    hari(kantor, 7)
    assert tiba(kantor) == stik
    kantor.volume.clear()
    assert tiba(kantor) is None


def test_without_a_backup_there_is_nothing_to_practise_with(kantor, tmp_path):
    tandai(kantor, pasang(tmp_path, kantor, "kosong"))
    hari(kantor, 30)
    assert tiba(kantor) is None


def test_a_backup_that_another_computer_made_waits_for_the_first_of_this_one(
    kantor, stik, monkeypatch
):
    hari(kantor, 30)
    monkeypatch.setattr(RiwayatCadangan, "list_terbaru", lambda _: ())
    assert tiba(kantor) is None


@pytest.mark.parametrize("kini", [-400, 400])
def test_a_clock_that_jumped_holds_no_practice_up(kantor, stik, kini):
    berlatih(kantor, stik)
    kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=kini))
    assert tiba(kantor) == stik
    berlatih(kantor, stik)
    assert tiba(kantor) is None


def test_of_several_places_the_one_that_waited_longest(kantor, stik, tmp_path):
    dua = tandai(kantor, pasang(tmp_path, kantor, "sandisk"))
    cadangkan(kantor)
    hari(kantor, 7)
    for tempat in (stik, dua, stik, dua):
        assert tiba(kantor) == tempat
        berlatih(kantor, tempat)
        hari(kantor, 7)


def test_after_a_failure_the_same_place_tomorrow_or_after_a_new_backup(kantor, stik):
    hari(kantor, 7)
    rusakkan(stik)
    berlatih(kantor, stik)
    assert tiba(kantor) is None
    hari(kantor, 1)
    assert tiba(kantor) == stik
    berlatih(kantor, stik)
    kantor.terima()
    cadangkan(kantor)
    assert tiba(kantor) == stik
    assert berlatih(kantor, stik).hasil.berhasil
    assert tiba(kantor) is None


def test_after_a_failure_of_a_stick_that_was_taken_away_another_tomorrow(kantor, stik, tmp_path):
    rusakkan(stik)
    berlatih(kantor, stik)
    kantor.volume.clear()
    dua = tandai(kantor, pasang(tmp_path, kantor, "sandisk"))
    cadangkan(kantor)
    assert tiba(kantor) is None
    hari(kantor, 1)
    assert tiba(kantor) == dua


def test_one_at_a_time(kantor, latihan, stik):
    tugas = latihan.siapkan(stik, Kemajuan())
    assert latihan.sibuk
    with pytest.raises(RuleError, match="Tunggu sampai selesai"):
        latihan.siapkan_folder(stik.folder, Kemajuan())
    assert SIBUK.startswith("Latihan")
    assert tugas().tempat == stik
    assert not latihan.sibuk


def test_a_place_without_or_with_unreadable_backups_is_told(kantor, latihan, tmp_path, monkeypatch):
    with pytest.raises(UserError, match="Tidak ada cadangan yang selesai"):
        latihan.siapkan_folder(tmp_path, Kemajuan())()

    def gagal(_):
        raise OSError

    monkeypatch.setattr(modul, "list_cadangan", gagal)
    with pytest.raises(UserError, match=r"tidak dapat dibaca\. Cabut dan pasang"):
        latihan.siapkan_folder(tmp_path, Kemajuan())()
    assert not latihan.sibuk


# What is remembered ------------------------------------------------------------------------------


def test_it_is_remembered_and_no_backup_is_needed_for_it(kantor, latihan, stik):
    assert latihan.sebut_terakhir() == "Latihan pemulihan: belum pernah."
    berlatih(kantor, stik)
    assert kantor.meja.jaga.otomatis.list_perlu(cari(kantor)) == ()
    [kejadian] = kantor.store.kejadian.list_kejadian([JenisKejadian.LATIHAN_PEMULIHAN])
    assert kejadian.isi["permohonan"] == "1"
    [catatan] = RiwayatCadangan(
        kantor.store.kejadian, kantor.store.pengaturan, kantor.clock
    ).list_latihan()
    assert (catatan.isi.apa, catatan.isi.hasil) == (Apa.LATIHAN, Hasil.UTUH)
    assert catatan.isi.rantai
    assert latihan.sebut_terakhir() == (
        "Latihan pemulihan: terakhir 23/11/2026 09.05 dari Flashdisk 1, berhasil."
    )
    assert latihan.berhasil


def test_a_failure_turns_the_light_red_until_one_succeeds(kantor, latihan, stik):
    otomatis = kantor.meja.jaga.otomatis
    rusakkan(stik)
    berlatih(kantor, stik)
    keadaan = otomatis.keadaan(cari(kantor))
    assert (keadaan.tingkat, keadaan.kata) == (Tingkat.MERAH, "Latihan pemulihan gagal")
    assert keadaan.kalimat[0].startswith(
        "Latihan pemulihan dari Flashdisk 1 (23/11/2026 09.05) gagal. Register dari cadangan 000001"
    )
    assert latihan.sebut_terakhir() == keadaan.kalimat[0]
    assert not latihan.berhasil
    kantor.terima()
    cadangkan(kantor)
    berlatih(kantor, stik)
    assert otomatis.keadaan(cari(kantor)).tingkat is Tingkat.HIJAU


def test_one_that_could_not_be_tried_is_told_otherwise(kantor, stik, monkeypatch):
    monkeypatch.setattr(latihan_pulih, "_RUANG_SISA", 1 << 60)
    berlatih(kantor, stik)
    [kalimat] = kantor.meja.jaga.otomatis.keadaan(cari(kantor)).kalimat
    assert "(23/11/2026 09.05) belum jadi. Ruang cakram komputer tidak cukup" in kalimat
    assert kantor.meja.jaga.riwayat.list_latihan()[0].isi.hasil is Hasil.GAGAL


# The Kasi ----------------------------------------------------------------------------------------


def test_after_a_quarter_the_kasi_alone_is_reminded_until_it_was_done_by_hand(
    kantor, latihan, stik
):
    for banyak in (92, 1):
        assert latihan.pengingat(kantor.kasi) == ""
        hari(kantor, banyak)
    assert latihan.pengingat(kantor.kasi).startswith("Kasi belum pernah berlatih memulihkan")
    assert latihan.pengingat(kantor.operator) == latihan.pengingat(None) == ""
    berlatih(kantor, stik)
    berlatih(kantor, stik, kantor.operator, Sebab.TANGAN)
    assert latihan.pengingat(kantor.kasi) == ""  # counted from the first practice of all
    hari(kantor, 93)
    assert latihan.pengingat(kantor.kasi)
    berlatih(kantor, stik, kantor.kasi, Sebab.TANGAN)
    assert latihan.pengingat(kantor.kasi) == ""
    hari(kantor, 93)
    assert latihan.pengingat(kantor.kasi).startswith("Tiga bulan ini Kasi belum berlatih")


def test_without_any_backup_nobody_is_reminded(kantor, latihan):
    hari(kantor, 200)
    assert latihan.pengingat(kantor.kasi) == ""


def test_the_berita_acara_names_the_practices_of_the_month(kantor, stik):
    berlatih(kantor, stik, kantor.kasi, Sebab.TANGAN)
    rusakkan(stik)
    berlatih(kantor, stik)
    teks = " ".join(
        "\n".join(page_texts(kantor.meja.berita_acara.build_dokumen(2026, 11).isi)).split()
    )
    assert "Latihan pemulihan Dilatih Tempat" in teks
    assert "utuh: 1 permohonan" in teks
    assert "diminta Kasi" in teks
    assert "rusak: lihat di bawah" in teks
    assert "Gagal atau rusak 1" in teks

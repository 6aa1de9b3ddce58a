"""The scanner's folder: what is offered, when, and that nothing is taken unasked."""

from __future__ import annotations

import os

import pytest
from ui.lampiran_uji import CTRL, DIAM_MS, ENTER, K, LoketLampiran, isi_gambar

from sooko_desk.ui.lampiran.pengawas_folder import INGATAN, KUNCI_SUDAH


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketLampiran(kantor, tmp_path)
    yield loket
    loket.tutup()


@pytest.fixture
def diawasi(loket):
    """The window is open and the folder chosen."""
    loket.buka()
    loket.ke_berkas(1)
    loket.klik(loket.utama.folder)
    return loket


def tawaran(loket):
    """Names that are offered, the first one first."""
    return [path.name for path in loket.pita._paths] if loket.pita.isVisible() else []


def test_a_new_scan_is_offered_and_taken_only_when_asked(diawasi):
    loket = diawasi
    assert str(loket.pemindai) in loket.spanduk
    assert str(loket.pemindai) in loket.utama.folder.toolTip()
    path = loket.pindai("scan001.png")
    loket.tunggu(loket.pita.isVisible)
    assert loket.pita.teks.teks == "1 pindaian baru: scan001.png"
    assert loket.pindaian == []
    loket.ke_berkas(2)
    nama = loket.permohonan.berkas[1].nama
    assert loket.pita.ambil.accessibleName() == f"Tambahkan ke {nama}"
    loket.tekan(ENTER, CTRL)
    loket.tuntas()
    assert loket.pindaian == [(2, "scan001.png")]
    assert not loket.pita.isVisible()
    assert path.exists()


def test_a_long_name_of_a_paper_is_cut_on_the_button_only(diawasi):
    loket = diawasi
    panjang = max(loket.daftar.kepala(), key=lambda b: len(b.nama))
    loket.ke_berkas(panjang.nomor)
    assert loket.pita.ambil.text().endswith("…")
    assert panjang.nama in loket.pita.ambil.toolTip()


def test_several_are_taken_one_by_one_each_to_its_paper_or_all_at_once(diawasi):
    loket = diawasi
    for n in range(1, 5):
        loket.pindai(f"scan{n}.png", (n, 9, 9), menit_lalu=-n)
    loket.tunggu(lambda: len(tawaran(loket)) == 4)
    assert loket.pita.teks.teks == "4 pindaian baru, yang pertama: scan1.png"
    loket.tekan(ENTER, CTRL)
    loket.tuntas()
    loket.ke_berkas(3)
    loket.klik(loket.pita.ambil)
    loket.tuntas()
    assert tawaran(loket) == ["scan3.png", "scan4.png"]
    loket.ke_berkas(0)
    assert loket.pita.semua.text() == "Semua (2)"
    loket.klik(loket.pita.semua)
    loket.tuntas()
    assert loket.pindaian == [
        (1, "scan1.png"),
        (3, "scan2.png"),
        (0, "scan3.png"),
        (0, "scan4.png"),
    ]
    assert tawaran(loket) == []


def test_a_second_press_does_not_take_the_same_scan_twice(diawasi):
    loket = diawasi
    loket.pindai("scan1.png")
    loket.tunggu(loket.pita.isVisible)
    loket.tekan(ENTER, CTRL, kali=2)
    loket.tuntas()
    assert loket.pindaian == [(1, "scan1.png")]
    assert not loket.utama.tolak.isVisible()


def test_ctrl_enter_with_nothing_offered_says_how_scans_come_in(diawasi):
    diawasi.tekan(ENTER, CTRL)
    assert diawasi.spanduk.startswith("Belum ada pindaian baru.")


def test_a_scan_can_be_seen_before_it_is_taken(diawasi):
    loket = diawasi
    loket.pindai("scan1.png", "red")
    loket.tunggu(loket.pita.isVisible)
    loket.klik(loket.pita.lihat)
    loket.tuntas()
    assert loket.kanvas.kalimat == ""
    assert loket.utama.bilah.nama.teks == "Belum ditambahkan: scan1.png"
    assert list((loket.keluar / "data").rglob("*.bin")) == []
    loket.tekan(K.Key_Down)
    assert loket.kanvas.kalimat


def test_a_scan_that_is_passed_over_is_never_offered_again_and_stays_in_its_folder(diawasi):
    loket = diawasi
    path = loket.pindai("bukan.png")
    loket.pindai("ini.png", "red", menit_lalu=-1)
    loket.tunggu(lambda: tawaran(loket) == ["bukan.png", "ini.png"])
    loket.klik(loket.pita.lewati)
    assert tawaran(loket) == ["ini.png"]
    loket.tutup_jendela()
    loket.buka(loket.permohonan)
    loket.tunggu(lambda: tawaran(loket) == ["ini.png"])
    assert path.exists()
    assert "bukan" not in loket.setelan.get(KUNCI_SUDAH)


def test_a_scan_that_was_taken_for_one_case_is_not_offered_for_the_next(diawasi):
    loket = diawasi
    loket.pindai("scan1.png")
    loket.tunggu(loket.pita.isVisible)
    loket.tekan(ENTER, CTRL)
    loket.tuntas()
    loket.tutup_jendela()
    loket.pindai("scan2.png", "red")
    loket.buka(loket.kantor.terima(nik="3516131708459001", nama="Budi Santoso"))
    loket.tunggu(lambda: tawaran(loket) == ["scan2.png"])


def test_only_recent_scans_are_offered_when_the_window_opens(loket):
    loket.setelan.set("lampiran/folder_pemindai", str(loket.pemindai))
    loket.pindai("kemarin.png", menit_lalu=16)
    loket.pindai("tadi.png", "red", menit_lalu=14)
    loket.buka()
    loket.tunggu(lambda: tawaran(loket) == ["tadi.png"])


def test_a_copied_old_file_that_comes_while_the_window_is_open_is_offered(diawasi):
    diawasi.pindai("lama.png", menit_lalu=60 * 24 * 30)
    diawasi.tunggu(lambda: tawaran(diawasi) == ["lama.png"])


def test_a_file_that_still_grows_is_not_offered(diawasi):
    loket = diawasi
    path = loket.pemindai / "besar.png"
    isi = isi_gambar(ukuran=(900, 1300))
    pengawas = loket.panel.pengawas
    pengawas._pewaktu.stop()
    for ujung in range(1, 4):
        path.write_bytes(isi[: len(isi) * ujung // 4])
        pengawas.lihat()
        assert tawaran(loket) == []
    path.write_bytes(isi)
    pengawas.lihat()
    pengawas.lihat()
    assert tawaran(loket) == ["besar.png"]
    pengawas._pewaktu.start()


def test_what_is_offered_is_taken_back_while_it_grows_or_when_it_is_gone(diawasi):
    loket = diawasi
    path = loket.pindai("scan1.png")
    loket.tunggu(loket.pita.isVisible)
    path.write_bytes(path.read_bytes() * 2)
    loket.panel.pengawas.lihat()
    assert tawaran(loket) == []
    loket.tunggu(loket.pita.isVisible)
    path.unlink()
    loket.tunggu(lambda: tawaran(loket) == [])


def test_other_files_folders_and_empty_files_are_left_alone(diawasi):
    loket = diawasi
    (loket.pemindai / "catatan.txt").write_text("halo", encoding="utf-8")
    (loket.pemindai / "folder.png").mkdir()
    (loket.pemindai / "kosong.pdf").touch()
    (loket.pemindai / "putus.png").symlink_to(loket.pemindai / "tiada.png")
    loket.pindai("SCAN.PNG")
    loket.tunggu(lambda: tawaran(loket) == ["SCAN.PNG"])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs files that cannot be read")
def test_a_file_that_another_program_keeps_to_itself_waits(diawasi):
    loket = diawasi
    path = loket.pindai("terkunci.png")
    path.chmod(0)
    for _ in range(3):
        loket.panel.pengawas.lihat()
    assert tawaran(loket) == []
    path.chmod(0o600)
    loket.tunggu(lambda: tawaran(loket) == ["terkunci.png"])


def test_a_refused_scan_is_offered_again(diawasi):
    loket = diawasi
    (loket.pemindai / "rusak.jpg").write_bytes(b"\xff\xd8\xff" + b"0" * 80)
    loket.tunggu(loket.pita.isVisible)
    loket.tekan(ENTER, CTRL)
    loket.tuntas()
    assert len(loket.utama.tolak.kalimat) == 1
    assert tawaran(loket) == ["rusak.jpg"]


def test_a_folder_that_is_away_is_told_and_watched_again_when_it_is_back(loket):
    loket.setelan.set("lampiran/folder_pemindai", str(loket.pemindai))
    loket.pemindai.rmdir()
    loket.buka()
    assert loket.spanduk.startswith(f"Folder pemindai “{loket.pemindai}” tidak ada.")
    loket.pemindai.mkdir()
    loket.pindai("lama.png", menit_lalu=99)
    loket.panel.pengawas.lihat()
    loket.pindai("baru.png", "red")
    loket.tunggu(lambda: tawaran(loket) == ["baru.png"])


def test_the_choice_of_a_folder_is_remembered_and_can_be_given_up(diawasi):
    loket = diawasi
    loket.tutup_jendela()
    loket.pemindai, lama = None, loket.pemindai
    loket.buka(loket.permohonan)
    loket.klik(loket.utama.folder)
    assert loket.panel.pengawas.folder == lama
    assert loket.spanduk == ""
    loket.pindai("scan1.png", folder=lama)
    loket.tunggu(lambda: tawaran(loket) == ["scan1.png"])


def test_what_was_dealt_with_is_remembered_for_the_last_scans_only(diawasi):
    loket = diawasi
    loket.setelan.set(KUNCI_SUDAH, " ".join(f"{n:012}" for n in range(INGATAN)))
    loket.pindai("scan1.png")
    loket.tunggu(loket.pita.isVisible)
    loket.klik(loket.pita.lewati)
    ingatan = loket.setelan.get(KUNCI_SUDAH).split()
    assert (len(ingatan), ingatan[0]) == (INGATAN, f"{1:012}")


def test_with_nothing_to_look_at_the_clock_rests_and_hidden_nothing_is_watched(diawasi):
    loket = diawasi
    pengawas = loket.panel.pengawas
    loket.tunggu(lambda: not pengawas._pewaktu.isActive())
    loket.pindai("scan1.png")
    loket.tunggu(pengawas._pewaktu.isActive)
    assert pengawas._pewaktu.interval() == DIAM_MS
    loket.panel.hide()
    assert pengawas.folder is None
    pengawas.lihat()
    assert (pengawas.baru, pengawas._sistem.directories()) == ((), [])
    loket.panel.show()
    loket.tunggu(lambda: pengawas.baru != ())

"""Scans on their way in: chosen, dropped, pasted; refused one by one; stopped half way."""

from __future__ import annotations

import pikepdf
import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from ui.lampiran_uji import CTRL, K, LoketLampiran, isi_gambar, mime_berkas

from sooko_desk.ui.kit.bilah_kemajuan import MENGHENTIKAN
from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
from sooko_desk.ui.lampiran.sumber_pindaian import SumberGambar, baca_mime


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketLampiran(kantor, tmp_path)
    yield loket
    QApplication.clipboard().clear()
    loket.tutup()


def rusak(loket):
    """Files that are no scan, each with a part of what is said of it."""
    isi = {
        "catatan.txt": b"bukan gambar",
        "kosong.pdf": b"",
        "potong.jpg": isi_gambar(jenis="JPEG")[:200],
        "palsu.pdf": b"%PDF-1.4\nbukan",
    }
    for nama, satu in isi.items():
        (loket.folder / nama).write_bytes(satu)
    with pikepdf.open(loket.pdf("biasa.pdf", 1)) as pdf:
        pdf.save(loket.folder / "sandi.pdf", encryption=pikepdf.Encryption(user="rahasia"))
    besar = loket.folder / "besar.tif"
    with besar.open("wb") as berkas:
        berkas.truncate(200_000_000)
    folder = loket.folder / "folder.png"
    folder.mkdir()
    semua = [*isi, "sandi.pdf"]
    return [*(loket.folder / nama for nama in semua), besar, folder, loket.folder / "hilang.png"]


# -- chosen


def test_several_files_go_to_the_current_paper_in_the_order_of_their_numbers(loket):
    loket.buka()
    loket.ke_berkas(2)
    loket.tambah(*(loket.berkas(f"scan{n}.png", (n, n, n)) for n in (10, 9, 1)))
    assert loket.pindaian == [(2, "scan1.png"), (2, "scan9.png"), (2, "scan10.png")]
    assert loket.judul == [f"Tambahkan ke {loket.permohonan.berkas[1].nama}"]
    assert loket.utama.bilah.nama.teks == "scan1.png"
    assert loket.berubah == [loket.permohonan.ringkasan.id] * 3


def test_giving_up_the_dialog_changes_nothing(loket):
    loket.buka()
    loket.klik(loket.utama.tambah)
    assert (loket.pindaian, loket.spanduk, len(loket.judul)) == ([], "", 1)


def test_the_computers_dialogs_are_those_of_the_print_window(loket):
    dunia = DuniaLampiran.dari_cetak(loket.dunia_cetak())
    assert dunia.pilih_simpan("judul", "a.pdf") == loket.keluar / "a.pdf"
    assert dunia.setelan is loket.setelan


# -- dropped


def test_files_dropped_on_a_paper_go_to_it_and_elsewhere_to_the_current_one(loket):
    loket.buka()
    loket.ke_berkas(1)
    assert loket.seret(mime_berkas(loket.berkas("a.png", "red")), loket.titik_berkas(3))
    assert loket.tersimpan == [(loket.kode[2], "a.png")]
    loket.ke_berkas(1)
    assert loket.seret(mime_berkas(loket.berkas("b.png", "blue")), loket.titik_penampil())
    assert loket.pindaian == [(1, "b.png"), (3, "a.png")]
    bawah = loket.daftar.viewport().mapTo(loket.panel, loket.daftar.viewport().rect().bottomLeft())
    assert loket.seret(mime_berkas(loket.berkas("c.png", "green")), bawah + QPoint(9, -3))
    assert (1, "c.png") in loket.pindaian
    assert (loket.folder / "a.png").exists()


def test_a_scan_below_a_paper_stands_for_the_paper_while_dragging(loket):
    loket.buka()
    loket.ke_berkas(2)
    loket.tambah(loket.berkas("a.png"))
    loket.ke_berkas(1)
    kotak = loket.daftar.visualRect(
        loket.daftar.model_baris.index(loket.daftar.model_baris.find(("pindaian", "1")))
    )
    titik = loket.daftar.viewport().mapTo(loket.panel, kotak.center())
    mime = mime_berkas(loket.berkas("b.png", "red"))
    assert loket.seret(mime, titik, lepas=False)
    assert loket.daftar.gambar.sasaran is None
    assert loket.seret(mime, titik)
    assert loket.pindaian == [(2, "a.png"), (2, "b.png")]


def test_the_paper_that_takes_what_is_dragged_is_marked_until_it_is_let_go(loket):
    loket.buka()
    dilihat = []
    asli = loket.daftar.set_sasaran
    loket.daftar.set_sasaran = lambda kode: dilihat.append(kode) or asli(kode)
    loket.seret(mime_berkas(loket.berkas("a.png")), loket.titik_berkas(4))
    kode = loket.kode[3]
    assert dilihat == [kode, kode, None]
    loket.dialog.grab()


def test_words_and_web_pages_cannot_be_dropped(loket):
    loket.buka()
    kata, situs = QMimeData(), QMimeData()
    kata.setText("halo")
    situs.setUrls([QUrl("https://contoh.example/a.png")])
    assert not loket.seret(kata, loket.titik_berkas(1))
    assert not loket.seret(situs, loket.titik_berkas(1))
    assert loket.pindaian == []


def test_nothing_can_be_dropped_while_a_copy_is_made(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tekan(K.Key_S, CTRL)
    loket.tuntas()
    assert not loket.seret(mime_berkas(loket.berkas("b.png")), QPoint(50, 50))
    assert len(loket.tersimpan) == 1


def test_a_picture_without_a_file_can_be_dropped(loket):
    loket.buka()
    mime = QMimeData()
    mime.setImageData(QImage.fromData(isi_gambar("red")))
    assert loket.seret(mime, loket.titik_berkas(2))
    assert loket.pindaian == [(2, "tempelan 09.05.png")]


# -- pasted


def test_a_copied_picture_and_copied_files_are_pasted(loket):
    loket.buka()
    loket.ke_berkas(1)
    QApplication.clipboard().setImage(QImage.fromData(isi_gambar("red")))
    loket.tekan(K.Key_V, CTRL)
    loket.tuntas()
    assert loket.pindaian == [(1, "tempelan 09.05.png")]
    QApplication.clipboard().setMimeData(mime_berkas(loket.berkas("a.png")))
    loket.klik(loket.utama.tempel)
    loket.tuntas()
    assert loket.pindaian == [(1, "tempelan 09.05.png"), (1, "a.png")]


def test_a_clipboard_with_words_is_told(loket):
    loket.buka()
    QApplication.clipboard().setText("halo")
    loket.tekan(K.Key_V, CTRL)
    assert loket.spanduk.startswith("Papan klip tidak berisi gambar atau berkas.")
    assert loket.pindaian == []


def test_an_empty_picture_is_nothing_to_add(kantor):
    mime = QMimeData()
    mime.setImageData(QImage())
    assert baca_mime(mime, kantor.clock.now()) == ()


# -- refused


def test_each_bad_file_gets_a_sentence_and_the_good_ones_are_stored(loket):
    loket.buka()
    buruk = rusak(loket)
    loket.tambah(loket.berkas("a.png"), *buruk, loket.berkas("z.png", "red"))
    assert [nama for _, nama in loket.pindaian] == ["a.png", "z.png"]
    kalimat = loket.utama.tolak.kalimat
    assert len(kalimat) == len(buruk)
    for path in buruk:
        assert len([k for k in kalimat if path.name in k]) == 1, path.name
    assert f"{len(buruk)} tidak ditambahkan" in loket.utama.tolak.accessibleName()
    assert loket.utama.tolak.isVisible()
    assert loket.spanduk.startswith("2 pindaian ditambahkan")
    loket.klik(loket.utama.tolak.tutup)
    assert not loket.utama.tolak.isVisible()


def test_a_refused_file_that_was_put_right_is_tried_again_for_its_paper(loket):
    loket.buka()
    loket.ke_berkas(3)
    hilang = loket.folder / "hilang.png"
    loket.tambah(hilang)
    assert len(loket.utama.tolak.kalimat) == 1
    assert loket.spanduk == ""
    loket.ke_berkas(1)
    loket.klik(loket.utama.tolak.lagi)
    loket.tuntas()
    assert len(loket.utama.tolak.kalimat) == 1
    hilang.write_bytes(isi_gambar())
    loket.klik(loket.utama.tolak.lagi)
    loket.tuntas()
    assert loket.pindaian == [(3, "hilang.png")]
    assert not loket.utama.tolak.isVisible()


def test_the_same_scan_twice_on_a_paper_is_refused_by_the_register(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"), loket.berkas("b.png"))
    assert [nama for _, nama in loket.pindaian] == ["a.png"]
    (kalimat,) = loket.utama.tolak.kalimat
    assert kalimat.startswith("b.png: Pindaian ini sudah ada")


def test_a_full_disk_is_one_sentence_and_the_file_can_be_tried_again(loket):
    loket.buka()
    folder = loket.keluar / "data" / "lampiran"
    folder.write_text("di sini tidak dapat dibuat folder", encoding="utf-8")
    loket.tambah(loket.berkas("a.png"))
    assert len(loket.utama.tolak.kalimat) == 1
    folder.unlink()
    loket.klik(loket.utama.tolak.lagi)
    loket.tuntas()
    assert [nama for _, nama in loket.pindaian] == ["a.png"]


def test_a_picture_that_cannot_be_written_is_told(loket):
    loket.buka()
    loket.panel.tambah((SumberGambar("kosong.png", QImage()),), "")
    loket.tuntas()
    assert loket.utama.tolak.kalimat[0].startswith("kosong.png: Gambar yang ditempel")


# -- a long way


def test_progress_is_shown_for_what_takes_longer_and_escape_stops_it(loket):
    dialog = loket.buka()
    loket.utama.kemajuan._pewaktu.setInterval(0)
    loket.dipilih = [loket.berkas(f"{n:03}.png", (n, 9, 9), (900, 1300)) for n in range(40)]
    loket.tekan(K.Key_O, CTRL)
    loket.tunggu(lambda: len(loket.pindaian) >= 2 and loket.utama.kemajuan.isVisible())
    assert " dari 40: " in loket.utama.kemajuan.teks.teks
    assert loket.utama.kemajuan.bilah.maximum() == 40
    loket.tekan(K.Key_Escape)
    assert loket.utama.kemajuan.teks.teks == MENGHENTIKAN
    loket.panel.lupakan()  # a second way to give up, while the first is not over
    loket.tuntas()
    banyak = len(loket.pindaian)
    assert 2 <= banyak < 40
    assert loket.spanduk == (
        f"Dihentikan: {banyak} pindaian sudah ditambahkan, {40 - banyak} belum."
    )
    assert not loket.utama.kemajuan.isVisible()
    assert dialog.isVisible()
    assert len(loket.tersimpan) == banyak


def test_what_is_added_after_a_stop_is_told_again(loket):
    loket.buka()
    loket.dipilih = [loket.berkas(f"{n}.png", (n, 9, 9), (900, 1300)) for n in range(3)]
    loket.tekan(K.Key_O, CTRL)
    loket.utama.kemajuan.hentikan.click()
    assert loket.utama.kemajuan.teks.teks == MENGHENTIKAN
    loket.dipilih = [loket.berkas("lagi.png", "blue")]
    loket.tekan(K.Key_O, CTRL)
    assert loket.utama.kemajuan.teks.teks.startswith("Menambahkan")
    assert not loket.utama.kemajuan.berhenti
    loket.tuntas()
    assert (1, "lagi.png") in loket.pindaian


def test_a_second_stop_gives_up_what_was_added_after_the_first(loket):
    loket.buka()
    loket.dipilih = [loket.berkas(f"{n}.png", (n, 9, 9), (900, 1300)) for n in range(3)]
    loket.tekan(K.Key_O, CTRL)
    loket.utama.kemajuan.hentikan.click()
    loket.dipilih = [loket.berkas("lagi.png", "blue")]
    loket.tekan(K.Key_O, CTRL)
    loket.utama.kemajuan.hentikan.click()
    loket.tuntas()
    assert loket.pindaian == []
    assert loket.spanduk.startswith("Dihentikan: ")
    assert loket.spanduk.endswith("4 belum.")


def test_more_can_be_added_while_the_first_are_on_their_way(loket):
    loket.buka()
    loket.dipilih = [loket.berkas(f"{n}.png", (n, 9, 9), (900, 1300)) for n in range(3)]
    loket.tekan(K.Key_O, CTRL)
    loket.ke_berkas(2)
    loket.dipilih = [loket.berkas("lagi.png", "blue")]
    loket.tekan(K.Key_O, CTRL)
    loket.tuntas()
    assert sorted(loket.pindaian) == [(1, "0.png"), (1, "1.png"), (1, "2.png"), (2, "lagi.png")]
    assert loket.spanduk == "4 pindaian ditambahkan."


def test_what_is_on_its_way_goes_to_the_case_that_it_was_chosen_for(loket):
    loket.buka()
    lain = loket.kantor.terima(nik="3516131708459001", nama="Budi Santoso")
    loket.dipilih = [loket.berkas(f"{n}.png", (n, 9, 9), (900, 1300)) for n in range(3)]
    loket.tekan(K.Key_O, CTRL)
    loket.panel.tampilkan(lain.ringkasan.id, loket.kantor.operator)
    loket.tuntas()
    assert loket.pindaian == []
    assert len(loket.tersimpan) == 3
    assert set(loket.berubah) == {loket.permohonan.ringkasan.id}


def test_closing_stops_the_rest_and_waits_for_the_worker_out_of_sight(loket):
    dialog = loket.buka()
    loket.dipilih = [loket.berkas(f"{n:03}.png", (n, 9, 9), (900, 1300)) for n in range(30)]
    loket.tekan(K.Key_O, CTRL)
    loket.tunggu(lambda: len(loket.tersimpan) >= 1)
    dialog.reject()
    assert not dialog.isVisible()
    loket.tunggu(lambda: not shiboken6.isValid(dialog))
    assert 1 <= len(loket.tersimpan) < 30

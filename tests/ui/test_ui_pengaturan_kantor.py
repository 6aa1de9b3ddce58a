"""The tab of head, logo, place and words, worked by keyboard and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printing.logo_contoh import shield
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from ui.pengaturan_uji import CTRL, K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.services.pratinjau_kantor import Contoh
from sooko_desk.ui.pengaturan import isian_logo
from sooko_desk.ui.pengaturan.isian_logo import pilih_gambar
from sooko_desk.ui.pengaturan.tab_kantor import TabKantor

ALT = Qt.KeyboardModifier.AltModifier
BARIS = ("PEMERINTAH KABUPATEN MOJOKERTO", "KECAMATAN SOOKO", "Jl. Coba 1", "Telp. 0321")


@pytest.fixture
def data(kantor):
    return kantor.meja.kantor


@pytest.fixture
def dipilih():
    """What the dialog for files answers."""
    return []


@pytest.fixture
def tab(data, clock, kasi, tampil, dipilih):
    return tampil(TabKantor(data, clock, lambda _induk: dipilih.pop()), kasi)


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(shield(1200, 1230))
    return path


def tempel(teks):
    QApplication.clipboard().setText(teks)
    tekan(K.Key_A, CTRL)
    tekan(K.Key_V, CTRL)


def seret(tab, *urls):
    """Drag files over the logo and let them go; returns whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(u)) if not isinstance(u, QUrl) else u for u in urls])
    sini, tak = tab.logo.input.rect().center(), Qt.KeyboardModifier.NoModifier
    kiri, salin = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    masuk = QDragEnterEvent(sini, salin, mime, kiri, tak)
    masuk.ignore()
    QApplication.sendEvent(tab.logo.input, masuk)
    lepas = QDropEvent(QPointF(sini), salin, mime, kiri, tak)
    lepas.ignore()
    QApplication.sendEvent(tab.logo.input, lepas)
    assert masuk.isAccepted() is lepas.isAccepted()
    return lepas.isAccepted()


def test_what_holds_is_shown_and_the_paper_beside_it(tab, data, qtbot):
    assert tab.kop.input.nilai() == data.isi.kantor().kop
    assert tab.tempat.input.nilai() == "Sooko"
    assert not tab.is_diubah()
    qtbot.waitUntil(lambda: tab.contoh.pratinjau.page_count() == 1)
    assert tanpa_nama(tab) == []
    qtbot.waitUntil(lambda: list_terpotong(tab) == [])  # its words have just come


def test_lines_are_typed_moved_and_taken_back_by_keys(tab, data, kasi):
    tempel("\n".join(BARIS))
    tekan(K.Key_Up, ALT)
    assert tab.kop.input.nilai() == (*BARIS[:2], BARIS[3], BARIS[2])
    tekan(K.Key_Down, ALT)
    tekan(K.Key_Down, ALT)  # there is none below
    assert tab.kop.input.nilai() == BARIS
    tekan(K.Key_Z, CTRL)
    assert tab.kop.input.nilai() == (*BARIS[:2], BARIS[3], BARIS[2])
    tab.turun.click()
    assert tab.kop.input.nilai() == BARIS
    tab.naik.click()
    tab.turun.click()
    tekan(K.Key_Tab)
    assert not tab.kop.input.hasFocus()
    assert tab.simpan()
    assert data.isi.kantor().kop == BARIS
    assert tab.spanduk.teks == "Data kantor tersimpan dan langsung berlaku."


def test_twelve_pasted_lines_are_told_at_once_and_kept(tab, data):
    teks = "\n".join(f"BARIS {n}" for n in range(12))
    tempel(teks)
    assert tab.kop.pesan == "Kop 12 baris; yang muat 6 baris. Gabungkan barisnya."
    assert not tab.simpan()
    assert tab.kop.input.toPlainText() == teks
    assert data.isi.is_bawaan()
    assert tab.kop.input.hasFocus()


def test_wrong_words_are_told_beside_their_field_and_nothing_is_lost(tab, data):
    tab.tempat.setFocus()
    ketik("")
    tekan(K.Key_Delete)
    tekan(K.Key_Return)
    assert tab.catatan.input.hasFocus()
    tempel("Gratis 字")
    tekan(K.Key_Return)
    assert "tidak dapat dicetak" in tab.catatan.pesan
    assert not tab.simpan()
    assert tab.tempat.pesan == "Tempat belum diisi."
    assert tab.tempat.input.hasFocus()
    assert tab.catatan.input.nilai() == "Gratis 字"
    ketik("Sooko Baru")
    tab.catatan.setFocus()
    ketik("Gratis")
    assert tab.simpan()
    isi = data.isi.kantor()
    assert (isi.tempat, isi.catatan_kaki) == ("Sooko Baru", "Gratis")


def test_a_logo_is_chosen_by_key_saved_and_taken_away(tab, data, qtbot, logo, dipilih, tmp_path):
    dipilih += [None, logo]
    tekan(K.Key_L, ALT)
    qtbot.waitUntil(lambda: bool(tab._isi.logo_sidik))
    qtbot.waitUntil(tab.logo.input.tombol_hapus.isEnabled)
    assert tab.logo.input.kata == isian_logo.ADA
    assert tab.is_diubah()
    assert tab.simpan()
    assert data.logo.find(data.isi.kantor().logo_sidik) is not None
    tekan(K.Key_L, ALT)  # given up
    tab.logo.input.tombol_hapus.click()
    assert tab.logo.input.kata == isian_logo.BELUM_ADA
    assert tab.simpan()
    assert data.isi.kantor().logo_sidik == ""


def test_a_picture_is_dropped_and_what_is_none_is_refused_in_place(tab, qtbot, logo, tmp_path):
    assert seret(tab, logo)
    assert tab.logo.input.kata == isian_logo.DIPERIKSA
    assert not seret(tab, logo)  # one at a time
    qtbot.waitUntil(lambda: tab.logo.input.kata == isian_logo.ADA)
    sidik = tab._isi.logo_sidik
    buruk = tmp_path / "surat.png"
    buruk.write_text("bukan gambar", encoding="utf-8")
    assert seret(tab, buruk)
    qtbot.waitUntil(lambda: bool(tab.logo.nada))
    assert tab.logo.pesan == (
        "Berkas “surat.png” bukan gambar PNG atau JPG yang utuh. Pilih gambar lain untuk logo."
    )
    assert tab._isi.logo_sidik == sidik
    assert not seret(tab, logo, buruk)
    assert not seret(tab, QUrl("https://contoh.invalid/logo.png"))


def test_a_lost_logo_is_told(data, kasi, clock, tampil, logo, tmp_path):
    siap = data.logo.siapkan(logo)
    data.isi.simpan_kantor(replace(data.isi.kantor(), logo_sidik=siap.sidik), kasi)
    (tmp_path / "data" / "lampiran" / siap.sidik[:2] / f"{siap.sidik}.bin").unlink()
    tab = tampil(TabKantor(data, clock), kasi)
    assert tab.logo.pesan == "Gambar logo hilang atau rusak. Pilih lagi."


def test_going_back_to_the_sops_head_can_be_taken_back(tab, data):
    tempel("\n".join(BARIS))
    assert tab.simpan()
    tab.kembalikan_bawaan()
    assert data.isi.is_bawaan()
    assert tab.kop.input.nilai() == data.isi.kantor().kop
    tab.spanduk._aksi.click()
    assert data.isi.kantor().kop == BARIS
    assert tab.kop.input.nilai() == BARIS


def test_the_paper_follows_typing_with_the_newest_words_only(tab, qtbot):
    qtbot.waitUntil(lambda: tab.contoh.pratinjau.page_count() == 1)
    judul = []
    tab.contoh._kerja.selesai.connect(lambda hasil: judul.append(hasil[0]))
    tab.contoh.jenis.tombol(str(Contoh.REGISTER)).click()
    for huruf in "ABC":
        tab.catatan.setFocus()
        ketik(huruf)
    qtbot.waitUntil(lambda: bool(judul))
    assert judul == [Contoh.REGISTER]


def test_another_officer_only_looks_and_reads_why(data, clock, operator, tampil, logo):
    tab = tampil(TabKantor(data, clock), operator)
    assert tab._hanya_kasi.text().startswith("Hanya Kasi Pelayanan yang mengubah data kantor.")
    assert tab.kop.input.isReadOnly()
    assert not tab.naik.isVisible()
    assert not tab.logo.input.tombol_pilih.isVisible()
    assert tab.logo.input.kata == isian_logo.HANYA_LIHAT
    assert not seret(tab, logo)
    tekan(K.Key_L, ALT)
    tab.kop.setFocus()
    tekan(K.Key_Up, ALT)
    tab.kop.input.pindah(1)
    tekan(K.Key_X)
    assert not tab.is_diubah()
    assert list_terpotong(tab) == []


@pytest.mark.parametrize("jawab", [0, 1])
def test_the_systems_dialog_asks_for_a_picture(qapp, tmp_path, jawab, logo):
    lihat = []

    def jalankan(dialog):
        lihat.extend((dialog.nameFilters(), dialog.fileMode()))
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(str(logo))
        return jawab

    hasil = pilih_gambar(None, jalankan)
    assert lihat == [
        ["Gambar (*.png *.jpg *.jpeg)", "Semua berkas (*)"],
        QFileDialog.FileMode.ExistingFile,
    ]
    assert (hasil is not None) is bool(jawab)

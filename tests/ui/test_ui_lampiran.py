"""Scans of a case: the list, the viewer, taking a scan off, and closing."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NIK, NKK
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ui.lampiran_uji import CTRL, ENTER, K, LoketLampiran, hapus

from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.lampiran.panel import PanelLampiran

UKURAN = [(1040, 560), (1093, 614), (1366, 728)]
PANJANG = "Hasil pindai kartu keluarga lama milik pemohon dari Desa Japan, halaman satu.pdf"


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketLampiran(kantor, tmp_path)
    yield loket
    loket.tutup()


# -- the list


def test_a_case_without_scans_shows_its_papers_and_what_to_do(loket):
    dialog = loket.buka()
    kepala = loket.daftar.kepala()
    assert [b.nama for b in kepala[:-1]] == [b.nama for b in loket.permohonan.berkas]
    assert (kepala[-1].nama, kepala[-1].nomor) == ("Lain-lain", 0)
    assert loket.pindaian == []
    assert kepala[0].nama in loket.kanvas.kalimat
    assert "Ctrl+O" in loket.kanvas.kalimat
    assert "tidak wajib" in loket.kanvas.kalimat
    assert loket.fokus() is loket.daftar
    assert loket.permohonan.ringkasan.kode_pindai in dialog.windowTitle()
    assert not loket.utama.lepas.isEnabled()
    assert not loket.utama.salinan.isEnabled()
    assert not loket.pita.isVisible()


def test_a_scan_stands_below_its_paper_with_its_size_pages_time_and_officer(loket):
    loket.buka()
    loket.ke_berkas(2)
    loket.tambah(loket.pdf("surat.pdf"))
    assert loket.pindaian == [(2, "surat.pdf")]
    index = loket.daftar.currentIndex()
    teks = index.data(Qt.ItemDataRole.ToolTipRole)
    ukuran = f"{-(-(loket.folder / 'surat.pdf').stat().st_size // 1000)} kB"
    assert teks == f"surat.pdf\n3 halaman · {ukuran} · 23/11/2026 09.05 · Rini Contoh"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == teks
    assert index.data() == "surat.pdf"
    kepala = loket.daftar.model_baris.index(1)
    assert kepala.data(Qt.ItemDataRole.ToolTipRole).endswith("\n1 pindaian")
    assert kepala.data(Qt.ItemDataRole.DecorationRole) is None
    assert loket.utama.bilah.nama.teks == "surat.pdf"


def test_a_paper_shows_its_first_scan_and_enter_leads_to_the_page_and_back(loket):
    loket.buka()
    loket.ke_berkas(1)
    loket.tambah(loket.berkas("a.png", "red"), loket.berkas("b.png", "blue"))
    assert loket.spanduk == f"2 pindaian ditambahkan ke {loket.permohonan.berkas[0].nama}."
    loket.tekan(K.Key_Home)
    assert loket.utama.bilah.nama.teks == "a.png"
    loket.tekan(K.Key_Down, kali=2)
    assert loket.utama.bilah.nama.teks == "b.png"
    loket.tekan(ENTER)
    assert loket.fokus() is loket.kanvas
    loket.tekan(K.Key_Escape)
    assert loket.fokus() is loket.daftar
    loket.tekan(K.Key_Home)
    loket.tekan(ENTER)
    assert loket.fokus() is loket.kanvas


def test_enter_on_an_empty_paper_asks_for_files_of_that_paper(loket):
    loket.buka()
    loket.ke_berkas(3)
    loket.dipilih = (loket.berkas("akta.png"),)
    loket.tekan(ENTER)
    loket.tuntas()
    assert loket.judul == [f"Tambahkan ke {loket.permohonan.berkas[2].nama}"]
    assert loket.tersimpan == [(loket.kode[2], "akta.png")]
    assert loket.berubah == [loket.permohonan.ringkasan.id]


@pytest.mark.parametrize("ukuran", UKURAN)
def test_nothing_is_cut_on_a_small_screen(loket, ukuran):
    dialog = loket.buka()
    dialog.resize(*ukuran)
    loket.ke_berkas(5)
    rusak = loket.folder / "rusak.jpg"
    rusak.write_bytes(b"\xff\xd8\xff" + b"0" * 60)
    loket.pindai("baru.png")
    loket.klik(loket.utama.folder)
    loket.tambah(*(loket.pdf(f"{n} {PANJANG}", 2) for n in range(9)), rusak)
    loket.tunggu(loket.pita.isVisible)
    loket.tekan(K.Key_Delete)
    loket.tunggu(lambda: not loket.panel.sibuk)
    dialog.grab()
    assert (dialog.width(), dialog.height()) == ukuran
    tombol = [t for t in dialog.findChildren(Tombol) if t.isVisible()]
    for satu in tombol:
        assert satu.width() >= satu.minimumSizeHint().width(), satu.accessibleName()
        assert dialog.rect().contains(
            satu.geometry().translated(satu.mapTo(dialog, QPoint()) - satu.pos())
        )
    sini = loket.daftar.visualRect(loket.daftar.currentIndex())
    assert loket.daftar.viewport().rect().contains(sini)


def test_no_number_of_a_person_is_shown_from_a_files_name(loket):
    dialog = loket.buka()
    loket.pindai(f"kk {NKK}.png")
    loket.klik(loket.utama.folder)
    loket.tunggu(loket.pita.isVisible)
    salah = loket.folder / f"catatan {NIK}.txt"
    salah.write_text("bukan gambar", encoding="utf-8")
    loket.tambah(loket.berkas(f"ktp {NIK}.png"), salah)
    loket.klik(loket.pita.lihat)
    loket.tuntas()
    teks = [w.text() for w in dialog.findChildren(QLabel) + dialog.findChildren(Tombol)]
    teks += [w.toolTip() + w.accessibleName() for w in dialog.findChildren(QWidget)]
    model = loket.daftar.model_baris
    teks += [model.index(n).data(Qt.ItemDataRole.ToolTipRole) for n in range(model.rowCount())]
    assert [t for t in teks if "9001" in t] != []
    assert not [t for t in teks if NIK in t or NKK in t]


def test_a_scan_of_a_paper_that_the_case_has_no_more_lies_in_the_last_place(loket):
    loket.buka()
    loket.ke_berkas(0)
    loket.tambah(loket.berkas("lain.png"))
    assert loket.pindaian == [(0, "lain.png")]
    assert loket.tersimpan == [("", "lain.png")]
    assert loket.spanduk == "1 pindaian ditambahkan ke Lain-lain."


def test_what_another_screen_changes_is_read_anew_and_the_line_stays(loket):
    loket.buka()
    loket.ke_berkas(2)
    loket.tambah(loket.pdf("surat.pdf"))
    loket.tekan(K.Key_PageDown, CTRL)
    loket.tuntas()
    meja, permohonan = loket.kantor.meja, loket.permohonan
    meja.lampiran.tambah(
        "lain", permohonan, loket.kode[0], loket.berkas("x.png"), loket.kantor.kasi
    )
    loket.kabar.berubah.emit(permohonan.ringkasan.id + 1)
    assert len(loket.pindaian) == 1
    loket.kabar.berubah.emit(permohonan.ringkasan.id)
    assert loket.pindaian == [(1, "x.png"), (2, "surat.pdf")]
    assert loket.daftar.pindaian().lampiran.nama == "surat.pdf"
    assert loket.kanvas.nomor == 2


# -- taking a scan off


def test_del_asks_y_takes_off_and_the_story_keeps_it(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tekan(K.Key_Delete)
    assert loket.spanduk.startswith("Lepas pindaian a.png")
    loket.tekan(K.Key_Escape)
    assert (loket.spanduk, len(loket.pindaian)) == ("", 1)
    loket.tekan(K.Key_Y)
    assert len(loket.pindaian) == 1
    loket.tekan(K.Key_Delete)
    loket.tekan(K.Key_Y)
    assert loket.pindaian == []
    assert loket.spanduk == "Pindaian a.png dilepas dari permohonan ini."
    assert loket.daftar.baris().nomor == 1
    gerak = loket.kantor.store.permohonan.get(loket.permohonan.ringkasan.id).riwayat
    assert [(p.langkah, p.hasil) for p in gerak[-2:]] == [
        ("lampiran", "tambah"),
        ("lampiran", "lepas"),
    ]
    assert loket.berubah == [loket.permohonan.ringkasan.id] * 2


def test_a_question_is_over_when_another_line_is_chosen_or_it_is_closed(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"), loket.berkas("b.png", "red"))
    loket.tekan(K.Key_Delete)
    loket.tekan(K.Key_Down)
    assert not loket.utama.is_bertanya()
    loket.tekan(K.Key_Delete)
    loket.utama.spanduk.ditutup.emit()
    loket.tekan(K.Key_Y)
    assert len(loket.pindaian) == 2
    loket.ke_berkas(4)
    loket.tekan(K.Key_Delete)
    assert loket.spanduk == "Pilih dulu pindaian yang dilepas."
    loket.tekan(K.Key_S, CTRL)
    assert loket.spanduk == "Pilih dulu pindaiannya dengan panah."


def test_a_scan_that_was_taken_off_meanwhile_is_told(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tekan(K.Key_Delete)
    lampiran = loket.daftar.pindaian().lampiran
    loket.kantor.meja.lampiran.lepas("lain", lampiran.id, loket.kantor.kasi)
    loket.klik(loket.utama.spanduk._aksi)
    assert loket.spanduk == "Pindaian ini sudah dilepas dari permohonannya."
    assert loket.pindaian == []


# -- the window itself


def test_escape_goes_back_step_by_step_and_closing_frees_all(loket):
    dialog = loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tekan(ENTER)
    loket.tekan(K.Key_Escape)
    assert dialog.isVisible()
    loket.tekan(K.Key_Escape)
    loket.tunggu(lambda: not shiboken6.isValid(dialog))
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, type(dialog))] == []


def test_the_kasi_looks_and_adds_too(loket):
    loket.buka(petugas=loket.kantor.kasi)
    loket.tambah(loket.berkas("a.png"))
    assert "Bambang Misal" in loket.daftar.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_scans_stop_no_step_of_the_case(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    maju = loket.kantor.sampai(loket.permohonan, "entri")
    assert maju.ringkasan.posisi == "entri"
    loket.tambah(loket.berkas("b.png", "red"))
    assert len(loket.tersimpan) == 2


def test_a_panel_beside_the_data_changes_its_case_and_takes_no_key_of_the_step(loket):
    loket.buka()
    loket.tambah(loket.berkas("a.png"))
    loket.tutup_jendela()
    lain = loket.kantor.terima(nik="3516131708459001", nama="Budi Santoso")
    panel = PanelLampiran(loket.kantor.meja, loket.kabar, loket.dunia, di_samping=True)
    panel.resize(560, 600)
    panel.muat_ulang()
    panel.tampilkan(loket.permohonan.ringkasan.id, loket.kantor.kasi)
    panel.show()
    assert panel.width() == 560
    assert panel.utama.daftar.pindaian() is None
    nama = [b.lampiran.nama for b in panel.utama.daftar.model_baris.baris if b.kunci[1] == "1"]
    assert nama == ["a.png"]
    panel.tampilkan(lain.ringkasan.id, loket.kantor.kasi)
    assert all(b.kunci[0] == "berkas" for b in panel.utama.daftar.model_baris.baris)
    assert panel.utama.pita.ambil.pintasan == ""
    loket.tunggu(lambda: not panel.sibuk)
    panel.hide()
    panel.deleteLater()
    hapus()


def test_a_case_that_cannot_be_read_is_told(loket):
    loket.buka()
    loket.panel.tampilkan(9001, loket.kantor.operator)
    assert loket.spanduk

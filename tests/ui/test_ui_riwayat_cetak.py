"""F7 and the way of a paper to the printer: what failed is on top and is printed once more."""

from __future__ import annotations

import json

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui.jendela_uji import CTRL, ENTER, TANPA, UKURAN, K, TanganJendela, hapus, list_terpotong

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak.cetak_langsung import CetakLangsung
from sooko_desk.ui.cetak.dialog_cetak import Keadaan
from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
from sooko_desk.ui.cetak.setelan_cetak import KebiasaanCetak, keep_kebiasaan
from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.riwayat_cetak import RiwayatCetak
from sooko_desk.ui.setelan import SetelanBerkas
from sooko_desk.ui.theme import Nada


class Tangan(TanganJendela):
    """Prints receipts, and looks at what became of them."""

    def __init__(self, kantor, folder):
        super().__init__(kantor, folder)
        self.galat = None
        self.jumlah = 0
        self.setelan = SetelanBerkas(folder / "setelan.ini")
        dunia = DuniaCetak(
            self.setelan,
            pilih_berkas=lambda _judul, nama: self.keluar / nama,
            list_printer=lambda: (PrinterTersedia("Loket"),),
            cetak_pdf=self._cetak,
            list_kertas=lambda _nama: None,
        )
        self.pesan = []
        self.kabar.pesan.connect(self.pesan.append)
        self.pencetak = Pencetak(kantor.meja, dunia, self.kabar)

    def _cetak(self, _pdf, _tugas):
        self.jumlah += 1
        if self.galat is not None:
            raise self.galat

    @property
    def baris(self):
        """The log, oldest first."""
        return self.kantor.meja.pencetakan.list_cetakan()[::-1]

    @property
    def hasil(self):
        return [b.hasil for b in self.baris]

    def cetak(self, *jawaban):
        """Print what the window shows, and answer each time that it asks."""
        dialog = self.pencetak.dialog
        self.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
        for satu in jawaban:
            self.tekan(K.Key_P, CTRL)
            if self.galat is None:
                self.tunggu(lambda: dialog.keadaan is Keadaan.MENUNGGU_JAWABAN)
                self.tekan(satu)
            else:
                self.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
        if self.pencetak.dialog is not None:
            self.tekan(K.Key_Escape)
        self.tunggu(lambda: self.pencetak.dialog is None)

    def buka_tanda_bukti(self, *permohonan):
        self.induk.show()
        self.pencetak.buka_tanda_bukti_bersama(
            [p.ringkasan.id for p in permohonan], self.kantor.operator, self.induk
        )

    def riwayat(self):
        dialog = RiwayatCetak(
            self.kantor.meja.pencetakan, self.pencetak, self.kantor.operator, self.induk
        )
        return self.tampilkan(dialog)

    def isi(self, kolom=5):
        model = self.dialog.model
        return [model.index(n, kolom).data() for n in range(model.rowCount())]


@pytest.fixture
def tangan(qapp, kantor, tmp_path):
    folder = tmp_path / "layar"
    folder.mkdir()
    tangan = Tangan(kantor, folder)
    yield tangan
    tangan.tutup()


def test_a_refused_print_is_listed_and_printed_once_more_without_a_new_number(tangan):
    kasus = tangan.kantor.terima()
    tangan.galat = UserError("Printer hilang.")
    tangan.buka_tanda_bukti(kasus)
    tangan.cetak(None)
    assert tangan.pesan[0].endswith("Cetak lagi dari riwayat cetak (F7); nomornya tetap.")
    assert tangan.hasil == ["gagal"]
    tangan.galat = None
    dialog = tangan.riwayat()
    assert tangan.isi() == ["Gagal, ulangi"]
    assert "1 cetakan gagal menunggu" in dialog.kartu._subjudul.text()
    tangan.tekan(ENTER)
    hapus()
    assert not shiboken6.isValid(dialog)
    tangan.cetak(K.Key_Y)
    gagal, tercetak = tangan.baris
    assert (tercetak.hasil, tercetak.ulang_dari, tercetak.kertas) == ("tercetak", gagal.id, "A4")
    assert tercetak.judul == gagal.judul
    assert tangan.simpanan(kasus).ringkasan == kasus.ringkasan
    tangan.riwayat()
    assert tangan.isi() == ["Tercetak", "Gagal, diulang"]
    assert tangan.dialog.rincian.text() == "Kertas A4 · Mengulang cetakan yang gagal"


def test_not_come_out_and_again_in_the_same_window_are_linked(tangan):
    tangan.buka_tanda_bukti(tangan.kantor.terima())
    tangan.cetak(K.Key_U, K.Key_U, K.Key_Y)
    satu, dua, tiga = tangan.baris
    assert tangan.hasil == ["gagal", "gagal", "tercetak"]
    assert (satu.ulang_dari, dua.ulang_dari, tiga.ulang_dari) == (None, satu.id, dua.id)


def test_what_failed_stands_on_top_until_it_is_repeated(tangan):
    lama, baru = tangan.kantor.terima(), tangan.kantor.terima()
    tangan.buka_tanda_bukti(lama)
    tangan.cetak(K.Key_U)
    tangan.buka_tanda_bukti(baru)
    tangan.cetak(K.Key_Y)
    tangan.riwayat()
    assert tangan.isi() == ["Gagal, ulangi", "Tercetak"]
    assert lama.ringkasan.kode_pindai in tangan.isi(1)[0]


def test_a_failed_batch_is_repeated_as_one_document(tangan):
    dua = [tangan.kantor.terima(), tangan.kantor.terima()]
    tangan.buka_tanda_bukti(*dua)
    tangan.cetak(K.Key_U)
    tangan.riwayat()
    assert tangan.isi() == ["Gagal, ulangi"] * 2
    tangan.tekan(K.Key_P, CTRL)
    tangan.cetak(K.Key_Y)
    tangan.riwayat()
    assert tangan.isi() == ["Tercetak"] * 2 + ["Gagal, diulang"] * 2
    assert tangan.jumlah == 2


def test_a_copy_says_why_in_the_log(tangan):
    kasus = tangan.kantor.terima()
    tangan.buka_tanda_bukti(kasus)
    tangan.cetak(K.Key_Y)
    tangan.buka_tanda_bukti(kasus)
    dialog = tangan.pencetak.dialog
    tangan.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
    tangan.ketik("Diminta Kasi")
    tangan.cetak(K.Key_Y)
    assert [b.alasan for b in tangan.baris] == ["", "Diminta Kasi"]
    tangan.riwayat()
    assert "Alasan cetak ulang: Diminta Kasi" in tangan.dialog.rincian.text()


def test_the_log_is_narrowed_down_and_escape_widens_it(tangan):
    kantor = tangan.kantor
    kasus = kantor.terima()
    tangan.buka_tanda_bukti(kasus)
    tangan.cetak(K.Key_U)
    tangan.pencetak.buka_dokumen(
        lambda: kantor.meja.buku.build("KK", 2026), kantor.operator, tangan.induk
    )
    tangan.cetak(K.Key_Y)
    saringan = tangan.riwayat().saringan
    saringan.dokumen.setCurrentIndex(saringan.dokumen.findText("Register"))
    assert tangan.isi() == ["Tercetak"]
    tangan.tekan(K.Key_Escape)
    assert len(tangan.isi()) == 2
    saringan.hasil.setCurrentIndex(saringan.hasil.findText("Gagal"))
    assert tangan.isi() == ["Gagal, ulangi"]
    tangan.tekan(K.Key_Escape)
    saringan.petugas.setCurrentIndex(1)
    assert len(tangan.isi()) == 2
    tangan.tekan(K.Key_Escape)
    tangan.tekan(K.Key_F, CTRL)
    tangan.ketik(kasus.ringkasan.kode_pindai.lower())
    tangan.tunggu(lambda: tangan.isi() == ["Gagal, ulangi"])
    tangan.tekan(K.Key_Escape)
    saringan.hari.setText("22/11/2026")
    tangan.tunggu(lambda: tangan.isi() == [])
    assert not tangan.dialog.ulangi.isEnabled()
    saringan.hari.setText("23/11/2026")
    tangan.tunggu(lambda: len(tangan.isi()) == 2)
    saringan.hari.setText("23/1")
    tangan.tunggu(lambda: len(tangan.isi()) == 2)
    tangan.tekan(K.Key_Escape)
    assert not tangan.dialog.isVisible()


def test_a_saved_spreadsheet_cannot_be_printed_again_from_here(tangan):
    tangan.induk.show()
    kabar = []
    tangan.pencetak.simpan_register_xlsx(
        ("KK", 2026), tangan.kantor.operator, tangan.induk, lambda *satu: kabar.append(satu)
    )
    assert [nada for nada, _ in kabar] == [Nada.SELESAI]  # an empty book is about nobody
    dialog = tangan.riwayat()
    assert tangan.isi() == ["Tersimpan"]
    assert not dialog.ulangi.isEnabled()
    tangan.tekan(ENTER)
    assert tangan.pencetak.dialog is None


@pytest.mark.parametrize("ukuran", UKURAN)
def test_nothing_is_cut_in_the_log(tangan, ukuran):
    tangan.buka_tanda_bukti(tangan.kantor.terima())
    tangan.cetak(K.Key_U, K.Key_Y)
    dialog = tangan.riwayat()
    dialog.resize(*ukuran)
    QApplication.processEvents()
    assert list_terpotong(dialog) == []


def langsungkan(tangan, **isi):
    keep_kebiasaan(tangan.setelan, "tanda_bukti", KebiasaanCetak("Loket", langsung=True, **isi))


def test_a_direct_print_opens_no_window_and_is_logged(tangan):
    langsungkan(tangan, kertas="A5")
    tangan.buka_tanda_bukti(tangan.kantor.terima())
    assert tangan.pencetak.dialog is None
    jalan = tangan.induk.findChild(CetakLangsung)
    tangan.tunggu(jalan.kabar.ya.isVisible)
    jalan.kabar.ya.click()
    (baris,) = tangan.baris
    assert (baris.tujuan, baris.hasil, baris.kertas) == ("Loket", "tercetak", "A5")
    assert json.loads(baris.rujukan)["dokumen"] == "tanda_bukti"
    tangan.tunggu(lambda: not shiboken6.isValid(jalan))


def test_the_window_of_a_direct_print_makes_a_copy_with_a_reason(tangan):
    langsungkan(tangan)
    tangan.buka_tanda_bukti(tangan.kantor.terima())
    jalan = tangan.induk.findChild(CetakLangsung)
    tangan.tunggu(jalan.kabar.ya.isVisible)
    jalan.kabar.buka.click()
    assert tangan.hasil == ["belum_pasti"]
    assert tangan.pencetak.dialog._dokumen.salinan == 1
    tangan.cetak()


def test_a_copy_is_never_printed_directly(tangan):
    kasus = tangan.kantor.terima()
    tangan.buka_tanda_bukti(kasus)
    tangan.cetak(K.Key_Y)
    langsungkan(tangan)
    tangan.buka_tanda_bukti(kasus)
    assert tangan.pencetak.dialog is not None
    tangan.cetak()


@pytest.mark.parametrize(
    ("tambahan", "jendela"), [(Qt.KeyboardModifier.ShiftModifier, True), (TANPA, False)]
)
def test_shift_opens_the_window_anyway(tangan, monkeypatch, tambahan, jendela):
    from PySide6.QtGui import QGuiApplication

    langsungkan(tangan)
    kasus = tangan.kantor.terima()
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", lambda: tambahan)
    tangan.buka_tanda_bukti(kasus)
    assert (tangan.pencetak.dialog is not None) is jendela
    if jendela:
        tangan.cetak()
    else:
        jalan = tangan.induk.findChild(CetakLangsung)
        tangan.tunggu(jalan.kabar.ya.isVisible)
        jalan.kabar.selesai.emit()
        assert tangan.hasil == ["belum_pasti"]
        tangan.tunggu(lambda: not shiboken6.isValid(jalan))

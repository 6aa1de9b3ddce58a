"""The second status, standard reasons and upload ticks as widgets."""

from __future__ import annotations

import pytest
from builders import NIK
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.domain.sop import Pilihan
from sooko_desk.ui import theme
from sooko_desk.ui.dialog_luar import PILIH_DULU, DialogLuar
from sooko_desk.ui.panel_luar import BELUM_ADA, PanelLuar, sebut_luar
from sooko_desk.ui.panel_unggah import KOSONG, PanelUnggah
from sooko_desk.ui.pilih_alasan import PilihAlasan
from sooko_desk.ui.tombol_dikembalikan import TombolDikembalikan

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTRI = frozenset({"entri_data"})


@pytest.fixture
def tampilkan(qapp):
    """Show widgets in a window of their own; gone without a trace afterwards."""
    if not qapp.styleSheet():
        theme.apply(qapp)
    semua = []

    def tampilkan(*isi):
        jendela = QWidget()
        jendela.resize(460, 420)
        layout = QVBoxLayout(jendela)
        for satu in isi:
            layout.addWidget(satu)
        semua.append(jendela)
        jendela.show()
        jendela.activateWindow()
        assert QTest.qWaitForWindowActive(jendela)
        return jendela

    yield tampilkan
    for jendela in semua:
        jendela.close()
        jendela.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


class TestPilihAlasan:
    @pytest.fixture
    def isi(self, tampilkan):
        isian, alasan = QLineEdit(), PilihAlasan()
        alasan.pasang(isian)
        tampilkan(isian, alasan)
        alasan.set_pilihan((Pilihan("a", "berkas kurang"), Pilihan("b", "data beda")))
        isian.setFocus()
        return isian, alasan

    def test_down_from_the_words_one_digit_and_up_again(self, isi):
        isian, alasan = isi
        lanjut = []
        alasan.lanjut.connect(lambda: lanjut.append(alasan.kode()))
        QTest.keyClicks(isian, "RT 3")
        tekan(K.Key_Down)
        assert alasan.daftar.hasFocus()
        tekan(K.Key_2)
        assert (alasan.kode(), lanjut) == ("b", ["b"])
        tekan(K.Key_Up)
        assert alasan.kode() == "a"
        tekan(K.Key_Up)
        assert isian.hasFocus()
        assert isian.text() == "RT 3"  # its own digits stay its own

    def test_a_step_without_standard_reasons_shows_none(self, isi):
        isian, alasan = isi
        alasan.set_kode("a")
        alasan.set_pilihan(())
        assert (alasan.isVisible(), alasan.kode()) == (False, "")
        tekan(K.Key_Down)
        assert isian.hasFocus()

    def test_another_step_begins_without_a_choice(self, isi):
        alasan = isi[1]
        alasan.set_kode("a")
        alasan.set_pilihan((Pilihan("a", "berkas kurang"),))
        assert alasan.kode() == ""


class TestPanelUnggah:
    @pytest.fixture
    def panel(self, kantor, tampilkan):
        panel = PanelUnggah()
        tampilkan(panel)
        panel.set_berkas(kantor.terima().berkas, ())
        panel.fokus()
        return panel

    def test_space_digits_and_arrows_tick(self, panel):
        kata = []
        panel.berubah.connect(lambda: kata.append(len(panel.kode())))
        tekan(K.Key_Space)
        tekan(K.Key_Down)
        tekan(K.Key_Space)
        tekan(K.Key_4)
        tekan(K.Key_1)
        assert kata == [1, 2, 3, 2]
        assert [k.isChecked() for k in panel.list_input()][:5] == [False, True, False, True, False]
        tekan(K.Key_9, CTRL)
        tekan(K.Key_9)  # no such paper
        assert kata[-1] == 2

    def test_ctrl_a_ticks_all_and_lifts_all(self, panel):
        tekan(K.Key_3)
        tekan(K.Key_A, CTRL)
        assert len(panel.kode()) == len(panel.list_input())
        tekan(K.Key_A, CTRL)
        assert panel.kode() == frozenset()

    def test_enter_goes_on_once(self, panel):
        kata = []
        panel.lanjut.connect(lambda: kata.append("lanjut"))
        tekan(K.Key_Return)
        event = QKeyEvent(
            QEvent.Type.KeyPress, K.Key_Return, Qt.KeyboardModifier.NoModifier, "", True
        )
        QApplication.sendEvent(QApplication.focusWidget(), event)
        assert kata == ["lanjut"]
        assert panel.kode() == frozenset()

    def test_a_sentence_goes_with_the_next_tick(self, panel):
        panel.set_pesan(theme.Nada.BAHAYA, "Centang dulu.")
        assert panel.pesan == "Centang dulu."
        tekan(K.Key_Space)
        assert panel.pesan == ""

    def test_it_stands_right_below_the_papers_and_the_caret_on_the_first_without_a_tick(
        self, panel
    ):
        kotak = panel.list_input()
        tekan(K.Key_1)
        kotak[4].setFocus()
        panel.set_pesan(theme.Nada.BAHAYA, "Centang dulu.")
        QApplication.processEvents()
        assert kotak[1].hasFocus()
        baris = kotak[-1].parentWidget()
        kalimat = next(w for w in panel.findChildren(QLabel) if w.text() == "Centang dulu.")
        jarak = kalimat.mapTo(panel, QPoint()).y() - baris.mapTo(panel, QPoint()).y()
        assert baris.height() <= jarak < baris.height() + 12
        panel.set_pesan(theme.Nada.PERINGATAN, "Belum semua.")
        tekan(K.Key_A, CTRL)
        panel.set_pesan(theme.Nada.BAHAYA, "Ditolak.")  # none is missing
        assert kotak[1].hasFocus()

    def test_a_click_anywhere_on_a_line_ticks_it(self, panel):
        kotak = panel.list_input()[2]
        QTest.mouseClick(kotak.parentWidget(), Qt.MouseButton.LeftButton)
        assert kotak.isChecked()
        QTest.mouseClick(kotak.parentWidget(), Qt.MouseButton.RightButton)
        assert kotak.isChecked()

    def test_tab_asks_for_one_press(self, panel):
        tekan(K.Key_Down)
        tekan(K.Key_Tab)
        assert QApplication.focusWidget() not in panel.list_input()[2:]

    def test_ticks_given_are_shown_and_a_case_without_papers_says_so(self, kantor, panel):
        berkas = kantor.terima().berkas
        panel.set_berkas(berkas, {berkas[0].kode})
        assert panel.kode() == {berkas[0].kode}
        panel.set_berkas((), ())
        assert (panel.kode(), panel.pesan) == (frozenset(), KOSONG)
        panel.fokus()

    def test_what_was_uploaded_tells_when(self, kantor, panel):
        kk = kantor.gerak(kantor.sampai(kantor.terima(), "upload"), "upload", "terupload")
        panel.set_berkas(kk.berkas, ())
        assert "terunggah 23/11/2026 09.05" in panel.list_input()[0].accessibleDescription()


def test_a_word_without_number_and_date_is_just_the_word():
    assert sebut_luar(KeadaanLuar("siak", "diajukan", "Diajukan")) == "SIAK: Diajukan"


class TestPanelLuar:
    @pytest.fixture
    def panel(self, kantor, tampilkan):
        panel = PanelLuar(kantor.meja)
        tampilkan(panel)
        return panel

    def buka(self, kantor, panel, permohonan):
        panel.tampilkan(
            kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator), kantor.operator
        )

    def dialog(self, panel):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        panel.buka()
        dialog = panel.window().findChild(DialogLuar)
        assert QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        return dialog

    def test_it_is_quiet_until_another_system_has_a_word(self, kantor, panel):
        kk = kantor.terima()
        self.buka(kantor, panel, kk)
        assert not panel.isVisible()
        panel.buka()  # the key does nothing then
        assert panel.window().findChild(DialogLuar) is None
        self.buka(kantor, panel, kantor.sampai(kk, "entri"))
        assert panel.keadaan.text() == BELUM_ADA
        assert panel.isVisible()

    def test_one_line_and_the_refusal_that_is_to_be_mended(self, kantor, panel):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        self.buka(kantor, panel, kk)
        assert panel.keadaan.text() == "SIAK: Data terinput · ref Contoh · 23/11/2026"
        assert not panel.penolakan.isVisible()
        kk = kantor.gerak(kk, "verifikasi", "ditolak", tolak="data_beda", alasan="nama ibu")
        self.buka(kantor, panel, kk)
        assert panel.penolakan.text() == (
            "Ditolak verifikator 23/11/2026 09.05: Data tidak sesuai dokumen: nama ibu"
        )
        assert panel.penolakan.isVisible()

    def test_a_finished_case_is_told_but_not_written_on(self, kantor, panel):
        self.buka(kantor, panel, kantor.sampai(kantor.terima(), "selesai"))
        assert panel.isVisible()
        assert not panel.catat.isVisible()

    def test_noting_by_keyboard_alone(self, kantor, panel):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        self.buka(kantor, panel, kk)
        kata = []
        panel.dicatat.connect(lambda nomor, kalimat: kata.append((nomor, kalimat)))
        dialog = self.dialog(panel)
        assert dialog.keadaan.hasFocus()
        tekan(K.Key_2)
        assert dialog.referensi.input.hasFocus()
        dialog.referensi.input.selectAll()
        QTest.keyClicks(QApplication.focusWidget(), "SP-9")
        tekan(K.Key_Return)
        assert dialog.tanggal.input.nilai() == "23/11/2026"
        tekan(K.Key_Return)
        tekan(K.Key_Return)
        assert kata == [(kk.ringkasan.id, f"{kk.ringkasan.pemohon.nama}: SIAK Sedang diproses.")]
        luar = kantor.store.permohonan.get(kk.ringkasan.id).ringkasan.luar
        assert (luar.kode, luar.referensi) == ("diproses", "SP-9")

    def test_what_is_wrong_is_told_and_nothing_typed_is_lost(self, kantor, panel):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        self.buka(kantor, panel, kk)
        dialog = self.dialog(panel)
        tekan(K.Key_Return, CTRL)
        assert dialog.spanduk.teks == PILIH_DULU
        dialog.referensi.input.set_nilai(NIK)
        dialog.tanggal.input.set_nilai("24/11/2026")
        dialog.keadaan.setFocus()
        tekan(K.Key_4)
        tekan(K.Key_Return, CTRL)
        assert "NIK" in dialog.referensi.pesan
        assert dialog.tanggal.pesan == "Tanggal ini belum tiba. Periksa tanggalnya."
        assert (dialog.keadaan.kode(), dialog.referensi.input.nilai()) == ("ditolak", NIK)
        tekan(K.Key_Escape)
        assert kantor.store.permohonan.get(kk.ringkasan.id) == kk

    def test_a_case_that_moved_meanwhile_is_refused_with_a_sentence(self, kantor, panel):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        self.buka(kantor, panel, kk)
        dialog = self.dialog(panel)
        kantor.gerak(kk, "verifikasi", "terverifikasi")
        tekan(K.Key_2)
        tekan(K.Key_Return, CTRL)
        assert "sudah berubah sejak ditampilkan" in dialog.spanduk.teks

    def test_the_key_works_and_the_refusal_is_told_while_the_card_around_is_folded(
        self, kantor, tampilkan
    ):
        panel, kartu = PanelLuar(kantor.meja), QWidget()
        QVBoxLayout(kartu).addWidget(panel)
        jendela = tampilkan(kartu)
        jendela.layout().addWidget(panel.penolakan)
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        kk = kantor.gerak(kk, "verifikasi", "ditolak", tolak="berkas_kurang")
        kartu.hide()
        self.buka(kantor, panel, kk)
        assert panel.penolakan.isVisible()
        assert self.dialog(panel).isVisible()

    def test_a_panel_without_a_case_opens_nothing(self, panel):
        panel.show()
        panel.buka()
        assert panel.window().findChild(DialogLuar) is None

    def test_dispendukcapil_comes_first_where_it_has_the_case(self, kantor, panel):
        ktp = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
        self.buka(kantor, panel, ktp)
        dialog = self.dialog(panel)
        assert dialog.sistem.kode() == "dispendukcapil"
        tekan(K.Key_6)
        tekan(K.Key_Return, CTRL)
        ktp = kantor.store.permohonan.get(ktp.ringkasan.id)
        self.buka(kantor, panel, ktp)
        assert panel.keadaan.text() == "Dispendukcapil: Siap cetak (PRR) · 23/11/2026"
        dialog = self.dialog(panel)
        assert dialog.keadaan.kode() == "prr"
        tekan(K.Key_1, ALT)
        assert dialog.sistem.kode() == "siak"
        assert dialog.keadaan.kode() == ""

    def test_before_any_word_the_step_says_whose_it_is(self, kantor, panel):
        self.buka(kantor, panel, kantor.sampai(kantor.terima(), "entri"))
        assert self.dialog(panel).sistem.kode() == "siak"


class TestTombolDikembalikan:
    def test_a_register_that_cannot_be_read_leaves_it_as_it_was(self, kantor, tmp_path, tampilkan):
        tombol = TombolDikembalikan(kantor.meja)
        tampilkan(tombol)
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        kantor.gerak(kk, "verifikasi", "ditolak", tolak="berkas_kurang")
        tombol.muat_ulang()
        kantor.store.close()
        (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
        tombol.muat_ulang()
        assert tombol.text() == "Dikembalikan (1)"

    def test_it_counts_filters_and_hides(self, kantor, tampilkan):
        tombol = TombolDikembalikan(kantor.meja)
        tampilkan(tombol)
        tombol.muat_ulang()
        assert not tombol.isVisible()
        lain = kantor.sampai(kantor.terima(), "entri")
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        kk = kantor.gerak(kk, "verifikasi", "ditolak", tolak="berkas_kurang")
        tombol.muat_ulang()
        assert (tombol.text(), tombol.isVisible()) == ("Dikembalikan (1)", True)
        assert tombol.id_dikembalikan == {kk.ringkasan.id}
        assert "Berkas kurang" in tombol.toolTip()
        antrean = kantor.meja.alur.list_antrean(ENTRI)
        assert tombol.saring(antrean) == antrean
        kata = []
        tombol.berubah.connect(lambda: kata.append("berubah"))
        tombol.click()
        assert kata == ["berubah"]
        (satu,) = tombol.saring(antrean)
        assert satu.ringkasan.id == kk.ringkasan.id != lain.ringkasan.id
        kantor.sampai(kk, "verifikasi")
        tombol.muat_ulang()
        assert (tombol.isVisible(), tombol.isChecked()) == (False, False)
        assert len(tombol.saring(antrean)) == len(antrean)

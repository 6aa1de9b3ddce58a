"""Ctrl+G: the switch, its light, and the month's outages."""

from __future__ import annotations

import datetime as dt

import pytest
import shiboken6
from builders import NAMA_KASI, NAMA_OPERATOR
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.domain.waktu import WIB
from sooko_desk.services.gangguan import SaatTeks
from sooko_desk.ui import theme
from sooko_desk.ui.gangguan import SEKALI_LAGI, DialogGangguan, LampuSiak
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.tombol import Gaya

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
HARI = 24 * 60


@pytest.fixture
def induk(qapp):
    if not qapp.styleSheet():
        theme.apply(qapp)
    induk = QWidget()
    induk.kabar = Kabar(induk)
    induk.berubah = []
    induk.kabar.berubah.connect(induk.berubah.append)
    induk.show()
    yield induk
    induk.close()
    induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def buka(kantor, induk):
    def buka():
        dialog = DialogGangguan(kantor.meja, induk.kabar, kantor.operator, induk)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        return dialog

    return buka


@pytest.fixture
def service(kantor):
    return kantor.meja.gangguan


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def ketik(teks):
    QTest.keyClicks(QApplication.focusWidget(), teks)


def baris(dialog):
    model = dialog.model
    return [tuple(k.nilai(model.row(n)) for k in model.kolom) for n in range(model.rowCount())]


class TestLampu:
    def test_it_is_quiet_and_turns_red_with_the_hour(self, kantor, service, induk):
        lampu = LampuSiak(service, kantor.clock)
        lampu.setParent(induk)
        lampu.segarkan()
        assert (lampu.text(), lampu.property("gaya")) == ("SIAK", Gaya.TEKS)
        tenang = lampu.sizeHint()
        service.mulai("a", "", kantor.operator)
        lampu.segarkan()
        assert (lampu.text(), lampu.property("gaya")) == ("SIAK gangguan sejak 09.05", Gaya.BAHAYA)
        assert lampu.accessibleName() == "SIAK gangguan sejak 09.05"
        assert lampu.sizeHint().width() > tenang.width()
        kantor.clock.maju(HARI)
        lampu.segarkan()
        assert lampu.text() == "SIAK gangguan sejak 23/11 09.05"
        service.selesai("b", kantor.operator, peringatan_dilihat=True)
        lampu.segarkan()
        assert (lampu.text(), lampu.sizeHint()) == ("SIAK", tenang)

    def test_a_log_that_cannot_be_read_leaves_it_as_it_was(self, kantor, service, induk, tmp_path):
        lampu = LampuSiak(service, kantor.clock)
        lampu.setParent(induk)
        service.mulai("a", "", kantor.operator)
        lampu.segarkan()
        kantor.store.close()
        (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
        lampu.segarkan()
        assert lampu.text() == "SIAK gangguan sejak 09.05"


class TestDialog:
    def test_two_keys_begin_it_and_two_end_it(self, kantor, service, induk, buka):
        dialog = buka()
        assert dialog.keadaan.text() == "SIAK berjalan."
        assert dialog.alasan.input.hasFocus()
        ketik("tidak dapat masuk")
        tekan(K.Key_Return, CTRL)
        assert not shiboken6.isValid(dialog) or not dialog.isVisible()
        assert service.berjalan.alasan == "tidak dapat masuk"
        assert induk.berubah == [0]
        kantor.clock.maju(35)
        dialog = buka()
        assert dialog.keadaan.text() == (
            "SIAK gangguan sejak 23/11/2026 09.05, 35 menit dalam jam kantor."
        )
        assert dialog.rincian.text() == f"Dicatat oleh {NAMA_OPERATOR}."
        assert dialog.alasan.input.isReadOnly()
        assert dialog.utama.hasFocus()
        tekan(K.Key_Return)
        assert service.berjalan is None
        assert induk.berubah == [0, 0]

    def test_enter_in_a_field_only_goes_to_the_button(self, service, buka):
        dialog = buka()
        tekan(K.Key_Return)
        assert dialog.utama.hasFocus()
        assert service.berjalan is None

    def test_what_is_wrong_is_told_and_nothing_typed_is_lost(self, service, buka):
        dialog = buka()
        ketik("lambat")
        dialog.pukul.input.setFocus()
        ketik("25")
        tekan(K.Key_Return, CTRL)
        assert dialog.pukul.pesan == '"25" bukan jam. Tulis seperti 07.30.'
        assert dialog.pukul.input.hasFocus()
        assert dialog.alasan.input.nilai() == "lambat"
        dialog.pukul.input.selectAll()
        ketik("9")
        assert dialog.pukul.pesan == "Mulai gangguan"
        tekan(K.Key_Return, CTRL)
        assert service.berjalan is not None

    def test_a_forgotten_one_is_asked_about_and_the_second_press_ends_it(
        self, kantor, service, buka
    ):
        service.mulai("a", "", kantor.operator)
        kantor.clock.maju(HARI)
        dialog = buka()
        tekan(K.Key_Return, CTRL)
        assert "tercatat sejak 23/11/2026 09.05" in dialog.spanduk.teks
        assert dialog.spanduk.teks.endswith(SEKALI_LAGI)
        assert service.berjalan is not None
        tekan(K.Key_Return, CTRL)
        assert service.berjalan is None

    def test_another_answer_to_the_warning_is_taken(self, kantor, service, buka):
        service.mulai("a", "", kantor.operator)
        kantor.clock.maju(HARI)
        dialog = buka()
        tekan(K.Key_Return, CTRL)
        assert dialog.pukul.input.hasFocus()
        ketik("1015")
        dialog.tanggal.input.setFocus()
        ketik("23112026")
        tekan(K.Key_Return, CTRL)
        assert service.terakhir.selesai == dt.datetime(2026, 11, 23, 10, 15, tzinfo=WIB)

    def test_the_last_end_is_put_right_and_the_window_stays(self, kantor, service, induk, buka):
        service.mulai("a", "jaringan putus", kantor.operator)
        kantor.clock.maju(60)
        service.selesai("b", kantor.operator)
        dialog = buka()
        tekan(K.Key_E, CTRL)
        assert dialog.pukul.input.nilai() == "10.05"
        assert dialog.pukul.input.hasFocus()
        ketik("9.20")
        tekan(K.Key_Return, CTRL)
        assert dialog.isVisible()
        assert (
            dialog.spanduk.teks == "Dibetulkan: gangguan 23/11/2026 09.05 pulih 23/11/2026 09.20."
        )
        assert baris(dialog)[0][:3] == ("23/11/2026 09.05", "23/11/2026 09.20", "15")
        assert "semula selesai 23/11/2026 10.05" in baris(dialog)[0][3]
        assert induk.berubah == [0]
        assert dialog.utama.text() == "Catat gangguan"

    def test_escape_leaves_the_correction_then_the_window(self, kantor, service, buka):
        service.mulai("a", "", kantor.operator)
        service.selesai("b", kantor.operator)
        dialog = buka()
        tekan(K.Key_E, CTRL)
        assert dialog.utama.text() == "Simpan pembetulan"
        tekan(K.Key_Escape)
        assert dialog.isVisible()
        assert dialog.utama.text() == "Catat gangguan"
        assert dialog.betulkan.isVisible()
        tekan(K.Key_Escape)
        assert not shiboken6.isValid(dialog) or not dialog.isVisible()

    def test_there_is_nothing_to_correct_at_first_or_while_one_runs(self, kantor, service, buka):
        dialog = buka()
        tekan(K.Key_E, CTRL)
        assert dialog.utama.text() == "Catat gangguan"
        dialog.reject()
        service.mulai("a", "", kantor.operator)
        dialog = buka()
        tekan(K.Key_E, CTRL)
        assert dialog.utama.text() == "SIAK sudah pulih"

    def test_an_outage_that_somebody_ended_meanwhile_is_told(self, kantor, service, buka):
        service.mulai("a", "", kantor.operator)
        dialog = buka()
        service.selesai("b", kantor.kasi)
        tekan(K.Key_Return, CTRL)
        assert "mungkin sudah dicatat selesai" in dialog.spanduk.teks
        assert dialog.utama.text() == "Catat gangguan"

    def test_months_are_leafed_through_up_to_this_one(self, kantor, service, buka):
        service.mulai("a", "Oktober", kantor.operator, SaatTeks("30/10/2026", "14.00"))
        service.selesai("b", kantor.operator, SaatTeks("30/10/2026", "14.30"))
        dialog = buka()
        assert baris(dialog) == []
        assert not dialog.berikut.isEnabled()
        tekan(K.Key_Right, ALT)
        dialog.tabel.setFocus()
        tekan(K.Key_Left, ALT)
        (satu,) = baris(dialog)
        assert satu[2] == "30"
        assert satu[3] == "Oktober (dicatat 23/11/2026 09.05) (dicatat 23/11/2026 09.05)"
        assert satu[4] == NAMA_OPERATOR
        tekan(K.Key_Right, ALT)
        assert baris(dialog) == []

    def test_a_running_one_is_marked_in_the_list(self, kantor, service, buka):
        service.mulai("a", "", kantor.operator)
        dialog = buka()
        assert baris(dialog)[0][1:4] == ("masih berjalan", "0", "–")
        kolom = dialog.model.kolom[1]
        assert kolom.chip(dialog.model.row(0)) is theme.Nada.BAHAYA

    def test_a_log_that_cannot_be_read_is_told(self, kantor, tmp_path, buka):
        kantor.store.close()
        (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
        assert "Berkas register" in buka().spanduk.teks

    def test_the_list_is_sorted_by_instant_not_by_words(self, kantor, service, buka):
        for n, (hari, sampai) in enumerate([("02/11/2026", "9.30"), ("10/11/2026", "9.10")]):
            service.mulai(f"m{n}", "", kantor.operator, SaatTeks(hari, "9"))
            service.selesai(f"s{n}", kantor.operator, SaatTeks(hari, sampai))
        service.mulai("a", "", kantor.kasi)
        service.selesai("b", kantor.operator)
        service.mulai("c", "", kantor.kasi)
        dialog = buka()
        awal = [b[0] for b in baris(dialog)]
        assert [x[:2] for x in awal] == ["23", "23", "10", "02"]
        assert baris(dialog)[1][4] == f"{NAMA_KASI} / {NAMA_OPERATOR}"
        dialog.model.sort(0)
        assert [b[0] for b in baris(dialog)] == awal[::-1]
        dialog.model.sort(1)
        assert [b[1][:2] for b in baris(dialog)] == ["02", "10", "23", "ma"]
        dialog.model.sort(2, Qt.SortOrder.DescendingOrder)
        assert [b[2] for b in baris(dialog)][:2] == ["30", "10"]

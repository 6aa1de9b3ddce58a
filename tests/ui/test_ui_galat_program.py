"""A fault of the program is told and noted without personal data; the program goes on."""

from __future__ import annotations

import gc
import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, qWarning
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.galat_program import NAMA_CATATAN, GalatProgram


@pytest.fixture
def induk(qapp):
    return QObject()


@pytest.fixture
def galat(tmp_path, clock, induk, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    galat = GalatProgram(tmp_path, clock, induk)
    galat.kalimat = []
    galat.terjadi.connect(galat.kalimat.append)
    galat.pasang()
    yield galat
    galat.lepas()


def raise_and_hand_over(galat_: Exception) -> None:
    try:
        raise galat_
    except type(galat_):
        sys.excepthook(*sys.exc_info())


def test_a_fault_is_told_and_its_place_noted_without_its_message(galat, tmp_path):
    raise_and_hand_over(ValueError("3516135708459001 SUWARTI"))
    assert "kesalahan di dalam program" in galat.kalimat[0]
    catatan = (tmp_path / NAMA_CATATAN).read_text(encoding="utf-8")
    assert catatan.startswith("23/11/2026 09.05 ValueError\n")
    assert "raise_and_hand_over" in catatan
    assert "SUWARTI" not in catatan
    assert "9001" not in catatan


def test_a_sentence_for_the_officer_is_shown_as_it_is_and_not_noted(galat, tmp_path):
    raise_and_hand_over(UserError("Berkas register rusak."))
    assert galat.kalimat == ["Berkas register rusak."]
    assert not (tmp_path / NAMA_CATATAN).exists()


def test_a_log_that_cannot_be_written_does_not_hide_the_fault(galat, tmp_path):
    (tmp_path / NAMA_CATATAN).mkdir()
    raise_and_hand_over(ValueError("x"))
    assert len(galat.kalimat) == 1


def test_a_fault_of_a_worker_and_of_a_destructor_are_noted_the_same_way(galat, tmp_path, capsys):
    def gagal():
        raise ValueError("3516135708459001 SUWARTI")

    utas = threading.Thread(target=gagal)
    utas.start()
    utas.join()

    class Sisa:
        def __del__(self):
            raise KeyError("SUWARTI")

    Sisa()
    gc.collect()
    QApplication.processEvents()
    catatan = (tmp_path / NAMA_CATATAN).read_text(encoding="utf-8")
    assert "ValueError" in catatan
    assert "KeyError" in catatan
    assert len(galat.kalimat) == 2
    tertulis = capsys.readouterr().err
    assert "ValueError" in tertulis
    for teks in (catatan, tertulis):
        assert "SUWARTI" not in teks
        assert "9001" not in teks


def test_records_and_messages_of_libraries_are_masked_and_statements_are_not_written(
    galat, capsys, monkeypatch
):
    akar = logging.getLogger()
    monkeypatch.setattr(akar, "handlers", [])  # as in the program: nobody has set any up
    logging.getLogger("peewee").debug(("SELECT ?", ["3516135708459001"]))
    logging.getLogger("peewee").error("SELECT 3516135708459001")
    logging.getLogger("lain").warning("nomor %s, %s", "3516 1357 0845 9001", "SN 12")
    galat_ = ValueError("SUWARTI")
    logging.getLogger("lain").error("gagal", exc_info=galat_)
    qWarning("QLabel 3516135708459001")
    tertulis = capsys.readouterr().err
    assert "nomor ************9001, SN 12" in tertulis
    assert "QLabel ************9001" in tertulis
    assert "gagal\nValueError" in tertulis
    for rahasia in ("35161357", "3516 1357", "SUWARTI", "SELECT"):
        assert rahasia not in tertulis


def test_a_program_without_a_terminal_survives_its_own_messages(galat, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    raise_and_hand_over(ValueError("x"))
    qWarning("x")
    assert (tmp_path / NAMA_CATATAN).exists()


def test_the_earlier_hooks_come_back(tmp_path, clock, induk):
    lama = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    galat = GalatProgram(tmp_path, clock, induk)
    galat.pasang()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) != lama
    galat.lepas()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == lama
    assert logging.lastResort.filters == []

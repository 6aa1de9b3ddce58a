"""A fault of the program is told and noted without personal data; the program goes on."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

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

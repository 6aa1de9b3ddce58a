"""Progress of a longer piece of work, and the wish to stop it."""

from __future__ import annotations

import pytest

from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan


def test_reports_arrive_until_it_is_stopped():
    laporan = []
    kemajuan = Kemajuan(lambda selesai, semua: laporan.append((selesai, semua)))
    kemajuan.lapor(0, 2)
    kemajuan.lapor(1, 2)
    kemajuan.hentikan()
    with pytest.raises(DihentikanError, match="Dihentikan sebelum selesai"):
        kemajuan.lapor(2, 2)
    assert laporan == [(0, 2), (1, 2)]


def test_nobody_needs_to_look():
    Kemajuan().lapor(1, 1)

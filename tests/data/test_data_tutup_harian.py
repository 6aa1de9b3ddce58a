"""Closed days: once each, in their order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import peewee as pw
import pytest
from builders import NAMA_KASI, SENIN_PAGI

from sooko_desk.data.tutup_harian import TutupHarianBaru
from sooko_desk.domain.errors import RuleError

SENIN = dt.date(2026, 11, 23)
SATU_HARI = dt.timedelta(days=1)


@pytest.fixture
def baru(kantor):
    return TutupHarianBaru("a", SENIN, 4, '{"terima": 3}', "0a" * 32, kantor.kasi, SENIN_PAGI)


def test_a_closed_day_is_read_back_as_it_was_signed(kantor, baru):
    hari = kantor.store.tutup_harian
    assert (hari.find(SENIN), hari.find_terakhir(), hari.list(9)) == (None, None, ())
    tutup = hari.tutup(baru)
    assert (tutup.tanggal, tutup.sampai_urut, tutup.isi) == (SENIN, 4, '{"terima": 3}')
    assert (tutup.sidik, tutup.petugas, tutup.waktu) == ("0a" * 32, NAMA_KASI, SENIN_PAGI)
    assert hari.find(SENIN) == hari.find_terakhir() == hari.tutup(baru) == tutup
    besok = hari.tutup(replace(baru, token="b", tanggal=SENIN + SATU_HARI, sampai_urut=4))
    assert hari.list(9) == (besok, tutup)
    assert hari.list(1) == (hari.find_terakhir(),) == (besok,)


def test_a_day_is_not_closed_twice_nor_after_a_later_one(kantor, baru):
    hari = kantor.store.tutup_harian
    hari.tutup(baru)
    with pytest.raises(RuleError, match=r"Hari 23/11/2026 sudah ditutup\. Yang dicatat"):
        hari.tutup(replace(baru, token="b"))
    with pytest.raises(RuleError, match=r"23/11/2026 sudah ditutup, jadi hari sebelumnya"):
        hari.tutup(replace(baru, token="b", tanggal=SENIN - SATU_HARI))
    assert len(hari.list(9)) == 1


def test_a_checksum_that_is_none_is_refused_by_the_file(kantor, baru):
    with pytest.raises(pw.IntegrityError):
        kantor.store.tutup_harian.tutup(replace(baru, sidik="pendek"))

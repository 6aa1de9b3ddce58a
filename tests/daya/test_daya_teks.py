"""Hostile texts in every field: taken as typed, or refused with a sentence."""

from __future__ import annotations

import pytest
from builders import SENIN_PAGI, make_meja
from daya.periksa import list_cela
from daya.teks_jahat import ketik_semua
from daya.ukuran import banyak, sebut

from sooko_desk.domain.waktu import JamTetap


@pytest.fixture
def loket(ruang):
    loket = make_meja(ruang / "data", JamTetap(SENIN_PAGI))
    yield loket
    loket.store.close()


def test_hostile_texts_change_no_meaning_and_end_in_a_sentence_at_worst(loket):
    hasil = ketik_semua(loket, banyak(300, 10_000), 1)
    sebut("teks jahat", hasil)
    assert hasil.disimpan > 20
    assert hasil.cela == []
    assert list_cela(loket.store) == []

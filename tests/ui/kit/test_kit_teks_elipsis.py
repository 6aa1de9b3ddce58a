import pytest

from sooko_desk.ui.kit.label import Peran
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis

KATA = "Menunggu KK RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS"


@pytest.fixture
def teks(shown):
    label = TeksElipsis(KATA, Peran.TEBAL)
    shown(label)
    label.resize(900, 20)
    return label


def test_words_that_fit_stand_whole_and_need_no_tooltip(teks):
    assert teks.text() == teks.teks == teks.accessibleName() == KATA
    assert teks.toolTip() == ""


def test_words_are_cut_to_the_width_and_told_whole_in_the_tooltip(teks):
    teks.resize(120, 20)
    assert teks.text().endswith("…")
    assert teks.fontMetrics().horizontalAdvance(teks.text()) <= 120
    assert teks.teks == teks.accessibleName() == teks.toolTip() == KATA
    teks.resize(900, 20)
    assert teks.text() == KATA
    assert teks.toolTip() == ""


def test_long_words_ask_for_no_more_room_than_short_ones(teks):
    lebar = teks.minimumSizeHint().width()
    teks.set_teks("KK")
    assert teks.minimumSizeHint().width() == lebar
    assert teks.minimumSizeHint().height() >= teks.fontMetrics().height()


@pytest.mark.parametrize("kata", ["", "<b>Budi</b>"])
def test_words_are_shown_as_they_are(teks, kata):
    teks.set_teks(kata)
    assert teks.text() == kata

"""Pieces shared out over pages: in order, never torn, nothing that clings alone on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.printing.mengalir import Balok, bagi_halaman

TOP, NEXT_TOP, LIMIT = 40.0, 20.0, 100.0
HEAD = Balok(10.0, lambda _pena, _y: None)


def _piece(height, *, head=None, clings=False):
    return Balok(height, lambda _pena, _y: None, head, clings)


def _share(*pieces):
    return bagi_halaman(pieces, TOP, NEXT_TOP, LIMIT)


def test_nothing_is_one_empty_page():
    assert _share() == [[]]


def test_a_head_stands_once_on_each_page_above_its_pieces():
    rows = [_piece(25.0, head=HEAD) for _ in range(3)]
    assert _share(*rows) == [
        [(40.0, HEAD), (50.0, rows[0]), (75.0, rows[1])],
        [(20.0, HEAD), (30.0, rows[2])],
    ]


def test_a_piece_that_clings_takes_the_one_before_it_and_its_head_along():
    first, second = _piece(20.0, head=HEAD), _piece(20.0, head=HEAD)
    end = _piece(15.0, clings=True)
    assert _share(first, second, end) == [
        [(40.0, HEAD), (50.0, first)],
        [(20.0, HEAD), (30.0, second), (50.0, end)],
    ]


def test_a_piece_that_clings_stays_where_there_is_room():
    first, end = _piece(40.0), _piece(20.0, clings=True)
    assert _share(first, end) == [[(40.0, first), (80.0, end)]]


def test_a_first_piece_stays_on_the_first_page_though_its_end_does_not_fit():
    first, end = _piece(55.0), _piece(15.0, clings=True)
    assert _share(first, end) == [[(40.0, first)], [(20.0, end)]]


@pytest.mark.parametrize("height", [66.0, 90.0])
def test_two_that_no_page_holds_are_parted(height):
    first, second, end = _piece(10.0), _piece(height), _piece(15.0, clings=True)
    assert _share(first, second, end) == [[(40.0, first)], [(20.0, second)], [(20.0, end)]]


@given(
    heights=st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=30),
    end=st.none() | st.floats(1, 20),
)
def test_every_piece_stands_once_in_order_and_inside_the_room(heights, end):
    pieces = [_piece(height, head=HEAD if head else None) for height, head in heights]
    if end is not None:
        pieces.append(_piece(end, clings=True))
    pages = _share(*pieces)
    assert [one for page in pages for _, one in page if one is not HEAD] == pieces
    for number, page in enumerate(pages):
        y = NEXT_TOP if number else TOP
        for top, one in page:
            assert top == pytest.approx(y)
            y = top + one.tinggi
        assert y <= LIMIT + 1e-6

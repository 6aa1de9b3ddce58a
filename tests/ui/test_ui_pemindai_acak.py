"""Any mixture of typing and scans; and what the watching costs."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import (
    QLineEdit,
)
from ui.papan_pemindai import (
    ENTER,
    FIELDS,
    KODE,
    K,
    M,
    Recorder,
    open_desk,
    state,
)

from sooko_desk.ui.pemindai import (
    EKOR_MS,
    JEDA_LONGGAR_MS,
    JEDA_MS,
    baca_kode,
)

# --- any mixture ------------------------------------------------------------------------------

LETTERS = "abzTB0123 -'"
TYPED = st.tuples(st.just("typed"), st.sampled_from(LETTERS), st.integers(JEDA_LONGGAR_MS + 1, 400))
MOVED = st.tuples(
    st.just("moved"),
    st.sampled_from([K.Key_Left, K.Key_Home, K.Key_End, K.Key_Backspace, K.Key_Delete]),
    st.sampled_from([M.NoModifier, M.ShiftModifier]),
)
ROLLED = st.tuples(
    st.just("rolled"), st.text(LETTERS, min_size=2, max_size=5), st.integers(0, JEDA_MS)
)
ENTERED = st.tuples(st.just("typed"), st.just(ENTER), st.integers(JEDA_LONGGAR_MS + 1, 400))
SCANNED = st.tuples(
    st.just("scanned"),
    st.sampled_from([KODE, "tb'ktp'2026'00007", "8991234567890", "TB-KK-2"]),
    st.integers(0, JEDA_MS),
)
ACTIONS = st.lists(st.one_of(TYPED, MOVED, ROLLED, ENTERED, SCANNED), max_size=12)


def play(keyboard, actions, scans):
    """Do the actions; without `scans` only an officer's, and none of them fast."""
    for kind, what, how in actions:
        if kind == "moved":
            keyboard.key(what, mods=how)
        elif kind == "scanned" and scans:
            keyboard.now += 500
            keyboard.scan(what, gap=how)
            keyboard.now += EKOR_MS
        elif kind == "rolled":
            keyboard.type(what, gap=how if scans else 100)
        elif kind == "typed":
            keyboard.type(what, first=how)
    keyboard.key(K.Key_F35)


@pytest.mark.parametrize("kind", ["line", "digit", "kapital", "tanggal"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_scans_between_typing_change_no_field(kind, qtbot, actions):
    """The same hands without a scanner, on a field beside it, come to the same."""
    watched, plain = FIELDS[kind](), FIELDS[kind]()
    entered = []
    desk = open_desk(qtbot, watched, plain)
    for edit, scans in ((watched, True), (plain, False)):
        edit.setFocus()
        edit.returnPressed.connect(lambda edit=edit: entered.append(edit))
        if not scans:
            desk.scanner.lepas()
        play(desk.keyboard, actions, scans)
        edit.result = state(edit)
    assert watched.result == plain.result
    assert entered.count(watched) == entered.count(plain)
    scanned = [baca_kode(what) for kind_, what, _ in actions if kind_ == "scanned"]
    assert desk.codes == [k for k in scanned if k]
    assert len(desk.words) == scanned.count("")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_scans_between_keys_change_no_key_outside_fields(qtbot, actions):
    watched, plain = Recorder(), Recorder()
    desk = open_desk(qtbot, watched, plain)
    play(desk.keyboard, actions, True)
    plain.setFocus()
    desk.scanner.lepas()
    play(desk.keyboard, actions, False)
    assert watched.pressed == plain.pressed


def test_what_one_key_costs(qtbot, capsys):
    """Printed only: a number of this machine."""
    edit = QLineEdit()
    desk = open_desk(qtbot, edit)

    def measure():
        edit.clear()
        start = time.perf_counter()
        desk.keyboard.type("a" * 2000)
        return (time.perf_counter() - start) / 2000 * 1e6

    measure()
    with_ = measure()
    desk.scanner.lepas()
    with capsys.disabled():
        sys.stdout.write(f"\na key: {with_:.0f} us watched, {measure():.0f} us not\n")

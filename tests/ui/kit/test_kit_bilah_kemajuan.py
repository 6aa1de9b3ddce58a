import pytest

from sooko_desk.ui.kit.bilah_kemajuan import MENGHENTIKAN, BilahKemajuan


@pytest.fixture
def bilah(qtbot):
    bilah = BilahKemajuan()
    bilah._pewaktu.setInterval(0)
    qtbot.addWidget(bilah)
    return bilah


@pytest.fixture
def diminta(bilah):
    diminta = []
    bilah.dihentikan.connect(lambda: diminta.append(bilah.teks.teks))
    return diminta


def test_it_is_seen_only_while_something_goes_on(bilah, qtbot):
    assert not bilah.isVisible()
    bilah.mulai("Membaca…")
    qtbot.waitUntil(bilah.isVisible)
    assert (bilah.teks.teks, bilah.bilah.maximum()) == ("Membaca…", 0)
    bilah.maju("Membaca 2 dari 3", 2, 3)
    assert bilah.teks.teks == "Membaca 2 dari 3"
    assert (bilah.bilah.value(), bilah.bilah.maximum()) == (2, 3)
    bilah.selesai()
    assert not bilah.isVisible()


def test_what_is_over_at_once_is_never_seen(bilah, qapp):
    bilah.mulai("Membaca…")
    bilah.selesai()
    qapp.processEvents()
    assert not bilah.isVisible()


@pytest.mark.parametrize("cara", ["hentikan", "escape"])
def test_a_stop_is_told_at_once_and_nothing_is_said_over_it(bilah, diminta, cara):
    bilah.mulai("Membaca…", semua=3)
    assert not bilah.berhenti
    if cara == "hentikan":
        bilah.hentikan.click()
    else:
        bilah.minta_berhenti()
    assert diminta == [MENGHENTIKAN]
    assert bilah.berhenti
    bilah.hentikan.click()
    bilah.maju("Membaca 2 dari 3", 2, 3)
    assert diminta == [bilah.teks.teks] == [MENGHENTIKAN]
    assert bilah.bilah.value() == 0


def test_a_stop_is_remembered_until_the_next_work_begins(bilah, diminta):
    bilah.mulai("Membaca…")
    bilah.minta_berhenti()
    bilah.selesai()
    assert bilah.berhenti
    bilah.mulai("Menyalin…")
    assert not bilah.berhenti
    assert bilah.teks.teks == "Menyalin…"
    bilah.hentikan.click()
    assert len(diminta) == 2


def test_a_window_that_is_locked_meanwhile_is_no_stop(bilah):
    bilah.mulai("Membaca…")
    bilah.setEnabled(False)
    assert not bilah.berhenti

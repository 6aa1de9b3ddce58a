"""Drafts of half-done steps: kept per visit of a case to a step, gone when one is recorded."""

from __future__ import annotations

import pytest

from sooko_desk.data.konsep import BarisKonsep, KonsepStore
from sooko_desk.domain.permohonan import Bentuk, Petugas, TandaBerkas
from sooko_desk.domain.sop import Peran
from sooko_desk.services.konsep import KonsepLangkah, KonsepService, TempatLangkah

KUNCI = "5a" * 32
RINI = Petugas(1, "Rini Contoh", Peran.OPERATOR)
ENTRI = TempatLangkah(12, 3, "entri")
KONSEP = KonsepLangkah(
    {"nama": "Siti", "anggota": '[{"nama":"Siti"}]'},
    (TandaBerkas("kk_lama", ada=True, bentuk=Bentuk.ASLI, jumlah=2),),
    "menunggu akta",
)


@pytest.fixture
def buka(tmp_path, clock):
    """Opens the drafts as a new start of the program does."""
    terbuka = []

    def buka():
        for store in terbuka:
            store.close()
        terbuka.append(KonsepStore(tmp_path, KUNCI))
        return KonsepService(terbuka[-1], clock)

    yield buka
    terbuka[-1].close()


def test_a_half_done_step_comes_back_as_it_was(buka):
    konsep = buka()
    konsep.simpan_langkah(ENTRI, KONSEP, RINI)
    assert konsep.find_langkah(ENTRI) == KONSEP
    konsep.tulis()
    assert buka().find_langkah(ENTRI) == KONSEP
    assert konsep.list_parkir() == ()
    assert konsep.find_penerimaan() is None
    assert "Siti" not in repr(KONSEP)


def test_a_later_visit_to_the_case_voids_what_was_left_at_an_earlier_one(buka):
    konsep = buka()
    lain = TempatLangkah(13, 3, "entri")
    dahulu, kini = TempatLangkah(12, 3, "upload"), TempatLangkah(12, 4, "verifikasi")
    for tempat in (ENTRI, dahulu, lain):
        konsep.simpan_langkah(tempat, KONSEP, RINI)
    assert konsep.find_langkah(ENTRI) == konsep.find_langkah(dahulu) == KONSEP
    konsep.simpan_langkah(kini, KONSEP, RINI)
    assert [konsep.find_langkah(t) for t in (ENTRI, dahulu)] == [None, None]
    assert konsep.find_langkah(kini) == konsep.find_langkah(lain) == KONSEP


def test_a_recorded_step_leaves_no_draft(buka):
    konsep = buka()
    konsep.simpan_langkah(ENTRI, KONSEP, RINI)
    konsep.tulis()
    konsep.hapus_langkah(12)
    assert konsep.is_tertunda
    konsep.tulis()
    assert buka().find_langkah(ENTRI) is None


def test_a_draft_that_cannot_be_read_is_none(buka, clock):
    konsep = buka()
    baris = BarisKonsep(ENTRI.kunci, '{"isian": 3}', 1, clock.now())
    konsep._store.tulis({ENTRI.kunci: baris})
    assert buka().find_langkah(ENTRI) is None

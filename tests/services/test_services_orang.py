"""Every document that lists people says how many: that is what the Kasi is asked to allow."""

from __future__ import annotations

import pytest

from sooko_desk.domain.waktu import hari_ini


@pytest.fixture
def dua(kantor):
    """Two KK in the register, waiting to be collected."""
    semua = [kantor.sampai(kantor.terima(nik=f"351613570845900{n}"), "serahkan") for n in (1, 2)]
    return [p.ringkasan.id for p in semua]


def test_lists_count_their_people(kantor, meja, dua):
    semua = (
        meja.buku.build_xlsx("KK", 2026),
        meja.buku.build("KK", 2026),
        meja.pengambilan.build_daftar(dua, "semua"),
        meja.pencetakan.build_tanda_bukti_bersama(dua),
    )
    assert [d.orang for d in semua] == [2, 2, 2, 2]
    harian = meja.laporan.harian.build_dokumen(hari_ini(kantor.clock))
    assert harian.orang >= 2


def test_papers_of_one_case_or_of_nobody_are_no_lists(kantor, meja, dua):
    semua = (
        meja.pencetakan.build_tanda_bukti(dua[0]),
        meja.pencetakan.build_tanda_bukti_bersama(dua[:1]),
        meja.pencetakan.build_lembar_sop(kantor.sop()),
        meja.cetak_cerita.build_cerita(dua[0]),
        meja.buku.build_xlsx("KTP", 2026),
    )
    assert [d.orang for d in semua] == [0, 0, 0, 0, 0]

"""The link over a row is found by its number, and rows older than the chain have none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from data.register_usik import buat_hidup

from sooko_desk.data.rantai_bentuk import TAMBAH_SAJA, baca_isi
from sooko_desk.data.rantai_cari import find_mata
from sooko_desk.data.store import Store

LAMA = Path(__file__).parent.parent / "old_files" / "skema_4"


@pytest.fixture(scope="module")
def hidup(tmp_path_factory):
    return buat_hidup(tmp_path_factory.mktemp("cari"), banyak=60)


@pytest.mark.parametrize("tabel", TAMBAH_SAJA)
def test_every_row_has_the_link_that_names_it(hidup, tabel):
    kunci = TAMBAH_SAJA[tabel].kunci
    with hidup.buka() as db:
        harus = {
            n: (urut, sidik)
            for urut, isi, sidik in db.execute("SELECT urut, isi, sidik FROM rantai WHERE urut > 1")
            for awal, akhir, _ in baca_isi(isi).baris.get(tabel, ())
            for n in range(awal, akhir + 1)
        }
        semua = [n for (n,) in db.execute(f"SELECT {kunci} FROM {tabel} ORDER BY 1")]
        dapat = {n: find_mata(db, tabel, n) for n in semua}
        assert find_mata(db, tabel, 10**9) is None
        assert find_mata(db, tabel, -1) is None
    assert {n: (k.urut, k.sidik) for n, k in dapat.items() if k is not None} == harus


def test_a_line_of_an_older_program_has_none_and_the_next_one_has(tmp_path):
    shutil.copytree(LAMA, tmp_path / "data")
    store = Store(tmp_path / "data")
    assert store.buku.count_baris("KK", 2026) > 1
    assert store.buku.find_mata("KK", 2026, 1) is None
    store.close()

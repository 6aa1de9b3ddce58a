"""What the shipped sheets tell the applicant of each paper."""

from pathlib import Path

import pytest

from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.sop import load_sop

FOLDER = Path(__file__).resolve().parents[2] / "sop_data"


@pytest.fixture(scope="module", params=["kk", "ktp"])
def sop(request):
    return load_sop(FOLDER / f"{request.param}-2025-02-26.toml")


def test_every_requirement_says_where_it_is_obtained_and_what_it_must_look_like(sop):
    for jenis in sop.jenis:
        for syarat in jenis.syarat:
            assert 0 < len(syarat.diperoleh) <= 90
            assert 0 < len(syarat.rupa) <= 90
            assert not syarat.rupa.endswith(".")
            if syarat.sifat is SifatSyarat.CATATAN:
                assert syarat.rupa.startswith("Bukan berkas; ")


def test_forms_are_handed_out_at_the_counter(sop):
    formulir = [s for j in sop.jenis for s in j.syarat if s.kode.startswith("F-1.")]
    assert formulir
    assert all(s.diperoleh.startswith("Diambil di loket kecamatan") for s in formulir)

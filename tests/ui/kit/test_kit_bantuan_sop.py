"""The help of the shipped SOP files is read in full below every field, also on a small screen."""

from pathlib import Path

import pytest

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.sop import load_sop
from sooko_desk.ui.kit.pesan_baris import PesanBaris
from sooko_desk.ui.theme import Nada

FOLDER = Path(__file__).resolve().parents[3] / "sop_data"
LEBAR_TERSEMPIT, LEBAR_TABEL = 180, 680
"""Px of a field and of a table where a form is narrowest: a window of 1366 with five columns
and a scroll bar, and one of 1040."""


def list_bantuan():
    for path in sorted(FOLDER.glob("*.toml")):
        for langkah in load_sop(path).langkah:
            for isian in langkah.isian:
                tabel = isian.jenis is JenisIsian.TABEL
                for satu in (isian, *isian.kolom):
                    if satu.bantuan:
                        lebar = LEBAR_TABEL if tabel else LEBAR_TERSEMPIT
                        yield pytest.param(satu.bantuan, lebar, id=f"{path.stem}.{satu.id}")


@pytest.mark.parametrize(("bantuan", "lebar"), list(list_bantuan()))
def test_help_fits_below_its_field(shown, bantuan, lebar):
    pesan = PesanBaris()
    pesan.set_dua_baris(lebar == LEBAR_TERSEMPIT)
    pesan.set_isi(Nada.NETRAL, bantuan)
    pesan.setFixedSize(lebar, pesan.sizeHint().height())
    shown(pesan)
    assert pesan.is_whole()

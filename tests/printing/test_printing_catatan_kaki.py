"""The office's own words on what the public gets: on paper as a whole, on no other word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printing.pdf_baca import (
    assert_inside_paper,
    assert_no_letter_on_another,
    bare,
    words,
)

from sooko_desk.printing import (
    contoh,
    contoh_pengambilan,
    lembar_kekurangan,
    tanda_bukti,
    tanda_terima,
)
from sooko_desk.printing.kertas import A4, A5

CATATAN = ("Pelayanan ini gratis. Sampaikan keluhan kepada Camat. " * 4)[:200]
DOKUMEN = {
    "tanda_bukti": (tanda_bukti.render, contoh.tanda_bukti),
    "tanda_terima": (tanda_terima.render, contoh_pengambilan.tanda_terima),
    "lembar_kekurangan": (lembar_kekurangan.render, contoh.lembar_kekurangan),
}


@pytest.mark.parametrize("kertas", [A4, A5], ids=["A4", "A5"])
@pytest.mark.parametrize("nama", DOKUMEN)
def test_the_words_stand_on_every_paper_for_the_public(nama, kertas):
    render, data = DOKUMEN[nama]
    isi = render([replace(satu, catatan_kaki=CATATAN, kertas=kertas) for satu in data()])
    assert bare(CATATAN) in bare(words(isi))
    assert_no_letter_on_another(isi)
    assert_inside_paper(isi, kertas if kertas is A4 else kertas.rebah)

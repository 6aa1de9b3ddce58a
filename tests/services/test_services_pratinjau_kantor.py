"""Samples of the office's papers: drawn from what is typed, right or wrong."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from PIL import Image
from printing.logo_contoh import shield
from printing.pdf_baca import page_texts, words

from sooko_desk.domain.kantor import BentukJabatan, Kantor, Pejabat
from sooko_desk.services.pratinjau_kantor import Contoh, build_contoh, build_tanda_tangan

HARI = dt.date(2026, 11, 23)
PEJABAT = Pejabat("1", "RINI CONTOH", "Kepala Seksi Pelayanan", HARI, bentuk=BentukJabatan.PLT)
KANTOR = Kantor(("KABUPATEN CONTOH", "KECAMATAN MISAL", "Jl. Coba 1"), "", "Misal", "Gratis ya.")


def test_the_receipt_has_head_and_words_at_the_foot():
    teks = words(build_contoh(Contoh.TANDA_BUKTI, KANTOR, shield(), PEJABAT, HARI))
    for kata in (*KANTOR.kop, KANTOR.catatan_kaki):
        assert kata in teks


def test_the_registers_page_has_head_place_and_signer():
    teks = words(build_contoh(Contoh.REGISTER, KANTOR, None, PEJABAT, HARI))
    for kata in (*KANTOR.kop[:2], "Misal, 23 November 2026", "Plt. Kepala Seksi Pelayanan"):
        assert kata in teks


@pytest.mark.parametrize("contoh", Contoh)
@pytest.mark.parametrize(
    "kantor", [Kantor(()), Kantor(("😀",) * 12, "", "", "字" * 400), Kantor(("A" * 300,) * 6)]
)
def test_what_is_wrong_is_still_drawn(contoh, kantor):
    assert len(page_texts(build_contoh(contoh, kantor, None, PEJABAT, HARI))) == 1


def test_the_signature_alone_is_a_picture_of_that_width():
    with Image.open(BytesIO(build_tanda_tangan(PEJABAT, "Misal", HARI, 300))) as gambar:
        assert gambar.width in (299, 300, 301)
        assert gambar.height < gambar.width

"""Every document of the list: golden text, same bytes, fonts, page size, metadata, masking."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pikepdf
import pytest
from printing.pdf_baca import assert_only_embedded_fonts, letters, page_sizes_mm, page_texts
from reportlab.lib import rl_accel

from sooko_desk.printing.daftar import DAFTAR

GOLDEN = Path(__file__).parents[1] / "golden"
PORTRAIT = {
    "lembar_kode",
    "blangko",
    "tanda_bukti",
    "lembar_kekurangan",
    "daftar_asli",
    "f102",
    "cerita",
    "tanda_terima",
    "daftar_belum_diambil",
    "buku_harian",
    "laporan_bulanan",
    "berita_acara",
    "insiden",
}
FORMS = {"f101", "f102", "f106"}
"""The applicant's own declarations: they alone carry NIK and No KK in full."""


@pytest.fixture(scope="module", params=sorted(DAFTAR))
def document(request):
    entry = DAFTAR[request.param]
    return request.param, entry.render(entry.contoh())


def test_text_is_the_golden_text(document):
    name, pdf = document
    pages = page_texts(pdf)
    text = "".join(
        f"===== halaman {number} =====\n{page}\n" for number, page in enumerate(pages, start=1)
    )
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("SOOKO_TULIS_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


def test_same_data_gives_same_bytes(document):
    name, pdf = document
    entry = DAFTAR[name]
    assert entry.render(entry.contoh()) == pdf


def test_only_embedded_noto_fonts_are_listed(document):
    assert_only_embedded_fonts(document[1])


def test_pages_are_exactly_a4(document):
    name, pdf = document
    expected = (210, 297) if name in PORTRAIT else (297, 210)
    for size in page_sizes_mm(pdf):
        assert size == pytest.approx(expected, abs=0.1)


def test_metadata_names_the_office_and_nobody_else(document):
    _, pdf = document
    with pikepdf.open(io.BytesIO(pdf)) as read:
        info = {key: str(value) for key, value in read.docinfo.items()}
        assert str(read.Root.Lang) == "id-ID"
    assert info["/Author"] == "Kecamatan Sooko"
    assert info["/Title"] in {
        "Tanda Bukti Penerimaan",
        "Buku Register",
        "Daftar Berkas Asli yang Masih di Kantor",
        "Lembar Kekurangan Berkas",
        "Standar Operasional Prosedur",
        "F-1.01 Formulir Biodata Keluarga",
        "F-1.02 Formulir Pendaftaran Peristiwa Kependudukan",
        "F-1.06 Surat Pernyataan Perubahan Elemen Data Kependudukan",
        "Lembar Kepatuhan SOP",
        "Riwayat Permohonan",
        "Tanda Terima Pengambilan",
        "Daftar Dokumen yang Belum Diambil",
        "Daftar Pengiriman",
        "Blangko Listrik Padam",
        "Kode Pemulihan Register",
        "Buku Harian",
        "Laporan Bulanan Pelayanan",
        "Berita Acara Pencadangan",
        "Pemberitahuan Data Hilang atau Bocor",
    }
    assert not re.search(r"\d{4}", info["/Title"] + info["/Subject"] + info["/Keywords"])


def test_no_unmasked_nik_or_kk_number_is_printed_but_on_the_forms(document):
    name, pdf = document
    if name in FORMS:
        return
    for page in page_texts(pdf):
        assert not re.search(r"(?<!\d)\d{16}(?!\d)", page)


def test_every_letter_is_inside_the_printable_page(document):
    _, pdf = document
    for number, (width, height) in enumerate(page_sizes_mm(pdf)):
        for letter in letters(pdf, number):
            assert letter.left >= 5, letter
            assert letter.right <= width - 5, letter
            assert letter.top >= 5, letter
            assert letter.bottom <= height - 4, letter


def test_the_c_accelerator_measures_the_text():
    assert "instanceStringWidthTTF" in rl_accel._c_funcs


def test_every_document_has_an_indonesian_title():
    assert [entry.judul for entry in DAFTAR.values()] == [
        "Tanda bukti penerimaan",
        "Register pelayanan Kartu Keluarga",
        "Register pelayanan Kartu Tanda Penduduk",
        "Lembar kekurangan berkas",
        "Daftar berkas asli yang masih di kantor",
        "Lembar SOP",
        "F-1.01 Formulir Biodata Keluarga",
        "F-1.02 Formulir Pendaftaran Peristiwa Kependudukan",
        "F-1.06 Surat Pernyataan Perubahan Elemen Data Kependudukan",
        "Lembar kepatuhan SOP",
        "Kode pemulihan register",
        "Riwayat permohonan",
        "Tanda terima pengambilan",
        "Daftar dokumen yang belum diambil",
        "Daftar pengiriman",
        "Blangko listrik padam",
        "Buku harian",
        "Laporan bulanan",
        "Berita acara pencadangan",
        "Pemberitahuan data hilang atau bocor",
    ]

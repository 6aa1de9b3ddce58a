"""Scans from outside: known by their content, refused in one sentence, shown upright."""

from __future__ import annotations

import contextlib
import struct
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from builders import NIK
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from services.pindaian_uji import (
    KIRI_ATAS,
    gambar,
    jpeg,
    pdf,
    pdf_berlubang,
    pdf_bersandi,
    pdf_bom,
    pdf_kosong,
    png,
    png_bom,
    simpan,
    tiff,
)

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import BATAS_UKURAN, JenisLampiran
from sooko_desk.services import gambar as baca_gambar
from sooko_desk.services import pindaian
from sooko_desk.services.pdfium import BATAS_BENDA, susun_pdf
from sooko_desk.services.pindaian import (
    check_pindaian,
    tampilkan_halaman,
)

PDF, JPEG, PNG, TIFF = JenisLampiran
hanya_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def buka(png_isi):
    return Image.open(BytesIO(png_isi))


def is_merah(piksel):
    return all(abs(a - b) < 40 for a, b in zip(piksel[:3], KIRI_ATAS, strict=True))


# Kinds -------------------------------------------------------------------------------------------

MPO = simpan(gambar(), "MPO", save_all=True, append_images=[gambar()])
SAH = [
    (jpeg(), JPEG, 1),
    (jpeg(6), JPEG, 1),
    (simpan(gambar(), "JPEG", progressive=True), JPEG, 1),
    (simpan(gambar(mode="CMYK"), "JPEG"), JPEG, 1),
    (MPO, JPEG, 1),
    (png(), PNG, 1),
    (png(mode="L"), PNG, 1),
    (png(mode="1"), PNG, 1),
    (png(mode="P"), PNG, 1),
    (png(mode="RGBA"), PNG, 1),
    (simpan(gambar(), "PNG", save_all=True, append_images=[gambar(mode="L")]), PNG, 1),
    (tiff(), TIFF, 1),
    (tiff(3), TIFF, 3),
    (tiff(2, compression="tiff_lzw"), TIFF, 2),
    (tiff(2, compression="jpeg"), TIFF, 2),
    (simpan(gambar(mode="1"), "TIFF", compression="group4"), TIFF, 1),
    (tiff(60), TIFF, 60),
    (pdf(), PDF, 1),
    (pdf(4), PDF, 4),
    (b"junk before the mark\n" + pdf(), PDF, 1),
    (pdf() + b"\r\n\0\0", PDF, 1),
    (pdf_kosong(60), PDF, 60),
    (pdf_bersandi(pembuka=""), PDF, 1),
]


@pytest.mark.parametrize(("isi", "jenis", "halaman"), SAH)
def test_a_scan_is_known_by_its_content_and_shown_page_by_page(isi, jenis, halaman):
    assert check_pindaian(isi, "surat.doc") == (jenis, halaman)
    for nomor in {1, halaman}:
        tampak = buka(tampilkan_halaman(isi, jenis, nomor, 100))
        assert tampak.format == "PNG"
        assert tampak.width == 100
        assert tampak.height > 70


POTONG = {"jpeg": jpeg(), "png": png(), "tiff": tiff(), "pdf": pdf()}
TOLAK = [
    (b"", "kosong"),
    (b"%PDF", "bukan PDF, JPG, PNG, atau TIFF"),
    (b"PK\x03\x04 a document of an office program", "bukan PDF, JPG, PNG, atau TIFF"),
    (simpan(gambar(), "GIF"), "bukan PDF, JPG, PNG, atau TIFF"),
    (simpan(gambar(), "WEBP"), "bukan PDF, JPG, PNG, atau TIFF"),
    (b"\xff\xd8\xff", "gambar yang rusak"),
    (b"II*\0", "gambar yang rusak"),
    *((isi[: len(isi) * 2 // 3], "yang rusak atau terpotong") for isi in POTONG.values()),
    (b"%PDF-1.7\nnothing\n%%EOF", "PDF yang rusak"),
    (pdf_berlubang(), "PDF yang rusak"),
    (pdf_bersandi(), "dilindungi kata sandi"),
    (pdf_kosong(), "tidak berisi satu halaman pun"),
    (pdf_kosong(61), "lebih dari 60 halaman"),
    (tiff(61), "lebih dari 60 halaman"),
    (pdf_bom(), "terlalu besar untuk dibuka dengan aman"),
    (png_bom(), "terlalu besar untuk dibuka dengan aman"),
    (png_bom(12_000, 8_000), "terlalu besar untuk dibuka dengan aman"),  # Pillow only warns
    (png_bom(8_000, 10_000), "terlalu besar untuk dibuka dengan aman"),  # Pillow says nothing
    (bytes(BATAS_UKURAN + 1), "25,0 MB, lebih besar dari batas 25 MB"),
]


@pytest.mark.parametrize(("isi", "kalimat"), TOLAK)
def test_what_is_no_scan_is_refused_in_a_sentence_that_names_the_file(isi, kalimat):
    with pytest.raises(UserError, match=kalimat) as terjadi:
        check_pindaian(isi, f"KK {NIK}.pdf")
    assert str(terjadi.value).startswith("Berkas “KK ************9001.pdf” ")


def test_a_pdf_without_pages_is_not_told_the_fault_of_the_one_before():
    for isi, kalimat in ((pdf_bersandi(), "kata sandi"), (pdf_kosong(), "satu halaman pun")) * 2:
        with pytest.raises(UserError, match=kalimat):
            check_pindaian(isi, "a")


def test_bombs_are_refused_where_warnings_are_not_errors_too():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(UserError, match="terlalu besar untuk dibuka"):
            check_pindaian(png_bom(12_000, 8_000), "a")


def test_all_pages_together_have_a_limit_too(monkeypatch):
    monkeypatch.setattr(baca_gambar, "BATAS_PIKSEL_SEMUA", 3 * 240 * 330)
    assert check_pindaian(tiff(3), "a") == (TIFF, 3)
    with pytest.raises(UserError, match="terlalu besar"):
        check_pindaian(tiff(4), "a")


def test_a_page_of_many_objects_is_looked_at_up_to_a_limit():
    import pikepdf

    hasil = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as dokumen:
        dokumen.pages[0].contents_add(b"0 0 m 9 9 l S\n" * (BATAS_BENDA + 9), prepend=True)
        dokumen.save(hasil)
    assert check_pindaian(hasil.getvalue(), "a") == (PDF, 1)


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.4\n", *pindaian._TANDA_GAMBAR]))
def test_arbitrary_bytes_are_a_scan_or_a_sentence(isi, awal):
    _check_atau_kalimat(awal + isi + b"%%EOF")


@settings(max_examples=250)
@given(st.data())
def test_a_scan_with_wrong_bytes_is_a_scan_or_a_sentence(data):
    isi = bytearray(data.draw(st.sampled_from([isi for isi, _, halaman in SAH if halaman < 5])))
    for _ in range(data.draw(st.integers(1, 8))):
        tempat = data.draw(st.integers(0, len(isi) - 1) | st.integers(0, min(400, len(isi) - 1)))
        ganti = data.draw(st.binary(max_size=4))
        isi[tempat : tempat + data.draw(st.integers(1, 4))] = ganti
        if not isi:
            break
    _check_atau_kalimat(bytes(isi))


def _check_atau_kalimat(isi):
    """A Pillow warning must neither get through nor decide."""
    for aksi in ("error", "ignore"):
        with warnings.catch_warnings(), contextlib.suppress(UserError):
            warnings.simplefilter(aksi)
            jenis, halaman = check_pindaian(isi, "a.pdf")
            for nomor in range(1, halaman + 1):
                assert tampilkan_halaman(isi, jenis, nomor, 40).startswith(b"\x89PNG")


# Pages on the screen -----------------------------------------------------------------------------

SUDUT = [(1, 0), (3, 180), (6, 270), (8, 90), (2, None), (4, None), (5, None), (7, None)]


@pytest.mark.parametrize(("exif", "putar"), SUDUT)
@pytest.mark.parametrize("besar", [40, 60, 1000])
def test_a_photo_is_turned_upright(exif, putar, besar):
    """The file holds the picture turned the other way round, as a phone writes it."""
    lawan = {6: 90, 8: 270, 3: 180}.get(exif)
    lurus = gambar(240, 320)
    if putar is None:
        cermin = {
            2: Image.Transpose.FLIP_LEFT_RIGHT,
            4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE,
            7: Image.Transpose.TRANSVERSE,
        }
        tersimpan = lurus.transpose(cermin[exif])
    else:
        tersimpan = lurus.rotate(lawan, expand=True) if lawan else lurus
    tag = Image.Exif()
    tag[0x0112] = exif
    isi = simpan(tersimpan, "JPEG", exif=tag, quality=90)
    tampak = buka(tampilkan_halaman(isi, *check_pindaian(isi, "a"), besar))
    assert tampak.size == (min(besar, 240), round(min(besar, 240) * 320 / 240))
    assert is_merah(tampak.getpixel((2, 2)))


def test_a_turned_page_inside_a_tiff_is_upright_and_the_next_is_untouched():
    tag = Image.Exif()
    tag[0x0112] = 3
    isi = simpan(gambar().rotate(180), "TIFF", save_all=True, append_images=[gambar()], exif=tag)
    assert check_pindaian(isi, "a") == (TIFF, 2)
    assert is_merah(buka(tampilkan_halaman(isi, TIFF, 1, 100)).getpixel((2, 2)))


def test_a_picture_is_never_made_larger_and_a_pdf_is_as_wide_as_asked():
    assert buka(tampilkan_halaman(jpeg(), JPEG, 1, 5000)).size == (240, 320)
    assert buka(tampilkan_halaman(pdf(), PDF, 1, 700)).width == 700
    assert buka(tampilkan_halaman(jpeg(), JPEG, 1, 0)).width == 1
    lebar = buka(tampilkan_halaman(pdf_kosong(1), PDF, 1, 10**9)).width
    assert lebar == pindaian.LEBAR_TERBESAR


@pytest.mark.parametrize("ukuran", [(1, 3000), (3000, 1)])
def test_a_strip_is_shown_within_bounds(ukuran):
    isi = png(lebar=ukuran[0], tinggi=ukuran[1])
    tampak = buka(tampilkan_halaman(isi, PNG, 1, 100))
    assert tampak.width <= 100
    assert tampak.height <= 600


def test_what_is_transparent_is_shown_white():
    for mode, kosong in (("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))):
        isi = simpan(Image.new(mode, (9, 9), kosong), "PNG")
        assert buka(tampilkan_halaman(isi, PNG, 1, 9)).getpixel((4, 4)) == (255, 255, 255)
    palet = Image.new("P", (9, 9), 0)
    for isi in (simpan(palet, "PNG", transparency=0), png(mode="L")):
        check_pindaian(isi, "a")
    kunci = simpan(Image.new("L", (9, 9), 7), "PNG", transparency=7)
    assert buka(tampilkan_halaman(kunci, PNG, 1, 9)).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(("nilai", "terang"), [(0, 0), (32_768, 128), (65_535, 255)])
def test_sixteen_bits_of_grey_are_scaled_not_cut(nilai, terang):
    isi = simpan(Image.new("I;16", (9, 9), nilai), "PNG")
    assert buka(tampilkan_halaman(isi, PNG, 1, 9)).getpixel((4, 4)) == terang


def test_nothing_of_the_metadata_is_shown_on():
    profil = struct.pack(">I", 300) + b"x" * 296
    for satu in (jpeg(1), simpan(gambar(), "JPEG", icc_profile=profil, comment=b"Kamera")):
        assert buka(tampilkan_halaman(satu, JPEG, 1, 100)).info == {}


def test_a_pdf_of_pictures_says_nothing_about_whom_they_came_from():
    isi = susun_pdf([(jpeg(), (300.0, 400.0))])
    assert isi.startswith(b"%PDF-")
    for kata in (b"Author", b"Title", b"Subject", b"Kamera"):
        assert kata not in isi


def test_many_threads_draw_pages_at_once():
    isi = pdf(3)
    sekali = [tampilkan_halaman(isi, PDF, nomor, 200) for nomor in (1, 2, 3)]
    with ThreadPoolExecutor(4) as kerja:
        banyak = kerja.map(lambda n: tampilkan_halaman(isi, PDF, n % 3 + 1, 200), range(24))
    assert list(banyak) == sekali * 8

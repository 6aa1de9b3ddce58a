"""The copy for an upload: under the limit as good as can be, or a sentence with the size."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from builders import SENIN_PAGI
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from services.pindaian_uji import (
    KIRI_ATAS,
    berbintik,
    gambar,
    jpeg,
    pdf,
    pdf_kosong,
    png,
    simpan,
    tiff,
)

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import JenisLampiran, Lampiran
from sooko_desk.services.pindaian import check_pindaian
from sooko_desk.services.pindaian_kecil import MUTU, kecilkan

PDF, JPEG, PNG, TIFF = JenisLampiran


def lampiran(isi, nama="KK lama.tif"):
    jenis, halaman = check_pindaian(isi, nama)
    return Lampiran(1, 1, "a", "0" * 64, nama, jenis, len(isi), halaman, "Rini Contoh", SENIN_PAGI)


def salin(isi, batas=1_000_000, nama="KK lama.tif"):
    return kecilkan(lampiran(isi, nama), isi, batas)


def list_gambar_pdf(isi):
    """Width and height (px) of each page's picture, and of each page (pt)."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return [
            (next(iter(dokumen[n].get_objects())).get_px_size(), dokumen.get_page_size(n))
            for n in range(len(dokumen))
        ]


@pytest.mark.parametrize("isi", [jpeg(), png(), tiff(), png(mode="RGBA"), png(mode="1")])
def test_one_picture_becomes_one_jpeg_in_its_own_size(isi):
    hasil = salin(isi)
    assert (hasil.nama, hasil.jenis, hasil.halaman) == ("KK lama.jpg", JPEG, 1)
    assert hasil.ukuran == len(hasil.isi) <= 1_000_000
    with Image.open(BytesIO(hasil.isi)) as jadi:
        assert (jadi.format, jadi.size) == ("JPEG", (240, 320))


def test_a_photo_is_upright_and_tells_nothing_of_the_camera():
    tag = Image.Exif()
    tag[0x0112], tag[0x010F] = 6, "Kamera Contoh"
    tag.get_ifd(0x8825)[1] = "S"
    isi = simpan(gambar().rotate(90, expand=True), "JPEG", exif=tag, comment=b"Rumah Contoh")
    hasil = salin(isi)
    assert b"Contoh" not in hasil.isi
    with Image.open(BytesIO(hasil.isi)) as jadi:
        assert jadi.size == (240, 320)
        assert not jadi.getexif()
        assert abs(jadi.getpixel((5, 5))[0] - KIRI_ATAS[0]) < 20
        assert "comment" not in jadi.info


def test_a_pdf_that_is_small_enough_is_copied_as_it_is():
    isi = pdf(2)
    hasil = salin(isi, batas=len(isi))
    assert (hasil.isi, hasil.nama, hasil.jenis, hasil.halaman) == (isi, "KK lama.pdf", PDF, 2)


def test_a_large_pdf_keeps_its_pages_and_their_size():
    isi = simpan(berbintik(800, 1000), "PDF", save_all=True, append_images=[berbintik(900, 700)])
    hasil = salin(isi, batas=len(isi) * 2 // 3)
    assert hasil.ukuran <= len(isi) * 2 // 3
    assert (hasil.halaman, hasil.nama, hasil.akhiran) == (2, "KK lama.pdf", ".pdf")
    assert check_pindaian(hasil.isi, "a") == (PDF, 2)
    sebelum = [pt for _, pt in list_gambar_pdf(isi)]
    for (_, pt), lama in zip(list_gambar_pdf(hasil.isi), sebelum, strict=True):
        assert pt == pytest.approx(lama, abs=0.5)


def test_a_tiff_of_pages_becomes_a_pdf_of_pages_as_long_as_a4():
    hasil = salin(tiff(3))
    assert (hasil.nama, hasil.jenis, hasil.halaman) == ("KK lama.pdf", PDF, 3)
    ukuran = list_gambar_pdf(hasil.isi)
    assert [piksel for piksel, _ in ukuran] == [(240, 320), (240, 321), (240, 322)]
    assert all(max(pt) == pytest.approx(842, abs=0.5) for _, pt in ukuran)


def test_the_best_quality_under_the_limit_is_taken():
    isi = simpan(berbintik(1300, 1600), "JPEG", quality=95)
    ukuran = {}
    for batas in (900_000, 600_000, 400_000):
        hasil = salin(isi, batas=batas)
        assert hasil.ukuran <= batas
        with Image.open(BytesIO(hasil.isi)) as jadi:
            ukuran[batas] = (max(jadi.size), hasil.ukuran)
    assert sorted(ukuran.values(), reverse=True) == list(ukuran.values())
    assert len(set(ukuran.values())) == 3


def test_the_poorest_step_that_fits_is_still_given():
    isi = simpan(berbintik(1300, 1600), "JPEG", quality=95)
    terkecil = _terkecil(isi)
    assert salin(isi, batas=terkecil).ukuran == terkecil


def _terkecil(isi):
    """What the last step makes: found by asking for one byte."""
    with Image.open(BytesIO(isi)) as satu:
        satu.thumbnail((MUTU[-1][0],) * 2, Image.Resampling.LANCZOS, reducing_gap=3.0)
        return len(simpan(satu, "JPEG", quality=MUTU[-1][1], optimize=True))


@pytest.mark.parametrize(
    ("isi", "saran"),
    [
        (simpan(berbintik(1300, 1600), "JPEG"), "pindai ulang tanpa warna"),
        (
            simpan(berbintik(900, 900), "PDF", save_all=True, append_images=[berbintik(900, 900)]),
            "bagi menjadi beberapa berkas",
        ),
        (tiff(4), "bagi menjadi beberapa berkas"),
    ],
)
def test_what_cannot_be_made_small_enough_is_told_with_the_size_reached(isi, saran):
    with pytest.raises(UserError, match=f"batas unggah 3 kB. .*{saran}") as terjadi:
        salin(isi, batas=3_000)
    assert "“KK lama.tif” tidak dapat lebih kecil dari " in str(terjadi.value)


def test_a_scan_that_is_smaller_than_any_copy_tells_its_own_size():
    isi = pdf_kosong(3)
    with pytest.raises(UserError, match="lebih kecil dari 1 kB bila"):
        salin(isi, batas=len(isi) - 1)


def test_the_head_of_the_pdf_counts_too():
    isi = tiff(6)
    batas = salin(isi).ukuran - 1
    assert salin(isi, batas=batas).ukuran <= batas


@settings(max_examples=25)
@given(
    lebar=st.integers(1, 400),
    tinggi=st.integers(1, 400),
    mode=st.sampled_from(["1", "L", "P", "RGB", "RGBA"]),
    batas=st.integers(200, 60_000),
)
def test_a_copy_keeps_to_the_limit_or_there_is_none(lebar, tinggi, mode, batas):
    isi = png(lebar=lebar, tinggi=tinggi, mode=mode)
    try:
        hasil = salin(isi, batas=batas)
    except UserError:
        return
    assert hasil.ukuran <= batas
    assert check_pindaian(hasil.isi, "a") == (JPEG, 1)

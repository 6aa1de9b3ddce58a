"""Scans made up for the tests, of every kind the program takes and some not; what became of them.

The functions below the pictures look at a case and its vault.
"""

from __future__ import annotations

import uuid
import zlib
from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw

from sooko_desk.data.brankas import NAMA_FOLDER
from sooko_desk.domain.alur import LANGKAH_LAMPIRAN

KIRI_ATAS = (200, 30, 30)


def gambar(lebar=240, tinggi=320, mode="RGB"):
    """White paper with a red corner at the top left and some lines; no data of anyone."""
    kertas = Image.new("RGB", (lebar, tinggi), "white")
    pena = ImageDraw.Draw(kertas)
    for y in range(tinggi // 4, tinggi, 9):
        pena.line((10, y, lebar - 10, y), fill="black")
    pena.rectangle((0, 0, lebar // 4, tinggi // 6), fill=KIRI_ATAS)
    return kertas.convert(mode)


def berbintik(lebar, tinggi):
    """Noise, which no JPEG makes small."""
    abu = Image.effect_noise((lebar, tinggi), 90)
    return Image.merge("RGB", (abu, abu.transpose(Image.Transpose.ROTATE_180), abu))


def simpan(satu, jenis, **pilihan):
    hasil = BytesIO()
    satu.save(hasil, jenis, **pilihan)
    return hasil.getvalue()


def jpeg(putar=None, **ganti):
    """A JPEG; `putar` = EXIF orientation, with the words of a camera beside it."""
    exif = Image.Exif()
    if putar is not None:
        exif[0x0112] = putar
        exif[0x010F] = "Kamera Contoh"
    return simpan(gambar(**ganti), "JPEG", exif=exif, quality=90)


def png(**ganti):
    return simpan(gambar(**ganti), "PNG")


def tiff(halaman=1, **pilihan):
    semua = [gambar(240, 320 + nomor) for nomor in range(halaman)]
    return simpan(semua[0], "TIFF", save_all=True, append_images=semua[1:], **pilihan)


def pdf(halaman=1, **ganti):
    """Pages that each hold one picture."""
    return simpan(
        gambar(**ganti), "PDF", save_all=True, append_images=[gambar(**ganti)] * (halaman - 1)
    )


def pdf_kosong(halaman=0):
    """A PDF with empty pages, or without any."""
    hasil = BytesIO()
    with pikepdf.new() as dokumen:
        for _ in range(halaman):
            dokumen.add_blank_page(page_size=(200, 300))
        dokumen.save(hasil)
    return hasil.getvalue()


def pdf_bersandi(pemilik="rahasia", pembuka="rahasia"):
    hasil = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as dokumen:
        dokumen.save(hasil, encryption=pikepdf.Encryption(owner=pemilik, user=pembuka))
    return hasil.getvalue()


def pdf_bom(sisi=60_000):
    """A PDF whose picture says that it is far larger than any scan."""
    hasil = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as dokumen:
        for satu in dokumen.pages[0].get_images().values():
            satu.Width = satu.Height = sisi
        dokumen.save(hasil)
    return hasil.getvalue()


def png_bom(lebar=40_000, tinggi=40_000):
    """A PNG of a few hundred bytes that says it has so many pixels."""
    kepala = png(lebar=8, tinggi=8)
    ihdr = b"IHDR" + lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big") + kepala[24:29]
    return kepala[:12] + ihdr + zlib.crc32(ihdr).to_bytes(4, "big") + kepala[33:]


def pdf_berlubang():
    """A PDF with three pages by its own count, the second of which is none."""
    benda = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>",
        b"(no page)",
    )
    isi = b"%PDF-1.4\n"
    letak = []
    for nomor, satu in enumerate(benda, start=1):
        letak.append(len(isi))
        isi += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    daftar = b"".join(b"%010d 00000 n \n" % satu for satu in letak)
    ekor = b"trailer <</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(isi)
    return isi + b"xref\n0 5\n0000000000 65535 f \n" + daftar + ekor


def token():
    return uuid.uuid4().hex


def tulis(folder, nama, isi):
    (folder / nama).write_bytes(isi)
    return folder / nama


def list_bin(folder_data):
    """What lies in the vault, by name."""
    return sorted((folder_data / NAMA_FOLDER).rglob("*.*"))


def peristiwa(kantor, permohonan):
    """The events of its scans in the story of a case, oldest first."""
    riwayat = kantor.store.permohonan.get(permohonan.ringkasan.id).riwayat
    return [p for p in riwayat if p.langkah == LANGKAH_LAMPIRAN]

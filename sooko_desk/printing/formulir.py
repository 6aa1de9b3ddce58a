"""What the official forms (Permendagri 109/2019) have in common: code, boxes, ticks, signatures.

A form is black on white like the printed original and carries no head of the office: it is what
the applicant declares and signs, not a paper of the office and not a document of the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blok import BAYANG, TINTA, Gaya, Kotak
from .huruf import SEDANG, TEBAL

if TYPE_CHECKING:
    from .blok import Pena

ISI = Gaya(8, SEDANG, tegak="tengah", terkecil=5)
"""What is filled in."""
LABEL = Gaya(7.6, tegak="tengah", terkecil=5.5)
JUDUL = Gaya(8.4, TEBAL, tegak="tengah")
TEBAL_GARIS = 0.5
TINGGI_BAWAH = 3.8
"""Height in mm of the line below a name, e.g. "NIP."."""
TITIK = "." * 44
"""To write a name on with the pen."""
CATATAN_KAKI = "Formulir isian untuk ditandatangani; bukan dokumen kependudukan"


def gambar_kode(pena: Pena, kanan: float, y: float, kode: str) -> None:
    """The form's code in its box, right-aligned at `kanan`; 26 × 8 mm."""
    kotak = Kotak(kanan - 26, y, 26, 8)
    pena.bingkai(kotak, 0.9, TINTA)
    pena.tulis(kotak, kode, Gaya(12.5, TEBAL, rata="tengah", tegak="tengah"))


def gambar_petak(pena: Pena, kotak: Kotak, *, dicentang: bool) -> None:
    """A box to tick, with an X where it is ticked."""
    pena.bingkai(kotak, 0.7, TINTA)
    if dicentang:
        gaya = Gaya(min(9.0, kotak.tinggi * 2.3), TEBAL, rata="tengah", tegak="tengah")
        pena.tulis(kotak, "X", gaya)


def gambar_isi(pena: Pena, kotak: Kotak, teks: str, baris: int = 1) -> None:
    """A framed field with what is filled in."""
    pena.bingkai(kotak, TEBAL_GARIS, TINTA)
    pena.tulis(kotak.susut(1.2, 0.3), teks, ISI, baris=baris)


def gambar_kotak_huruf(pena: Pena, kotak: Kotak, teks: str, banyak: int) -> None:
    """So many boxes with one letter each; a text that does not fit stands in one box instead.

    Args:
        pena: the pen.
        kotak: all boxes together.
        teks: what is filled in, from the left.
        banyak: number of boxes.
    """
    if len(teks) > banyak:
        gambar_isi(pena, kotak, teks)
        return
    pena.bingkai(kotak, TEBAL_GARIS, TINTA)
    sisi = kotak.lebar / banyak
    gaya = Gaya(8.6, SEDANG, rata="tengah", tegak="tengah")
    for urut in range(banyak):
        x = kotak.x + urut * sisi
        if urut:
            pena.garis(((x, kotak.y), (x, kotak.bawah)), 0.3, TINTA)
        if urut < len(teks):
            pena.tulis(Kotak(x, kotak.y, sisi, kotak.tinggi), teks[urut], gaya)


def gambar_judul_kolom(pena: Pena, kotak: Kotak, judul: str, baris: int = 3) -> None:
    """The head of a column of a form's table."""
    pena.isi(kotak, BAYANG)
    pena.bingkai(kotak, TEBAL_GARIS, TINTA)
    gaya = Gaya(6.6, TEBAL, rata="tengah", tegak="tengah", terkecil=4.5)
    pena.tulis(kotak.susut(0.8, 0.4), judul, gaya, baris=baris)


def gambar_tanda_tangan(
    pena: Pena, kotak: Kotak, atas: tuple[str, ...], nama: str, bawah: str = ""
) -> None:
    """Who signs: the words on top, room, and the name in brackets at the foot of `kotak`.

    Args:
        pena: the pen.
        kotak: 24 mm high or more.
        atas: lines above the room, e.g. place and date, office.
        nama: "" = dots to write on.
        bawah: last line, e.g. "NIP.".
    """
    gaya = Gaya(8, rata="tengah", terkecil=5.5)
    for urut, teks in enumerate(atas):
        pena.tulis(Kotak(kotak.x, kotak.y + urut * 3.7, kotak.lebar, 3.6), teks, gaya)
    tinggi_bawah = TINGGI_BAWAH if bawah else 0.0
    tempat = Kotak(kotak.x, kotak.bawah - tinggi_bawah - 7, kotak.lebar, 7)
    kata = nama or TITIK
    pena.tulis(tempat, f"({kata})", gaya.ganti(huruf=SEDANG, tegak="bawah"), baris=2)
    if bawah:
        pena.tulis(Kotak(kotak.x, kotak.bawah - 3.4, kotak.lebar, 3.4), bawah, gaya)

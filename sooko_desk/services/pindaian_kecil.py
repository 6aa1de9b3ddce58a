"""The small copy of a scan for an upload: as good as the limit lets it be, or a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import JenisLampiran
from sooko_desk.services.pdfium import list_ukuran_pdf, susun_pdf
from sooko_desk.services.pindaian import muat_halaman, nama_salinan, sebut_ukuran

if TYPE_CHECKING:
    from sooko_desk.domain.lampiran import Lampiran

MUTU = (
    (3508, 85),
    (2480, 80),
    (2480, 65),
    (1754, 75),
    (1754, 60),
    (1404, 60),
    (1404, 45),
    (1169, 45),
)
"""Longest side in pixels and JPEG quality, best first: A4 at 300, 212, 150, 120 and 100 dpi."""

_AKHIRAN = {JenisLampiran.JPEG: ".jpg", JenisLampiran.PDF: ".pdf"}
_SISI_A4_PT = 842.0


@dataclass(frozen=True, slots=True)
class Hasil:
    """A small copy, not stored anywhere.

    Attributes:
        nama: a name for saving it; ends in .jpg or .pdf.
        jenis: JPEG (one picture) or PDF.
        isi: the content.
        halaman: pages.
    """

    nama: str
    jenis: JenisLampiran
    isi: bytes = field(repr=False)
    halaman: int

    @property
    def ukuran(self) -> int:
        """Bytes."""
        return len(self.isi)

    @property
    def akhiran(self) -> str:
        """The ending of its file's name, with the dot."""
        return _AKHIRAN[self.jenis]


def kecilkan(lampiran: Lampiran, isi: bytes, batas: int) -> Hasil:
    """Make a copy of at most `batas` bytes: a picture becomes a JPEG, more pages a PDF of JPEGs.

    A PDF that is small enough is copied as it is; a picture never is, for it may tell where and
    with what it was taken.

    Raises:
        UserError: the copy is too large even at the poorest quality that can be read; tells the
            smallest size there is, which may be that of the scan itself.
    """
    if lampiran.jenis is JenisLampiran.PDF and len(isi) <= batas:
        return _hasil(lampiran, isi)
    for sisi, mutu in MUTU[:-1]:
        if (salinan := _salin(lampiran, isi, (sisi, mutu), batas)) is not None:
            return _hasil(lampiran, salinan)
    terkecil = _salin(lampiran, isi, MUTU[-1], None)
    assert terkecil is not None  # nothing was forbidden
    if len(terkecil) > batas:
        raise _terlalu_besar(lampiran, min(len(terkecil), len(isi)), batas)
    return _hasil(lampiran, terkecil)


def _hasil(lampiran: Lampiran, isi: bytes) -> Hasil:
    jenis = JenisLampiran.JPEG if _is_satu_gambar(lampiran) else JenisLampiran.PDF
    return Hasil(nama_salinan(lampiran.nama, _AKHIRAN[jenis]), jenis, isi, lampiran.halaman)


def _terlalu_besar(lampiran: Lampiran, ukuran: int, batas: int) -> UserError:
    saran = "bagi menjadi beberapa berkas" if lampiran.halaman > 1 else "pindai ulang tanpa warna"
    return UserError(
        f"“{lampiran.nama}” tidak dapat lebih kecil dari {sebut_ukuran(ukuran)} bila harus tetap "
        f"terbaca, sedangkan batas unggah {sebut_ukuran(batas)}. Minta Kasi menaikkan batasnya, "
        f"atau {saran}."
    )


def _is_satu_gambar(lampiran: Lampiran) -> bool:
    return lampiran.jenis is not JenisLampiran.PDF and lampiran.halaman == 1


def _salin(
    lampiran: Lampiran, isi: bytes, langkah: tuple[int, int], batas: int | None
) -> bytes | None:
    """One try; None as soon as it is clear that it passes `batas` (None = none is set)."""
    sisi, mutu = langkah
    halaman: list[tuple[bytes, tuple[float, float]]] = []
    ukuran_pt = list_ukuran_pdf(isi) if lampiran.jenis is JenisLampiran.PDF else ()
    terpakai = 0
    for nomor in range(1, lampiran.halaman + 1):
        gambar = muat_halaman(isi, lampiran.jenis, nomor, (sisi, sisi))
        wadah = BytesIO()
        gambar.save(wadah, "JPEG", quality=mutu, optimize=True)
        terpakai += wadah.tell()
        if batas is not None and terpakai > batas:
            return None
        pt = ukuran_pt[nomor - 1] if ukuran_pt else _ukuran_pt(gambar.size)
        halaman.append((wadah.getvalue(), pt))
    if _is_satu_gambar(lampiran):
        return halaman[0][0]
    pdf = susun_pdf(halaman)
    return None if batas is not None and len(pdf) > batas else pdf


def _ukuran_pt(piksel: tuple[int, int]) -> tuple[float, float]:
    """A page as long as A4."""
    skala = _SISI_A4_PT / max(piksel)
    return piksel[0] * skala, piksel[1] * skala

"""A pen that lets go of every page as soon as it is full: long books need no more memory.

ReportLab keeps all pages until the end. This pen writes each one out at once and keeps only where
it stands in the file; fonts, pictures and the table of contents of the file follow at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFFile,
    PDFIndirectObject,
    PDFObjectReference,
    PDFTrailer,
)

from .blok import Pena

if TYPE_CHECKING:
    from typing import BinaryIO

    from .kertas import Kertas


class PenaMengalir(Pena):
    """As `Pena`; end it with `tutup` and not with `selesai`.

    Args:
        kertas: paper of every page, turned as it is read.
        judul: title in the PDF's metadata; never personal data.
        berkas: gets the PDF from its present place on; stays open.
    """

    def __init__(self, kertas: Kertas, judul: str, berkas: BinaryIO) -> None:
        super().__init__(kertas, judul)
        self._berkas = berkas
        self._letak_kini = 0
        self._dokumen = self.kanvas._doc  # noqa: SLF001 - ReportLab has no public way to it
        self._dokumen.format = self._tulis_sisa
        self._taruh_bita(PDFFile(self._dokumen._pdfVersion).format(self._dokumen))  # noqa: SLF001

    def halaman_baru(self) -> None:
        """Write this page out; the next mark goes on a new one."""
        self._lepas_halaman()
        self._mulai_halaman()

    def tutup(self) -> None:
        """Write the page in hand and the end of the PDF."""
        self._lepas_halaman()
        # Not `save`, which would add one more page for the transformation that opens it.
        self._dokumen.GetPDFData(self.kanvas)

    def _lepas_halaman(self) -> None:
        dokumen = self._dokumen
        nama = dokumen.thisPageName()
        self.kanvas.showPage()
        halaman = dokumen.Pages.pages[-1]
        self._tulis(nama)
        self._tulis(halaman.Contents.__InternalName__)
        dokumen.Pages.pages[-1] = PDFObjectReference(nama)

    def _tulis(self, nama: str) -> None:
        """Write one object out, and forget what it holds."""
        dokumen = self._dokumen
        isi = PDFIndirectObject(nama, dokumen.idToObject[nama]).format(dokumen)
        dokumen.idToOffset[nama] = self._taruh_bita(isi)
        dokumen.idToObject[nama] = None

    def _taruh_bita(self, isi: bytes) -> int:
        """Write bytes; returns where they begin."""
        letak = self._letak_kini
        self._berkas.write(isi)
        self._letak_kini += len(isi)
        return letak

    def _tulis_sisa(self) -> bytes:
        """What ReportLab calls to make the file: everything that is not written yet."""
        dokumen = self._dokumen
        dokumen.encrypt.prepare(dokumen)
        semua: list[str] = []
        # Writing an object may number further ones.
        while (nama := dokumen.numberToId.get(len(semua) + 1)) is not None:
            if nama not in dokumen.idToOffset:
                self._tulis(nama)
            semua.append(nama)
        tabel = PDFCrossReferenceTable()
        tabel.addsection(0, semua)
        letak = self._taruh_bita(tabel.format(dokumen))
        penutup = PDFTrailer(
            startxref=letak,
            Size=len(semua) + 1,
            Root=PDFObjectReference(dokumen.Catalog.__InternalName__),
            Info=PDFObjectReference(dokumen.info.__InternalName__),
            ID=dokumen.ID(),
        )
        self._taruh_bita(penutup.format(dokumen))
        return b""

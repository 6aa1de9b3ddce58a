"""A report as a spreadsheet: its facts and notes, then each table on a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tabel import KolomRegister
from .tabel_xlsx import LembarXlsx, render_lembar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sooko_desk.domain.laporan import IsiLaporan

_RINGKASAN = (KolomRegister("Uraian", 60), KolomRegister("Isi", 120))


def render(judul: str, kantor: str, isi: IsiLaporan) -> bytes:
    """The report as XLSX, every cell as text. Same data, same bytes.

    Args:
        judul: kind of report.
        kantor: name of the office, as the file's author.
        isi: what it tells.
    """
    return render_lembar({"title": judul, "author": kantor}, _list_lembar(judul, isi))


def _list_lembar(judul: str, isi: IsiLaporan) -> Iterator[LembarXlsx]:
    kepala = ((f"{judul} {isi.subjudul}", True),)
    catatan = [("Catatan", kata) for kata in isi.catatan]
    yield LembarXlsx("Ringkasan", kepala, _RINGKASAN, (*isi.fakta, *catatan))
    for tabel in isi.tabel:
        kolom = [KolomRegister(k.judul, k.lebar, k.rata, k.tebal) for k in tabel.kolom]
        kosong = ((tabel.kosong, False),) if not tabel.baris else ()
        atas = (*kepala, (tabel.judul, True), *kosong)
        yield LembarXlsx(tabel.sifat.replace("_", " ").capitalize(), atas, kolom, tabel.baris)

"""What was dropped, pasted or chosen, as things that can be added one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QIODevice, QMimeData

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import jam
from sooko_desk.services.pindaian import rapikan_nama

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

_ANGKA = re.compile(r"[0-9]+")
_LEBAR_ANGKA = 20
TAK_TERTULIS = "Gambar yang ditempel tidak dapat disimpan. Simpan dulu sebagai berkas, lalu seret."


@dataclass(frozen=True, slots=True)
class SumberBerkas:
    """A file that lies outside; it is read and left where it is."""

    path: Path

    @property
    def nama(self) -> str:
        """As it may be shown: a NIK in it is masked."""
        return rapikan_nama(self.path.name)


@dataclass(frozen=True, slots=True)
class SumberGambar:
    """A picture without a file, e.g. from the clipboard."""

    nama: str
    gambar: QImage

    def isi(self) -> bytes:
        """The picture as PNG; slow, so in a worker thread.

        Raises:
            UserError: it cannot be written.
        """
        wadah = QBuffer()
        wadah.open(QIODevice.OpenModeFlag.WriteOnly)
        if not self.gambar.save(wadah, "PNG"):  # type: ignore[call-overload]  # bytes in PySide6's stub
            raise UserError(TAK_TERTULIS)
        return bytes(wadah.data().data())


Sumber = SumberBerkas | SumberGambar


def ada_isi(mime: QMimeData) -> bool:
    """Whether something of it could be added."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def baca_mime(mime: QMimeData, saat: dt.datetime) -> tuple[Sumber, ...]:
    """The files in it, else its picture, else nothing.

    Args:
        saat: aware; names a picture, e.g. "tempelan 09.05.png".
    """
    berkas = dari_path([Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()])
    if berkas or not mime.hasImage():
        return berkas
    gambar = cast("QImage", mime.imageData())
    return () if gambar.isNull() else (SumberGambar(f"tempelan {jam(saat)}.png", gambar),)


def dari_path(paths: Sequence[Path]) -> tuple[Sumber, ...]:
    """Files in the order of their names: a scanner numbers them."""
    return tuple(SumberBerkas(path) for path in sorted(set(paths), key=_urut))


def _urut(path: Path) -> str:
    """So that "scan9" comes before "scan10"."""
    return _ANGKA.sub(_lebarkan, path.name.casefold())


def _lebarkan(angka: re.Match[str]) -> str:
    return angka[0].zfill(_LEBAR_ANGKA)

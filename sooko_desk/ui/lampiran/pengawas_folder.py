"""The scanner's folder: which files in it are new, whole, and not yet dealt with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sooko_desk.ui.lampiran.dunia_lampiran import AKHIRAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.domain.waktu import Clock
    from sooko_desk.ui.cetak.dunia_cetak import Setelan

KUNCI_FOLDER = "lampiran/folder_pemindai"
KUNCI_SUDAH = "lampiran/sudah"
BARU_MENIT = 15
"""A scan made before the window was opened is still offered, if it is no older than this."""
SELANG_MS = 700
"""Between two looks: a file whose size and time stood still is whole."""
INGATAN = 64
_PANJANG_TANDA = 12


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What is seen of a file from outside; another one means another scan.

    Attributes:
        ukuran: bytes.
        diubah: nanoseconds since 1970.
    """

    path: Path
    ukuran: int
    diubah: int

    @property
    def tanda(self) -> str:
        """By this a file is remembered as dealt with: its name could hold a person's."""
        isi = f"{self.path.name}\0{self.ukuran}\0{self.diubah}".encode()
        return hashlib.sha256(isi).hexdigest()[:_PANJANG_TANDA]


class PengawasFolder(QObject):
    """Watches one folder while it is told to; takes nothing out of it.

    Signals:
        berubah(): `baru` may be another one than before.
    """

    berubah = Signal()

    def __init__(self, setelan: Setelan, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._setelan = setelan
        self._clock = clock
        self._folder: Path | None = None
        self._lama: frozenset[str] = frozenset()
        self._tadi: dict[Path, Keadaan] = {}
        self._baru: tuple[Keadaan, ...] = ()
        self._sistem = QFileSystemWatcher(self)
        self._sistem.directoryChanged.connect(self._on_folder_berubah)
        self._pewaktu = QTimer(self)
        self._pewaktu.setInterval(SELANG_MS)
        self._pewaktu.timeout.connect(self.lihat)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, also while it is not there."""
        return self._folder

    @property
    def baru(self) -> tuple[Path, ...]:
        """Whole files that nobody took or passed over yet, oldest first."""
        return tuple(k.path for k in self._baru)

    def mulai(self) -> None:
        """Watch the folder that was chosen once, if there is one."""
        if teks := self._setelan.get(KUNCI_FOLDER):
            self._awasi(Path(teks))

    def pilih(self, folder: Path) -> None:
        """Watch another folder from now on, and remember it."""
        self._setelan.set(KUNCI_FOLDER, str(folder))
        self._awasi(folder)

    def berhenti(self) -> None:
        """Look no more, until `mulai`."""
        self._pewaktu.stop()
        if self._sistem.directories():
            self._sistem.removePaths(self._sistem.directories())
        self._folder = None
        self._set_baru(())

    def tuntaskan(self, paths: Iterable[Path]) -> None:
        """These were taken or passed over: never offer them again, after a restart neither."""
        selesai = set(paths)
        sudah = self._list_sudah()
        sudah += [k.tanda for k in self._baru if k.path in selesai]
        self._setelan.set(KUNCI_SUDAH, " ".join(sudah[-INGATAN:]))
        self._set_baru(tuple(k for k in self._baru if k.path not in selesai))

    def lihat(self) -> None:
        """Look at the folder once: what stood still since the last look is offered."""
        if self._folder is None:
            return
        if not self._sistem.directories() and self._folder.is_dir():
            self._kenali(self._folder)
        sekarang = {k.path: k for k in _baca(self._folder)}
        sudah = {*self._lama, *self._list_sudah()}
        calon = [k for k in sekarang.values() if k.tanda not in sudah]
        utuh = [k for k in calon if self._tadi.get(k.path) == k and _terbuka(k.path)]
        # What is offered may still grow: a scanner rests between two pages. With nothing to look
        # at, the system tells of the next file.
        if not calon and self._sistem.directories():
            self._pewaktu.stop()
        self._tadi = sekarang
        self._set_baru(tuple(sorted(utuh, key=_umur)))

    def _awasi(self, folder: Path) -> None:
        self.berhenti()
        self._folder = folder
        self._tadi = {}
        if folder.is_dir():
            self._kenali(folder)
        self._pewaktu.start()

    def _kenali(self, folder: Path) -> None:
        """The folder is there (again): what is old in it is left alone."""
        self._sistem.addPath(str(folder))
        batas = (self._clock.now().timestamp() - BARU_MENIT * 60) * 1e9
        self._lama = frozenset(k.tanda for k in _baca(folder) if k.diubah < batas)

    def _list_sudah(self) -> list[str]:
        return self._setelan.get(KUNCI_SUDAH).split()

    def _set_baru(self, baru: tuple[Keadaan, ...]) -> None:
        if baru != self._baru:
            self._baru = baru
            self.berubah.emit()

    def _on_folder_berubah(self, _folder: str) -> None:
        self._pewaktu.start()


def _umur(keadaan: Keadaan) -> tuple[int, str]:
    return keadaan.diubah, keadaan.path.name


def _baca(folder: Path) -> list[Keadaan]:
    """Files with a scan's ending; none while the folder is away."""
    try:
        return [
            keadaan
            for path in folder.iterdir()
            if path.suffix.lower() in AKHIRAN and (keadaan := _lihat_satu(path)) is not None
        ]
    except OSError:
        return []


def _lihat_satu(path: Path) -> Keadaan | None:
    """None for what is empty, no file, or gone again."""
    try:
        stat = path.stat()
    except OSError:
        return None
    if not path.is_file() or not stat.st_size:
        return None
    return Keadaan(path, stat.st_size, stat.st_mtime_ns)


def _terbuka(path: Path) -> bool:
    """Whether it can be read: on Windows a scanner that still writes keeps it to itself."""
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False

"""The sticks and disks of this computer, as Qt sees them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from sooko_desk.services.cadangan_tempat import Volume

if TYPE_CHECKING:
    from collections.abc import Callable

_BUKAN_TEMPAT = frozenset(("/", "/boot", "/boot/efi", "/home", "/tmp", "/var", "/usr"))  # noqa: S108


def pembaca_volume(folder_data: Path) -> Callable[[], tuple[Volume, ...]]:
    """What lists them, in any thread: neither the system's disk nor that of `folder_data`."""
    return lambda: tuple(_list(str(folder_data)))


def _list(folder_data: str) -> list[Volume]:
    sendiri = {bytes(QStorageInfo(p).device().data()) for p in (folder_data, _akar())}
    volume = []
    for satu in QStorageInfo.mountedVolumes():
        perangkat = bytes(satu.device().data())
        if not satu.isReady() or perangkat in sendiri or not _is_cakram(satu):
            continue
        volume.append(Volume(Path(satu.rootPath()), satu.displayName(), satu.bytesAvailable()))
    return volume


def _akar() -> str:
    return QStorageInfo.root().rootPath()


def _is_cakram(satu: QStorageInfo) -> bool:
    """No network, no part of the system itself."""
    perangkat = bytes(satu.device().data())
    nyata = perangkat.startswith((b"/dev/", b"\\\\?\\Volume"))
    nyata = nyata and not perangkat.startswith(b"/dev/loop")
    return nyata and satu.rootPath() not in _BUKAN_TEMPAT and satu.bytesTotal() > 0

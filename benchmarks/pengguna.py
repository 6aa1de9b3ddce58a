"""The user's own folders, moved: a benchmark writes nothing into the real ones."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def folder_sendiri(folder: Path) -> dict[str, str]:
    """What to set in the environment, so that the user's folders lie below `folder`."""
    nama = {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "lokal",
    }
    return {satu: str(folder / "pengguna" / ke) for satu, ke in nama.items()}


def pindahkan(folder: Path) -> None:
    """Move them for this process and every one that it starts."""
    os.environ.update(folder_sendiri(folder))

"""This user's own folder, outside the data folder: what must survive when that one is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path


def folder_pengguna() -> Path:
    """Where the marker and this computer's key lie; it may not exist yet."""
    return platformdirs.user_config_path("SookoDesk", appauthor=False)

"""An act of an officer at the counter, and doing it."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING
from unittest import mock

from PIL import Image

from sooko_desk.domain.errors import OfficerError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from builders import Kantor


@dataclass(frozen=True, slots=True)
class Kerja:
    """One act: what it is called, and how it is done; gives the numbers that it gave out.

    Attributes:
        bertoken: done again it changes nothing more.
    """

    nama: str
    lakukan: Callable[[Kantor], tuple[str, ...]]
    waktu: dt.datetime
    bertoken: bool = True


def lakukan(kantor: Kantor, kerja: Kerja) -> tuple[str, ...]:
    """Do an act at its time; what it makes up by itself (ids of events) is the same every time.

    Raises:
        OfficerError: as the act.
    """
    kantor.clock.atur(kerja.waktu)
    acak = random.Random(str(kerja.waktu))
    with mock.patch("uuid.uuid4", partial(_uuid, acak)):
        return kerja.lakukan(kantor)


def _uuid(acak: random.Random) -> uuid.UUID:
    return uuid.UUID(int=acak.getrandbits(128), version=4)


def jalankan(kantor: Kantor, kerja: Kerja) -> tuple[str, ...] | None:
    """As `lakukan`; None = the officer got a sentence instead."""
    try:
        return lakukan(kantor, kerja)
    except OfficerError:
        return None


@cache
def gambar_kecil(nomor: int) -> bytes:
    wadah = BytesIO()
    Image.new("RGB", (8, 8), (nomor, 100, 100)).save(wadah, "PNG")
    return wadah.getvalue()

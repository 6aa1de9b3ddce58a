"""A sample recovery code of no register."""

from __future__ import annotations

from .contoh import KOP
from .lembar_kode import LembarKodeData


def lembar_kode() -> LembarKodeData:
    """Wide letters and a long name."""
    return LembarKodeData(
        kop=KOP,
        kode="7K3M 9QXT 2WYZ 0HJC 5VRN 8BDG M4EW",
        nomor=2,
        dibuat="Sabtu, 21 November 2026 pukul 07.40 WIB",
        register="3F2A-91BC",
        kasi="Drs. Bambang Misal Sastrowardoyo Kertanegara, M.Si.",
    )

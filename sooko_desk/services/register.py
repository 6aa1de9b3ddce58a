"""The register books and the search box."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import may_ditemukan
from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.nomor import kode_pindai, parse_kode_pindai
from sooko_desk.services.tahun_buku import find_tahun

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import BarisRegister, RingkasanPermohonan
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService

BATAS_CARI = 30
DIGIT_TERKELOMPOK = 8
"""From so many digits on, blanks, dots and dashes between them are taken for grouping."""


@dataclass(frozen=True, slots=True)
class BukuRegister:
    """One register book of one year: "Register Pelayanan Kartu Keluarga (KK)" 2026."""

    layanan: str
    nama: str
    tahun: int
    jumlah: int


class RegisterService:
    """Reads of the books; nothing here writes."""

    def __init__(self, store: Store, rak: RakService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._clock = clock

    def list_buku(self) -> tuple[BukuRegister, ...]:
        """Every book of every service: the open one (even when empty), then earlier years.

        Services no longer offered come last: what was registered stays to be read.
        """
        terbuka = find_tahun(self._store, self._clock.now())
        buku: list[BukuRegister] = []
        berlaku = self._rak.list_berlaku()
        dahulu = sorted({*self._store.register.list_layanan()} - {s.layanan for s in berlaku})
        for sop in (*berlaku, *filter(None, map(self._rak.find_terakhir, dahulu))):
            tahun = {terbuka, *self._store.register.list_tahun(sop.layanan)}
            buku += (
                BukuRegister(
                    sop.layanan,
                    sop.nama_register,
                    t,
                    self._store.register.count_baris(sop.layanan, t),
                )
                for t in sorted(tahun, reverse=True)
            )
        return tuple(buku)

    def list_baris(self, layanan: str, tahun: int) -> tuple[BarisRegister, ...]:
        """All lines of a book, in the order of the numbers."""
        return self._store.register.list_baris(layanan, tahun)

    def list_cari(self, teks: str) -> tuple[RingkasanPermohonan, ...]:
        """Cases by name, NIK, No KK, phone, any number, or a scanned code; newest first.

        A restricted case is found by its own numbers only.
        """
        teks = " ".join(unicodedata.normalize("NFC", teks).split())
        teks = "".join(h for h in teks if h.isprintable()).strip()
        if not teks:
            return ()
        if (kode := parse_kode_pindai(teks)) is not None:
            hasil = self._store.permohonan.find_kode_pindai(kode_pindai(*kode))
            return () if hasil is None else (hasil,)
        digit = bersihkan_digit(teks)
        if digit.isascii() and digit.isdigit() and len(digit) >= DIGIT_TERKELOMPOK:
            teks = digit  # a NIK or phone typed in groups
        ditemukan = self._store.pencarian.list_cari(teks, BATAS_CARI)
        return tuple(r for r in ditemukan if may_ditemukan(r, teks))

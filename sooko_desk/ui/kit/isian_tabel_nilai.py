"""What a cell of `IsianTabel` holds: how typed words are kept, shown and doubted.

A cell keeps text: a choice its code, a date dd/mm/yyyy, a NIK bare digits. What cannot be read is
kept as it was typed, so that nothing an officer wrote is ever lost.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import bersihkan_digit, check_enam_belas_angka, samarkan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.isian import is_kapital, read_angka
from sooko_desk.domain.nama import kapitalkan
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tanggal import parse_tanggal, tanggal_pendek
from sooko_desk.domain.telepon import check_telepon
from sooko_desk.ui.kit.isian_angka import group_digits
from sooko_desk.ui.kit.isian_tanggal import tidy_date
from sooko_desk.ui.kit.isian_teks import tidy_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.sop import Isian, Pilihan

NOMOR = frozenset({JenisIsian.NIK, JenisIsian.NKK})
"""Kinds of 16 digits."""
BERANGKA = NOMOR | {JenisIsian.ANGKA, JenisIsian.TELEPON}
"""Kinds that a spreadsheet may have taken for a number."""

_MIDNIGHT = re.compile(r"\s+0?0[:.]00(?:[:.]00)?$")


class TabelKode:
    """The choices of one column, found by code or by words."""

    def __init__(self, pilihan: Sequence[Pilihan]) -> None:
        self._pilihan = tuple(pilihan)
        self._nama = {p.kode: p.nama for p in pilihan}
        self._kode = {p.kode.casefold(): p.kode for p in pilihan}
        self._kode |= {k.lstrip("0"): p for k, p in self._kode.items() if k.lstrip("0").isdigit()}
        # Words without their marks, where that leaves them apart: "A+" is not "A-".
        bare = Counter(_letters(p.nama) for p in pilihan)
        self._persis = {
            _letters(p.nama): p.kode for p in pilihan if bare[_letters(p.nama)] == 1
        } | {p.nama.casefold(): p.kode for p in pilihan}

    def nama(self, kode: str) -> str | None:
        """The words of a code; None for a code that is not here."""
        return self._nama.get(kode)

    def baca(self, teks: str) -> str:
        """The code that these words or this code stand for, or the only one that begins so."""
        kata = " ".join(teks.split()).casefold()
        if not kata:
            return ""
        angka = kata.lstrip("0") if kata.isdigit() else kata
        kode = self._kode.get(kata) or self._kode.get(angka) or self._persis.get(kata)
        if kode or (kode := self._persis.get(_letters(kata))):
            return kode
        awal = [p.kode for p in self._pilihan if p.nama.casefold().startswith(kata)]
        return awal[0] if len(awal) == 1 else ""

    def cari(self, teks: str) -> tuple[Pilihan, ...]:
        """The choices that fit the typed words, best first; all of them for no words."""
        kata = " ".join(teks.split()).casefold()
        if not kata:
            return self._pilihan
        tepat = self.baca(kata)
        peringkat = [(_rank(p, kata, tepat), p) for p in self._pilihan]
        return tuple(p for r, p in sorted(peringkat, key=lambda rp: rp[0]) if r < _UNFIT)


_UNFIT = 5


def _rank(pilihan: Pilihan, kata: str, tepat: str) -> int:
    nama = pilihan.nama.casefold()
    if pilihan.kode == tepat:
        return 0
    if nama.startswith(kata):
        return 1
    if pilihan.kode.casefold().startswith(kata):
        return 2
    if f" {kata}" in nama:
        return 3
    return 4 if kata in nama else _UNFIT


def _letters(nama: str) -> str:
    return "".join(h for h in nama.casefold() if h.isalnum())


def rapikan(kolom: Isian, kode: TabelKode, teks: str) -> str:
    """Typed or pasted words as the cell keeps them."""
    teks = tidy_text("".join(h if h.isprintable() or h.isspace() else "" for h in teks))
    if kolom.jenis in (JenisIsian.NAMA, JenisIsian.TEKS):
        return kapitalkan(teks) if is_kapital(kolom) else teks
    teks = teks.lstrip("' ")  # a spreadsheet's mark for "this is text"
    if kolom.jenis in NOMOR:
        return bersihkan_digit(teks)
    if kolom.jenis is JenisIsian.PILIHAN:
        return kode.baca(teks) or teks
    if kolom.jenis is JenisIsian.TANGGAL:
        return _read_date(teks)
    return teks


def rapikan_simpanan(kolom: Isian, teks: str) -> str:
    """A stored value as the cell keeps it; only a date changes its form."""
    return tidy_date(teks) if kolom.jenis is JenisIsian.TANGGAL else teks


def sebut_sel(kolom: Isian, kode: TabelKode, nilai: str, *, samar: bool = False) -> str:
    """The words of a cell on the screen, numbers of people masked if wanted."""
    if kolom.jenis in NOMOR:
        return group_digits(samarkan(nilai) if samar else nilai)
    if kolom.jenis is JenisIsian.PILIHAN:
        return kode.nama(nilai) or nilai
    return nilai


def check_bentuk(kolom: Isian, kode: TabelKode, nilai: str) -> str:
    """One sentence when a cell cannot be read as its kind; "" when it can, or is empty."""
    if not nilai or kolom.jenis in (JenisIsian.TEKS, JenisIsian.NAMA):
        return ""
    if kolom.jenis is JenisIsian.PILIHAN:
        if kode.nama(nilai) is not None:
            return ""
        return f"“{nilai}” tidak ada dalam daftar {kolom.label}. Pilih dari daftar."
    try:
        if kolom.jenis in NOMOR:
            check_enam_belas_angka(nilai, kolom.label)
        elif kolom.jenis is JenisIsian.TANGGAL:
            parse_tanggal(nilai)
        elif kolom.jenis is JenisIsian.TELEPON:
            check_telepon(nilai)
        else:
            read_angka(nilai, kolom.label, kolom.panjang)
    except UserError as galat:
        return str(galat)
    return ""


def format_baris(kolom: Sequence[Isian], baris: Iterable[Sequence[str]]) -> str:
    """Rows as text that `domain.tabel_isian.parse_tabel` reads.

    As `format_tabel`, but an empty row in between stays as {}: what the check says of row 4 must
    be row 4 on the screen.
    """
    isi = [
        {satu.id: nilai for satu, nilai in zip(kolom, sel, strict=True) if nilai} for sel in baris
    ]
    while isi and not isi[-1]:
        isi.pop()
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")) if isi else ""


def _read_date(teks: str) -> str:
    teks = _MIDNIGHT.sub("", teks)
    try:
        return tanggal_pendek(parse_tanggal(teks))
    except UserError:
        return tidy_date(teks)

"""What a correction changes, datum by datum, in words: before and after."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.services.isi_gerak import sebut_isian

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sooko_desk.domain.sop import Isian
    from sooko_desk.domain.tabel_isian import Baris

KOSONG = "kosong"
_ANGKA_DEPAN = "angka di depan dibetulkan"
"""What a masked number cannot show."""


@dataclass(frozen=True, slots=True)
class Betulan:
    """One datum that is corrected.

    Attributes:
        bidang: id of its field in the correction form.
        label: the datum in words, unique within one correction.
        semula, menjadi: in words and in full, for the officer's eyes; "" = empty.
        cerita: "semula → menjadi" as the story keeps it, numbers of people masked.
    """

    bidang: str
    label: str
    semula: str
    menjadi: str
    cerita: str


def betulkan_kata(bidang: str, label: str, semula: str, menjadi: str) -> Betulan:
    """A datum whose words may stand in the story as they are."""
    return Betulan(bidang, label, semula, menjadi, _panah(semula, menjadi))


def betulkan_nomor(bidang: str, label: str, semula: str, menjadi: str) -> Betulan:
    """A NIK or No KK: in full on the screen, masked in the story."""
    return Betulan(bidang, label, semula, menjadi, _panah_samar(semula, menjadi))


def betulkan_isian(
    bidang: str, label: str, isian: Isian, semula: str, menjadi: str
) -> Iterator[Betulan]:
    """A field of a step; of a field of rows every cell that changed, and rows that came or went.

    Args:
        bidang: its id in the correction form.
        label: the field in words.
        isian: the field.
        semula: the stored value; `menjadi` the one that takes its place, also in stored form.
        menjadi: see `semula`.
    """
    if isian.jenis is JenisIsian.TABEL:
        yield from _beda_tabel(bidang, label, isian, semula, menjadi)
    elif _is_nomor(isian):
        yield betulkan_nomor(bidang, label, semula, menjadi)
    else:
        yield betulkan_kata(bidang, label, _sebut(isian, semula), _sebut(isian, menjadi))


def sebut_tanggal(tanggal: dt.date | None) -> str:
    """E.g. "17/08/2026"; "" = none."""
    return tanggal_pendek(tanggal) if tanggal else ""


def _beda_tabel(
    bidang: str, label: str, isian: Isian, semula: str, menjadi: str
) -> Iterator[Betulan]:
    """Rows are matched as a whole, so that one that is inserted does not change those below it."""
    lama, baru = parse_tabel(semula), parse_tabel(menjadi)
    cocok = SequenceMatcher(None, _list_kunci(lama), _list_kunci(baru), autojunk=False)
    for jenis, i1, i2, j1, j2 in cocok.get_opcodes():
        if jenis == "equal":
            continue
        sama = min(i2 - i1, j2 - j1)
        for n in range(sama):
            judul = f"{label}, baris {j1 + n + 1}"
            yield from _beda_baris(bidang, judul, isian.kolom, lama[i1 + n], baru[j1 + n])
        for n in range(i1 + sama, i2):
            kata = _sebut_baris(isian.kolom, lama[n])
            samar = _sebut_baris(isian.kolom, lama[n], samar=True)
            judul = f"{label}, baris {n + 1} dihapus"
            yield Betulan(bidang, judul, kata, "", _panah(samar, ""))
        for n in range(j1 + sama, j2):
            kata = _sebut_baris(isian.kolom, baru[n])
            samar = _sebut_baris(isian.kolom, baru[n], samar=True)
            judul = f"{label}, baris {n + 1} ditambah"
            yield Betulan(bidang, judul, "", kata, _panah("", samar))


def _list_kunci(baris: Sequence[Baris]) -> list[tuple[tuple[str, str], ...]]:
    return [tuple(sorted(satu.items())) for satu in baris]


def _beda_baris(
    bidang: str, label: str, kolom: Sequence[Isian], lama: Baris, baru: Baris
) -> Iterator[Betulan]:
    for satu in kolom:
        semula, menjadi = lama.get(satu.id, ""), baru.get(satu.id, "")
        if semula != menjadi:
            yield from betulkan_isian(bidang, f"{label}, {satu.label}", satu, semula, menjadi)


def _sebut_baris(kolom: Sequence[Isian], baris: Baris, *, samar: bool = False) -> str:
    """A whole row in words, e.g. "Nama lengkap BUDI; Agama Islam"."""
    return "; ".join(
        f"{k.label} {_sebut(k, baris[k.id], samar=samar)}" for k in kolom if baris.get(k.id)
    )


def _sebut(isian: Isian, nilai: str, *, samar: bool = False) -> str:
    if not nilai or (_is_nomor(isian) and not samar):
        return nilai
    return sebut_isian(isian, nilai)


def _is_nomor(isian: Isian) -> bool:
    return isian.jenis in (JenisIsian.NIK, JenisIsian.NKK)


def _panah(semula: str, menjadi: str) -> str:
    return f"{semula or KOSONG} → {menjadi or KOSONG}"


def _panah_samar(semula: str, menjadi: str) -> str:
    lama, baru = samarkan(semula), samarkan(menjadi)
    return f"{_panah(lama, baru)} ({_ANGKA_DEPAN})" if lama == baru else _panah(lama, baru)

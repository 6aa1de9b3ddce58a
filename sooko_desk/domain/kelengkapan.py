"""Checklist arithmetic: which required papers are missing, and how marks change a checklist."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.permohonan import Berkas, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.sop import Syarat


def salin_syarat(syarat: Iterable[Syarat], tanda: Iterable[TandaBerkas] = ()) -> tuple[Berkas, ...]:
    """The checklist a new case keeps: the requirement list of its type with the first marks."""
    berkas = tuple(Berkas(s.kode, s.nama, s.sifat, s.bila, s.grup) for s in syarat)
    return terapkan_tanda(berkas, tanda)


def terapkan_tanda(berkas: Sequence[Berkas], tanda: Iterable[TandaBerkas]) -> tuple[Berkas, ...]:
    """Return the checklist with the marks applied.

    Raises:
        KeyError: a mark names a paper that this case does not have.
    """
    per_kode = {t.kode: t for t in tanda}
    for kode in per_kode.keys() - {b.kode for b in berkas}:
        raise KeyError(kode)
    return tuple(
        replace(b, ada=per_kode[b.kode].ada, catatan=" ".join(per_kode[b.kode].catatan.split()))
        if b.kode in per_kode
        else b
        for b in berkas
    )


def list_kurang(berkas: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """Required papers that are not there, in list order.

    Of papers that stand for each other (same `grup`) one is enough; when none is there the first
    stands for the group. Conditional papers and conditions never count as missing by themselves.
    """
    grup_ada = {b.grup for b in berkas if b.grup and b.ada}
    kurang: list[Berkas] = []
    grup_dihitung: set[str] = set()
    for b in berkas:
        if b.sifat is not SifatSyarat.WAJIB or b.ada or b.grup in grup_ada:
            continue
        if b.grup:
            if b.grup in grup_dihitung:
                continue
            grup_dihitung.add(b.grup)
        kurang.append(b)
    return tuple(kurang)


def sebut_kurang(berkas: Sequence[Berkas]) -> str:
    """The missing papers as one line of words; alternatives joined by "atau"."""
    kata: list[str] = []
    for b in list_kurang(berkas):
        nama = [x.nama for x in berkas if x.grup == b.grup] if b.grup else [b.nama]
        kata.append(" atau ".join(nama))
    return "; ".join(kata)


def list_untuk_tanda_bukti(berkas: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """What the receipt lists: every paper that is there, and every required one that is not.

    Missing papers that stand for each other are one line, joined by "atau".
    """
    kurang = {b.kode for b in list_kurang(berkas)}
    baris: list[Berkas] = []
    for b in berkas:
        if b.ada:
            baris.append(b)
        elif b.kode in kurang:
            nama = [x.nama for x in berkas if b.grup and x.grup == b.grup] or [b.nama]
            baris.append(replace(b, nama=" atau ".join(nama)))
    return tuple(baris)


def list_perubahan(lama: Sequence[Berkas], baru: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """Papers whose mark or note differs, as they are now."""
    sebelum = {b.kode: b for b in lama}
    return tuple(b for b in baru if b != sebelum[b.kode])

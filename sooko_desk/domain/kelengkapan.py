"""Checklist arithmetic: which required papers are missing, and how marks change a checklist."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from sooko_desk.domain.sop import Syarat


def salin_syarat(syarat: Iterable[Syarat], tanda: Iterable[TandaBerkas] = ()) -> tuple[Berkas, ...]:
    """The checklist a new case keeps: the requirement list of its type with the first marks."""
    berkas = tuple(
        Berkas(
            s.kode,
            s.nama,
            s.sifat,
            s.bila,
            s.grup,
            diperoleh=s.diperoleh,
            rupa=s.rupa,
            dasar=s.dasar,
            sumber=s.sumber,
        )
        for s in syarat
    )
    return terapkan_tanda(berkas, tanda)


def terapkan_tanda(berkas: Sequence[Berkas], tanda: Iterable[TandaBerkas]) -> tuple[Berkas, ...]:
    """Return the checklist with the marks applied.

    Raises:
        KeyError: a mark names a paper that this case does not have.
    """
    per_kode = {t.kode: t for t in tanda}
    for kode in per_kode.keys() - {b.kode for b in berkas}:
        raise KeyError(kode)
    return tuple(_tandai(b, per_kode[b.kode]) if b.kode in per_kode else b for b in berkas)


def _tandai(berkas: Berkas, tanda: TandaBerkas) -> Berkas:
    """A paper that is not there keeps its note alone, and no date or custody."""
    baru = replace(
        berkas,
        ada=tanda.ada,
        catatan=" ".join(tanda.catatan.split()),
        bentuk=tanda.bentuk if tanda.ada else Bentuk.BELUM,
        jumlah=max(tanda.jumlah, 1) if tanda.ada else 1,
        cocok=tanda.cocok if tanda.ada else Cocok.BELUM,
    )
    if not tanda.ada:
        baru = replace(baru, diterima=None, asli_keluar=AsliKeluar.BELUM, diunggah=None)
    return baru


def nyatakan_cocok(berkas: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """Mark the data of every paper that is there as agreeing, where nobody said otherwise."""
    return tuple(
        replace(b, cocok=Cocok.COCOK) if b.ada and b.cocok is Cocok.BELUM else b for b in berkas
    )


def beri_tanggal(
    lama: Sequence[Berkas], baru: Sequence[Berkas], saat: dt.datetime
) -> tuple[Berkas, ...]:
    """Date the papers that were not there before: later papers carry their own date.

    So does one that was handed in anew: what disagreed on the former is no longer held against it.

    Args:
        lama: the checklist before; empty = the case begins now.
        baru: the same checklist as marked now.
        saat: aware UTC.
    """
    sudah = {b.kode: b.cocok for b in lama if b.ada}

    def is_baru(b: Berkas) -> bool:
        diganti = sudah.get(b.kode) is Cocok.TIDAK and b.cocok is Cocok.BELUM
        return b.ada and (b.kode not in sudah or diganti)

    return tuple(replace(b, diterima=saat) if is_baru(b) else b for b in baru)


def list_unggah(berkas: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """Papers that can be uploaded: those that are there; a condition is no paper."""
    return tuple(b for b in berkas if b.ada and b.sifat is not SifatSyarat.CATATAN)


def tandai_unggahan(
    berkas: Sequence[Berkas], kode: Collection[str], saat: dt.datetime
) -> tuple[Berkas, ...]:
    """Tick these papers as uploaded and no others; a tick from before keeps its instant.

    Args:
        kode: codes of the papers; none = nothing is uploaded any more.
        saat: aware UTC.
    """
    return tuple(
        replace(b, diunggah=(b.diunggah or saat) if b.kode in kode else None) for b in berkas
    )


def list_kurang(berkas: Sequence[Berkas]) -> tuple[Berkas, ...]:
    """Required papers that are not there, or whose data do not agree, in list order.

    Of papers that stand for each other (same `grup`) one is enough; when none is there the first
    stands for the group. Conditional papers and conditions never count as missing by themselves.
    """
    grup_ada = {b.grup for b in berkas if b.grup and b.beres}
    kurang: list[Berkas] = []
    grup_dihitung: set[str] = set()
    for b in berkas:
        if b.sifat is not SifatSyarat.WAJIB or b.beres or b.grup in grup_ada:
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

"""What one key or click does to the marks of one paper; nothing here is drawn or stored."""

from __future__ import annotations

from dataclasses import replace

from sooko_desk.domain.permohonan import Bentuk, Berkas, Cocok, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat

JUMLAH_TERBANYAK = 99

_NEXT_COCOK = {
    Cocok.BELUM: Cocok.COCOK,
    Cocok.COCOK: Cocok.TIDAK,
    Cocok.TIDAK: Cocok.BELUM,
}
_NEXT_BENTUK = {
    Bentuk.BELUM: Bentuk.ASLI,
    Bentuk.ASLI: Bentuk.FOTOKOPI,
    Bentuk.FOTOKOPI: Bentuk.BELUM,
}


def is_paper(berkas: Berkas) -> bool:
    """A paper to hand in; a condition to look at is neither original nor copy."""
    return berkas.sifat is not SifatSyarat.CATATAN


def flip_ada(berkas: Berkas) -> Berkas:
    """There or not; what else was marked waits for the paper to be there again."""
    return replace(berkas, ada=not berkas.ada)


def swap_ada(berkas: Berkas) -> Berkas:
    """As `flip_ada` where no data are compared: what is ticked anew is another paper.

    So a paper that was found to disagree can be handed in again.
    """
    away = flip_ada(berkas)
    wrong = berkas.ada and berkas.cocok is Cocok.TIDAK
    return replace(away, cocok=Cocok.BELUM) if wrong else away


def put_bentuk(berkas: Berkas, bentuk: Bentuk) -> Berkas:
    """There, in this form; a second time takes the form back and leaves the paper there."""
    if not is_paper(berkas):
        return berkas
    again = berkas.ada and berkas.bentuk is bentuk
    return replace(berkas, ada=True, bentuk=Bentuk.BELUM if again else bentuk)


def next_bentuk(berkas: Berkas) -> Berkas:
    """Original, copy, not said: one click further on a paper that is there."""
    return replace(berkas, bentuk=_NEXT_BENTUK[berkas.bentuk])


def add_jumlah(berkas: Berkas, step: int) -> Berkas:
    """More or fewer, 1 to 99. The first one of a paper that was not there makes it be there."""
    if not is_paper(berkas):
        return berkas
    if not berkas.ada:
        return replace(berkas, ada=True) if step > 0 else berkas
    return replace(berkas, jumlah=min(max(berkas.jumlah + step, 1), JUMLAH_TERBANYAK))


def next_cocok(berkas: Berkas) -> Berkas:
    """Agrees, does not agree, not said; looking at a paper means that it is there."""
    if not is_paper(berkas):
        return berkas
    if not berkas.ada:
        return replace(berkas, ada=True, cocok=Cocok.COCOK)
    return replace(berkas, cocok=_NEXT_COCOK[berkas.cocok])


def mark_of(berkas: Berkas) -> TandaBerkas:
    """The officer's marks on that paper; one that is away has its note and no other."""
    if not berkas.ada:
        return TandaBerkas(berkas.kode, ada=False, catatan=berkas.catatan)
    return TandaBerkas(
        berkas.kode,
        ada=True,
        catatan=berkas.catatan,
        bentuk=berkas.bentuk,
        jumlah=berkas.jumlah,
        cocok=berkas.cocok,
    )


def put_mark(berkas: Berkas, tanda: TandaBerkas) -> Berkas:
    """The paper with exactly these marks."""
    return replace(
        berkas,
        ada=tanda.ada,
        catatan=tanda.catatan,
        bentuk=tanda.bentuk,
        jumlah=tanda.jumlah,
        cocok=tanda.cocok,
    )

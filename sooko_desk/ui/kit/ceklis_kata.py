"""What one line of the checklist says: its chips, its small words, what a screen reader tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from sooko_desk.domain.kelengkapan import list_kurang
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.kit.ceklis_tanda import is_paper
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_TAGS = {
    SifatSyarat.WAJIB: ("wajib", Nada.NETRAL),
    SifatSyarat.BERSYARAT: ("bersyarat", Nada.PROSES),
    SifatSyarat.CATATAN: ("catatan", Nada.INFO),
}
_COCOK = {
    Cocok.COCOK: ("cocok", Nada.SELESAI),
    Cocok.TIDAK: ("tidak cocok", Nada.BAHAYA),
}
_KELUAR = {
    AsliKeluar.DIKEMBALIKAN: "asli dikembalikan",
    AsliKeluar.DITARIK: "asli ditarik",
}
_TEN = 10


class Klik(Enum):
    """What a click on a chip does."""

    TIDAK = auto()
    BENTUK = auto()
    ASLI = auto()
    FOTOKOPI = auto()
    COCOK = auto()


class Gaya(Enum):
    """How strong a chip is: full, an offer that nobody took yet, or words without a body."""

    PENUH = auto()
    TAWARAN = auto()
    SENYAP = auto()


@dataclass(frozen=True, slots=True)
class Keping:
    """One small chip of a line."""

    teks: str
    nada: Nada = Nada.NETRAL
    gaya: Gaya = Gaya.PENUH
    klik: Klik = Klik.TIDAK


@dataclass(frozen=True, slots=True)
class Baris:
    """A paper together with what the other papers and the screen make of it.

    Attributes:
        nomor: place in the list, from 1.
        cukup: number of another paper of its group that is there and good; 0 = none.
        cukup_nama: that paper's name.
        kurang: to be shown as missing.
        baru: WIB date as "14/08" when the paper came after the first look; "" otherwise.
    """

    nomor: int
    berkas: Berkas
    cukup: int = 0
    cukup_nama: str = ""
    kurang: bool = False
    baru: str = ""


_OFFERS = (
    Keping("asli", gaya=Gaya.TAWARAN, klik=Klik.ASLI),
    Keping("fotokopi", gaya=Gaya.TAWARAN, klik=Klik.FOTOKOPI),
)
_OFFER_COCOK = Keping("cocok?", gaya=Gaya.TAWARAN, klik=Klik.COCOK)


def build_baris(
    berkas: Sequence[Berkas], baru_sejak: dt.datetime | None, *, tekankan: bool
) -> tuple[Baris, ...]:
    """The lines of a checklist.

    Args:
        baru_sejak: aware; papers that came after it carry their date. None = no paper does.
        tekankan: show what is missing, every paper that could stand for it included.
    """
    good = {b.grup: (row, b) for row, b in reversed(list(enumerate(berkas, 1))) if b.beres}
    missing = list_kurang(berkas) if tekankan else ()
    codes = {b.kode for b in missing}
    groups = {b.grup for b in missing if b.grup}
    lines = []
    for row, b in enumerate(berkas, 1):
        other = good.get(b.grup) if b.grup and not b.beres else None
        wanted = b.kode in codes or (b.grup in groups and b.sifat is SifatSyarat.WAJIB)
        number, name = (other[0], other[1].nama) if other else (0, "")
        lines.append(Baris(row, b, number, name, wanted, _new_date(b, baru_sejak)))
    return tuple(lines)


def list_tag(baris: Baris) -> tuple[Keping, ...]:
    """What is asked of a paper that is not there."""
    if baris.cukup:
        return (_enough(baris.cukup),)
    teks, nada = _TAGS[baris.berkas.sifat]
    tag = Keping("belum ada", Nada.PERINGATAN) if baris.kurang else Keping(teks, nada)
    return (tag, Keping("atau", Nada.INFO)) if baris.berkas.grup else (tag,)


def list_keping(baris: Baris, *, ditawari: bool, periksa: bool) -> tuple[Keping, ...]:
    """Chips of a line, left to right: what is asked while the paper is away, then its marks.

    Args:
        ditawari: also the marks that a click could set.
        periksa: whether data are compared on this screen.
    """
    berkas = baris.berkas
    if not berkas.ada:
        return list_tag(baris)
    if not is_paper(berkas):
        teks, nada = _TAGS[berkas.sifat]
        return (Keping(teks, nada),)
    keping = list(_form_chips(berkas)) or list(_OFFERS if ditawari else ())
    if berkas.cocok in _COCOK:
        teks, nada = _COCOK[berkas.cocok]
        keping.append(Keping(teks, nada, klik=Klik.COCOK if periksa else Klik.TIDAK))
    elif ditawari and periksa:
        keping.append(_OFFER_COCOK)
    if baris.cukup:
        keping += list_tag(baris)
    if baris.baru:
        keping.append(Keping(f"baru {baris.baru}", Nada.PROSES))
    return tuple(keping)


def list_nanti(baris: Baris, *, ditawari: bool, periksa: bool) -> tuple[tuple[Keping, ...], ...]:
    """What the line may say after the next tick, its own or that of another of its group.

    Room is kept for all of these, so that ticking moves no words.
    """
    berkas = baris.berkas
    asked = list_tag(replace(baris, cukup=0))
    enough = (_enough(_TEN),) if berkas.grup else ()
    if not ditawari or not is_paper(berkas):
        return (asked, enough)
    return (asked, enough, (*_OFFERS, _OFFER_COCOK) if periksa else _OFFERS)


def sub_words(berkas: Berkas) -> str:
    """The line of small words: when the paper is asked for, and the officer's note."""
    note = f"Catatan: {berkas.catatan}" if berkas.catatan else ""
    return "  ·  ".join(part for part in (berkas.bila, note) if part)


def spoken(baris: Baris) -> str:
    """The whole line for a screen reader."""
    b = baris.berkas
    tags = [_TAGS[b.sifat][0], "atau" if b.grup and not baris.cukup else ""]
    enough = f"cukup, sudah ada {baris.cukup_nama}" if baris.cukup else ""
    parts = [str(baris.nomor), b.nama, *tags, enough, b.bila]
    parts += _spoken_marks(baris) if b.ada else ["belum ada"]
    return ", ".join(part for part in (*parts, b.catatan) if part)


def tip(baris: Baris) -> str:
    """What helps the officer to explain a paper to the applicant; "" when nothing is known."""
    b = baris.berkas
    parts = (
        f"Cukup: sudah ada {baris.cukup_nama}." if baris.cukup else "",
        f"Diperoleh: {b.diperoleh}" if b.diperoleh else "",
        f"Rupa: {b.rupa}" if b.rupa else "",
        f"Dasar: {b.dasar}" if b.dasar else "",
    )
    return "\n".join(part for part in parts if part)


def _enough(nomor: int) -> Keping:
    return Keping(f"cukup, ada no. {nomor}", gaya=Gaya.SENYAP)


def _new_date(berkas: Berkas, baru_sejak: dt.datetime | None) -> str:
    if baru_sejak is None or not berkas.ada or berkas.diterima is None:
        return ""
    return f"{ke_wib(berkas.diterima):%d/%m}" if berkas.diterima > baru_sejak else ""


def _form_chips(berkas: Berkas) -> tuple[Keping, ...]:
    times = f"×{berkas.jumlah}" if berkas.jumlah > 1 else ""
    left = _KELUAR.get(berkas.asli_keluar, "")
    word = left if left and berkas.bentuk is Bentuk.ASLI else str(berkas.bentuk)
    nada = Nada.INFO if berkas.bentuk is Bentuk.ASLI and not left else Nada.NETRAL
    teks = " ".join(part for part in (word, times) if part)
    chips = (Keping(teks, nada, klik=Klik.BENTUK),) if teks else ()
    return (*chips, Keping(left)) if left and word != left else chips


def _spoken_marks(baris: Baris) -> list[str]:
    b = baris.berkas
    teks, _ = _COCOK.get(b.cocok, ("", Nada.NETRAL))
    return [
        "ada",
        str(b.bentuk),
        f"jumlah {b.jumlah}" if b.jumlah > 1 else "",
        f"data {teks}" if teks else "",
        f"baru {baris.baru}" if baris.baru else "",
        _KELUAR.get(b.asli_keluar, ""),
    ]

"""Last numbers that only paper tells: which books are asked, and what an answer may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.pemulihan_nomor import Buku
from sooko_desk.domain.errors import FieldsError
from sooko_desk.services.pola_nomor import NAMA_BUKU, find_pola

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from sooko_desk.data.store import Store
    from sooko_desk.sop.rak import RakSop

LOMPATAN_TERBESAR = 2000
"""Numbers of one book beyond those that are known: more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class TanyaNomor:
    """One book whose last number is asked.

    Attributes:
        nama: what the officers call it, e.g. "Tanda bukti KK 2026".
        paling: the number that is known to be given out; 0 = none.
    """

    buku: Buku
    nama: str
    paling: int

    @property
    def kunci(self) -> str:
        """Its name in a `FieldsError`."""
        return "/".join(map(str, self.buku))


def list_tanya(terakhir: Mapping[Buku, int], rak: RakSop, hari: dt.date) -> tuple[TanyaNomor, ...]:
    """The books of the newest year, service by service.

    Args:
        terakhir: last number of each book, as far as it is known.
        rak: the SOPs.
        hari: today; the year of a register without any number.
    """
    tahun = max((buku.tahun for buku in terakhir), default=hari.year)
    layanan = [sop.layanan for sop in rak.list_layanan(hari)]
    layanan += sorted({b.layanan for b in terakhir if b.tahun == tahun} - set(layanan))
    semua = (Buku(satu, buku, tahun) for satu in layanan for buku in NAMA_BUKU)
    return tuple(
        TanyaNomor(b, f"{NAMA_BUKU[b.buku]} {b.layanan} {b.tahun}", terakhir.get(b, 0))
        for b in semua
    )


def baca_jawaban(tanya: tuple[TanyaNomor, ...], teks: Mapping[Buku, str]) -> dict[Buku, int]:
    """The last numbers as typed; an empty field is the number that is known.

    Raises:
        FieldsError: by `TanyaNomor.kunci`.
    """
    jawaban: dict[Buku, int] = {}
    salah: dict[str, str] = {}
    for satu in tanya:
        isi = teks.get(satu.buku, "").strip() or str(satu.paling)
        angka = int(isi) if isi.isdecimal() and len(isi) < 10 else -1
        if angka < satu.paling:
            salah[satu.kunci] = f"Tulis angka, paling kecil {satu.paling}."
        elif angka > satu.paling + LOMPATAN_TERBESAR:
            salah[satu.kunci] = f"Terlalu jauh dari {satu.paling}. Tulis nomor urutnya saja."
        else:
            jawaban[satu.buku] = angka
    if salah:
        raise FieldsError(salah)
    return jawaban


def pembaca_pola(store: Store, rak: RakSop, hari: dt.date) -> Callable[[str, str], str]:
    """What tells the pattern of a service's book: the office's own, else its SOP's."""

    def pola(layanan: str, buku: str) -> str:
        sop = rak.find_berlaku(layanan, hari)
        return find_pola(store, sop, buku) if sop else f"{layanan}/{buku}/{{urut}}/{{tahun}}"

    return pola

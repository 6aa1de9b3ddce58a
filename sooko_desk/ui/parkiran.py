"""Forms that were put aside at the counter, in memory; and how they are told in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import jam
from sooko_desk.services.konsep import PARKIR, Konsep

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.penerimaan import FormPenerimaan


class Parkiran(Protocol):
    """Where parked forms are kept; the draft service is one."""

    def parkir(self, form: FormPenerimaan, petugas: Petugas) -> str:
        """Put a form aside; returns its key."""
        ...

    def list_parkir(self) -> tuple[Konsep, ...]:
        """The parked forms, longest parked first."""
        ...

    def ambil_parkir(self, kunci: str, petugas: Petugas) -> FormPenerimaan:
        """Take one back; UserError when it is not parked any more."""
        ...


class ParkiranMemori:
    """Parked forms of one run of the program."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._isi: dict[str, Konsep] = {}

    def parkir(self, form: FormPenerimaan, petugas: Petugas) -> str:
        """Put a form aside; returns its key. The same form parks once."""
        kunci = f"{PARKIR}/{form.token}"
        self._isi[kunci] = Konsep(kunci, PARKIR, form, petugas.id, self._clock.now())
        return kunci

    def list_parkir(self) -> tuple[Konsep, ...]:
        """The parked forms, longest parked first."""
        return tuple(self._isi.values())

    def ambil_parkir(self, kunci: str, _petugas: Petugas) -> FormPenerimaan:
        """Take one back.

        Raises:
            UserError: it is not parked (any more).
        """
        konsep = self._isi.pop(kunci, None)
        if konsep is None:
            raise UserError("Isian itu tidak diparkir lagi. Pilih isian lain dari daftar parkir.")
        return konsep.form


def sebut_parkir(konsep: Konsep) -> str:
    """One line for the menu: name, masked NIK, since when."""
    nama = " ".join(konsep.form.nama.split()) or "Tanpa nama"
    bagian = (nama, samarkan(konsep.form.nik), f"pukul {jam(konsep.disimpan)}")
    return " · ".join(b for b in bagian if b)

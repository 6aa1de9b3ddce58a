"""Forms that were put aside at the counter: what keeps them, and how they are told in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tanggal import jam

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import Konsep
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


def sebut_parkir(konsep: Konsep) -> str:
    """One line for the menu: name, masked NIK, since when."""
    nama = " ".join(konsep.form.nama.split()) or "Tanpa nama"
    bagian = (nama, samarkan(konsep.form.nik), f"pukul {jam(konsep.disimpan)}")
    return " · ".join(b for b in bagian if b)

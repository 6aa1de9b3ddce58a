"""First values of an entry form: what is stored already, else what intake knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Isian
    from sooko_desk.sop.tabel import Tabel


def list_nilai_awal(
    daftar: Iterable[Isian], permohonan: Permohonan, tabel: Tabel
) -> dict[str, str]:
    """Field id to first value; what intake knows is not typed again."""
    p = permohonan.ringkasan.pemohon
    dikenal = {
        "nama": p.nama,
        "nik": p.nik,
        "nkk": p.nkk,
        "alamat": p.alamat,
        "rt": p.rt,
        "rw": p.rw,
        "desa": next((d.nama for d in tabel.desa if d.kode == p.desa), ""),
        "telepon": p.telepon,
    }
    return {i.id: permohonan.isian.get(i.id) or dikenal.get(i.dari, "") for i in daftar}

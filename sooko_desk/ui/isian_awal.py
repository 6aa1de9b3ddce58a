"""First values of an entry form: what is stored already, else what intake knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.isian import KODE_KELAMIN
from sooko_desk.domain.nik import read_nik

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Isian
    from sooko_desk.sop.tabel import Tabel


def list_nilai_awal(
    daftar: Iterable[Isian], permohonan: Permohonan, tabel: Tabel, hari_ini: dt.date
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
        **_dari_nik(p.nik, hari_ini),
    }
    return {i.id: permohonan.isian.get(i.id) or dikenal.get(i.dari, "") for i in daftar}


def _dari_nik(teks: str, hari_ini: dt.date) -> dict[str, str]:
    """What the NIK says for sure: no birth date while two centuries are possible."""
    nik = read_nik(teks, hari_ini)
    tanggal = nik.tanggal_lahir[0].isoformat() if len(nik.tanggal_lahir) == 1 else ""
    return {
        "tanggal_lahir": tanggal,
        "jenis_kelamin": KODE_KELAMIN[nik.jenis_kelamin],
    }

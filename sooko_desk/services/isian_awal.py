"""First values of an entry form: what is stored already, else what intake knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.isian import is_kapital
from sooko_desk.domain.keluarga import (
    ATURAN_KELUARGA,
    ISIAN_NIK_KEPALA,
    KEPALA,
    KODE_KELAMIN,
    KOLOM_HUBUNGAN,
)
from sooko_desk.domain.nama import kapitalkan
from sooko_desk.domain.nik import read_nik
from sooko_desk.domain.pengambilan import ISIAN_HUBUNGAN, ISIAN_NAMA, find_hubungan
from sooko_desk.domain.tabel_isian import format_tabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Isian
    from sooko_desk.domain.tabel_isian import Baris
    from sooko_desk.sop.tabel import Tabel


def list_nilai_awal(
    daftar: Iterable[Isian], permohonan: Permohonan, tabel: Tabel, hari_ini: dt.date
) -> dict[str, str]:
    """Field id to first value; what intake knows is not typed again.

    Of the rows of a whole family the first is the applicant as its head, as long as the form
    does not name another head: who asks for a card of a new family is nearly always its head.
    Who collects is asked for with the applicant's name, and so with his relation to himself.
    Of a restricted case nothing is known.
    """
    if permohonan.ringkasan.dibatasi:
        return {}
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
    kepala = permohonan.isian.get(ISIAN_NIK_KEPALA, p.nik) == p.nik
    awal: dict[str, str] = {}
    for isian in daftar:
        awal[isian.id] = permohonan.isian.get(isian.id) or _tulis(isian, dikenal)
        if not awal[isian.id] and kepala and isian.aturan == ATURAN_KELUARGA:
            awal[isian.id] = format_tabel([_baris_kepala(isian, dikenal)])
    if awal.get(ISIAN_HUBUNGAN) == "":
        awal[ISIAN_HUBUNGAN] = find_hubungan(awal.get(ISIAN_NAMA, ""), p.nama)
    return awal


def _tulis(isian: Isian, dikenal: Mapping[str, str]) -> str:
    """What intake knows, as it would be typed here: what was taken in before may be in small."""
    nilai = dikenal.get(isian.dari, "")
    return kapitalkan(nilai) if is_kapital(isian) else nilai


def _baris_kepala(isian: Isian, dikenal: Mapping[str, str]) -> Baris:
    """The row of the applicant as head of the family, as far as it is known."""
    return {
        kolom.id: KEPALA if kolom.id == KOLOM_HUBUNGAN else _tulis(kolom, dikenal)
        for kolom in isian.kolom
    }


def _dari_nik(teks: str, hari_ini: dt.date) -> dict[str, str]:
    """What the NIK says for sure: no birth date while two centuries are possible."""
    nik = read_nik(teks, hari_ini)
    tanggal = nik.tanggal_lahir[0].isoformat() if len(nik.tanggal_lahir) == 1 else ""
    return {
        "tanggal_lahir": tanggal,
        "jenis_kelamin": KODE_KELAMIN[nik.jenis_kelamin],
    }

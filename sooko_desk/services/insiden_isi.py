"""What is known of lost data, as values, and what the notice tells of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import sebut_saat, sebut_saat_panjang
from sooko_desk.domain.waktu import dari_iso

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.kejadian import Kejadian

BATAS = dt.timedelta(hours=3 * 24)
"""From the moment it is known to the notice; UU 27/2022 art. 46."""
SEMUA = ""
"""Instead of the name of a backup: all of the register up to a day."""


class Pelindung(StrEnum):
    """What stood between a finder and the data; the value is stored and read by people."""

    SANDI = "terenkripsi, kode pemulihan masih di kantor"
    KODE_IKUT = "terenkripsi, tetapi kode pemulihan ikut hilang"
    TERBUKA = "dapat dibaca tanpa kunci"


_KATA_PELINDUNG: Mapping[Pelindung, str] = {
    Pelindung.SANDI: (
        "Terenkripsi AES-256. Kuncinya ada di dalam cadangan hanya dalam keadaan tersegel dan "
        "tidak terbuka tanpa komputer kantor ini atau kertas kode pemulihan, yang masih di kantor."
    ),
    Pelindung.KODE_IKUT: (
        "Terenkripsi AES-256, tetapi kertas kode pemulihan ikut hilang: siapa yang memegang "
        "keduanya dapat membaca seluruh isinya."
    ),
    Pelindung.TERBUKA: "Tidak terlindung: isinya dapat dibaca tanpa kunci.",
}


@dataclass(frozen=True, slots=True)
class CadanganHilang:
    """Something that may have been lost.

    Attributes:
        nama: of the backup; `SEMUA` = the register's content up to a day that is typed.
        dibuat: aware; None for `SEMUA`.
        permohonan: cases in it by its own record; None for `SEMUA`.
    """

    nama: str
    tempat: str
    dibuat: dt.datetime | None
    permohonan: int | None


@dataclass(frozen=True, slots=True)
class PerintahInsiden:
    """What the Kasi types.

    Attributes:
        token: made when the window was opened; the same press twice gives one event.
        nama: of the lost backup, or `SEMUA`.
        tempat: of that backup, as its record names it.
        sampai: for `SEMUA`: the last day that is in it.
        tanggal, pukul: when it became known (WIB).
        pelindung: value of a `Pelindung`, "" = not chosen.
        uraian: what happened; tindakan: what was done about it.
    """

    token: str
    nama: str
    tempat: str
    sampai: str
    tanggal: str
    pukul: str
    pelindung: str
    uraian: str
    tindakan: str


@dataclass(frozen=True, slots=True)
class Insiden:
    """What was written down.

    Attributes:
        peristiwa: number of the newest case event that was lost.
        diketahui, batas, dicatat: aware.
        tercatat: cases in the backup by its own record; None = it has none.
        permohonan, pemohon: cases and different applicants up to `peristiwa`, as counted then.
        pindaian: scans in the backup; None = not known.
    """

    id: int
    hilang: str
    peristiwa: int
    diketahui: dt.datetime
    pelindung: Pelindung
    uraian: str
    tindakan: str
    tercatat: int | None
    permohonan: int
    pemohon: int
    pindaian: int | None
    dicatat: dt.datetime
    oleh: str

    @property
    def batas(self) -> dt.datetime:
        """Until when the notice has to be out."""
        return self.diketahui + BATAS


def sebut_batas(batas: dt.datetime, sekarang: dt.datetime) -> str:
    """Until when and how long that is, e.g. "26/11/2026 09.05, sisa 71 jam 55 menit".

    Args:
        batas, sekarang: aware.
    """
    menit = int((batas - sekarang).total_seconds() // 60)
    sisa = "sudah lewat" if menit < 0 else f"sisa {menit // 60} jam {menit % 60} menit"
    return f"{sebut_saat(batas)}, {sisa}"


def susun_fakta(insiden: Insiden) -> tuple[tuple[str, str], ...]:
    """What the law wants told: which data, when and how, and what is done about it."""
    banyak = f"{insiden.permohonan} permohonan dari {insiden.pemohon} pemohon"
    if insiden.tercatat not in (None, insiden.permohonan):
        banyak += (
            f". Catatan cadangan menyebut {insiden.tercatat} permohonan: register ini pernah "
            "dikembalikan ke cadangan lama, jadi daftar orang bisa kurang lengkap"
        )
    pindaian = "" if insiden.pindaian is None else f"{insiden.pindaian} "
    return (
        ("Yang hilang atau bocor", insiden.hilang),
        ("Apa yang terjadi", insiden.uraian),
        ("Diketahui", sebut_saat_panjang(insiden.diketahui)),
        ("Batas pemberitahuan", f"{sebut_saat_panjang(insiden.batas)} (3 x 24 jam)"),
        ("Orang yang terkena", f"{banyak}. Anggota keluarga yang tertulis di dalamnya ikut."),
        (
            "Jenis data",
            (
                "Nama, NIK, nomor KK, alamat, telepon; isian formulir, antara lain tempat dan "
                "tanggal lahir, agama, pekerjaan, orang tua, dan data anak; nama dan telepon "
                "pembawa; "
                f"{pindaian}pindaian berkas."
            ),
        ),
        ("Perlindungan", _KATA_PELINDUNG[insiden.pelindung]),
        ("Yang sudah dilakukan", insiden.tindakan),
    )


def baca_insiden(kejadian: Kejadian) -> Insiden:
    """The incident that an office event tells of."""
    isi = kejadian.isi
    return Insiden(
        id=kejadian.id,
        hilang=isi["hilang"],
        peristiwa=int(isi["peristiwa"]),
        diketahui=dari_iso(isi["saat"]),
        pelindung=Pelindung(isi["terlindung"]),
        uraian=isi["uraian"],
        tindakan=isi["tindakan"],
        tercatat=int(isi["tercatat"]) if isi["tercatat"] else None,
        permohonan=int(isi["permohonan"]),
        pemohon=int(isi["pemohon"]),
        pindaian=int(isi["pindaian"]) if isi["pindaian"] else None,
        dicatat=kejadian.waktu,
        oleh=kejadian.petugas,
    )

"""Events of the office that belong to no case: the trail of keys, officers, backups, exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Petugas


class JenisKejadian(StrEnum):
    """What happened; the value is stored."""

    MASUK = "masuk"
    PIN_SALAH = "pin_salah"
    PIN_DIGANTI = "pin_diganti"
    PIN_SEKALI = "pin_sekali"
    PETUGAS_BARU = "petugas_baru"
    PETUGAS_DIUBAH = "petugas_diubah"
    PETUGAS_NONAKTIF = "petugas_nonaktif"
    PETUGAS_AKTIF = "petugas_aktif"
    KODE_DITERBITKAN = "kode_diterbitkan"
    KODE_DIUJI = "kode_diuji"
    DIBUKA_DENGAN_KODE = "dibuka_dengan_kode"
    CADANGAN = "cadangan"
    PEMULIHAN = "pemulihan"
    EKSPOR = "ekspor"
    DATA_DIBUKA = "data_dibuka"
    JAM_DIRAGUKAN = "jam_diragukan"
    JAM_DIPASTIKAN = "jam_dipastikan"
    TAHUN_DIBUKA = "tahun_dibuka"
    RANTAI_PUTUS = "rantai_putus"
    INDEKS_DIBANGUN = "indeks_dibangun"
    LATIHAN_PEMULIHAN = "latihan_pemulihan"
    INSIDEN = "insiden"
    DATA_DIBATASI = "data_dibatasi"
    BATAS_DICABUT = "batas_dicabut"


@dataclass(frozen=True, slots=True)
class KejadianBaru:
    """An event to write.

    Attributes:
        token: unique per act; the same token is written once.
        petugas: who did it; None = nobody had signed in.
        waktu: aware.
        isi: words without anything of a citizen, a PIN or a key.
        permohonan_id: the case it was about, if any.
    """

    token: str
    jenis: JenisKejadian
    petugas: Petugas | None
    waktu: dt.datetime
    isi: Mapping[str, str] = field(default_factory=dict)
    permohonan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kejadian:
    """An event as it was written.

    Attributes:
        jenis: a `JenisKejadian`, or what a newer program wrote.
        petugas: name; "" = nobody had signed in.
        waktu: aware, UTC.
    """

    id: int
    jenis: str
    petugas: str
    waktu: dt.datetime
    isi: Mapping[str, str]
    permohonan_id: int | None

"""The trail of office events as the Kasi reads it: filtered, with the code of the case."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelPermohonan
from sooko_desk.data.tabel_jaga import TabelKejadianKantor
from sooko_desk.domain.kejadian import Kejadian
from sooko_desk.domain.waktu import WIB, dari_iso, iso_utc


@dataclass(frozen=True, slots=True)
class SaringCatatan:
    """Which events are wanted; what is empty narrows nothing down.

    Attributes:
        jenis: a `JenisKejadian`, or what a newer program wrote.
        petugas: name as it is stored.
        hari: in WIB.
        kode_pindai: of the case.
    """

    jenis: str = ""
    petugas: str = ""
    hari: dt.date | None = None
    kode_pindai: str = ""


@dataclass(frozen=True, slots=True)
class BarisCatatan:
    """An event, and the code of the receipt of its case; "" = it is about none."""

    kejadian: Kejadian
    kode_pindai: str


class CatatanKantorStore:
    """Reads only."""

    @translated
    def list_catatan(self, saring: SaringCatatan, batas: int) -> tuple[BarisCatatan, ...]:
        """The newest events that fit, newest first, no more than `batas`."""
        tabel = TabelKejadianKantor
        cari = (
            tabel.select(tabel, TabelPermohonan.kode_pindai)
            .join(TabelPermohonan, pw.JOIN.LEFT_OUTER)
            .order_by(tabel.id.desc())
            .limit(batas)
            .objects()
        )
        for satu in _list_syarat(saring):
            cari = cari.where(satu)
        return tuple(_baris(b) for b in cari)

    @translated
    def list_petugas(self) -> tuple[str, ...]:
        """Names of all who ever caused an event, by name."""
        nama = TabelKejadianKantor.petugas_nama
        cari = TabelKejadianKantor.select(nama).where(nama != "").distinct().order_by(nama)
        return tuple(str(b.petugas_nama) for b in cari)


def _list_syarat(saring: SaringCatatan) -> list[pw.Expression]:
    tabel = TabelKejadianKantor
    syarat = []
    if saring.jenis:
        syarat.append(tabel.jenis == saring.jenis)
    if saring.petugas:
        syarat.append(tabel.petugas_nama == saring.petugas)
    if saring.hari is not None:
        awal = dt.datetime.combine(saring.hari, dt.time(), WIB)
        syarat += [
            tabel.waktu >= iso_utc(awal),
            tabel.waktu < iso_utc(awal + dt.timedelta(days=1)),
        ]
    if saring.kode_pindai:
        syarat.append(TabelPermohonan.kode_pindai == saring.kode_pindai)
    return syarat


def _baris(b: TabelKejadianKantor) -> BarisCatatan:
    kejadian = Kejadian(
        id=int(b.id),
        jenis=str(b.jenis),
        petugas=str(b.petugas_nama),
        waktu=dari_iso(str(b.waktu)),
        isi=json.loads(str(b.isi)),
        permohonan_id=b.permohonan_id,
    )
    kode = getattr(b, "kode_pindai", None)
    return BarisCatatan(kejadian, str(kode) if kode else "")

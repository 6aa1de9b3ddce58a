"""Scans of a case as rows; what they hold lies in the vault (`brankas`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.catat_permohonan import gerakkan
from sooko_desk.data.dibatasi import list_dibatasi
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelLampiran, TabelPeristiwa, TabelPermohonan, TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.alur import LANGKAH_LAMPIRAN
from sooko_desk.domain.dibatasi import DIBATASI
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.lampiran import JenisLampiran, Lampiran
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import peewee as pw

    from sooko_desk.data.perintah import GerakBaru

SQL_LOGO = """
SELECT json_extract(nullif(isi, ''), '$.logo_sidik') AS sidik FROM pengaturan
WHERE kunci = 'kantor' AND sidik <> '' GROUP BY sidik ORDER BY min(id)
"""
"""Every logo in the vault, by the office's data of all times (`services.kantor`)."""
HASIL_TAMBAH, HASIL_LEPAS = "tambah", "lepas"
"""Outcomes of the events that tell of a scan."""


@dataclass(frozen=True, slots=True)
class LampiranBaru:
    """A scan to write down; its content is in the vault already.

    Attributes:
        gerak: the event that tells of it, with the token, the case, the officer and the time.
    """

    gerak: GerakBaru
    berkas_kode: str
    sidik: str
    nama: str
    jenis: JenisLampiran
    ukuran: int
    halaman: int


class LampiranStore:
    """The scans of the cases."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def tambah(self, baru: LampiranBaru) -> int:
        """Write a scan down with its event; returns its id.

        Raises:
            RuleError: the case has moved since the officer looked at it.
        """

        def act() -> int:
            permohonan_id = gerakkan(baru.gerak)
            return int(
                TabelLampiran.insert(
                    permohonan=permohonan_id,
                    berkas_kode=baru.berkas_kode,
                    sidik=baru.sidik,
                    nama=baru.nama,
                    jenis=baru.jenis.value,
                    ukuran=baru.ukuran,
                    halaman=baru.halaman,
                    petugas=baru.gerak.petugas.id,
                    waktu=iso_utc(baru.gerak.waktu),
                    dilepas="",
                ).execute()
            )

        return run_unit(self._db, lambda: _find_tambah(baru.gerak.token), act)

    def lepas(self, lampiran_id: int, gerak: GerakBaru) -> int:
        """Take a scan off its case with the event that tells so; returns its id.

        The row stays for the story, and so does the file.

        Raises:
            RuleError: the case has moved since the officer looked at it.
        """

        def find() -> int | None:
            return None if _find_peristiwa(gerak.token) is None else lampiran_id

        def act() -> int:
            gerakkan(gerak)
            TabelLampiran.update(dilepas=iso_utc(gerak.waktu)).where(
                TabelLampiran.id == lampiran_id
            ).execute()
            return lampiran_id

        return run_unit(self._db, find, act)

    @translated
    def find_tambah(self, token: str) -> int | None:
        """The scan that a press with this token added; None when it added none."""
        return _find_tambah(token)

    @translated
    def get(self, lampiran_id: int) -> Lampiran:
        """One scan.

        Raises:
            RuleError: there is none of that id.
        """
        baris = _pilih().where(TabelLampiran.id == lampiran_id).first()
        if baris is None:
            raise RuleError("Pindaian itu tidak ada dalam register.")
        return _lampiran(baris)

    @translated
    def list(self, permohonan_id: int) -> tuple[Lampiran, ...]:
        """All scans that a case ever had, oldest first; see `Lampiran.dilepas`."""
        baris = _pilih().where(TabelLampiran.permohonan == permohonan_id).order_by(TabelLampiran.id)
        return tuple(_lampiran(b) for b in baris)

    @translated
    def list_semua(self) -> tuple[tuple[str, Lampiran], ...]:
        """Every scan in the register with the receipt number of its case, oldest first."""
        baris = (
            _pilih(TabelPermohonan.id, TabelPermohonan.nomor_tanda_bukti)
            .switch(TabelLampiran)
            .join(TabelPermohonan)
            .order_by(TabelLampiran.id)
        )
        return tuple((str(b.permohonan.nomor_tanda_bukti), _lampiran(b)) for b in baris)

    @translated
    def list_sidik(self) -> frozenset[str]:
        """The SHA-256 of every scan that must have a file in the vault."""
        baris = TabelLampiran.select(TabelLampiran.sidik).distinct()
        return frozenset(str(b.sidik) for b in baris)

    @translated
    def list_sidik_logo(self) -> tuple[str, ...]:
        """The SHA-256 of every logo that the office ever had, oldest first: old papers carry it."""
        return tuple(str(b[0]) for b in self._db.execute_sql(SQL_LOGO).fetchall())


def _find_peristiwa(token: str) -> TabelPeristiwa | None:
    return TabelPeristiwa.get_or_none(TabelPeristiwa.token == token)


def _find_tambah(token: str) -> int | None:
    """By its place: a case's n-th event of adding tells of the case's n-th row."""
    peristiwa = _find_peristiwa(token)
    if peristiwa is None:
        return None
    sebelum = (
        TabelPeristiwa.select()
        .where(
            TabelPeristiwa.permohonan == peristiwa.permohonan_id,
            TabelPeristiwa.langkah == LANGKAH_LAMPIRAN,
            TabelPeristiwa.hasil == HASIL_TAMBAH,
            TabelPeristiwa.urut < peristiwa.urut,
        )
        .count()
    )
    baris = (
        TabelLampiran.select(TabelLampiran.id)
        .where(TabelLampiran.permohonan == peristiwa.permohonan_id)
        .order_by(TabelLampiran.id)
        .offset(sebelum)
        .first()
    )
    return int(baris.id)


def _pilih(*tambahan: pw.Field) -> pw.ModelSelect[TabelLampiran]:
    return TabelLampiran.select(TabelLampiran, TabelPetugas.nama, *tambahan).join(TabelPetugas)


def _lampiran(baris: TabelLampiran) -> Lampiran:
    return Lampiran(
        id=int(baris.id),
        permohonan_id=int(baris.permohonan_id),
        berkas_kode=str(baris.berkas_kode),
        sidik=str(baris.sidik),
        nama=DIBATASI if baris.permohonan_id in list_dibatasi() else str(baris.nama),
        jenis=JenisLampiran(str(baris.jenis)),
        ukuran=int(baris.ukuran),
        halaman=int(baris.halaman),
        petugas=str(baris.petugas.nama),
        waktu=dari_iso(str(baris.waktu)),
        dilepas=dari_iso(str(baris.dilepas)) if baris.dilepas else None,
    )

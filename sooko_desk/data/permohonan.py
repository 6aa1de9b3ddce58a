"""Cases: whole ones and lists; the writes are in `catat_permohonan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data import baca
from sooko_desk.data.catat_permohonan import gerakkan, sisip
from sooko_desk.data.dibatasi import list_dibatasi, lupakan
from sooko_desk.data.galat import translated
from sooko_desk.data.kejadian_kantor import tulis_kejadian
from sooko_desk.data.tabel import TabelBerkas, TabelIsian, TabelPeristiwa, TabelPermohonan
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.dibatasi import tutup_permohonan
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import Permohonan, RingkasanPermohonan
from sooko_desk.domain.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Sequence

    import peewee as pw

    from sooko_desk.data.perintah import GerakBaru, PenerimaanBaru
    from sooko_desk.domain.kejadian import KejadianBaru
    from sooko_desk.domain.permohonan import Peristiwa


BATAS_SEKALI = 10_000
"""Ids in one query; SQLite takes 32,766 variables."""


class PermohonanStore:
    """The cases of the register."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def get(self, permohonan_id: int) -> Permohonan:
        """Read a whole case; of a restricted one what may be seen.

        Raises:
            RuleError: there is none of that id.
        """
        satu = self.get_penuh(permohonan_id)
        return tutup_permohonan(satu) if permohonan_id in list_dibatasi() else satu

    @translated
    def get_penuh(self, permohonan_id: int) -> Permohonan:
        """Read a whole case as it is stored, restricted or not; see `services.batas_data`.

        Raises:
            RuleError: there is none of that id.
        """
        baris = TabelPermohonan.get_or_none(TabelPermohonan.id == permohonan_id)
        if baris is None:
            raise RuleError("Permohonan itu tidak ada dalam register.")
        milik = TabelBerkas.permohonan == permohonan_id
        semua_berkas = TabelBerkas.select().where(milik).order_by(TabelBerkas.urutan)
        isian = TabelIsian.select().where(TabelIsian.permohonan == permohonan_id)
        riwayat = (
            TabelPeristiwa.select()
            .where(TabelPeristiwa.permohonan == permohonan_id)
            .order_by(TabelPeristiwa.urut)
        )
        return Permohonan(
            ringkasan=baca.ringkasan_penuh(baris),
            pembawa=baca.pembawa(baris),
            pengantar=baca.pengantar(baris),
            catatan=str(baris.catatan),
            berkas=tuple(baca.berkas(b) for b in semua_berkas),
            isian={str(i.kunci): str(i.nilai) for i in isian},
            riwayat=tuple(baca.peristiwa(p) for p in riwayat),
        )

    @translated
    def list_posisi(self, posisi: Sequence[tuple[str, str]]) -> tuple[RingkasanPermohonan, ...]:
        """Cases that wait for one of the steps, longest waiting first.

        Args:
            posisi: pairs of SOP fingerprint and step id; two versions of a service may name
                their steps differently.
        """
        milik = [
            baca.ringkasan(b)
            for sidik, langkah in _per_sop(posisi)
            for b in TabelPermohonan.select().where(
                TabelPermohonan.sop == sidik, TabelPermohonan.posisi.in_(langkah)
            )
        ]
        return tuple(sorted(milik, key=lambda r: (r.posisi_sejak, r.id)))

    @translated
    def count_posisi(self, posisi: Sequence[tuple[str, str]]) -> int:
        """How many cases the office has that wait for one of the steps; pairs as `list_posisi`."""
        return sum(
            TabelPermohonan.select()
            .where(
                TabelPermohonan.sop == sidik,
                TabelPermohonan.posisi.in_(langkah),
                TabelPermohonan.menunggu == "",
            )
            .count()
            for sidik, langkah in _per_sop(posisi)
        )

    @translated
    def list_riwayat(self, permohonan_id: Sequence[int]) -> dict[int, tuple[Peristiwa, ...]]:
        """The stories of many cases, each oldest first: id -> events."""
        cerita: dict[int, list[Peristiwa]] = {i: [] for i in permohonan_id}
        semua = list(cerita)
        for awal in range(0, len(semua), BATAS_SEKALI):
            potong = semua[awal : awal + BATAS_SEKALI]
            tanya = (
                TabelPeristiwa.select(TabelPeristiwa.permohonan, *baca.KOLOM_PERISTIWA)
                .where(TabelPeristiwa.permohonan.in_(potong))
                .order_by(TabelPeristiwa.permohonan, TabelPeristiwa.urut)
            )
            # Straight from the cursor: a model per row takes three times as long, and a queue
            # of hundreds of cases is read anew each minute.
            for satu, *kolom in self._db.execute(tanya).fetchall():
                cerita[satu].append(baca.peristiwa_kasus(satu, baca.BarisPeristiwa(*kolom)))
        return {i: tuple(peristiwa) for i, peristiwa in cerita.items()}

    @translated
    def list_kerabat(self, ringkasan: RingkasanPermohonan) -> tuple[RingkasanPermohonan, ...]:
        """Cases that may be tied to this one, oldest first; the case itself may be among them.

        The awaited case, all cases of the same No KK, and the running ones that wait for this one
        or came in the same visit. A finished case of another family is not looked for: neither
        link has an index, and the running cases are few.
        """
        posisi = TabelPermohonan.posisi
        berjalan = ((posisi < SELESAI), (posisi > SELESAI))  # "<>" would not use the index
        tertaut = TabelPermohonan.tunggu == ringkasan.id
        if ringkasan.kunjungan:
            tertaut |= TabelPermohonan.kunjungan == ringkasan.kunjungan
        saring = [satu & tertaut for satu in berjalan]
        if ringkasan.tunggu_id is not None:
            saring.append(TabelPermohonan.id == ringkasan.tunggu_id)
        if ringkasan.pemohon.nkk:
            saring.append(TabelPermohonan.nkk == ringkasan.pemohon.nkk)
        per_id = {
            int(b.id): baca.ringkasan(b)
            for satu in saring
            for b in TabelPermohonan.select().where(satu)
        }
        return tuple(per_id[i] for i in sorted(per_id))

    @translated
    def list_dibatasi(self) -> frozenset[int]:
        """Ids of the cases whose personal data are restricted."""
        return list_dibatasi()

    @translated
    def list_kode_dibatasi(self) -> frozenset[str]:
        """The scan codes of those cases."""
        t = TabelPermohonan
        semua = t.select(t.kode_pindai).where(t.id.in_(list_dibatasi()))
        return frozenset(str(b.kode_pindai) for b in semua)

    @translated
    def find_kode_pindai(self, kode: str) -> RingkasanPermohonan | None:
        """The case whose receipt carries that scan code."""
        baris = TabelPermohonan.get_or_none(TabelPermohonan.kode_pindai == kode)
        return None if baris is None else baca.ringkasan(baris)

    def simpan_penerimaan(self, baru: PenerimaanBaru) -> int:
        """Store a new case with its receipt number and first event; returns its id."""

        def find() -> int | None:
            baris = TabelPermohonan.get_or_none(TabelPermohonan.token == baru.token)
            return None if baris is None else int(baris.id)

        return run_unit(self._db, find, lambda: sisip(baru))

    @translated
    def find_gerak(self, token: str) -> int | None:
        """The case that a press with this token moved (or began), None when it stored nothing."""
        return _find_gerak(token)

    def simpan_gerak(self, gerak: GerakBaru) -> int:
        """Append a move and set the case where it leads; returns the case's id.

        Raises:
            RuleError: the case has moved since the officer looked at it.
        """
        return run_unit(self._db, lambda: _find_gerak(gerak.token), lambda: gerakkan(gerak))

    def simpan_batas(self, gerak: GerakBaru, kejadian: KejadianBaru) -> int:
        """Restrict a case or lift that, with its office event in one unit; returns the case's id.

        Raises:
            RuleError: the case has moved since the officer looked at it.
        """

        def act() -> int:
            tulis_kejadian(kejadian)
            return gerakkan(gerak)

        try:
            return run_unit(self._db, lambda: _find_gerak(gerak.token), act)
        finally:
            lupakan()

    def simpan_gerak_bersama(self, daftar: Sequence[GerakBaru]) -> tuple[int, ...]:
        """Append the moves of several cases in one unit, all or none; returns the cases' ids.

        Args:
            daftar: at least one move; the first one's token names the whole unit.

        Raises:
            RuleError: one of the cases has moved since the officer looked at it.
        """
        semua = tuple(gerak.permohonan_id for gerak in daftar)

        def find() -> tuple[int, ...] | None:
            return None if _find_gerak(daftar[0].token) is None else semua

        return run_unit(self._db, find, lambda: tuple(gerakkan(gerak) for gerak in daftar))


def _per_sop(posisi: Sequence[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    return [(s, [i for satu, i in posisi if satu == s]) for s in sorted({s for s, _ in posisi})]


def _find_gerak(token: str) -> int | None:
    baris = TabelPeristiwa.get_or_none(TabelPeristiwa.token == token)
    return None if baris is None else int(baris.permohonan_id)

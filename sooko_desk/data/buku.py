"""The register book as it was written: lines that stay as they are, and the forms they have."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.dibatasi import list_dibatasi
from sooko_desk.data.galat import translated
from sooko_desk.data.rantai_cari import find_mata
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.tabel_buku import TabelBentukBuku, TabelBukuBaris
from sooko_desk.data.tahun_buku import find_tahun
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.buku import (
    KOLOM_NOMOR,
    KOLOM_PEMBETULAN,
    KOLOM_PETUGAS,
    KOLOM_TANGGAL,
    KOLOM_URUT,
    BarisBuku,
    BentukBuku,
    JenisBaris,
    KolomBuku,
    RuasBuku,
    bagi_pembetulan,
    make_bentuk_awal,
)
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sooko_desk.data.nomor import Nomor
    from sooko_desk.data.perintah import GerakBaru
    from sooko_desk.data.rantai import Kepala
    from sooko_desk.domain.permohonan import Petugas


@dataclass(frozen=True, slots=True)
class RiwayatBentuk:
    """A form of a book with who chose it and when (aware UTC)."""

    bentuk: BentukBuku
    petugas: str
    waktu: dt.datetime


class BukuStore:
    """Reads of the written books, and the choice of their form."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def find_bentuk(self, layanan: str) -> BentukBuku | None:
        """The form that the next line will have; None = the one that every book begins with."""
        return _find_bentuk(layanan)

    @translated
    def get_bentuk(self, bentuk_id: int) -> BentukBuku:
        """The form of a written line; peewee's DoesNotExist when there is none (a bug)."""
        return _get_bentuk(bentuk_id)

    @translated
    def list_bentuk(self, layanan: str) -> tuple[RiwayatBentuk, ...]:
        """Every form that a book had, newest first."""
        baris = (
            TabelBentukBuku.select(TabelBentukBuku, TabelPetugas.nama)
            .join(TabelPetugas)
            .where(TabelBentukBuku.layanan == layanan)
            .order_by(TabelBentukBuku.id.desc())
        )
        return tuple(
            RiwayatBentuk(_bentuk(b), str(b.petugas.nama), dari_iso(str(b.waktu))) for b in baris
        )

    def simpan_bentuk(
        self, layanan: str, bentuk: BentukBuku, petugas: Petugas, waktu: dt.datetime
    ) -> BentukBuku:
        """Choose the form of the lines to come; the next one begins a new page.

        The form that holds already is not stored again, so that no page is left half empty.

        Args:
            layanan: service of the book.
            bentuk: checked by `list_salah_bentuk`; its `id` is not looked at.
            petugas: who chose it.
            waktu: aware.
        """
        return self.simpan_semua_bentuk({layanan: bentuk}, petugas, waktu)[0]

    def simpan_semua_bentuk(
        self, semua: Mapping[str, BentukBuku], petugas: Petugas, waktu: dt.datetime
    ) -> tuple[BentukBuku, ...]:
        """Choose the forms of several books (service -> form), all or none; see `simpan_bentuk`."""

        def find() -> tuple[BentukBuku, ...] | None:
            kini = [_find_sama(layanan, bentuk) for layanan, bentuk in semua.items()]
            jadi = tuple(k for k in kini if k is not None)
            return jadi if len(jadi) == len(semua) else None

        def act() -> tuple[BentukBuku, ...]:
            return tuple(
                _find_sama(layanan, bentuk)
                or replace(bentuk, id=_sisip_bentuk(layanan, bentuk, petugas, waktu))
                for layanan, bentuk in semua.items()
            )

        return run_unit(self._db, find, act)

    @translated
    def list_ruas(self, layanan: str, tahun: int) -> tuple[RuasBuku, ...]:
        """The stretches of lines under one form, in order; `domain.buku.list_halaman` pages them.

        () = nothing is written in that book and year.
        """
        b = TabelBukuBaris
        ruas = (
            b.select(b.bentuk, pw.fn.MIN(b.baris), pw.fn.MAX(b.baris))
            .where(b.layanan == layanan, b.tahun == tahun)
            .group_by(b.bentuk)
            .order_by(pw.fn.MIN(b.baris))
        )
        return tuple(
            RuasBuku(bentuk.id, bentuk.per_halaman, bentuk.halaman_jilid, int(dari), int(sampai))
            for bentuk_id, dari, sampai in self._db.execute(ruas).fetchall()
            for bentuk in (_get_bentuk(bentuk_id),)
        )

    @translated
    def list_baris(
        self, layanan: str, tahun: int, dari: int = 1, sampai: int | None = None
    ) -> tuple[BarisBuku, ...]:
        """The lines of one book and year by their place, both ends included."""
        b = TabelBukuBaris
        baris = (
            b.select()
            .where(b.layanan == layanan, b.tahun == tahun, b.baris >= dari)
            .order_by(b.baris)
        )
        if sampai is not None:
            baris = baris.where(b.baris <= sampai)
        return tuple(_baris(satu) for satu in baris)

    @translated
    def list_permohonan(self, permohonan_id: int) -> tuple[BarisBuku, ...]:
        """The lines that tell of one case, oldest first."""
        b = TabelBukuBaris
        return tuple(
            _baris(satu) for satu in b.select().where(b.permohonan == permohonan_id).order_by(b.id)
        )

    @translated
    def count_baris(self, layanan: str, tahun: int) -> int:
        """How many lines the book has; also the place of its last one."""
        return _count_baris(layanan, tahun)

    @translated
    def find_mata(self, layanan: str, tahun: int, baris: int) -> Kepala | None:
        """The hash chain's link over the line at a place; None = it is older than the chain."""
        b = TabelBukuBaris
        satu = b.get(b.layanan == layanan, b.tahun == tahun, b.baris == baris)
        return find_mata(self._db.connection(), "buku_baris", int(satu.id))

    @translated
    def count_catat(self, layanan: str, tahun: int, sampai: int | None = None) -> int:
        """How many numbers are written up to a line (included), for sums that are carried over."""
        b = TabelBukuBaris
        baris = b.select().where(
            b.layanan == layanan, b.tahun == tahun, b.jenis == JenisBaris.CATAT.value
        )
        if sampai is not None:
            baris = baris.where(b.baris <= sampai)
        return int(baris.count())

    @translated
    def count_dibatasi(self, layanan: str, tahun: int, ruas: Iterable[tuple[int, int]]) -> int:
        """How many lines of restricted cases stand in stretches of a book (first, last line)."""
        b, tertutup = TabelBukuBaris, list_dibatasi()
        if not tertutup:
            return 0
        milik = b.select(b.baris).where(
            b.layanan == layanan, b.tahun == tahun, b.permohonan.in_(tertutup)
        )
        baris = [int(satu.baris) for satu in milik]
        return sum(dari <= satu <= sampai for dari, sampai in ruas for satu in baris)

    @translated
    def find_rentang(
        self, layanan: str, tahun: int, dari: dt.datetime, sebelum: dt.datetime
    ) -> tuple[int, int] | None:
        """First and last line that was written from one instant to before another (both aware)."""
        b = TabelBukuBaris
        [(pertama, terakhir)] = self._db.execute(
            b.select(pw.fn.MIN(b.baris), pw.fn.MAX(b.baris)).where(
                b.layanan == layanan,
                b.tahun == tahun,
                b.waktu >= iso_utc(dari),
                b.waktu < iso_utc(sebelum),
            )
        ).fetchall()
        return None if pertama is None else (int(pertama), int(terakhir))

    @translated
    def list_tahun(self, layanan: str) -> tuple[int, ...]:
        """Years in which the book has lines, newest first."""
        b = TabelBukuBaris
        baris = b.select(b.tahun).where(b.layanan == layanan).distinct().order_by(b.tahun.desc())
        return tuple(int(satu.tahun) for satu in baris)


def catat_baris(gerak: GerakBaru, layanan: str, nomor: Nomor) -> None:
    """Write the line of a register number that this move took, inside the caller's unit of work."""
    bentuk = _bentuk_kini(layanan, gerak)
    isi = {**gerak.baris_buku, KOLOM_URUT: str(nomor.urut), KOLOM_NOMOR: nomor.teks}
    tampil = {k.id: isi[k.id] for k in bentuk.kolom if isi.get(k.id)}
    _sisip_baris(gerak, JenisBaris.CATAT, nomor.tahun, nomor.urut, (layanan, bentuk, tampil))


def catat_pembetulan(gerak: GerakBaru, layanan: str, nomor_register: str) -> None:
    """Write the dated lines of a correction, in the caller's unit; only of what the book shows.

    They stand in the book that is open when it is made.
    """
    b = TabelBukuBaris
    asal = b.get(b.permohonan == gerak.permohonan_id, b.jenis == JenisBaris.CATAT.value)
    tampil = {k.id for k in _get_bentuk(asal.bentuk_id).kolom}
    kata = [cerita for kolom, cerita in gerak.betulan_buku.items() if kolom in tampil]
    tahun = find_tahun()
    assert tahun is not None  # the case has its number
    for cerita in bagi_pembetulan(kata):
        isi = {**gerak.baris_buku, KOLOM_NOMOR: nomor_register, KOLOM_PEMBETULAN: cerita}
        bentuk = _bentuk_kini(layanan, gerak)
        _sisip_baris(gerak, JenisBaris.KOREKSI, tahun, None, (layanan, bentuk, isi))


def catat_batal(
    layanan: str,
    nomor: Nomor,
    kata: tuple[str, str],
    petugas: Petugas,
    waktu: dt.datetime,
) -> None:
    """Write the line of a number that no case has, inside the caller's unit of work.

    Args:
        layanan: service of the book.
        nomor: the number.
        kata: the day as the book writes it, and why.
        petugas: in whose name.
        waktu: aware.
    """
    bentuk = _find_bentuk(layanan)
    if bentuk is None:
        awal = make_bentuk_awal()
        bentuk = replace(awal, id=_sisip_bentuk(layanan, awal, petugas, waktu))
    tanggal, alasan = kata
    isi = {KOLOM_TANGGAL: tanggal, KOLOM_NOMOR: nomor.teks, KOLOM_PEMBETULAN: alasan}
    TabelBukuBaris.insert(
        layanan=layanan,
        tahun=nomor.tahun,
        baris=_count_baris(layanan, nomor.tahun) + 1,
        jenis=JenisBaris.BATAL.value,
        urut=nomor.urut,
        permohonan=None,
        bentuk=bentuk.id,
        isi=json.dumps(isi | {KOLOM_PETUGAS: petugas.nama}, ensure_ascii=False),
        waktu=iso_utc(waktu),
    ).execute()


def _sisip_baris(
    gerak: GerakBaru,
    jenis: JenisBaris,
    tahun: int,
    urut: int | None,
    isi: tuple[str, BentukBuku, Mapping[str, str]],
) -> None:
    layanan, bentuk, kata = isi
    TabelBukuBaris.insert(
        layanan=layanan,
        tahun=tahun,
        baris=_count_baris(layanan, tahun) + 1,
        jenis=jenis.value,
        urut=urut,
        permohonan=gerak.permohonan_id,
        bentuk=bentuk.id,
        isi=json.dumps(kata, ensure_ascii=False),
        waktu=iso_utc(gerak.waktu),
    ).execute()


def _count_baris(layanan: str, tahun: int) -> int:
    b = TabelBukuBaris
    terakhir = b.select(pw.fn.MAX(b.baris)).where(b.layanan == layanan, b.tahun == tahun).scalar()
    return int(terakhir or 0)


def _find_sama(layanan: str, bentuk: BentukBuku) -> BentukBuku | None:
    """The form that holds, if it is this one."""
    kini = _find_bentuk(layanan)
    return kini if kini is not None and replace(bentuk, id=kini.id) == kini else None


def _find_bentuk(layanan: str) -> BentukBuku | None:
    t = TabelBentukBuku
    baris = t.select().where(t.layanan == layanan).order_by(t.id.desc()).first()
    return None if baris is None else _bentuk(baris)


def _get_bentuk(bentuk_id: int) -> BentukBuku:
    return _bentuk(TabelBentukBuku.get_by_id(bentuk_id))


def _bentuk_kini(layanan: str, gerak: GerakBaru) -> BentukBuku:
    """The form of the next line; the first line of a service's first book stores it."""
    kini = _find_bentuk(layanan)
    if kini is not None:
        return kini
    awal = make_bentuk_awal()
    return replace(awal, id=_sisip_bentuk(layanan, awal, gerak.petugas, gerak.waktu))


def _sisip_bentuk(layanan: str, bentuk: BentukBuku, petugas: Petugas, waktu: dt.datetime) -> int:
    return int(
        TabelBentukBuku.insert(
            layanan=layanan,
            isi=_tulis_bentuk(bentuk),
            petugas=petugas.id,
            waktu=iso_utc(waktu),
        ).execute()
    )


def _tulis_bentuk(bentuk: BentukBuku) -> str:
    isi = {
        "kolom": [
            {"id": k.id, "judul": k.judul, "lebar_mm": k.lebar_mm, "rata": k.rata}
            for k in bentuk.kolom
        ],
        "per_halaman": bentuk.per_halaman,
        "halaman_jilid": bentuk.halaman_jilid,
    }
    return json.dumps(isi, ensure_ascii=False)


def _bentuk(baris: TabelBentukBuku) -> BentukBuku:
    isi = json.loads(str(baris.isi))
    kolom = tuple(KolomBuku(**k) for k in isi["kolom"])
    return BentukBuku(int(baris.id), kolom, isi["per_halaman"], isi["halaman_jilid"])


def _baris(b: TabelBukuBaris) -> BarisBuku:
    return BarisBuku(
        layanan=str(b.layanan),
        tahun=int(b.tahun),
        baris=int(b.baris),
        jenis=JenisBaris(str(b.jenis)),
        urut=None if b.urut is None else int(b.urut),
        permohonan_id=b.permohonan_id,
        bentuk_id=b.bentuk_id,
        isi=json.loads(str(b.isi)),
        waktu=dari_iso(str(b.waktu)),
    )

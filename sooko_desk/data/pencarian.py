"""Look-ups while an officer types: each answers from an index, also with a million cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelBerkas, TabelKekurangan, TabelPermohonan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Berkas, RingkasanPermohonan


class BarisRingkasan(NamedTuple):
    """The columns that `baca.ringkasan` reads, as the database gives them."""

    id: int
    layanan: str
    jenis_kode: str
    jenis_nama: str
    sop_id: str
    posisi: str
    status: str
    menunggu: str
    posisi_sejak: str
    diterima: str
    nomor_tanda_bukti: str
    kode_pindai: str
    nomor_register: str | None
    nama: str
    nik: str
    nkk: str
    desa: str
    alamat: str
    rt: str
    rw: str
    telepon: str
    versi: int
    prioritas: str
    tunggu_id: int | None
    kunjungan: str


_P = TabelPermohonan
_KOLOM = tuple(getattr(_P, nama) for nama in BarisRingkasan._fields)


def _siapkan(saring: pw.Expression, *urut: pw.Node) -> str:
    """The text of a look-up, put together once: that takes peewee longer than SQLite the answer.

    Its parameters are those of `saring`, then the most rows.
    """
    return str(_P.select(*_KOLOM).where(saring).order_by(*urut).limit(0).sql()[0])


_TERBARU = (
    _P.select(pw.fn.MAX(_P.id))
    .where(_P.nik >= "", _P.nik < "")
    .group_by(_P.nik)
    .order_by(_P.nik)
    .limit(0)
)
_CARI_AWALAN = _siapkan(_P.id.in_(_TERBARU), _P.nik)
_CARI_NIK = _siapkan(_P.nik.in_(pw.SQL("(SELECT value FROM json_each(?))", ("",))), _P.id.desc())
_CARI_NKK = _siapkan(_P.nkk == "", _P.id.desc())
_CARI_NAMA = _siapkan(_P.nama_cari == "", _P.id.desc())
_CARI_PENGANTAR = _siapkan((_P.pengantar_nomor == "") & (_P.desa == ""), _P.id.desc())

_ASLI_DI_KANTOR = pw.SQL("bentuk = 'asli' AND ada = 1 AND asli_keluar = ''")
"""Word for word the condition of the index `berkas_asli`: with parameters it is not used."""


class PencarianStore:
    """Earlier applicants, cases that resemble each other, papers often missing."""

    @translated
    def list_nik_awalan(self, awalan: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """The newest case of each NIK that begins so, in the order of the NIKs.

        Args:
            awalan: digits, at least one.
            batas: most rows.
        """
        # ":" follows "9". As many NIKs as rows: each has one newest case.
        return _ringkasan(_CARI_AWALAN, awalan, awalan + ":", batas, batas)

    @translated
    def list_nik(self, nik: Sequence[str], batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of these NIKs, newest first."""
        return _ringkasan(_CARI_NIK, json.dumps(nik), batas)

    @translated
    def list_nkk(self, nkk: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of one family card, newest first."""
        return _ringkasan(_CARI_NKK, nkk, batas)

    @translated
    def list_nama(self, nama: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of applicants of exactly this name (case does not matter), newest first."""
        return _ringkasan(_CARI_NAMA, nama.upper(), batas)

    @translated
    def list_pengantar(self, nomor: str, desa: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases that came with that village's letter of that number, newest first."""
        return _ringkasan(_CARI_PENGANTAR, nomor, desa, batas)

    @translated
    def list_sering_kurang(
        self, layanan: str, jenis_kode: str, desa: str, batas: int
    ) -> tuple[tuple[str, int], ...]:
        """Papers most often missing: (code, times), most often first.

        Args:
            desa: village code; "" = all villages.
            batas: most rows.
        """
        kali = pw.fn.COUNT(TabelKekurangan.id)
        milik = (TabelKekurangan.layanan == layanan) & (TabelKekurangan.jenis_kode == jenis_kode)
        if desa:
            milik &= TabelKekurangan.desa == desa
        baris = (
            TabelKekurangan.select(TabelKekurangan.kode, kali.alias("kali"))
            .where(milik)
            .group_by(TabelKekurangan.kode)
            .order_by(kali.desc(), TabelKekurangan.kode)
            .limit(batas)
        )
        return tuple((str(b.kode), int(b.kali)) for b in baris)

    @translated
    def list_asli(self) -> tuple[tuple[RingkasanPermohonan, tuple[Berkas, ...]], ...]:
        """Cases whose originals the office holds, oldest intake first, with those papers."""
        per_permohonan: dict[int, list[Berkas]] = {}
        for b in TabelBerkas.select().where(_ASLI_DI_KANTOR).order_by(TabelBerkas.urutan):
            per_permohonan.setdefault(int(b.permohonan_id), []).append(baca.berkas(b))
        milik = _P.select().where(_P.id.in_(list(per_permohonan)))
        baris = map(baca.ringkasan, milik.order_by(_P.diterima, _P.id))
        return tuple((r, tuple(per_permohonan[r.id])) for r in baris)


def _ringkasan(perintah: str, *nilai: object) -> tuple[RingkasanPermohonan, ...]:
    # Tuples: a model per row takes several times as long to make.
    semua = (BarisRingkasan(*baris) for baris in _P.raw(perintah, *nilai).tuples())
    return tuple(baca.ringkasan(baris) for baris in semua)  # type: ignore[arg-type]  # as a model

"""Look-ups while an officer types: each answers from an index, also with a million cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelBerkas, TabelKekurangan, TabelPermohonan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Berkas, RingkasanPermohonan

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
        nik = TabelPermohonan.nik
        terbaru = (
            TabelPermohonan.select(pw.fn.MAX(TabelPermohonan.id))
            .where(nik >= awalan, nik < awalan + ":")  # ":" follows "9"
            .group_by(nik)
            .order_by(nik)
            .limit(batas)
        )
        return _ringkasan(TabelPermohonan.id.in_(terbaru), nik)

    @translated
    def list_nik(self, nik: Sequence[str], batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of these NIKs, newest first."""
        return _ringkasan(TabelPermohonan.nik.in_(list(nik)), batas=batas)

    @translated
    def list_nkk(self, nkk: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of one family card, newest first."""
        return _ringkasan(TabelPermohonan.nkk == nkk, batas=batas)

    @translated
    def list_nama(self, nama: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of applicants of exactly this name (case does not matter), newest first."""
        return _ringkasan(TabelPermohonan.nama_cari == nama.upper(), batas=batas)

    @translated
    def list_pengantar(self, nomor: str, desa: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases that came with that village's letter of that number, newest first."""
        sama = (TabelPermohonan.pengantar_nomor == nomor) & (TabelPermohonan.desa == desa)
        return _ringkasan(sama, batas=batas)

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
        milik = TabelPermohonan.id.in_(list(per_permohonan))
        baris = _ringkasan(milik, TabelPermohonan.diterima, TabelPermohonan.id)
        return tuple((r, tuple(per_permohonan[r.id])) for r in baris)


def _ringkasan(
    saring: pw.Expression, *urut: pw.Node, batas: int | None = None
) -> tuple[RingkasanPermohonan, ...]:
    baris = TabelPermohonan.select().where(saring)
    baris = baris.order_by(*(urut or (TabelPermohonan.id.desc(),))).limit(batas)
    return tuple(baca.ringkasan(b) for b in baris)

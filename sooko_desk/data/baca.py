"""Rows to frozen values."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, NamedTuple

from sooko_desk.data.dibatasi import list_dibatasi
from sooko_desk.data.tabel import TabelBerkas, TabelPeristiwa
from sooko_desk.domain.dibatasi import tutup_peristiwa, tutup_ringkasan
from sooko_desk.domain.permohonan import (
    AsliKeluar,
    Bentuk,
    Berkas,
    Cocok,
    KeadaanLuar,
    Pembawa,
    Pemohon,
    Pengantar,
    Peristiwa,
    RingkasanPermohonan,
)
from sooko_desk.domain.sop import Peran, SifatSyarat
from sooko_desk.domain.waktu import dari_iso

if TYPE_CHECKING:
    from sooko_desk.data.tabel import TabelPermohonan


class BarisPeristiwa(NamedTuple):
    """The columns that `peristiwa` reads, as the database gives them."""

    urut: int
    langkah: str
    hasil: str
    dari: str
    ke: str
    petugas_nama: str
    peran: str
    waktu: str
    alasan: str
    rincian: str


class BarisBerkas(NamedTuple):
    """The columns that `berkas` reads, as the database gives them."""

    kode: str
    nama: str
    sifat: str
    bila: str
    grup: str
    ada: int
    catatan: str
    bentuk: str
    jumlah: int
    cocok: str
    diterima: str
    asli_keluar: str
    diperoleh: str
    rupa: str
    dasar: str
    sumber: str
    diunggah: str


KOLOM_BERKAS = tuple(getattr(TabelBerkas, nama) for nama in BarisBerkas._fields)
KOLOM_PERISTIWA = tuple(getattr(TabelPeristiwa, nama) for nama in BarisPeristiwa._fields)


def ringkasan(b: TabelPermohonan) -> RingkasanPermohonan:
    """One list row; of a restricted case without its personal data."""
    satu = ringkasan_penuh(b)
    return tutup_ringkasan(satu) if satu.id in list_dibatasi() else satu


def ringkasan_penuh(b: TabelPermohonan) -> RingkasanPermohonan:
    """One list row as it is stored, whatever is restricted."""
    return RingkasanPermohonan(
        id=int(b.id),
        layanan=str(b.layanan),
        jenis_kode=str(b.jenis_kode),
        jenis_nama=str(b.jenis_nama),
        sop_sidik=str(b.sop_id),
        posisi=str(b.posisi),
        status=str(b.status),
        menunggu=str(b.menunggu),
        posisi_sejak=dari_iso(str(b.posisi_sejak)),
        diterima=dari_iso(str(b.diterima)),
        nomor_tanda_bukti=str(b.nomor_tanda_bukti),
        kode_pindai=str(b.kode_pindai),
        nomor_register=str(b.nomor_register or ""),
        pemohon=Pemohon(
            nama=str(b.nama),
            nik=str(b.nik),
            nkk=str(b.nkk),
            desa=str(b.desa),
            alamat=str(b.alamat),
            rt=str(b.rt),
            rw=str(b.rw),
            telepon=str(b.telepon),
        ),
        versi=int(b.versi),
        prioritas=str(b.prioritas),
        tunggu_id=None if b.tunggu_id is None else int(b.tunggu_id),
        kunjungan=str(b.kunjungan),
        luar=_luar(b),
        tempat=str(b.tempat),
    )


def _luar(b: TabelPermohonan) -> KeadaanLuar | None:
    if not b.luar_sistem:
        return None
    tanggal = str(b.luar_tanggal)
    return KeadaanLuar(
        str(b.luar_sistem),
        str(b.luar_kode),
        str(b.luar_nama),
        str(b.luar_referensi),
        dt.date.fromisoformat(tanggal) if tanggal else None,
    )


def pembawa(b: TabelPermohonan) -> Pembawa:
    """Who brought the papers."""
    return Pembawa(str(b.pembawa_nama), str(b.pembawa_hubungan), str(b.pembawa_telepon))


def pengantar(b: TabelPermohonan) -> Pengantar:
    """The village's letter."""
    tanggal = str(b.pengantar_tanggal)
    return Pengantar(
        str(b.pengantar_nomor),
        dt.date.fromisoformat(tanggal) if tanggal else None,
        str(b.pengantar_penanda),
    )


def berkas(b: TabelBerkas | BarisBerkas) -> Berkas:
    """One line of the checklist."""
    return Berkas(
        str(b.kode),
        str(b.nama),
        SifatSyarat(b.sifat),
        str(b.bila),
        str(b.grup),
        bool(b.ada),
        str(b.catatan),
        Bentuk(b.bentuk),
        int(b.jumlah),
        Cocok(b.cocok),
        dari_iso(str(b.diterima)) if b.diterima else None,
        AsliKeluar(b.asli_keluar),
        str(b.diperoleh),
        str(b.rupa),
        str(b.dasar),
        str(b.sumber),
        dari_iso(str(b.diunggah)) if b.diunggah else None,
    )


def peristiwa_kasus(permohonan_id: int, b: BarisPeristiwa) -> Peristiwa:
    """One line of a case's story; of a restricted one without its free words."""
    satu = peristiwa(b)
    return tutup_peristiwa(satu) if permohonan_id in list_dibatasi() else satu


def peristiwa(b: TabelPeristiwa | BarisPeristiwa) -> Peristiwa:
    """One line of the story as it is stored, whatever is restricted."""
    return Peristiwa(
        urut=int(b.urut),
        langkah=str(b.langkah),
        hasil=str(b.hasil),
        dari=str(b.dari),
        ke=str(b.ke),
        petugas=str(b.petugas_nama),
        peran=Peran(b.peran),
        waktu=dari_iso(str(b.waktu)),
        alasan=str(b.alasan),
        rincian=dict(json.loads(str(b.rincian))),
    )

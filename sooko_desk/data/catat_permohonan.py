"""The writes of a case: its intake and its moves. Each runs inside the caller's unit of work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sooko_desk.data import baca
from sooko_desk.data.buku import catat_baris, catat_pembetulan
from sooko_desk.data.dibatasi import list_dibatasi
from sooko_desk.data.nomor import catat_nomor, next_nomor
from sooko_desk.data.nomor_cadangan import get_terbuka, pakai
from sooko_desk.data.tabel import (
    TabelBerkas,
    TabelIsian,
    TabelKekurangan,
    TabelNomor,
    TabelPeristiwa,
    TabelPermohonan,
    TabelSop,
)
from sooko_desk.domain.alur import LANGKAH_BATAS, LANGKAH_TEMPAT
from sooko_desk.domain.dibatasi import sebut_dibatasi
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.nomor import kode_pindai
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    from sooko_desk.data.perintah import GerakBaru, MintaNomor, PenerimaanBaru
    from sooko_desk.domain.permohonan import Berkas, KeadaanLuar, Pembawa, Pemohon, Pengantar


_BOLEH_DIBATASI = frozenset({LANGKAH_BATAS, LANGKAH_TEMPAT})
"""Events that a restricted case may still have."""


def sisip(baru: PenerimaanBaru) -> int:
    """Store a case with its receipt number, papers and first event; returns its id.

    Raises:
        RuleError: a late entry names a reserved number that is not open, or of another service.
    """
    waktu = iso_utc(baru.waktu)
    layanan, susulan = baru.sop.layanan, baru.susulan
    TabelSop.insert(
        sidik=baru.sop.sidik,
        layanan=layanan,
        tanggal_efektif=baru.sop.lembar.tanggal_efektif.isoformat(),
        teks=baru.sop.teks,
        disimpan=waktu,
    ).on_conflict_ignore().execute()
    if susulan is None:
        nomor = next_nomor(layanan, baru.nomor)
    else:
        nomor = get_terbuka(susulan.cadangan_id, layanan)
    permohonan_id = int(
        TabelPermohonan.insert(
            token=baru.token,
            layanan=layanan,
            jenis_kode=baru.jenis_kode,
            jenis_nama=baru.jenis_nama,
            sop=baru.sop.sidik,
            posisi=baru.posisi,
            status=baru.status,
            menunggu=baru.menunggu,
            posisi_sejak=waktu,
            diterima=waktu,
            versi=1,
            **_pemohon(baru.pemohon),
            **_pembawa(baru.pembawa),
            **_pengantar(baru.pengantar),
            catatan=baru.catatan,
            nomor_tanda_bukti=nomor.teks,
            nomor_register=None,
            kode_pindai=kode_pindai(layanan, nomor.tahun, nomor.urut),
            prioritas=baru.prioritas,
            tunggu=baru.tunggu_id,
            kunjungan=baru.kunjungan,
            **_luar(None),
            tempat="",
        ).execute()
    )
    if susulan is not None:
        pakai(susulan, permohonan_id, baru.petugas)
    dicatat = baru.waktu if susulan is None else susulan.dicatat
    catat_nomor(layanan, baru.nomor.buku, nomor, permohonan_id, baru.petugas, dicatat)
    for urutan, b in enumerate(baru.berkas):
        TabelBerkas.insert(
            permohonan=permohonan_id,
            urutan=urutan,
            kode=b.kode,
            nama=b.nama,
            sifat=b.sifat.value,
            bila=b.bila,
            grup=b.grup,
            diperoleh=b.diperoleh,
            rupa=b.rupa,
            dasar=b.dasar,
            sumber=b.sumber,
            **_tanda(b),
        ).execute()
    TabelPeristiwa.insert(
        token=baru.token,
        permohonan=permohonan_id,
        langkah=baru.langkah,
        hasil=baru.hasil,
        dari=baru.langkah,
        ke=baru.posisi,
        petugas=baru.petugas.id,
        petugas_nama=baru.petugas.nama,
        peran=baru.petugas.peran.value,
        waktu=waktu,
        alasan="",
        rincian=json.dumps(baru.rincian, ensure_ascii=False),
        semula="",
    ).execute()
    return permohonan_id


def gerakkan(gerak: GerakBaru) -> int:
    """Append one move and set the case where it leads; returns the case's id.

    Raises:
        RuleError: the case has moved since the officer looked at it, or it is restricted: who
            moves it has seen only a part of it, and would store that.
    """
    baris = TabelPermohonan.get_by_id(gerak.permohonan_id)
    if gerak.langkah not in _BOLEH_DIBATASI and gerak.permohonan_id in list_dibatasi():
        raise RuleError(sebut_dibatasi(str(baris.kode_pindai)))
    if baris.versi != gerak.versi:
        raise RuleError(
            "Permohonan ini sudah berubah sejak ditampilkan. Daftar sudah dimuat ulang; "
            "periksa keadaannya, lalu ulangi bila masih perlu."
        )
    semula = _list_semula(gerak)
    urut = TabelPeristiwa.insert(
        token=gerak.token,
        permohonan=gerak.permohonan_id,
        langkah=gerak.langkah,
        hasil=gerak.hasil,
        dari=baris.posisi,
        ke=gerak.ke,
        petugas=gerak.petugas.id,
        petugas_nama=gerak.petugas.nama,
        peran=gerak.petugas.peran.value,
        waktu=iso_utc(gerak.waktu),
        alasan=gerak.alasan,
        rincian=json.dumps(gerak.rincian, ensure_ascii=False),
        semula=json.dumps(semula, ensure_ascii=False) if semula else "",
    ).execute()
    for b in gerak.berkas:
        TabelBerkas.update(**_tanda(b)).where(
            TabelBerkas.permohonan == gerak.permohonan_id, TabelBerkas.kode == b.kode
        ).execute()
    _simpan_isian(gerak)
    if gerak.batal is not None:
        _kembalikan(gerak.permohonan_id, gerak.batal)
    _simpan_kekurangan(gerak, baris, int(urut))
    # Only what changed: naming a searched column would rewrite the case's search index.
    diubah: dict[str, object] = {
        "posisi": gerak.ke,
        "status": gerak.status,
        "menunggu": gerak.menunggu,
        "versi": gerak.versi + 1,
    }
    diubah |= _list_dibawa(gerak)
    if gerak.ke != baris.posisi:
        diubah["posisi_sejak"] = iso_utc(gerak.sejak or gerak.waktu)
    if gerak.nomor is not None and not _sudah_bernomor(gerak.permohonan_id, gerak.nomor.buku):
        diubah["nomor_register"] = _beri_nomor(gerak, baris.layanan, gerak.nomor)
    if gerak.betulan_buku and baris.nomor_register:
        catat_pembetulan(gerak, baris.layanan, baris.nomor_register)
    TabelPermohonan.update(**diubah).where(TabelPermohonan.id == gerak.permohonan_id).execute()
    return gerak.permohonan_id


def _beri_nomor(gerak: GerakBaru, layanan: str, minta: MintaNomor) -> str:
    """Take the register number with its line in the book; returns its text."""
    nomor = next_nomor(layanan, minta)
    catat_nomor(layanan, minta.buku, nomor, gerak.permohonan_id, gerak.petugas, gerak.waktu)
    catat_baris(gerak, layanan, nomor)
    return nomor.teks


def _list_dibawa(gerak: GerakBaru) -> dict[str, object]:
    """What a move brings along beside the position, as columns."""
    kolom: dict[str, object] = {}
    if gerak.luar is not None:
        kolom |= _luar(gerak.luar)
    if gerak.tempat is not None:
        kolom["tempat"] = gerak.tempat
    if gerak.pemohon is not None:
        kolom |= _pemohon(gerak.pemohon)
    if gerak.pembawa is not None:
        kolom |= _pembawa(gerak.pembawa)
    if gerak.pengantar is not None:
        kolom |= _pengantar(gerak.pengantar)
    if gerak.catatan is not None:
        kolom["catatan"] = gerak.catatan
    return kolom


def _pemohon(p: Pemohon) -> dict[str, object]:
    return {
        "nama": p.nama,
        "nama_cari": p.nama.upper(),
        "nik": p.nik,
        "nkk": p.nkk,
        "desa": p.desa,
        "alamat": p.alamat,
        "rt": p.rt,
        "rw": p.rw,
        "telepon": p.telepon,
    }


def _pembawa(p: Pembawa) -> dict[str, object]:
    return {
        "pembawa_nama": p.nama,
        "pembawa_hubungan": p.hubungan,
        "pembawa_telepon": p.telepon,
    }


def _pengantar(p: Pengantar) -> dict[str, object]:
    return {
        "pengantar_nomor": p.nomor,
        "pengantar_tanggal": p.tanggal.isoformat() if p.tanggal else "",
        "pengantar_penanda": p.penanda_tangan,
    }


def _luar(luar: KeadaanLuar | None) -> dict[str, object]:
    tanggal = luar.tanggal if luar else None
    return {
        "luar_sistem": luar.sistem if luar else "",
        "luar_kode": luar.kode if luar else "",
        "luar_nama": luar.nama if luar else "",
        "luar_referensi": luar.referensi if luar else "",
        "luar_tanggal": tanggal.isoformat() if tanggal else "",
    }


def _tanda(b: Berkas) -> dict[str, object]:
    """What officers mark on a paper, as columns."""
    return {
        "ada": b.ada,
        "catatan": b.catatan,
        "bentuk": b.bentuk.value,
        "jumlah": b.jumlah,
        "cocok": b.cocok.value,
        "diterima": iso_utc(b.diterima) if b.diterima else "",
        "asli_keluar": b.asli_keluar.value,
        "diunggah": iso_utc(b.diunggah) if b.diunggah else "",
    }


def _list_semula(gerak: GerakBaru) -> dict[str, dict[str, object]]:
    """What the move changes on papers, as it is before: code -> columns, for its undoing."""
    milik = TabelBerkas.permohonan == gerak.permohonan_id
    lama = {str(b.kode): _tanda(baca.berkas(b)) for b in TabelBerkas.select().where(milik)}
    return {b.kode: _beda(lama[b.kode], _tanda(b)) for b in gerak.berkas}


def _beda(lama: dict[str, object], baru: dict[str, object]) -> dict[str, object]:
    return {kolom: isi for kolom, isi in lama.items() if isi != baru[kolom]}


def _kembalikan(permohonan_id: int, batal: int) -> None:
    """Take back what the undone move did beside the story.

    Only what it changed: an original that was handed back since stays handed back.
    """
    TabelKekurangan.delete().where(TabelKekurangan.peristiwa == batal).execute()
    semula = str(TabelPeristiwa.get_by_id(batal).semula)
    for kode, kolom in json.loads(semula or "{}").items():
        TabelBerkas.update(**kolom).where(
            TabelBerkas.permohonan == permohonan_id, TabelBerkas.kode == kode
        ).execute()


def _simpan_kekurangan(gerak: GerakBaru, baris: TabelPermohonan, urut: int) -> None:
    for kode in gerak.kekurangan:
        TabelKekurangan.insert(
            peristiwa=urut,
            layanan=baris.layanan,
            jenis_kode=baris.jenis_kode,
            desa=baris.desa,
            kode=kode,
        ).execute()


def _simpan_isian(gerak: GerakBaru) -> None:
    for kunci, nilai in gerak.isian.items():
        TabelIsian.delete().where(
            TabelIsian.permohonan == gerak.permohonan_id, TabelIsian.kunci == kunci
        ).execute()
        if nilai:
            TabelIsian.insert(permohonan=gerak.permohonan_id, kunci=kunci, nilai=nilai).execute()


def _sudah_bernomor(permohonan_id: int, buku: str) -> bool:
    """A case that passes the step twice keeps its first number."""
    return bool(
        TabelNomor.select()
        .where(TabelNomor.permohonan == permohonan_id, TabelNomor.buku == buku)
        .exists()
    )

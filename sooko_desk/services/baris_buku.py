"""What the register book writes of a case: the words of its line, and of a later correction.

The line keeps these words for good; see `domain.buku`. Numbers of people are masked here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import list_yang_berlaku
from sooko_desk.domain.buku import KOLOM_KETERANGAN, KOLOM_PETUGAS, KOLOM_TANGGAL
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.jam import KATA_RAGU
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.isi_gerak import sebut_isian
from sooko_desk.services.periksa_koreksi import AWALAN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sooko_desk.data.perintah import GerakBaru
    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.services.beda_isian import Betulan
    from sooko_desk.sop.tabel import Tabel

_KOLOM_LANGKAH = {
    "periksa": "tgl_lengkap",
    "entri": "tgl_entri",
    "verifikasi": "tgl_verifikasi",
    "tanda_tangan": "tgl_tte",
    "cetak": "tgl_cetak",
    "kirim": "tgl_kirim",
}
"""Step -> the column that tells on which day it went forward."""
_KOLOM_ISIAN = {
    "nama_kepala_keluarga": "kepala_keluarga",
    "no_kk_baru": "nkk_baru",
    "perekaman": "status_rekam",
}
"""Entered field -> column."""
_KOLOM_BIDANG = {
    "nama": "nama",
    "nik": "nik",
    "nkk": "nkk",
    "desa": "desa",
    "alamat": "alamat",
    "rt": "rt_rw",
    "rw": "rt_rw",
} | {AWALAN + isian: kolom for isian, kolom in _KOLOM_ISIAN.items()}
"""Field of the correction form -> column."""


def lengkapi_baris(
    gerak: GerakBaru, lama: Permohonan, sop: Sop, tabel: Tabel, *, ragu: bool = False
) -> GerakBaru:
    """A move that takes the register number, with the words of its line; others as they are.

    Args:
        gerak: as it is to be stored.
        lama: the case before it.
        sop: the SOP of the case.
        tabel: for the village's name.
        ragu: the clock is doubtful; the line says so.
    """
    if gerak.nomor is None:
        return gerak
    r, p = lama.ringkasan, lama.ringkasan.pemohon
    ada = {b.kode: b.ada for b in (*lama.berkas, *gerak.berkas)}
    baris = {
        KOLOM_TANGGAL: _tanggal(gerak.waktu),
        KOLOM_PETUGAS: gerak.petugas.nama,
        "nomor_tanda_bukti": r.nomor_tanda_bukti,
        "tgl_terima": _tanggal(r.diterima),
        "nama": p.nama,
        "nik": samarkan(p.nik),
        "nkk": samarkan(p.nkk),
        "desa": next((d.nama for d in tabel.desa if d.kode == p.desa), p.desa),
        "rt_rw": "/".join(x for x in (p.rt, p.rw) if x),
        "alamat": p.alamat,
        "jenis": f"{r.jenis_kode} {r.jenis_nama}",
        "berkas": str(sum(ada.values())),
    }
    if ragu:
        baris[KOLOM_KETERANGAN] = KATA_RAGU
    return replace(gerak, baris_buku=baris | _isian(gerak, lama, sop) | _hari(gerak, lama, sop))


def lengkapi_betulan(gerak: GerakBaru, betulan: Iterable[Betulan]) -> GerakBaru:
    """A correction with the words of its dated line, for a case that stands in the book."""
    kata: dict[str, list[str]] = defaultdict(list)
    for b in betulan:
        if kolom := _KOLOM_BIDANG.get(b.bidang):
            kata[kolom].append(f"{b.label}: {b.cerita}")
    return replace(
        gerak,
        baris_buku={KOLOM_TANGGAL: _tanggal(gerak.waktu), KOLOM_PETUGAS: gerak.petugas.nama},
        betulan_buku={kolom: "; ".join(semua) for kolom, semua in kata.items()},
    )


def _isian(gerak: GerakBaru, lama: Permohonan, sop: Sop) -> dict[str, str]:
    """Columns that repeat an entered value."""
    nilai = lama.isian | gerak.isian
    return {
        _KOLOM_ISIAN[i.id]: sebut_isian(i, nilai[i.id])
        for langkah in sop.langkah
        for i in langkah.isian
        if i.id in _KOLOM_ISIAN and nilai.get(i.id)
    }


def _hari(gerak: GerakBaru, lama: Permohonan, sop: Sop) -> dict[str, str]:
    """Columns that tell on which day a step last went forward."""
    hari = {
        p.langkah: _tanggal(p.waktu)
        for p in list_yang_berlaku(lama.riwayat)
        if not sop.get_langkah(p.langkah).get_hasil(p.hasil).mundur
    } | {gerak.langkah: _tanggal(gerak.waktu)}
    return {_KOLOM_LANGKAH[k]: kata for k, kata in hari.items() if k in _KOLOM_LANGKAH}


def _tanggal(saat: dt.datetime) -> str:
    return tanggal_pendek(ke_wib(saat).date())

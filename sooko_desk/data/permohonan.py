"""Cases: intake, moves, lists and search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.nomor import catat_nomor, next_urut
from sooko_desk.data.tabel import (
    TabelBerkas,
    TabelIsian,
    TabelNomor,
    TabelPeristiwa,
    TabelPermohonan,
    TabelSop,
)
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.nomor import format_nomor, kode_pindai
from sooko_desk.domain.permohonan import Permohonan, RingkasanPermohonan
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.perintah import GerakBaru, PenerimaanBaru


class PermohonanStore:
    """The cases of the register."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def get(self, permohonan_id: int) -> Permohonan:
        """Read a whole case.

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
            ringkasan=baca.ringkasan(baris),
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
        milik: list[RingkasanPermohonan] = []
        for sidik in sorted({satu for satu, _ in posisi}):
            langkah = [i for satu, i in posisi if satu == sidik]
            milik += (
                baca.ringkasan(b)
                for b in TabelPermohonan.select().where(
                    TabelPermohonan.sop == sidik, TabelPermohonan.posisi.in_(langkah)
                )
            )
        return tuple(sorted(milik, key=lambda r: (r.posisi_sejak, r.id)))

    @translated
    def list_cari(self, teks: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases whose name, NIK, No KK, phone or number contains the words, newest first.

        Args:
            teks: at least one character; from three on the search index is used.
            batas: most rows.
        """
        kata = teks.upper().split()
        baris = (
            TabelPermohonan.select()
            .where(*(_saring_kata(k) for k in kata))
            .order_by(TabelPermohonan.id.desc())
            .limit(batas)
        )
        return tuple(baca.ringkasan(b) for b in baris)

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

        return run_unit(self._db, find, lambda: _sisip(baru))

    @translated
    def find_gerak(self, token: str) -> int | None:
        """The case that a press with this token moved (or began), None when it stored nothing."""
        return _find_gerak(token)

    def simpan_gerak(self, gerak: GerakBaru) -> int:
        """Append a move and set the case where it leads; returns the case's id.

        Raises:
            RuleError: the case has moved since the officer looked at it.
        """
        return run_unit(self._db, lambda: _find_gerak(gerak.token), lambda: _gerakkan(gerak))


def _find_gerak(token: str) -> int | None:
    baris = TabelPeristiwa.get_or_none(TabelPeristiwa.token == token)
    return None if baris is None else int(baris.permohonan_id)


def _saring_kata(kata: str) -> pw.Expression:
    if len(kata) < 3:  # a trigram index has nothing shorter
        return TabelPermohonan.nama_cari.contains(kata)
    kutip = '"' + kata.replace('"', '""') + '"'
    rowid = pw.SQL("(SELECT rowid FROM cari WHERE cari MATCH ?)", (kutip,))
    return TabelPermohonan.id.in_(rowid)


def _sisip(baru: PenerimaanBaru) -> int:
    waktu = iso_utc(baru.waktu)
    layanan, minta = baru.sop.layanan, baru.nomor
    TabelSop.insert(
        sidik=baru.sop.sidik,
        layanan=layanan,
        tanggal_efektif=baru.sop.lembar.tanggal_efektif.isoformat(),
        teks=baru.sop.teks,
        disimpan=waktu,
    ).on_conflict_ignore().execute()
    # The case must exist before the number can point to it; both read the same next number
    # inside this one transaction.
    urut = next_urut(layanan, minta.buku, minta.tahun)
    pemohon = baru.pemohon
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
            nama=pemohon.nama,
            nama_cari=pemohon.nama.upper(),
            nik=pemohon.nik,
            nkk=pemohon.nkk,
            desa=pemohon.desa,
            alamat=pemohon.alamat,
            rt=pemohon.rt,
            rw=pemohon.rw,
            telepon=pemohon.telepon,
            pembawa_nama=baru.pembawa.nama,
            pembawa_hubungan=baru.pembawa.hubungan,
            pembawa_telepon=baru.pembawa.telepon,
            pengantar_nomor=baru.pengantar.nomor,
            pengantar_tanggal=(
                baru.pengantar.tanggal.isoformat() if baru.pengantar.tanggal else ""
            ),
            pengantar_penanda=baru.pengantar.penanda_tangan,
            catatan=baru.catatan,
            nomor_tanda_bukti=format_nomor(minta.pola, urut, minta.tahun),
            nomor_register=None,
            kode_pindai=kode_pindai(layanan, minta.tahun, urut),
        ).execute()
    )
    catat_nomor(layanan, minta, permohonan_id, baru.petugas, baru.waktu)
    for urutan, b in enumerate(baru.berkas):
        TabelBerkas.insert(
            permohonan=permohonan_id,
            urutan=urutan,
            kode=b.kode,
            nama=b.nama,
            sifat=b.sifat.value,
            bila=b.bila,
            grup=b.grup,
            ada=b.ada,
            catatan=b.catatan,
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
        rincian=json.dumps({}),
    ).execute()
    return permohonan_id


def _gerakkan(gerak: GerakBaru) -> int:
    baris = TabelPermohonan.get_by_id(gerak.permohonan_id)
    if baris.versi != gerak.versi:
        raise RuleError(
            "Permohonan ini sudah berubah sejak ditampilkan. Daftar sudah dimuat ulang; "
            "periksa keadaannya, lalu ulangi bila masih perlu."
        )
    TabelPeristiwa.insert(
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
    ).execute()
    for b in gerak.berkas:
        TabelBerkas.update(ada=b.ada, catatan=b.catatan).where(
            TabelBerkas.permohonan == gerak.permohonan_id, TabelBerkas.kode == b.kode
        ).execute()
    _simpan_isian(gerak)
    # Only what changed: naming a searched column would rewrite the case's search index.
    diubah: dict[str, object] = {
        "posisi": gerak.ke,
        "status": gerak.status,
        "menunggu": gerak.menunggu,
        "versi": gerak.versi + 1,
    }
    if gerak.ke != baris.posisi:
        diubah["posisi_sejak"] = iso_utc(gerak.waktu)
    if gerak.nomor is not None and not _sudah_bernomor(gerak.permohonan_id, gerak.nomor.buku):
        diubah["nomor_register"] = catat_nomor(
            baris.layanan, gerak.nomor, gerak.permohonan_id, gerak.petugas, gerak.waktu
        )
    TabelPermohonan.update(**diubah).where(TabelPermohonan.id == gerak.permohonan_id).execute()
    return gerak.permohonan_id


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

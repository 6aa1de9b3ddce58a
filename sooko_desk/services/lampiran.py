"""Scans of the papers of a case: added, shown, taken off, made small for an upload.

First the content goes into the vault, then the row with its event into the register: what breaks
off in between leaves a file that nothing refers to, and `bersihkan` takes it away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.brankas import Keadaan, open_brankas
from sooko_desk.data.lampiran import HASIL_LEPAS, HASIL_TAMBAH, LampiranBaru
from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_LAMPIRAN
from sooko_desk.domain.dibatasi import check_tidak_dibatasi
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.services.pindaian import (
    check_pindaian,
    rapikan_nama,
    read_berkas,
    tampilkan_halaman,
)
from sooko_desk.services.pindaian_kecil import kecilkan
from sooko_desk.services.simpan import simpan_berkas

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.brankas import Brankas
    from sooko_desk.data.store import Store
    from sooko_desk.domain.lampiran import JenisLampiran, Lampiran
    from sooko_desk.domain.permohonan import Berkas, Permohonan, Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.pindaian_kecil import Hasil

KUNCI_BATAS = "batas_unggah"
BATAS_UNGGAH = range(100, 25_001)
"""Kilobytes that can be set."""
BATAS_BAWAAN = 1_000
"""Kilobytes, until the Kasi sets another limit."""
LAIN = "Lain-lain"
"""What a scan shows that belongs to none of the case's papers."""

_BYTE_SEKILO = 1000


@dataclass(frozen=True, slots=True)
class PindaianSiap:
    """A scan that was read, checked and put into the vault, but belongs to no case yet."""

    nama: str
    sidik: str
    jenis: JenisLampiran
    ukuran: int
    halaman: int


class LampiranService:
    """The scans of the cases.

    `siapkan`, `siapkan_isi`, `baca`, `halaman`, `kecilkan`, `halaman_salinan` and `simpan_salinan`
    are slow and may run in any thread; all others read the register and stay in the window's.
    """

    def __init__(self, store: Store, folder: Path, clock: Clock) -> None:
        """Open the vault of an open register.

        Args:
            store: the register.
            folder: the data folder, where register and key lie.
            clock: tells when a scan was added.
        """
        self._store = store
        self._brankas = open_brankas(folder, store.kunci.kunci)
        self._clock = clock

    @property
    def brankas(self) -> Brankas:
        """The vault itself, which holds the office's logos too. Any thread may use it."""
        return self._brankas

    def siapkan(self, path: Path) -> PindaianSiap:
        """Read a file, check it, and put it into the vault: the slow half of `tambah`.

        Raises:
            UserError: see `pindaian.read_berkas`, `pindaian.check_pindaian` and `Brankas.simpan`.
        """
        return self.siapkan_isi(path.name, read_berkas(path))

    def siapkan_isi(self, nama: str, isi: bytes) -> PindaianSiap:
        """Check a content (pasted, say) and put it into the vault.

        Args:
            nama: what it is called on the screen; a file's name.
            isi: a whole PDF, JPG, PNG or TIFF.

        Raises:
            UserError: see `pindaian.check_pindaian` and `Brankas.simpan`.
        """
        jenis, halaman = check_pindaian(isi, nama)
        sidik = self._brankas.simpan(isi)
        return PindaianSiap(rapikan_nama(nama), sidik, jenis, len(isi), halaman)

    def tambah_siap(
        self,
        token: str,
        permohonan: Permohonan,
        berkas_kode: str,
        siap: PindaianSiap,
        petugas: Petugas,
    ) -> Lampiran:
        """Write a prepared scan down: the quick half of `tambah`. A known token adds nothing more.

        Args:
            token: made when the file was chosen.
            permohonan: the case; it may have moved since.
            berkas_kode: code of the paper that it shows; "" = of none of them.
            siap: from `siapkan` or `siapkan_isi`.
            petugas: who adds it.

        Raises:
            RuleError: the case has no such paper, or the paper has this very scan already.
            UserError: the register refuses, or the prepared file has vanished.
        """
        if (lama := self._store.lampiran.find_tambah(token)) is not None:
            return self._store.lampiran.get(lama)
        sebutan = _sebut_kode(permohonan.berkas, berkas_kode)
        self._check_baru(permohonan.ringkasan.id, berkas_kode, sebutan, siap)
        gerak = self._gerak(
            token,
            permohonan.ringkasan.id,
            HASIL_TAMBAH,
            f"{sebutan} ({siap.halaman} halaman)",
            petugas,
        )
        baru = LampiranBaru(
            gerak, berkas_kode, siap.sidik, siap.nama, siap.jenis, siap.ukuran, siap.halaman
        )
        return self._store.lampiran.get(self._store.lampiran.tambah(baru))

    def tambah(
        self, token: str, permohonan: Permohonan, berkas_kode: str, path: Path, petugas: Petugas
    ) -> Lampiran:
        """Add a file in one go; see `siapkan` and `tambah_siap`."""
        if (lama := self._store.lampiran.find_tambah(token)) is not None:
            return self._store.lampiran.get(lama)
        return self.tambah_siap(token, permohonan, berkas_kode, self.siapkan(path), petugas)

    def tambah_isi(
        self,
        token: str,
        permohonan: Permohonan,
        berkas_kode: str,
        nama: str,
        isi: bytes,
        petugas: Petugas,
    ) -> Lampiran:
        """Add a content in one go; see `siapkan_isi` and `tambah_siap`."""
        siap = self.siapkan_isi(nama, isi)
        return self.tambah_siap(token, permohonan, berkas_kode, siap, petugas)

    def list(self, permohonan_id: int) -> tuple[Lampiran, ...]:
        """All scans that a case ever had, oldest first; see `Lampiran.dilepas`.

        Raises:
            RuleError: the case is restricted; its scans are opened by nobody.
        """
        check_tidak_dibatasi(self._store.permohonan.get(permohonan_id).ringkasan)
        return self._store.lampiran.list(permohonan_id)

    def lepas(self, token: str, lampiran_id: int, petugas: Petugas) -> Lampiran:
        """Take a scan off its case; row and file stay for the story. A known token does nothing.

        Raises:
            RuleError: it was taken off already.
        """
        lampiran = self._store.lampiran.get(lampiran_id)
        if self._store.permohonan.find_gerak(token) is not None:
            return lampiran
        if lampiran.dilepas is not None:
            raise RuleError("Pindaian ini sudah dilepas dari permohonannya.")
        permohonan = self._store.permohonan.get(lampiran.permohonan_id)
        sebutan = _sebut_kode(permohonan.berkas, lampiran.berkas_kode)
        gerak = self._gerak(
            token,
            lampiran.permohonan_id,
            HASIL_LEPAS,
            f"{sebutan} ({lampiran.halaman} halaman)",
            petugas,
        )
        return self._store.lampiran.get(self._store.lampiran.lepas(lampiran_id, gerak))

    def baca(self, lampiran: Lampiran) -> bytes:
        """The content, as it was added.

        Raises:
            UserError: the file is missing, damaged or cannot be read (`brankas.BrankasError`).
        """
        return self._brankas.get(lampiran.sidik)

    def halaman(self, lampiran: Lampiran, nomor: int, lebar_px: int) -> bytes:
        """A page (from 1) as PNG, upright, at most `lebar_px` pixels wide.

        Raises:
            UserError: as `baca`.
        """
        return tampilkan_halaman(self.baca(lampiran), lampiran.jenis, nomor, lebar_px)

    def kecilkan(self, lampiran: Lampiran, batas_bytes: int) -> Hasil:
        """Make the copy for an upload.

        Raises:
            UserError: as `baca`, or it cannot be made that small; says how small.
        """
        return kecilkan(lampiran, self.baca(lampiran), batas_bytes)

    def halaman_salinan(self, hasil: Hasil, nomor: int, lebar_px: int) -> bytes:
        """A page (from 1) of a copy as PNG, for looking at it before it is used."""
        return tampilkan_halaman(hasil.isi, hasil.jenis, nomor, lebar_px)

    def simpan_salinan(self, hasil: Hasil, path: Path) -> Path:
        """Save a copy where the officer chose; returns the path with its ending.

        Raises:
            UserError: the place refuses; an older file of that name is untouched.
        """
        return simpan_berkas(hasil.isi, path, hasil.akhiran)

    def periksa(self) -> tuple[str, ...]:
        """Read every file that the register names, and look for those that it does not.

        Returns:
            One sentence a fault; nothing when all is whole.
        """
        temuan: list[str] = []
        keadaan: dict[str, Keadaan] = {}
        for nomor, lampiran in self._store.lampiran.list_semua():
            if lampiran.sidik not in keadaan:
                keadaan[lampiran.sidik] = self._brankas.periksa(lampiran.sidik)
            if (apa := keadaan[lampiran.sidik]) is not Keadaan.UTUH:
                temuan.append(
                    f"Pindaian “{lampiran.nama}” pada permohonan {nomor} {apa}. "
                    "Kembalikan dari cadangan, atau pindai ulang."
                )
        for sidik in (logo := self._store.lampiran.list_sidik_logo()):
            if (apa := self._brankas.periksa(sidik)) is not Keadaan.UTUH:
                temuan.append(sebut_logo(apa))
        if sisa := len(self._brankas.list_sidik() - keadaan.keys() - {*logo}):
            temuan.append(
                f"Ada {sisa} berkas pindaian yang tidak tercatat dalam register. Tidak berbahaya; "
                "dibersihkan saat program dibuka."
            )
        asing = (
            f"Berkas “{satu}” di folder pindaian bukan buatan program ini."
            for satu in self._brankas.list_asing()
        )
        return (*temuan, *asing)

    def bersihkan(self) -> int:
        """Remove files of scans that came into no case; returns how many.

        For the start of the program: a scan that is just being prepared has no row either.
        """
        lampiran = self._store.lampiran
        return self._brankas.bersihkan(lampiran.list_sidik() | {*lampiran.list_sidik_logo()})

    @property
    def batas_unggah(self) -> int:
        """The size that a copy for an upload must keep to, in bytes."""
        isi = self._store.pengaturan.find(KUNCI_BATAS)
        return int(isi or BATAS_BAWAAN) * _BYTE_SEKILO

    def simpan_batas_unggah(self, kilobyte: int, petugas: Petugas) -> None:
        """Set the size that `batas_unggah` tells from now on.

        Raises:
            RuleError: the officer is not the Kasi.
            UserError: outside `BATAS_UNGGAH`.
        """
        require_kasi(petugas, "batas unggah")
        if kilobyte not in BATAS_UNGGAH:
            raise UserError(
                f"Batas unggah antara {BATAS_UNGGAH[0]} dan {BATAS_UNGGAH[-1]} kB. "
                "Ketik angka di antaranya."
            )
        self._store.pengaturan.simpan(KUNCI_BATAS, str(kilobyte), petugas, self._clock.now())

    def _check_baru(
        self, permohonan_id: int, berkas_kode: str, sebutan: str, siap: PindaianSiap
    ) -> None:
        for satu in self._store.lampiran.list(permohonan_id):
            sama = (satu.sidik, satu.berkas_kode, satu.dilepas) == (siap.sidik, berkas_kode, None)
            if sama:
                raise RuleError(f"Pindaian ini sudah ada pada “{sebutan}”, jadi tidak ditambah.")
        if not self._brankas.ada(siap.sidik):
            raise UserError(
                f"Berkas “{siap.nama}” hilang dari folder data sebelum tercatat. Tambahkan lagi."
            )

    def _gerak(
        self, token: str, permohonan_id: int, hasil: str, sebutan: str, petugas: Petugas
    ) -> GerakBaru:
        """An event that leaves the case where it is, whatever happened to it meanwhile."""
        r = self._store.permohonan.get(permohonan_id).ringkasan
        kejadian = (LANGKAH_LAMPIRAN, hasil)
        gerak = GerakBaru.di_tempat(r, token, kejadian, petugas, self._clock.now())
        return replace(gerak, rincian={"Pindaian": sebutan})


def sebut_logo(keadaan: Keadaan) -> str:
    """Say how a logo of the office was found, and what to do."""
    return (
        f"Gambar logo kantor {keadaan}. Kembalikan dari cadangan, atau pilih lagi gambarnya di "
        "Pengaturan (F10), tab Kantor."
    )


def _sebut_kode(berkas: tuple[Berkas, ...], kode: str) -> str:
    """The paper's name; RuleError when the case has no paper of that code."""
    if not kode:
        return LAIN
    for satu in berkas:
        if satu.kode == kode:
            return satu.nama
    raise RuleError("Berkas itu tidak ada dalam daftar permohonan ini.")

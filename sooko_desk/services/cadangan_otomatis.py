"""Backups that nobody has to think of: when one is due, where to, and how things stand."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.periksa_cadangan import HasilPeriksaCadangan, periksa_cadangan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.cadangan_latihan import sebut_gagal
from sooko_desk.services.cadangan_riwayat import Apa, Sebab, Tempat
from sooko_desk.services.rantai import sebut_ringkas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan import BahanCadangan, CadanganService, HasilCadangan
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan, RiwayatCadangan
    from sooko_desk.services.cadangan_tempat import TempatCadanganService, Temuan
    from sooko_desk.services.rantai import KeadaanRantai

RUANG_SEMPIT = 500_000_000
"""Free bytes below which the officers are told."""
HARI_KUNING, HARI_MERAH = 2, 4
"""Days since the last backup from which on it is late, and more than three from which it is not
to be borne."""
CARA = "Pasang flashdisk kantor, atau tekan Ctrl+I lalu Ctrl+Enter."
JURNAL_RUSAK = (
    "Catatan kedua (jurnal) di folder data pernah rusak, lalu dimulai lagi dari register. Buat "
    "cadangan, dan periksa cakram komputer ini."
)


class Tingkat(Enum):
    """How the light shines."""

    HIJAU = "hijau"
    KUNING = "kuning"
    MERAH = "merah"


@dataclass(frozen=True, slots=True)
class KeadaanCadangan:
    """How things stand.

    Attributes:
        kata: two or three words for the light.
        kalimat: what the officer should know or do, a sentence each; nothing = all is well.
        gawat: what every officer is told at sign-in, in front of `kalimat`; "" = nothing.
    """

    tingkat: Tingkat
    kata: str
    kalimat: tuple[str, ...] = ()
    gawat: str = ""


@dataclass(frozen=True, slots=True)
class HasilBersama:
    """What came of backups to several places.

    Attributes:
        gagal: place and the sentence for the officer.
        dihentikan: the rest was not tried.
    """

    berhasil: tuple[HasilCadangan, ...]
    gagal: tuple[tuple[Tempat, str], ...] = ()
    dihentikan: bool = False


@dataclass(frozen=True, slots=True)
class TugasBersama:
    """The slow half; `jalankan` once, in any thread. One place's failure leaves the others be."""

    bahan: BahanCadangan
    tempat: tuple[Tempat, ...]
    kemajuan: Kemajuan

    def jalankan(self) -> HasilBersama:
        """Write and prove them, one after the other."""
        berhasil: list[HasilCadangan] = []
        gagal: list[tuple[Tempat, str]] = []
        try:
            for tempat in self.tempat:
                try:
                    berhasil.append(self.bahan.buat(tempat.folder, self.kemajuan))
                except DihentikanError:
                    return HasilBersama(tuple(berhasil), tuple(gagal), dihentikan=True)
                except UserError as galat:
                    gagal.append((tempat, str(galat)))
        finally:
            self.bahan.lepas()
        return HasilBersama(tuple(berhasil), tuple(gagal))


@dataclass(frozen=True, slots=True)
class HasilPeriksaLama:
    """How an older backup of a place was found; `hasil` None = there is no backup in it."""

    tempat: Tempat
    hasil: HasilPeriksaCadangan | None


class CadanganOtomatisService:
    """Belongs to the window's thread, but for what it hands out to be run elsewhere."""

    def __init__(
        self,
        register: RegisterTerbuka,
        cadangan: CadanganService,
        tempat: TempatCadanganService,
        riwayat: RiwayatCadangan,
        clock: Clock,
        rantai: Callable[[], KeadaanRantai],
    ) -> None:
        """Take over the rooms of the open register.

        Args:
            rantai: how hash chain and journal stand.
        """
        self._register = register
        self._cadangan = cadangan
        self._tempat = tempat
        self._riwayat = riwayat
        self._clock = clock
        self._rantai = rantai
        self._gagal: dict[str, int] = {}

    def list_perlu(self, temuan: Temuan) -> tuple[Tempat, ...]:
        """The places whose newest backup is not of the register as it is now.

        Raises:
            UserError: the register is damaged.
        """
        jejak = self._register.baca_jejak().sidik
        return tuple(
            t.tempat
            for t in temuan.terpasang
            if (ada := self._find(t.tempat)) is None or (ada.nama, ada.jejak) != (t.terbaru, jejak)
        )

    def list_tiba(self, temuan: Temuan) -> tuple[Tempat, ...]:
        """The places that are as many intakes and decisions behind as the Kasi allows.

        A place that refused is tried again when as many more have come.

        Raises:
            UserError: the register is damaged.
        """
        kini, tiap = self._register.baca_jejak().peristiwa, self._tempat.tiap
        return tuple(t.tempat for t in temuan.terpasang if self._is_tiba(t.tempat, kini, tiap))

    def siapkan(self, tempat: Sequence[Tempat], kemajuan: Kemajuan) -> TugasBersama:
        """Copy the register to this computer's disk: the quick half.

        Raises:
            RuleError: another backup is being made.
            UserError: the register is damaged, or this computer's disk full.
        """
        return TugasBersama(self._cadangan.siapkan_bahan(), tuple(tempat), kemajuan)

    def catat(self, hasil: HasilBersama, petugas: Petugas | None, sebab: Sebab) -> None:
        """Remember all of it.

        Raises:
            UserError: the register refuses; the backups themselves are good.
        """
        kini = self._register.baca_jejak().peristiwa
        for satu in hasil.berhasil:
            self._gagal.pop(satu.tempat.kode, None)
            self._cadangan.catat(satu, petugas, sebab)
        for tempat, kalimat in hasil.gagal:
            self._gagal[tempat.kode] = kini
            self._cadangan.catat_gagal(tempat, kalimat, petugas, sebab)

    def siapkan_periksa(self, tempat: Tempat, kemajuan: Kemajuan) -> Callable[[], HasilPeriksaLama]:
        """What reads an older backup of a place, the one not looked at for longest.

        The work may run in any thread; UserError: stopped, or the place cannot be read.
        """
        dilihat: dict[str, int] = {}
        for urut, catatan in enumerate(reversed(self._riwayat.list_terbaru()), start=1):
            isi = catatan.isi
            if isi.apa is Apa.PERIKSA and isi.tempat.kode == tempat.kode:
                dilihat[isi.nama] = urut
        kunci = self._register.kunci
        return lambda: _periksa_lama(tempat, dilihat, kunci, kemajuan)

    def catat_periksa(self, lama: HasilPeriksaLama, petugas: Petugas | None) -> str:
        """Remember it; returns the sentence for the officer, "" = the backup is whole.

        Raises:
            UserError: the register refuses.
        """
        if lama.hasil is None:
            return ""
        self._cadangan.catat_periksa(lama.hasil, petugas, Sebab.PASANG, lama.tempat)
        if not lama.hasil.temuan:
            return ""
        return (
            f"{lama.tempat.sebutan} tidak dapat dipercaya lagi: cadangan lama "
            f"{lama.hasil.cadangan.nama} di sana rusak. Buat cadangan ke flashdisk lain (Ctrl+I), "
            "lalu ganti flashdisk ini."
        )

    def keadaan(self, temuan: Temuan) -> KeadaanCadangan:
        """How things stand now.

        Raises:
            UserError: the register cannot be read.
        """
        di_luar = (c for c in self._riwayat.list_terbaru() if c.selesai and c.isi.di_luar)
        terakhir = next(di_luar, None)
        tingkat, kata, kalimat = self._menurut_hari(terakhir)
        if gagal := sebut_gagal(self._riwayat):
            tingkat, kata, kalimat = Tingkat.MERAH, "Latihan pemulihan gagal", (gagal, *kalimat)
        rantai = self._rantai()
        if rantai.jurnal_tertinggal:
            tingkat, kata = Tingkat.MERAH, "Jurnal tertinggal"
            kalimat = (*kalimat, _sebut_jurnal(rantai))
        if rantai.jurnal_rusak:
            kalimat = (*kalimat, JURNAL_RUSAK)
            if tingkat is Tingkat.HIJAU:
                tingkat, kata = Tingkat.KUNING, "Jurnal rusak"
        gawat = sebut_ringkas(rantai.temuan)
        if gawat:
            tingkat, kata, kalimat = Tingkat.MERAH, "Periksa register", (gawat, *kalimat)
        sempit = tuple(self._list_sempit(temuan))
        if sempit and tingkat is Tingkat.HIJAU:
            tingkat, kata = Tingkat.KUNING, "Ruang cakram sempit"
        return KeadaanCadangan(tingkat, kata, (*kalimat, *sempit, *temuan.asing), gawat)

    def _menurut_hari(
        self, terakhir: CatatanCadangan | None
    ) -> tuple[Tingkat, str, tuple[str, ...]]:
        if terakhir is None:
            kalimat = f"Belum ada cadangan di luar cakram komputer ini. {CARA}"
            return Tingkat.MERAH, "Belum ada cadangan", (kalimat,)
        hari = (hari_ini(self._clock) - ke_wib(terakhir.waktu).date()).days
        if terakhir.isi.jejak == self._register.baca_jejak().sidik:
            return Tingkat.HIJAU, "Cadangan hari ini" if hari == 0 else "Cadangan lengkap", ()
        kapan = sebut_saat(terakhir.waktu)
        if hari < 0:
            kalimat = f"Cadangan terakhir bertanggal {kapan}, sesudah jam komputer. Periksa jamnya."
            return Tingkat.KUNING, "Periksa jam", (kalimat,)
        if hari < HARI_KUNING:
            return Tingkat.HIJAU, "Cadangan kemarin" if hari else "Cadangan hari ini", ()
        kalimat = f"Cadangan terakhir {hari} hari yang lalu ({kapan}). {CARA}"
        tingkat = Tingkat.MERAH if hari >= HARI_MERAH else Tingkat.KUNING
        return tingkat, f"Cadangan {hari} hari lalu", (kalimat,)

    def _list_sempit(self, temuan: Temuan) -> Iterator[str]:
        bebas = shutil.disk_usage(self._register.folder).free
        for sebutan, byte in (
            ("Cakram komputer ini", bebas),
            *((t.tempat.sebutan, t.bebas) for t in temuan.terpasang),
        ):
            if byte < RUANG_SEMPIT:
                yield (
                    f"{sebutan} hampir penuh: tersisa {byte // 1_000_000} MB. Kosongkan ruang "
                    "sebelum cadangan berikutnya."
                )

    def _find(self, tempat: Tempat) -> _Ada | None:
        catatan = self._riwayat.find_terakhir(tempat.kode)
        return None if catatan is None else _Ada(catatan.isi.nama, catatan.isi.jejak)

    def _is_tiba(self, tempat: Tempat, kini: int, tiap: int) -> bool:
        catatan = self._riwayat.find_terakhir(tempat.kode)
        gagal = self._gagal.get(tempat.kode)
        if catatan is None and gagal is None:
            return True
        dulu = max(catatan.isi.peristiwa if catatan else 0, gagal or 0)
        return kini - dulu >= tiap


def _sebut_jurnal(rantai: KeadaanRantai) -> str:
    if rantai.mundur is None:
        return f"Catatan kedua (jurnal) tertinggal dari register. {CARA}"
    return (
        "Register tidak sama dengan catatan keduanya (jurnal), biasanya karena berkas register "
        "lama ditaruh kembali. Cadangkan (Ctrl+I, Ctrl+Enter), lalu minta Kasi memulihkan dari "
        "cadangan itu (Ctrl+Shift+R): nomor yang pernah keluar dijaga dan jurnal mulai lagi."
    )


@dataclass(frozen=True, slots=True)
class _Ada:
    nama: str
    jejak: str


def _periksa_lama(
    tempat: Tempat, dilihat: Mapping[str, int], kunci: str, kemajuan: Kemajuan
) -> HasilPeriksaLama:
    try:
        semua = list_cadangan(folder_cadangan(tempat.folder))
    except OSError as galat:
        raise UserError(
            f"{tempat.sebutan} tidak dapat dibaca. Cabut dan pasang kembali; bila berulang, pakai "
            "flashdisk lain."
        ) from galat
    if not semua:
        return HasilPeriksaLama(tempat, None)
    lama = semua[1:] or semua
    pilihan = min(reversed(lama), key=lambda satu: dilihat.get(satu.nama, 0))
    return HasilPeriksaLama(tempat, periksa_cadangan(tempat.folder, kunci, kemajuan, pilihan))

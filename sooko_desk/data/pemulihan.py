"""A register brought back from a backup or from the journal, beside the one that is there.

What is restored is made whole and proved in a folder of its own; `pemulihan_tukar` then puts it in
the place of the present one. So whatever fails here, the present register was not touched.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.brankas import NAMA_FOLDER as FOLDER_PINDAIAN
from sooko_desk.data.brankas import Brankas, Keadaan
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI, open_register
from sooko_desk.data.cadangan import sebut_ukuran
from sooko_desk.data.cadangan_berkas import baca_potong, buang, tulis, ukuran_berkas
from sooko_desk.data.cadangan_jejak import baca_kepala
from sooko_desk.data.galat import reraise
from sooko_desk.data.jurnal_bangun import bangun_ulang, susulkan
from sooko_desk.data.jurnal_baris import NAMA_FOLDER as FOLDER_JURNAL
from sooko_desk.data.jurnal_baris import list_berkas
from sooko_desk.data.kunci import save_kunci
from sooko_desk.data.pemulihan_nomor import baca_terakhir, habiskan
from sooko_desk.data.pemulihan_tukar import batalkan, mulai, tulis_kepala, tulis_pindah
from sooko_desk.data.penanda import Penanda
from sooko_desk.data.periksa_register import JumlahRegister, baca_isi, periksa_register
from sooko_desk.data.rantai import kepala
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan, Daftar
    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.data.pemulihan_nomor import Buku, Penghabisan
    from sooko_desk.data.periksa_register import IsiRegister
    from sooko_desk.domain.kemajuan import Kemajuan

KALI_REGISTER = 4
"""Sizes of the register that must be free: the copy, its journal's base, and what both need."""
_RUANG_SISA = 16_000_000


@dataclass(frozen=True, slots=True)
class Asal:
    """What is restored.

    Attributes:
        cadangan, daftar: the backup and its list; None = out of the journal alone.
        susulkan: what the journal tells after the backup goes in as well.
    """

    cadangan: Cadangan | None = None
    daftar: Daftar | None = None
    susulkan: bool = False


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where it comes to.

    Attributes:
        folder: the data folder.
        kunci: the key that opens what is restored; its paper slot goes along.
        pelindung: seals the key for this computer.
        saat: aware; names the folder that takes what is there now.
    """

    folder: Path
    kunci: KunciData = field(repr=False)
    pelindung: Pelindung
    saat: dt.datetime


@dataclass(frozen=True, slots=True)
class Siap:
    """A restored register that is whole, in its own folder.

    Attributes:
        terakhir: last number of each book.
        urut: the last link of its chain, before anything is added; 0 = it has no chain yet.
        baris: units that the journal brought.
        tidak_pulih: scans that are whole nowhere.
    """

    folder: Path
    jumlah: JumlahRegister
    terakhir: Mapping[Buku, int]
    urut: int
    baris: int
    tidak_pulih: int

    @contextlib.contextmanager
    def buka(self, tempat: Tempat) -> Iterator[Pulih]:
        """Open it, at the newest schema; to write what must stand in it before it is used.

        Raises:
            OSError: the disk refuses.
        """
        db, berkas_kunci = open_register(self.folder, tempat.pelindung, tempat.kunci)
        try:
            yield Pulih(Store.dari(db, berkas_kunci), partial(habiskan, db))
            koneksi = db.connection()
            akhir = kepala(koneksi)
            nomor = {buku.sebut(): urut for buku, urut in baca_terakhir(koneksi).items()}
            tempat_baru = str(tempat.folder.absolute())
            penanda = Penanda(tempat_baru, akhir.urut, akhir.sidik, akhir.waktu, nomor)
            tulis_kepala(self.folder, tempat.kunci.kantor, penanda)
        finally:
            # Not by the store, which would remember this folder as the register's own.
            db.close()


@dataclass(frozen=True, slots=True)
class Pulih:
    """The restored register while it is open in its own folder.

    Attributes:
        habiskan: see `pemulihan_nomor.habiskan`.
    """

    store: Store
    habiskan: Callable[[Penghabisan], int]


@contextlib.contextmanager
def galat_disebut(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence, and give up what was made so far.

    Raises:
        UserError: instead of OSError and dbapi2.Error.
    """
    try:
        yield
    except OSError as galat:
        batalkan(folder)
        raise UserError(
            "Pemulihan belum jadi: berkas tidak dapat dibaca atau ditulis. Periksa ruang cakram "
            "komputer dan pasang kembali flashdisk-nya, lalu pulihkan lagi. Register yang ada "
            "tidak disentuh."
        ) from galat
    except dbapi2.Error as galat:
        batalkan(folder)
        reraise(galat)
    except BaseException:
        batalkan(folder)
        raise


def siapkan(asal: Asal, tempat: Tempat, kemajuan: Kemajuan) -> Siap:
    """Make the restored register in its folder and prove it. May run in any thread.

    Args:
        asal: what is restored.
        tempat: where it comes to.
        kemajuan: told (scans done, scans in all).

    Raises:
        DihentikanError: stopped.
        UserError: the disk is full or refuses, the stick is gone, or the backup is damaged. The
            present register was not touched.
    """
    with galat_disebut(tempat.folder):
        _check_ruang(asal, tempat.folder)
        siap = mulai(tempat.folder, tempat.saat)
        register = siap / NAMA_BERKAS
        baris = _salin_register(asal, tempat, register)
        with open_salinan(register, tempat.kunci.kunci) as koneksi:
            if periksa_register(koneksi):
                raise UserError(_rusak(asal))
            isi, terakhir = baca_isi(koneksi), baca_terakhir(koneksi)
            urut, _ = baca_kepala(koneksi)
        save_kunci(siap / NAMA_KUNCI, replace(tempat.kunci, sudah_dibuat=True), tempat.pelindung)
        (siap / FOLDER_JURNAL).mkdir()
        hilang = _salin_pindaian(asal, tempat, siap, isi, kemajuan)
        _sisihkan(tempat, siap, isi)
    return Siap(siap, isi.jumlah, terakhir, urut, baris, hilang)


def _check_ruang(asal: Asal, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if asal.cadangan is not None:
        sumber = [asal.cadangan.register]
    else:
        sumber = [satu.register for satu in list_berkas(folder / FOLDER_JURNAL)]
    perlu = KALI_REGISTER * max((ukuran_berkas(satu) for satu in sumber), default=0) + _RUANG_SISA
    if asal.cadangan is not None and asal.daftar is not None:
        for sidik in asal.daftar.pindaian:
            if not _pindaian(folder, sidik).exists():
                perlu += max(0, ukuran_berkas(_pindaian(asal.cadangan.folder, sidik)))
    bebas = shutil.disk_usage(folder).free
    if bebas < perlu:
        raise UserError(
            f"Ruang cakram komputer tidak cukup: perlu {sebut_ukuran(perlu)}, tersisa "
            f"{sebut_ukuran(bebas)}. Kosongkan ruang, lalu pulihkan lagi. Register yang ada tidak "
            "disentuh."
        )


def _salin_register(asal: Asal, tempat: Tempat, register: Path) -> int:
    """Returns the units that the journal brought."""
    jurnal, kunci = tempat.folder / FOLDER_JURNAL, tempat.kunci.kunci
    if asal.cadangan is None or asal.daftar is None:
        return bangun_ulang(jurnal, register, kunci).baris
    sidik = tulis(register, baca_potong(asal.cadangan.register))
    if sidik != asal.daftar.sidik_register:
        raise UserError(_rusak(asal))
    return susulkan(jurnal, register, kunci).baris if asal.susulkan else 0


def _salin_pindaian(
    asal: Asal, tempat: Tempat, siap: Path, isi: IsiRegister, kemajuan: Kemajuan
) -> int:
    """Bring the scans that are not whole here; returns how many are whole nowhere."""
    sini = Brankas(tempat.folder / FOLDER_PINDAIAN, tempat.kunci.kunci)
    baru = Brankas(siap / FOLDER_PINDAIAN, tempat.kunci.kunci)
    hilang, semua = 0, len(isi.sidik)
    for nomor, sidik in enumerate(sorted(isi.sidik), start=1):
        kemajuan.lapor(nomor, semua)
        if sini.periksa(sidik) is Keadaan.UTUH:
            continue
        salinan = _pindaian(siap, sidik)
        if asal.cadangan is None or not _salin(_pindaian(asal.cadangan.folder, sidik), salinan):
            hilang += 1
        elif baru.periksa(sidik) is not Keadaan.UTUH:
            buang(salinan)
            hilang += 1
    return hilang


def _salin(asal: Path, tujuan: Path) -> bool:
    """False = there is none, or the stick cannot read it: that scan is lost, the others are not."""
    try:
        isi = list(baca_potong(asal))
    except OSError:
        if not asal.parents[2].is_dir():
            raise  # the stick is gone
        return False
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tulis(tujuan, isi)
    return True


def _sisihkan(tempat: Tempat, siap: Path, isi: IsiRegister) -> None:
    """Scans of cases that vanish go along with the old register; a tidy start would remove them."""
    sini = Brankas(tempat.folder / FOLDER_PINDAIAN, tempat.kunci.kunci)
    tulis_pindah(siap, sini.list_sidik() - isi.sidik)


def _pindaian(folder: Path, sidik: str) -> Path:
    return folder / FOLDER_PINDAIAN / sidik[:2] / f"{sidik}.bin"


def _rusak(asal: Asal) -> str:
    nama = "Jurnal" if asal.cadangan is None else f"Cadangan {asal.cadangan.nama}"
    return (
        f"{nama} rusak, sehingga tidak dipulihkan. Register yang ada tidak disentuh. Pilih "
        "cadangan yang lain."
    )

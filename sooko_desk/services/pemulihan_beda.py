"""What a restore would take away, told before anything is touched. No name and no NIK."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.pemulihan_lihat import (
    count_susulan,
    is_jurnal_lebih,
    lihat_cadangan,
    lihat_jurnal,
    lihat_kini,
)
from sooko_desk.data.periksa_cadangan import periksa_cadangan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.pemulihan_lihat import Gambaran
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.services.pemulihan_daftar import Pilihan

_BELUM_ADA_KASI = (
    "Cadangan ini belum memuat Kasi yang dapat masuk, jadi tidak ada yang dapat dipulihkan "
    "darinya. Pilih cadangan yang lain."
)


@dataclass(frozen=True, slots=True)
class KasusHilang:
    """A case that the restored register will not have.

    Attributes:
        nomor: of its receipt.
        diterima: aware.
    """

    nomor: str
    diterima: dt.datetime


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """A backup (or the journal) against what is on this computer now.

    Attributes:
        isi: what would be restored.
        kini: what is here now; None = nothing that can be read.
        ada_kini: there is a register here, be it readable or not.
        jurnal: what the journal of this computer tells, where that is more than `kini`.
        susulan: units that the journal can put behind the backup.
        pindaian_rusak: scans that are damaged in the backup.
        putus: breaks in the backup's hash chain.
        terjaga: every number that was given out is known, so nobody need look on paper.
    """

    pilihan: Pilihan
    kunci: KunciData = field(repr=False)
    isi: Gambaran
    kini: Gambaran | None = None
    ada_kini: bool = False
    jurnal: Gambaran | None = None
    susulan: int = 0
    pindaian_rusak: int = 0
    putus: int = 0

    @property
    def acuan(self) -> Gambaran | None:
        """The newest that is known of the present: the register, or its journal."""
        return self.jurnal or self.kini

    @property
    def terjaga(self) -> bool:
        """See above."""
        return self.acuan is not None and self.acuan.petugas and self.acuan.utuh

    @property
    def saran_susulan(self) -> bool:
        """Whether the journal should go in unless the officer says otherwise.

        Not where the present register is whole: then the Kasi wants to go back on purpose.
        """
        return self.susulan > 0 and (self.jurnal is not None or self.kini is None)

    def list_hilang(self, *, susulkan: bool) -> tuple[KasusHilang, ...]:
        """Cases that would vanish, oldest first."""
        tinggal = set(self.isi.kasus)
        semua = dict(self.kini.kasus) if self.kini else {}
        if self.jurnal is not None:
            semua |= self.jurnal.kasus
        if susulkan and self.acuan is not None:
            tinggal |= set(self.acuan.kasus)
        hilang = [KasusHilang(*isi) for token, isi in semua.items() if token not in tinggal]
        return tuple(sorted(hilang, key=lambda satu: (satu.diterima, satu.nomor)))

    def count_catatan(self, *, susulkan: bool) -> int:
        """Entries of the cases' stories that would vanish, those of vanishing cases included."""
        if self.acuan is None or susulkan:
            return 0
        return max(0, self.acuan.jumlah.peristiwa - self.isi.jumlah.peristiwa)


def bandingkan(
    pilihan: Pilihan, kunci: KunciData, folder: Path, kemajuan: Kemajuan, *, ada_kini: bool
) -> Perbandingan:
    """Prove what is to be restored, and compare it with the data folder. May run in any thread.

    Args:
        pilihan: without `halangan`.
        kunci: opens it.
        folder: the data folder.
        kemajuan: told (files done, files in all).
        ada_kini: the data folder holds a register in which somebody worked.

    Raises:
        DihentikanError: stopped.
        UserError: it is damaged; or the present register is open in another program.
    """
    kini = lihat_kini(folder, kunci.kunci)
    jurnal = _lihat_jurnal(folder, kunci.kunci, kini)
    if pilihan.cadangan is None or pilihan.daftar is None:
        if jurnal is None:
            raise UserError(
                "Jurnal di komputer ini tidak memuat apa pun yang belum ada dalam register, atau "
                "rusak. Pilih sebuah cadangan."
            )
        _check_kasi(jurnal)
        return Perbandingan(pilihan, kunci, jurnal, kini, ada_kini=True, jurnal=jurnal)
    cadangan, daftar = pilihan.cadangan, pilihan.daftar
    hasil = periksa_cadangan(cadangan.folder, kunci.kunci, kemajuan, cadangan)
    if hasil.berat:
        raise UserError(f"Cadangan {cadangan.nama} tidak dipulihkan. {' '.join(hasil.berat)}")
    isi, putus = lihat_cadangan(cadangan.register, kunci.kunci)
    _check_kasi(isi)
    return Perbandingan(
        pilihan,
        kunci,
        isi,
        kini,
        ada_kini=ada_kini,
        jurnal=jurnal,
        susulan=count_susulan(folder, kunci.kunci, daftar.urut, daftar.rantai),
        pindaian_rusak=len(hasil.rusak),
        putus=putus,
    )


def _check_kasi(isi: Gambaran) -> None:
    if not isi.kasi:
        raise UserError(_BELUM_ADA_KASI)


def _lihat_jurnal(folder: Path, kunci: str, kini: Gambaran | None) -> Gambaran | None:
    """What the journal tells beyond the register."""
    if kini is not None and kini.utuh and not is_jurnal_lebih(folder, kunci, kini):
        return None
    return lihat_jurnal(folder, kunci)

"""What is known of a permohonan (a case), as frozen values read from the register.

Numbers stand here in full; who shows them masks them (`digit.samarkan`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.sop import Peran, SifatSyarat


@dataclass(frozen=True, slots=True)
class Pemohon:
    """The person the request is for.

    Attributes:
        nik: 16 digits.
        nkk: 16 digits, or "" where the family has no card yet.
        desa: Kemendagri code, e.g. "35.16.13.2009".
        rt, rw: up to three digits or "".
    """

    nama: str
    nik: str
    nkk: str
    desa: str
    alamat: str = ""
    rt: str = ""
    rw: str = ""
    telepon: str = ""


@dataclass(frozen=True, slots=True)
class Pembawa:
    """Who brings the papers when it is not the applicant; all empty = the applicant."""

    nama: str = ""
    hubungan: str = ""
    telepon: str = ""


@dataclass(frozen=True, slots=True)
class Pengantar:
    """The village's letter of introduction; all empty = none brought."""

    nomor: str = ""
    tanggal: dt.date | None = None
    penanda_tangan: str = ""


class Bentuk(StrEnum):
    """Whether the paper handed in is the original."""

    BELUM = ""
    ASLI = "asli"
    FOTOKOPI = "fotokopi"


class Cocok(StrEnum):
    """The second mark of a paper, apart from its being there: does what it says agree?"""

    BELUM = ""
    COCOK = "cocok"
    TIDAK = "tidak"


class AsliKeluar(StrEnum):
    """What became of an original: still in the office, given back, or withdrawn by law."""

    BELUM = ""
    DIKEMBALIKAN = "dikembalikan"
    DITARIK = "ditarik"


@dataclass(frozen=True, slots=True)
class KeadaanLuar:
    """What another office's system last said of a case, beside our own status.

    Attributes:
        sistem: "siak" or "dispendukcapil".
        kode, nama: the state, from the table keadaan_siak or keadaan_dispendukcapil.
        referensi: its number there; "" = none was given.
        tanggal: the date that it says; None = none was given.
    """

    sistem: str
    kode: str
    nama: str
    referensi: str = ""
    tanggal: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Berkas:
    """One line of a case's checklist, copied from the SOP when the case began.

    Attributes:
        ada: the paper is in the file.
        catatan: free words of the officer, e.g. "fotokopi buram".
        jumlah: sheets or copies handed in, from 1.
        diterima: aware UTC, when the paper came; None = not there (or from before this was kept).
        diperoleh, rupa: where it is obtained and what it must look like, for the applicant.
        diunggah: aware UTC, when it was ticked as uploaded to SIAK; None = not yet.
    """

    kode: str
    nama: str
    sifat: SifatSyarat
    bila: str = ""
    grup: str = ""
    ada: bool = False
    catatan: str = ""
    bentuk: Bentuk = Bentuk.BELUM
    jumlah: int = 1
    cocok: Cocok = Cocok.BELUM
    diterima: dt.datetime | None = None
    asli_keluar: AsliKeluar = AsliKeluar.BELUM
    diperoleh: str = ""
    rupa: str = ""
    dasar: str = ""
    sumber: str = ""
    diunggah: dt.datetime | None = None

    @property
    def beres(self) -> bool:
        """The paper is there and nothing on it was found to disagree."""
        return self.ada and self.cocok is not Cocok.TIDAK

    @property
    def asli_di_kantor(self) -> bool:
        """An original that the office holds and answers for."""
        return self.ada and self.bentuk is Bentuk.ASLI and not self.asli_keluar


@dataclass(frozen=True, slots=True)
class TandaBerkas:
    """An officer's mark on one paper, by the paper's code; `jumlah` from 1."""

    kode: str
    ada: bool
    catatan: str = ""
    bentuk: Bentuk = Bentuk.BELUM
    jumlah: int = 1
    cocok: Cocok = Cocok.BELUM


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One appended line of a case's story. Order is `urut`, never the clock.

    Attributes:
        urut: number of the event in the whole register, from 1.
        waktu: aware UTC.
        dari, ke: step ids before and after.
        rincian: what was given with the move, as label -> words for people.
    """

    urut: int
    langkah: str
    hasil: str
    dari: str
    ke: str
    petugas: str
    peran: Peran
    waktu: dt.datetime
    alasan: str = ""
    rincian: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RingkasanPermohonan:
    """One row of a list: what every screen shows of a case.

    Attributes:
        sop_sidik: SHA-256 of the SOP file the case began under and keeps.
        posisi: id of the step the case waits for, or "selesai".
        posisi_sejak: aware UTC, when it came there.
        menunggu: "pemohon", "dispendukcapil" or "" (the office has it).
        nomor_register: "" until the step that takes it.
        versi: number of moves so far; a move names the version it saw, so that a stale screen
            cannot act twice.
        prioritas: "lansia", "difabel", "hamil" or "".
        tunggu_id: the case of the same family (a KK) that this one waits for; None = none.
        kunjungan: shared by the cases of one visit; "" = came alone.
        luar: what SIAK or Dispendukcapil last said; None = nothing was noted yet.
        tempat: where the papers or the finished document lie, e.g. "Rak B-3"; "" = not noted.
        dibatasi: its personal data are restricted and stand here no more; see `dibatasi`.
    """

    id: int
    layanan: str
    jenis_kode: str
    jenis_nama: str
    sop_sidik: str
    posisi: str
    status: str
    menunggu: str
    posisi_sejak: dt.datetime
    diterima: dt.datetime
    nomor_tanda_bukti: str
    kode_pindai: str
    nomor_register: str
    pemohon: Pemohon
    versi: int
    prioritas: str = ""
    tunggu_id: int | None = None
    kunjungan: str = ""
    luar: KeadaanLuar | None = None
    tempat: str = ""
    dibatasi: bool = False


@dataclass(frozen=True, slots=True)
class Permohonan:
    """A whole case, read in one piece."""

    ringkasan: RingkasanPermohonan
    pembawa: Pembawa
    pengantar: Pengantar
    catatan: str
    berkas: tuple[Berkas, ...]
    isian: dict[str, str]
    riwayat: tuple[Peristiwa, ...]


@dataclass(frozen=True, slots=True)
class BarisRegister:
    """One line of a register book (Register Pelayanan KK / KTP), in the order of its numbers.

    Attributes:
        urut: running number within the book's year, from 1 without gap.
        dicatat: aware UTC, when the number was taken.
    """

    urut: int
    nomor: str
    dicatat: dt.datetime
    dicatat_oleh: str
    permohonan: RingkasanPermohonan


@dataclass(frozen=True, slots=True)
class Petugas:
    """An officer who signs in. Switched-off officers keep their history."""

    id: int
    nama: str
    peran: Peran
    aktif: bool = True

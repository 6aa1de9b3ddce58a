"""What the store is told to write: one value a unit of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import (
        Berkas,
        KeadaanLuar,
        Pembawa,
        Pemohon,
        Pengantar,
        Petugas,
        RingkasanPermohonan,
    )
    from sooko_desk.domain.sop import Sop


@dataclass(frozen=True, slots=True)
class MintaNomor:
    """A number to take inside the transaction.

    Attributes:
        buku: "tanda_bukti" or "register".
        pola: pattern with {urut} and {tahun}.
        tahun: year of the book, four digits, in WIB.
    """

    buku: str
    pola: str
    tahun: int


@dataclass(frozen=True, slots=True)
class GerakBaru:
    """A move to append.

    Attributes:
        token: unique per press of the button.
        versi: the version of the case that the officer saw.
        berkas: papers that changed, as they are now.
        isian: values to keep, id -> stored form ("" removes).
        rincian: what is told in the story, label -> words.
        kekurangan: codes of the required papers that are missing, for the radar.
        sejak: aware UTC, since when the case waits at `ke`; None = since this move.
        batal: the event whose decision this move undoes; None = it undoes none.
        luar: what another system now says; None = unchanged.
        tempat: where the papers now lie; None = unchanged.
        pemohon, pembawa, pengantar, catatan: intake data as corrected; None = unchanged.
        baris_buku: words of the register book's line if the move writes one, column id -> words
            with numbers of people masked; number and its place are added by the store.
        betulan_buku: what a correction changes of what a book can show, column id -> words with
            before and after.
    """

    token: str
    permohonan_id: int
    versi: int
    langkah: str
    hasil: str
    ke: str
    status: str
    menunggu: str
    petugas: Petugas
    waktu: dt.datetime
    alasan: str = ""
    berkas: tuple[Berkas, ...] = ()
    isian: dict[str, str] = field(default_factory=dict)
    rincian: dict[str, str] = field(default_factory=dict)
    nomor: MintaNomor | None = None
    kekurangan: tuple[str, ...] = ()
    sejak: dt.datetime | None = None
    batal: int | None = None
    luar: KeadaanLuar | None = None
    tempat: str | None = None
    pemohon: Pemohon | None = None
    pembawa: Pembawa | None = None
    pengantar: Pengantar | None = None
    catatan: str | None = None
    baris_buku: Mapping[str, str] = field(default_factory=dict)
    betulan_buku: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def di_tempat(
        cls,
        r: RingkasanPermohonan,
        token: str,
        kejadian: tuple[str, str],
        petugas: Petugas,
        waktu: dt.datetime,
    ) -> GerakBaru:
        """An event that leaves the case where it is.

        Args:
            r: the case as the officer saw it.
            token: unique per press of the button.
            kejadian: step (one of `domain.alur.LANGKAH_*`) and outcome.
            petugas: who did it.
            waktu: aware UTC.
        """
        langkah, hasil = kejadian
        return cls(
            token=token,
            permohonan_id=r.id,
            versi=r.versi,
            langkah=langkah,
            hasil=hasil,
            ke=r.posisi,
            status=r.status,
            menunggu=r.menunggu,
            petugas=petugas,
            waktu=waktu,
        )


@dataclass(frozen=True, slots=True)
class Susulan:
    """An intake that was written on a slip of the power-cut pad and is typed in afterwards.

    Attributes:
        cadangan_id: the reserved number that stands on the slip.
        dicatat: aware, when it is typed in.
    """

    cadangan_id: int
    dicatat: dt.datetime


@dataclass(frozen=True, slots=True)
class PenerimaanBaru:
    """A new case with its first event.

    Attributes:
        waktu: aware, when the papers came; of a `susulan` the slip's own date and time.
        nomor: the number to take; not looked at for a `susulan`.
        rincian: what is told in the story, label -> words.
        susulan: None = typed in as the papers came.
    """

    token: str
    sop: Sop
    jenis_kode: str
    jenis_nama: str
    pemohon: Pemohon
    pembawa: Pembawa
    pengantar: Pengantar
    catatan: str
    berkas: tuple[Berkas, ...]
    langkah: str
    hasil: str
    posisi: str
    status: str
    menunggu: str
    petugas: Petugas
    waktu: dt.datetime
    nomor: MintaNomor
    prioritas: str = ""
    tunggu_id: int | None = None
    kunjungan: str = ""
    rincian: dict[str, str] = field(default_factory=dict)
    susulan: Susulan | None = None


@dataclass(frozen=True, slots=True)
class BarisPengaturan:
    """One change of an office setting; `isi` "" = back to what the program ships."""

    kunci: str
    isi: str
    petugas: str
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class CetakanBaru:
    """A document that left the program.

    Attributes:
        dokumen: id of the document, e.g. "tanda_bukti".
        tujuan: printer name, or "berkas" for a saved PDF.
        salinan: copies.
        hasil: "tercetak", "tersimpan", "gagal" or "belum_pasti".
        alasan: why a copy was made; "" = it was the first.
        kertas: e.g. "A4"; "" = not told.
        rujukan: JSON from which the same document is built again; "" = it cannot.
        ulang_dari: id of the failed line that this one repeats; None = repeats none.
    """

    permohonan_id: int | None
    dokumen: str
    judul: str
    tujuan: str
    salinan: int
    hasil: str
    petugas: Petugas
    waktu: dt.datetime
    alasan: str = ""
    kertas: str = ""
    rujukan: str = ""
    ulang_dari: int | None = None


@dataclass(frozen=True, slots=True)
class BarisCetakan:
    """One line of the print log; attributes as of `CetakanBaru`."""

    waktu: dt.datetime
    dokumen: str
    judul: str
    tujuan: str
    salinan: int
    hasil: str
    petugas: str
    id: int
    permohonan_id: int | None
    alasan: str
    kertas: str
    rujukan: str
    ulang_dari: int | None


@dataclass(frozen=True, slots=True)
class SaringCetakan:
    """Which lines of the print log are wanted; what is "" or None is not looked at.

    Attributes:
        dokumen, hasil: as of `CetakanBaru`.
        petugas: an officer's name.
        dari, sampai: days in WIB, both included.
        teks: words within the title, in any letter case.
    """

    dokumen: str = ""
    hasil: str = ""
    petugas: str = ""
    dari: dt.date | None = None
    sampai: dt.date | None = None
    teks: str = ""

"""Decisions of the Kasi that are marked on the screen and wait for one signature.

Nothing here is stored: a mark becomes a move only when it is signed, all marks in one unit
(`AlurKerjaService.jalankan_bersama`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.sop import Peran
from sooko_desk.services.alur_kerja import PerintahGerak

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas, TandaBerkas
    from sooko_desk.domain.sop import Hasil, Langkah
    from sooko_desk.services.alur_kerja import AlurKerjaService


@dataclass(frozen=True, slots=True)
class PilihanKeputusan:
    """The two outcomes of a step that decides whether the papers are complete."""

    lengkap: Hasil
    kurang: Hasil


def find_pilihan(langkah: Langkah) -> PilihanKeputusan | None:
    """The two outcomes of a step, read from what the SOP file asks for; None = decides nothing."""
    lengkap = next((h for h in langkah.hasil if "berkas" in h.wajib), None)
    kurang = next((h for h in langkah.hasil if "kurang" in h.wajib), None)
    return PilihanKeputusan(lengkap, kurang) if lengkap and kurang else None


@dataclass(frozen=True, slots=True)
class Keputusan:
    """One marked decision.

    Attributes:
        token: made when the mark was set; signing twice gives one event.
        versi: of the case as the officer saw it.
        label: the outcome's words, e.g. "Tidak lengkap".
        mundur: the case goes back to the applicant.
        kurang: the missing papers in words; "" = none.
        tanda: marks of the papers that belong to the decision.
        tanda_semula: marks as they were before, for who takes the decision back.
    """

    token: str
    permohonan_id: int
    versi: int
    nomor: str
    nama: str
    langkah: str
    hasil: str
    label: str
    mundur: bool
    alasan: str = ""
    kurang: str = ""
    tanda: tuple[TandaBerkas, ...] = ()
    tanda_semula: tuple[TandaBerkas, ...] = ()

    def build_perintah(self) -> PerintahGerak:
        """The move that the signature makes of it."""
        return PerintahGerak(
            token=self.token,
            permohonan_id=self.permohonan_id,
            versi=self.versi,
            langkah=self.langkah,
            hasil=self.hasil,
            alasan=self.alasan,
            tanda=self.tanda,
        )


@dataclass(frozen=True, slots=True)
class KumpulanKeputusan:
    """The marked decisions that nobody signed yet, in the order in which they were marked."""

    isi: tuple[Keputusan, ...] = ()

    def find(self, permohonan_id: int) -> Keputusan | None:
        """The mark of a case; None = undecided."""
        return next((k for k in self.isi if k.permohonan_id == permohonan_id), None)

    def beri(self, keputusan: Keputusan) -> KumpulanKeputusan:
        """With this mark; a case has one, the newest."""
        return replace(self, isi=(*self.tarik(keputusan.permohonan_id).isi, keputusan))

    def tarik(self, *permohonan_id: int) -> KumpulanKeputusan:
        """Without the marks of these cases."""
        return replace(self, isi=tuple(k for k in self.isi if k.permohonan_id not in permohonan_id))

    def sebut(self) -> str:
        """How many of each, e.g. "7 lengkap, 2 tidak lengkap"; "" = none."""
        jumlah: dict[str, int] = {}
        for k in sorted(self.isi, key=_mundur):
            jumlah[k.label.lower()] = jumlah.get(k.label.lower(), 0) + 1
        return ", ".join(f"{banyak} {label}" for label, banyak in jumlah.items())


@dataclass(frozen=True, slots=True)
class HasilTandaTangan:
    """What came of signing.

    Attributes:
        tertanda: the decisions that are stored now; empty = nothing was stored.
        sisa: the marks that stay.
        kalimat: for the officer: what was stored, or why nothing was.
    """

    tertanda: tuple[Keputusan, ...]
    sisa: KumpulanKeputusan
    kalimat: str


def list_penanda_tangan(
    semua: tuple[Petugas, ...], sekarang: Petugas | None
) -> tuple[Petugas, ...]:
    """Who may sign: the Kasi who is at work; while somebody else is, every Kasi."""
    if sekarang is not None and sekarang.peran is Peran.KASI:
        return (sekarang,)
    return tuple(p for p in semua if p.peran is Peran.KASI)


def tanda_tangani(
    alur: AlurKerjaService, kumpulan: KumpulanKeputusan, kasi: Petugas
) -> HasilTandaTangan:
    """Store every marked decision in one unit, or none.

    A case that moved since it was marked is named and loses its mark; the others keep theirs and
    wait for the next signature.

    Args:
        kumpulan: at least one mark.
        kasi: whose PIN was right; his role is checked for every move.
    """
    try:
        alur.jalankan_bersama([k.build_perintah() for k in kumpulan.isi], kasi)
    except OfficerError as galat:
        return _tolak(alur, kumpulan, kasi, str(galat))
    kalimat = f"{kumpulan.sebut()} ditandatangani {kasi.nama}."
    return HasilTandaTangan(kumpulan.isi, KumpulanKeputusan(), kalimat)


def _tolak(
    alur: AlurKerjaService, kumpulan: KumpulanKeputusan, kasi: Petugas, alasan: str
) -> HasilTandaTangan:
    basi = [
        k
        for k in kumpulan.isi
        if alur.buka(k.permohonan_id, kasi).permohonan.ringkasan.versi != k.versi
    ]
    if not basi:
        return HasilTandaTangan((), kumpulan, f"Belum ada yang tersimpan. {alasan}")
    nama = ", ".join(f"{k.nama} ({k.nomor})" for k in basi)
    kalimat = (
        f"Belum ada yang tersimpan: {nama} sudah berubah sejak ditandai dan tandanya dihapus. "
        "Tanda yang lain tetap; tanda tangani sekali lagi."
    )
    return HasilTandaTangan((), kumpulan.tarik(*(k.permohonan_id for k in basi)), kalimat)


def _mundur(keputusan: Keputusan) -> bool:
    return keputusan.mundur

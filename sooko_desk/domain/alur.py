"""Which moves are open to whom, and where a move leads.

The SOP decides; this module only reads it. A refusal says in words which rule stands against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.sop import SELESAI, Hasil, Langkah, Peran, Sop
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Peristiwa


HASIL_BATAL = "batal"
"""Outcome of an event that undoes a decision: the case is again where it was before."""

LANGKAH_ASLI = "asli"
"""Step of an event about the custody of originals: the case stays where it is."""


LANGKAH_LUAR = "luar"
"""What another office's system said of the case; the outcome is the state's code."""

LANGKAH_LAMPIRAN = "lampiran"
"""A scan was added ("tambah") or taken off ("lepas")."""

LANGKAH_KOREKSI = "koreksi"
"""Data were corrected ("dibetulkan"); the details tell label -> "semula → menjadi"."""

LANGKAH_TEMPAT = "tempat"
"""The papers were laid elsewhere ("dipindah")."""

LANGKAH_KIRIMAN = "kiriman"
"""What came of a case that was sent in a batch: "diterima", "ditolak" or "kartu_kembali"."""

LANGKAH_WAKTU = "waktu"
"""The time of a step was found wrong, or counts again; see `domain.akurat`."""

LANGKAH_BATAS = "batas"
"""The personal data of the case were restricted, or are seen again; see `domain.dibatasi`."""

LANGKAH_KHUSUS = frozenset(
    {
        LANGKAH_ASLI,
        LANGKAH_LUAR,
        LANGKAH_LAMPIRAN,
        LANGKAH_KOREKSI,
        LANGKAH_TEMPAT,
        LANGKAH_KIRIMAN,
        LANGKAH_WAKTU,
        LANGKAH_BATAS,
    }
)
"""Steps of events that are told in the story and leave the case where it is."""


@dataclass(frozen=True, slots=True)
class Gerak:
    """A move: the outcome of a step, and what comes of it.

    Attributes:
        ke: step id the case waits for afterwards, or `SELESAI`.
        dahulu: True when the step is recorded before its turn (upload before verification).
    """

    langkah: Langkah
    hasil: Hasil
    ke: str
    status: str
    menunggu: str
    dahulu: bool = False


def list_langkah_terbuka(
    sop: Sop, posisi: str, riwayat: Sequence[Peristiwa]
) -> tuple[Langkah, ...]:
    """The steps that can be recorded now: the one the case waits for, then those allowed early."""
    if posisi == SELESAI:
        return ()
    langkah = sop.get_langkah(posisi)
    sudah = _list_sudah_dahulu(posisi, riwayat)
    dahulu = (sop.get_langkah(i) for i in langkah.boleh_dahulu if i not in sudah)
    return (langkah, *dahulu)


def get_gerak(
    sop: Sop, posisi: str, riwayat: Sequence[Peristiwa], langkah_id: str, hasil_id: str
) -> Gerak:
    """Work out one move.

    Raises:
        RuleError: the step is not open in this case, or has no such outcome. Text for the officer.
    """
    if posisi == SELESAI:
        raise RuleError("Permohonan ini sudah selesai dan diserahkan; tidak ada langkah lagi.")
    terbuka = {langkah.id: langkah for langkah in list_langkah_terbuka(sop, posisi, riwayat)}
    if langkah_id not in terbuka:
        raise RuleError(_alasan_tidak_terbuka(sop, posisi, langkah_id))
    langkah = terbuka[langkah_id]
    try:
        hasil = langkah.get_hasil(hasil_id)
    except KeyError:
        raise RuleError(f'Langkah "{langkah.kegiatan}" tidak mengenal hasil itu.') from None
    if langkah_id != posisi:
        if hasil.mundur:
            raise RuleError("Langkah yang didahulukan hanya dapat dicatat berhasil.")
        menunggu = sop.get_langkah(posisi)
        return Gerak(langkah, hasil, posisi, menunggu.status, "", dahulu=True)
    ke = _lewati_sudah_dahulu(sop, posisi, hasil, riwayat)
    status = hasil.status if ke == hasil.ke else ""
    return Gerak(langkah, hasil, ke, status or _status_menunggu(sop, ke), hasil.menunggu)


@dataclass(frozen=True, slots=True)
class Batal:
    """The undoing of a decision: what the case gets back.

    Attributes:
        peristiwa: the event that is undone.
        sejak: aware UTC, when the case had come there; no earlier than anything before it, also
            where the clock had jumped back.
    """

    peristiwa: Peristiwa
    status: str
    menunggu: str
    sejak: dt.datetime


def get_batal(sop: Sop, riwayat: Sequence[Peristiwa], petugas: str, sekarang: dt.datetime) -> Batal:
    """Work out how the last decision of a case is undone.

    Undone is what the same officer decided on the same day (WIB) and nobody has built upon: not
    the intake, not a step that took a register number or was recorded early, not the hand-over.

    Args:
        riwayat: all events of the case, oldest first.
        petugas: name of the officer who wants it back.
        sekarang: aware.

    Raises:
        RuleError: there is nothing to undo, or a rule stands against it.
    """
    gerak = [p for p in riwayat if p.langkah not in LANGKAH_KHUSUS]
    akhir = gerak[-1]
    if len(gerak) == 1 or akhir.hasil == HASIL_BATAL:
        raise RuleError("Tidak ada keputusan yang dapat dibatalkan pada permohonan ini.")
    if akhir.petugas != petugas:
        raise RuleError(
            f"Keputusan terakhir dicatat oleh {akhir.petugas}; hanya petugas itu yang dapat "
            "membatalkannya."
        )
    if ke_wib(akhir.waktu).date() != ke_wib(sekarang).date():
        raise RuleError("Keputusan hari sebelumnya tidak dapat dibatalkan lagi.")
    if akhir.dari == akhir.ke or akhir.ke == SELESAI or sop.get_langkah(akhir.langkah).nomor_buku:
        raise RuleError(
            "Langkah ini sudah tercatat di buku atau didahulukan, jadi tidak dapat dibatalkan."
        )
    sebelum = list_yang_berlaku(gerak[:-1])
    datang = next(p for p in reversed(sebelum) if p.ke == akhir.dari and p.dari != p.ke)
    hasil = sop.get_langkah(datang.langkah).get_hasil(datang.hasil)
    status = hasil.status or _status_menunggu(sop, akhir.dari)
    sejak = max(p.waktu for p in gerak if p.urut <= datang.urut)
    return Batal(akhir, status, hasil.menunggu, sejak)


def check_peran(langkah: Langkah, peran: Peran) -> None:
    """Refuse a role that does not record this step.

    Raises:
        RuleError: names the role that does.
    """
    if peran not in langkah.peran:
        berhak = " atau ".join(sorted(p.nama for p in langkah.peran))
        raise RuleError(
            f'Langkah "{langkah.kegiatan}" dicatat oleh {berhak}. '
            f"Ganti petugas dengan F12, lalu ulangi."
        )


def list_yang_berlaku(riwayat: Sequence[Peristiwa]) -> list[Peristiwa]:
    """The moves that still count, oldest first.

    An undone move and its undoing are left out, and so is what is told beside the steps.
    """
    berlaku: list[Peristiwa] = []
    for peristiwa in riwayat:
        if peristiwa.langkah in LANGKAH_KHUSUS:
            continue
        if peristiwa.hasil == HASIL_BATAL:
            berlaku.pop()
        else:
            berlaku.append(peristiwa)
    return berlaku


def _status_menunggu(sop: Sop, posisi: str) -> str:
    return "Selesai, sudah diserahkan" if posisi == SELESAI else sop.get_langkah(posisi).status


def _list_sudah_dahulu(posisi: str, riwayat: Sequence[Peristiwa]) -> dict[str, str]:
    """Steps recorded early since the case last came to `posisi`: step id -> outcome id.

    Going back voids them: corrected data must be verified and uploaded anew.
    """
    sudah: dict[str, str] = {}
    for peristiwa in reversed(list_yang_berlaku(riwayat)):
        if peristiwa.dari != posisi or peristiwa.langkah == posisi:
            break
        sudah[peristiwa.langkah] = peristiwa.hasil
    return sudah


def _lewati_sudah_dahulu(sop: Sop, posisi: str, hasil: Hasil, riwayat: Sequence[Peristiwa]) -> str:
    ke = hasil.ke
    sudah = {} if hasil.mundur else _list_sudah_dahulu(posisi, riwayat)
    while ke in sudah:
        ke = sop.get_langkah(ke).get_hasil(sudah.pop(ke)).ke
    return ke


def _alasan_tidak_terbuka(sop: Sop, posisi: str, langkah_id: str) -> str:
    sekarang = sop.get_langkah(posisi)
    try:
        diminta = sop.get_langkah(langkah_id)
    except KeyError:
        return "Langkah itu tidak ada dalam SOP permohonan ini."
    urutan = [langkah.id for langkah in sop.langkah]
    if urutan.index(langkah_id) < urutan.index(posisi):
        return (
            f'Langkah "{diminta.kegiatan}" sudah dilewati. Permohonan ini sekarang menunggu: '
            f'"{sekarang.kegiatan}".'
        )
    return (
        f'Langkah "{diminta.kegiatan}" belum boleh dicatat. Selesaikan dulu: "{sekarang.kegiatan}".'
    )

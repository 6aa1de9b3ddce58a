"""What SIAK and Dispendukcapil said of a case, read from its steps and from its story.

Another office decides a step that has standard reasons of refusal (`Langkah.tolak`): each of its
outcomes is that office's word. So is the outcome of a step whose fields hold a number that the
other system gave; such a field is known by its id, which begins with `AWALAN_REFERENSI`. Sending
a case back without such reasons is our own doing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import LANGKAH_KHUSUS, list_yang_berlaku
from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import parse_tanggal, tanggal_pendek
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sooko_desk.domain.permohonan import Peristiwa
    from sooko_desk.domain.sop import Hasil, Isian, Langkah, Pilihan, Sop

SIAK = "siak"
DISPENDUKCAPIL = "dispendukcapil"
NAMA_SISTEM = {SIAK: "SIAK", DISPENDUKCAPIL: "Dispendukcapil"}
"""What a system is called; the label of its word in the story."""

AWALAN_REFERENSI = "nomor_referensi"
"""How the id of a field begins that holds a number given by the other system."""

TANPA_KABAR = KeadaanLuar("", "", "")
"""Stored in place of a word that is taken back, where there was none before."""

LABEL_REFERENSI, LABEL_TANGGAL = "Nomor referensi", "Tanggal"


@dataclass(frozen=True, slots=True)
class Penolakan:
    """A refusal that the office has to mend.

    Attributes:
        langkah: name of the step that was refused.
        hasil: words of the outcome, e.g. "Ditolak verifikator".
        alasan: standard reason and free words.
        saat: aware UTC, when it was written down.
    """

    langkah: str
    hasil: str
    alasan: str
    saat: dt.datetime


def get_sistem(langkah: Langkah) -> str:
    """Whose word the outcome of a step is: `SIAK` or `DISPENDUKCAPIL`."""
    return DISPENDUKCAPIL if langkah.bagian == "luar" else SIAK


def find_referensi(daftar: Sequence[Isian], isian: Mapping[str, str]) -> str:
    """The number that the other system gave, among the values of a step; "" = none.

    Args:
        daftar: the fields of the step.
        isian: their values by id.
    """
    nilai = (isian.get(i.id, "") for i in daftar if i.id.startswith(AWALAN_REFERENSI))
    return next(filter(None, nilai), "")


def keadaan_hasil(
    langkah: Langkah,
    hasil: Hasil,
    referensi: str,
    tanggal: dt.date,
    sebelum: KeadaanLuar | None,
) -> KeadaanLuar | None:
    """What an outcome says of the case in the other system; None = nothing.

    The code is that of step and outcome: it may not stand in the office's table of states.

    Args:
        referensi: see `find_referensi`; "" keeps the number that this system gave before.
        tanggal: the day of the outcome (WIB).
        sebelum: what was said before.
    """
    bernomor = any(i.id.startswith(AWALAN_REFERENSI) for i in langkah.isian)
    if not (langkah.tolak or (bernomor and not hasil.mundur)):
        return None
    sistem = get_sistem(langkah)
    if not referensi and sebelum is not None and sebelum.sistem == sistem:
        referensi = sebelum.referensi
    kode = f"{langkah.id}.{hasil.id}"
    return KeadaanLuar(sistem, kode, hasil.label, referensi, tanggal)


def susun_rincian_luar(luar: KeadaanLuar) -> dict[str, str]:
    """How the story of an event beside the steps tells it; read again by `baca_luar`."""
    rincian = {NAMA_SISTEM[luar.sistem]: luar.nama}
    if luar.referensi:
        rincian[LABEL_REFERENSI] = luar.referensi
    if luar.tanggal:
        rincian[LABEL_TANGGAL] = tanggal_pendek(luar.tanggal)
    return rincian


def baca_luar(sop: Sop, riwayat: Sequence[Peristiwa]) -> KeadaanLuar | None:
    """What was said last, from the story alone; what an undone decision said does not count.

    Args:
        riwayat: oldest first.
    """
    khusus = [p for p in riwayat if p.langkah in LANGKAH_KHUSUS]
    luar: KeadaanLuar | None = None
    for peristiwa in sorted((*khusus, *list_yang_berlaku(riwayat)), key=lambda p: p.urut):
        luar = _baca_satu(sop, peristiwa, luar) or luar
    return luar


def find_penolakan(sop: Sop, riwayat: Sequence[Peristiwa]) -> Penolakan | None:
    """The refusal by SIAK, verifier or Dispendukcapil that the office has to mend now.

    None when the last decision that stands is none, or when somebody else has the case.

    Args:
        riwayat: oldest first.
    """
    berlaku = list_yang_berlaku(riwayat)
    if not berlaku or berlaku[-1].ke == SELESAI:
        return None
    akhir = berlaku[-1]
    langkah = sop.get_langkah(akhir.langkah)
    hasil = langkah.get_hasil(akhir.hasil)
    if not (langkah.tolak and hasil.mundur) or hasil.menunggu:
        return None
    return Penolakan(langkah.nama, hasil.label, akhir.alasan, akhir.waktu)


def list_tujuan_tolak(sop: Sop) -> frozenset[str]:
    """Ids of the steps that a refused case goes back to."""
    return frozenset(
        h.ke for langkah in sop.langkah if langkah.tolak for h in langkah.hasil if h.mundur
    )


def gabung_alasan(baku: Pilihan | None, bebas: str) -> str:
    """Standard reason and free words as one, e.g. "Data tidak sesuai dokumen: nama ibu".

    `find_baku` finds the standard reason again.
    """
    if baku is None:
        return bebas
    kata = f"{baku.nama[:1].upper()}{baku.nama[1:]}"
    return f"{kata}: {bebas}" if bebas else kata


def find_baku(tolak: Sequence[Pilihan], alasan: str) -> Pilihan | None:
    """The standard reason with which a stored reason begins; None = free words only."""
    kecil = alasan.casefold()
    cocok = [
        p for p in tolak if kecil == p.nama.casefold() or kecil.startswith(f"{p.nama.casefold()}: ")
    ]
    return max(cocok, key=lambda p: len(p.nama), default=None)


def _baca_satu(sop: Sop, p: Peristiwa, sebelum: KeadaanLuar | None) -> KeadaanLuar | None:
    if p.langkah in LANGKAH_KHUSUS:
        return _baca_rincian(p)
    langkah = sop.get_langkah(p.langkah)
    referensi = find_referensi(
        langkah.isian, {i.id: p.rincian.get(i.label, "") for i in langkah.isian}
    )
    tanggal = ke_wib(p.waktu).date()
    return keadaan_hasil(langkah, langkah.get_hasil(p.hasil), referensi, tanggal, sebelum)


def _baca_rincian(p: Peristiwa) -> KeadaanLuar | None:
    for sistem, nama in NAMA_SISTEM.items():
        if kata := p.rincian.get(nama):
            luar = KeadaanLuar(sistem, p.hasil, kata, p.rincian.get(LABEL_REFERENSI, ""))
            tanggal = p.rincian.get(LABEL_TANGGAL)
            return replace(luar, tanggal=parse_tanggal(tanggal)) if tanggal else luar
    return None

"""Words and tones that several screens share, so that one thing looks the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_ASLI
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import jam, tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.waktu_sop import KeadaanWaktu
from sooko_desk.ui.kit.garis_waktu import ButirRiwayat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import Peristiwa, Permohonan, RingkasanPermohonan
    from sooko_desk.domain.sop import Sop

NADA_WAKTU = {
    KeadaanWaktu.TEPAT: Nada.SELESAI,
    KeadaanWaktu.DEKAT: Nada.PERINGATAN,
    KeadaanWaktu.LEWAT: Nada.BAHAYA,
    KeadaanWaktu.TANPA: Nada.NETRAL,
}
RINCIAN_TERBANYAK = 4
"""A step that recorded more than this is told by the count; the form itself shows the rest."""
KATA_ASLI = {
    "dikembalikan": "Asli dikembalikan",
    "ditarik": "Asli ditarik",
    HASIL_BATAL: "Pencatatan asli dibatalkan",
}

KATA_WAKTU = {
    KeadaanWaktu.TEPAT: "tepat waktu",
    KeadaanWaktu.DEKAT: "hampir habis",
    KeadaanWaktu.LEWAT: "terlambat",
    KeadaanWaktu.TANPA: "",
}


def sebut_saat(saat: dt.datetime) -> str:
    """Date and time in WIB, e.g. "21/11/2026 09.05"."""
    wib = ke_wib(saat)
    return f"{tanggal_pendek(wib.date())} {jam(wib)}"


def nada_status(r: RingkasanPermohonan) -> Nada:
    """Tone of a case's status chip."""
    if r.posisi == SELESAI:
        return Nada.SELESAI
    if r.menunggu == "pemohon":
        return Nada.PERINGATAN
    return Nada.INFO if r.menunggu else Nada.PROSES


def group_nomor(digits: str) -> str:
    """A NIK or No KK in groups of four for reading beside the paper; "–" when empty."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4)) or "–"


def list_riwayat(permohonan: Permohonan, sop: Sop) -> tuple[ButirRiwayat, ...]:
    """The story of a case, oldest first."""
    return tuple(_butir(p, sop) for p in permohonan.riwayat)


def _butir(p: Peristiwa, sop: Sop) -> ButirRiwayat:
    if p.langkah == LANGKAH_ASLI or p.hasil == HASIL_BATAL:
        return _butir_khusus(p, sop)
    langkah = sop.get_langkah(p.langkah)
    hasil = langkah.get_hasil(p.hasil)
    if len(p.rincian) > RINCIAN_TERBANYAK:
        catatan = [f"{len(p.rincian)} isian dicatat"]
    else:
        catatan = [f"{label}: {isi}" for label, isi in p.rincian.items()]
    if p.alasan:
        catatan.insert(0, p.alasan)
    return ButirRiwayat(
        waktu=sebut_saat(p.waktu),
        siapa=f"{p.petugas} ({p.peran.nama})",
        langkah=langkah.nama,
        hasil=hasil.label,
        catatan=". ".join(catatan),
        nada=Nada.PERINGATAN if hasil.mundur else Nada.SELESAI,
    )


def _butir_khusus(p: Peristiwa, sop: Sop) -> ButirRiwayat:
    """An event that is no outcome of a step: an undone decision, originals that left."""
    if p.langkah == LANGKAH_ASLI:
        langkah, hasil = "Berkas asli", KATA_ASLI[p.hasil]
    else:
        langkah, hasil = sop.get_langkah(p.langkah).nama, "Keputusan dibatalkan"
    return ButirRiwayat(
        waktu=sebut_saat(p.waktu),
        siapa=f"{p.petugas} ({p.peran.nama})",
        langkah=langkah,
        hasil=hasil,
        catatan=". ".join(f"{label}: {isi}" for label, isi in p.rincian.items()),
        nada=Nada.PERINGATAN if p.hasil == HASIL_BATAL else Nada.INFO,
    )

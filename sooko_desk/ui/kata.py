"""Words and tones that several screens share, so that one thing looks the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import sebut_dibatasi
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.cetak_cerita import JenisCerita
from sooko_desk.services.jadwal import sebut_menit
from sooko_desk.services.waktu_sop import KATA_GANGGUAN, KeadaanWaktu
from sooko_desk.ui.kit.garis_waktu import ButirRiwayat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.services.cetak_cerita import BarisCerita
    from sooko_desk.services.waktu_sop import WaktuLangkah

NADA_WAKTU = {
    KeadaanWaktu.TEPAT: Nada.SELESAI,
    KeadaanWaktu.DEKAT: Nada.PERINGATAN,
    KeadaanWaktu.LEWAT: Nada.BAHAYA,
    KeadaanWaktu.TANPA: Nada.NETRAL,
}
NADA_CERITA = {
    JenisCerita.MAJU: Nada.SELESAI,
    JenisCerita.MUNDUR: Nada.PERINGATAN,
    JenisCerita.BATAL: Nada.PERINGATAN,
    JenisCerita.CATATAN: Nada.INFO,
    JenisCerita.CETAKAN: Nada.NETRAL,
}
RINCIAN_TERBANYAK = 4
"""A step that recorded more than this is told by the count; the form itself shows the rest."""
KATA_WAKTU = {
    KeadaanWaktu.TEPAT: "tepat waktu",
    KeadaanWaktu.DEKAT: "hampir habis",
    KeadaanWaktu.LEWAT: "terlambat",
    KeadaanWaktu.TANPA: "",
}
KATA_PIHAK = {"pemohon": "dikembalikan ke pemohon", "dispendukcapil": "di Dispendukcapil"}
"""Where a case is that somebody outside the office has (`RingkasanPermohonan.menunggu`)."""
MENIT_SEJAM = 60
MENIT_HARI_KERJA = 450
"""37.5 hours a week on five days, the normal hours of the Mojokerto offices (jam_kerja.toml)."""
MENIT_TERBANYAK = 120
"""A stay longer than this is told in hours and days: nobody divides 2,700 minutes in his head."""
HARI_TERBANYAK = 99
"""What the narrow column has room for; the open case tells the days in full."""


def sebut_lama(menit: int) -> str:
    """Office minutes, e.g. "45 menit", "2 jam 5 menit"; from a day on "6 hari kerja 3 jam"."""
    if menit < MENIT_HARI_KERJA:
        return sebut_menit(menit)
    hari, sisa = divmod(menit, MENIT_HARI_KERJA)
    jam = sisa // MENIT_SEJAM
    return f"{hari} hari kerja {jam} jam" if jam else f"{hari} hari kerja"


def sebut_waktu(waktu: WaktuLangkah) -> str:
    """A stay and its norm, e.g. "12 dari 10 menit", "6 hari kerja 3 jam, batas 10 menit"."""
    if waktu.norma is None or waktu.bagian is None or waktu.menit <= MENIT_TERBANYAK:
        return waktu.kata
    kata = f"{sebut_lama(waktu.menit)}, batas {sebut_lama(waktu.norma)}"
    return f"{kata}, {KATA_GANGGUAN}" if waktu.gangguan else kata


def ringkas_waktu(waktu: WaktuLangkah) -> str:
    """The same for a narrow column: "12/10" minutes, "5 jam", "6 hari"; "–" without a norm."""
    if waktu.bagian is None:
        return "–"
    if waktu.menit <= MENIT_TERBANYAK:
        return f"{waktu.menit}/{waktu.norma}"
    if waktu.menit < MENIT_HARI_KERJA:
        return f"{waktu.menit // MENIT_SEJAM} jam"
    hari = waktu.menit // MENIT_HARI_KERJA
    return f"{hari} hari" if hari <= HARI_TERBANYAK else f"{HARI_TERBANYAK}+ hr"


def nada_status(r: RingkasanPermohonan) -> Nada:
    """Tone of a case's status chip."""
    if r.posisi == SELESAI:
        return Nada.SELESAI
    if r.menunggu == "pemohon":
        return Nada.PERINGATAN
    return Nada.INFO if r.menunggu else Nada.PROSES


def sebut_hak(langkah: Langkah, r: RingkasanPermohonan) -> str:
    """Why an open step has no button for the officer at work."""
    if r.dibatasi:
        return sebut_dibatasi(r.kode_pindai)
    peran = " atau ".join(sorted(p.nama for p in langkah.peran))
    return f"Langkah ini dicatat oleh {peran}. Ganti petugas dengan F12."


def group_nomor(digits: str) -> str:
    """A NIK or No KK in groups of four for reading beside the paper; "–" when empty."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4)) or "–"


def list_riwayat(cerita: Sequence[BarisCerita]) -> tuple[ButirRiwayat, ...]:
    """The story of a case as the screen shows it, oldest first."""
    return tuple(map(_butir, cerita))


def _butir(b: BarisCerita) -> ButirRiwayat:
    catatan = b.catatan
    langkah = b.jenis in (JenisCerita.MAJU, JenisCerita.MUNDUR)
    if langkah and len(b.rincian) > RINCIAN_TERBANYAK:
        isian = f"{len(b.rincian)} isian dicatat"
        catatan = b.beri_tanda(". ".join(x for x in (b.alasan, isian) if x))
    return ButirRiwayat(
        sebut_saat(b.waktu), b.siapa, b.langkah, b.hasil, catatan, NADA_CERITA[b.jenis]
    )

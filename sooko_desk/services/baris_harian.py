"""The lines of the daily book: one event each, in the words of the case's own story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.kiriman import RINCIAN_NOMOR
from sooko_desk.domain.alur import (
    HASIL_BATAL,
    LANGKAH_KHUSUS,
    LANGKAH_KOREKSI,
    LANGKAH_LAMPIRAN,
    LANGKAH_TEMPAT,
)
from sooko_desk.domain.digit import samarkan_nomor
from sooko_desk.domain.pengambilan import BAGIAN_SERAH, ISIAN_NAMA
from sooko_desk.domain.tanggal import jam, sebut_saat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.domain.jam import Keraguan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.services.cetak_cerita import BarisCerita, CetakCeritaService
    from sooko_desk.services.hitung_kejadian import Kejadian
    from sooko_desk.services.rak import RakService

TANPA_BARIS = frozenset({LANGKAH_LAMPIRAN, LANGKAH_TEMPAT})
"""Steps of events that are counted and have no line: scans and places of papers."""
KURANG = "Kurang"


class BarisHarian:
    """Writes the lines."""

    def __init__(self, rak: RakService, cerita: CetakCeritaService) -> None:
        self._rak = rak
        self._cerita = cerita

    def susun(self, semua: Sequence[Kejadian], *, bertanggal: bool) -> tuple[tuple[str, ...], ...]:
        """A row of words for each event that has a line, in the columns `kolom_laporan.KEJADIAN`.

        Args:
            semua: the events in their order.
            bertanggal: they are of other days: the day is told.
        """
        sebut = sebut_saat if bertanggal else jam
        keraguan = self._cerita.keraguan()
        tampil = (k for k in semua if k.peristiwa.langkah not in TANPA_BARIS)
        return tuple(
            (str(nomor), sebut(k.peristiwa.waktu), *self._kata(k, keraguan), k.peristiwa.petugas)
            for nomor, k in enumerate(tampil, start=1)
        )

    def _kata(self, k: Kejadian, keraguan: Keraguan) -> tuple[str, str, str, str]:
        sop = self._rak.get(k.kasus.sop_sidik)
        cerita = self._cerita.sebut_kejadian(sop, k.peristiwa, keraguan)
        keterangan = cerita.beri_tanda("; ".join(filter(None, _keterangan(sop, k, cerita))))
        kejadian = cerita.hasil if k.pertama else f"{cerita.langkah}: {cerita.hasil}"
        return k.kasus.kode_pindai, k.kasus.pemohon.nama, kejadian, samarkan_nomor(keterangan)


def _keterangan(sop: Sop, k: Kejadian, cerita: BarisCerita) -> Iterator[str]:
    """What is told beside the outcome; values that were entered are not repeated."""
    p = k.peristiwa
    if k.pertama:
        yield f"{k.kasus.jenis_kode} {k.kasus.jenis_nama}"
    if p.langkah == LANGKAH_KOREKSI:
        yield ", ".join(p.rincian)
    elif p.langkah in LANGKAH_KHUSUS:
        yield ". ".join(f"{label}: {isi}" for label, isi in cerita.rincian)
    else:
        yield k.nomor_register
        yield p.rincian.get(RINCIAN_NOMOR, "")
        yield _sebut_pengambil(sop, k)
        if kurang := p.rincian.get(KURANG):
            yield f"{KURANG}: {kurang}"
    yield p.alasan


def _sebut_pengambil(sop: Sop, k: Kejadian) -> str:
    p = k.peristiwa
    langkah = sop.get_langkah(p.langkah)
    if langkah.bagian != BAGIAN_SERAH or p.hasil == HASIL_BATAL:
        return ""
    label = next((i.label for i in langkah.isian if i.id == ISIAN_NAMA), "")
    nama = p.rincian.get(label, "")
    return f"diambil {nama}" if nama else ""

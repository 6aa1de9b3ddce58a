"""A document built again from what the print log keeps of it, on the same paper or another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sooko_desk.domain.errors import RuleError
from sooko_desk.printing.kertas import A4, A5, F4, FOLIO, HANYA_A4, LEMBAR_BESAR, PARUH
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.services.rujukan import baca_rujukan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen

    Isi = Mapping[str, Any]
    Bangun = Callable[[Isi, Kertas | None], Dokumen]

KERTAS_DOKUMEN: dict[str, tuple[Kertas, ...]] = {
    "tanda_bukti": PARUH,
    "tanda_terima": PARUH,
    "lembar_kode": HANYA_A4,
    "blangko": PARUH,
    "lembar_kekurangan": (A4, A5, F4, FOLIO),
    **dict.fromkeys((kode.id_dokumen for kode in KodeFormulir), HANYA_A4),
}
"""Kind of document to the papers that it has a layout for, its own first; else `LEMBAR_BESAR`."""


def list_kertas(dokumen: str) -> tuple[Kertas, ...]:
    """The papers that a kind of document has a layout for, upright, its own first."""
    return KERTAS_DOKUMEN.get(dokumen, LEMBAR_BESAR)


class CetakUlangService:
    """Reads only: no number is given, nothing is recorded."""

    def __init__(self, meja: Meja) -> None:
        self._meja = meja
        self._bangun: dict[str, Bangun] = {
            "tanda_bukti": self._tanda_bukti,
            "blangko": self._blangko,
            "register": self._register,
            "lembar_sop": self._lembar_sop,
            "lembar_kekurangan": self._lembar_kekurangan,
            "daftar_asli": self._daftar_asli,
            "daftar_pengiriman": self._daftar_pengiriman,
            "lembar_kepatuhan": self._kepatuhan,
            "cerita": self._cerita,
            "tanda_terima": self._tanda_terima,
            "daftar_belum_diambil": self._daftar_belum_diambil,
            "buku_harian": self._buku_harian,
            "laporan_bulanan": self._laporan_bulanan,
            "berita_acara": self._berita_acara,
            "insiden": self._insiden,
            **{kode.id_dokumen: self._formulir for kode in KodeFormulir},
        }

    def can_build(self, rujukan: str) -> bool:
        """Whether a line of the print log leads back to its document."""
        return baca_rujukan(rujukan).get("dokumen") in self._bangun

    def build(self, rujukan: str, kertas: Kertas | None = None) -> Dokumen:
        """Build the document that a reference names, as it is today.

        Args:
            rujukan: as of `Dokumen.rujukan`.
            kertas: one of `list_kertas`; None = the document's own.

        Raises:
            RuleError: the reference leads nowhere, or the document's own builder refuses.
        """
        isi = baca_rujukan(rujukan)
        bangun = self._bangun.get(isi.get("dokumen", ""))
        if bangun is None:
            raise RuleError(
                "Cetakan ini tidak dapat dibuat ulang dari riwayat. "
                "Buka dokumennya dari tempat asalnya, lalu cetak."
            )
        return bangun(isi, kertas)

    def _tanda_bukti(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.pencetakan.build_tanda_bukti_bersama(isi["permohonan"], kertas)

    def _blangko(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.blangko.build(isi["token"], kertas)

    def _register(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.buku.build(isi["layanan"], isi["tahun"], isi["halaman"], kertas)

    def _lembar_sop(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        sop = self._meja.rak.get(isi["sidik"])
        return self._meja.pencetakan.build_lembar_sop(sop, kertas)

    def _lembar_kekurangan(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.cetak_kekurangan.build_lembar(isi["permohonan"], kertas)

    def _daftar_asli(self, _isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.cetak_kekurangan.build_daftar_asli(kertas)

    def _daftar_pengiriman(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.kiriman.cetak.build_daftar(isi["kiriman"], kertas)

    def _kepatuhan(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        if "permohonan" in isi:
            return self._meja.kepatuhan.build_permohonan(isi["permohonan"], kertas)
        return self._meja.kepatuhan.build_bulan(isi["layanan"], isi["tahun"], isi["bulan"], kertas)

    def _cerita(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.cetak_cerita.build_cerita(isi["permohonan"], kertas)

    def _tanda_terima(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        [satu] = isi["permohonan"]
        return self._meja.pengambilan.build_tanda_terima(satu, kertas)

    def _daftar_belum_diambil(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.pengambilan.build_daftar(isi["permohonan"], isi["saringan"], kertas)

    def _buku_harian(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        tanggal = dt.date.fromisoformat(isi["tanggal"])
        return self._meja.laporan.harian.build_dokumen(tanggal, kertas)

    def _laporan_bulanan(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.laporan.bulanan.build_dokumen(isi["tahun"], isi["bulan"], kertas)

    def _berita_acara(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.berita_acara.build_dokumen(isi["tahun"], isi["bulan"], kertas)

    def _insiden(self, isi: Isi, kertas: Kertas | None) -> Dokumen:
        return self._meja.insiden.build_dokumen(isi["kejadian"], kertas)

    def _formulir(self, isi: Isi, _kertas: Kertas | None) -> Dokumen:
        kode = next(k for k in KodeFormulir if k.id_dokumen == isi["dokumen"])
        if isi["permohonan"] is None:
            return self._meja.cetak_formulir.build_kosong(kode)
        return self._meja.cetak_formulir.build(kode, isi["permohonan"])

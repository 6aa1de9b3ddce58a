"""The sheet of a recovery code; for paper only: a saved file would lie beside the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.kode_pemulihan import list_kelompok
from sooko_desk.domain.tanggal import sebut_saat_panjang
from sooko_desk.services.pencetakan import Dokumen

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.kunci_kertas import KodeBaru


class CetakKodeService:
    """Builds the sheet from a code that is not stored anywhere."""

    def __init__(self, kop: KopDokumen) -> None:
        self._kop = kop

    def build(self, kode: KodeBaru, petugas: Petugas) -> Dokumen:
        """Two half sheets on A4, for two sealed envelopes."""
        from sooko_desk.printing import lembar_kode

        data = lembar_kode.LembarKodeData(
            kop=self._kop.kop(kode.dibuat),
            kode=" ".join(list_kelompok(kode.kode)),
            nomor=kode.nomor,
            dibuat=sebut_saat_panjang(kode.dibuat),
            register=sebut_register(kode.kantor),
            kasi=petugas.nama,
        )
        return Dokumen(
            "lembar_kode",
            "Kode pemulihan register",
            "kode-pemulihan.pdf",
            lembar_kode.render(data),
            boleh_simpan=False,
        )


def sebut_register(kantor: str) -> str:
    """The first eight of an office's 32 hex digits, e.g. "3F2A-91BC": enough to tell two apart."""
    awal = kantor[:8].upper()
    return f"{awal[:4]}-{awal[4:]}"

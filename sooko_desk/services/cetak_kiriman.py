"""A daftar pengiriman as a document and as a spreadsheet, built from what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tanggal import sebut_saat_panjang
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.kiriman import BarisKiriman
    from sooko_desk.printing.daftar_pengiriman import BarisKirim, DaftarPengirimanData
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

KIRIMAN_ULANG = "Kiriman ulang"
"""Noted at a case that went out before and came back: the office there has met it already."""


class CetakKiriman:
    """Builds both forms of a list; the second print is like the first."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, kop: KopDokumen) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}

    def build_daftar(self, kiriman_id: int, kertas: Kertas | None = None) -> Dokumen:
        """The list as PDF.

        Raises:
            RuleError: there is no such list.
        """
        from sooko_desk.printing import daftar_pengiriman

        data = self._data(kiriman_id)
        return Dokumen(
            "daftar_pengiriman",
            f"Daftar pengiriman {data.nomor}",
            f"{_nama_berkas(data.nomor)}.pdf",
            daftar_pengiriman.render(pada_kertas(data, kertas)),
            rujukan=susun_rujukan("daftar_pengiriman", kiriman=kiriman_id),
            orang=len(data.baris),
        )

    def build_xlsx(self, kiriman_id: int) -> Dokumen:
        """The list as a spreadsheet, the NIK masked as on paper.

        Raises:
            RuleError: there is no such list.
        """
        from sooko_desk.printing import daftar_pengiriman_xlsx

        data = self._data(kiriman_id)
        return Dokumen(
            "daftar_pengiriman_xlsx",
            f"Daftar pengiriman {data.nomor}",
            f"{_nama_berkas(data.nomor)}.xlsx",
            daftar_pengiriman_xlsx.render(data),
            orang=len(data.baris),
        )

    def _data(self, kiriman_id: int) -> DaftarPengirimanData:
        from sooko_desk.printing.daftar_pengiriman import DaftarPengirimanData

        kiriman = self._store.kiriman.get(kiriman_id)
        baris = self._store.kiriman.list_baris(kiriman_id)
        ulang = self._store.kiriman.list_ulang(kiriman_id)
        sop = self._rak.get(baris[0].permohonan.sop_sidik)
        return DaftarPengirimanData(
            kop=self._kop.kop(kiriman.waktu, sop),
            nama_layanan=sop.nama_layanan,
            nomor=kiriman.nomor,
            dikirim=sebut_saat_panjang(kiriman.waktu),
            cara=kiriman.cara,
            baris=tuple(self._baris(b, ulang=b.permohonan.id in ulang) for b in baris),
            tempat_tanggal=self._kop.tempat_tanggal(kiriman.waktu),
            pengirim=kiriman.petugas,
            penerima=kiriman.penerima,
        )

    def _baris(self, b: BarisKiriman, *, ulang: bool) -> BarisKirim:
        from sooko_desk.printing.daftar_pengiriman import BarisKirim

        r = b.permohonan
        return BarisKirim(
            nomor_tanda_bukti=r.nomor_tanda_bukti,
            nomor_register=r.nomor_register,
            nama=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            desa=self._nama_desa.get(r.pemohon.desa, r.pemohon.desa),
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            keterangan=KIRIMAN_ULANG if ulang else "",
        )


def _nama_berkas(nomor: str) -> str:
    """The number without what a file name cannot hold, e.g. "DP-KTP-3-2026"."""
    return "".join(h if h.isalnum() else "-" for h in nomor)

"""Stored data to documents, and the print log. Everything is stored before it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import CetakanBaru
from sooko_desk.domain import kelengkapan
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import (
    hari_tanggal,
    jam,
    tanggal_panjang,
    tanggal_pendek,
)
from sooko_desk.domain.waktu import hari_ini, ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.perintah import BarisCetakan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import (
        BarisRegister,
        Permohonan,
        Petugas,
        RingkasanPermohonan,
    )
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.buku_register import HalamanRegisterData
    from sooko_desk.printing.tanda_tangan import PenandaTangan
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

BATAS_RIWAYAT = 200
TEMPAT = "Sooko"
JABATAN_REGISTER = "Kepala Seksi Pelayanan"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A document ready for preview and printer.

    Attributes:
        id: kind of document, e.g. "tanda_bukti"; the printer is remembered per kind.
        judul: title of the window and of the print job; holds no personal data.
        nama_berkas: proposed file name, safe on Windows.
    """

    id: str
    judul: str
    nama_berkas: str
    isi: bytes
    permohonan_id: int | None = None


class PencetakanService:
    """Builds documents from what is stored. Printing modules are imported on first use."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}
        self._nama_hubungan = {p.kode: p.nama for p in tabel.hubungan_pembawa}
        self._clock = clock

    def build_tanda_bukti(self, permohonan_id: int) -> Dokumen:
        """The receipt of a case; from the second print on it says "SALINAN ke-n"."""
        from sooko_desk.printing import tanda_bukti

        permohonan = self._store.permohonan.get(permohonan_id)
        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        data = tanda_bukti.TandaBuktiData(
            kop=sop.lembar.kop,
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            kode_pindai=r.kode_pindai,
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            diterima=_saat_panjang(r.diterima),
            nama_pemohon=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            nkk_tersamar=samarkan(r.pemohon.nkk),
            alamat=_alamat(r),
            desa=self._desa(r),
            pembawa=permohonan.pembawa.nama,
            hubungan_pembawa=self._nama_hubungan.get(permohonan.pembawa.hubungan, ""),
            telepon=r.pemohon.telepon or permohonan.pembawa.telepon,
            pengantar=_pengantar(permohonan),
            berkas=tuple(
                tanda_bukti.BarisBerkas(b.nama, b.ada, b.catatan)
                for b in kelengkapan.list_untuk_tanda_bukti(permohonan.berkas)
            ),
            petugas=permohonan.riwayat[0].petugas,
            waktu_sop=_waktu_sop(sop),
            langkah=tuple(t.nama for t in sop.langkah if t.nomor is not None),
            salinan=self._store.cetakan.count_keluar(permohonan_id, "tanda_bukti"),
        )
        return Dokumen(
            "tanda_bukti",
            f"Tanda bukti penerimaan {r.kode_pindai}",
            f"tanda-bukti-{r.kode_pindai}.pdf",
            tanda_bukti.render(data),
            permohonan_id,
        )

    def build_tanda_bukti_bersama(self, permohonan_id: Sequence[int]) -> Dokumen:
        """The receipts of several cases (a batch from one village) in one document."""
        from sooko_desk.printing.gabung import gabung

        satu = [self.build_tanda_bukti(nomor) for nomor in permohonan_id]
        if len(satu) == 1:
            return satu[0]
        return Dokumen(
            "tanda_bukti",
            f"{len(satu)} tanda bukti penerimaan",
            f"tanda-bukti-{hari_ini(self._clock).isoformat()}.pdf",
            gabung([dokumen.isi for dokumen in satu]),
        )

    def build_register(self, layanan: str, tahun: int) -> Dokumen:
        """All pages of one register book; page n always holds the same rows.

        Raises:
            KeyError: the service was never known (a bug of the caller).
        """
        from sooko_desk.printing import buku_register

        data, judul, nama_berkas = self._data_register(layanan, tahun)
        return Dokumen("register", judul, f"{nama_berkas}.pdf", buku_register.render(data))

    def build_register_xlsx(self, layanan: str, tahun: int) -> Dokumen:
        """The same book as a spreadsheet, NIK and No KK masked as on paper.

        Raises:
            KeyError: the service was never known (a bug of the caller).
        """
        from sooko_desk.printing import buku_register_xlsx

        data, judul, nama_berkas = self._data_register(layanan, tahun)
        isi = buku_register_xlsx.render(data)
        return Dokumen("register_xlsx", judul, f"{nama_berkas}.xlsx", isi)

    def _data_register(self, layanan: str, tahun: int) -> tuple[HalamanRegisterData, str, str]:
        from sooko_desk.printing import buku_register

        sop = self._rak.find_terakhir(layanan)
        if sop is None:
            raise KeyError(layanan)
        baris = self._store.register.list_baris(layanan, tahun)
        data = buku_register.HalamanRegisterData(
            kop=sop.lembar.kop,
            judul=sop.nama_register.upper(),
            tahun=tahun,
            kolom=buku_register.KOLOM_KK,
            baris=tuple(self._baris_register(b) for b in baris),
            penanda_tangan=self._penanda_tangan(buku_register.PenandaTangan),
            jumlah_halaman=buku_register.hitung_halaman(len(baris)),
        )
        return data, f"{sop.nama_register} {tahun}", f"register-{layanan.lower()}-{tahun}"

    def build_lembar_sop(self, sop: Sop) -> Dokumen:
        """The SOP sheet in its own table form."""
        from sooko_desk.printing import lembar_sop

        efektif = sop.lembar.tanggal_efektif
        return Dokumen(
            "lembar_sop",
            f"SOP {sop.layanan}, efektif {tanggal_panjang(efektif)}",
            f"sop-{sop.layanan.lower()}-{efektif.isoformat()}.pdf",
            lembar_sop.render(sop),
        )

    def catat(
        self, dokumen: Dokumen, tujuan: str, salinan: int, hasil: str, petugas: Petugas
    ) -> None:
        """Record what became of a document.

        Args:
            tujuan: printer name, or "berkas".
            hasil: "tercetak", "belum_pasti", "tersimpan" or "gagal".
        """
        self._store.cetakan.catat(
            CetakanBaru(
                permohonan_id=dokumen.permohonan_id,
                dokumen=dokumen.id,
                judul=dokumen.judul,
                tujuan=tujuan,
                salinan=salinan,
                hasil=hasil,
                petugas=petugas,
                waktu=self._clock.now(),
            )
        )

    def list_cetakan(self) -> tuple[BarisCetakan, ...]:
        """The print log, newest first."""
        return self._store.cetakan.list_cetakan(BATAS_RIWAYAT)

    def _baris_register(self, b: BarisRegister) -> tuple[str, ...]:
        r = b.permohonan
        return (
            str(b.urut),
            b.nomor,
            tanggal_pendek(ke_wib(b.dicatat).date()),
            r.nomor_tanda_bukti,
            tanggal_pendek(ke_wib(r.diterima).date()),
            r.pemohon.nama,
            samarkan(r.pemohon.nik),
            samarkan(r.pemohon.nkk),
            self._desa(r),
            f"{r.jenis_kode} {r.jenis_nama}",
            b.dicatat_oleh,
            "",  # Keterangan is left for the pen
        )

    def _penanda_tangan(self, jenis: type[PenandaTangan]) -> PenandaTangan:
        kasi = [p for p in self._store.petugas.list_petugas() if p.peran is Peran.KASI]
        return jenis(
            tempat_tanggal=f"{TEMPAT}, {tanggal_panjang(hari_ini(self._clock))}",
            jabatan=JABATAN_REGISTER,
            nama=kasi[0].nama if kasi else "",
        )

    def _desa(self, r: RingkasanPermohonan) -> str:
        return self._nama_desa.get(r.pemohon.desa, r.pemohon.desa)


def _saat_panjang(saat: dt.datetime) -> str:
    wib = ke_wib(saat)
    return f"{hari_tanggal(wib.date())} pukul {jam(wib)} WIB"


def _alamat(r: RingkasanPermohonan) -> str:
    p = r.pemohon
    rt_rw = " ".join(x for x in (p.rt and f"RT {p.rt}", p.rw and f"RW {p.rw}") if x)
    return ", ".join(x for x in (p.alamat, rt_rw) if x)


def _pengantar(permohonan: Permohonan) -> str:
    surat = permohonan.pengantar
    bagian = (
        surat.nomor and f"No. {surat.nomor}",
        surat.tanggal and f"tgl {tanggal_pendek(surat.tanggal)}",
        surat.penanda_tangan and f"oleh {surat.penanda_tangan}",
    )
    return " ".join(x for x in bagian if x)


def _waktu_sop(sop: Sop) -> str:
    menit = sum(t.waktu_menit or 0 for t in sop.langkah if t.nomor is not None)
    kata = f"{menit} menit kerja menurut SOP {sop.lembar.nomor}"
    if any(t.waktu_menit is None for t in sop.langkah if t.nomor is not None):
        kata += "; selanjutnya oleh Dispendukcapil"
    return kata

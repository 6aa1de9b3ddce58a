"""Stored data to documents, and the print log. Everything is stored before it is printed.

`check_tercetak` keeps out of the register what paper could not show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import CetakanBaru
from sooko_desk.domain import kelengkapan
from sooko_desk.domain.digit import samarkan, sebut_karakter
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.permohonan import Cocok
from sooko_desk.domain.tanggal import (
    sebut_saat_panjang,
    tanggal_panjang,
    tanggal_pendek,
)
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sooko_desk.data.perintah import BarisCetakan, SaringCetakan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import (
        Berkas,
        Permohonan,
        Petugas,
        RingkasanPermohonan,
    )
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.tanda_bukti import TandaBuktiData
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

BATAS_RIWAYAT = 200


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A document ready for preview and printer.

    Attributes:
        id: kind of document, e.g. "tanda_bukti"; the printer is remembered per kind.
        judul: title of the window and of the print job; holds no personal data.
        nama_berkas: proposed file name, safe on Windows.
        permohonan_id: the case it belongs to; None = no case, or several.
        bagian: case and title of each part, when it holds the papers of several cases.
        boleh_simpan: False = goes to paper only, for it shows full numbers of people.
        rujukan: builds the same document again, see `services.rujukan`; "" = it cannot be.
        salinan: how often it went out before; from 1 on the paper says "SALINAN ke-n".
        orang: lines about people of a list: it is saved to a file only with the PIN of the Kasi;
            0 = it is about one case or nobody.
        dibatasi: lines of an official page about restricted cases: it stays as it was, and is
            shown and printed only with the PIN of the Kasi.
    """

    id: str
    judul: str
    nama_berkas: str
    isi: bytes
    permohonan_id: int | None = None
    bagian: tuple[tuple[int, str], ...] = ()
    boleh_simpan: bool = True
    rujukan: str = ""
    salinan: int = 0
    orang: int = 0
    dibatasi: int = 0


@dataclass(frozen=True, slots=True)
class CatatanCetak:
    """What the print log keeps besides document, printer and outcome.

    Attributes:
        alasan: why a copy was made.
        kertas: e.g. "A4".
        ulang_dari: case to the id of the failed line that this print repeats.
    """

    alasan: str = ""
    kertas: str = ""
    ulang_dari: Mapping[int | None, int] = field(default_factory=dict)


TANPA_CATATAN = CatatanCetak()


class PencetakanService:
    """Builds documents from what is stored. Printing modules are imported on first use."""

    def __init__(
        self, store: Store, rak: RakService, tabel: Tabel, clock: Clock, kop: KopDokumen
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}
        self._nama_hubungan = {p.kode: p.nama for p in tabel.hubungan_pembawa}
        self._clock = clock

    def build_tanda_bukti(self, permohonan_id: int) -> Dokumen:
        """The receipt of a case; from the second print on it says "SALINAN ke-n"."""
        return self.build_tanda_bukti_bersama((permohonan_id,))

    def build_tanda_bukti_bersama(
        self, permohonan_id: Sequence[int], kertas: Kertas | None = None
    ) -> Dokumen:
        """The receipts of several cases (a batch from one village) in one document."""
        from sooko_desk.printing import tanda_bukti

        semua = [self._store.permohonan.get(satu) for satu in permohonan_id]
        data = [pada_kertas(self._tanda_bukti(p), kertas) for p in semua]
        return susun_dokumen(
            "tanda_bukti",
            "Tanda bukti penerimaan",
            [p.ringkasan for p in semua],
            tanda_bukti.render(data),
            hari_ini(self._clock),
            max(d.salinan for d in data),
        )

    def _tanda_bukti(self, permohonan: Permohonan) -> TandaBuktiData:
        from sooko_desk.printing.tanda_bukti import BarisBerkas, TandaBuktiData

        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        return TandaBuktiData(
            kop=self._kop.kop(r.diterima, sop),
            catatan_kaki=self._kop.catatan_kaki(r.diterima),
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            kode_pindai=r.kode_pindai,
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            diterima=sebut_saat_panjang(r.diterima),
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
                BarisBerkas(b.nama, b.ada, _sebut_keadaan(b))
                for b in kelengkapan.list_untuk_tanda_bukti(permohonan.berkas)
            ),
            petugas=permohonan.riwayat[0].petugas,
            waktu_sop=_waktu_sop(sop),
            langkah=tuple(t.nama for t in sop.langkah if t.nomor is not None),
            salinan=self._store.cetakan.count_keluar(r.id, "tanda_bukti"),
        )

    def build_lembar_sop(self, sop: Sop, kertas: Kertas | None = None) -> Dokumen:
        """The SOP sheet in its own table form."""
        from sooko_desk.printing import lembar_sop

        efektif = sop.lembar.tanggal_efektif
        kop = self._kop.kop_lembar(sop, self._clock.now())
        return Dokumen(
            "lembar_sop",
            f"SOP {sop.layanan}, efektif {tanggal_panjang(efektif)}",
            f"sop-{sop.layanan.lower()}-{efektif.isoformat()}.pdf",
            lembar_sop.render(pada_kertas(lembar_sop.LembarSopData(sop, kop), kertas)),
            rujukan=susun_rujukan("lembar_sop", sidik=sop.sidik),
        )

    def catat(
        self,
        dokumen: Dokumen,
        tujuan: str,
        salinan: int,
        hasil: str,
        petugas: Petugas,
        lain: CatatanCetak = TANPA_CATATAN,
    ) -> dict[int | None, int]:
        """Record what became of a document: one line, or one of each case that it holds.

        Args:
            tujuan: printer name, or "berkas".
            hasil: "tercetak", "belum_pasti", "tersimpan" or "gagal".
            lain: what else is known of this print.

        Returns:
            Case (None = no case) to the id of its line.
        """
        waktu = self._clock.now()
        semua = [
            CetakanBaru(
                permohonan_id=permohonan_id,
                dokumen=dokumen.id,
                judul=judul,
                tujuan=tujuan,
                salinan=salinan,
                hasil=hasil,
                petugas=petugas,
                waktu=waktu,
                alasan=lain.alasan,
                kertas=lain.kertas,
                rujukan=dokumen.rujukan,
                ulang_dari=lain.ulang_dari.get(permohonan_id),
            )
            for permohonan_id, judul in dokumen.bagian or ((dokumen.permohonan_id, dokumen.judul),)
        ]
        nomor = self._store.cetakan.catat_semua(semua)
        return {satu.permohonan_id: n for satu, n in zip(semua, nomor, strict=True)}

    def list_cetakan(self, saring: SaringCetakan | None = None) -> tuple[BarisCetakan, ...]:
        """The print log, newest first."""
        return self._store.cetakan.list_cetakan(BATAS_RIWAYAT, saring)

    def _desa(self, r: RingkasanPermohonan) -> str:
        return self._nama_desa.get(r.pemohon.desa, r.pemohon.desa)


def check_tercetak(teks: str, label: str) -> None:
    """Refuse what paper would show as an empty box.

    Args:
        teks: one line of words, to be stored.
        label: name of the field, e.g. "Alamat".

    Raises:
        UserError: names the first letter that cannot be printed.
    """
    salah = "".join(h for h in teks if not h.isprintable())
    if not salah and not teks.isascii():
        from sooko_desk.printing.huruf import huruf_tak_tercetak

        salah = huruf_tak_tercetak(teks)
    if salah:
        raise UserError(
            f"{label} memuat {sebut_karakter(salah[0])} yang tidak dapat dicetak. "
            "Hapus, lalu simpan lagi."
        )


def susun_dokumen(
    id_: str,
    judul: str,
    semua: Sequence[RingkasanPermohonan],
    isi: bytes,
    hari: dt.date,
    salinan: int,
) -> Dokumen:
    """The same paper of one or several cases as one document.

    Args:
        id_: kind of document; gives the file name as well.
        judul: the paper's name in words.
        semua: the cases in the order of the pages, at least one.
        isi: the PDF.
        hari: names the file of several cases.
        salinan: see `Dokumen`; of several cases the highest.
    """
    rujukan = susun_rujukan(id_, permohonan=[r.id for r in semua])
    bagian = tuple((r.id, f"{judul} {r.kode_pindai}") for r in semua)
    awalan = id_.replace("_", "-")
    if len(semua) == 1:
        [(satu, kata)] = bagian
        nama = f"{awalan}-{semua[0].kode_pindai}.pdf"
        return Dokumen(id_, kata, nama, isi, satu, rujukan=rujukan, salinan=salinan)
    kata = f"{judul} {len(semua)} permohonan"
    nama = f"{awalan}-{hari.isoformat()}.pdf"
    return Dokumen(
        id_,
        kata,
        nama,
        isi,
        bagian=bagian,
        rujukan=rujukan,
        salinan=salinan,
        orang=len(semua),
    )


def sebut_bentuk(b: Berkas) -> str:
    """In what form a paper was handed in, e.g. "fotokopi, 3 lembar"; "" = not noted."""
    return ", ".join(x for x in (b.bentuk.value, f"{b.jumlah} lembar" if b.jumlah > 1 else "") if x)


def _sebut_keadaan(b: Berkas) -> str:
    """What the receipt notes at a paper: its form, whether its data agree, the officer's note."""
    tidak_cocok = "data tidak cocok" if b.cocok is Cocok.TIDAK else ""
    return "; ".join(x for x in (sebut_bentuk(b), tidak_cocok, b.catatan) if x)


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

"""A case's story in words: every event, print, scan and correction, for the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.akurat import AKURAT, TIDAK_AKURAT
from sooko_desk.domain.alur import (
    HASIL_BATAL,
    LANGKAH_ASLI,
    LANGKAH_BATAS,
    LANGKAH_KHUSUS,
    LANGKAH_KIRIMAN,
    LANGKAH_KOREKSI,
    LANGKAH_LAMPIRAN,
    LANGKAH_LUAR,
    LANGKAH_TEMPAT,
    LANGKAH_WAKTU,
)
from sooko_desk.domain.dibatasi import HASIL_DIBATASI, HASIL_DICABUT
from sooko_desk.domain.digit import samarkan, samarkan_nomor
from sooko_desk.domain.jam import KATA_RAGU, Keraguan, susun_keraguan
from sooko_desk.domain.luar import NAMA_SISTEM
from sooko_desk.domain.permohonan import AsliKeluar, Cocok
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import sebut_saat, sebut_saat_panjang, tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.pencetakan import Dokumen, sebut_bentuk
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.perintah import BarisCetakan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Berkas, Peristiwa, Permohonan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.cerita import BerkasCerita, CeritaData, KejadianCerita
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

KATA_KHUSUS: dict[str, tuple[str, dict[str, str]]] = {
    LANGKAH_ASLI: (
        "Berkas asli",
        {
            "dikembalikan": "Asli dikembalikan",
            "ditarik": "Asli ditarik",
            HASIL_BATAL: "Pencatatan asli dibatalkan",
        },
    ),
    LANGKAH_LUAR: ("Kabar dari luar", {}),
    LANGKAH_LAMPIRAN: (
        "Pindaian berkas",
        {"tambah": "Pindaian ditambahkan", "lepas": "Pindaian dilepas"},
    ),
    LANGKAH_KOREKSI: ("Pembetulan data", {"dibetulkan": "Data dibetulkan"}),
    LANGKAH_TEMPAT: ("Tempat berkas", {"dipindah": "Tempat dicatat"}),
    LANGKAH_KIRIMAN: (
        "Daftar pengiriman",
        {
            "diterima": "Diterima Dispendukcapil",
            "ditolak": "Ditolak Dispendukcapil",
            "kartu_kembali": "Kartu kembali",
        },
    ),
    LANGKAH_WAKTU: (
        "Waktu langkah",
        {TIDAK_AKURAT: "Ditandai tidak akurat", AKURAT: "Dihitung lagi"},
    ),
    LANGKAH_BATAS: (
        "Data pribadi",
        {HASIL_DIBATASI: "Data pribadi dibatasi", HASIL_DICABUT: "Batas data dicabut"},
    ),
}
"""What is told beside the steps: its name, and its outcomes in words."""
KATA_BATAL = "Keputusan dibatalkan"
KATA_CETAKAN = {
    "tercetak": "Tercetak",
    "tersimpan": "Tersimpan",
    "belum_pasti": "Belum pasti keluar",
    "gagal": "Gagal",
}
STATUS_SELESAI = "Selesai, sudah diserahkan"
TABEL_KEADAAN = ("keadaan_siak", "keadaan_dispendukcapil")


class JenisCerita(StrEnum):
    """What a line of the story is, for its look."""

    MAJU = "maju"
    MUNDUR = "mundur"
    BATAL = "batal"
    CATATAN = "catatan"
    """Told beside the steps; the case stays where it is."""
    CETAKAN = "cetakan"


@dataclass(frozen=True, slots=True)
class BarisCerita:
    """One line of the story, in words ready for people; NIK and No KK masked.

    Attributes:
        waktu: aware, as the PC's clock stood.
        ragu: that clock was doubtful.
        siapa: officer and role, e.g. "Rini Contoh (Operator)".
        hasil: the outcome.
        rincian: what was given with it, label and words.
        status: what the case waited for afterwards; "" = as before.
    """

    waktu: dt.datetime
    siapa: str
    langkah: str
    hasil: str
    jenis: JenisCerita
    alasan: str = ""
    rincian: tuple[tuple[str, str], ...] = ()
    status: str = ""
    ragu: bool = False

    @property
    def catatan(self) -> str:
        """Reason and details as one text, e.g. "Foto buram. Kurang: Buku nikah"."""
        kata = [f"{label}: {isi}" for label, isi in self.rincian]
        return self.beri_tanda(". ".join([self.alasan.rstrip("."), *kata] if self.alasan else kata))

    def beri_tanda(self, catatan: str) -> str:
        """Words about this line, after the mark of a doubtful clock where it has one."""
        return f"({KATA_RAGU}) {catatan}".rstrip() if self.ragu else catatan


class CetakCeritaService:
    """Reads only."""

    def __init__(
        self, store: Store, rak: RakService, tabel: Tabel, clock: Clock, kop: KopDokumen
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._tabel = tabel
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}
        self._clock = clock

    def susun_cerita(self, permohonan: Permohonan) -> tuple[BarisCerita, ...]:
        """The story of a case, oldest first, its prints between the events."""
        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        keraguan = self.keraguan()
        kejadian = [self.sebut_kejadian(sop, p, keraguan) for p in permohonan.riwayat]
        return _selipkan(kejadian, self._store.cetakan.list_permohonan(r.id))

    def build_cerita(self, permohonan_id: int, kertas: Kertas | None = None) -> Dokumen:
        """The story of a case as a document."""
        from sooko_desk.printing import cerita

        permohonan = self._store.permohonan.get(permohonan_id)
        kode = permohonan.ringkasan.kode_pindai
        return Dokumen(
            "cerita",
            f"Riwayat permohonan {kode}",
            f"riwayat-{kode}.pdf",
            cerita.render(pada_kertas(self._data(permohonan), kertas)),
            permohonan_id,
            rujukan=susun_rujukan("cerita", permohonan=permohonan_id),
        )

    def keraguan(self) -> Keraguan:
        """Which events carry the time of a doubtful clock."""
        return susun_keraguan(self._store.jam.list_tanda())

    def sebut_kejadian(self, sop: Sop, p: Peristiwa, keraguan: Keraguan) -> BarisCerita:
        """One event in words; `sop` is the one of its case, `keraguan` as read for all."""
        if p.langkah in LANGKAH_KHUSUS:
            langkah, hasil = self._kata_khusus(p)
            jenis = JenisCerita.BATAL if p.hasil == HASIL_BATAL else JenisCerita.CATATAN
        elif p.hasil == HASIL_BATAL:
            langkah, hasil = sop.get_langkah(p.langkah).nama, KATA_BATAL
            jenis = JenisCerita.BATAL
        else:
            tercatat = sop.get_langkah(p.langkah).get_hasil(p.hasil)
            langkah, hasil = sop.get_langkah(p.langkah).nama, tercatat.label
            jenis = JenisCerita.MUNDUR if tercatat.mundur else JenisCerita.MAJU
        return BarisCerita(
            waktu=p.waktu,
            siapa=f"{p.petugas} ({p.peran.nama})",
            langkah=langkah,
            hasil=hasil,
            jenis=jenis,
            alasan=samarkan_nomor(p.alasan),
            rincian=tuple(
                (label, samarkan_nomor(isi))
                for label, isi in p.rincian.items()
                if isi != hasil  # the other system's word is the outcome already
            ),
            status=_status(sop, p),
            ragu=keraguan.is_ragu(p.urut, p.waktu),
        )

    def _kata_khusus(self, p: Peristiwa) -> tuple[str, str]:
        """Name and outcome of an event beside the steps."""
        nama, kata = KATA_KHUSUS[p.langkah]
        if p.langkah != LANGKAH_LUAR:
            batal = "Pencatatan dibatalkan" if p.hasil == HASIL_BATAL else p.hasil
            return nama, kata.get(p.hasil.partition(":")[0], batal)
        sistem = next((s for s in NAMA_SISTEM.values() if s in p.rincian), "")
        if sistem:
            return f"Kabar {sistem}", p.rincian[sistem]
        semua = (pilihan for t in TABEL_KEADAAN for pilihan in self._tabel.pilihan.get(t, ()))
        return nama, next((satu.nama for satu in semua if satu.kode == p.hasil), p.hasil)

    def _data(self, permohonan: Permohonan) -> CeritaData:
        from sooko_desk.printing.cerita import CeritaData

        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        return CeritaData(
            kop=self._kop.kop(self._clock.now(), sop),
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            kode_pindai=r.kode_pindai,
            nama_pemohon=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            status=r.status,
            dibuat=sebut_saat_panjang(self._clock.now()),
            fakta=self._fakta(permohonan),
            berkas=tuple(map(_berkas, permohonan.berkas)),
            kejadian=tuple(map(_baris_cetak, self.susun_cerita(permohonan))),
        )

    def _fakta(self, permohonan: Permohonan) -> tuple[tuple[str, str], ...]:
        r, pembawa, surat = permohonan.ringkasan, permohonan.pembawa, permohonan.pengantar
        p = r.pemohon
        rt_rw = " ".join(x for x in (p.rt and f"RT {p.rt}", p.rw and f"RW {p.rw}") if x)
        alamat = ", ".join(x for x in (p.alamat, rt_rw, self._nama_desa.get(p.desa, p.desa)) if x)
        hubungan = {h.kode: h.nama for h in self._tabel.hubungan_pembawa}
        dibawa = ", ".join(
            x for x in (pembawa.nama, hubungan.get(pembawa.hubungan, pembawa.hubungan)) if x
        )
        tanggal = surat.tanggal and tanggal_pendek(surat.tanggal)
        pengantar = " ".join(
            x for x in (surat.nomor, tanggal and f"tgl {tanggal}", surat.penanda_tangan) if x
        )
        return (
            ("Diterima", sebut_saat(r.diterima)),
            ("Nomor register", r.nomor_register),
            ("No. KK", samarkan(p.nkk)),
            ("Alamat", alamat),
            ("Dibawa oleh", dibawa),
            ("Pengantar desa", pengantar),
            ("Tempat berkas", r.tempat),
            ("Catatan", samarkan_nomor(permohonan.catatan)),
        )


def _selipkan(
    kejadian: Sequence[BarisCerita], cetakan: Sequence[BarisCetakan]
) -> tuple[BarisCerita, ...]:
    """Prints between the events, each before the first event that is later than it.

    The events keep the order in which they were stored, also where the clock jumped back.

    Args:
        kejadian: in their order.
        cetakan: oldest first.
    """
    cerita: list[BarisCerita] = []
    sisa = [_cetakan(b) for b in cetakan]
    for satu in kejadian:
        while sisa and sisa[0].waktu < satu.waktu:
            cerita.append(sisa.pop(0))
        cerita.append(satu)
    return (*cerita, *sisa)


def _cetakan(b: BarisCetakan) -> BarisCerita:
    rincian = [("Ke", "berkas PDF" if b.tujuan == "berkas" else b.tujuan)]
    if b.salinan > 1:
        rincian.append(("Salinan", str(b.salinan)))
    return BarisCerita(
        waktu=b.waktu,
        siapa=b.petugas,
        langkah="Cetakan",
        hasil=KATA_CETAKAN[b.hasil],
        jenis=JenisCerita.CETAKAN,
        alasan=b.judul,
        rincian=tuple(rincian),
    )


def _status(sop: Sop, p: Peristiwa) -> str:
    """What the case waits for after a move; "" where it stayed."""
    if p.dari == p.ke:
        return ""
    if p.ke == SELESAI:
        return STATUS_SELESAI
    if p.hasil != HASIL_BATAL:
        hasil = sop.get_langkah(p.langkah).get_hasil(p.hasil)
        if hasil.ke == p.ke and hasil.status:
            return hasil.status
    return sop.get_langkah(p.ke).status


def _sebut_tanggal(saat: dt.datetime | None) -> str:
    return tanggal_pendek(ke_wib(saat).date()) if saat else ""


def _baris_cetak(baris: BarisCerita) -> KejadianCerita:
    from sooko_desk.printing.cerita import KejadianCerita

    status = f"Keadaan: {baris.status}" if baris.status else ""
    return KejadianCerita(
        waktu=sebut_saat(baris.waktu),
        langkah=baris.langkah,
        hasil=baris.hasil,
        oleh=baris.siapa,
        rincian=". ".join(x for x in (baris.catatan.rstrip("."), status) if x),
    )


def _berkas(b: Berkas) -> BerkasCerita:
    from sooko_desk.printing.cerita import BerkasCerita

    keadaan = ["ada" if b.ada else "belum ada"]
    if b.ada:
        keadaan.append(sebut_bentuk(b))
    if b.cocok is not Cocok.BELUM:
        keadaan.append("data cocok" if b.cocok is Cocok.COCOK else "data tidak cocok")
    if b.asli_keluar is not AsliKeluar.BELUM:
        keadaan.append(f"asli {b.asli_keluar.value}")
    return BerkasCerita(
        nama=b.nama,
        keadaan=", ".join(x for x in keadaan if x),
        diterima=_sebut_tanggal(b.diterima),
        diunggah=_sebut_tanggal(b.diunggah),
        catatan=samarkan_nomor(b.catatan),
    )

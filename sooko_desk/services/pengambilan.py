"""What lies ready to be fetched: where it lies, since when, and the paper that both sign.

The hand-over itself is a step of the SOP (`Langkah.bagian` "serah") and goes through `alur_kerja`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_TEMPAT, list_yang_berlaku
from sooko_desk.domain.dibatasi import check_tidak_dibatasi
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.pengambilan import (
    BAGIAN_SERAH,
    ISIAN_DITARIK,
    ISIAN_HUBUNGAN,
    ISIAN_IDENTITAS,
    ISIAN_NAMA,
    ISIAN_SEBAB,
    ISIAN_SURAT_KUASA,
    TIDAK,
)
from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import sebut_saat_panjang, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.isi_gerak import sebut_isian
from sooko_desk.services.pencetakan import (
    Dokumen,
    check_tercetak,
    susun_dokumen,
)
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import (
        Peristiwa,
        Permohonan,
        Petugas,
        RingkasanPermohonan,
    )
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.daftar_belum_diambil import BarisBelumDiambil
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.printing.tanda_terima import TandaTerimaData
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

PANJANG_TEMPAT = 30
TEMPAT_TERAKHIR = 5
"""How many places are offered."""
BATAS_UMUR = (7, 30)
"""Days after which an uncollected document is to be asked after. No rule says how many."""
ISIAN_LEMBAR = "jumlah_lembar"
"""Field of the printing step that tells how many sheets there are."""


@dataclass(frozen=True, slots=True)
class BarisBelum:
    """One case whose document nobody has fetched yet.

    Attributes:
        umur_hari: whole days since it was ready.
        telepon: whom to call; "" = no number is known.
        pembawa: whose number that is when it is not the applicant's.
    """

    ringkasan: RingkasanPermohonan
    umur_hari: int
    telepon: str
    pembawa: str


@dataclass(frozen=True, slots=True)
class Penyerahan:
    """A document that was handed over: the paper to sign is to be offered.

    Attributes:
        asli: names of originals of the case that are still in the office.
    """

    permohonan_id: int
    asli: tuple[str, ...]

    @property
    def pengingat(self) -> str:
        """What must not be forgotten while the applicant is still here; "" = nothing."""
        if not self.asli:
            return ""
        return f"Asli masih di kantor: {'; '.join(self.asli)}. Serahkan lewat Ctrl+B."


class PengambilanService:
    """Finished documents on their way to the applicant."""

    def __init__(
        self, store: Store, rak: RakService, tabel: Tabel, clock: Clock, kop: KopDokumen
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._nama_desa = {d.kode: d.nama for d in tabel.desa}
        self._clock = clock

    def list_belum(self) -> tuple[BarisBelum, ...]:
        """Cases that wait to be fetched; the one that waits longest comes first."""
        sekarang = self._clock.now()
        return tuple(self._baris(r, sekarang) for r in self._list_menunggu())

    def buka(self, permohonan_id: int) -> Permohonan:
        """The case as it is stored now."""
        return self._store.permohonan.get(permohonan_id)

    def find_kode(self, kode: str) -> RingkasanPermohonan | None:
        """The case whose receipt carries that scan code, wherever it stands."""
        return self._store.permohonan.find_kode_pindai(kode)

    def list_tempat(self) -> tuple[str, ...]:
        """Places where documents lie now, the one used last first; at most `TEMPAT_TERAKHIR`."""
        menunggu = [r for r in self._list_menunggu() if r.tempat]
        cerita = self._store.permohonan.list_riwayat([r.id for r in menunggu])
        terakhir: dict[str, int] = {}
        for r in menunggu:
            urut = max((p.urut for p in cerita[r.id] if p.langkah == LANGKAH_TEMPAT), default=0)
            terakhir[r.tempat] = max(urut, terakhir.get(r.tempat, 0))
        return tuple(sorted(terakhir, key=lambda t: -terakhir[t])[:TEMPAT_TERAKHIR])

    def atur_tempat(
        self, token: str, permohonan_id: Sequence[int], tempat: str, petugas: Petugas
    ) -> tuple[int, ...]:
        """Note where documents lie now, all in one unit. A token known already does nothing.

        Args:
            token: made when the question was shown.
            permohonan_id: at least one case, none handed over.
            tempat: as typed, e.g. "Rak B-3".
            petugas: who puts them there.

        Returns:
            Ids of the cases that lie elsewhere than before.

        Raises:
            FieldsError: "tempat" is missing, too long, or cannot be printed.
            RuleError: one of the cases was handed over meanwhile.
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return tuple(permohonan_id)
        tempat = _check_tempat(tempat)
        semua = [self._store.permohonan.get(satu).ringkasan for satu in permohonan_id]
        for r in semua:
            if r.posisi == SELESAI:
                raise RuleError(
                    f"{r.kode_pindai} ({r.pemohon.nama}) sudah diserahkan, jadi tidak ada lagi di "
                    "rak. Tempat belum disimpan; pilih lagi dari daftar."
                )
        dipindah = [r for r in semua if r.tempat != tempat]
        if not dipindah:
            return ()
        sekarang, kejadian = self._clock.now(), (LANGKAH_TEMPAT, "dipindah")
        return self._store.permohonan.simpan_gerak_bersama(
            [
                replace(
                    GerakBaru.di_tempat(
                        r, f"{token}-{nomor}" if nomor else token, kejadian, petugas, sekarang
                    ),
                    rincian={"Tempat": f"{tempat} (semula {r.tempat})" if r.tempat else tempat},
                    tempat=tempat,
                )
                for nomor, r in enumerate(dipindah)
            ]
        )

    def find_penyerahan(self, permohonan_id: int) -> Penyerahan | None:
        """What follows on a hand-over; None when the case was not handed over just now."""
        permohonan = self._store.permohonan.get(permohonan_id)
        serah = _find_serah(self._rak.get(permohonan.ringkasan.sop_sidik), permohonan)
        if serah is None or serah is not list_yang_berlaku(permohonan.riwayat)[-1]:
            return None
        asli = tuple(b.nama for b in permohonan.berkas if b.asli_di_kantor)
        return Penyerahan(permohonan_id, asli)

    def build_tanda_terima(self, permohonan_id: int, kertas: Kertas | None = None) -> Dokumen:
        """The paper that both sign; from the second print on it says "SALINAN ke-n".

        Raises:
            RuleError: the case was not handed over, or is restricted.
        """
        from sooko_desk.printing import tanda_terima

        permohonan = self._store.permohonan.get(permohonan_id)
        check_tidak_dibatasi(permohonan.ringkasan)
        data = pada_kertas(self._tanda_terima(permohonan), kertas)
        return susun_dokumen(
            "tanda_terima",
            "Tanda terima pengambilan",
            [permohonan.ringkasan],
            tanda_terima.render([data]),
            hari_ini(self._clock),
            data.salinan,
        )

    def build_daftar(
        self, permohonan_id: Sequence[int], saringan: str, kertas: Kertas | None = None
    ) -> Dokumen:
        """The list of what is not fetched yet.

        Args:
            permohonan_id: the cases to list; those that were fetched meanwhile are left out.
            saringan: what the list was narrowed down to, in words; "" = nothing.
        """
        from sooko_desk.printing import daftar_belum_diambil

        sekarang = self._clock.now()
        dipilih = set(permohonan_id)
        data = daftar_belum_diambil.DaftarBelumDiambilData(
            kop=self._kop.kop(sekarang),
            dibuat=sebut_saat_panjang(sekarang),
            saringan=saringan,
            baris=tuple(
                self._baris_cetak(b) for b in self.list_belum() if b.ringkasan.id in dipilih
            ),
            batas_umur=BATAS_UMUR,
            penanda_tangan=self._kop.penanda_tangan(sekarang),
        )
        return Dokumen(
            "daftar_belum_diambil",
            "Daftar belum diambil",
            f"belum-diambil-{hari_ini(self._clock).isoformat()}.pdf",
            daftar_belum_diambil.render(pada_kertas(data, kertas)),
            rujukan=susun_rujukan(
                "daftar_belum_diambil", permohonan=permohonan_id, saringan=saringan
            ),
            orang=len(data.baris),
        )

    def _list_menunggu(self) -> tuple[RingkasanPermohonan, ...]:
        posisi = sorted(
            {
                (sop.sidik, langkah.id)
                for sop in self._rak.list_berjalan()
                for langkah in sop.langkah
                if langkah.bagian == BAGIAN_SERAH
            }
        )
        return self._store.permohonan.list_posisi(posisi)

    def _baris(self, r: RingkasanPermohonan, sekarang: dt.datetime) -> BarisBelum:
        umur = max((sekarang - r.posisi_sejak).days, 0)
        if r.pemohon.telepon:
            return BarisBelum(r, umur, r.pemohon.telepon, "")
        pembawa = self._store.permohonan.get(r.id).pembawa
        return BarisBelum(r, umur, pembawa.telepon, pembawa.nama if pembawa.telepon else "")

    def _baris_cetak(self, b: BarisBelum) -> BarisBelumDiambil:
        from sooko_desk.printing.daftar_belum_diambil import BarisBelumDiambil

        r = b.ringkasan
        return BarisBelumDiambil(
            layanan=r.layanan,
            nomor=r.nomor_tanda_bukti,
            pemohon=r.pemohon.nama,
            desa=self._desa(r),
            telepon=f"{b.telepon} ({b.pembawa})" if b.pembawa else b.telepon,
            tempat=r.tempat,
            sejak=tanggal_pendek(ke_wib(r.posisi_sejak).date()),
            umur=b.umur_hari,
        )

    def _tanda_terima(self, permohonan: Permohonan) -> TandaTerimaData:
        from sooko_desk.printing.tanda_terima import TandaTerimaData

        r = permohonan.ringkasan
        sop = self._rak.get(r.sop_sidik)
        serah = _find_serah(sop, permohonan)
        if serah is None:
            raise RuleError(
                f"{r.kode_pindai} belum diserahkan, jadi belum ada tanda terima pengambilannya."
            )
        kata = _sebut_isian(sop, serah, permohonan)
        return TandaTerimaData(
            kop=self._kop.kop(serah.waktu, sop),
            catatan_kaki=self._kop.catatan_kaki(serah.waktu),
            nama_layanan=sop.nama_layanan,
            nomor=r.nomor_tanda_bukti,
            nomor_register=r.nomor_register,
            kode_pindai=r.kode_pindai,
            jenis=f"{r.jenis_kode} {r.jenis_nama}",
            diserahkan=sebut_saat_panjang(serah.waktu),
            nama_pemohon=r.pemohon.nama,
            nik_tersamar=samarkan(r.pemohon.nik),
            desa=self._desa(r),
            dokumen=_sebut_dokumen(sop, permohonan),
            pengambil=kata.get(ISIAN_NAMA, ""),
            hubungan=kata.get(ISIAN_HUBUNGAN, ""),
            identitas=kata.get(ISIAN_IDENTITAS, ""),
            surat_kuasa=kata.get(ISIAN_SURAT_KUASA, ""),
            tanda_bukti=_sebut_tanda_bukti(permohonan.isian),
            dikembalikan=tuple(
                b.nama
                for b in permohonan.berkas
                if b.ada and b.asli_keluar is AsliKeluar.DIKEMBALIKAN
            ),
            di_kantor=tuple(b.nama for b in permohonan.berkas if b.asli_di_kantor),
            petugas=serah.petugas,
            salinan=self._store.cetakan.count_keluar(r.id, "tanda_terima"),
        )

    def _desa(self, r: RingkasanPermohonan) -> str:
        return self._nama_desa.get(r.pemohon.desa, r.pemohon.desa)


def _check_tempat(teks: str) -> str:
    tempat = " ".join(teks.split())
    try:
        check_tercetak(tempat, "Tempat")
    except UserError as galat:
        raise FieldsError({"tempat": str(galat)}) from galat
    if not tempat:
        raise FieldsError({"tempat": "Tulis tempatnya, misalnya Rak B-3."})
    if len(tempat) > PANJANG_TEMPAT:
        kalimat = f"Tempat paling banyak {PANJANG_TEMPAT} huruf; yang terketik {len(tempat)}."
        raise FieldsError({"tempat": kalimat})
    return tempat


def _find_serah(sop: Sop, permohonan: Permohonan) -> Peristiwa | None:
    """The hand-over that stands."""
    for p in reversed(list_yang_berlaku(permohonan.riwayat)):
        langkah = sop.get_langkah(p.langkah)
        if langkah.bagian == BAGIAN_SERAH and not langkah.get_hasil(p.hasil).mundur:
            return p
    return None


def _sebut_isian(sop: Sop, serah: Peristiwa, permohonan: Permohonan) -> dict[str, str]:
    """What was noted at the hand-over: field id -> words."""
    return {
        i.id: sebut_isian(i, permohonan.isian[i.id])
        for i in sop.get_langkah(serah.langkah).isian
        if permohonan.isian.get(i.id)
    }


def _sebut_dokumen(sop: Sop, permohonan: Permohonan) -> str:
    lembar = permohonan.isian.get(ISIAN_LEMBAR, "")
    return f"{sop.nama_layanan}, {lembar.lstrip('0')} lembar" if lembar else sop.nama_layanan


def _sebut_tanda_bukti(isian: dict[str, str]) -> str:
    ditarik = isian.get(ISIAN_DITARIK, "")
    if ditarik != TIDAK:
        return "Ditarik" if ditarik else ""
    sebab = isian.get(ISIAN_SEBAB, "")
    return f"Tidak ditarik: {sebab}" if sebab else "Tidak ditarik"

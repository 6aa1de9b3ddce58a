"""A stick is lost, or data got out: whom it concerns, and the paper that tells the office above.

UU 27/2022 art. 46 asks for a written notice within 3 x 24 hours, to those concerned and to the
authority: which data, when and how, and what is done about it. Whether this is such a case, people
decide; this gives them what they need. The Kasi writes it down once, as an office event; the
paper and the list are made from that event, so they can be made again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.laporan import KOLOM_NAMA, IsiLaporan, KolomLaporan, TabelLaporan
from sooko_desk.domain.tanggal import (
    parse_tanggal,
    sebut_saat,
    tanggal_pendek,
)
from sooko_desk.domain.waktu import WIB, hari_ini, iso_utc, ke_wib
from sooko_desk.services.hak import require_kasi
from sooko_desk.services.insiden_isi import (
    BATAS,
    SEMUA,
    CadanganHilang,
    Insiden,
    Pelindung,
    PerintahInsiden,
    baca_insiden,
    susun_fakta,
)
from sooko_desk.services.isi_gerak import PANJANG_ALASAN
from sooko_desk.services.pencetakan import Dokumen, check_tercetak
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan
from sooko_desk.sop.jadwal_tulis import parse_jam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas, RingkasanPermohonan
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan, RiwayatCadangan
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.sop.tabel import Tabel

ID_DOKUMEN = "insiden"
TINDAKAN = "mencatat data hilang atau bocor"
KOLOM_TERDAMPAK = (
    KolomLaporan("No.", 12, "kanan"),
    KolomLaporan("Tanda bukti", 42),
    KolomLaporan("Layanan", 16),
    KolomLaporan("Diterima", 24),
    KolomLaporan(KOLOM_NAMA, 60),
    KolomLaporan("NIK", 34),
    KolomLaporan("Desa", 34),
    KolomLaporan("Telepon", 32),
    KolomLaporan("Telepon pembawa", 32),
)


@dataclass(frozen=True, slots=True)
class _Hilang:
    """What was lost, as `Insiden` has it."""

    kata: str
    peristiwa: int
    tercatat: int | None = None
    pindaian: int | None = None


class InsidenService:
    """For the Kasi alone."""

    def __init__(
        self,
        store: Store,
        riwayat: RiwayatCadangan,
        tabel: Tabel,
        kop: KopDokumen,
        clock: Clock,
    ) -> None:
        self._store = store
        self._riwayat = riwayat
        self._desa = {d.kode: d.nama for d in tabel.desa}
        self._kop = kop
        self._clock = clock

    def list_cadangan(self, petugas: Petugas) -> tuple[CadanganHilang, ...]:
        """`SEMUA`, then the backups that this register knows, newest first.

        Raises:
            RuleError: the officer is not the Kasi.
        """
        require_kasi(petugas, TINDAKAN)
        return (CadanganHilang(SEMUA, "", None, None), *map(_cadangan, self._list_catatan()))

    def hitung(self, perintah: PerintahInsiden, petugas: Petugas) -> tuple[int, int]:
        """How many cases and applicants it concerns; looks at what was lost alone.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: "sampai".
        """
        require_kasi(petugas, TINDAKAN)
        return self._store.insiden.count_terdampak(self._baca_hilang(perintah).peristiwa)

    def hitung_batas(self, perintah: PerintahInsiden) -> dt.datetime:
        """Until when the notice has to be out; looks at the typed instant alone.

        Raises:
            FieldsError: "tanggal" or "pukul".
        """
        saat, salah = self._baca_saat(perintah, self._clock.now())
        if salah:
            raise FieldsError(salah)
        return saat + BATAS

    def catat(self, perintah: PerintahInsiden, petugas: Petugas) -> Insiden:
        """Write it down, and with it from when the 3 x 24 hours run. A token known does nothing.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: "sampai", "tanggal", "pukul", "pelindung", "uraian" or "tindakan".
        """
        require_kasi(petugas, TINDAKAN)
        sekarang = self._clock.now()
        saat, salah = self._baca_saat(perintah, sekarang)
        uraian, tindakan = (" ".join(t.split()) for t in (perintah.uraian, perintah.tindakan))
        salah |= _check_kata("uraian", "Apa yang terjadi", uraian)
        salah |= _check_kata("tindakan", "Yang sudah dilakukan", tindakan)
        if perintah.pelindung not in [*Pelindung]:
            salah["pelindung"] = "Pilih bagaimana data itu terlindung."
        try:
            hilang = self._baca_hilang(perintah)
        except FieldsError as galat:
            raise FieldsError(salah | galat.per_field) from galat
        if salah:
            raise FieldsError(salah)
        permohonan, pemohon = self._store.insiden.count_terdampak(hilang.peristiwa)
        isi = {
            "hilang": hilang.kata,
            "peristiwa": str(hilang.peristiwa),
            "saat": iso_utc(saat),
            "diketahui": sebut_saat(saat),
            "terlindung": perintah.pelindung,
            "uraian": uraian,
            "tindakan": tindakan,
            "tercatat": "" if hilang.tercatat is None else str(hilang.tercatat),
            "permohonan": str(permohonan),
            "pemohon": str(pemohon),
            "pindaian": "" if hilang.pindaian is None else str(hilang.pindaian),
        }
        baru = KejadianBaru(perintah.token, JenisKejadian.INSIDEN, petugas, sekarang, isi)
        return self.get(self._store.kejadian.catat(baru), petugas)

    def get(self, kejadian_id: int, petugas: Petugas) -> Insiden:
        """What was written down.

        Raises:
            RuleError: the officer is not the Kasi, or that event is none of these.
        """
        require_kasi(petugas, TINDAKAN)
        return self._get(kejadian_id)

    def build_dokumen(self, kejadian_id: int, kertas: Kertas | None = None) -> Dokumen:
        """The notice on paper. It tells of nobody by name.

        Raises:
            RuleError: that event is none of these.
        """
        from sooko_desk.printing import insiden

        satu = self._get(kejadian_id)
        data = insiden.InsidenData(
            kop=self._kop.kop(satu.dicatat),
            fakta=susun_fakta(satu),
            dicatat=sebut_saat(satu.dicatat),
            oleh=satu.oleh,
            penanda_tangan=self._kop.penanda_tangan(satu.dicatat, satu.oleh),
        )
        return Dokumen(
            ID_DOKUMEN,
            f"Pemberitahuan data hilang atau bocor {_hari(satu)}",
            f"pemberitahuan-data-{ke_wib(satu.dicatat):%Y-%m-%d}.pdf",
            insiden.render(pada_kertas(data, kertas)),
            rujukan=susun_rujukan(ID_DOKUMEN, kejadian=kejadian_id),
        )

    def build_xlsx(self, kejadian_id: int, petugas: Petugas) -> Dokumen:
        """The list of those whom it concerns, as a spreadsheet: what is known of them today.

        Raises:
            RuleError: the officer is not the Kasi, or that event is none of these.
        """
        from sooko_desk.printing import insiden, laporan_xlsx

        satu = self.get(kejadian_id, petugas)
        semua = self._store.insiden.list_terdampak(satu.peristiwa)
        tabel = TabelLaporan(
            "terdampak",
            "Permohonan yang ada di dalamnya",
            KOLOM_TERDAMPAK,
            tuple(self._baris(n, *orang) for n, orang in enumerate(semua, start=1)),
            kosong="Tidak ada permohonan di dalamnya.",
        )
        isi = IsiLaporan(_hari(satu), susun_fakta(satu), (tabel,))
        kantor = self._kop.kop(satu.dicatat).kantor
        return Dokumen(
            f"{ID_DOKUMEN}_xlsx",
            f"Daftar orang yang datanya hilang atau bocor {_hari(satu)}",
            f"daftar-terdampak-{ke_wib(satu.dicatat):%Y-%m-%d}.xlsx",
            laporan_xlsx.render(insiden.JUDUL, kantor, isi),
            orang=isi.orang,
        )

    def _baris(self, nomor: int, r: RingkasanPermohonan, pembawa: str) -> tuple[str, ...]:
        return (
            str(nomor),
            r.nomor_tanda_bukti,
            r.layanan,
            tanggal_pendek(ke_wib(r.diterima).date()),
            r.pemohon.nama,
            samarkan(r.pemohon.nik),
            self._desa.get(r.pemohon.desa, r.pemohon.desa),
            r.pemohon.telepon,
            pembawa,
        )

    def _list_catatan(self) -> Sequence[CatatanCadangan]:
        return [c for c in self._riwayat.list_terbaru() if c.selesai and c.isi.nama]

    def _baca_hilang(self, perintah: PerintahInsiden) -> _Hilang:
        """What was lost; a backup whose record names no event held what there was at its time."""
        store = self._store.insiden
        if perintah.nama == SEMUA:
            try:
                sampai = parse_tanggal(perintah.sampai)
            except UserError as galat:
                raise FieldsError({"sampai": str(galat)}) from galat
            berikut = dt.datetime.combine(sampai, dt.time(), WIB) + dt.timedelta(days=1)
            kata = f"Semua data register sampai {tanggal_pendek(sampai)}"
            return _Hilang(kata, store.find_peristiwa(berikut))
        kunci = (perintah.nama, perintah.tempat)
        cocok = (c for c in self._list_catatan() if (c.isi.nama, c.isi.tempat.sebutan) == kunci)
        if (satu := next(cocok, None)) is None:
            raise FieldsError({"sampai": "Pilih dulu apa yang hilang."})
        kata = f"Cadangan {satu.isi.nama} di {satu.isi.tempat.sebutan}"
        return _Hilang(
            f"{kata}, dibuat {sebut_saat(satu.waktu)}",
            satu.isi.peristiwa or store.find_peristiwa(satu.waktu),
            satu.jumlah.permohonan,
            satu.jumlah.pindaian,
        )

    def _baca_saat(
        self, perintah: PerintahInsiden, sekarang: dt.datetime
    ) -> tuple[dt.datetime, dict[str, str]]:
        salah = {}
        tanggal, pukul = hari_ini(self._clock), ke_wib(sekarang).time()
        try:
            tanggal = parse_tanggal(perintah.tanggal)
        except UserError as galat:
            salah["tanggal"] = str(galat)
        try:
            pukul = parse_jam(perintah.pukul)
        except UserError as galat:
            salah["pukul"] = str(galat)
        saat = dt.datetime.combine(tanggal, pukul, WIB)
        if not salah and saat > sekarang:
            salah["pukul"] = f"Belum terjadi; sekarang {sebut_saat(sekarang)}."
        return saat, salah

    def _get(self, kejadian_id: int) -> Insiden:
        kejadian = self._store.kejadian.find(kejadian_id)
        if kejadian is None or kejadian.jenis != JenisKejadian.INSIDEN:
            raise RuleError("Catatan itu bukan catatan data yang hilang atau bocor.")
        return baca_insiden(kejadian)


def _hari(insiden: Insiden) -> str:
    return tanggal_pendek(ke_wib(insiden.dicatat).date())


def _cadangan(catatan: CatatanCadangan) -> CadanganHilang:
    isi = catatan.isi
    return CadanganHilang(isi.nama, isi.tempat.sebutan, catatan.waktu, catatan.jumlah.permohonan)


def _check_kata(kunci: str, label: str, kata: str) -> dict[str, str]:
    if not kata:
        return {kunci: "Isi ini; tanpa itu pemberitahuan tidak lengkap."}
    if len(kata) > PANJANG_ALASAN:
        return {kunci: f"Paling banyak {PANJANG_ALASAN} huruf; yang terketik {len(kata)}."}
    try:
        check_tercetak(kata, label)
    except UserError as galat:
        return {kunci: str(galat)}
    return {}

"""The steps of a case after intake: queues by screen, the open case, and every move.

Rights, order and required papers are decided here; the SOP file says what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru, MintaNomor
from sooko_desk.domain import alur, kelengkapan
from sooko_desk.domain.dibatasi import check_tidak_dibatasi
from sooko_desk.domain.errors import PeringatanError
from sooko_desk.domain.isian import check_semua, keep_isian, list_peringatan
from sooko_desk.domain.lama import dikembalikan_sejak, waktu_efektif
from sooko_desk.domain.luar import (
    TANPA_KABAR,
    baca_luar,
    find_penolakan,
    find_referensi,
    keadaan_hasil,
)
from sooko_desk.domain.pengambilan import check_pengambilan
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.antrean import Antrean
from sooko_desk.services.baris_buku import lengkapi_baris
from sooko_desk.services.isi_gerak import (
    check_syarat_hasil,
    list_belum_unggah,
    list_kekurangan,
    susun_alasan,
    susun_rincian,
    susun_unggahan,
)
from sooko_desk.services.jam import hari_periksa, is_ragu
from sooko_desk.services.kerabat import susun_kerabat
from sooko_desk.services.pola_nomor import find_pola
from sooko_desk.services.tahun_buku import find_tahun

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.luar import Penolakan
    from sooko_desk.domain.permohonan import (
        Berkas,
        KeadaanLuar,
        Permohonan,
        Petugas,
        TandaBerkas,
    )
    from sooko_desk.domain.sop import Hasil, Isian, Langkah, Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.antrean import BarisAntrean
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.kerabat import Kerabat
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.waktu_sop import WaktuLangkah


@dataclass(frozen=True, slots=True)
class PermohonanTerbuka:
    """A case with all that a screen needs to show it and act on it.

    Attributes:
        terbuka: steps that can be recorded now, the one in turn first; empty when closed.
        boleh: ids of those that the officer's role records; none of a restricted case.
        kerabat: the cases tied to this one, in the order of `Hubungan`, each once.
        dikembalikan_sejak: aware UTC, when it last went back to the applicant for missing papers
            (see `lama.dikembalikan_sejak`): papers dated later are later papers. None = never.
        penolakan: what SIAK or Dispendukcapil refused and the office has to mend now; None =
            nothing.
    """

    permohonan: Permohonan
    sop: Sop
    terbuka: tuple[Langkah, ...]
    boleh: frozenset[str]
    waktu: WaktuLangkah | None
    kerabat: tuple[Kerabat, ...]
    dikembalikan_sejak: dt.datetime | None
    penolakan: Penolakan | None


@dataclass(frozen=True, slots=True)
class PerintahGerak:
    """A move as the officer gives it; values exactly as typed.

    Attributes:
        token: made when the case was shown; the same press twice gives one event.
        versi: `RingkasanPermohonan.versi` that the officer saw.
        peringatan_dilihat: these very values were warned of, and stand.
        tolak: code of a standard reason (`Langkah.tolak`) of an outcome that refuses; "" = none.
        unggah: codes of the papers that are uploaded; for a step with `bagian` "unggah".
    """

    token: str
    permohonan_id: int
    versi: int
    langkah: str
    hasil: str
    alasan: str = ""
    tanda: tuple[TandaBerkas, ...] = ()
    isian: dict[str, str] = field(default_factory=dict)
    peringatan_dilihat: bool = False
    tolak: str = ""
    unggah: frozenset[str] = frozenset()


class AlurKerjaService:
    """Moves cases along their SOP."""

    def __init__(self, store: Store, rak: RakService, jadwal: JadwalService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._clock = clock
        self._antrean = Antrean(store, rak, jadwal, clock)

    def list_antrean(self, layar: frozenset[str]) -> tuple[BarisAntrean, ...]:
        """Cases that wait for a step of these screens, in the order of `Antrean.list_baris`."""
        return self._antrean.list_baris(layar)

    def count_antrean(self, layar: frozenset[str]) -> int:
        """How many cases the office (not the applicant or Dispendukcapil) has there."""
        return self._antrean.count(layar)

    def buka(self, permohonan_id: int, petugas: Petugas) -> PermohonanTerbuka:
        """Read a case for showing and acting."""
        permohonan = self._store.permohonan.get(permohonan_id)
        ringkasan = permohonan.ringkasan
        sop = self._rak.get(ringkasan.sop_sidik)
        terbuka = alur.list_langkah_terbuka(sop, ringkasan.posisi, permohonan.riwayat)
        return PermohonanTerbuka(
            permohonan=permohonan,
            sop=sop,
            terbuka=terbuka,
            boleh=frozenset(
                t.id for t in terbuka if petugas.peran in t.peran and not ringkasan.dibatasi
            ),
            waktu=self._antrean.ukur(sop, permohonan.riwayat),
            kerabat=susun_kerabat(ringkasan, self._store.permohonan.list_kerabat(ringkasan)),
            dikembalikan_sejak=dikembalikan_sejak(sop, permohonan.riwayat),
            penolakan=find_penolakan(sop, permohonan.riwayat),
        )

    def jalankan(self, perintah: PerintahGerak, petugas: Petugas) -> Permohonan:
        """Do one move and store it with all that belongs to it; a token known already does nothing.

        Raises:
            RuleError: the step is not open, not this role's, or required papers are missing.
            FieldsError: entry fields or the reason to put right; nothing is stored.
            PeringatanError: the fields are in order, but some do not fit together, or a paper
                is not ticked as uploaded; nothing is stored until `perintah.peringatan_dilihat`.
        """
        if (sudah := self._store.permohonan.find_gerak(perintah.token)) is not None:
            return self._store.permohonan.get(sudah)
        self._store.permohonan.simpan_gerak(self._susun(perintah, petugas, self._clock.now()))
        return self._store.permohonan.get(perintah.permohonan_id)

    def check(self, perintah: PerintahGerak, petugas: Petugas) -> None:
        """Refuse a move as `jalankan` would, without storing it; the same errors."""
        self._susun(perintah, petugas, self._clock.now())

    def jalankan_bersama(
        self, daftar: Sequence[PerintahGerak], petugas: Petugas
    ) -> tuple[int, ...]:
        """Do the moves of several cases in one unit, all or none; returns the cases' ids.

        Args:
            daftar: one move a case, at least one; a first token known already does nothing.
            petugas: who signs for all of them.

        Raises:
            RuleError, FieldsError, PeringatanError: as `jalankan`; nothing is stored.
        """
        if self._store.permohonan.find_gerak(daftar[0].token) is not None:
            return tuple(perintah.permohonan_id for perintah in daftar)
        return self._store.permohonan.simpan_gerak_bersama(self.susun_bersama(daftar, petugas))

    def susun_bersama(
        self, daftar: Sequence[PerintahGerak], petugas: Petugas
    ) -> tuple[GerakBaru, ...]:
        """The moves that `jalankan_bersama` would store, for who stores more in the same unit.

        Raises:
            RuleError, FieldsError, PeringatanError: as `jalankan`.
        """
        sekarang = self._clock.now()
        return tuple(self._susun(perintah, petugas, sekarang) for perintah in daftar)

    def batalkan(self, token: str, permohonan_id: int, petugas: Petugas) -> Permohonan:
        """Undo the last decision of a case; the story keeps both. A token known does nothing.

        Raises:
            RuleError: a rule stands against it (`alur.get_batal`).
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(permohonan_id)
        self._store.permohonan.simpan_gerak(self.susun_batal(token, permohonan_id, petugas))
        return self._store.permohonan.get(permohonan_id)

    def susun_batal(self, token: str, permohonan_id: int, petugas: Petugas) -> GerakBaru:
        """The undoing that `batalkan` would store, for who stores more in the same unit.

        Raises:
            RuleError: as `batalkan`.
        """
        lama = self._store.permohonan.get(permohonan_id)
        sop = self._rak.get(lama.ringkasan.sop_sidik)
        sekarang = self._clock.now()
        batal = alur.get_batal(sop, lama.riwayat, petugas.nama, sekarang)
        return GerakBaru(
            token=token,
            permohonan_id=permohonan_id,
            versi=lama.ringkasan.versi,
            langkah=batal.peristiwa.langkah,
            hasil=alur.HASIL_BATAL,
            ke=batal.peristiwa.dari,
            status=batal.status,
            menunggu=batal.menunggu,
            petugas=petugas,
            waktu=sekarang,
            sejak=batal.sejak,
            batal=batal.peristiwa.urut,
            luar=_luar_sesudah_batal(sop, lama, batal),
        )

    def _susun(self, perintah: PerintahGerak, petugas: Petugas, sekarang: dt.datetime) -> GerakBaru:
        """The move as it is to be stored, after every check."""
        lama = self._store.permohonan.get(perintah.permohonan_id)
        ringkasan = lama.ringkasan
        check_tidak_dibatasi(ringkasan)
        sop = self._rak.get(ringkasan.sop_sidik)
        gerak = alur.get_gerak(
            sop, ringkasan.posisi, lama.riwayat, perintah.langkah, perintah.hasil
        )
        alur.check_peran(gerak.langkah, petugas.peran)
        berkas = kelengkapan.terapkan_tanda(lama.berkas, perintah.tanda)
        if "berkas" in gerak.hasil.wajib:  # who says "complete" says that the data agree
            berkas = kelengkapan.nyatakan_cocok(berkas)
        alasan = susun_alasan(gerak.langkah, gerak.hasil, perintah.tolak, perintah.alasan)
        check_syarat_hasil(gerak.hasil, berkas, alasan)
        daftar = gerak.langkah.list_isian(ringkasan.jenis_kode)
        isian = self._check_isian(daftar, perintah.isian, gerak.hasil)
        nama, dilihat = ringkasan.pemohon.nama, perintah.peringatan_dilihat
        check_pengambilan(gerak.langkah, gerak.hasil, isian, nama, dilihat=dilihat)
        saat = waktu_efektif(lama.riwayat, sekarang)
        berkas = kelengkapan.beri_tanggal(lama.berkas, berkas, saat)
        berkas = susun_unggahan(gerak.langkah, gerak.hasil, berkas, perintah.unggah, saat)
        if not perintah.peringatan_dilihat:
            self._check_peringatan(gerak, daftar, perintah.isian, berkas)
        diubah = kelengkapan.list_perubahan(lama.berkas, berkas)
        baru = GerakBaru(
            token=perintah.token,
            permohonan_id=perintah.permohonan_id,
            versi=perintah.versi,
            langkah=gerak.langkah.id,
            hasil=gerak.hasil.id,
            ke=gerak.ke,
            status=gerak.status,
            menunggu=gerak.menunggu,
            petugas=petugas,
            waktu=sekarang,
            sejak=saat,
            alasan=alasan,
            berkas=diubah,
            isian=isian,
            rincian=susun_rincian(lama.berkas, gerak.hasil, berkas, daftar, isian),
            nomor=_minta_nomor(self._store, sop, gerak, sekarang),
            kekurangan=list_kekurangan(gerak.hasil, berkas),
            luar=keadaan_hasil(
                gerak.langkah,
                gerak.hasil,
                find_referensi(daftar, isian),
                ke_wib(sekarang).date(),
                ringkasan.luar,
            ),
        )
        ragu = baru.nomor is not None and is_ragu(self._store)
        return lengkapi_baris(baru, lama, sop, self._rak.tabel, ragu=ragu)

    def _check_peringatan(
        self,
        gerak: alur.Gerak,
        daftar: tuple[Isian, ...],
        isian: dict[str, str],
        berkas: tuple[Berkas, ...],
    ) -> None:
        """Warn once of what goes forward; rows of a table keep their numbers as typed."""
        if gerak.hasil.mundur:
            return
        peringatan = list_peringatan(daftar, isian, hari_periksa(self._store, self._clock))
        peringatan |= list_belum_unggah(gerak.langkah, berkas)
        if peringatan:
            raise PeringatanError(peringatan)

    def _check_isian(
        self, daftar: tuple[Isian, ...], nilai: dict[str, str], hasil: Hasil
    ) -> dict[str, str]:
        """Forward: every field must be in order. Backward: what is in order is kept."""
        tanggal = hari_periksa(self._store, self._clock)
        if not hasil.mundur:
            return {i.id: "" for i in daftar} | check_semua(daftar, nilai, tanggal)
        return keep_isian(daftar, nilai, tanggal)


def _luar_sesudah_batal(sop: Sop, lama: Permohonan, batal: alur.Batal) -> KeadaanLuar | None:
    """What other systems said before the undone decision; None = it said nothing itself."""
    tanpa = [p for p in lama.riwayat if p.urut != batal.peristiwa.urut]
    sebelum = baca_luar(sop, tanpa)
    return None if sebelum == baca_luar(sop, lama.riwayat) else sebelum or TANPA_KABAR


def _minta_nomor(
    store: Store, sop: Sop, gerak: alur.Gerak, sekarang: dt.datetime
) -> MintaNomor | None:
    buku = gerak.langkah.nomor_buku
    if not buku or gerak.hasil.mundur:
        return None
    return MintaNomor(buku, find_pola(store, sop, buku), find_tahun(store, sekarang))

"""The steps of a case after intake: queues by screen, the open case, and every move.

Rights, order and required papers are decided here; the SOP file says what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru, MintaNomor
from sooko_desk.domain import alur, kelengkapan
from sooko_desk.domain.errors import PeringatanError
from sooko_desk.domain.isian import check_semua, keep_isian, list_peringatan
from sooko_desk.domain.lama import dikembalikan_sejak, waktu_efektif
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.antrean import Antrean
from sooko_desk.services.isi_gerak import check_syarat_hasil, list_kekurangan, susun_rincian
from sooko_desk.services.kerabat import susun_kerabat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
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
        boleh: ids of those that the officer's role records.
        kerabat: the cases tied to this one, in the order of `Hubungan`, each once.
        dikembalikan_sejak: aware UTC, when it last went back to the applicant for missing papers
            (see `lama.dikembalikan_sejak`): papers dated later are later papers. None = never.
    """

    permohonan: Permohonan
    sop: Sop
    terbuka: tuple[Langkah, ...]
    boleh: frozenset[str]
    waktu: WaktuLangkah | None
    kerabat: tuple[Kerabat, ...]
    dikembalikan_sejak: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PerintahGerak:
    """A move as the officer gives it; values exactly as typed.

    Attributes:
        token: made when the case was shown; the same press twice gives one event.
        versi: `RingkasanPermohonan.versi` that the officer saw.
        peringatan_dilihat: these very values were warned of, and stand.
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
            boleh=frozenset(t.id for t in terbuka if petugas.peran in t.peran),
            waktu=self._antrean.ukur(sop, permohonan.riwayat),
            kerabat=susun_kerabat(ringkasan, self._store.permohonan.list_kerabat(ringkasan)),
            dikembalikan_sejak=dikembalikan_sejak(sop, permohonan.riwayat),
        )

    def jalankan(self, perintah: PerintahGerak, petugas: Petugas) -> Permohonan:
        """Do one move and store it with all that belongs to it; a token known already does nothing.

        Raises:
            RuleError: the step is not open, not this role's, or required papers are missing.
            FieldsError: entry fields or the reason to put right; nothing is stored.
            PeringatanError: the fields are in order, but some do not fit together; nothing is
                stored until `perintah.peringatan_dilihat`.
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
        sekarang = self._clock.now()
        gerak = [self._susun(perintah, petugas, sekarang) for perintah in daftar]
        return self._store.permohonan.simpan_gerak_bersama(gerak)

    def batalkan(self, token: str, permohonan_id: int, petugas: Petugas) -> Permohonan:
        """Undo the last decision of a case; the story keeps both. A token known does nothing.

        Raises:
            RuleError: a rule stands against it (`alur.get_batal`).
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(permohonan_id)
        lama = self._store.permohonan.get(permohonan_id)
        sop = self._rak.get(lama.ringkasan.sop_sidik)
        sekarang = self._clock.now()
        batal = alur.get_batal(sop, lama.riwayat, petugas.nama, sekarang)
        self._store.permohonan.simpan_gerak(
            GerakBaru(
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
            )
        )
        return self._store.permohonan.get(permohonan_id)

    def _susun(self, perintah: PerintahGerak, petugas: Petugas, sekarang: dt.datetime) -> GerakBaru:
        """The move as it is to be stored, after every check."""
        lama = self._store.permohonan.get(perintah.permohonan_id)
        ringkasan = lama.ringkasan
        sop = self._rak.get(ringkasan.sop_sidik)
        gerak = alur.get_gerak(
            sop, ringkasan.posisi, lama.riwayat, perintah.langkah, perintah.hasil
        )
        alur.check_peran(gerak.langkah, petugas.peran)
        berkas = kelengkapan.terapkan_tanda(lama.berkas, perintah.tanda)
        if "berkas" in gerak.hasil.wajib:  # who says "complete" says that the data agree
            berkas = kelengkapan.nyatakan_cocok(berkas)
        alasan = " ".join(perintah.alasan.split())
        check_syarat_hasil(gerak.hasil, berkas, alasan)
        daftar = gerak.langkah.list_isian(ringkasan.jenis_kode)
        isian = self._check_isian(daftar, perintah.isian, gerak.hasil)
        if not (gerak.hasil.mundur or perintah.peringatan_dilihat):
            self._check_peringatan(daftar, perintah.isian)  # rows keep their numbers as typed
        saat = waktu_efektif(lama.riwayat, sekarang)
        berkas = kelengkapan.beri_tanggal(lama.berkas, berkas, saat)
        diubah = kelengkapan.list_perubahan(lama.berkas, berkas)
        return GerakBaru(
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
            nomor=_minta_nomor(sop, gerak, ke_wib(sekarang).year),
            kekurangan=list_kekurangan(gerak.hasil, berkas),
        )

    def _check_peringatan(self, daftar: tuple[Isian, ...], isian: dict[str, str]) -> None:
        if peringatan := list_peringatan(daftar, isian, hari_ini(self._clock)):
            raise PeringatanError(peringatan)

    def _check_isian(
        self, daftar: tuple[Isian, ...], nilai: dict[str, str], hasil: Hasil
    ) -> dict[str, str]:
        """Forward: every field must be in order. Backward: what is in order is kept."""
        tanggal = hari_ini(self._clock)
        if not hasil.mundur:
            return {i.id: "" for i in daftar} | check_semua(daftar, nilai, tanggal)
        return keep_isian(daftar, nilai, tanggal)


def _minta_nomor(sop: Sop, gerak: alur.Gerak, tahun: int) -> MintaNomor | None:
    if not gerak.langkah.nomor_buku or gerak.hasil.mundur:
        return None
    return MintaNomor(gerak.langkah.nomor_buku, sop.pola_nomor.register, tahun)

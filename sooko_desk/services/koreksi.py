"""Correction of what intake and the steps wrote down, with a reason, told as before and after.

Whoever finds the mistake puts it right; once the case stands in the register the Kasi corrects
whose it is (NIK and name). What is printed afterwards carries the new data; what was printed and
the dated lines of the register stay as they are, the story tells the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_KOREKSI
from sooko_desk.domain.dibatasi import check_tidak_dibatasi
from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError, UserError
from sooko_desk.domain.pengambilan import BAGIAN_SERAH
from sooko_desk.domain.sop import JenisIsian, Peran
from sooko_desk.services.baris_buku import lengkapi_betulan
from sooko_desk.services.isi_gerak import PANJANG_ALASAN
from sooko_desk.services.jam import hari_periksa
from sooko_desk.services.pencetakan import check_tercetak
from sooko_desk.services.penerimaan import FormPenerimaan
from sooko_desk.services.periksa_koreksi import (
    AWALAN,
    Perbandingan,
    bandingkan,
    list_ikut,
    list_langkah_tercatat,
)

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.domain.sop import Isian, Langkah
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

BELUM_ADA = "Belum ada yang dibetulkan: semua isian masih sama dengan yang tersimpan."
ALASAN_KOSONG = "Tulis alasan pembetulan."
PERLU_KASI = (
    "Permohonan ini sudah bernomor register, jadi NIK dan nama hanya dibetulkan oleh Kasi "
    "Pelayanan. Ganti petugas dengan F12."
)
_DARI_PEMOHON = frozenset({"nama", "nik"})
_SIAPA = frozenset({JenisIsian.NAMA, JenisIsian.NIK})


@dataclass(frozen=True, slots=True)
class KoreksiTerbuka:
    """A case whose data may be corrected.

    Attributes:
        form: what intake wrote down, as the form shows it.
        langkah: the steps that were recorded and asked for something, with those fields.
        terkunci: ids of fields that this officer may only look at; see `PERLU_KASI`.
        ikut: entered field -> intake field whose old value it repeats: it follows a correction.
    """

    permohonan: Permohonan
    form: FormPenerimaan
    langkah: tuple[tuple[Langkah, tuple[Isian, ...]], ...]
    terkunci: frozenset[str]
    ikut: dict[str, str]

    @property
    def isian(self) -> tuple[Isian, ...]:
        """The fields of all these steps."""
        return tuple(i for _, daftar in self.langkah for i in daftar)


@dataclass(frozen=True, slots=True)
class PerintahKoreksi:
    """A correction as the officer gives it; values exactly as typed.

    Attributes:
        token: made when the window was opened; the same press twice gives one event.
        versi: `RingkasanPermohonan.versi` that the officer saw.
        form: intake data; service, reason and papers are not looked at.
        isian: entered values, field id -> as typed; a field that is not named stays.
        peringatan_dilihat: these very values were warned of, and stand.
    """

    token: str
    permohonan_id: int
    versi: int
    form: FormPenerimaan = field(repr=False)
    isian: dict[str, str] = field(repr=False)
    alasan: str = ""
    peringatan_dilihat: bool = False


class KoreksiService:
    """Puts right what was written down wrongly, and tells it."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._tabel = tabel
        self._clock = clock

    def buka(self, permohonan_id: int, petugas: Petugas) -> KoreksiTerbuka:
        """Everything the correction window shows, as stored now.

        Raises:
            RuleError: there is no such case, or it is restricted.
        """
        permohonan = self._store.permohonan.get(permohonan_id)
        check_tidak_dibatasi(permohonan.ringkasan)
        sop = self._rak.get(permohonan.ringkasan.sop_sidik)
        langkah = list_langkah_tercatat(sop, permohonan)
        return KoreksiTerbuka(
            permohonan=permohonan,
            form=_susun_form(permohonan),
            langkah=langkah,
            terkunci=_list_terkunci(permohonan, langkah, petugas),
            ikut=list_ikut(permohonan, sop),
        )

    def periksa(self, perintah: PerintahKoreksi) -> Perbandingan:
        """Compare a form as typed with what is stored; stores nothing."""
        permohonan = self._store.permohonan.get(perintah.permohonan_id)
        return self._bandingkan(permohonan, perintah)

    def betulkan(self, perintah: PerintahKoreksi, petugas: Petugas) -> Permohonan:
        """Store a correction with its story. A token known already does nothing.

        Raises:
            FieldsError: "alasan", intake fields by their id, entered fields by
                `AWALAN` + id (of rows as in `check_semua`); nothing is stored.
            UserError: nothing differs from what is stored.
            RuleError: NIK or name of a registered case, and this is not the Kasi; or the case
                has moved since the officer looked at it.
            PeringatanError: nothing is wrong, but something should be looked at once.
        """
        if self._store.permohonan.find_gerak(perintah.token) is not None:
            return self._store.permohonan.get(perintah.permohonan_id)
        lama = self._store.permohonan.get(perintah.permohonan_id)
        check_tidak_dibatasi(lama.ringkasan)
        beda = self._bandingkan(lama, perintah)
        alasan = " ".join(perintah.alasan.split())
        salah = beda.galat | check_alasan(alasan, ALASAN_KOSONG)
        if not beda.betulan and not beda.galat:
            raise UserError(BELUM_ADA)
        if salah:
            raise FieldsError(salah)
        langkah = list_langkah_tercatat(self._rak.get(lama.ringkasan.sop_sidik), lama)
        if {b.bidang for b in beda.betulan} & _list_terkunci(lama, langkah, petugas):
            raise RuleError(PERLU_KASI)
        if beda.peringatan and not perintah.peringatan_dilihat:
            raise PeringatanError(beda.peringatan)
        r = lama.ringkasan
        kejadian = (LANGKAH_KOREKSI, "dibetulkan")
        gerak = replace(
            GerakBaru.di_tempat(r, perintah.token, kejadian, petugas, self._clock.now()),
            versi=perintah.versi,
            alasan=alasan,
            isian=beda.isian,
            rincian={b.label: b.cerita for b in beda.betulan},
            pemohon=None if beda.pemohon == r.pemohon else beda.pemohon,
            pembawa=beda.pembawa,
            pengantar=beda.pengantar,
            catatan=beda.catatan,
        )
        self._store.permohonan.simpan_gerak(lengkapi_betulan(gerak, beda.betulan))
        return self._store.permohonan.get(r.id)

    def _bandingkan(self, permohonan: Permohonan, perintah: PerintahKoreksi) -> Perbandingan:
        return bandingkan(
            permohonan,
            self._rak.get(permohonan.ringkasan.sop_sidik),
            (perintah.form, perintah.isian),
            self._tabel,
            hari_periksa(self._store, self._clock),
        )


def _susun_form(permohonan: Permohonan) -> FormPenerimaan:
    """The stored intake data as its form shows them."""
    r, p = permohonan.ringkasan, permohonan.ringkasan.pemohon
    pembawa, surat = permohonan.pembawa, permohonan.pengantar
    return FormPenerimaan(
        token="",
        layanan=r.layanan,
        jenis=r.jenis_kode,
        nik=p.nik,
        nama=p.nama,
        nkk=p.nkk,
        desa=p.desa,
        alamat=p.alamat,
        rt=p.rt,
        rw=p.rw,
        telepon=p.telepon,
        pembawa_nama=pembawa.nama,
        pembawa_hubungan=pembawa.hubungan,
        pembawa_telepon=pembawa.telepon,
        pengantar_nomor=surat.nomor,
        pengantar_tanggal=surat.tanggal.isoformat() if surat.tanggal else "",
        pengantar_penanda=surat.penanda_tangan,
        catatan=permohonan.catatan,
    )


def _list_terkunci(
    permohonan: Permohonan,
    langkah: tuple[tuple[Langkah, tuple[Isian, ...]], ...],
    petugas: Petugas,
) -> frozenset[str]:
    """What only the Kasi corrects: who the document of a registered case is about."""
    if not permohonan.ringkasan.nomor_register or petugas.peran is Peran.KASI:
        return frozenset()
    isian = (
        AWALAN + i.id
        for satu, daftar in langkah
        if satu.bagian != BAGIAN_SERAH
        for i in daftar
        if (i.jenis in _SIAPA and i.dari) or _SIAPA & {k.jenis for k in i.kolom}
    )
    return frozenset({*_DARI_PEMOHON, *isian})


def check_alasan(alasan: str, kosong: str) -> dict[str, str]:
    """What is wrong with a reason, by "alasan"; {} = nothing.

    Args:
        alasan: free words without needless blanks.
        kosong: what is said where there are none.
    """
    if not alasan:
        return {"alasan": kosong}
    if len(alasan) > PANJANG_ALASAN:
        kalimat = f"Alasan paling banyak {PANJANG_ALASAN} huruf; yang terketik {len(alasan)}."
        return {"alasan": kalimat}
    try:
        check_tercetak(alasan, "Alasan")
    except UserError as galat:
        return {"alasan": str(galat)}
    return {}

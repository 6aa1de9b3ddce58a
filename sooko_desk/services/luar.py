"""The second status: what SIAK or Dispendukcapil last said of a case, beside our own steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_LUAR
from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.luar import (
    DISPENDUKCAPIL,
    SIAK,
    find_penolakan,
    list_tujuan_tolak,
    susun_rincian_luar,
)
from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.domain.waktu import hari_ini

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.store import Store
    from sooko_desk.domain.luar import Penolakan
    from sooko_desk.domain.permohonan import Permohonan, Petugas, RingkasanPermohonan
    from sooko_desk.domain.sop import Pilihan, Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

PANJANG_REFERENSI = 40

_TABEL = {SIAK: "keadaan_siak", DISPENDUKCAPIL: "keadaan_dispendukcapil"}


@dataclass(frozen=True, slots=True)
class KeadaanTeks:
    """A word of another system as the officer gives it.

    Attributes:
        sistem: "siak" or "dispendukcapil".
        kode: of the table of its states.
        referensi: its number there; "" = none was given.
        tanggal: as typed; "" = none was given.
    """

    sistem: str
    kode: str
    referensi: str = ""
    tanggal: str = ""


@dataclass(frozen=True, slots=True)
class BarisDikembalikan:
    """One case that SIAK, a verifier or Dispendukcapil refused and the office has to mend."""

    ringkasan: RingkasanPermohonan
    penolakan: Penolakan


class LuarService:
    """Notes what other systems say; our own steps stay where they are."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._tabel = tabel
        self._clock = clock

    def list_keadaan(self, sistem: str) -> tuple[Pilihan, ...]:
        """The states that a system can report, in the order of the office's table."""
        return self._tabel.pilihan.get(_TABEL[sistem], ())

    def catat(
        self, token: str, permohonan: Permohonan, keadaan: KeadaanTeks, petugas: Petugas
    ) -> Permohonan:
        """Note what a system says of a case. A token known already does nothing.

        Args:
            token: made when the question was shown.
            permohonan: the case as the officer sees it.

        Raises:
            RuleError: the case is finished, has moved, or this is noted already.
            FieldsError: "kode", "referensi" or "tanggal" to put right.
        """
        r = permohonan.ringkasan
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(r.id)
        if r.posisi == SELESAI:
            raise RuleError("Permohonan ini sudah selesai dan diserahkan; tidak dicatat lagi.")
        luar = self._susun(r, keadaan)
        if luar == r.luar:
            raise RuleError("Keadaan itu sudah tercatat.")
        kejadian = (LANGKAH_LUAR, luar.kode)
        gerak = GerakBaru.di_tempat(r, token, kejadian, petugas, self._clock.now())
        gerak = replace(gerak, rincian=susun_rincian_luar(luar), luar=luar)
        self._store.permohonan.simpan_gerak(gerak)
        return self._store.permohonan.get(r.id)

    def list_dikembalikan(self) -> tuple[BarisDikembalikan, ...]:
        """Cases that were refused and wait at the office to be mended, longest waiting first."""
        berjalan = self._rak.list_berjalan()
        posisi = {(sop.sidik, langkah) for sop in berjalan for langkah in list_tujuan_tolak(sop)}
        tolak = {satu for sop in berjalan for satu in _list_hasil_tolak(sop)}
        # Few of a queue were ever refused: the stories of the others are not read.
        semua = self._store.pencarian.list_pernah(sorted(posisi), sorted(tolak))
        cerita = self._store.permohonan.list_riwayat([r.id for r in semua])
        baris = [
            BarisDikembalikan(r, penolakan)
            for r in semua
            if (penolakan := find_penolakan(self._rak.get(r.sop_sidik), cerita[r.id])) is not None
        ]
        return tuple(sorted(baris, key=_sejak))

    def _susun(self, r: RingkasanPermohonan, keadaan: KeadaanTeks) -> KeadaanLuar:
        salah: dict[str, str] = {}
        nama = {p.kode: p.nama for p in self.list_keadaan(keadaan.sistem)}
        if keadaan.kode not in nama:
            salah["kode"] = "Pilih keadaannya dulu."
        referensi = " ".join(keadaan.referensi.split())
        if kalimat := _check_referensi(referensi, r):
            salah["referensi"] = kalimat
        tanggal: dt.date | None = None
        if keadaan.tanggal.strip():
            try:
                tanggal = parse_tanggal(keadaan.tanggal)
            except UserError as galat:
                salah["tanggal"] = str(galat)
        if tanggal is not None and tanggal > hari_ini(self._clock):
            salah["tanggal"] = "Tanggal ini belum tiba. Periksa tanggalnya."
        if salah:
            raise FieldsError(salah)
        return KeadaanLuar(keadaan.sistem, keadaan.kode, nama[keadaan.kode], referensi, tanggal)


def _check_referensi(referensi: str, r: RingkasanPermohonan) -> str:
    """What is wrong with a number; "" = nothing. It stands in lists, so it may be no NIK."""
    if len(referensi) > PANJANG_REFERENSI:
        return f"Nomor paling banyak {PANJANG_REFERENSI} huruf; yang terketik {len(referensi)}."
    if not referensi.isprintable():
        return "Ada huruf yang tidak terlihat. Ketik ulang nomornya."
    digit = bersihkan_digit(referensi)
    if digit and digit in (r.pemohon.nik, r.pemohon.nkk):
        return "Itu NIK atau nomor KK pemohon. Tulis nomor dari sistem lain itu, atau kosongkan."
    return ""


def _list_hasil_tolak(sop: Sop) -> set[tuple[str, str]]:
    """Step and outcome of every refusal that the office has to mend."""
    return {
        (langkah.id, h.id)
        for langkah in sop.langkah
        if langkah.tolak
        for h in langkah.hasil
        if h.mundur and not h.menunggu
    }


def _sejak(baris: BarisDikembalikan) -> tuple[dt.datetime, int]:
    return baris.penolakan.saat, baris.ringkasan.id

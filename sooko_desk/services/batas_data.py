"""A citizen asks that personal data be deleted: the Kasi restricts them instead (UU 27/2022).

The register is an official book and its chain must hold, so nothing leaves it. From the restriction
on the case shows number, service, village, days and steps; looking at the rest needs the PIN and a
reason, and is written down before it is shown.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_BATAS
from sooko_desk.domain.dibatasi import HASIL_DIBATASI, HASIL_DICABUT, tanpa_dibatasi
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.tanggal import parse_tanggal, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.hak import require_kasi
from sooko_desk.services.koreksi import check_alasan
from sooko_desk.services.pencetakan import check_tercetak

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Peristiwa, Permohonan, Petugas
    from sooko_desk.domain.waktu import Clock

TINDAKAN = "membatasi data pribadi"
APA_DIBUKA = "data yang dibatasi"
ALASAN_KOSONG = "Tulis alasannya, tanpa nama atau nomor penduduk."
PANJANG_SURAT = 60
BATAS_LAIN = 12
"""Other cases of one person that are told of."""


@dataclass(frozen=True, slots=True)
class KeadaanBatas:
    """A case as its restriction is decided on.

    Attributes:
        permohonan: what may be seen of it.
        peristiwa: the event that restricted it; None = it is not restricted.
        lain: scan codes of the other cases of the same NIK that are not restricted, newest first,
            at most `BATAS_LAIN`; () for a restricted case: its NIK is not told.
    """

    permohonan: Permohonan
    peristiwa: Peristiwa | None
    lain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PerintahBatas:
    """What the Kasi types.

    Attributes:
        token: made when the window was opened; the same press twice gives one event.
        versi: `RingkasanPermohonan.versi` that the officer saw.
        surat, tanggal: number and date of the citizen's letter; both may be empty.
    """

    token: str
    permohonan_id: int
    versi: int
    alasan: str
    surat: str = ""
    tanggal: str = ""


class BatasDataService:
    """For the Kasi alone."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def buka(self, permohonan_id: int, petugas: Petugas) -> KeadaanBatas:
        """The case, and why it is restricted.

        Raises:
            RuleError: the officer is not the Kasi, or there is no such case.
        """
        require_kasi(petugas, TINDAKAN)
        permohonan = self._store.permohonan.get(permohonan_id)
        r = permohonan.ringkasan
        if not r.dibatasi:
            semua = self._store.pencarian.list_nik((r.pemohon.nik,), BATAS_LAIN)
            lain = (s.kode_pindai for s in tanpa_dibatasi(semua) if s.id != r.id)
            return KeadaanBatas(permohonan, None, tuple(lain))
        batas = (p for p in reversed(permohonan.riwayat) if p.langkah == LANGKAH_BATAS)
        return KeadaanBatas(permohonan, next(batas))

    def batasi(self, perintah: PerintahBatas, petugas: Petugas) -> Permohonan:
        """Restrict a case. A token known already does nothing.

        Raises:
            RuleError: the officer is not the Kasi, it is restricted already, or it has moved.
            FieldsError: "alasan", "surat" or "tanggal".
        """
        return self._atur(perintah, petugas, HASIL_DIBATASI, JenisKejadian.DATA_DIBATASI)

    def cabut(self, perintah: PerintahBatas, petugas: Petugas) -> Permohonan:
        """Lift a restriction; errors as `batasi`. A token known already does nothing."""
        return self._atur(perintah, petugas, HASIL_DICABUT, JenisKejadian.BATAS_DICABUT)

    def lihat(self, permohonan_id: int, alasan: str, petugas: Petugas) -> Permohonan:
        """A restricted case in full, for some seconds; it is written down before.

        Raises:
            RuleError: the officer is not the Kasi, or the case is not restricted.
            FieldsError: "alasan".
            UserError: it could not be written down, so nothing may be shown.
        """
        if self.buka(permohonan_id, petugas).peristiwa is None:
            raise RuleError("Data permohonan ini tidak dibatasi; datanya tampil seperti biasa.")
        alasan = " ".join(alasan.split())
        if salah := check_alasan(alasan, ALASAN_KOSONG):
            raise FieldsError(salah)
        isi = {"apa": APA_DIBUKA, "alasan": alasan}
        self._store.kejadian.catat(
            KejadianBaru(
                uuid.uuid4().hex,
                JenisKejadian.DATA_DIBUKA,
                petugas,
                self._clock.now(),
                isi,
                permohonan_id,
            )
        )
        return self._store.permohonan.get_penuh(permohonan_id)

    def _atur(
        self, perintah: PerintahBatas, petugas: Petugas, hasil: str, jenis: JenisKejadian
    ) -> Permohonan:
        require_kasi(petugas, TINDAKAN)
        if self._store.permohonan.find_gerak(perintah.token) is not None:
            return self._store.permohonan.get(perintah.permohonan_id)
        r = self._store.permohonan.get(perintah.permohonan_id).ringkasan
        if r.dibatasi is (hasil == HASIL_DIBATASI):
            kata = "sudah" if r.dibatasi else "tidak"
            raise RuleError(f"Data permohonan {r.kode_pindai} {kata} dibatasi.")
        alasan = " ".join(perintah.alasan.split())
        salah = check_alasan(alasan, ALASAN_KOSONG)
        surat, salah_surat = self._baca_surat(perintah)
        if salah | salah_surat:
            raise FieldsError(salah | salah_surat)
        waktu = self._clock.now()
        gerak = replace(
            GerakBaru.di_tempat(r, perintah.token, (LANGKAH_BATAS, hasil), petugas, waktu),
            versi=perintah.versi,
            alasan=alasan,
            rincian={"Surat": surat} if surat else {},
        )
        kejadian = KejadianBaru(
            perintah.token, jenis, petugas, waktu, {"alasan": alasan, "surat": surat}, r.id
        )
        self._store.permohonan.simpan_batas(gerak, kejadian)
        return self._store.permohonan.get(r.id)

    def _baca_surat(self, perintah: PerintahBatas) -> tuple[str, dict[str, str]]:
        """Number and date in words, and what is wrong with them."""
        nomor, salah = " ".join(perintah.surat.split()), {}
        if len(nomor) > PANJANG_SURAT:
            salah["surat"] = f"Paling banyak {PANJANG_SURAT} huruf; yang terketik {len(nomor)}."
        try:
            check_tercetak(nomor, "Nomor surat")
        except UserError as galat:
            salah["surat"] = str(galat)
        if not perintah.tanggal.strip():
            return nomor, salah
        try:
            tanggal = parse_tanggal(perintah.tanggal)
        except UserError as galat:
            return nomor, salah | {"tanggal": str(galat)}
        if tanggal > hari_ini(self._clock):
            salah["tanggal"] = "Tanggal surat belum tiba. Periksa tanggalnya."
        return " ".join(x for x in (nomor, f"tgl {tanggal_pendek(tanggal)}") if x), salah

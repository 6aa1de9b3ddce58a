"""The trail that is no case's own: what was looked at in full and what left as a file, and by whom.

A look at a NIK is not told in the story of the case: the story goes on paper, and a page of looks
would hide what was done. The Kasi reads them here, of all cases or of one.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.catatan_kantor import BarisCatatan, SaringCatatan
from sooko_desk.domain.dibatasi import check_tidak_dibatasi
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.services.hak import require_kasi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

__all__ = ["BarisCatatan", "CatatanKantorService", "Ekspor", "SaringCatatan", "sebut_isi"]

BATAS_TAMPIL = 500
"""Most events that are shown at once; a filter shows older ones."""
BANYAK_ORANG = 500
"""People in one file from which on the question says so."""
APA_DIBUKA = "NIK dan nomor KK"

KATA_JENIS: Mapping[str, str] = {
    JenisKejadian.MASUK: "Petugas masuk",
    JenisKejadian.PIN_SALAH: "PIN salah",
    JenisKejadian.PIN_DIGANTI: "PIN diganti",
    JenisKejadian.PIN_SEKALI: "PIN sekali pakai diberikan",
    JenisKejadian.PETUGAS_BARU: "Petugas baru",
    JenisKejadian.PETUGAS_DIUBAH: "Petugas diubah",
    JenisKejadian.PETUGAS_NONAKTIF: "Petugas dinonaktifkan",
    JenisKejadian.PETUGAS_AKTIF: "Petugas diaktifkan lagi",
    JenisKejadian.KODE_DITERBITKAN: "Kode pemulihan diterbitkan",
    JenisKejadian.KODE_DIUJI: "Kode pemulihan diuji",
    JenisKejadian.DIBUKA_DENGAN_KODE: "Register dibuka dengan kode pemulihan",
    JenisKejadian.CADANGAN: "Cadangan",
    JenisKejadian.PEMULIHAN: "Pemulihan register",
    JenisKejadian.EKSPOR: "Data disimpan ke berkas",
    JenisKejadian.DATA_DIBUKA: "Data lengkap dilihat",
    JenisKejadian.JAM_DIRAGUKAN: "Jam komputer diragukan",
    JenisKejadian.JAM_DIPASTIKAN: "Jam komputer dipastikan",
    JenisKejadian.TAHUN_DIBUKA: "Tahun buku dibuka",
    JenisKejadian.RANTAI_PUTUS: "Rantai catatan putus",
    JenisKejadian.INDEKS_DIBANGUN: "Indeks pencarian dibangun ulang",
    JenisKejadian.LATIHAN_PEMULIHAN: "Latihan pemulihan",
    JenisKejadian.INSIDEN: "Data hilang atau bocor",
    JenisKejadian.DATA_DIBATASI: "Data pribadi dibatasi",
    JenisKejadian.BATAS_DICABUT: "Batas data dicabut",
}
_BUKAN_KATA = frozenset({"jejak", "tempat", "peristiwa", "sejak_peristiwa", "saat"})
"""Parts of an event that only the program reads."""


@dataclass(frozen=True, slots=True)
class Ekspor:
    """A file with data of several people.

    Attributes:
        dokumen: title of the document, without anything of a citizen.
        berkas: "XLSX" or "PDF".
        orang: lines about people in it.
    """

    dokumen: str
    berkas: str
    orang: int

    @property
    def pertanyaan(self) -> str:
        """What the Kasi is asked to allow with the PIN."""
        kata = f"Menyimpan {self.dokumen} sebagai {self.berkas}: {sebut_orang(self.orang)}."
        if self.orang <= BANYAK_ORANG:
            return kata
        return f"{kata} Lebih dari {BANYAK_ORANG} orang: pastikan memang semuanya diperlukan."


class CatatanKantorService:
    """Writes down looks and exports; only the Kasi reads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def catat_dibuka(self, permohonan_id: int, petugas: Petugas) -> None:
        """Write down that somebody wants to read NIK and No KK of a case; show them afterwards.

        Raises:
            RuleError: the case is restricted, see `services.batas_data`.
            UserError: it could not be written, so nothing may be shown.
        """
        check_tidak_dibatasi(self._store.permohonan.get(permohonan_id).ringkasan)
        self._catat(JenisKejadian.DATA_DIBUKA, petugas, {"apa": APA_DIBUKA}, permohonan_id)

    def catat_ekspor(self, ekspor: Ekspor, kasi: Petugas, diminta: Petugas) -> None:
        """Write down that a file is made; make it afterwards.

        Args:
            kasi: whose PIN allowed it.
            diminta: who is at work.

        Raises:
            RuleError: `kasi` is not the Kasi.
            UserError: it could not be written, so nothing may be saved.
        """
        require_kasi(kasi, "mengizinkan data banyak orang disimpan ke berkas")
        isi = {
            "dokumen": ekspor.dokumen,
            "berkas": ekspor.berkas,
            "jumlah": sebut_orang(ekspor.orang),
            "diminta": diminta.nama,
        }
        self._catat(JenisKejadian.EKSPOR, kasi, isi, None)

    def catat_halaman_dibatasi(self, dokumen: str, baris: int, kasi: Petugas) -> None:
        """Write down that an official page with restricted cases is to be seen; show it afterwards.

        Args:
            dokumen: title of the document, without anything of a citizen.
            baris: its lines about such cases.
            kasi: whose PIN allowed it.

        Raises:
            RuleError: `kasi` is not the Kasi.
            UserError: it could not be written, so nothing may be shown.
        """
        require_kasi(kasi, "membuka halaman dengan data yang dibatasi")
        isi = {"apa": "data yang dibatasi", "dokumen": dokumen, "jumlah": f"{baris} baris"}
        self._catat(JenisKejadian.DATA_DIBUKA, kasi, isi, None)

    def list_catatan(self, saring: SaringCatatan, petugas: Petugas) -> tuple[BarisCatatan, ...]:
        """The newest `BATAS_TAMPIL` events that fit. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, "membaca catatan kantor")
        return self._store.catatan_kantor.list_catatan(saring, BATAS_TAMPIL)

    def list_petugas(self, petugas: Petugas) -> tuple[str, ...]:
        """Names that the filter offers. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, "membaca catatan kantor")
        return self._store.catatan_kantor.list_petugas()

    def _catat(
        self,
        jenis: JenisKejadian,
        petugas: Petugas,
        isi: Mapping[str, str],
        permohonan_id: int | None,
    ) -> None:
        baru = KejadianBaru(uuid.uuid4().hex, jenis, petugas, self._clock.now(), isi, permohonan_id)
        self._store.kejadian.catat(baru)


def sebut_jenis(jenis: str) -> str:
    """A kind of event in words; also one that a newer program wrote."""
    return KATA_JENIS.get(jenis) or jenis.replace("_", " ").capitalize()


def sebut_isi(isi: Mapping[str, str]) -> str:
    """What an event says, e.g. "Dokumen: Register KK 2026 · Jumlah: 12 orang"."""
    return " · ".join(
        f"{kata.replace('_', ' ').capitalize()}: {nilai}"
        for kata, nilai in isi.items()
        if nilai and kata not in _BUKAN_KATA
    )


def sebut_orang(orang: int) -> str:
    """A number of people as the office writes it, e.g. "1.234 orang"."""
    return f"{orang:,} orang".replace(",", ".")

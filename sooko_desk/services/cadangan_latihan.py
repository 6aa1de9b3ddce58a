"""Practice of a restore: by itself once a week, and by the Kasi's hand once a quarter.

A backup that nobody ever brought back is a hope. A practice changes nothing: it needs no PIN.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.latihan_pulih import buang_sisa, latih
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.cadangan import kenali_tempat
from sooko_desk.services.cadangan_riwayat import Apa, CatatanBaru, Hasil, Sebab

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.data.latihan_pulih import HasilLatihan
    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan, RiwayatCadangan, Tempat
    from sooko_desk.services.cadangan_tempat import Temuan

HARI_LATIHAN = 7
"""Days between two practices that the program does by itself."""
HARI_ULANG = 1
"""Days after which one that failed is tried again."""
HARI_KASI = 92
"""Days, a quarter, after which the Kasi is reminded."""
SIBUK = "Latihan pemulihan yang lain sedang berjalan. Tunggu sampai selesai, lalu coba lagi."


@dataclass(frozen=True, slots=True)
class LatihanSelesai:
    """A practice that came to an end, good or bad."""

    tempat: Tempat
    hasil: HasilLatihan


class LatihanPemulihanService:
    """Belongs to the window's thread, but for what it hands out to be run elsewhere."""

    def __init__(self, register: RegisterTerbuka, riwayat: RiwayatCadangan, clock: Clock) -> None:
        self._register = register
        self._riwayat = riwayat
        self._clock = clock
        self._giliran = threading.Lock()

    @property
    def sibuk(self) -> bool:
        """Whether a practice is on; then no other can be begun."""
        return self._giliran.locked()

    def buang_sisa(self) -> None:
        """Remove what a practice left that was cut off with the program."""
        buang_sisa(self._register.folder)

    def find_tiba(self, temuan: Temuan) -> Tempat | None:
        """The place whose newest backup is to be practised with now; None = it is not time.

        Of several the one that was longest not practised with; after a failure the same again.

        Raises:
            UserError: the register cannot be read.
        """
        ada = {t.tempat.kode: t for t in temuan.terpasang if t.terbaru}
        if not ada:
            return None
        akhir, semua = self._akhir, self._riwayat.list_latihan()
        gagal = akhir if akhir and akhir.isi.hasil is not Hasil.UTUH else None
        sama = ada.get(gagal.isi.tempat.kode) if gagal else None
        mulai = akhir.waktu if akhir else self._mulai()
        tiba = mulai is not None and self._lewat(mulai, HARI_ULANG if gagal else HARI_LATIHAN)
        if gagal and sama:
            return sama.tempat if tiba or sama.terbaru != gagal.isi.nama else None
        if not tiba:
            return None
        # Oldest first, so the newest practice with each place is what stays.
        dilatih = {c.isi.tempat.kode: urut for urut, c in enumerate(reversed(semua), start=1)}
        return min(ada.values(), key=lambda t: dilatih.get(t.tempat.kode, 0)).tempat

    def siapkan(self, tempat: Tempat, kemajuan: Kemajuan) -> Callable[[], LatihanSelesai]:
        """What practises with the newest backup of a place; it may run in any thread, once.

        The work raises UserError: stopped, or there is no backup, or the place is gone.

        Raises:
            RuleError: another practice is on.
        """
        return self._siapkan(lambda: tempat, kemajuan)

    def siapkan_folder(self, folder: Path, kemajuan: Kemajuan) -> Callable[[], LatihanSelesai]:
        """As `siapkan`, for what the officer chose."""
        return self._siapkan(lambda: kenali_tempat(folder), kemajuan)

    def catat(
        self, selesai: LatihanSelesai, petugas: Petugas | None, sebab: Sebab = Sebab.TANGAN
    ) -> None:
        """Remember it; one that the Kasi asked for counts for the quarter.

        Raises:
            UserError: the register refuses.
        """
        hasil = selesai.hasil
        if sebab is Sebab.TANGAN and petugas is not None and petugas.peran is Peran.KASI:
            sebab = Sebab.KASI
        keadaan = Hasil.GAGAL if hasil.belum else Hasil.UTUH
        baru = CatatanBaru(
            Apa.LATIHAN,
            Hasil.RUSAK if hasil.temuan else keadaan,
            sebab,
            selesai.tempat,
            hasil.cadangan.nama,
            hasil.jumlah,
            urut=hasil.urut,
            rantai=hasil.rantai,
            kalimat=" ".join(hasil.temuan) or hasil.belum,
        )
        self._riwayat.tulis(baru, petugas)

    @property
    def berhasil(self) -> bool:
        """Whether nothing is wrong with the last practice; also where there was none."""
        return not sebut_gagal(self._riwayat)

    def sebut_terakhir(self) -> str:
        """The last practice in a sentence.

        Raises:
            UserError: the register cannot be read.
        """
        akhir = self._akhir
        if akhir is None:
            return "Latihan pemulihan: belum pernah."
        if akhir.isi.hasil is not Hasil.UTUH:
            return sebut_gagal(self._riwayat)
        return (
            f"Latihan pemulihan: terakhir {sebut_saat(akhir.waktu)} dari "
            f"{akhir.isi.tempat.sebutan}, berhasil."
        )

    def pengingat(self, petugas: Petugas | None) -> str:
        """What reminds the Kasi of the practice by hand; "" = nothing to be reminded of.

        Raises:
            UserError: the register cannot be read.
        """
        if petugas is None or petugas.peran is not Peran.KASI:
            return ""
        oleh_kasi = (c.waktu for c in self._riwayat.list_latihan() if c.isi.sebab is Sebab.KASI)
        terakhir = next(oleh_kasi, None)
        mulai = terakhir or self._mulai()
        if mulai is None or (hari_ini(self._clock) - ke_wib(mulai).date()).days <= HARI_KASI:
            return ""
        if terakhir is None:
            return "Kasi belum pernah berlatih memulihkan (Ctrl+I, F7)."
        return "Tiga bulan ini Kasi belum berlatih memulihkan (Ctrl+I, F7)."

    @property
    def _akhir(self) -> CatatanCadangan | None:
        return next(iter(self._riwayat.list_latihan()), None)

    def _mulai(self) -> dt.datetime | None:
        """Since when there is something to practise with."""
        for semua in (self._riwayat.list_latihan(), self._riwayat.list_terbaru()):
            terlama = [c.waktu for c in semua if c.selesai or c.isi.apa is Apa.LATIHAN][-1:]
            if terlama:
                return terlama[0]
        return None

    def _lewat(self, saat: dt.datetime, hari: int) -> bool:
        """So many days are over; also where the clock has gone back behind it."""
        return not 0 <= (hari_ini(self._clock) - ke_wib(saat).date()).days < hari

    def _siapkan(
        self, cari: Callable[[], Tempat], kemajuan: Kemajuan
    ) -> Callable[[], LatihanSelesai]:
        if not self._giliran.acquire(blocking=False):
            raise RuleError(SIBUK)
        folder, kunci = self._register.folder, self._register.kunci

        def jalankan() -> LatihanSelesai:
            try:
                tempat = cari()
                return LatihanSelesai(tempat, _latih(tempat, folder, kunci, kemajuan))
            finally:
                self._giliran.release()

        return jalankan


def sebut_gagal(riwayat: RiwayatCadangan) -> str:
    """Why the last practice failed and what to do; "" = it did not.

    Raises:
        UserError: the register cannot be read.
    """
    akhir = next(iter(riwayat.list_latihan()), None)
    if akhir is None or akhir.isi.hasil is Hasil.UTUH:
        return ""
    kata = "belum jadi" if akhir.isi.hasil is Hasil.GAGAL else "gagal"
    return (
        f"Latihan pemulihan dari {akhir.isi.tempat.sebutan} ({sebut_saat(akhir.waktu)}) {kata}. "
        f"{akhir.isi.kalimat}"
    )


def _latih(tempat: Tempat, folder: Path, kunci: str, kemajuan: Kemajuan) -> HasilLatihan:
    try:
        semua = list_cadangan(folder_cadangan(tempat.folder))
    except OSError as galat:
        raise UserError(
            f"{tempat.sebutan} tidak dapat dibaca. Cabut dan pasang kembali, lalu ulangi."
        ) from galat
    if not semua:
        raise UserError(
            f"Tidak ada cadangan yang selesai di “{tempat.folder}”. Pasang flashdisk-nya atau "
            "pilih folder lain, lalu ulangi."
        )
    return latih(semua[0], folder, kunci, kemajuan)

"""The register year: which book takes the next number, and the Kasi's opening of a new one.

Numbers run per year (shared DOMAIN page, 4.4). A clock that jumped must not begin a book, so the
year is opened by hand: until then numbers go on in the open book, whatever the calendar says. A
case that came in December and is written into the register in January gets the next line of the
book that is open then, as in a book of paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk import TANGGAL_VERSI
from sooko_desk.data.tahun_buku import KUNCI
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.jam import periksa_saat
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import sebut_saat_panjang, tanggal_panjang
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.perintah import BarisPengaturan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.jam import JamService

HANYA_KASI = f"Hanya {Peran.KASI.nama} yang membuka buku tahun baru. {GANTI_PETUGAS}"
AWAL = "tahun buku pertama"
"""Names the first opening of a register."""
JAM_RAGU = (
    "Jam komputer sedang diragukan, jadi buku tahun baru belum dapat dibuka. Betulkan jam "
    "Windows, lalu nyatakan jam sudah benar."
)


class TahunBukuService:
    """Tells the open year and opens the next."""

    def __init__(self, store: Store, jam: JamService, clock: Clock) -> None:
        self._store = store
        self._jam = jam
        self._clock = clock

    @property
    def terbuka(self) -> int:
        """The year in which numbers are taken now."""
        return find_tahun(self._store, self._clock.now())

    def find_baru(self) -> int | None:
        """The year that waits to be opened; None = none, also while the clock is doubtful."""
        kini = ke_wib(self._clock.now()).year
        return kini if kini > self.terbuka and not self._jam.keraguan().berjalan else None

    def buka(self, token: str, petugas: Petugas) -> int:
        """Open the book of the year that the calendar says; returns it.

        Args:
            token: made when the question was shown; the same press twice opens one year.
            petugas: the Kasi.

        Raises:
            RuleError: this is not the Kasi, the clock is doubtful, or that year is open.
        """
        if not may_edit(petugas):
            raise RuleError(HANYA_KASI)
        if self._jam.keraguan().berjalan:
            raise RuleError(JAM_RAGU)
        sekarang = self._clock.now()
        tahun = ke_wib(sekarang).year
        self._store.tahun_buku.buka(token, tahun, petugas, sekarang)
        return tahun

    def list_riwayat(self) -> tuple[BarisPengaturan, ...]:
        """Every opening, newest first; `isi` is the year."""
        return self._store.pengaturan.list_riwayat(KUNCI)


def find_tahun(store: Store, sekarang: dt.datetime) -> int:
    """The year of the next number; of a register without any, that of the clock.

    Args:
        store: the register.
        sekarang: aware.
    """
    tahun = store.tahun_buku.find()
    return ke_wib(sekarang).year if tahun is None else tahun


def sebut_awal(sekarang: dt.datetime) -> str:
    """What the first set-up says of the year that it opens.

    Args:
        sekarang: aware.

    Raises:
        UserError: the clock shows a day before this program was made.
    """
    kini = f"Jam komputer menunjukkan {sebut_saat_panjang(sekarang)}"
    if periksa_saat(sekarang, None, TANGGAL_VERSI) is not None:
        raise UserError(
            f"{kini}, padahal program ini dibuat {tanggal_panjang(TANGGAL_VERSI)}. "
            "Betulkan jam Windows, lalu simpan lagi."
        )
    return f"Buku register yang dibuka: tahun {ke_wib(sekarang).year}. {kini}; betulkan bila salah."


def buka_awal(store: Store, kasi: Petugas, sekarang: dt.datetime) -> None:
    """Open the first year of a new register, that of the clock which the Kasi was shown.

    Args:
        store: the register.
        kasi: whom the first set-up has just stored.
        sekarang: aware.
    """
    store.tahun_buku.buka(AWAL, ke_wib(sekarang).year, kasi, sekarang)

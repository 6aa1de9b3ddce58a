"""What the office writes on a paper of a moment: head, place, words at the foot, who signs.

The one place where documents get it. The moment is the paper's own (intake, hand-over, dispatch),
so an old case prints with the head and the official of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.kantor import JABATAN_KASI, KOP_TERBANYAK, Pejabat
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.kantor import Kantor
    from sooko_desk.domain.sop import Sop
    from sooko_desk.printing.kop import Kop
    from sooko_desk.printing.tanda_tangan import PenandaTangan
    from sooko_desk.services.kantor import KantorService
    from sooko_desk.services.logo_kantor import LogoKantor


class KopDokumen:
    """Reads only. Printing modules are imported on first use."""

    def __init__(self, kantor: KantorService, logo: LogoKantor) -> None:
        self._kantor = kantor
        self._logo = logo

    def kop(self, saat: dt.datetime, sop: Sop | None = None) -> Kop:
        """The head at an instant (aware).

        Args:
            saat: the paper's moment.
            sop: the case's; its sheet gives the head while the office had set none.
        """
        kantor = self._kantor.kantor(saat, sop)
        return make_kop(kantor, self._logo.find(kantor.logo_sidik))

    def kop_lembar(self, sop: Sop, saat: dt.datetime) -> Kop:
        """The head as an SOP's own sheet has it, with the logo at an instant (aware)."""
        from sooko_desk.printing.kop import Kop

        return Kop(sop.lembar.kop, self._logo.find(self._kantor.kantor(saat).logo_sidik))

    def tempat_tanggal(self, saat: dt.datetime) -> str:
        """Place and date of an instant (aware), e.g. "Sooko, 21 November 2026"."""
        return sebut_tempat_tanggal(self._kantor.kantor(saat).tempat, ke_wib(saat).date())

    def catatan_kaki(self, saat: dt.datetime) -> str:
        """Words at the foot of what the public is given; "" = none."""
        return self._kantor.kantor(saat).catatan_kaki

    def penanda_tangan(self, saat: dt.datetime, nama: str = "") -> PenandaTangan:
        """Who signs for the Seksi Pelayanan at an instant (aware), with place and date.

        Args:
            saat: the paper's moment.
            nama: the officer who decided, where that is who signs; rank, NIP and form come from
                the list of officials, if that officer was on it that day.
        """
        hari = ke_wib(saat).date()
        if nama:
            cocok = (p for p in self._kantor.pejabat(hari) if _is_orang(p, nama))
            pejabat = next(cocok, None)
        else:
            pejabat = self._kantor.find_pejabat(JABATAN_KASI, hari)
        tempat_tanggal = self.tempat_tanggal(saat)
        return make_penanda_tangan(pejabat or Pejabat("", nama, JABATAN_KASI, hari), tempat_tanggal)


def make_kop(kantor: Kantor, logo: bytes | None) -> Kop:
    """The head of the office's data; lines beyond what a head holds are left out."""
    from sooko_desk.printing.kop import Kop

    return Kop(kantor.kop[:KOP_TERBANYAK], logo)


def make_penanda_tangan(pejabat: Pejabat, tempat_tanggal: str) -> PenandaTangan:
    """An official as the block of a signature."""
    from sooko_desk.printing.tanda_tangan import PenandaTangan

    return PenandaTangan(
        tempat_tanggal,
        pejabat.jabatan,
        pejabat.nama,
        pejabat.pangkat,
        pejabat.nip,
        pejabat.bentuk,
        pejabat.atas_nama,
    )


def sebut_tempat_tanggal(tempat: str, hari: dt.date) -> str:
    """E.g. "Sooko, 21 November 2026"."""
    return f"{tempat}, {tanggal_panjang(hari)}"


def _is_orang(pejabat: Pejabat, nama: str) -> bool:
    """Whether an official of the Seksi Pelayanan is that officer; titles behind do not matter."""
    sama = _tanpa_gelar(pejabat.nama) == _tanpa_gelar(nama)
    return sama and JABATAN_KASI in (pejabat.jabatan, pejabat.mewakili)


def _tanpa_gelar(nama: str) -> str:
    return " ".join(nama.partition(",")[0].split()).casefold()

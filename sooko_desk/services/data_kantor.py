"""What the office sets of itself: head, officials, logo, number patterns; and what papers get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.services.kantor import KantorService
from sooko_desk.services.kop_dokumen import KopDokumen
from sooko_desk.services.logo_kantor import LogoKantor
from sooko_desk.services.pola_nomor import PolaNomorService

if TYPE_CHECKING:
    from sooko_desk.data.brankas import Brankas
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService


@dataclass(frozen=True, slots=True)
class DataKantor:
    """The office's own data over one open register.

    Attributes:
        isi: head, place, words at the foot, officials.
        kop: the same as a paper of a moment carries it.
    """

    isi: KantorService
    logo: LogoKantor
    pola: PolaNomorService
    kop: KopDokumen


def build_data_kantor(store: Store, rak: RakService, brankas: Brankas, clock: Clock) -> DataKantor:
    """Make them.

    Args:
        store: the open register.
        rak: its SOPs, whose sheets say what holds until the Kasi sets something.
        brankas: where logos lie.
        clock: tells when something was set.
    """
    isi, logo = KantorService(store, rak, clock), LogoKantor(brankas)
    return DataKantor(isi, logo, PolaNomorService(store, rak, clock), KopDokumen(isi, logo))

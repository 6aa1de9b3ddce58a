"""The shelf of SOPs: those in force today, and the one each running case began under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.services.jam import hari_periksa
from sooko_desk.sop.muat import parse_sop
from sooko_desk.sop.rak import RakSop

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.store import Store
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.syarat import SyaratService
    from sooko_desk.sop.tabel import Tabel


class RakService:
    """Finds SOPs by day or by fingerprint; a pinned text in the register outlives its file.

    The versions in force carry the office's own requirement lists, where it has some.
    """

    def __init__(
        self,
        rak: RakSop,
        tabel: Tabel,
        store: Store,
        clock: Clock,
        syarat: SyaratService,
    ) -> None:
        self._rak = _tolak_pola_kembar(rak)
        self._tabel = tabel
        self._store = store
        self._clock = clock
        self._syarat = syarat
        self._tersimpan: dict[str, Sop] = {}

    @property
    def tabel(self) -> Tabel:
        """The code tables that the SOPs are read with."""
        return self._tabel

    @property
    def masalah(self) -> tuple[str, ...]:
        """One sentence per SOP or requirement list that cannot be used."""
        return (*self._rak.masalah, *self._list_berjalan()[1], *self._syarat.masalah)

    def list_berlaku(self) -> tuple[Sop, ...]:
        """The version of each service that is in force today (WIB)."""
        return tuple(self._syarat.terapkan(sop) for sop in self.list_bawaan())

    def list_bawaan(self, hari: dt.date | None = None) -> tuple[Sop, ...]:
        """As `list_berlaku`, with the requirement lists of the files themselves.

        Args:
            hari: those in force on that day (WIB); None = today.
        """
        return self._rak.list_layanan(hari or hari_periksa(self._store, self._clock))

    def find_berlaku(self, layanan: str) -> Sop | None:
        """The version of one service in force today, or None."""
        sop = self._rak.find_berlaku(layanan, hari_periksa(self._store, self._clock))
        return None if sop is None else self._syarat.terapkan(sop)

    def find_terakhir(self, layanan: str) -> Sop | None:
        """The version in force, else the newest one that the register keeps, else None.

        For the books of a service whose file was taken away.
        """
        if (sop := self.find_berlaku(layanan)) is not None:
            return sop
        sidik = self._store.sop.find_terakhir(layanan)
        return None if sidik is None else self.get(sidik)

    def list_semua(self) -> tuple[Sop, ...]:
        """Every version on the shelf."""
        return self._rak.sop

    def list_berjalan(self) -> tuple[Sop, ...]:
        """The SOPs under which cases run; one that cannot be read is told by `masalah`."""
        return self._list_berjalan()[0]

    def get(self, sidik: str) -> Sop:
        """The SOP a case began under.

        Raises:
            UserError: its text is neither on the shelf nor readable in the register.
        """
        sop = self._rak.find_sidik(sidik) or self._tersimpan.get(sidik)
        if sop is None:
            teks = self._store.sop.find_teks(sidik)
            if teks is None:
                raise UserError("Berkas SOP permohonan ini tidak ditemukan lagi.")
            sop = parse_sop(teks, f"tersimpan {sidik[:8]}", self._tabel)
            self._tersimpan[sidik] = sop
        return sop

    def _list_berjalan(self) -> tuple[tuple[Sop, ...], tuple[str, ...]]:
        terbaca: list[Sop] = []
        masalah: list[str] = []
        for sidik in self._store.sop.list_berjalan():
            try:
                terbaca.append(self.get(sidik))
            except UserError as galat:
                masalah.append(f"{galat} Permohonan yang memakainya tidak tampil di antrean.")
        return tuple(terbaca), tuple(masalah)


def _tolak_pola_kembar(rak: RakSop) -> RakSop:
    """Take from the shelf what would give another book's numbers; the first reader keeps them.

    A number text is unique over all books of the register, so the second book could not store
    its first case.
    """
    pemilik: dict[str, str] = {}
    dipakai: list[Sop] = []
    masalah = list(rak.masalah)
    for sop in rak.sop:
        pola = {
            sop.pola_nomor.tanda_bukti: f"tanda bukti {sop.layanan}",
            sop.pola_nomor.register: f"register {sop.layanan}",
        }
        kembar = [p for p, buku in pola.items() if pemilik.get(p, buku) != buku]
        if kembar:
            masalah.append(
                f"SOP {sop.layanan} efektif {tanggal_pendek(sop.lembar.tanggal_efektif)} tidak "
                f'dipakai: pola nomor "{kembar[0]}" sudah dipakai {pemilik[kembar[0]]}. '
                "Bedakan pola_nomor di berkas SOP itu, lalu buka ulang program."
            )
            continue
        pemilik |= pola
        dipakai.append(sop)
    return RakSop(tuple(dipakai), tuple(masalah))

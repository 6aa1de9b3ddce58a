"""The patterns of the office's numbers: the SOP's own ones until the Kasi sets others.

A pattern holds from the next number on. None is taken that could give a number a second time: the
running number of a book goes on, and the text of every number is unique over all books.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.nomor_buku import BUKU_KIRIMAN
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.kiriman import POLA_NOMOR
from sooko_desk.domain.nomor import baca_nomor, check_pola, format_nomor, may_clash
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.services.pencetakan import check_tercetak
from sooko_desk.services.tahun_buku import find_tahun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService

POLA_NOMOR_KANTOR = "pola nomor"
"""What is changed, in words."""
TANDA_BUKTI, REGISTER, KIRIMAN = "tanda_bukti", "register", BUKU_KIRIMAN
NAMA_BUKU = {
    TANDA_BUKTI: "Tanda bukti",
    REGISTER: "Register",
    KIRIMAN: "Daftar pengiriman",
}
"""Books that give numbers, and what the officer calls their numbers."""


@dataclass(frozen=True, slots=True)
class PolaBuku:
    """The pattern of one book, as it holds or as typed.

    Attributes:
        buku: one of `NAMA_BUKU`.
    """

    layanan: str
    buku: str
    pola: str

    @property
    def kunci(self) -> str:
        """Where it is kept, and its place in what `check` says."""
        return f"pola/{self.layanan}/{self.buku}"


def find_pola(store: Store, sop: Sop, buku: str) -> str:
    """The pattern of the next number of a book: the office's own, else the SOP's."""
    bawaan = PolaBuku(sop.layanan, buku, _bawaan(sop, buku))
    return store.pengaturan.find(bawaan.kunci) or bawaan.pola


class PolaNomorService:
    """Shows, checks and stores the patterns of the services that are offered."""

    def __init__(self, store: Store, rak: RakService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._clock = clock

    def get(self) -> tuple[PolaBuku, ...]:
        """What holds for every book of every service in force, service by service."""
        return tuple(map(self._berlaku, self._list_bawaan()))

    def is_bawaan(self) -> bool:
        """Whether the SOPs' own patterns hold."""
        return self.get() == tuple(self._list_bawaan())

    def nomor_berikut(self, satu: PolaBuku) -> str:
        """The next number of a book under that pattern; "" while the pattern is none."""
        try:
            check_pola(satu.pola)
        except UserError:
            return ""
        tahun = find_tahun(self._store, self._clock.now())
        urut = self._store.nomor_buku.urut_berikut(satu.layanan, satu.buku, tahun)
        return format_nomor(satu.pola, urut, tahun)

    def check(self, daftar: Sequence[PolaBuku]) -> dict[str, str]:
        """What is wrong with patterns as typed: `PolaBuku.kunci` -> sentence; {} = in order.

        The numbers that were given out are not looked through; `simpan` does.
        """
        salah: dict[str, str] = {}
        for satu in daftar:
            try:
                check_pola(satu.pola)
                check_tercetak(satu.pola, "Pola nomor")
            except UserError as galat:
                salah[satu.kunci] = str(galat)
        utuh = [satu for satu in daftar if satu.kunci not in salah]
        lain = self._list_lain({satu.kunci for satu in daftar})
        for nomor, satu in enumerate(utuh):
            for sudah in (*utuh[:nomor], *lain):
                if may_clash(satu.pola, sudah.pola):
                    salah.setdefault(
                        satu.kunci,
                        "Pola ini dapat memberi nomor yang sama dengan "
                        f"{NAMA_BUKU[sudah.buku].lower()} {sudah.layanan}. Bedakan polanya.",
                    )
        return salah

    def simpan(self, daftar: Sequence[PolaBuku], petugas: Petugas) -> None:
        """Let patterns hold from the next number on, all or none.

        Raises:
            RuleError: this is not the Kasi.
            FieldsError: by `PolaBuku.kunci`; nothing is stored.
        """
        require_kasi(petugas, POLA_NOMOR_KANTOR)
        berlaku = {satu.kunci: satu.pola for satu in self.get()}
        bawaan = {satu.kunci: satu.pola for satu in self._list_bawaan()}
        baru = [satu for satu in daftar if satu.pola != berlaku[satu.kunci]]
        if salah := self.check(daftar) or self._list_terpakai(baru):
            raise FieldsError(salah)
        isi = {s.kunci: "" if s.pola == bawaan[s.kunci] else s.pola for s in baru}
        self._store.pengaturan.simpan_semua(isi, petugas, self._clock.now())

    def kembalikan(self, petugas: Petugas) -> None:
        """Let the SOPs' own patterns hold again.

        Raises:
            RuleError: this is not the Kasi.
            FieldsError: one of them would give a number twice by now.
        """
        self.simpan(tuple(self._list_bawaan()), petugas)

    def _berlaku(self, bawaan: PolaBuku) -> PolaBuku:
        isi = self._store.pengaturan.find(bawaan.kunci)
        return PolaBuku(bawaan.layanan, bawaan.buku, isi) if isi else bawaan

    def _list_bawaan(self) -> Iterator[PolaBuku]:
        for sop in self._rak.list_bawaan():
            for buku in NAMA_BUKU:
                yield PolaBuku(sop.layanan, buku, _bawaan(sop, buku))

    def _list_lain(self, kunci: set[str]) -> frozenset[PolaBuku]:
        """Patterns of other books: of former services, and of versions that come into force."""
        semua = (
            self._berlaku(PolaBuku(sop.layanan, buku, _bawaan(sop, buku)))
            for sop in (*self._rak.list_semua(), *self._rak.list_berjalan())
            for buku in NAMA_BUKU
        )
        return frozenset(satu for satu in semua if satu.kunci not in kunci)

    def _list_terpakai(self, daftar: Iterable[PolaBuku]) -> dict[str, str]:
        """Patterns that would come to a number that some book has given out or reserved."""
        terbuka = find_tahun(self._store, self._clock.now())
        salah: dict[str, str] = {}
        for satu in daftar:
            urut: dict[int, int] = {}
            for teks in self._store.nomor_buku.list_teks():
                nomor, tahun = baca_nomor(satu.pola, teks) or (0, 0)
                if tahun < terbuka:
                    continue
                if tahun not in urut:
                    urut[tahun] = self._store.nomor_buku.urut_berikut(
                        satu.layanan, satu.buku, tahun
                    )
                if nomor >= urut[tahun]:
                    salah[satu.kunci] = (
                        f"Pola ini akan memberi nomor {teks} untuk kedua kali. Bedakan polanya."
                    )
                    break
        return salah


def _bawaan(sop: Sop, buku: str) -> str:
    if buku == KIRIMAN:
        return POLA_NOMOR.format(layanan=sop.layanan)
    return sop.pola_nomor.tanda_bukti if buku == TANDA_BUKTI else sop.pola_nomor.register

"""Tutup buku harian: a day's page is signed by the Kasi and never changes again.

The page is kept as words with a checksum over them and over the page before: whoever alters one
closed day would have to alter every later one, and the printed sheets say what they were.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.data.rantai import Kepala
from sooko_desk.data.tutup_harian import TutupHarianBaru
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kantor import JABATAN_KASI, Kantor, Pejabat
from sooko_desk.domain.laporan import IsiLaporan  # noqa: TC001 - msgspec reads the type
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import (
    sebut_saat_panjang,
    tanggal_panjang,
    tanggal_pendek,
)
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.buku_harian import SEHARI, Batas, hari
from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit
from sooko_desk.services.halaman_dibatasi import count_dibatasi, tutup_isi
from sooko_desk.services.kop_dokumen import make_kop, make_penanda_tangan, sebut_tempat_tanggal
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rantai import sebut_kepala
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.data.tutup_harian import TutupHarian
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.buku_harian import BukuHarianData
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.buku_harian import BukuHarianService
    from sooko_desk.services.data_kantor import DataKantor

ID_DOKUMEN = "buku_harian"
BATAS_AWAL = dt.timedelta(days=31)
"""How far back the daily book may begin."""
BATAS_DAFTAR = 366
"""Closed days that are listed."""
HANYA_KASI = f"Buku harian ditutup oleh {Peran.KASI.nama}. {GANTI_PETUGAS}"


@dataclass(frozen=True, slots=True)
class HariBuku:
    """A day of the daily book.

    Attributes:
        banyak: events of an open day so far; of a closed day those that its page tells of.
        petugas: who closed it; "" = it is open.
        ditutup: aware UTC; None = it is open.
    """

    tanggal: dt.date
    banyak: int
    petugas: str = ""
    ditutup: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Persiapan:
    """A day as the window shows it.

    Attributes:
        peringatan: what should be looked at before closing.
        halangan: why it cannot be closed now; "" = it can.
        sidik: of a closed day; "" = it is open.
    """

    hari: HariBuku
    isi: IsiLaporan
    peringatan: tuple[str, ...]
    halangan: str
    sidik: str = ""


@dataclass(frozen=True, slots=True)
class HalamanHarian:
    """A page as it is stored, in words.

    Attributes:
        kop: lines of the head; `logo` the SHA-256 of its picture, "" = none.
        penanda: who signs, with place and date in `tempat_tanggal`.
        ditutup: date, time and officer; "" = not closed yet.
        sidik_sebelum: checksum of the page before; "" = it is the first.
        rantai_urut, rantai: head of the register's hash chain just before the closing; 0 and "" =
            not closed yet, or closed before there was a chain.
    """

    tanggal: dt.date
    kop: tuple[str, ...]
    logo: str
    isi: IsiLaporan
    banyak: int
    penanda: Pejabat
    tempat_tanggal: str
    ditutup: str
    sidik_sebelum: str
    batas: Batas
    rantai_urut: int = 0
    rantai: str = ""


@dataclass(frozen=True, slots=True)
class _Singkat:
    """What the list of days and the next page need of a stored one; its lines are not read."""

    banyak: int
    batas: Batas


class TutupHarianService:
    """Closes days and prints their pages."""

    def __init__(
        self, store: Store, buku: BukuHarianService, kantor: DataKantor, clock: Clock
    ) -> None:
        self._store = store
        self._buku = buku
        self._kantor = kantor.isi
        self._logo = kantor.logo
        self._clock = clock

    def list_hari(self) -> tuple[HariBuku, ...]:
        """Open days with events and today, then the closed days; each group newest first."""
        terbuka = [HariBuku(tanggal, n) for tanggal, n in self._list_terbuka().items()]
        tertutup = [self._tertutup(t) for t in self._store.tutup_harian.list(BATAS_DAFTAR)]
        return (*sorted(terbuka, key=_tanggal, reverse=True), *tertutup)

    def find_terlupa(self) -> dt.date | None:
        """The oldest day before today that waits to be closed; None also before the first one."""
        if self._store.tutup_harian.find_terakhir() is None:
            return None
        tertua = min(self._list_terbuka(), default=dt.date.max)
        return tertua if tertua < hari_ini(self._clock) else None

    def siapkan(self, tanggal: dt.date) -> Persiapan:
        """A day's page: as it was closed, or as it would be closed now.

        Restricted cases are not named here; the closed page itself names them, see
        `build_dokumen`.

        Raises:
            RuleError: the day is neither closed, nor may it be shown open (`_check_terbuka`).
            UserError: the stored page is not what was signed.
        """
        tutup = self._store.tutup_harian.find(tanggal)
        if tutup is not None:
            halaman = self._baca(tutup)
            isi = tutup_isi(halaman.isi, self._store.permohonan.list_kode_dibatasi())
            return Persiapan(self._tertutup(tutup), isi, (), "", tutup.sidik)
        self._check_terbuka(tanggal)
        susunan = self._buku.susun(tanggal, self._batas())
        return Persiapan(
            HariBuku(tanggal, susunan.banyak),
            susunan.isi,
            susunan.peringatan,
            self._sebut_halangan(tanggal),
        )

    def tutup(self, token: str, tanggal: dt.date, petugas: Petugas) -> HariBuku:
        """Close a day for good. A token known already does nothing.

        Args:
            token: made when the day was shown.
            tanggal: in WIB; earlier days with events must be closed before it.
            petugas: the Kasi.

        Raises:
            RuleError: this is not the Kasi, the day is closed or to come, or an earlier one is
                open.
        """
        if (sudah := self._store.tutup_harian.find_token(token)) is not None:
            return self._tertutup(sudah)
        if not may_edit(petugas):
            raise RuleError(HANYA_KASI)
        if self._store.tutup_harian.find(tanggal) is None:  # else the store says so
            self._check_terbuka(tanggal)
            if halangan := self._sebut_halangan(tanggal):
                raise RuleError(halangan)
        halaman = self._susun(tanggal, petugas)
        isi = msgspec.json.encode(halaman)
        baru = TutupHarianBaru(
            token=token,
            tanggal=tanggal,
            sampai_urut=halaman.batas.urut,
            isi=isi.decode(),
            sidik=hitung_sidik(isi),
            petugas=petugas,
            waktu=self._clock.now(),
        )
        return self._tertutup(self._store.tutup_harian.tutup(baru))

    def build_dokumen(self, tanggal: dt.date, kertas: Kertas | None = None) -> Dokumen:
        """The page of a day as PDF: of a closed day always the same, of an open one as of now.

        Raises:
            RuleError: as `siapkan`.
            UserError: the stored page is not what was signed.
        """
        from sooko_desk.printing import buku_harian

        tutup = self._store.tutup_harian.find(tanggal)
        if tutup is None:
            self._check_terbuka(tanggal)
            data = self._data(self._susun(tanggal, None), "")
        else:
            data = self._data(self._baca(tutup), tutup.sidik)
        return Dokumen(
            ID_DOKUMEN,
            f"Buku harian {tanggal_pendek(tanggal)}",
            f"buku-harian-{tanggal.isoformat()}.pdf",
            buku_harian.render(pada_kertas(data, kertas)),
            rujukan=susun_rujukan(ID_DOKUMEN, tanggal=tanggal.isoformat()),
            orang=data.isi.orang,
            dibatasi=0
            if tutup is None
            else count_dibatasi(data.isi, self._store.permohonan.list_kode_dibatasi()),
        )

    def _list_terbuka(self) -> Counter[dt.date]:
        """Days that can still be closed, with the number of their events; today always."""
        ini = hari_ini(self._clock)
        akhir = self._store.tutup_harian.find_terakhir()
        belum = self._buku.list_belum(self._batas(), ini - BATAS_AWAL)
        banyak = Counter(hari(p.peristiwa.waktu) for p in belum)
        if akhir is None or akhir.tanggal < ini:
            banyak[ini] += 0
        sejak = dt.date.min if akhir is None else akhir.tanggal + SEHARI
        return Counter({t: n for t, n in banyak.items() if sejak <= t <= ini})

    def _check_terbuka(self, tanggal: dt.date) -> None:
        """Refuse a day that has no page to come.

        Raises:
            RuleError: it is still to come, has no event, or a later day is closed already.
        """
        if tanggal > hari_ini(self._clock):
            raise RuleError(f"Hari {tanggal_pendek(tanggal)} belum tiba.")
        if tanggal not in self._list_terbuka():
            raise RuleError(
                f"Hari {tanggal_pendek(tanggal)} tidak menunggu ditutup: tidak ada yang tercatat, "
                "atau hari sesudahnya sudah ditutup."
            )

    def _sebut_halangan(self, tanggal: dt.date) -> str:
        """Forgotten days come first; the very first page may begin with any day."""
        if self._store.tutup_harian.find_terakhir() is None:
            return ""
        tertua = min(self._list_terbuka())
        if tertua >= tanggal:
            return ""
        return f"Tutup dulu hari {tanggal_panjang(tertua)}; hari ditutup menurut urutannya."

    def _batas(self) -> Batas | None:
        akhir = self._store.tutup_harian.find_terakhir()
        return None if akhir is None else _baca_singkat(akhir).batas

    def _tertutup(self, tutup: TutupHarian) -> HariBuku:
        return HariBuku(tutup.tanggal, _baca_singkat(tutup).banyak, tutup.petugas, tutup.waktu)

    def _susun(self, tanggal: dt.date, petugas: Petugas | None) -> HalamanHarian:
        """The page as of now; `petugas` closes it, None = it stays open."""
        sekarang = self._clock.now()
        susunan = self._buku.susun(tanggal, self._batas())
        akhir = self._store.tutup_harian.find_terakhir()
        kantor = self._kantor.kantor()
        kepala = self._store.rantai.kepala() if petugas else Kepala(0, "", "")
        return HalamanHarian(
            tanggal=tanggal,
            kop=kantor.kop,
            logo=kantor.logo_sidik,
            isi=susunan.isi,
            banyak=susunan.banyak,
            penanda=self._find_penanda(tanggal, petugas),
            tempat_tanggal=sebut_tempat_tanggal(kantor.tempat, tanggal),
            ditutup=f"{sebut_saat_panjang(sekarang)} oleh {petugas.nama}" if petugas else "",
            sidik_sebelum="" if akhir is None else akhir.sidik,
            batas=susunan.batas,
            rantai_urut=kepala.urut,
            rantai=kepala.sidik,
        )

    def _find_penanda(self, tanggal: dt.date, petugas: Petugas | None) -> Pejabat:
        """The Kasi in office on that day; where none is known, who closes it."""
        ada = self._kantor.find_pejabat(JABATAN_KASI, tanggal)
        return ada or Pejabat("", petugas.nama if petugas else "", JABATAN_KASI, tanggal)

    def _baca(self, tutup: TutupHarian) -> HalamanHarian:
        """A stored page, proved against its checksum and the page before.

        Raises:
            UserError: one of them does not agree.
        """
        halaman = msgspec.json.decode(tutup.isi, type=HalamanHarian)
        sebelum = self._store.tutup_harian.find_sebelum(tutup.tanggal)
        sambung = "" if sebelum is None else sebelum.sidik
        if hitung_sidik(tutup.isi.encode()) != tutup.sidik or halaman.sidik_sebelum != sambung:
            raise UserError(
                f"Halaman {tanggal_pendek(tutup.tanggal)} di register tidak sama dengan yang "
                "ditutup: sidiknya berbeda. Pakai lembar yang sudah dicetak, lalu jalankan "
                "pemeriksaan (Ctrl+I)."
            )
        return halaman

    def _data(self, halaman: HalamanHarian, sidik: str) -> BukuHarianData:
        from sooko_desk.printing.buku_harian import BukuHarianData

        ditutup = ("Ditutup", halaman.ditutup or "belum ditutup")
        return BukuHarianData(
            kop=make_kop(Kantor(halaman.kop), self._logo.find(halaman.logo)),
            isi=replace(halaman.isi, fakta=(ditutup, *halaman.isi.fakta)),
            sidik=sidik,
            sidik_sebelum=halaman.sidik_sebelum,
            rantai=sebut_kepala(Kepala(halaman.rantai_urut, halaman.rantai, "")),
            penanda_tangan=make_penanda_tangan(halaman.penanda, halaman.tempat_tanggal),
        )


def hitung_sidik(isi: bytes) -> str:
    """SHA-256 (hex) of a page as stored; it holds the checksum of the page before."""
    return hashlib.sha256(isi).hexdigest()


def _baca_singkat(tutup: TutupHarian) -> _Singkat:
    return msgspec.json.decode(tutup.isi, type=_Singkat)


def _tanggal(satu: HariBuku) -> dt.date:
    return satu.tanggal

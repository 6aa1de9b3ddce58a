"""The chain, the journal and the marker of the register that is open, for the services."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.data.galat import GAGAL, reraise, translated
from sooko_desk.data.pemulihan_nomor import baca_terakhir
from sooko_desk.data.penanda import Penanda, TitikTersimpan, baca_penanda, tulis_penanda
from sooko_desk.data.penjaga import find_penjaga
from sooko_desk.data.rantai import Kepala, kepala
from sooko_desk.data.rantai_periksa import (
    habiskan,
    periksa_bertahap,
    periksa_kepala,
    periksa_lengkap,
)
from sooko_desk.data.rantai_putus import Titik
from sooko_desk.data.tabel import TabelPeristiwa, TabelPermohonan
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.waktu import dari_iso

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from sooko_desk.data.jurnal import Jurnal
    from sooko_desk.data.rantai_bentuk import Koneksi
    from sooko_desk.data.rantai_putus import HasilRantai, Putus

BATAS_UTUH = 400_000
"""Links and events that are proved at every start, 2 s; beyond it only what is new since the last
full proof is."""

_SQL_PULIH = "SELECT isi, waktu FROM kejadian_kantor WHERE jenis = ?"


@dataclass(frozen=True, slots=True)
class EntriTerakhir:
    """The newest event of any case.

    Attributes:
        urut: number of the event.
        nomor: receipt number of the case.
        petugas: who wrote it down.
        waktu: aware UTC.
    """

    urut: int
    nomor: str
    langkah: str
    hasil: str
    petugas: str
    waktu: dt.datetime


class RantaiJaga:
    """Belongs to the window's thread, as the register does."""

    def __init__(self, db: pw.SqliteDatabase, folder: Path, kantor: str) -> None:
        """Watch over an open register.

        Args:
            db: the register.
            folder: its data folder.
            kantor: id of the office; "" = practice, of which no marker is kept.
        """
        self._db = db
        self._folder = folder
        self._kantor = kantor

    @property
    def jurnal(self) -> Jurnal | None:
        """The second record; None = this register keeps none."""
        penjaga = find_penjaga(self._db)
        return None if penjaga is None else penjaga.jurnal

    @translated
    def kepala(self) -> Kepala:
        """The end of the chain."""
        return kepala(self._koneksi)

    @translated
    def find_terakhir(self) -> EntriTerakhir | None:
        """What was written last of any case; None = the register is empty."""
        b = (
            TabelPeristiwa.select(TabelPeristiwa, TabelPermohonan.nomor_tanda_bukti)
            .join(TabelPermohonan)
            .order_by(TabelPeristiwa.urut.desc())
            .first()
        )
        if b is None:
            return None
        return EntriTerakhir(
            int(b.urut),
            str(b.permohonan.nomor_tanda_bukti),
            str(b.langkah),
            str(b.hasil),
            str(b.petugas_nama),
            dari_iso(str(b.waktu)),
        )

    def periksa_awal(self) -> HasilRantai:
        """All of `periksa_awal_bertahap` at once."""
        return habiskan(self.periksa_awal_bertahap())

    def periksa_awal_bertahap(self) -> Generator[None, None, HasilRantai]:
        """The proof at the start of the program: whole, or of a large register what is new.

        Also against the marker's head. In pieces of some milliseconds; the register may be
        written between them.

        Raises:
            UserError: the register cannot be read.
        """
        try:
            penanda = self.penanda()
            titik = None
            if penanda is not None and penanda.diperiksa is not None and self._is_besar():
                diperiksa = penanda.diperiksa
                titik = Titik(diperiksa.urut, diperiksa.sidik, diperiksa.batas)
            hasil = yield from periksa_bertahap(self._koneksi, titik)
            return _tambah(hasil, periksa_kepala(self._koneksi, self.list_kepala()))
        except GAGAL as galat:
            reraise(galat)

    def periksa_lengkap(self, juga: Iterable[Kepala] = ()) -> HasilRantai:
        """The full proof of the register itself, at once; see `siapkan_lengkap`."""
        hasil = self.siapkan_lengkap().jalankan(self._koneksi, juga)
        self.terima_lengkap(hasil)
        return hasil

    @translated
    def siapkan_lengkap(self) -> PembuktiRantai:
        """What proves a picture of the register that is taken later, in any thread."""
        return PembuktiRantai(self.list_kepala())

    def terima_lengkap(self, hasil: HasilRantai) -> None:
        """Remember up to where a full proof found everything whole."""
        if hasil.titik is not None:
            self.tulis_penanda(hasil.titik)

    def penanda(self) -> Penanda | None:
        """What this computer remembers of the register; None = nothing.

        Nothing either where a restore was finished and could not be remembered any more.
        """
        penanda = baca_penanda(self._kantor)
        if penanda is None or not _list_berlaku(self._koneksi, [_kepala_penanda(penanda)]):
            return None
        return penanda

    def list_kepala(self) -> tuple[Kepala, ...]:
        """The heads that are known of beside the register."""
        penanda = self.penanda()
        return () if penanda is None else (_kepala_penanda(penanda),)

    def tulis_penanda(self, titik: Titik | None = None) -> None:
        """Remember the register as it is now, for the next start. Silent when the disk refuses.

        A register that is no later state of what is remembered changes nothing.

        Args:
            titik: what a full proof came to; None = as before.
        """
        if not self._kantor:
            return
        with contextlib.suppress(OSError, pw.PeeweeException, dbapi2.Error):
            lama = self.penanda()
            if periksa_kepala(self._koneksi, self.list_kepala()):
                return
            akhir = kepala(self._koneksi)
            diperiksa = None if lama is None else lama.diperiksa
            if titik is not None:
                diperiksa = TitikTersimpan(titik.urut, titik.sidik, dict(titik.batas))
            folder = str(self._folder.absolute())
            baru = Penanda(
                folder, akhir.urut, akhir.sidik, akhir.waktu, self._list_nomor(), diperiksa
            )
            if baru != lama:
                tulis_penanda(self._kantor, baru)

    @property
    def _koneksi(self) -> Koneksi:
        return self._db.connection()  # type: ignore[no-any-return]  # peewee leaves it open

    def _is_besar(self) -> bool:
        banyak = "SELECT (SELECT MAX(urut) FROM rantai), (SELECT MAX(urut) FROM peristiwa)"
        return any(
            sum(int(str(n or 0)) for n in b) > BATAS_UTUH for b in self._koneksi.execute(banyak)
        )

    def _list_nomor(self) -> dict[str, int]:
        """Those that wait on the pad and those of lists among them: they stand on paper too."""
        return {buku.sebut(): urut for buku, urut in baca_terakhir(self._koneksi).items()}


@dataclass(frozen=True, slots=True)
class PembuktiRantai:
    """Proves the whole chain of a copy of the register; for any thread.

    Attributes:
        kepala: the heads that were known of when it was made, before the copy.
    """

    kepala: tuple[Kepala, ...]

    @translated
    def jalankan(self, koneksi: Koneksi, juga: Iterable[Kepala] = ()) -> HasilRantai:
        """The full proof, also against `kepala` and the heads of `juga`.

        Heads of what a restore took away are left out.

        Raises:
            UserError: the copy cannot be read.
        """
        juga = _list_berlaku(koneksi, juga)
        return periksa_lengkap(koneksi, (*self.kepala, *juga))


def _tambah(hasil: HasilRantai, putus: tuple[Putus, ...]) -> HasilRantai:
    if not putus:
        return hasil
    return replace(hasil, putus=(*hasil.putus, *putus), titik=None)


def _list_berlaku(koneksi: Koneksi, semua: Iterable[Kepala]) -> tuple[Kepala, ...]:
    """The heads that the register must still have.

    A restore goes on from an older link and says which; what was later than that when it was
    done is no part of this chain. A head without a time may be newer than the restore.
    """
    pulih = [
        (_baca_urut(str(isi)), str(waktu))
        for isi, waktu in koneksi.execute(_SQL_PULIH, (str(JenisKejadian.PEMULIHAN),))
    ]
    return tuple(
        satu
        for satu in semua
        if not any(satu.urut > urut and "" < satu.waktu <= waktu for urut, waktu in pulih)
        or not periksa_kepala(koneksi, [satu])
    )


def _baca_urut(isi: str) -> int:
    """The last link that a restore kept; a forged event takes no head away."""
    try:
        return int(msgspec.json.decode(isi, type=dict[str, str])["urut"])
    except (msgspec.MsgspecError, KeyError, ValueError):
        return sys.maxsize


def _kepala_penanda(penanda: Penanda) -> Kepala:
    return Kepala(penanda.urut, penanda.sidik, penanda.waktu)

"""The hash chain: one link a unit of work, sealed before its COMMIT.

TEMP triggers note which rows a unit touches; they belong to the one connection and stand in no
file, so nothing that the program writes can pass them by. The link names the rows, the state of
every owner that they belong to, and the seal of the link before.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sooko_desk.data.rantai_aliran import list_semua_keadaan
from sooko_desk.data.rantai_bentuk import (
    MILIK,
    PEMILIK,
    RANTAI,
    TABEL,
    TAMBAH_SAJA,
    Isi,
    encode,
    hitung_keadaan,
    hitung_sidik,
    kunci_keadaan,
    list_milik,
    tanda_baris,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import peewee as pw

    from sooko_desk.data.rantai_bentuk import Baris, Hash, Koneksi, Tabel

NOL = "0" * 64
"""The seal before the first link."""

BATAS_BARIS = 2000
"""A unit that touches more rows or owners is not held in memory for the journal."""

_JENIS = (*TAMBAH_SAJA, *MILIK)
"""What a note is about: an append-only table, or a kind of owner."""

_WAKTU = {nama: t.kolom.index("waktu") for nama, t in TAMBAH_SAJA.items() if "waktu" in t.kolom}


@dataclass(frozen=True, slots=True)
class Kepala:
    """The end of a chain.

    Attributes:
        urut: number of the last link; 0 = there is none.
        waktu: ISO 8601 in UTC, the newest time that the chain's rows tell; "" = none yet.
    """

    urut: int
    sidik: str
    waktu: str


@dataclass(frozen=True, slots=True)
class Segel:
    """What a unit wrote, for the journal.

    Attributes:
        kepala: the link.
        baris: table -> rows: those appended, the link's own among them, and all of every owner in
            `milik`; None = they are too many.
        milik: owners as (kind, key).
    """

    kepala: Kepala
    baris: dict[str, list[Baris]] | None
    milik: tuple[tuple[str, int | str], ...]


def kepala(koneksi: Koneksi) -> Kepala:
    """The end of the chain in that file."""
    akhir = koneksi.execute("SELECT urut, sidik, waktu FROM rantai ORDER BY urut DESC LIMIT 1")
    for urut, sidik, waktu in akhir:
        return Kepala(int(str(urut)), str(sidik), str(waktu))
    return Kepala(0, NOL, "")


def find_sidik(koneksi: Koneksi, urut: int) -> str:
    """The seal of a link; of number 0 what every chain begins with, "" = there is no such link."""
    if urut == 0:
        return NOL
    for (sidik,) in koneksi.execute("SELECT sidik FROM rantai WHERE urut = ?", (urut,)):
        return str(sidik)
    return ""


class Pencatat:
    """Notes what the units of one connection touch, and seals them."""

    def __init__(self, koneksi: Koneksi) -> None:
        """Hang the triggers onto an open connection; the tables must be there."""
        self._koneksi = koneksi
        koneksi.execute(
            "CREATE TEMP TABLE disentuh (jenis INTEGER NOT NULL, kunci NOT NULL, "
            "PRIMARY KEY (jenis, kunci)) WITHOUT ROWID"
        )
        for tabel in TABEL.values():
            for perintah in _list_pemicu(tabel):
                koneksi.execute(perintah)

    def mulai(self) -> None:
        """A unit begins: what was written outside any unit is not sealed with it."""
        self._koneksi.execute("DELETE FROM disentuh")

    def segel(self) -> Segel | None:
        """Write the link of all that the unit touched; None = it touched nothing."""
        sentuh = _Sentuhan(self._koneksi)
        if not sentuh.ada:
            return None
        akhir = kepala(self._koneksi)
        sidik_baris, runtun = hashlib.sha256(), {}
        waktu = akhir.waktu
        simpan: dict[str, list[Baris]] | None = None if sentuh.banyak else {}
        for nama, tabel in TAMBAH_SAJA.items():
            catat = _Runtun()
            for baris in sentuh.list_baris(tabel):
                sidik_baris.update(catat.tambah(baris))
                waktu = max(waktu, str(baris[_WAKTU[nama]])) if nama in _WAKTU else waktu
                if simpan is not None:
                    simpan.setdefault(nama, []).append(baris)
            if catat.runtun:
                runtun[nama] = catat.selesai()
        keadaan = {}
        milik = tuple(sentuh.list_pemilik())
        for jenis, kunci in milik:
            punya = list_milik(self._koneksi, jenis, kunci)
            keadaan[kunci_keadaan(jenis, kunci)] = hitung_keadaan(punya)
            if simpan is not None:
                for tabel, isi in zip(MILIK[jenis], punya, strict=True):
                    simpan.setdefault(tabel.nama, []).extend(isi)
        mata = _sambung(self._koneksi, akhir, waktu, (Isi(runtun), keadaan), sidik_baris)
        if simpan is not None:
            simpan[RANTAI] = [mata]
        return Segel(Kepala(mata[0], mata[4], mata[3]), simpan, milik)


def tulis_dasar(db: pw.SqliteDatabase) -> None:
    """Write a link that covers everything that the register holds, inside the caller's unit.

    The chain begins with one, and every change of the schema ends with one: from there on rows
    are hashed by their new columns.
    """
    koneksi: Koneksi = db.connection()
    akhir = kepala(koneksi)
    sidik_baris, runtun, waktu = hashlib.sha256(), {}, akhir.waktu
    for nama, tabel in TAMBAH_SAJA.items():
        catat = _Runtun()
        for baris in koneksi.execute(f"{tabel.pilih} ORDER BY {tabel.kunci}"):
            sidik_baris.update(catat.tambah(baris))
            waktu = max(waktu, str(baris[_WAKTU[nama]])) if nama in _WAKTU else waktu
        if catat.runtun:
            runtun[nama] = catat.selesai()
    isi = Isi(runtun, {nama: t.kolom for nama, t in TAMBAH_SAJA.items()})
    keadaan = {
        kunci_keadaan(jenis, kunci): hash_
        for jenis in MILIK
        for kunci, hash_ in list_semua_keadaan(koneksi, jenis)
    }
    _sambung(koneksi, akhir, waktu, (isi, keadaan), sidik_baris)


def _sambung(
    koneksi: Koneksi, akhir: Kepala, waktu: str, apa: tuple[Isi, dict[str, str]], baris: Hash
) -> tuple[int, str, str, str, str]:
    """Write a link; returns its row."""
    isi, keadaan = (encode(satu).decode() for satu in apa)
    urut = akhir.urut + 1
    sidik = hitung_sidik(akhir.sidik, (urut, waktu, isi, keadaan), baris)
    mata = (urut, isi, keadaan, waktu, sidik)
    koneksi.execute(
        "INSERT INTO rantai (urut, isi, keadaan, waktu, sidik) VALUES (?, ?, ?, ?, ?)", mata
    )
    return mata


class _Runtun:
    """Keys in ascending order, as runs without a gap."""

    def __init__(self) -> None:
        self.runtun: list[tuple[int, int]] = []
        self._tanda: list[list[str]] = []

    def tambah(self, baris: Baris) -> bytes:
        """Take a row in; returns its form that is hashed."""
        kunci, bentuk = int(str(baris[0])), encode(baris)
        if self.runtun and self.runtun[-1][1] == kunci - 1:
            self.runtun[-1] = (self.runtun[-1][0], kunci)
        else:
            self.runtun.append((kunci, kunci))
            self._tanda.append([])
        self._tanda[-1].append(tanda_baris(bentuk))
        return bentuk

    def selesai(self) -> tuple[tuple[int, int, str], ...]:
        """The runs with the marks of their rows."""
        return tuple(
            (awal, akhir, "".join(tanda))
            for (awal, akhir), tanda in zip(self.runtun, self._tanda, strict=True)
        )


class _Sentuhan:
    """The notes of a unit.

    Attributes:
        ada: something was touched.
        banyak: too much to hold.
    """

    def __init__(self, koneksi: Koneksi) -> None:
        self._koneksi = koneksi
        ambil = f"SELECT jenis, kunci FROM disentuh LIMIT {BATAS_BARIS + 1}"  # noqa: S608
        awal = list(koneksi.execute(ambil))
        self.ada = bool(awal)
        self.banyak = len(awal) > BATAS_BARIS
        self._sentuh = {jenis for jenis, _ in awal} if not self.banyak else set(range(len(_JENIS)))

    def list_baris(self, tabel: Tabel) -> Iterable[Baris]:
        """The touched rows of an append-only table, by their key."""
        nomor = _NOMOR[tabel.nama]
        if nomor not in self._sentuh:
            return ()
        return self._koneksi.execute(_sql_sentuh(tabel), (nomor,))

    def list_pemilik(self) -> Iterator[tuple[str, int | str]]:
        """The touched owners."""
        for jenis in MILIK:
            if (nomor := _NOMOR[jenis]) in self._sentuh:
                ambil = "SELECT kunci FROM disentuh WHERE jenis = ? ORDER BY kunci"
                for (kunci,) in list(self._koneksi.execute(ambil, (nomor,))):
                    yield jenis, kunci  # type: ignore[misc]  # keys are whole numbers or texts


@cache
def _sql_sentuh(tabel: Tabel) -> str:
    kolom = ", ".join(f"t.{k}" for k in tabel.kolom)
    return (
        f"SELECT {kolom} FROM disentuh d JOIN {tabel.nama} t "  # noqa: S608
        f"ON t.{tabel.kunci} = d.kunci WHERE d.jenis = ? ORDER BY d.kunci"
    )


_NOMOR = {jenis: nomor for nomor, jenis in enumerate(_JENIS)}


def _list_pemicu(tabel: Tabel) -> Iterator[str]:
    jenis, kolom = PEMILIK.get(tabel.nama, (tabel.nama, tabel.kunci))
    nomor = _NOMOR[jenis]
    for nama, peristiwa, sisi in (
        ("masuk", "INSERT", ("NEW",)),
        ("ubah", "UPDATE", ("NEW", "OLD")),
        ("hapus", "DELETE", ("OLD",)),
    ):
        # Not OR IGNORE: an OR in the act's own statement would take its place. The plus takes the
        # column's affinity off, without which the index of the notes is not used.
        catat = "".join(
            f"INSERT INTO disentuh SELECT {nomor}, {satu}.{kolom} WHERE NOT EXISTS "  # noqa: S608
            f"(SELECT 1 FROM disentuh WHERE jenis = {nomor} AND kunci = +{satu}.{kolom}); "
            for satu in sisi
        )
        yield (
            f"CREATE TEMP TRIGGER sentuh_{tabel.nama}_{nama} AFTER {peristiwa} "
            f"ON main.{tabel.nama} BEGIN {catat}END"
        )

"""Proves the hash chain against the rows: what was changed, removed or put in beside the program.

The quick proof reads links and append-only tables once, in the order of their keys. The full one
also compares each owner's state with the last that was sealed. Neither can see that a whole chain
was made anew, or its end cut off cleanly: that is what heads kept elsewhere are for.

A proof goes in pieces of some milliseconds. Between the pieces of a quick one the register may be
written: it proves what was there when it began, and of that nothing may change any more.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlcipher3 import dbapi2

from sooko_desk.data.rantai import NOL, Kepala, find_sidik
from sooko_desk.data.rantai_aliran import (
    BATAS_HILANG,
    Aliran,
    list_bawah_satu,
    list_semua_keadaan,
    list_urut,
)
from sooko_desk.data.rantai_bentuk import (
    MILIK,
    PANJANG_TANDA,
    RANTAI,
    TAMBAH_SAJA,
    Isi,
    baca_isi,
    encode,
    hitung_sidik,
    kunci_keadaan,
    sql_pilih,
    tanda_baris,
)
from sooko_desk.data.rantai_putus import (
    HasilRantai,
    JenisPutus,
    Putus,
    Titik,
    baca_keadaan_aman,
    find_nomor_baris,
    find_nomor_milik,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from sooko_desk.data.rantai_bentuk import Hash, Koneksi


_SEPOTONG = 250
"""Links or rows in a piece, 3 ms."""


class _Mata(NamedTuple):
    urut: int
    isi: str
    keadaan: str
    waktu: str
    sidik: str


def periksa_rantai(koneksi: Koneksi, dari: Titik | None = None) -> HasilRantai:
    """Prove every link and every row of the append-only tables, or those after `dari`."""
    return habiskan(periksa_bertahap(koneksi, dari))


def habiskan(langkah: Generator[None, None, HasilRantai]) -> HasilRantai:
    """Go through all the pieces of a proof at once."""
    while True:
        try:
            next(langkah)
        except StopIteration as akhir:
            return akhir.value  # type: ignore[no-any-return]  # what the generator returns


def periksa_bertahap(
    koneksi: Koneksi, dari: Titik | None = None
) -> Generator[None, None, HasilRantai]:
    """As `periksa_rantai`, a piece at a time; what is appended meanwhile is left out."""
    pemeriksa = _Pemeriksa(koneksi, dari)
    try:
        yield from pemeriksa.jalankan()
    except dbapi2.Error:
        # E.g. a text that is no UTF-8: nobody writes that with this program.
        pemeriksa.catat(JenisPutus.TAK_TERBACA, RANTAI, pemeriksa.urut + 1)
    return pemeriksa.hasil()


def periksa_kepala(koneksi: Koneksi, semua: Iterable[Kepala]) -> tuple[Putus, ...]:
    """Compare the chain with heads that were kept elsewhere: backups, journal, marker, paper.

    Args:
        koneksi: the register.
        semua: of each a seal whole, or as much of its beginning as is known.
    """
    putus = []
    for satu in semua:
        sidik = find_sidik(koneksi, satu.urut)
        if not sidik:
            apa = JenisPutus.TERPOTONG
        elif not sidik.startswith(satu.sidik):
            apa = JenisPutus.LAIN
        else:
            continue
        putus.append(Putus(satu.urut, apa, RANTAI, str(satu.urut), waktu=satu.waktu))
    return tuple(putus)


def periksa_lengkap(koneksi: Koneksi, semua: Iterable[Kepala] = ()) -> HasilRantai:
    """Prove the whole chain, each owner's state, and the heads that were kept elsewhere."""
    hasil = periksa_rantai(koneksi)
    putus = [*hasil.putus]
    try:
        putus += _periksa_keadaan(koneksi)
    except dbapi2.Error:
        putus.append(Putus(0, JenisPutus.TAK_TERBACA, RANTAI, ""))
    putus += periksa_kepala(koneksi, semua)
    return HasilRantai(tuple(putus), None if putus else hasil.titik, hasil.mata)


def _periksa_keadaan(koneksi: Koneksi) -> list[Putus]:
    """Each owner as it is against its state in the last link that touched it."""
    tercatat: dict[str, tuple[str, int, str]] = {}
    for urut, keadaan, waktu in koneksi.execute(
        "SELECT urut, keadaan, waktu FROM rantai ORDER BY urut"
    ):
        for milik, sidik in baca_keadaan_aman(str(keadaan)).items():
            tercatat[milik] = (sidik, int(str(urut)), str(waktu))
    putus = []
    for jenis in MILIK:
        for kunci, sidik in list_semua_keadaan(koneksi, jenis):
            harus, urut, waktu = tercatat.pop(kunci_keadaan(jenis, kunci), ("", 0, ""))
            if sidik != harus:
                apa = JenisPutus.DIUBAH if harus else JenisPutus.DISISIPKAN
                putus.append((urut, apa, jenis, str(kunci), waktu))
    for milik, (harus, urut, waktu) in tercatat.items():
        if harus:
            jenis, _, nama = milik.partition(":")
            putus.append((urut, JenisPutus.DIHAPUS, jenis, nama, waktu))
    return [
        Putus(urut, apa, jenis, kunci, find_nomor_milik(koneksi, jenis, kunci), waktu)
        for urut, apa, jenis, kunci, waktu in putus
    ]


@dataclass(slots=True)
class _Pemeriksa:
    """One walk along the chain.

    Attributes:
        urut: the last link that was read.
    """

    koneksi: Koneksi
    dari: Titik | None
    urut: int = 0
    mata: int = 0
    putus: list[Putus] = field(default_factory=list)
    _aliran: dict[str, Aliran] = field(default_factory=dict)
    _kolom: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _batas: dict[str, int] = field(default_factory=dict)
    _akhir: dict[str, int] = field(default_factory=dict)
    _sebelum: tuple[str, ...] = (NOL,)

    def jalankan(self) -> Iterator[None]:
        """Walk from the beginning, or from where an earlier walk ended, up to what is there now."""
        self._akhir = {nama: _kunci_akhir(self.koneksi, nama) for nama in (RANTAI, *TAMBAH_SAJA)}
        for satu in list_bawah_satu(self.koneksi):
            self.catat(JenisPutus.DISISIPKAN, *satu)
        if self.dari is not None and not self._mulai_dari(self.dari):
            return
        if not self._kolom:
            self._buka({nama: t.kolom for nama, t in TAMBAH_SAJA.items()}, {})
        antara = (self.urut, self._akhir[RANTAI])
        for baris in list_urut(self.koneksi, RANTAI, _Mata._fields, antara):
            yield from self._satu(_Mata(*baris))  # type: ignore[arg-type]
            if self.mata % _SEPOTONG == 0:
                yield
        for nama, aliran in self._aliran.items():
            aliran.sisa()
            self._catat_asing(nama, aliran, _Mata(0, "", "{}", "", ""))
        if self.urut == 0:
            self.catat(JenisPutus.DIHAPUS, RANTAI, 1)

    def hasil(self) -> HasilRantai:
        """What was found."""
        titik = None if self.putus else Titik(self.urut, self._sebelum[0], self._batas)
        return HasilRantai(tuple(self.putus), titik, self.mata)

    def catat(self, apa: JenisPutus, tabel: str, kunci: int, mata: _Mata | None = None) -> None:
        """Keep a break."""
        nomor = "" if mata is None else find_nomor_baris(self.koneksi, tabel, kunci, mata.keadaan)
        waktu = "" if mata is None else mata.waktu
        urut = self.urut if mata is None else mata.urut
        self.putus.append(Putus(urut, apa, tabel, str(kunci), nomor, waktu))

    def _mulai_dari(self, dari: Titik) -> bool:
        if find_sidik(self.koneksi, dari.urut) != dari.sidik:
            putus = periksa_kepala(self.koneksi, [Kepala(dari.urut, dari.sidik, "")])
            self.putus.extend(putus)
            return False
        self.urut, self._sebelum = dari.urut, (dari.sidik,)
        self._buka({nama: t.kolom for nama, t in TAMBAH_SAJA.items()}, dari.batas)
        return True

    def _buka(self, kolom: Mapping[str, tuple[str, ...]], batas: Mapping[str, int]) -> None:
        self._kolom = kolom
        self._batas = {nama: batas.get(nama, 0) for nama in kolom}
        self._aliran = {
            nama: Aliran(
                list_urut(self.koneksi, nama, satu, (self._batas[nama], self._akhir[nama]))
            )
            for nama, satu in kolom.items()
        }

    def _satu(self, mata: _Mata) -> Iterator[None]:
        """Prove one link; the rows that it names are the next of each table."""
        self.mata += 1
        if mata.urut != self.urut + 1:
            self._catat_sela(mata)
        self.urut = mata.urut
        isi = self._baca(mata)
        if isi is None:
            self.catat(JenisPutus.DIUBAH, RANTAI, mata.urut, mata)
            self._sebelum = (mata.sidik,)
            return
        if isi.kolom is not None:
            self._buka(isi.kolom, {})
        sidik_baris = hashlib.sha256()
        yield from self._ambil_baris(mata, isi, sidik_baris)
        badan = (mata.urut, mata.waktu, mata.isi, mata.keadaan)
        if len(self._sebelum) == 1 and mata.sidik == hitung_sidik(
            *self._sebelum, badan, sidik_baris
        ):
            self._sebelum = (mata.sidik,)
            return
        cocok = [hitung_sidik(satu, badan, sidik_baris) for satu in self._sebelum]
        if self._sebelum and mata.sidik not in cocok:
            self._cari_ubah(mata, isi)
        # A forged seal is one break: the next link may stand on it or on what it should be.
        self._sebelum = tuple(dict.fromkeys((mata.sidik, *cocok)))

    def _ambil_baris(self, mata: _Mata, isi: Isi, sidik_baris: Hash) -> Iterator[None]:
        """Take the rows that a link names off the streams, and put them into the hash."""
        for nama, runtun in isi.baris.items():
            aliran = self._aliran[nama]
            for awal, akhir, _ in runtun:
                if awal == akhir and (depan := aliran.ambil_depan(awal)) is not None:
                    sidik_baris.update(encode(depan))
                else:
                    for nomor, baris in enumerate(aliran.ambil(awal, akhir), start=1):
                        sidik_baris.update(encode(baris))
                        if nomor % _SEPOTONG == 0:
                            yield
                self._batas[nama] = akhir
            if aliran.hilang or aliran.asing:
                self._catat_asing(nama, aliran, mata)

    def _baca(self, mata: _Mata) -> Isi | None:
        """What a link covers; None = nothing that a chain of this register could."""
        try:
            isi = baca_isi(mata.isi)
        except msgspec.MsgspecError:
            return None
        if isi.kolom is None:
            return isi if isi.baris.keys() <= self._kolom.keys() else None
        kenal = all(nama in TAMBAH_SAJA and _is_kolom(k) for nama, k in isi.kolom.items())
        return isi if kenal and isi.baris.keys() <= isi.kolom.keys() else None

    def _catat_sela(self, mata: _Mata) -> None:
        for hilang in range(self.urut + 1, min(mata.urut, self.urut + BATAS_HILANG)):
            self.catat(JenisPutus.DIHAPUS, RANTAI, hilang)
        self._sebelum = ()

    def _catat_asing(self, nama: str, aliran: Aliran, mata: _Mata) -> None:
        for kunci in aliran.hilang:
            self.catat(JenisPutus.DIHAPUS, nama, kunci, mata)
        for kunci in aliran.asing:
            self.catat(JenisPutus.DISISIPKAN, nama, kunci, mata)
        aliran.hilang.clear()
        aliran.asing.clear()

    def _cari_ubah(self, mata: _Mata, isi: Isi) -> None:
        """Which rows of a broken link differ from their marks; none = the link itself differs."""
        sebelum = len(self.putus)
        for nama, runtun in isi.baris.items():
            kolom = self._kolom[nama]
            for awal, akhir, tanda in runtun:
                tanya = f"{sql_pilih(nama, kolom)} WHERE {kolom[0]} BETWEEN ? AND ?"
                for baris in self.koneksi.execute(tanya, (awal, akhir)):
                    mulai = (int(str(baris[0])) - awal) * PANJANG_TANDA
                    if tanda_baris(encode(baris)) != tanda[mulai : mulai + PANJANG_TANDA]:
                        self.catat(JenisPutus.DIUBAH, nama, int(str(baris[0])), mata)
        sudah = any(p.urut == mata.urut and p.tabel != RANTAI for p in self.putus)
        if len(self.putus) == sebelum and not sudah:
            self.catat(JenisPutus.DIUBAH, RANTAI, mata.urut, mata)


def _kunci_akhir(koneksi: Koneksi, tabel: str) -> int:
    """The key of a table's last row; 0 = it has none."""
    [(kunci,)] = koneksi.execute(f"SELECT COALESCE(max(rowid), 0) FROM {tabel}")  # noqa: S608 # ours
    return int(str(kunci))


def _is_kolom(kolom: tuple[str, ...]) -> bool:
    """Names only: they go into a statement."""
    return bool(kolom) and all(re.fullmatch("[a-z_]+", satu) for satu in kolom)

"""What a closed register holds, read to compare it with another; nothing of it is changed."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.buka import NAMA_BERKAS
from sooko_desk.data.cadangan_berkas import buang
from sooko_desk.data.cadangan_jejak import baca_kepala
from sooko_desk.data.galat import reraise
from sooko_desk.data.jurnal_bangun import bangun_ulang, list_baris
from sooko_desk.data.jurnal_baris import NAMA_FOLDER as FOLDER_JURNAL
from sooko_desk.data.jurnal_baris import BarisRusakError, list_berkas, list_isi
from sooko_desk.data.pemulihan_nomor import baca_terakhir, list_sesudah
from sooko_desk.data.pemulihan_tukar import NAMA_BANGUN
from sooko_desk.data.periksa_register import baca_isi, periksa_register
from sooko_desk.data.rantai import find_sidik
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.salinan_register import open_salinan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.permohonan import Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import dari_iso

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sooko_desk.data.pemulihan_nomor import Buku, NomorHilang
    from sooko_desk.data.periksa_register import JumlahRegister

_SKEMA_RANTAI = 5


@dataclass(frozen=True, slots=True)
class Gambaran:
    """What a register holds.

    Attributes:
        kasus: token of each case to its receipt number and the instant it came (aware).
        terakhir: last number of each book.
        urut, sidik: head of the hash chain; 0 and "" = there is none.
        kasi: each Kasi who may sign in, with the hash of the PIN.
        petugas: whether anybody was ever set up.
        utuh: False = some of it is damaged, though this much could be read.
    """

    jumlah: JumlahRegister
    skema: int
    kasus: Mapping[str, tuple[str, dt.datetime]] = field(repr=False)
    terakhir: Mapping[Buku, int]
    urut: int
    sidik: str
    kasi: tuple[tuple[Petugas, str], ...] = field(repr=False)
    petugas: bool
    utuh: bool = True


def lihat_cadangan(register: Path, kunci: str) -> tuple[Gambaran, int]:
    """Read a backup's register; also tells the breaks in its hash chain.

    Args:
        register: the copy.
        kunci: 64 hex digits.

    Raises:
        UserError: it is damaged, of another key, or not there.
    """
    try:
        with open_salinan(register.absolute(), kunci) as koneksi:
            gambaran = _lihat(koneksi)
            rantai = periksa_lengkap(koneksi).putus if gambaran.urut else ()
            return gambaran, len(rantai)
    except dbapi2.Error as galat:
        raise UserError(
            f"Berkas {register.name} tidak dapat dibaca. Pasang kembali flashdisk-nya, atau pilih "
            "cadangan yang lain."
        ) from galat


def lihat_kini(folder: Path, kunci: str) -> Gambaran | None:
    """The register in the data folder; None = there is none, or it cannot be read.

    Raises:
        UserError: another program holds it.
    """
    try:
        with open_salinan(folder.absolute() / NAMA_BERKAS, kunci) as koneksi:
            return _lihat(koneksi)
    except dbapi2.Error as galat:
        if "locked" in str(galat):
            reraise(galat)
        return None


def lihat_jurnal(folder: Path, kunci: str) -> Gambaran | None:
    """What the journal tells; None = nothing that can be read.

    The register that is made of it stays in the data folder, for its numbers, until the restore
    ends.
    """
    tujuan = folder.absolute() / NAMA_BANGUN
    buang(tujuan)
    try:
        hasil = bangun_ulang(folder / FOLDER_JURNAL, tujuan, kunci)
        with open_salinan(tujuan, kunci) as koneksi:
            gambaran = _lihat(koneksi)
    except (UserError, OSError, dbapi2.Error):
        return None
    return replace(gambaran, utuh=gambaran.utuh and hasil.utuh)


def is_jurnal_lebih(folder: Path, kunci: str, kini: Gambaran) -> bool:
    """Whether the journal tells more than the register has, or something else."""
    akhir = None
    with contextlib.suppress(OSError):
        for akhir in list_baris(folder / FOLDER_JURNAL, kunci):  # noqa: B007 - the last one counts
            pass
    if akhir is None:
        return False
    if akhir.urut > kini.urut:
        return True
    with open_salinan(folder.absolute() / NAMA_BERKAS, kunci) as koneksi:
        return find_sidik(koneksi, akhir.urut) != akhir.sidik


def count_susulan(folder: Path, kunci: str, urut: int, sidik: str) -> int:
    """How many units the journal can put behind that link of the chain; 0 = none, or not at all.

    It can where one of its files names the link, and every later file goes on from there.
    """
    if not sidik:
        return 0
    sampai, tersambung = urut, False
    for berkas in reversed(list_berkas(folder / FOLDER_JURNAL)):
        try:
            for isi in list_isi(berkas, kunci):
                if isi.urut == urut:
                    tersambung = isi.sidik == sidik
                elif tersambung and isi.urut == sampai + 1:
                    sampai = isi.urut
        except (BarisRusakError, OSError):
            break
    return sampai - urut if tersambung else 0


def list_nomor_sesudah(
    register: Path, kunci: str, batas: Mapping[Buku, int]
) -> tuple[NomorHilang, ...]:
    """As `pemulihan_nomor.list_sesudah`, of a closed register; () when it cannot be read."""
    try:
        with open_salinan(register, kunci) as koneksi:
            return list_sesudah(koneksi, batas)
    except dbapi2.Error:
        return ()


def _lihat(koneksi: dbapi2.Connection) -> Gambaran:
    isi = baca_isi(koneksi)
    urut, sidik = baca_kepala(koneksi) if isi.skema >= _SKEMA_RANTAI else (0, "")
    petugas = koneksi.execute("SELECT id, nama, peran, aktif, pin FROM petugas ORDER BY id")
    semua = [(Petugas(int(a), str(b), Peran(c), bool(d)), str(pin)) for a, b, c, d, pin in petugas]
    kasus = koneksi.execute("SELECT token, nomor_tanda_bukti, diterima FROM permohonan")
    return Gambaran(
        jumlah=isi.jumlah,
        skema=isi.skema,
        kasus={str(token): (str(nomor), dari_iso(str(saat))) for token, nomor, saat in kasus},
        terakhir=baca_terakhir(koneksi),
        urut=urut,
        sidik=sidik,
        kasi=tuple((p, pin) for p, pin in semua if p.peran is Peran.KASI and p.aktif),
        petugas=bool(semua),
        utuh=not periksa_register(koneksi),
    )

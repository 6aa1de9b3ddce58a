"""The register's key: 32 random bytes, made once, never derived from a PIN or a code.

`kunci.json` holds it sealed in two slots, and either opens: the slot of this computer, every
morning and unasked; the slot of the paper, wherever else the register has to come up. When a slot
fails nothing is deleted.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.cadangan_berkas import tulis_utuh
from sooko_desk.data.folder_data import is_baca_saja
from sooko_desk.data.kunci_berkas import (
    BYTE_KANTOR,
    BYTE_KUNCI,
    IsiKunci,
    IsiLama,
    SlotKertas,
    SlotKomputer,
    format_berkas,
    read_berkas,
    sebut_rusak,
)
from sooko_desk.data.pelindung import PelindungError
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kode_pemulihan import read_kode
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sooko_desk.data.pelindung import Pelindung

_TUJUAN_PERIKSA = b"sooko-desk periksa 1"
_TUJUAN_KANTOR = b"sooko-desk kantor 1"
_TUJUAN_KERTAS = b"sooko-desk slot kertas 1"


@dataclass(frozen=True, slots=True)
class KunciData:
    """An opened key.

    Attributes:
        kunci: 64 hex digits; never shown, logged or written outside a slot.
        kantor: 32 hex digits, the office's id; public, and the same in every backup.
        sudah_dibuat: False between writing the key and the birth of the register file, so that a
            crash in between is told apart from a register that vanished.
        kertas: the slot of the recovery code; None = no paper was made yet.
    """

    kunci: str = field(repr=False)
    kantor: str
    sudah_dibuat: bool
    kertas: SlotKertas | None = None


class KunciTerkunciError(UserError):
    """This computer cannot open its slot; the paper may.

    Attributes:
        kertas: the slot that the code on paper opens; None = there is none.
    """

    def __init__(self, kertas: SlotKertas | None) -> None:
        self.kertas = kertas
        super().__init__(_sebut_terkunci(kertas))


def load_kunci(path: Path, pelindung: Pelindung) -> KunciData | None:
    """Open the key by this computer's slot; None when there is no key file.

    Raises:
        KunciTerkunciError: the slot was sealed elsewhere, or is missing or damaged.
        UserError: the file is damaged, of a newer program, or cannot be read.
    """
    isi = read_berkas(path)
    return None if isi is None else buka_slot(path, isi, pelindung)


def buka_slot(path: Path, isi: IsiKunci | IsiLama, pelindung: Pelindung) -> KunciData:
    """As `load_kunci`, of a file that is read already; `path` is for the messages.

    Of a file that is damaged somewhere the paper slot is not trusted: a new paper is to be made.
    """
    if isinstance(isi, IsiLama):
        return KunciData(isi.kunci, _kantor_lama(isi.kunci), isi.sudah_dibuat)
    if isi.komputer is None or isi.komputer.cara != pelindung.cara:
        raise KunciTerkunciError(isi.kertas)
    try:
        rahasia = pelindung.buka(isi.komputer.isi)
    except PelindungError as galat:
        raise KunciTerkunciError(isi.kertas) from galat
    return _periksa(path, isi, rahasia, isi.kertas if isi.utuh else None)


def buka_dengan_kode(path: Path, kode: str) -> KunciData:
    """Open the key by the code on paper; writes nothing, so it may be a backup's key file.

    Args:
        path: the key file.
        kode: as typed.

    Raises:
        UserError: no code, another paper's code, no paper slot, or a damaged file.
    """
    from sooko_desk.data.kunci_segel import SegelError, buka_segel  # heavy; see `new_kertas`

    rahasia_kertas = read_kode(kode)
    isi = read_berkas(path)
    if isi is None:
        raise UserError(
            f"Berkas kunci {path.name} tidak ada. Jangan hapus apa pun; kembalikan berkas itu dari "
            "cadangan."
        )
    kertas = isi.kertas if isinstance(isi, IsiKunci) else None
    if kertas is None or isinstance(isi, IsiLama):
        raise UserError(
            f"Berkas kunci {path.name} tidak memuat kertas kode pemulihan, sehingga kode tidak "
            "dapat membukanya. Jangan hapus apa pun; pakai cadangan yang lain."
        )
    try:
        rahasia = buka_segel(rahasia_kertas, kertas.garam, _TUJUAN_KERTAS, kertas.isi)
    except SegelError as galat:
        raise UserError(
            f"Kode ini bukan kode kertas {_sebut_kertas(kertas)}. Ambil kertas itu, lalu ketik "
            "kodenya. Bila memang kertas itu, slot kertas pada berkas kunci rusak: jangan hapus "
            "apa pun, pakai berkas kunci dari cadangan."
        ) from galat
    return _periksa(path, isi, rahasia, kertas)


def save_kunci(path: Path, kunci: KunciData, pelindung: Pelindung) -> None:
    """Write the key file whole or not at all, readable by this user only.

    The slot of this computer is sealed anew, the slot of the paper goes along.

    Raises:
        UserError: the file cannot be written (disk full, say), or the system does not seal.
    """
    try:
        tulis_utuh(path, format_kunci(kunci, pelindung))
    except OSError as galat:
        obat = (
            "Klik kanan berkas itu di folder data, pilih Properties, hapus centang Read-only"
            if is_baca_saja(path)  # Windows puts nothing in the place of such a file
            else "Periksa ruang cakram dan hak tulis folder data"
        )
        raise UserError(
            f"Berkas kunci {path.name} tidak dapat ditulis. {obat}, lalu buka Sooko Desk lagi."
        ) from galat


def format_kunci(kunci: KunciData, pelindung: Pelindung) -> bytes:
    """The content of a key file of version 2.

    Raises:
        UserError: the system does not seal.
    """
    try:
        segelan = pelindung.lindungi(bytes.fromhex(kunci.kunci))
    except PelindungError as galat:
        raise UserError(
            "Kunci register tidak dapat dilindungi di komputer ini, sehingga belum disimpan. "
            "Periksa akun Windows dan folder pengguna, lalu buka Sooko Desk lagi."
        ) from galat
    return format_berkas(
        IsiKunci(
            kantor=kunci.kantor,
            sudah_dibuat=kunci.sudah_dibuat,
            periksa=_hitung_periksa(bytes.fromhex(kunci.kunci)),
            komputer=SlotKomputer(pelindung.cara, segelan),
            kertas=kunci.kertas,
        )
    )


def is_milik(isi: IsiKunci | IsiLama | None, kunci: str) -> bool:
    """Whether a key file is whole and this key's (64 hex digits), whichever computer sealed it."""
    if isinstance(isi, IsiLama):
        return isi.kunci == kunci
    return isi is not None and isi.utuh and isi.periksa == _hitung_periksa(bytes.fromhex(kunci))


def new_kunci() -> KunciData:
    """Make the key of a new register."""
    return KunciData(
        secrets.token_hex(BYTE_KUNCI), secrets.token_hex(BYTE_KANTOR), sudah_dibuat=False
    )


def new_kertas(kunci: KunciData, kode: bytes, nomor: int, dibuat: dt.datetime) -> SlotKertas:
    """Seal the key under a recovery code.

    Args:
        kode: the 16 bytes of the code.
        nomor: of the paper.
        dibuat: aware.
    """
    # Imported here: on Windows nothing else at start-up needs the library.
    from sooko_desk.data.kunci_segel import new_garam, segel

    garam = new_garam()
    isi = segel(kode, garam, _TUJUAN_KERTAS, bytes.fromhex(kunci.kunci))
    return SlotKertas(nomor, dibuat, garam, isi)


def _periksa(path: Path, isi: IsiKunci, rahasia: bytes, kertas: SlotKertas | None) -> KunciData:
    if not hmac.compare_digest(_hitung_periksa(rahasia), isi.periksa):
        raise sebut_rusak(path)
    return KunciData(rahasia.hex(), isi.kantor, isi.sudah_dibuat, kertas)


def _hitung_periksa(rahasia: bytes) -> str:
    return hmac.new(rahasia, _TUJUAN_PERIKSA, hashlib.sha256).hexdigest()


def _kantor_lama(kunci: str) -> str:
    """Version 1 named no office; so that all its copies name the same, the key decides."""
    sidik = hmac.new(bytes.fromhex(kunci), _TUJUAN_KANTOR, hashlib.sha256)
    return sidik.hexdigest()[: BYTE_KANTOR * 2]


def _sebut_terkunci(kertas: SlotKertas | None) -> str:
    awal = (
        "Kunci register tidak dapat dibuka di komputer ini, misalnya karena Windows dipasang "
        "ulang, akunnya lain, atau folder data berasal dari komputer lain. Data tetap seperti "
        "semula; jangan hapus apa pun. "
    )
    if kertas is None:
        return (
            f"{awal}Kertas kode pemulihannya tidak ada, jadi bukalah dengan akun dan komputer "
            "semula, atau pakai cadangan yang lain."
        )
    return f"{awal}Ambil kertas kode pemulihan {_sebut_kertas(kertas)}, lalu ketik kodenya."


def _sebut_kertas(kertas: SlotKertas) -> str:
    return f"nomor {kertas.nomor} tanggal {tanggal_panjang(ke_wib(kertas.dibuat).date())}"

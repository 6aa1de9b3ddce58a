"""The recovery code on paper: 128 bits as seven groups of four letters and digits.

26 symbols of Crockford's base32 hold the bits, two more check them. Together they are a word of a
Reed-Solomon code over GF(32) with distance 3: no one wrong symbol and no two swapped neighbours
make another word of it, and one wrong symbol betrays its place. Where a code is refused for a slip
of the finger the sentence can therefore name the group; nothing is ever put right by guessing.
"""

from __future__ import annotations

import itertools
import re

from sooko_desk.domain.errors import UserError

BYTE_KODE = 16
BANYAK_KELOMPOK, PANJANG_KELOMPOK = 7, 4

_HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NILAI = {huruf: nilai for nilai, huruf in enumerate(_HURUF)} | {"O": 0, "I": 1, "L": 1}
_PANJANG = BANYAK_KELOMPOK * PANJANG_KELOMPOK
_PERIKSA = 2  # symbols at the end that check the others
_BIT_LEBIH = (_PANJANG - _PERIKSA) * 5 - BYTE_KODE * 8
_POLINOM = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
_PEMISAH = re.compile(r"[\s\-_.\u2010-\u2015\u2212]+")


def format_kode(rahasia: bytes) -> str:
    """Write 16 bytes as a code, e.g. "7Q2M-…-9RXA"."""
    angka = int.from_bytes(rahasia) << _BIT_LEBIH
    simbol = [angka >> geser & 31 for geser in range((_PANJANG - _PERIKSA - 1) * 5, -1, -5)]
    simbol += _hitung_periksa(simbol)
    teks = "".join(_HURUF[satu] for satu in simbol)
    return "-".join(list_kelompok(teks))


def read_kode(teks: str) -> bytes:
    """Read a code as typed: lower case, blanks and dashes anywhere, O for 0, I and L for 1.

    Raises:
        UserError: it is no code; names the group where that can be told.
    """
    kelompok = [satu for satu in _PEMISAH.split(teks.upper()) if satu]
    rapat = "".join(kelompok)
    if len(rapat) != _PANJANG:
        raise UserError(_sebut_panjang(kelompok))
    for nomor, huruf in enumerate(rapat):
        if huruf not in _NILAI:
            raise UserError(
                f"“{huruf}” pada kelompok {_kelompok(nomor)} tidak ada dalam kode pemulihan. "
                "Periksa kelompok itu pada kertasnya."
            )
    simbol = [_NILAI[huruf] for huruf in rapat]
    jumlah, berbobot = _hitung_sindrom(simbol)
    angka = 0
    for satu in simbol[:-_PERIKSA]:
        angka = angka << 5 | satu
    if jumlah or berbobot or angka & ((1 << _BIT_LEBIH) - 1):
        raise UserError(_sebut_salah(simbol, jumlah, berbobot))
    return (angka >> _BIT_LEBIH).to_bytes(BYTE_KODE)


def list_kelompok(kode: str) -> tuple[str, ...]:
    """The seven groups of a code."""
    rapat = kode.replace("-", "")
    return tuple(
        rapat[awal : awal + PANJANG_KELOMPOK] for awal in range(0, _PANJANG, PANJANG_KELOMPOK)
    )


def is_sama(kelompok: str, ketikan: str) -> bool:
    """Whether a group was typed as it stands on the paper, read as `read_kode` reads."""
    rapat = _PEMISAH.sub("", ketikan.upper())
    return [_NILAI.get(huruf) for huruf in rapat] == [_NILAI[huruf] for huruf in kelompok]


def _sebut_panjang(kelompok: list[str]) -> str:
    """What is wrong with a code that is too short or too long."""
    banyak = sum(map(len, kelompok))
    if not banyak:
        return "Kode pemulihan belum diketik."
    if len(kelompok) == BANYAK_KELOMPOK:
        nomor, salah = next(
            (n, satu) for n, satu in enumerate(kelompok, 1) if len(satu) != PANJANG_KELOMPOK
        )
        return (
            f"Kelompok {nomor} berisi {len(salah)} huruf atau angka, padahal harus "
            f"{PANJANG_KELOMPOK}. Periksa kelompok itu pada kertasnya."
        )
    return (
        f"Kode pemulihan berisi {BANYAK_KELOMPOK} kelompok, masing-masing {PANJANG_KELOMPOK} huruf "
        f"atau angka, jadi {_PANJANG}; yang terketik {banyak}."
    )


def _sebut_salah(simbol: list[int], jumlah: int, berbobot: int) -> str:
    """Name the group of the one slip that would explain it; two slips can look like another."""
    kelompok = sorted({_kelompok(nomor) for nomor in _list_sebab(simbol, jumlah, berbobot)})
    if len(kelompok) in (1, 2):
        sebut = " atau ".join(map(str, kelompok))
        return f"Kode salah ketik, mungkin pada kelompok {sebut}. Periksa dengan kertasnya."
    return "Kode salah ketik. Periksa setiap kelompok dengan kertasnya."


def _list_sebab(simbol: list[int], jumlah: int, berbobot: int) -> list[int]:
    """Places of the one slip of the finger that leads to these sums.

    A wrong symbol at place n adds its difference d to the first sum and d·αⁿ to the second; a swap
    of neighbours adds nothing to the first.
    """
    if jumlah:
        return [n for n in range(_PANJANG) if _kali(jumlah, _PANGKAT[n]) == berbobot]
    return [
        tempat
        for n, (kiri, kanan) in enumerate(itertools.pairwise(simbol))
        if kiri != kanan and _kali(kiri ^ kanan, _PANGKAT[n] ^ _PANGKAT[n + 1]) == berbobot
        for tempat in (n, n + 1)
    ]


def _kelompok(nomor: int) -> int:
    return nomor // PANJANG_KELOMPOK + 1


def _hitung_sindrom(simbol: list[int]) -> tuple[int, int]:
    """Sum of the symbols, and sum of each times α to its place; both 0 for a code."""
    jumlah = berbobot = 0
    for nomor, satu in enumerate(simbol):
        jumlah ^= satu
        berbobot ^= _kali(satu, _PANGKAT[nomor])
    return jumlah, berbobot


def _hitung_periksa(simbol: list[int]) -> list[int]:
    """The two symbols that bring both sums to 0."""
    jumlah, berbobot = _hitung_sindrom(simbol)
    pertama, kedua = _PANGKAT[_PANJANG - 2], _PANGKAT[_PANJANG - 1]
    akhir = _kali(berbobot ^ _kali(jumlah, pertama), _balik(pertama ^ kedua))
    return [jumlah ^ akhir, akhir]


def _kali(kiri: int, kanan: int) -> int:
    """Product in GF(32)."""
    hasil = 0
    while kanan:
        if kanan & 1:
            hasil ^= kiri
        kiri <<= 1
        if kiri & 32:
            kiri ^= _POLINOM
        kanan >>= 1
    return hasil


def _balik(nilai: int) -> int:
    return next(satu for satu in range(1, 32) if _kali(nilai, satu) == 1)


_PANGKAT = tuple(itertools.accumulate([1] + [2] * (_PANJANG - 1), _kali))

"""What is wrong with an SOP file, told to the officer: the place in the file, then the cause.

Places are counted as a reader counts them: the first step is "langkah ke-1".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from sooko_desk.domain.sop import JenisIsian, Peran, SifatSyarat
from sooko_desk.sop import skema

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec


class Masalah(NamedTuple):
    """One thing wrong: where (e.g. 'langkah ke-3, kunci "waktu_menit"') and what to do."""

    tempat: str
    sebab: str

    def __str__(self) -> str:
        return f"{self.tempat}: {self.sebab}" if self.tempat else self.sebab


_NAMA_JENIS = {
    "str": "teks dalam tanda kutip",
    "int": "angka bulat",
    "float": "angka pecahan",
    "bool": "true atau false",
    "array": "daftar dalam kurung siku",
    "object": "bagian dengan kunci sendiri",
    "date": "tanggal seperti 2025-02-26",
    "datetime": "tanggal dengan jam",
    "time": "jam",
}
_KATA_DIIZINKAN = {
    "layar": get_args(skema.Layar),
    "wajib": get_args(skema.Keharusan),
    "menunggu": get_args(skema.Menunggu),
    "nomor_buku": get_args(skema.NomorBuku),
    "aturan": get_args(skema.Aturan),
    "bagian": get_args(skema.Bagian),
    "keyakinan": get_args(skema.Keyakinan),
    "dari": get_args(skema.Dari),
    "peran": tuple(Peran),
    "sifat": tuple(SifatSyarat),
    "jenis": tuple(JenisIsian),
}
# Keyed as msgspec prints a pattern.
_ATURAN_POLA = {
    repr(skema.POLA_KATA): "tidak boleh kosong, berganti baris, atau diawali/diakhiri spasi",
    repr(skema.POLA_ID): "hanya huruf kecil, angka, dan garis bawah, diawali huruf",
    repr(skema.POLA_LAYANAN): "hanya huruf besar dan angka, tanpa spasi",
    repr(skema.POLA_PINTASAN): "harus satu huruf besar",
    repr(skema.POLA_NIP): "harus 18 angka tanpa spasi",
}


def sebut_tempat(jalur: str, kunci: str = "") -> str:
    """Say a path such as ".langkah[2].hasil[1].ke" as 'langkah ke-3, hasil ke-2, kunci "ke"'.

    Args:
        jalur: as msgspec writes it, counted from 0; "" is the top of the file.
        kunci: one more key below that path.
    """
    kata = [
        f"{nama} ke-{int(urut) + 1}" if urut else f'kunci "{nama}"'
        for nama, urut in re.findall(r"([a-z_]+)(?:\[(\d+)\])?", jalur)
    ]
    if kunci:
        kata.append(f'kunci "{kunci}"')
    # A key that holds further keys is a part of the file, written in square brackets.
    return ", ".join(
        re.sub(r'^kunci "(\w+)"$', r"bagian [\1]", satu) if n < len(kata) - 1 else satu
        for n, satu in enumerate(kata)
    )


def terjemahkan_skema(galat: msgspec.ValidationError) -> Masalah:
    """Put msgspec's English refusal into the office's words."""
    isi, _, jalur = str(galat).partition(" - at `$")
    jalur = jalur.removesuffix("`")
    for pola, terjemah in _TERJEMAHAN:
        if cocok := re.fullmatch(pola, isi, re.DOTALL):
            return terjemah(cocok, jalur)
    return Masalah(sebut_tempat(jalur), f"isinya tidak dapat dipakai ({isi})")


def terjemahkan_toml(galat: ValueError | RecursionError) -> Masalah:
    """Say where a text stops being TOML; the parser tells line and column in its message."""
    pesan = str(galat)
    if cocok := re.search(r"\(at line (\d+), column (\d+)\)", pesan):
        return Masalah(
            f"baris {cocok[1]}, huruf ke-{cocok[2]}",
            "salah tulis; periksa tanda kutip, kurung, koma, dan tanda = di sekitar situ",
        )
    if "(at end of document)" in pesan:
        return Masalah(
            "",
            "susunan TOML-nya tidak dapat dibaca sampai akhir; tutup tanda kutip atau kurung yang "
            "masih terbuka",
        )
    return Masalah("", "ada angka terlalu panjang atau kurung terlalu banyak; betulkan tulisannya")


def _kunci_hilang(cocok: re.Match[str], jalur: str) -> Masalah:
    return Masalah(sebut_tempat(jalur, cocok[1]), "belum ada; tambahkan kunci ini")


def _kunci_asing(cocok: re.Match[str], jalur: str) -> Masalah:
    return Masalah(
        sebut_tempat(jalur, cocok[1]), "tidak dikenal; hapus atau betulkan ejaannya (lihat README)"
    )


def _salah_jenis(cocok: re.Match[str], jalur: str) -> Masalah:
    harus = " atau ".join(_NAMA_JENIS[j] for j in cocok[1].split(" | ") if j != "null")
    return Masalah(sebut_tempat(jalur), f"harus {harus}, tertulis {_NAMA_JENIS[cocok[2]]}")


def _salah_pola(cocok: re.Match[str], jalur: str) -> Masalah:
    return Masalah(sebut_tempat(jalur), _ATURAN_POLA[cocok[1]])


def _terlalu_panjang(cocok: re.Match[str], jalur: str) -> Masalah:
    return Masalah(sebut_tempat(jalur), f"paling panjang {cocok[1]} huruf; persingkat")


def _daftar_kosong(cocok: re.Match[str], jalur: str) -> Masalah:
    return Masalah(sebut_tempat(jalur), f"paling sedikit berisi {cocok[1]}; tambahkan")


def _di_luar_batas(cocok: re.Match[str], jalur: str) -> Masalah:
    batas = "paling kecil" if cocok[1] == ">=" else "paling besar"
    return Masalah(sebut_tempat(jalur), f"{batas} {cocok[2]}; betulkan angkanya")


def _kata_asing(cocok: re.Match[str], jalur: str) -> Masalah:
    kunci = re.sub(r"\[\d+\]$", "", jalur).rpartition(".")[2]
    boleh = ", ".join(f'"{kata}"' for kata in _KATA_DIIZINKAN[kunci] if kata)
    return Masalah(sebut_tempat(jalur), f'"{cocok[1]}" tidak dikenal; pilih {boleh}')


_TERJEMAHAN: tuple[tuple[str, Callable[[re.Match[str], str], Masalah]], ...] = (
    (r"Object missing required field `(.*)`", _kunci_hilang),
    (r"Object contains unknown field `(.*)`", _kunci_asing),
    (r"Expected `([^`]+)`, got `([^`]+)`", _salah_jenis),
    (r"Expected `str(?: \| null)?` matching regex (.*)", _salah_pola),
    (r"Expected `str(?: \| null)?` of length <= (\d+)", _terlalu_panjang),
    (r"Expected `array` of length >= (\d+)", _daftar_kosong),
    (r"Expected `int(?: \| null)?` (>=|<=) (\d+)", _di_luar_batas),
    (r"Invalid enum value '?(.*?)'?", _kata_asing),
)

"""The NIK: what its 16 digits say, which are impossible, and what only deserves a warning.

Source: PP 37/2007 ps. 36-37 (region, date of birth, +40 for women, serial from 0001); the NIK
keeps its digits when the person moves (PP 40/2019 ps. 30(2)) or when sex or date of birth are
corrected (Permendagri 108/2019 ps. 15(3)). So a broken form is refused, a mismatch never is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import check_enam_belas_angka, samarkan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik_lahir import read_lahir
from sooko_desk.domain.nik_tukar import SERI_MUSTAHIL, find_tukaran_lahir
from sooko_desk.domain.tanggal import tanggal_panjang, tanggal_pendek

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

KABUPATEN_MOJOKERTO = "3516"

NAMA_JENIS_KELAMIN = {"L": "Laki-laki", "P": "Perempuan"}

_PROVINSI_TAK_DIKENAL = (
    "Dua angka pertama NIK bukan kode provinsi mana pun. Hampir pasti salah ketik: "
    "cocokkan lagi dengan KTP-el atau KK sebelum melanjutkan."
)
_KECAMATAN_TAK_DIKENAL = (
    "Kode kecamatan di NIK (angka ke-5 dan ke-6) tidak ada di Kabupaten Mojokerto. "
    "Cocokkan dengan KTP-el atau KK."
)


@dataclass(frozen=True, slots=True, repr=False)
class Nik:
    """A well-formed NIK, made by `read_nik`.

    Attributes:
        digits: 16 digits, as text.
        wilayah: first 6 digits: kecamatan of the *first* registration (Kemendagri code), never
            the present home.
        jenis_kelamin: "L" or "P".
        tanggal_lahir: one or two dates of birth, oldest first: the NIK keeps two digits of the
            year.
    """

    digits: str
    wilayah: str
    jenis_kelamin: str
    tanggal_lahir: tuple[dt.date, ...]

    @property
    def tersamar(self) -> str:
        """The masked number for lists and papers, e.g. "************9001"."""
        return samarkan(self.digits)

    def __repr__(self) -> str:
        return f"Nik({self.tersamar})"


def read_nik(teks: str, hari_ini: dt.date) -> Nik:
    """Read a NIK as typed, pasted or scanned.

    Args:
        teks: 16 digits; blanks, dots and dashes are ignored.
        hari_ini: today in WIB; a date of birth after it is not considered.

    Raises:
        UserError: the form is impossible. One sentence a cause, and the two digits that probably
            changed places where only one pair makes a date; never the number itself.
    """
    digits = check_enam_belas_angka(teks, "NIK")
    if digits.startswith("0"):
        raise UserError(
            "NIK tidak diawali angka 0. Nomor ini mungkin NIK sementara; "
            "salin NIK dari KTP-el atau KK."
        )
    try:
        jenis_kelamin, tanggal_lahir = read_lahir(digits, hari_ini)
    except UserError as galat:
        tukaran = find_tukaran_lahir(digits, None, None, hari_ini)
        raise UserError(f"{galat}{_saran(tukaran)}") from None
    if digits.endswith(SERI_MUSTAHIL):
        raise UserError(f"Empat angka terakhir NIK tidak mungkin {SERI_MUSTAHIL}. Periksa lagi.")
    return Nik(digits, digits[:6], jenis_kelamin, tanggal_lahir)


def list_peringatan_nik(
    nik: Nik, provinsi: Mapping[str, str], kecamatan: Mapping[str, str]
) -> tuple[str, ...]:
    """Doubts about the region code; the officer may confirm and go on.

    Args:
        nik: a well-formed NIK.
        provinsi: 2-digit Kemendagri code to name, all provinces.
        kecamatan: 6-digit Kemendagri code to name; looked at inside Kab. Mojokerto only, because
            regions elsewhere are split and recoded.
    """
    if nik.wilayah[:2] not in provinsi:
        return (_PROVINSI_TAK_DIKENAL,)
    if nik.wilayah.startswith(KABUPATEN_MOJOKERTO) and nik.wilayah not in kecamatan:
        return (_KECAMATAN_TAK_DIKENAL,)
    return ()


def cocokkan_nik(
    nik: Nik, tanggal_lahir: dt.date | None, jenis_kelamin: str | None
) -> tuple[str, ...]:
    """Differences between the NIK and what was typed beside it, as warnings.

    Where one change of two neighbouring digits would make the NIK fit, the places are named; of
    a difference in sex alone they are not, for a wrong choice is likelier there.

    Args:
        nik: a well-formed NIK.
        tanggal_lahir: as typed; None = not asked.
        jenis_kelamin: "L" or "P" as typed; None = not asked.
    """
    peringatan = []
    if tanggal_lahir is not None and tanggal_lahir not in nik.tanggal_lahir:
        # Up to the typed date: whether that lies in the future is another field's check.
        tukaran = find_tukaran_lahir(nik.digits, tanggal_lahir, jenis_kelamin, tanggal_lahir)
        peringatan.append(
            f"Tanggal lahir yang diketik ({tanggal_panjang(tanggal_lahir)}) berbeda dengan NIK "
            f"({_sebut_lahir(nik)}). Lanjutkan bila KTP-el atau KK memang begitu.{_saran(tukaran)}"
        )
    if jenis_kelamin is not None and jenis_kelamin != nik.jenis_kelamin:
        peringatan.append(
            f"Menurut NIK jenis kelaminnya {NAMA_JENIS_KELAMIN[nik.jenis_kelamin].lower()}, "
            "berbeda dengan yang dipilih. Lanjutkan bila KTP-el atau KK memang begitu."
        )
    return tuple(peringatan)


def uraikan_nik(nik: Nik, provinsi: Mapping[str, str], kecamatan: Mapping[str, str]) -> str:
    """Say what the NIK says, for the line under the field.

    Args:
        nik: a well-formed NIK.
        provinsi: 2-digit code to name.
        kecamatan: 6-digit code to name, Kab. Mojokerto.

    Returns:
        E.g. "Perempuan, lahir 17/08/1945, wilayah Sooko, Kab. Mojokerto".
    """
    if nik.wilayah.startswith(KABUPATEN_MOJOKERTO) and nik.wilayah in kecamatan:
        wilayah = f"wilayah {kecamatan[nik.wilayah]}, Kab. Mojokerto"
    elif nik.wilayah[:2] in provinsi:
        wilayah = f"wilayah {provinsi[nik.wilayah[:2]]}"
    else:
        wilayah = "wilayah tidak dikenal"
    lahir = " atau ".join(map(tanggal_pendek, nik.tanggal_lahir))
    return f"{NAMA_JENIS_KELAMIN[nik.jenis_kelamin]}, lahir {lahir}, {wilayah}"


def _saran(tukaran: str | None) -> str:
    return f" Mungkin {tukaran} tertukar." if tukaran else ""


def _sebut_lahir(nik: Nik) -> str:
    return " atau ".join(map(tanggal_panjang, nik.tanggal_lahir))

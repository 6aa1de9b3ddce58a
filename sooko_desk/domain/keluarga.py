"""Whether the rows of a family fit together (fields of rows with an `aturan`).

What cannot stand on one family card is an error: not exactly one head, one NIK twice. All else
may be so and only deserves a second look: the law knows adoption, late recording, step-parents
and corrections that leave the NIK as it is. Columns are found by their id; one that an SOP file
leaves out is not looked at.

Source: UU 23/2006 ps. 61 (head and members), Permendagri 108/2019 ps. 10(4) (17 years or
married), ps. 15(1) (what the card names) and 15(3) (the NIK stays); codes of F-1.01 (tables shdk
and status_perkawinan_f101).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik import NAMA_JENIS_KELAMIN, cocokkan_nik, read_nik

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sooko_desk.domain.tabel_isian import Baris

ATURAN_KELUARGA = "keluarga"
"""`Isian.aturan` of rows that are a whole family; the other one has some members only."""
ISIAN_NIK_KEPALA = "nik_kepala_keluarga"
"""Field of the entry form that names the head beside the rows."""
KOLOM_HUBUNGAN = "shdk"
"""Column of the relation to the head."""
KODE_KELAMIN = {"L": "1", "P": "2"}
"""Code on F-1.01, by the sex as a NIK tells it."""
KEPALA, SUAMI, ISTRI, ANAK, ORANG_TUA, MERTUA = "1", "2", "3", "4", "7", "8"
"""Codes of the table shdk."""
BELUM_KAWIN, KAWIN = "1", frozenset({"2", "3"})
"""Codes of the table status_perkawinan_f101."""

BARIS_SELEMBAR = 10
"""Members on one sheet of F-1.01."""
SELISIH_WAJAR = 12
"""Years between parent and child under which a slip of the keys is likelier."""
UMUR_DEWASA = 17

_KELAMIN = {kode: kelamin for kelamin, kode in KODE_KELAMIN.items()}
_KELAMIN_PASANGAN = {SUAMI: "L", ISTRI: "P"}
_SEBUTAN = {KEPALA: "kepala keluarga", SUAMI: "suami", ISTRI: "istri"}
_LANJUT = "Lanjutkan bila dokumennya memang begitu."


@dataclass(frozen=True, slots=True)
class _Anggota:
    """One row as read; what is missing or cannot be read is "" or None."""

    nomor: int
    isi: Baris
    lahir: dt.date | None

    def get(self, kolom: str) -> str:
        return self.isi.get(kolom, "")

    @property
    def shdk(self) -> str:
        return self.get(KOLOM_HUBUNGAN)

    @property
    def kelamin(self) -> str | None:
        """As a NIK tells it, "L" or "P"; None = not known."""
        return _KELAMIN.get(self.get("jenis_kelamin"))


class _Catatan:
    """Sentences by cell; several of one cell are joined."""

    def __init__(self) -> None:
        self.per_sel: dict[str, str] = {}

    def tambah(self, anggota: _Anggota, kolom: str, kalimat: str) -> None:
        sel = f"{anggota.nomor}.{kolom}"
        lama = self.per_sel.get(sel)
        self.per_sel[sel] = f"{lama} {kalimat}" if lama else f"Baris {anggota.nomor}: {kalimat}"


def count_lembar(anggota: int) -> int:
    """How many sheets of F-1.01 that many members fill, at least one."""
    return max(1, -(-anggota // BARIS_SELEMBAR))


def list_salah(baris: Mapping[int, Baris], aturan: str) -> dict[str, str]:
    """What no family card can have.

    Args:
        baris: row number (from 1) -> stored forms; cells that are wrong by themselves left out.
        aturan: "keluarga" (a whole family) or "anggota" (members that join one).

    Returns:
        "<row>.<column id>" -> sentence; "0" is the rows as a whole.
    """
    semua = _baca(baris)
    catatan = _Catatan()
    per_nik: dict[str, int] = {}
    for anggota in semua:
        nik = anggota.get("nik")
        pertama = per_nik.setdefault(nik, anggota.nomor)
        if nik and pertama != anggota.nomor:
            catatan.tambah(
                anggota, "nik", f"NIK sama dengan baris {pertama}. Betulkan salah satunya."
            )
    if aturan == ATURAN_KELUARGA:
        return _periksa_kepala(semua, catatan) | catatan.per_sel
    return catatan.per_sel


def list_peringatan_keluarga(
    baris: Mapping[int, Baris], hari_ini: dt.date, nik_kepala: str = ""
) -> dict[str, str]:
    """What may be so but deserves a second look; never blocks.

    Args:
        baris: as in `list_salah`.
        hari_ini: today in WIB.
        nik_kepala: the head's NIK as the form beside the rows has it; "" = not asked.

    Returns:
        "<row>.<column id>" -> sentence.
    """
    semua = _baca(baris)
    catatan = _Catatan()
    for anggota in semua:
        _cocokkan_nik(anggota, hari_ini, catatan)
        _periksa_orang_tua_kosong(anggota, catatan)
    _periksa_kembar_nama(semua, catatan)
    pasangan = [a for a in semua if a.shdk in _KELAMIN_PASANGAN]
    for anggota in pasangan:
        _periksa_pasangan(anggota, pasangan[0], catatan)
    kepala = next((a for a in semua if a.shdk == KEPALA), None)
    if kepala is not None:
        _periksa_diri_kepala(kepala, pasangan, hari_ini, nik_kepala, catatan)
        _periksa_angkatan(semua, kepala, pasangan, catatan)
        _periksa_nama_orang_tua(semua, [kepala, *pasangan], catatan)
    return catatan.per_sel


def _baca(baris: Mapping[int, Baris]) -> tuple[_Anggota, ...]:
    return tuple(
        _Anggota(nomor, isi, _tanggal(isi.get("tanggal_lahir", "")))
        for nomor, isi in baris.items()
        if isi
    )


def _tanggal(teks: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(teks)
    except ValueError:
        return None


def _periksa_kepala(semua: Sequence[_Anggota], catatan: _Catatan) -> dict[str, str]:
    kepala = [a for a in semua if a.shdk == KEPALA]
    for anggota in kepala[1:]:
        catatan.tambah(
            anggota,
            KOLOM_HUBUNGAN,
            f"Kepala keluarga sudah ada di baris {kepala[0].nomor}, padahal satu KK hanya satu. "
            "Ubah hubungan keluarga salah satunya.",
        )
    # While a relation is still missing, that one may become the head.
    if kepala or not semua or not all(a.shdk for a in semua):
        return {}
    return {
        "0": "Belum ada kepala keluarga. Pilih KEPALA KELUARGA pada hubungan keluarga salah satu "
        "anggota."
    }


def _cocokkan_nik(anggota: _Anggota, hari_ini: dt.date, catatan: _Catatan) -> None:
    try:
        nik = read_nik(anggota.get("nik"), hari_ini)
    except UserError:
        return
    for kolom, lahir, kelamin in (
        ("tanggal_lahir", anggota.lahir, None),
        ("jenis_kelamin", None, anggota.kelamin),
    ):
        for kalimat in cocokkan_nik(nik, lahir, kelamin):
            catatan.tambah(anggota, kolom, kalimat)


def _periksa_orang_tua_kosong(anggota: _Anggota, catatan: _Catatan) -> None:
    """The card names everybody's parents (Permendagri 108/2019 ps. 15(1)); they may be unknown."""
    if not (anggota.get("nama_ibu") or anggota.get("nama_ayah")):
        catatan.tambah(
            anggota,
            "nama_ibu",
            "Nama ibu dan ayah belum diisi. Lanjutkan hanya bila keduanya tidak diketahui.",
        )


def _periksa_kembar_nama(semua: Sequence[_Anggota], catatan: _Catatan) -> None:
    dikenal: dict[tuple[str, dt.date], int] = {}
    for anggota in semua:
        nama = _rapikan(anggota.get("nama_lengkap"))
        if not nama or anggota.lahir is None:
            continue
        pertama = dikenal.setdefault((nama, anggota.lahir), anggota.nomor)
        if pertama != anggota.nomor:
            catatan.tambah(
                anggota,
                "nama_lengkap",
                f"Nama dan tanggal lahir sama dengan baris {pertama}. "
                "Hapus salah satunya bila orangnya sama.",
            )


def _periksa_pasangan(anggota: _Anggota, pertama: _Anggota, catatan: _Catatan) -> None:
    """A husband or wife: married, of the sex that the word says, and not one beside another.

    Several wives of one head may be lawful; several husbands, or a wife and a husband, are not.
    """
    sebutan = _SEBUTAN[anggota.shdk]
    status = anggota.get("status_perkawinan")
    if status and status not in KAWIN:
        catatan.tambah(
            anggota,
            "status_perkawinan",
            f"Hubungannya {sebutan}, tetapi statusnya bukan kawin. Periksa status perkawinan atau "
            "hubungan keluarganya.",
        )
    harus = _KELAMIN_PASANGAN[anggota.shdk]
    if anggota.kelamin not in (None, harus):
        catatan.tambah(
            anggota,
            KOLOM_HUBUNGAN,
            f"Hubungannya {sebutan}, tetapi jenis kelaminnya bukan "
            f"{NAMA_JENIS_KELAMIN[harus].lower()}. Periksa keduanya.",
        )
    if anggota is not pertama and not anggota.shdk == pertama.shdk == ISTRI:
        catatan.tambah(
            anggota,
            KOLOM_HUBUNGAN,
            f"Kepala keluarga sudah punya {_SEBUTAN[pertama.shdk]} di baris {pertama.nomor}. "
            "Periksa hubungan keluarganya.",
        )


def _periksa_diri_kepala(
    kepala: _Anggota,
    pasangan: Sequence[_Anggota],
    hari_ini: dt.date,
    nik_kepala: str,
    catatan: _Catatan,
) -> None:
    status = kepala.get("status_perkawinan")
    if pasangan and status and status not in KAWIN:
        catatan.tambah(
            kepala,
            "status_perkawinan",
            f"Status kepala keluarga bukan kawin, tetapi ada {_SEBUTAN[pasangan[0].shdk]} di "
            f"baris {pasangan[0].nomor}. Periksa status perkawinannya.",
        )
    if status == BELUM_KAWIN and _is_kurang(kepala.lahir, hari_ini, UMUR_DEWASA):
        catatan.tambah(
            kepala,
            "tanggal_lahir",
            f"Kepala keluarga belum {UMUR_DEWASA} tahun dan belum kawin. Periksa tanggal "
            f"lahirnya. {_LANJUT}",
        )
    if nik_kepala and kepala.get("nik") not in ("", nik_kepala):
        catatan.tambah(
            kepala,
            "nik",
            "NIK kepala keluarga di sini berbeda dengan isian NIK kepala keluarga di atas. "
            "Cocokkan dengan KTP-el.",
        )


def _periksa_angkatan(
    semua: Sequence[_Anggota],
    kepala: _Anggota,
    pasangan: Sequence[_Anggota],
    catatan: _Catatan,
) -> None:
    """Parents are older than their children: downward, and up to the head's and spouse's own."""
    for anggota in semua:
        if anggota.shdk == ANAK:
            for tua in (kepala, *pasangan):
                _bandingkan(tua, anggota, anggota, _SEBUTAN[tua.shdk], catatan)
        elif anggota.shdk == ORANG_TUA:
            _bandingkan(anggota, kepala, anggota, "kepala keluarga", catatan)
        elif anggota.shdk == MERTUA:
            for muda in pasangan:
                _bandingkan(anggota, muda, anggota, _SEBUTAN[muda.shdk], catatan)


def _bandingkan(
    tua: _Anggota, muda: _Anggota, tempat: _Anggota, sebutan: str, catatan: _Catatan
) -> None:
    """Say at `tempat`, one of the two, when the elder is not older by `SELISIH_WAJAR` years."""
    if tua.lahir is None or not _is_kurang(tua.lahir, muda.lahir, SELISIH_WAJAR):
        return
    lain = muda if tempat is tua else tua
    arah = "lebih tua dari" if tempat is tua else "lebih muda dari"
    catatan.tambah(
        tempat,
        "tanggal_lahir",
        f"Tidak sampai {SELISIH_WAJAR} tahun {arah} {sebutan} di baris {lain.nomor}. "
        f"Periksa tanggal lahir keduanya. {_LANJUT}",
    )


def _periksa_nama_orang_tua(
    semua: Sequence[_Anggota], orang_tua: Iterable[_Anggota], catatan: _Catatan
) -> None:
    """A child's parents against head and spouse; a step-child's differ rightly."""
    per_kelamin: dict[str | None, dict[str, str]] = {}
    for tua in orang_tua:
        if nama := tua.get("nama_lengkap"):
            per_kelamin.setdefault(tua.kelamin, {})[_rapikan(nama)] = _SEBUTAN[tua.shdk]
    for anak in (a for a in semua if a.shdk == ANAK):
        for kolom, sebutan, kelamin in (("nama_ibu", "ibu", "P"), ("nama_ayah", "ayah", "L")):
            nama, ada = anak.get(kolom), per_kelamin.get(kelamin)
            if nama and ada and _rapikan(nama) not in ada:
                lain = " atau ".join(dict.fromkeys(ada.values()))
                catatan.tambah(
                    anak,
                    kolom,
                    f"Nama {sebutan} berbeda dengan nama {lain} di KK ini. Periksa; lanjutkan "
                    "bila anak tiri atau dokumennya memang begitu.",
                )


def _is_kurang(dulu: dt.date | None, nanti: dt.date | None, tahun: int) -> bool:
    """Whether `nanti` comes before the `tahun`-th birthday of who was born on `dulu`."""
    if dulu is None or nanti is None:
        return False
    return (nanti.year - tahun, nanti.month, nanti.day) < (dulu.year, dulu.month, dulu.day)


def _rapikan(nama: str) -> str:
    """A name as it is compared: letters and digits only, in one case."""
    return "".join(huruf for huruf in nama.casefold() if huruf.isalnum())

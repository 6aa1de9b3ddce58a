"""The list of officials as it is typed: dates are words until they are read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kantor import BentukJabatan, Pejabat
from sooko_desk.domain.tanggal import parse_tanggal, tanggal_pendek
from sooko_desk.services.kantor import check_pejabat, rapikan_pejabat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kantor import KantorService

TANPA_BAWAAN = (
    "Daftar pejabat tidak dapat dikembalikan ke bawaan, karena dokumen lama memerlukan pejabat "
    "pada tanggalnya. Urungkan perubahan dengan Ctrl+Z."
)


@dataclass(frozen=True, slots=True)
class IsianPejabat:
    """One row exactly as typed; the fields are those of `Pejabat`."""

    id: str
    nama: str = ""
    jabatan: str = ""
    dari: str = ""
    sampai: str = ""
    pangkat: str = ""
    nip: str = ""
    bentuk: str = ""
    atas_nama: str = ""


def tulis_isian(pejabat: Pejabat) -> IsianPejabat:
    """An official as the fields show one."""
    return IsianPejabat(
        id=pejabat.id,
        nama=pejabat.nama,
        jabatan=pejabat.jabatan,
        dari=tanggal_pendek(pejabat.dari),
        sampai=tanggal_pendek(pejabat.sampai) if pejabat.sampai else "",
        pangkat=pejabat.pangkat,
        nip=pejabat.nip,
        bentuk=pejabat.bentuk.value,
        atas_nama=pejabat.atas_nama,
    )


def baca_isian(isian: IsianPejabat) -> tuple[Pejabat, dict[str, str]]:
    """Read one row.

    Returns:
        The official, and what is wrong with the dates: "dari" or "sampai" -> sentence. Such a
        date stands as the earliest day, or as none.
    """
    salah: dict[str, str] = {}
    tanggal: dict[str, dt.date] = {}
    for bidang, teks in (("dari", isian.dari), ("sampai", isian.sampai)):
        if teks.strip() or bidang == "dari":
            try:
                tanggal[bidang] = parse_tanggal(teks)
            except UserError as galat:
                salah[bidang] = str(galat)
    pejabat = Pejabat(
        id=isian.id,
        nama=isian.nama,
        jabatan=isian.jabatan,
        dari=tanggal.get("dari", dt.date.min),
        sampai=tanggal.get("sampai"),
        pangkat=isian.pangkat,
        nip=isian.nip,
        bentuk=BentukJabatan(isian.bentuk),
        atas_nama=isian.atas_nama,
    )
    return rapikan_pejabat(pejabat), salah


def check_isian(daftar: Sequence[IsianPejabat]) -> dict[str, str]:
    """What is wrong with the list as typed: "<place from 1>.<field>" -> sentence; {} = in order.

    A row whose dates cannot be read is judged by itself; it cannot overlap another yet.
    """
    terbaca = [baca_isian(satu) for satu in daftar]
    utuh = [n for n, (_, salah) in enumerate(terbaca) if not salah]
    hasil: dict[str, str] = {}
    for n, (pejabat, tanggal) in enumerate(terbaca, start=1):
        if tanggal:
            sendiri = check_pejabat((pejabat,)) | {f"1.{k}": v for k, v in tanggal.items()}
            hasil |= _pindah(sendiri, [n])
    bersama = check_pejabat([terbaca[n][0] for n in utuh])
    return hasil | _pindah(bersama, [n + 1 for n in utuh])


def simpan_isian(kantor: KantorService, daftar: Sequence[IsianPejabat], petugas: Petugas) -> None:
    """Let the list hold.

    Raises:
        RuleError: this is not the Kasi.
        FieldsError: as `check_isian`; nothing is stored.
    """
    if salah := check_isian(daftar):
        raise FieldsError(salah)
    kantor.simpan_pejabat([baca_isian(satu)[0] for satu in daftar], petugas)


def tolak_bawaan() -> None:
    """There is no going back to a list without the officials of earlier papers.

    Raises:
        RuleError: always.
    """
    raise RuleError(TANPA_BAWAAN)


def _pindah(salah: dict[str, str], tempat: Sequence[int]) -> dict[str, str]:
    """Places counted in a part of the list, as places in all of it."""
    hasil = {}
    for kunci, kalimat in salah.items():
        nomor, _, bidang = kunci.partition(".")
        hasil[f"{tempat[int(nomor) - 1]}.{bidang}"] = kalimat
    return hasil

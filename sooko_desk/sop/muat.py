"""SOP files read from disk into `domain.sop` values. A broken file never stops the program."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.keluarga import ATURAN_KELUARGA
from sooko_desk.domain.sop import (
    Hasil,
    Isian,
    JenisPermohonan,
    Langkah,
    LembarSop,
    Pilihan,
    PolaNomor,
    Sop,
    Syarat,
)
from sooko_desk.sop.berkas_teks import TerlaluBesarError, read_teks
from sooko_desk.sop.periksa import list_masalah, list_peringatan
from sooko_desk.sop.pesan import terjemahkan_skema, terjemahkan_toml
from sooko_desk.sop.rak import RakSop
from sooko_desk.sop.skema import SopToml
from sooko_desk.sop.tabel import NAMA_FOLDER, gabung_tabel, load_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sooko_desk.sop.pesan import Masalah
    from sooko_desk.sop.skema import (
        HasilToml,
        IsianToml,
        JenisToml,
        KolomToml,
        LangkahToml,
        SyaratJenisToml,
        SyaratToml,
    )
    from sooko_desk.sop.tabel import Tabel

    Susunan = Mapping[str, tuple[KolomToml, ...]]

_TANGGAL_TOML = (dt.datetime, dt.date, dt.time)


def load_rak(folders: Sequence[Path]) -> RakSop:
    """Read every *.toml of the folders, with the code tables of their subfolders "tabel".

    Args:
        folders: the shipped folder first, then the office's own; one that does not exist is
            skipped. Of the same service and effective date the later folder's file is in force,
            of the same table the later folder's.
    """
    tabel, masalah_tabel = gabung_tabel(folder / NAMA_FOLDER for folder in folders)
    masalah = list(masalah_tabel)
    semua: list[Sop] = []
    for folder in folders:
        versi: dict[tuple[str, dt.date], str] = {}
        for path in sorted(folder.glob("*.toml")):
            try:
                sop = parse_sop(_read(path), path.name, tabel)
                _catat_versi(versi, sop, path.name)
            except UserError as galat:
                masalah.append(str(galat))
            else:
                semua.append(sop)
                masalah.extend(list_peringatan(sop))
    return RakSop(tuple(semua), tuple(masalah))


def load_sop(path: Path) -> Sop:
    """Read one SOP file with the code tables of the folder "tabel" beside it.

    Raises:
        UserError: the file or a table cannot be used; the text names file and key.
    """
    return parse_sop(_read(path), path.name, load_tabel(path.parent / NAMA_FOLDER))


def parse_sop(teks: str, nama_berkas: str, tabel: Tabel) -> Sop:
    r"""Turn the text of an SOP file into a `Sop`, checked and with its choices filled in.

    Args:
        teks: TOML with "\n" line ends; its SHA-256 becomes `Sop.sidik`.
        nama_berkas: name told to the officer when something is wrong.

    Raises:
        UserError: the text cannot be used; the sentence names the file, the place and the cause.
    """
    try:
        sop = _baca_toml(teks)
    except msgspec.ValidationError as galat:
        raise _tolak(nama_berkas, [terjemahkan_skema(galat)]) from galat
    except (ValueError, RecursionError) as galat:
        raise _tolak(nama_berkas, [terjemahkan_toml(galat)]) from galat
    masalah = list(list_masalah(sop, tabel))
    if masalah:
        raise _tolak(nama_berkas, masalah)
    return _build_sop(sop, teks, tabel)


@lru_cache(maxsize=16)
def _baca_toml(teks: str) -> SopToml:
    """The same text comes again: from a case that pinned it, from a register that is restored."""
    isi = tomllib.loads(teks)
    return msgspec.convert(isi, SopToml, builtin_types=_TANGGAL_TOML)


def _catat_versi(versi: dict[tuple[str, dt.date], str], sop: Sop, nama_berkas: str) -> None:
    kunci = (sop.layanan, sop.lembar.tanggal_efektif)
    pertama = versi.setdefault(kunci, nama_berkas)
    if pertama != nama_berkas:
        raise UserError(
            f"Berkas SOP {nama_berkas} tidak dipakai: layanan dan tanggal_efektif-nya sama dengan "
            f"{pertama}. Ganti tanggal_efektif atau pindahkan salah satu."
        )


def _tolak(nama_berkas: str, masalah: Sequence[Masalah]) -> UserError:
    lain = f" Masih ada {len(masalah) - 1} kesalahan lain." if len(masalah) > 1 else ""
    return UserError(
        f"Berkas SOP {nama_berkas} tidak dipakai: {masalah[0]}.{lain} "
        "Betulkan, lalu buka ulang program."
    )


def _read(path: Path) -> str:
    try:
        return read_teks(path)
    except TerlaluBesarError as galat:
        raise UserError(
            f"Berkas SOP {path.name} terlalu besar, jadi tidak dibaca. Pindahkan dari folder SOP."
        ) from galat
    except OSError as galat:
        raise UserError(
            f"Berkas SOP {path.name} tidak dapat dibaca. Pastikan filenya ada dan tidak sedang "
            "dipakai program lain."
        ) from galat
    except UnicodeDecodeError as galat:
        raise UserError(
            f"Berkas SOP {path.name} bukan teks UTF-8. Buka dengan Notepad, pilih Simpan Sebagai, "
            "Pengodean UTF-8."
        ) from galat


def _build_sop(sop: SopToml, teks: str, tabel: Tabel) -> Sop:
    umum = {syarat.kode: syarat for syarat in sop.syarat}
    susunan = {satu.id: satu.kolom for satu in sop.susunan}
    return Sop(
        layanan=sop.layanan,
        nama_layanan=sop.nama_layanan,
        nama_register=sop.nama_register,
        lembar=LembarSop(**msgspec.structs.asdict(sop.lembar)),
        pola_nomor=PolaNomor(sop.pola_nomor.tanda_bukti, sop.pola_nomor.register),
        langkah=tuple(_build_langkah(langkah, susunan, tabel) for langkah in sop.langkah),
        jenis=tuple(_build_jenis(jenis, umum) for jenis in sop.jenis),
        urutan=sop.urutan,
        sidik=hashlib.sha256(teks.encode()).hexdigest(),
        teks=teks,
    )


def _build_langkah(langkah: LangkahToml, susunan: Susunan, tabel: Tabel) -> Langkah:
    return Langkah(
        **_isi(langkah)
        | {
            "nomor": langkah.nomor,
            "waktu_menit": langkah.waktu_menit,
            "peran": frozenset(langkah.peran),
            "hasil": tuple(_build_hasil(hasil) for hasil in langkah.hasil),
            "isian": tuple(_build_isian(isian, susunan, tabel) for isian in langkah.isian),
            "tolak": tabel.get(langkah.tolak) if langkah.tolak else (),
        }
    )


def _build_hasil(hasil: HasilToml) -> Hasil:
    return Hasil(**_isi(hasil) | {"wajib": frozenset(hasil.wajib)})


def _build_isian(isian: IsianToml, susunan: Susunan, tabel: Tabel) -> Isian:
    kolom = susunan[isian.kolom] if isinstance(isian.kolom, str) else isian.kolom
    isi = _isi_isian(isian, tabel)
    isi["kolom"] = tuple(Isian(**_isi_isian(satu, tabel)) for satu in kolom)
    if isian.aturan != ATURAN_KELUARGA:
        # Only a whole family begins with a row that intake knows; the columns may be shared.
        isi["kolom"] = tuple(replace(satu, dari="") for satu in isi["kolom"])
    return Isian(**isi)


def _isi_isian(isian: IsianToml | KolomToml, tabel: Tabel) -> dict[str, Any]:
    pilihan: Iterable[Pilihan] = (Pilihan(satu.kode, satu.nama) for satu in isian.pilihan)
    if isian.tabel:
        pilihan = tabel.get(isian.tabel)
    isi = _isi(isian) | {"pilihan": tuple(pilihan)}
    del isi["tabel"]
    return isi


def _build_jenis(jenis: JenisToml, umum: Mapping[str, SyaratToml]) -> JenisPermohonan:
    syarat = tuple(_build_syarat(satu, umum.get(satu.kode)) for satu in jenis.syarat)
    return JenisPermohonan(jenis.kode, jenis.nama, jenis.kelompok, syarat)


def _build_syarat(syarat: SyaratJenisToml, umum: SyaratToml | None) -> Syarat:
    dasar = {} if umum is None else _terisi(umum)
    return Syarat(**dasar | _terisi(syarat))


def _terisi(struct: msgspec.Struct) -> dict[str, Any]:
    return {k: v for k, v in msgspec.structs.asdict(struct).items() if v is not None}


def _isi(struct: msgspec.Struct) -> dict[str, Any]:
    """The keys of a table; one that the file leaves out is an empty text."""
    return {
        kunci: "" if isi is None else isi for kunci, isi in msgspec.structs.asdict(struct).items()
    }

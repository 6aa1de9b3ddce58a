"""Office hours as the settings screen edits them, to and from the text of jam_kerja.toml.

A value holds what the officer typed, so that a wrong hour can be shown and put right. The order
of work is `read_jam`, edit, `check_jam`, `write_jam`; what `check_jam` passed, `parse_jadwal`
takes.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import NAMA_HARI, parse_tanggal, tanggal_pendek
from sooko_desk.sop.jadwal import HARI_TOML, convert_jam_kerja

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.sop.jadwal import JamToml

PANJANG_NAMA_MASA = 60

_JAM = re.compile(r"([0-9]{1,2})(?:[.:,]?([0-9]{2}))?")
_JAM_SEHARI, _MENIT_SEJAM = 24, 60
_AWAL = "# Jam kerja loket menurut kantor, diubah di dalam program.\n"


@dataclass(frozen=True, slots=True)
class Istirahat:
    """One break, hours as typed."""

    mulai: str
    selesai: str


@dataclass(frozen=True, slots=True)
class JamHari:
    """One day of a week, hours as typed ("07.30", "7:30"); what a closed day holds is ignored."""

    buka: bool = False
    mulai: str = ""
    selesai: str = ""
    istirahat: tuple[Istirahat, ...] = ()


@dataclass(frozen=True, slots=True)
class MasaJam:
    """A period with its own hours, such as Ramadan; dates as typed, both included.

    Attributes:
        minggu: seven days from Monday.
    """

    nama: str
    dari: str
    sampai: str
    minggu: tuple[JamHari, ...]


@dataclass(frozen=True, slots=True)
class JamKantor:
    """All that jam_kerja.toml says.

    Attributes:
        minggu: the usual week, seven days from Monday.
    """

    minggu: tuple[JamHari, ...]
    masa: tuple[MasaJam, ...] = ()


def parse_jam(teks: str) -> dt.time:
    """Read an hour as typed: "07.30", "7:30", "0730", "730" or "7".

    Raises:
        UserError: one sentence for the officer.
    """
    cocok = _JAM.fullmatch(teks.strip())
    jam, menit = (int(cocok[1]), int(cocok[2] or 0)) if cocok else (_JAM_SEHARI, 0)
    if jam >= _JAM_SEHARI or menit >= _MENIT_SEJAM:
        raise UserError(f'"{teks.strip()}" bukan jam. Tulis seperti 07.30.')
    return dt.time(jam, menit)


def tidy_jam(teks: str) -> str:
    """Write "7:30" as "07.30"; what is no hour comes back trimmed and otherwise unchanged."""
    try:
        return f"{parse_jam(teks):%H.%M}"
    except UserError:
        return teks.strip()


def read_jam(teks: str) -> JamKantor:
    """Take the editable values out of a text that `parse_jadwal` takes.

    Several entries of one day become one span from the first opening to the last closing; what
    lies between them becomes a break, so the open minutes stay the same.

    Raises:
        UserError: the text is not of the shape of jam_kerja.toml.
    """
    berkas = convert_jam_kerja(teks)
    masa = (
        MasaJam(
            satu.nama,
            tanggal_pendek(satu.dari),
            tanggal_pendek(satu.sampai),
            _baca_minggu(satu.jam),
        )
        for satu in sorted(berkas.masa_khusus, key=attrgetter("dari"))
    )
    return JamKantor(_baca_minggu(berkas.jam), tuple(masa))


def write_jam(isi: JamKantor) -> str:
    """Write values that `check_jam` passed as jam_kerja.toml; equal days share one entry."""
    bagian = [_AWAL, *_tulis_minggu(isi.minggu, "jam")]
    for masa in isi.masa:
        bagian.append(
            f"\n[[masa_khusus]]\nnama = {_kutip(_rapikan(masa.nama))}\n"
            f"dari = {parse_tanggal(masa.dari).isoformat()}\n"
            f"sampai = {parse_tanggal(masa.sampai).isoformat()}\n"
        )
        bagian += _tulis_minggu(masa.minggu, "masa_khusus.jam")
    return "".join(bagian)


def check_jam(isi: JamKantor) -> dict[str, str]:
    """What is wrong with hours as typed.

    Returns:
        Place to one sentence, {} = all in order. Places (numbers from 0): "jam.<day>.buka",
        "jam.<day>.<mulai|selesai>", "jam.<day>.istirahat.<n>.<mulai|selesai>",
        "masa.<n>.<nama|dari|sampai>", and the days of a period as "masa.<n>.jam.<day>.…".
    """
    salah = _check_minggu(isi.minggu, "jam")
    for nomor, masa in enumerate(isi.masa):
        salah |= _check_masa(masa, f"masa.{nomor}")
    return salah | _check_tumpuk(isi.masa)


def hitung_menit(hari: JamHari) -> int | None:
    """Open minutes of one day; None while what is typed makes no sense."""
    if not hari.buka:
        return 0
    return None if _check_hari(hari, "", "") else _menit_buka(hari)


def _menit_buka(hari: JamHari) -> int:
    kurang = sum(_menit(satu.selesai) - _menit(satu.mulai) for satu in _list_istirahat(hari))
    return _menit(hari.selesai) - _menit(hari.mulai) - kurang


def _menit(teks: str) -> int:
    jam = parse_jam(teks)
    return jam.hour * _MENIT_SEJAM + jam.minute


def _list_istirahat(hari: JamHari) -> list[Istirahat]:
    """The breaks that are filled in; a pair of empty cells is none."""
    return [satu for satu in hari.istirahat if _is_terisi(satu)]


def _is_terisi(istirahat: Istirahat) -> bool:
    return bool(istirahat.mulai.strip() or istirahat.selesai.strip())


def _baca_minggu(daftar: Iterable[JamToml]) -> tuple[JamHari, ...]:
    sehari: list[list[JamToml]] = [[] for _ in HARI_TOML]
    for jam in daftar:
        for hari in jam.hari:
            sehari[HARI_TOML.index(hari)].append(jam)
    return tuple(map(_baca_hari, sehari))


def _baca_hari(daftar: list[JamToml]) -> JamHari:
    if not daftar:
        return JamHari()
    urut = sorted(daftar, key=lambda jam: _menit(jam.mulai))
    istirahat = [(tidy_jam(i.mulai), tidy_jam(i.selesai)) for jam in urut for i in jam.istirahat]
    for satu, dua in pairwise(urut):
        if _menit(satu.selesai) < _menit(dua.mulai):
            istirahat.append((tidy_jam(satu.selesai), tidy_jam(dua.mulai)))
    return JamHari(
        buka=True,
        mulai=tidy_jam(urut[0].mulai),
        selesai=tidy_jam(urut[-1].selesai),
        istirahat=tuple(Istirahat(*satu) for satu in sorted(istirahat)),
    )


def _tulis_minggu(minggu: Sequence[JamHari], kepala: str) -> list[str]:
    sama: dict[str, list[str]] = {}
    for nama, hari in zip(HARI_TOML, minggu, strict=True):
        if hari.buka:
            sama.setdefault(_tulis_hari(hari), []).append(nama)
    if not sama:
        return [f"{kepala.rpartition('.')[2]} = []\n"]
    return [
        f"\n[[{kepala}]]\nhari = [{', '.join(map(_kutip, hari))}]\n{jam}"
        for jam, hari in sama.items()
    ]


def _tulis_hari(hari: JamHari) -> str:
    teks = f'mulai = "{tidy_jam(hari.mulai)}"\nselesai = "{tidy_jam(hari.selesai)}"\n'
    istirahat = ", ".join(
        f'{{ mulai = "{tidy_jam(satu.mulai)}", selesai = "{tidy_jam(satu.selesai)}" }}'
        for satu in _list_istirahat(hari)
    )
    return f"{teks}istirahat = [{istirahat}]\n" if istirahat else teks


def _kutip(teks: str) -> str:
    aman = teks.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{aman}"'


def _rapikan(nama: str) -> str:
    return " ".join(nama.split())


def _check_minggu(minggu: Sequence[JamHari], kunci: str) -> dict[str, str]:
    if not any(hari.buka for hari in minggu):
        return {f"{kunci}.0.buka": "Belum ada hari buka. Tandai sedikitnya satu hari."}
    salah: dict[str, str] = {}
    for nomor, hari in enumerate(minggu):
        if hari.buka:
            salah |= _check_hari(hari, f"{kunci}.{nomor}", NAMA_HARI[nomor])
    return salah


def _check_hari(hari: JamHari, kunci: str, nama: str) -> dict[str, str]:
    salah = _check_rentang(hari.mulai, hari.selesai, kunci, nama)
    terisi = [(n, satu) for n, satu in enumerate(hari.istirahat) if _is_terisi(satu)]
    for nomor, satu in terisi:
        tempat = f"{kunci}.istirahat.{nomor}"
        salah |= _check_rentang(satu.mulai, satu.selesai, tempat, f"istirahat {nama}")
    if salah:
        return salah
    for urut, (nomor, satu) in enumerate(terisi):
        sebelum = [lain for _, lain in terisi[:urut]]
        salah |= _check_letak(hari, satu, f"{kunci}.istirahat.{nomor}", sebelum)
    if not salah and _menit_buka(hari) == 0:
        salah[f"{kunci}.istirahat.{terisi[0][0]}.mulai"] = (
            f"Istirahat {nama} menghabiskan seluruh jam buka. Bila tutup, hapus tanda buka."
        )
    return salah


def _check_rentang(mulai: str, selesai: str, kunci: str, nama: str) -> dict[str, str]:
    salah = {
        f"{kunci}.{ujung}": sebab
        for ujung, teks in (("mulai", mulai), ("selesai", selesai))
        if (sebab := _check_jam(teks, f"Jam {ujung} {nama}"))
    }
    if not salah and _menit(selesai) <= _menit(mulai):
        salah[f"{kunci}.selesai"] = (
            f"Selesai {nama} ({tidy_jam(selesai)}) tidak sesudah mulai ({tidy_jam(mulai)}). "
            "Betulkan jamnya."
        )
    return salah


def _check_jam(teks: str, apa: str) -> str:
    if not teks.strip():
        return f"{apa} belum diisi. Tulis seperti 07.30."
    try:
        parse_jam(teks)
    except UserError as galat:
        return f"{apa}: {galat}"
    return ""


def _check_letak(
    hari: JamHari, istirahat: Istirahat, kunci: str, sebelum: Iterable[Istirahat]
) -> dict[str, str]:
    """Whether a break lies inside the day and clear of the breaks listed before it."""
    sebut = f"Istirahat {tidy_jam(istirahat.mulai)}-{tidy_jam(istirahat.selesai)}"
    di_luar = f"{sebut} di luar jam buka {tidy_jam(hari.mulai)}-{tidy_jam(hari.selesai)}."
    mulai, selesai = _menit(istirahat.mulai), _menit(istirahat.selesai)
    if mulai < _menit(hari.mulai):
        return {f"{kunci}.mulai": di_luar}
    if selesai > _menit(hari.selesai):
        return {f"{kunci}.selesai": di_luar}
    for lain in sebelum:
        if mulai < _menit(lain.selesai) and _menit(lain.mulai) < selesai:
            tumpuk = f"{tidy_jam(lain.mulai)}-{tidy_jam(lain.selesai)}"
            return {f"{kunci}.mulai": f"{sebut} bertumpuk dengan istirahat {tumpuk}."}
    return {}


def _check_masa(masa: MasaJam, kunci: str) -> dict[str, str]:
    salah: dict[str, str] = {}
    nama = _rapikan(masa.nama)
    if not nama:
        salah[f"{kunci}.nama"] = "Nama masa khusus belum diisi, misalnya Ramadan 1448 H."
    elif len(nama) > PANJANG_NAMA_MASA:
        salah[f"{kunci}.nama"] = f"Nama paling panjang {PANJANG_NAMA_MASA} huruf. Persingkat."
    elif not nama.isprintable():
        salah[f"{kunci}.nama"] = "Nama memuat tanda yang tidak tampak. Ketik ulang."
    for ujung, teks in (("dari", masa.dari), ("sampai", masa.sampai)):
        try:
            parse_tanggal(teks)
        except UserError as galat:
            salah[f"{kunci}.{ujung}"] = str(galat)
    rentang = _find_rentang(masa)
    if rentang and rentang[0] > rentang[1]:
        salah[f"{kunci}.sampai"] = (
            f'"{nama}" selesai ({tanggal_pendek(rentang[1])}) sebelum mulai '
            f"({tanggal_pendek(rentang[0])}). Betulkan tanggalnya."
        )
    return salah | _check_minggu(masa.minggu, f"{kunci}.jam")


def _find_rentang(masa: MasaJam) -> tuple[dt.date, dt.date] | None:
    try:
        return parse_tanggal(masa.dari), parse_tanggal(masa.sampai)
    except UserError:
        return None


def _check_tumpuk(daftar: Sequence[MasaJam]) -> dict[str, str]:
    salah = {}
    terbaca = [(r, n) for n, masa in enumerate(daftar) if (r := _find_rentang(masa)) is not None]
    urut = sorted((r, n) for r, n in terbaca if r[0] <= r[1])
    for (satu, a), (dua, b) in pairwise(urut):
        if satu[1] >= dua[0]:
            tanggal = f"{tanggal_pendek(satu[0])} sampai {tanggal_pendek(satu[1])}"
            salah[f"masa.{b}.dari"] = (
                f'Bertumpuk dengan "{_rapikan(daftar[a].nama)}" ({tanggal}). Betulkan tanggalnya.'
            )
    return salah

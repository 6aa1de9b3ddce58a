"""Office hours and holidays that the Kasi edits inside the program.

The office's own texts are kept in the register beside the shipped files; without one, or after
"kembalikan", the shipped file holds. Every duration asks `jadwal`, so a change counts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.sop.berkas_teks import TerlaluBesarError, read_teks
from sooko_desk.sop.jadwal import NAMA_JAM_KERJA, parse_jadwal, read_tabel
from sooko_desk.sop.jadwal_tulis import check_jam, hitung_menit, read_jam, write_jam
from sooko_desk.sop.libur import (
    NAMA_HARI_LIBUR,
    check_libur,
    gabung_libur,
    list_libur_tahun,
    parse_libur,
    write_libur,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.data.perintah import BarisPengaturan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.domain.waktu_kantor import JadwalKantor
    from sooko_desk.sop.jadwal_tulis import JamKantor
    from sooko_desk.sop.libur import BarisLibur, HasilGabung

KUNCI_JAM, KUNCI_LIBUR = "jam_kerja", "hari_libur"
JAM_KANTOR, HARI_LIBUR = "jam kantor", "hari libur"
"""What is changed, in words."""
_MENIT_SEJAM = 60


class JadwalService:
    """The schedule that holds now, and its editing."""

    def __init__(self, pengaturan: PengaturanStore, folder_tabel: Path, clock: Clock) -> None:
        """Read the shipped tables and the office's own.

        Args:
            pengaturan: keeps the office's texts.
            folder_tabel: holds the shipped jam_kerja.toml and hari_libur.csv.
            clock: tells when a change was made and which day is today.

        Raises:
            UserError: a shipped table is missing or wrong.
        """
        self._pengaturan = pengaturan
        self._clock = clock
        self._bawaan = {
            KUNCI_JAM: read_tabel(folder_tabel / NAMA_JAM_KERJA),
            KUNCI_LIBUR: read_tabel(folder_tabel / NAMA_HARI_LIBUR),
        }
        parse_jadwal(self._bawaan[KUNCI_JAM], self._bawaan[KUNCI_LIBUR])
        self._muat()

    @property
    def jadwal(self) -> JadwalKantor:
        """The schedule that holds now."""
        return self._jadwal

    @property
    def masalah(self) -> tuple[str, ...]:
        """One sentence per stored text that cannot be used; the shipped one stands in for it."""
        return self._masalah

    @property
    def tahun_ini(self) -> int:
        """The present year in WIB."""
        return hari_ini(self._clock).year

    def is_bawaan_jam(self) -> bool:
        """Whether the shipped hours hold."""
        return self._teks[KUNCI_JAM] == self._bawaan[KUNCI_JAM]

    def is_bawaan_libur(self) -> bool:
        """Whether the shipped holidays hold."""
        return self._teks[KUNCI_LIBUR] == self._bawaan[KUNCI_LIBUR]

    def get_jam(self) -> JamKantor:
        """The hours that hold now, to be edited."""
        return read_jam(self._teks[KUNCI_JAM])

    def get_libur(self) -> tuple[BarisLibur, ...]:
        """The holidays that hold now, to be edited."""
        return parse_libur(self._teks[KUNCI_LIBUR])

    def check_jam(self, isi: JamKantor) -> dict[str, str]:
        """What is wrong with hours as typed; keys as in `simpan_jam`, {} = nothing."""
        return check_jam(isi)

    def check_libur(self, baris: Sequence[BarisLibur]) -> dict[str, str]:
        """What is wrong with rows as typed; keys as in `simpan_libur`, {} = nothing."""
        return check_libur(baris)

    def simpan_jam(self, isi: JamKantor, petugas: Petugas) -> None:
        """Let these hours hold from now on; what holds already is not stored again.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: by place, e.g. "jam.2.selesai", "jam.4.istirahat.0.mulai",
                "masa.0.sampai", "masa.0.jam.4.mulai" (see `sop.jadwal_tulis.check_jam`).
        """
        require_kasi(petugas, JAM_KANTOR)
        _refuse(check_jam(isi))
        if write_jam(isi) != write_jam(self.get_jam()):
            self._simpan(KUNCI_JAM, write_jam(isi), petugas)

    def simpan_libur(self, baris: Sequence[BarisLibur], petugas: Petugas) -> None:
        """Let these holidays hold from now on; what holds already is not stored again.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: by place, e.g. "libur.14.tanggal" (rows from 0, in the order given).
        """
        require_kasi(petugas, HARI_LIBUR)
        _refuse(check_libur(baris))
        if write_libur(baris) != write_libur(self.get_libur()):
            self._simpan(KUNCI_LIBUR, write_libur(baris), petugas)

    def kembalikan_jam(self, petugas: Petugas) -> None:
        """Let the shipped hours hold again. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, JAM_KANTOR)
        if self._pengaturan.find(KUNCI_JAM) is not None:
            self._simpan(KUNCI_JAM, "", petugas)

    def kembalikan_libur(self, petugas: Petugas) -> None:
        """Let the shipped holidays hold again. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, HARI_LIBUR)
        if self._pengaturan.find(KUNCI_LIBUR) is not None:
            self._simpan(KUNCI_LIBUR, "", petugas)

    def tambah_libur_tahun(self, baris: Sequence[BarisLibur], tahun: int) -> HasilGabung:
        """Merge libur nasional and cuti bersama of a year into rows; stores nothing.

        Raises:
            UserError: no holidays are known of that year.
        """
        return gabung_libur(baris, list_libur_tahun(tahun))

    def gabung_libur(
        self, baris: Sequence[BarisLibur], tambahan: Sequence[BarisLibur]
    ) -> HasilGabung:
        """Merge rows that were imported into rows; stores nothing."""
        return gabung_libur(baris, tambahan)

    def import_libur(
        self, teks_csv: str, nama_berkas: str = NAMA_HARI_LIBUR
    ) -> tuple[BarisLibur, ...]:
        """Read rows of a CSV text; stores nothing.

        Raises:
            UserError: names the file and the line that is wrong, or says that there are no rows.
        """
        baris = parse_libur(teks_csv, nama_berkas)
        if not baris:
            raise UserError(f"{nama_berkas} tidak berisi hari libur. Pilih berkas lain.")
        return baris

    def import_berkas_libur(self, path: Path) -> tuple[BarisLibur, ...]:
        """Read rows of a CSV file (UTF-8); stores nothing.

        Raises:
            UserError: as `import_libur`, or the file cannot be read, is too large or no text.
        """
        try:
            teks = read_teks(path)
        except TerlaluBesarError as galat:
            raise UserError(f"{path.name} terlalu besar. Pilih tabel hari libur (CSV).") from galat
        except OSError as galat:
            raise UserError(
                f"{path.name} tidak dapat dibaca. Tutup program lain yang memakainya, lalu ulangi."
            ) from galat
        except UnicodeDecodeError as galat:
            raise UserError(
                f"{path.name} bukan teks UTF-8. Di Excel: Simpan Sebagai, CSV UTF-8, lalu ulangi."
            ) from galat
        return self.import_libur(teks, path.name)

    def pratinjau_jam(self, isi: JamKantor) -> str:
        """One line of what these hours would mean, e.g. "Jam kantor seminggu: 37 jam 30 menit …".

        Today is told with the holidays that hold now.
        """
        if check_jam(isi):
            return "Jam kantor seminggu belum dapat dihitung. Lengkapi jam dan tanggalnya dahulu."
        jadwal = parse_jadwal(write_jam(isi), self._teks[KUNCI_LIBUR])
        kini = hari_ini(self._clock)
        buka = ", ".join(f"{a:%H.%M}-{b:%H.%M}" for a, b in jadwal.list_buka(kini))
        masa = next((m.nama for m in jadwal.masa_khusus if m.dari <= kini <= m.sampai), "")
        sebab = jadwal.hari_libur.get(kini, masa)
        menit = sum(hitung_menit(hari) or 0 for hari in isi.minggu)
        return (
            f"Jam kantor seminggu: {sebut_menit(menit)}. "
            f"Hari ini{f' ({sebab})' if sebab else ''} {f'buka {buka}' if buka else 'tutup'}."
        )

    def list_riwayat(self) -> tuple[BarisPengaturan, ...]:
        """Every change of hours and holidays, newest first."""
        return self._pengaturan.list_riwayat(*self._bawaan)

    def _simpan(self, kunci: str, teks: str, petugas: Petugas) -> None:
        self._pengaturan.simpan(kunci, teks, petugas, self._clock.now())
        self._muat()

    def _muat(self) -> None:
        """Read the texts that hold; each falls back alone, so one bad text does not hide both."""
        self._teks = dict(self._bawaan)
        masalah = []
        for kunci, sebutan in ((KUNCI_JAM, "Jam kantor"), (KUNCI_LIBUR, "Hari libur")):
            if (teks := self._pengaturan.find(kunci)) is None:
                continue
            calon = self._bawaan | {kunci: teks}
            try:
                parse_jadwal(calon[KUNCI_JAM], calon[KUNCI_LIBUR])
            except UserError as galat:
                masalah.append(
                    f"{sebutan} yang tersimpan tidak dapat dipakai, jadi dipakai bawaan program: "
                    f"{galat} Kasi dapat menyimpannya ulang di Pengaturan (F10)."
                )
            else:
                self._teks[kunci] = teks
        self._masalah = tuple(masalah)
        self._jadwal = parse_jadwal(self._teks[KUNCI_JAM], self._teks[KUNCI_LIBUR])


def sebut_menit(menit: int) -> str:
    """Say a length of time, e.g. "7 jam 30 menit", "45 menit", "8 jam"."""
    jam, sisa = divmod(menit, _MENIT_SEJAM)
    kata = [f"{jam} jam"] if jam else []
    if sisa or not jam:
        kata.append(f"{sisa} menit")
    return " ".join(kata)


def _refuse(salah: dict[str, str]) -> None:
    if salah:
        raise FieldsError(salah)

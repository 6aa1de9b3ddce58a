"""The requirement lists that the office changes inside the program, kept beside the SOP files.

A list is kept per service and reason of request; it goes on applying when a new version of the SOP
comes into force. A case copies its list when it begins, so that no change touches it later.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.services.pencetakan import check_tercetak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.data.perintah import BarisPengaturan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock

DAFTAR_SYARAT = "daftar syarat"
"""What is changed, in words."""
PALING_BANYAK = 20
"""Papers of one reason; more do not fit a receipt."""
PANJANG = {"nama": 120, "bila": 70, "diperoleh": 90, "rupa": 90, "dasar": 400, "sumber": 400}
"""Most letters of each text of a paper."""

_LABEL = {
    "nama": "Nama berkas",
    "bila": "Keadaan",
    "diperoleh": "Diperoleh di",
    "rupa": "Harus berupa",
    "dasar": "Dasar",
    "sumber": "Sumber",
}
_AWALAN = "syarat/"
_KODE_KANTOR = re.compile(r"\bkantor_(\d+)\b")


class _Tersimpan(msgspec.Struct, frozen=True):
    """A list as it stands in the register."""

    syarat: tuple[Syarat, ...]


class SyaratService:
    """The office's own requirement lists. One per program: it remembers what it has read."""

    def __init__(self, store: PengaturanStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._terbaca: dict[str, tuple[Syarat, ...] | None] | None = None

    @property
    def masalah(self) -> tuple[str, ...]:
        """One sentence per list that cannot be read; the SOP's own list stands in for it."""
        rusak = (kunci for kunci, daftar in self._semua().items() if daftar is None)
        return tuple(_sebut_rusak(kunci) for kunci in rusak)

    def find_masalah(self, layanan: str, jenis_kode: str) -> str:
        """The sentence of `masalah` about this list; "" = nothing is wrong."""
        kunci = _kunci(layanan, jenis_kode)
        return _sebut_rusak(kunci) if self._semua().get(kunci, ()) is None else ""

    def list_syarat(self, sop: Sop, jenis_kode: str) -> tuple[Syarat, ...]:
        """The office's list of a reason, else the list of the SOP.

        Raises:
            KeyError: the SOP has no such reason.
        """
        bawaan = sop.get_jenis(jenis_kode).syarat
        return self._semua().get(_kunci(sop.layanan, jenis_kode)) or bawaan

    def terapkan(self, sop: Sop) -> Sop:
        """The same SOP with the office's lists; `sidik` and `teks` stay those of the file."""
        semua = self._semua()
        if not any(semua.get(_kunci(sop.layanan, jenis.kode)) for jenis in sop.jenis):
            return sop
        jenis = (replace(j, syarat=self.list_syarat(sop, j.kode)) for j in sop.jenis)
        return replace(sop, jenis=tuple(jenis))

    def is_diubah(self, layanan: str, jenis_kode: str) -> bool:
        """Whether a list of the office holds for this reason."""
        return bool(self._semua().get(_kunci(layanan, jenis_kode)))

    def list_riwayat(self, layanan: str, jenis_kode: str) -> tuple[BarisPengaturan, ...]:
        """Every change of this list, newest first; `isi` "" = back to the SOP's own."""
        return self._store.list_riwayat(_kunci(layanan, jenis_kode))

    def simpan(
        self, sop: Sop, jenis_kode: str, daftar: Sequence[Syarat], petugas: Petugas
    ) -> tuple[Syarat, ...]:
        """Let this list hold for new cases from now on; what holds already is not stored again.

        Args:
            sop: the version in force, as its file says (`RakService.list_bawaan`). A list that is
                the same as there goes back to it.
            jenis_kode: the reason of request.
            daftar: as edited; a new paper has `kode` "" and gets one that was never used before.
            petugas: the Kasi.

        Returns:
            The list as it holds.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: see `periksa`; nothing is stored.
        """
        require_kasi(petugas, DAFTAR_SYARAT)
        bersih = tuple(_bersihkan(syarat) for syarat in daftar)
        if galat := periksa(bersih):
            raise FieldsError(galat)
        jadi = self._beri_kode(sop, jenis_kode, bersih)
        if jadi == sop.get_jenis(jenis_kode).syarat:
            self.kembalikan(sop.layanan, jenis_kode, petugas)
        elif jadi != self.list_syarat(sop, jenis_kode):
            self._tulis(_kunci(sop.layanan, jenis_kode), jadi, petugas)
        return jadi

    def kembalikan(self, layanan: str, jenis_kode: str, petugas: Petugas) -> None:
        """Let the SOP's own list hold again; the office's stays in `list_riwayat`.

        Raises:
            RuleError: the officer is not the Kasi.
        """
        require_kasi(petugas, DAFTAR_SYARAT)
        if _kunci(layanan, jenis_kode) in self._semua():
            self._tulis(_kunci(layanan, jenis_kode), (), petugas)

    def _tulis(self, kunci: str, daftar: tuple[Syarat, ...], petugas: Petugas) -> None:
        isi = msgspec.json.encode(_Tersimpan(daftar)).decode() if daftar else ""
        self._store.simpan(kunci, isi, petugas, self._clock.now())
        self._terbaca = None

    def _semua(self) -> dict[str, tuple[Syarat, ...] | None]:
        """Key to list; None = it cannot be read. Read once: the register has one writer."""
        if self._terbaca is None:
            isi = self._store.list_awalan(_AWALAN)
            self._terbaca = {kunci: _read(teks) for kunci, teks in isi.items()}
        return self._terbaca

    def _beri_kode(
        self, sop: Sop, jenis_kode: str, daftar: tuple[Syarat, ...]
    ) -> tuple[Syarat, ...]:
        """Give new papers a code that no paper of this reason ever had: history counts by it."""
        pernah = [b.isi for b in self.list_riwayat(sop.layanan, jenis_kode)]
        pernah += [s.kode for s in (*daftar, *sop.get_jenis(jenis_kode).syarat)]
        nomor = max((int(n) for teks in pernah for n in _KODE_KANTOR.findall(teks)), default=0)
        jadi: list[Syarat] = []
        for syarat in daftar:
            if not syarat.kode:
                nomor += 1
            jadi.append(syarat if syarat.kode else replace(syarat, kode=f"kantor_{nomor}"))
        return tuple(jadi)


def periksa(daftar: Sequence[Syarat]) -> dict[str, str]:
    """What keeps a list from being stored.

    Returns:
        "<row from 1>.<field>" (e.g. "3.nama"), or "daftar" for the list as a whole, to the
        sentence for the officer; empty = nothing.
    """
    galat: dict[str, str] = {}
    pemeriksa: tuple[Callable[[Sequence[Syarat]], Iterator[tuple[str, str]]], ...] = (
        _periksa_jumlah,
        _periksa_teks,
        _periksa_kembar,
        _periksa_grup,
    )
    for periksa_satu in pemeriksa:
        for bidang, kalimat in periksa_satu([_bersihkan(syarat) for syarat in daftar]):
            galat.setdefault(bidang, kalimat)
    return galat


def _periksa_jumlah(daftar: Sequence[Syarat]) -> Iterator[tuple[str, str]]:
    if len(daftar) > PALING_BANYAK:
        kalimat = (
            f"Paling banyak {PALING_BANYAK} berkas untuk satu alasan; sekarang {len(daftar)}. "
            "Hapus yang tidak perlu."
        )
        yield "daftar", kalimat
    if not any(s.sifat is SifatSyarat.WAJIB for s in daftar):
        yield (
            "daftar",
            "Belum ada berkas wajib. Paling sedikit satu, supaya kelengkapan dapat diperiksa.",
        )


def _periksa_teks(daftar: Sequence[Syarat]) -> Iterator[tuple[str, str]]:
    for n, syarat in enumerate(daftar, start=1):
        for bidang, label in _LABEL.items():
            try:
                _check_teks(label, getattr(syarat, bidang), PANJANG[bidang])
            except UserError as galat:
                yield f"{n}.{bidang}", str(galat)
        if not syarat.nama:
            yield f"{n}.nama", "Nama berkas belum diisi."
        if syarat.sifat is SifatSyarat.BERSYARAT and not syarat.bila:
            yield f"{n}.bila", "Tulis keadaannya, misalnya: bila orang asing."


def _periksa_kembar(daftar: Sequence[Syarat]) -> Iterator[tuple[str, str]]:
    kode: dict[str, int] = {}
    nama: dict[str, int] = {}
    for n, syarat in enumerate(daftar, start=1):
        if syarat.kode and kode.setdefault(syarat.kode, n) != n:
            yield f"{n}.kode", f"Berkas ini sudah ada di baris {kode[syarat.kode]}. Hapus satu."
        if syarat.nama and nama.setdefault(syarat.nama.casefold(), n) != n:
            baris = nama[syarat.nama.casefold()]
            yield f"{n}.nama", f"Nama ini sama dengan baris {baris}. Bedakan, atau hapus satu."


def _periksa_grup(daftar: Sequence[Syarat]) -> Iterator[tuple[str, str]]:
    """Papers that stand for each other are at least two and bind alike, as in the SOP files."""
    isi = Counter(s.grup for s in daftar)
    pertama = {s.grup: (s.sifat, s.bila) for s in reversed(daftar)}
    for n, syarat in enumerate(daftar, start=1):
        if syarat.grup and isi[syarat.grup] == 1:
            yield f"{n}.grup", "Tidak ada berkas lain yang menggantikannya. Pilih satu, atau lepas."
        elif syarat.grup and (syarat.sifat, syarat.bila) != pertama[syarat.grup]:
            yield (
                f"{n}.grup",
                "Berkas yang saling menggantikan harus sama sifat dan keadaannya.",
            )


def _check_teks(label: str, teks: str, panjang: int) -> None:
    if len(teks) > panjang:
        raise UserError(f"{label} paling banyak {panjang} huruf; yang terketik {len(teks)}.")
    check_tercetak(teks, label)


def _bersihkan(syarat: Syarat) -> Syarat:
    """Tidy texts; a condition belongs to `bersyarat` only, alternatives to papers only."""
    return replace(
        syarat,
        nama=_rapikan(syarat.nama),
        bila=_rapikan(syarat.bila) if syarat.sifat is SifatSyarat.BERSYARAT else "",
        grup="" if syarat.sifat is SifatSyarat.CATATAN else syarat.grup,
        diperoleh=_rapikan(syarat.diperoleh),
        rupa=_rapikan(syarat.rupa),
        dasar=_rapikan(syarat.dasar),
        sumber=_rapikan(syarat.sumber),
    )


def _rapikan(teks: str) -> str:
    return " ".join(unicodedata.normalize("NFC", teks).split())


def _kunci(layanan: str, jenis_kode: str) -> str:
    return f"{_AWALAN}{layanan}/{jenis_kode}"


def _read(teks: str) -> tuple[Syarat, ...] | None:
    """A list from the register; None = not one that the program could work with."""
    try:
        daftar = msgspec.json.decode(teks, type=_Tersimpan).syarat
    except msgspec.MsgspecError:
        return None
    kode = {syarat.kode for syarat in daftar if syarat.kode and syarat.nama}
    return daftar if daftar and len(kode) == len(daftar) else None


def _sebut_rusak(kunci: str) -> str:
    layanan, _, jenis_kode = kunci.removeprefix(_AWALAN).partition("/")
    return (
        f"Daftar syarat kantor untuk {layanan} {jenis_kode} tidak dapat dibaca, jadi daftar bawaan "
        "SOP yang dipakai. Susun lagi di Pengaturan (F10), lalu simpan."
    )

"""The office's own data (head, logo, place) and its officials, each as they were on a day.

Until the Kasi sets them the SOP sheet's head holds, its Camat, and the first Kasi who signs in.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.kantor import (
    JABATAN_CAMAT,
    JABATAN_KASI,
    BentukJabatan,
    Kantor,
    Pejabat,
    find_pejabat,
    list_salah_kantor,
    list_salah_pejabat,
)
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.services.pencetakan import check_tercetak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService

KUNCI_KANTOR, KUNCI_PEJABAT = "kantor", "pejabat"
DATA_KANTOR, DAFTAR_PEJABAT = "data kantor", "daftar pejabat"
"""What is changed, in words."""
KOP_TANPA_SOP = ("PEMERINTAH KABUPATEN MOJOKERTO", "KECAMATAN SOOKO")


class KantorService:
    """What the office writes on its papers, and who signs them."""

    def __init__(self, store: Store, rak: RakService, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._clock = clock

    def kantor(self, saat: dt.datetime | None = None, sop: Sop | None = None) -> Kantor:
        """The office's data as they hold now, or held at an instant (aware).

        Args:
            saat: the moment of the paper.
            sop: whose sheet gives the head while nothing was set; None = the one in force then.
        """
        teks = self._store.pengaturan.find_pada(KUNCI_KANTOR, saat or self._clock.now())
        if teks is not None:
            isi = json.loads(teks)
            return Kantor(**isi | {"kop": tuple(isi["kop"])})
        sop = sop or self._sop(ke_wib(saat or self._clock.now()).date())
        return Kantor(KOP_TANPA_SOP if sop is None else sop.lembar.kop)

    def is_bawaan(self) -> bool:
        """Whether the SOP sheet's head holds now."""
        return self._store.pengaturan.find(KUNCI_KANTOR) is None

    def list_pejabat(self, saat: dt.datetime | None = None) -> tuple[Pejabat, ...]:
        """Every official, of now and of earlier, as the list is now or was at an instant."""
        pengaturan = self._store.pengaturan
        teks = pengaturan.find_pada(KUNCI_PEJABAT, saat) if saat else pengaturan.find(KUNCI_PEJABAT)
        if teks is None:
            return self._pejabat_awal()
        return tuple(map(_baca_pejabat, json.loads(teks)))

    def pejabat(self, tanggal: dt.date) -> tuple[Pejabat, ...]:
        """The officials in office on a day."""
        return tuple(p for p in self.list_pejabat() if p.is_menjabat(tanggal))

    def find_pejabat(
        self, jabatan: str, tanggal: dt.date, saat: dt.datetime | None = None
    ) -> Pejabat | None:
        """Who signs for an office (e.g. `JABATAN_KASI`) on a day; None = nobody.

        Args:
            saat: as the list of officials was at that instant; None = as it is now.
        """
        return find_pejabat(self.list_pejabat(saat), jabatan, tanggal)

    def simpan_kantor(self, kantor: Kantor, petugas: Petugas) -> Kantor:
        """Store the office's data; blanks are put in order, empty lines of the head left out.

        Raises:
            RuleError: this is not the Kasi.
            FieldsError: by field of `Kantor`; nothing is stored.
        """
        require_kasi(petugas, DATA_KANTOR)
        rapi = rapikan_kantor(kantor)
        _tolak(check_kantor(rapi))
        self._simpan(KUNCI_KANTOR, asdict(rapi), petugas)
        return rapi

    def kembalikan_kantor(self, petugas: Petugas) -> None:
        """Let the SOP sheet's head hold from now on; earlier papers keep theirs.

        Raises:
            RuleError: this is not the Kasi.
        """
        require_kasi(petugas, DATA_KANTOR)
        self._store.pengaturan.simpan(KUNCI_KANTOR, "", petugas, self._clock.now())

    def simpan_pejabat(self, daftar: Sequence[Pejabat], petugas: Petugas) -> tuple[Pejabat, ...]:
        """Store the whole list of officials; blanks and the NIP's grouping are put in order.

        Raises:
            RuleError: this is not the Kasi.
            FieldsError: by "<place from 1>.<field of `Pejabat`>"; nothing is stored.
        """
        require_kasi(petugas, DAFTAR_PEJABAT)
        rapi = tuple(map(rapikan_pejabat, daftar))
        _tolak(check_pejabat(rapi))
        self._simpan(KUNCI_PEJABAT, [_tulis_pejabat(p) for p in rapi], petugas)
        return rapi

    def _simpan(self, kunci: str, isi: object, petugas: Petugas) -> None:
        teks = json.dumps(isi, ensure_ascii=False)
        self._store.pengaturan.simpan(kunci, teks, petugas, self._clock.now())

    def _sop(self, hari: dt.date | None = None) -> Sop | None:
        """The sheet whose head and Camat are the office's first ones; None = of today."""
        return next(iter((*self._rak.list_bawaan(hari), *self._rak.list_semua())), None)

    def _pejabat_awal(self) -> tuple[Pejabat, ...]:
        sop = self._sop()
        if sop is None:
            return ()
        lembar = sop.lembar
        # No case is older than the first SOP on the shelf.
        sejak = min(s.lembar.tanggal_efektif for s in self._rak.list_semua())
        camat = Pejabat(
            id="camat",
            nama=lembar.pengesah_nama,
            jabatan=JABATAN_CAMAT,
            dari=sejak,
            pangkat=lembar.pengesah_pangkat,
            nip=lembar.pengesah_nip,
        )
        kasi = self._nama_kasi()
        return (camat, Pejabat("kasi", kasi, JABATAN_KASI, sejak)) if kasi else (camat,)

    def _nama_kasi(self) -> str:
        """Name of the first Kasi who is at work; "" = there is none."""
        kasi = (p.nama for p in self._store.petugas.list_petugas() if p.peran is Peran.KASI)
        return next(kasi, "")


def rapikan_kantor(kantor: Kantor) -> Kantor:
    """Blanks in order, empty lines of the head left out."""
    return replace(
        kantor,
        kop=tuple(filter(None, map(_rapikan, kantor.kop))),
        tempat=_rapikan(kantor.tempat),
        catatan_kaki=_rapikan(kantor.catatan_kaki),
    )


def check_kantor(kantor: Kantor) -> dict[str, str]:
    """What is wrong with the office's data: field of `Kantor` -> sentence; {} = in order."""
    rapi = rapikan_kantor(kantor)
    kata = (
        *(("kop", f"Baris kop {n}", baris) for n, baris in enumerate(rapi.kop, start=1)),
        ("tempat", "Tempat", rapi.tempat),
        ("catatan_kaki", "Catatan kaki", rapi.catatan_kaki),
    )
    return _tak_tercetak(kata) | list_salah_kantor(rapi)


def rapikan_pejabat(p: Pejabat) -> Pejabat:
    """Blanks in order, the NIP without its grouping."""
    return replace(
        p,
        nama=_rapikan(p.nama),
        jabatan=_rapikan(p.jabatan),
        atas_nama=_rapikan(p.atas_nama),
        pangkat=_rapikan(p.pangkat),
        nip=bersihkan_digit(p.nip),
    )


def check_pejabat(daftar: Sequence[Pejabat]) -> dict[str, str]:
    """What is wrong with a tidy list: "<place from 1>.<field>" -> sentence; {} = in order."""
    kata = (
        (f"{n}.{bidang}", label, getattr(p, bidang))
        for n, p in enumerate(daftar, start=1)
        for bidang, label in (
            ("nama", "Nama pejabat"),
            ("jabatan", "Jabatan"),
            ("atas_nama", "Jabatan yang diatasnamakan"),
            ("pangkat", "Pangkat"),
        )
    )
    return _tak_tercetak(kata) | list_salah_pejabat(daftar)


def _rapikan(teks: str) -> str:
    return " ".join(teks.split())


def _tak_tercetak(kata: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """What paper could not show: field -> sentence; takes (field, label, words)."""
    salah: dict[str, str] = {}
    for bidang, label, teks in kata:
        try:
            check_tercetak(teks, label)
        except UserError as galat:
            salah.setdefault(bidang, str(galat))
    return salah


def _tolak(salah: dict[str, str]) -> None:
    if salah:
        raise FieldsError(salah)


def _tulis_pejabat(p: Pejabat) -> dict[str, str]:
    sampai = p.sampai.isoformat() if p.sampai else ""
    return asdict(p) | {"dari": p.dari.isoformat(), "sampai": sampai}


def _baca_pejabat(isi: dict[str, str]) -> Pejabat:
    sampai = isi["sampai"]
    return Pejabat(
        id=isi["id"],
        nama=isi["nama"],
        jabatan=isi["jabatan"],
        dari=dt.date.fromisoformat(isi["dari"]),
        sampai=dt.date.fromisoformat(sampai) if sampai else None,
        pangkat=isi["pangkat"],
        nip=isi["nip"],
        bentuk=BentukJabatan(isi["bentuk"]),
        atas_nama=isi["atas_nama"],
    )

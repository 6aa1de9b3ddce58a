"""The recovery code on paper: issued, typed back, drilled once a year; and opening by it.

A code is stored nowhere: what is lost is replaced, never shown again. Until the first paper has
been typed back nothing may be stored, for a register that only one computer opens is lost with it.
"""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.buka import NAMA_KUNCI
from sooko_desk.data.kunci import buka_dengan_kode, new_kertas
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.kode_pemulihan import (
    BYTE_KODE,
    format_kode,
    is_sama,
    list_kelompok,
    read_kode,
)
from sooko_desk.services.hak import require_kasi

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

BANYAK_ULANG = 3
"""Groups that are typed back from the paper."""
HARI_UJI = 365
"""Days after which the paper is to be typed again."""
_COCOK, _TIDAK = "cocok", "tidak cocok"


@dataclass(frozen=True, slots=True)
class KodeBaru:
    """A code that is on its way to the paper, and nowhere else.

    Attributes:
        token: the ceremony; confirmed once.
        nomor: of the paper, 1 and up.
        kode: as printed, e.g. "7Q2M-…-9RXA".
        kantor: 32 hex digits, the office's id.
        dibuat: aware.
    """

    token: str
    nomor: int
    kode: str = field(repr=False)
    kantor: str
    dibuat: dt.datetime


class KunciKertasService:
    """The paper slot of the open register's key."""

    def __init__(self, store: Store, clock: Clock, *, latihan: bool = False) -> None:
        """Look after one register.

        Args:
            store: the open register.
            clock: dates the papers.
            latihan: practice, whose register nobody will miss: needs no paper.
        """
        self._store = store
        self._clock = clock
        self._latihan = latihan

    @property
    def siap(self) -> bool:
        """Whether cases may be stored: a paper opens this register, or it is for practice."""
        return self._latihan or self.nomor is not None

    @property
    def nomor(self) -> int | None:
        """Number of the paper that opens this register today; None = there is none."""
        kertas = self._store.kunci.kertas
        return None if kertas is None else kertas.nomor

    @property
    def dibuat(self) -> dt.datetime | None:
        """When that paper was made, aware."""
        kertas = self._store.kunci.kertas
        return None if kertas is None else kertas.dibuat

    @property
    def terakhir_diuji(self) -> dt.datetime | None:
        """When that paper was last typed as a whole and opened the key; None = never."""
        for kejadian in self._store.kejadian.list_kejadian([JenisKejadian.KODE_DIUJI]):
            isi = kejadian.isi
            if (isi.get("nomor"), isi.get("hasil")) == (str(self.nomor), _COCOK):
                return kejadian.waktu
        return None

    @property
    def perlu_diuji(self) -> bool:
        """Whether a year has gone since the paper was made or last drilled."""
        sejak = self.terakhir_diuji or self.dibuat
        return sejak is not None and (self._clock.now() - sejak).days >= HARI_UJI

    def require_siap(self) -> None:
        """Stop what would store a case.

        Raises:
            RuleError: no paper opens the register yet.
        """
        if not self.siap:
            raise RuleError(
                "Belum tersimpan: kode pemulihan register ini belum ada di kertas. Minta Kasi "
                "mencetak dan mengukuhkan kode pemulihan dulu, lalu simpan lagi."
            )

    def terbitkan(self) -> KodeBaru:
        """Make a new code. Nothing is stored: the older paper opens until `kukuhkan`."""
        return KodeBaru(
            token=uuid.uuid4().hex,
            nomor=self._nomor_berikut(),
            kode=format_kode(secrets.token_bytes(BYTE_KODE)),
            kantor=self._store.kunci.kantor,
            dibuat=self._clock.now(),
        )

    def minta_ulang(self, kode: KodeBaru) -> tuple[int, ...]:
        """Three groups (1-7, rising) to be typed back from the paper; others at every call."""
        nomor = range(1, len(list_kelompok(kode.kode)) + 1)
        return tuple(sorted(secrets.SystemRandom().sample(nomor, BANYAK_ULANG)))

    def kukuhkan(self, kode: KodeBaru, ketikan: Mapping[int, str], petugas: Petugas) -> None:
        """Let the paper open the register from now on, and no older one.

        Args:
            kode: what `terbitkan` gave and was printed.
            ketikan: what was typed back, by group (1-7): at least three.
            petugas: the Kasi.

        Raises:
            RuleError: not the Kasi.
            FieldsError: "kelompok_3" and so on: not as on the paper; nothing is changed.
            UserError: too few groups, or the key file cannot be written; nothing is changed.
        """
        require_kasi(petugas, "mengukuhkan kode pemulihan")
        benar = dict(enumerate(list_kelompok(kode.kode), 1))
        salah = {
            f"kelompok_{nomor}": f"Kelompok {nomor} tidak sama dengan kertasnya. Ketik lagi."
            for nomor, teks in ketikan.items()
            if nomor not in benar or not is_sama(benar[nomor], teks)
        }
        if salah:
            raise FieldsError(salah)
        if len(ketikan) < BANYAK_ULANG:
            raise UserError(f"Ketik {BANYAK_ULANG} kelompok dari kertasnya dulu.")
        kertas = new_kertas(self._store.kunci, read_kode(kode.kode), kode.nomor, kode.dibuat)
        self._store.terbuka.pasang_kertas(
            kertas,
            KejadianBaru(
                kode.token,
                JenisKejadian.KODE_DITERBITKAN,
                petugas,
                self._clock.now(),
                {"nomor": str(kode.nomor)},
            ),
        )

    def uji(self, kode: str, petugas: Petugas) -> None:
        """The yearly drill: type the whole code; the register stays as it is.

        Raises:
            RuleError: not the Kasi.
            UserError: no code, or it does not open the key; a slip of the finger names its group.
        """
        require_kasi(petugas, "menguji kode pemulihan")
        read_kode(kode)
        try:
            self.check_kode(kode)
        except UserError:
            self._catat_uji(_TIDAK, petugas)
            raise
        self._catat_uji(_COCOK, petugas)

    def check_kode(self, kode: str) -> None:
        """Whether a code, as typed, opens this register; for a forgotten PIN of the Kasi.

        Raises:
            UserError: it does not, or the key file on the disk is another register's.
        """
        dibuka = buka_dengan_kode(self._store.terbuka.folder / NAMA_KUNCI, kode)
        # Somebody may have exchanged the file since the start for one whose paper they hold.
        if dibuka.kunci != self._store.kunci.kunci:
            raise UserError(
                f"Berkas kunci {NAMA_KUNCI} di folder data bukan milik register ini, jadi kode itu "
                "tidak berlaku di sini. Jangan hapus apa pun; kembalikan berkas kunci register ini "
                "dari cadangan, lalu coba lagi."
            )

    def _catat_uji(self, hasil: str, petugas: Petugas) -> None:
        isi = {"nomor": str(self.nomor or ""), "hasil": hasil}
        self._store.kejadian.catat(
            KejadianBaru(
                uuid.uuid4().hex, JenisKejadian.KODE_DIUJI, petugas, self._clock.now(), isi
            )
        )

    def _nomor_berikut(self) -> int:
        """Also past a number whose slot was damaged: its paper still lies in some safe."""
        terbit = self._store.kejadian.list_kejadian([JenisKejadian.KODE_DITERBITKAN], batas=1)
        return max([self.nomor or 0, *(int(satu.isi["nomor"]) for satu in terbit)]) + 1


def buka_register_dengan_kode(
    folder: Path, kode: str, clock: Clock, pelindung: Pelindung | None = None
) -> None:
    """Open a register that this computer's slot does not open; after this it does.

    The event is in the register before the slot is made anew, so nothing opens unrecorded.

    Args:
        folder: the data folder.
        kode: as typed.
        clock: dates the event.
        pelindung: None = this computer's own.

    Raises:
        UserError: no code, another paper's code, or the register does not open. Nothing is
            changed then.
    """
    kunci = buka_dengan_kode(folder / NAMA_KUNCI, kode)
    store = Store(folder, pelindung, kunci)
    try:
        assert kunci.kertas is not None  # it has just opened
        isi = {"nomor": str(kunci.kertas.nomor)}
        store.kejadian.catat(
            KejadianBaru(uuid.uuid4().hex, JenisKejadian.DIBUKA_DENGAN_KODE, None, clock.now(), isi)
        )
        store.berkas_kunci.simpan(store.kunci)
    finally:
        store.close()

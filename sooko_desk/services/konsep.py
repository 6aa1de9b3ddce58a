"""Drafts of forms: kept in memory for the screen, written behind it by a worker thread.

Changing and reading never wait for the disk. `tulis` brings to disk what has changed since, the
newest state of each draft, in one transaction: a deletion cannot be overtaken by an older text.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, get_type_hints

import msgspec

from sooko_desk.data.konsep import BarisKonsep
from sooko_desk.domain import permohonan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.permohonan import TandaBerkas  # noqa: TC001 - msgspec reads it at run time
from sooko_desk.services.penerimaan import FormPenerimaan

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.konsep import KonsepStore
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

PENERIMAAN = "penerimaan"
PARKIR = "parkir"
LANGKAH = "langkah"

_JENIS_FIELD = get_type_hints(FormPenerimaan, localns=vars(permohonan))


@dataclass(frozen=True, slots=True)
class Konsep:
    """A draft as the screen may offer it.

    Attributes:
        kunci: names it to `ambil_parkir`.
        jenis: "penerimaan" (the form on the screen) or "parkir".
        form: as typed; not in the repr, for it holds a NIK.
        petugas_id: who typed it last.
        disimpan: aware UTC, when it was changed last.
    """

    kunci: str
    jenis: str
    form: FormPenerimaan = field(repr=False)
    petugas_id: int
    disimpan: dt.datetime


@dataclass(frozen=True, slots=True)
class KonsepLangkah:
    """What an officer typed and ticked for a step of a case and has not recorded yet.

    Attributes:
        isian: field id -> as typed; not in the repr, for it holds NIKs.
        tolak: code of the standard reason that was chosen.
        unggah: codes of the papers ticked as uploaded.
    """

    isian: dict[str, str] = field(repr=False)
    tanda: tuple[TandaBerkas, ...] = ()
    alasan: str = ""
    tolak: str = ""
    unggah: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TempatLangkah:
    """Which visit of which case to which step a draft belongs to.

    Attributes:
        gerak: moves of the case so far; a draft of an earlier visit is worth nothing any more.
    """

    permohonan_id: int
    gerak: int
    langkah: str

    @property
    def kunci(self) -> str:
        """Key of the draft, e.g. "langkah/12/3/entri"."""
        return f"{LANGKAH}/{self.permohonan_id}/{self.gerak}/{self.langkah}"


class KonsepService:
    """The drafts of one counter. Every change needs a later `tulis`."""

    def __init__(self, store: KonsepStore, clock: Clock) -> None:
        """Read all drafts.

        Raises:
            UserError: the disk cannot be read.
        """
        self._store = store
        self._clock = clock
        self._isi = {baris.kunci: baris for baris in store.list_semua()}
        self._tertunda: dict[str, BarisKonsep | None] = {}
        self._pegang = threading.Lock()  # for moments: the screen takes it
        self._giliran = threading.Lock()  # through a whole write: an older one never comes last

    @property
    def masalah(self) -> str:
        """What the officer should know of the drafts of before; "" when all is well."""
        if self._store.rusak is None:
            return ""
        return (
            "Berkas konsep tidak terbaca dan disisihkan dengan nama "
            f"{self._store.rusak.name}: isian yang belum disimpan atau diparkir sebelumnya perlu "
            "diketik ulang; register tidak terkena."
        )

    @property
    def is_tertunda(self) -> bool:
        """Whether a change waits for `tulis`; what is being written now does not count."""
        return bool(self._tertunda)

    def simpan_penerimaan(self, form: FormPenerimaan, petugas: Petugas) -> None:
        """Keep the form on the screen as it stands; an empty one leaves no draft."""
        if is_kosong(form):
            self.hapus_penerimaan()
        else:
            self._ubah({PENERIMAAN: self._baris(PENERIMAAN, form, petugas)})

    def hapus_penerimaan(self) -> None:
        """Forget the form on the screen: it was saved or thrown away."""
        self._ubah({PENERIMAAN: None})

    def find_penerimaan(self) -> Konsep | None:
        """The form that was on the screen; None when it was empty, saved or cannot be read."""
        baris = self._isi.get(PENERIMAAN)
        return _baca(baris) if baris else None

    def parkir(self, form: FormPenerimaan, petugas: Petugas) -> str:
        """Put the form on the screen aside; returns its key. The same form parks once.

        Raises:
            UserError: the form is empty.
        """
        if is_kosong(form):
            raise UserError("Isian masih kosong, sehingga tidak ada yang diparkir.")
        kunci = f"{PARKIR}/{form.token}"
        self._ubah({kunci: self._baris(kunci, form, petugas), PENERIMAAN: None})
        return kunci

    def list_parkir(self) -> tuple[Konsep, ...]:
        """The parked forms, longest parked first; those that cannot be read are left out."""
        with self._pegang:
            baris = tuple(self._isi.values())
        diparkir = (b for b in baris if b.kunci.startswith(f"{PARKIR}/"))
        parkir = (k for b in diparkir if (k := _baca(b)) is not None)
        return tuple(sorted(parkir, key=lambda k: (k.disimpan, k.kunci)))

    def ambil_parkir(self, kunci: str, petugas: Petugas) -> FormPenerimaan:
        """Make a parked form the form on the screen, in place of the one there.

        Raises:
            UserError: it is not parked (any more).
        """
        form = next((k.form for k in self.list_parkir() if k.kunci == kunci), None)
        if form is None:
            raise UserError("Isian itu tidak diparkir lagi. Pilih isian lain dari daftar parkir.")
        self._ubah({PENERIMAAN: self._baris(PENERIMAAN, form, petugas), kunci: None})
        return form

    def simpan_langkah(
        self, tempat: TempatLangkah, konsep: KonsepLangkah, petugas: Petugas
    ) -> None:
        """Keep what stands in the form of a step; drafts of the case's earlier visits go."""
        isi = msgspec.json.encode(konsep).decode("utf-8")
        baris = BarisKonsep(tempat.kunci, isi, petugas.id, self._clock.now())
        awal = f"{LANGKAH}/{tempat.permohonan_id}/"
        kini = f"{awal}{tempat.gerak}/"
        self._ubah(dict.fromkeys(self._list_kunci(awal, kini)) | {tempat.kunci: baris})

    def find_langkah(self, tempat: TempatLangkah) -> KonsepLangkah | None:
        """What was left in the form of a step; None when nothing was, or it cannot be read."""
        baris = self._isi.get(tempat.kunci)
        try:
            return msgspec.json.decode(baris.isi, type=KonsepLangkah) if baris else None
        except msgspec.DecodeError:
            return None

    def hapus_langkah(self, permohonan_id: int) -> None:
        """Forget the drafts of a case's steps: one of them was recorded."""
        self._ubah(dict.fromkeys(self._list_kunci(f"{LANGKAH}/{permohonan_id}/")))

    def tulis(self) -> None:
        """Bring all changes to disk; waits for the disk, so never in the window's thread.

        Raises:
            UserError: the disk refuses; the changes wait for the next `tulis`.
        """
        with self._giliran:
            with self._pegang:
                perubahan, self._tertunda = self._tertunda, {}
            if not perubahan:
                return
            try:
                self._store.tulis(perubahan)
            except BaseException:
                with self._pegang:
                    self._tertunda = perubahan | self._tertunda
                raise

    def _list_kunci(self, awal: str, kecuali: str = "\0") -> list[str]:
        with self._pegang:
            return [k for k in self._isi if k.startswith(awal) and not k.startswith(kecuali)]

    def _ubah(self, perubahan: dict[str, BarisKonsep | None]) -> None:
        """Change several drafts at once: on disk too, all of them or none."""
        with self._pegang:
            for kunci, baris in perubahan.items():
                if baris is not None:
                    self._isi[kunci] = baris
                    self._tertunda[kunci] = baris
                elif self._isi.pop(kunci, None) is not None:
                    self._tertunda[kunci] = None

    def _baris(self, kunci: str, form: FormPenerimaan, petugas: Petugas) -> BarisKonsep:
        isi = msgspec.json.encode(form).decode("utf-8")
        return BarisKonsep(kunci, isi, petugas.id, self._clock.now())


def is_kosong(form: FormPenerimaan) -> bool:
    """Whether nothing but perhaps the service and the visit stands in the form."""
    return replace(form, token="", layanan="", kunjungan="") == FormPenerimaan(token="")


def _baca(baris: BarisKonsep) -> Konsep | None:
    """Read a draft of any version: what the form no longer has is dropped, what is new is empty.

    Returns:
        None when it is not a form.
    """
    try:
        isi = msgspec.json.decode(baris.isi, type=dict[str, msgspec.Raw])
        form = FormPenerimaan(
            **{
                f.name: msgspec.json.decode(isi[f.name], type=_JENIS_FIELD[f.name])
                for f in fields(FormPenerimaan)
                if f.name in isi
            }
        )
    except (msgspec.DecodeError, TypeError):
        return None  # TypeError: a field that every form needs is not there
    jenis = baris.kunci.partition("/")[0]
    return Konsep(baris.kunci, jenis, form, baris.petugas_id, baris.disimpan)

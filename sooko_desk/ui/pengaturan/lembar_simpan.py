"""What the tabs of the settings window have in common: rights, banner, saving, going back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.hak_pengaturan import may_edit, sebut_hanya_kasi
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sooko_desk.domain.permohonan import Petugas

Isi = TypeVar("Isi")


class LembarPengaturan(QWidget):
    """A tab that only the Kasi changes, with one banner for how it went.

    Args:
        apa: what is changed here, in words ("jam kantor").

    Signals:
        diubah(): the officer changed something, or it was saved, reset or taken back.
    """

    diubah = Signal()

    def __init__(self, apa: str) -> None:
        super().__init__()
        self._petugas: Petugas | None = None
        self._urung: Callable[[Petugas], None] | None = None
        self.spanduk = Spanduk()
        self._hanya_kasi = build_label(sebut_hanya_kasi(apa), Peran.PESAN)
        self._hanya_kasi.setWordWrap(True)
        set_style_state(self._hanya_kasi, "nada", str(Nada.INFO))
        self._lembar = QVBoxLayout(self)
        self._lembar.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        self._lembar.setSpacing(THEME.gap_s)
        self._lembar.addWidget(self._hanya_kasi)
        self._lembar.addWidget(self.spanduk)
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi_dipilih)

    @property
    def boleh(self) -> bool:
        """Whether the officer may change anything."""
        return may_edit(self._petugas)

    def set_petugas(self, petugas: Petugas | None) -> None:
        """Another officer works now; all but the Kasi only look."""
        self._petugas = petugas
        self._hanya_kasi.setVisible(not self.boleh)
        self._atur_hak()

    def sebut_tunggu(self) -> str:
        """Why closing has to wait a moment; "" = it need not."""
        return ""

    def _atur_hak(self) -> None:
        """Let the fields follow `boleh`."""
        raise NotImplementedError

    def _coba(
        self, lakukan: Callable[[], object], tunjuk: Callable[[FieldsError], str] = str
    ) -> bool:
        """Do something that may be refused; False = it was, and the officer is told.

        Args:
            lakukan: raises OfficerError when it is refused.
            tunjuk: brings the first wrong field into view and gives the banner's sentence.
        """
        try:
            lakukan()
        except FieldsError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, tunjuk(galat))
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            return True
        return False

    def _tawarkan_urung(self, nada: Nada, kalimat: str, urung: Callable[[Petugas], None]) -> None:
        """Say what was done, with one button to take it back.

        Args:
            nada: tone of the banner.
            kalimat: what was done.
            urung: takes it back in the name of that officer; may raise OfficerError.
        """
        self._urung = urung
        self.spanduk.tampilkan(nada, kalimat, "Urungkan")

    def _on_spanduk_aksi_dipilih(self) -> None:
        if self._urung is None or self._petugas is None:
            return
        if self._coba(partial(self._urung, self._petugas)):
            self._urung = None
            self.spanduk.sembunyikan()


@dataclass(frozen=True, slots=True)
class Simpanan(Generic[Isi]):
    """Where the content of one tab is kept.

    Attributes:
        apa: what it is, in words ("jam kantor").
        get: what holds now.
        simpan: let this hold. Raises FieldsError or another OfficerError.
        kembalikan: let hold what the program ships. Raises OfficerError.
        is_bawaan: whether what the program ships holds.
    """

    apa: str
    get: Callable[[], Isi]
    simpan: Callable[[Isi, Petugas], object]
    kembalikan: Callable[[Petugas], None]
    is_bawaan: Callable[[], bool]


class LembarSimpan(LembarPengaturan, Generic[Isi]):
    """A tab that edits a copy of one content; only `simpan` lets it hold."""

    def __init__(self, simpanan: Simpanan[Isi]) -> None:
        super().__init__(simpanan.apa)
        self._simpanan = simpanan
        self._tersimpan = simpanan.get()
        self._isi = self._tersimpan

    def is_diubah(self) -> bool:
        """Whether what is shown differs from what holds."""
        return self._isi != self._tersimpan

    def muat_ulang(self) -> None:
        """Show what holds; anything typed and not saved is dropped."""
        self._tersimpan = self._simpanan.get()
        self._tampilkan(self._tersimpan)

    def simpan(self) -> bool:
        """Let what is shown hold; False = refused, and the place is marked."""
        if self._petugas is None:
            return False
        if not self._coba(partial(self._simpanan.simpan, self._isi, self._petugas), self._tunjuk):
            return False
        self.muat_ulang()
        apa = self._simpanan.apa.capitalize()
        self.spanduk.tampilkan(Nada.SELESAI, f"{apa} tersimpan dan langsung berlaku.")
        return True

    def kembalikan_bawaan(self) -> None:
        """Let hold again what the program ships, with one button to take that back."""
        if self._petugas is None:
            return
        lama = None if self._simpanan.is_bawaan() else self._tersimpan
        ketikan = self._isi
        if self._coba(partial(self._simpanan.kembalikan, self._petugas)):
            self.muat_ulang()
            self._tawarkan_urung(
                Nada.SELESAI,
                f"{self._simpanan.apa.capitalize()} kembali seperti bawaan program.",
                partial(self._batalkan_bawaan, lama, ketikan),
            )

    def _tampilkan(self, isi: Isi) -> None:
        """Show this content, to be edited; tells `diubah`."""
        raise NotImplementedError

    def _tunjuk(self, galat: FieldsError) -> str:
        """Bring the first wrong place into view; returns the sentence for the banner."""
        raise NotImplementedError

    def _batalkan_bawaan(self, lama: Isi | None, ketikan: Isi, petugas: Petugas) -> None:
        """Take a reset back: what held before holds again, and what was typed stands there."""
        if lama is not None:
            self._simpanan.simpan(lama, petugas)
            self.muat_ulang()
        self._tampilkan(ketikan)


def di_bawah(salah: Mapping[str, str], awalan: str) -> dict[str, str]:
    """What is wrong under one place ("masa.0."), keyed by the rest of each place."""
    return {k.removeprefix(awalan): sebab for k, sebab in salah.items() if k.startswith(awalan)}

"""The settings tab of the companion: how long a copied value stays on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.services.pendamping import (
    DETIK_BAWAAN,
    DETIK_TERLAMA,
    DETIK_TERSINGKAT,
    WAKTU_PAPAN_KLIP,
)
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.services.pendamping import PendampingService

_LEBAR = 320
_PENJELASAN = (
    "NIK dan data lain yang disalin untuk SIAK tidak masuk riwayat papan klip Windows, dan "
    "dihapus dari papan klip sesudah waktu ini, saat petugas berganti, dan saat program ditutup."
)


class TabPendamping(LembarSimpan[str]):
    """One field: the seconds."""

    def __init__(self, service: PendampingService) -> None:
        super().__init__(
            Simpanan(
                WAKTU_PAPAN_KLIP,
                lambda: str(service.detik),
                service.simpan_detik,
                service.kembalikan,
                service.is_bawaan,
            )
        )
        self._service = service
        batas = f"{DETIK_TERSINGKAT} sampai {DETIK_TERLAMA} detik; bawaan {DETIK_BAWAAN}."
        self.detik = BarisIsian(
            "Kosongkan papan klip sesudah (detik)", IsianTeks(), wajib=True, bantuan=batas
        )
        self.detik.setFixedWidth(_LEBAR)
        self.setFocusProxy(self.detik.input)
        penjelasan = build_label(_PENJELASAN, Peran.REDUP)
        penjelasan.setWordWrap(True)
        self._lembar.addWidget(self.detik)
        self._lembar.addWidget(penjelasan)
        self._lembar.addStretch(1)
        self.detik.input.edited.connect(self._on_edited)
        self.muat_ulang()
        self.set_petugas(None)

    def _atur_hak(self) -> None:
        self.detik.input.setReadOnly(not self.boleh)

    def _tampilkan(self, isi: str) -> None:
        self.detik.input.set_nilai(isi)
        self._on_edited(isi)

    def _tunjuk(self, galat: FieldsError) -> str:
        self._tandai(galat.per_field)
        self.detik.input.setFocus()
        return str(galat)

    def _tandai(self, salah: dict[str, str]) -> None:
        if kalimat := salah.get("detik"):
            self.detik.set_pesan(Nada.BAHAYA, kalimat)
        else:
            self.detik.bersihkan()

    def _on_edited(self, teks: str) -> None:
        self._isi = teks
        self._tandai(self._service.check_detik(teks) if teks else {})
        self.diubah.emit()

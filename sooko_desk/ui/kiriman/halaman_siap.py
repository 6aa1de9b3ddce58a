"""First page: the cases that wait to be sent, and what is asked once for all of them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.kiriman.daftar_centang import PETUNJUK, DaftarCentang
from sooko_desk.ui.kiriman.form_tanda import urut_tab
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tabel import Kolom
from sooko_desk.ui.kit.tombol import tombol_utama
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.domain.sop import Isian


class HalamanSiap(QWidget):
    """Chooses what goes out together; stores nothing.

    Attributes:
        token: the same press twice gives one batch; renewed by `terkirim`.

    Signals:
        diminta(): the ticked cases are to be sent.
    """

    diminta = Signal()

    def __init__(self, nama_desa: Mapping[str, str]) -> None:
        super().__init__()
        self._nama_desa = nama_desa
        self.token = uuid.uuid4().hex
        self.daftar: DaftarCentang[RingkasanPermohonan] = DaftarCentang(
            (
                Kolom("Pemohon", _siapa, sort_key=_nama),
                Kolom("Desa", self._desa, lebar=140),
                Kolom("Jenis", _jenis, lebar=150),
                Kolom("Menunggu sejak", _sejak, lebar=130, sort_key=_urut_sejak),
            ),
            _kunci,
            self._sebut,
            "Permohonan siap dikirim",
        )
        self.daftar.set_kosong(
            "send",
            "Tidak ada yang menunggu dikirim",
            "Permohonan yang sudah dientri tampil di sini.",
        )
        self._isian: tuple[Isian, ...] = ()
        self.borang = Borang(())
        self.kirim = tombol_utama("Kirim", "send", "Ctrl+Enter")
        self._atas = Kartu("Siap dikirim")
        self._bawah = Kartu()
        self._isi_bawah = QHBoxLayout()
        self._build_layout()
        self.daftar.berubah.connect(self._on_daftar_berubah)
        self.kirim.clicked.connect(self.diminta)

    def set_baris(self, baris: Sequence[RingkasanPermohonan], isian: tuple[Isian, ...]) -> None:
        """Show these cases; what is ticked and typed stays.

        Args:
            isian: the fields of the sending step; empty without cases.
        """
        if isian and isian != self._isian:
            lama, baru = self.borang, Borang(isian)
            baru.set_nilai(lama.nilai())
            self._isi_bawah.replaceWidget(lama, baru)
            lama.deleteLater()
            self._isian, self.borang = isian, baru
            # New fields would else be last in the window.
            urut_tab(self.daftar.tabel, baru, self.kirim)
        self._bawah.setVisible(bool(baris))
        self.daftar.set_baris(baris)

    def perintah(self) -> PerintahKirim:
        """The batch as it is ticked and filled now."""
        return PerintahKirim(
            self.token, tuple(r.id for r in self.daftar.dicentang()), self.borang.nilai()
        )

    def terkirim(self) -> None:
        """The batch is stored: the next one is another."""
        self.token = uuid.uuid4().hex
        self.daftar.lepas()

    def fokus_awal(self) -> None:
        """Put the caret where choosing begins."""
        self.daftar.cari.setFocus()

    def _build_layout(self) -> None:
        self._atas.add_kanan(build_label(PETUNJUK, Peran.REDUP))
        self._atas.isi.addWidget(self.daftar, 1)
        self._isi_bawah.setSpacing(THEME.gap_m)
        self._isi_bawah.addWidget(self.borang, 1)
        # Level with the inputs: above them stand the labels, below them the messages.
        self._isi_bawah.addWidget(self.kirim, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bawah.isi.addLayout(self._isi_bawah)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, THEME.gap_s, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self._atas, 1)
        layout.addWidget(self._bawah)

    def _desa(self, r: RingkasanPermohonan) -> str:
        return self._nama_desa.get(r.pemohon.desa, r.pemohon.desa)

    def _sebut(self, r: RingkasanPermohonan) -> str:
        return "\n".join(
            (r.pemohon.nama, r.nomor_tanda_bukti, r.kode_pindai, self._desa(r), _jenis(r))
        )

    def _on_daftar_berubah(self) -> None:
        banyak = len(self.daftar.dicentang())
        self._atas.set_subjudul(f"{banyak} dipilih" if banyak else "")
        self.kirim.setText(f"Kirim {banyak} permohonan" if banyak else "Kirim")
        self.kirim.updateGeometry()


def _siapa(r: RingkasanPermohonan) -> str:
    return f"{r.pemohon.nama}\n{r.layanan} · {r.nomor_tanda_bukti}"


def _nama(r: RingkasanPermohonan) -> str:
    return r.pemohon.nama.casefold()


def _jenis(r: RingkasanPermohonan) -> str:
    return f"{r.jenis_kode} {r.jenis_nama}"


def _sejak(r: RingkasanPermohonan) -> str:
    return sebut_saat(r.posisi_sejak)


def _urut_sejak(r: RingkasanPermohonan) -> float:
    return r.posisi_sejak.timestamp()


def _kunci(r: RingkasanPermohonan) -> int:
    return r.id

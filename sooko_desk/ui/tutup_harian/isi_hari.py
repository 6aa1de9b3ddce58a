"""The right half of the daily book's window: what one day holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from sooko_desk.domain.tanggal import hari_tanggal, sebut_saat
from sooko_desk.printing.sidik import sebut_sidik
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.theme import Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLabel

    from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan
    from sooko_desk.services.tutup_harian import Persiapan

Baris = tuple[str, ...]
"""A line of the day, in the columns of the printed page."""
_PUKUL, _TANDA_BUKTI, _NAMA, _KEJADIAN, _KETERANGAN = 1, 2, 3, 4, 5
DIRINCI = ("susulan", "kejadian")


def _pukul(b: Baris) -> str:
    return b[_PUKUL]


def _nama(b: Baris) -> str:
    return b[_NAMA]


def _kejadian(b: Baris) -> str:
    return b[_KEJADIAN]


def _keterangan(b: Baris) -> str:
    return b[_KETERANGAN]


def _kunci(b: Baris) -> Baris:
    return b


_KOLOM: tuple[Kolom[Baris], ...] = (
    Kolom("Pukul", _pukul, lebar=128),
    Kolom("Nama pemohon", _nama, bagian=3),
    Kolom("Kejadian", _kejadian, bagian=4),
    Kolom("Keterangan", _keterangan, bagian=3),
)


class IsiHari(Kartu):
    """Totals, warnings and lines of the day that is chosen.

    Attributes:
        peringatan: what should be looked at before closing; hidden when there is nothing.
        jumlah: the day's totals and what lies in the room.
    """

    def __init__(self) -> None:
        super().__init__("Pilih hari")
        self.peringatan = _label()
        self.jumlah = _label()
        self.model: RowTableModel[Baris] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[Baris] = TabelData(self.model, "Kejadian hari itu")
        self.tabel.set_kosong("notebook", "Tidak ada kejadian", "Hari ini belum ada yang tercatat.")
        set_style_state(self.peringatan, "nada", str(Nada.PERINGATAN))
        self.isi.addWidget(self.peringatan)
        self.isi.addWidget(self.jumlah)
        self.isi.addWidget(self.tabel, 1)
        self.kosongkan()

    def kosongkan(self) -> None:
        """No day is chosen, or it cannot be read."""
        self.set_judul("Pilih hari")
        self.set_subjudul("")
        self.peringatan.hide()
        self.jumlah.setText("")
        self.model.set_rows(())

    def tampilkan(self, hari: Persiapan) -> None:
        """Show a day, open or closed."""
        self.set_judul(hari_tanggal(hari.hari.tanggal))
        self.set_subjudul(_sebut_keadaan(hari))
        self.peringatan.setText("\n".join(hari.peringatan))
        self.peringatan.setVisible(bool(hari.peringatan))
        self.jumlah.setText("\n".join(_list_jumlah(hari.isi)))
        per_sifat = {t.sifat: t for t in hari.isi.tabel}
        self.model.set_rows(b for sifat in DIRINCI for b in per_sifat[sifat].baris)


def _label() -> QLabel:
    label = build_label("", Peran.BIASA)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _sebut_keadaan(hari: Persiapan) -> str:
    if hari.hari.ditutup is None:
        return "Masih terbuka"
    return (
        f"Ditutup {sebut_saat(hari.hari.ditutup)} oleh {hari.hari.petugas}, sidik "
        f"{sebut_sidik(hari.sidik)}"
    )


def _list_jumlah(isi: IsiLaporan) -> Iterator[str]:
    """The page's short tables, a line each."""
    tabel = {t.sifat: t for t in isi.tabel}
    yield _sebut_hitungan(tabel["jumlah"])
    for layanan, buku, dari, sampai, banyak in tabel["nomor"].baris:
        rentang = dari if dari == sampai else f"{dari} sampai {sampai}, {banyak} nomor"
        yield f"{buku} {layanan}: {rentang}"
    if batal := tabel["batal"].baris:
        yield f"Nomor blangko dibatalkan: {', '.join(b[0] for b in batal)}"
    ruang = sum(int(b[-2]) for b in tabel["ruang"].baris)
    belum = sum(int(b[-1]) for b in tabel["umur"].baris)
    yield f"Berkas di ruang: {ruang}. Belum diambil: {belum}."
    for label, kata in isi.fakta:
        yield f"{label}: {kata}"


def _sebut_hitungan(tabel: TabelLaporan) -> str:
    if not tabel.baris:
        return tabel.kosong
    _, *banyak = tabel.baris[-1]
    judul = [k.judul for k in tabel.kolom[1:]]
    ada = [f"{j} {n}" for j, n in zip(judul, banyak, strict=True) if n != "0"]
    return ", ".join(ada)

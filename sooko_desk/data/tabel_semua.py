"""Every table of the register; `buka` binds them to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.tabel import (
    TabelBerkas,
    TabelCetakan,
    TabelGangguan,
    TabelIsian,
    TabelKekurangan,
    TabelKiriman,
    TabelKirimanBaris,
    TabelLampiran,
    TabelNomor,
    TabelPengaturan,
    TabelPeristiwa,
    TabelPermohonan,
    TabelPetugas,
    TabelSop,
)
from sooko_desk.data.tabel_buku import (
    TabelBentukBuku,
    TabelBukuBaris,
    TabelNomorCadangan,
    TabelNomorCadanganAkhir,
    TabelTutupHarian,
)
from sooko_desk.data.tabel_jaga import TabelKejadianKantor, TabelRantai

if TYPE_CHECKING:
    import peewee as pw

SEMUA: tuple[type[pw.Model], ...] = (
    TabelPetugas,
    TabelSop,
    TabelPermohonan,
    TabelBerkas,
    TabelIsian,
    TabelPeristiwa,
    TabelNomor,
    TabelCetakan,
    TabelKekurangan,
    TabelPengaturan,
    TabelLampiran,
    TabelGangguan,
    TabelKiriman,
    TabelKirimanBaris,
    TabelBentukBuku,
    TabelBukuBaris,
    TabelNomorCadangan,
    TabelNomorCadanganAkhir,
    TabelTutupHarian,
    TabelKejadianKantor,
    TabelRantai,
)

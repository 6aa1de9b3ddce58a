"""What is imported only when sign-in is painted, while the officer types the PIN.

In this order, and cut so that no piece takes long enough to be felt between two keys.
"""

from __future__ import annotations

MODUL_ALAT = (
    "sooko_desk.services.lampiran",
    "sooko_desk.services.gangguan",
    "sooko_desk.services.kiriman",
    "sooko_desk.services.kepatuhan",
    "sooko_desk.services.koreksi",
    "sooko_desk.ui.cetak.dunia_cetak",
)
"""What `Jendela.alat` stands on."""
MODUL_KERJA = (
    "sooko_desk.ui.pendamping.pendamping",
    "sooko_desk.ui.kit.isian_tabel",
    "sooko_desk.ui.borang",
    "sooko_desk.ui.panel_langkah",
    "sooko_desk.ui.panel_permohonan",
    "sooko_desk.ui.tab_kelengkapan",
    "sooko_desk.ui.tab_penerimaan",
    "sooko_desk.ui.halaman_kerja",
)
"""What `Jendela.kerja` is built of."""

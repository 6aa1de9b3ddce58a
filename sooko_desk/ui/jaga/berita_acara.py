"""Ctrl+P in the window of backups: the berita acara of a month on paper."""

from __future__ import annotations

from sooko_desk.ui.dialog_bulan import DialogBulan


class DialogBeritaAcara(DialogBulan):
    """Its service is `meja.berita_acara`."""

    judul = "Berita acara pencadangan"
    subjudul = (
        "Setiap cadangan sebulan: dibuat di mana, utuh atau tidak. Ditandatangani operator dan "
        "Kasi."
    )
    kata_cetak = "Cetak berita acara"
    hitungan = "Cadangan selesai"
    satuan = "cadangan"

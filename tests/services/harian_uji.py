"""What the tests of the daily book share: days, and looks at a page."""

from __future__ import annotations

import datetime as dt

from builders import SENIN_PAGI

SENIN = SENIN_PAGI.date()
SELASA, RABU, KAMIS = (SENIN + dt.timedelta(days=n) for n in (1, 2, 3))
SEHARI = 24 * 60


def tabel(persiapan, sifat):
    return next(t for t in persiapan.isi.tabel if t.sifat == sifat)


def nama(persiapan, sifat):
    return [baris[3] for baris in tabel(persiapan, sifat).baris]


def jumlah(persiapan):
    """The last row of the totals: heading -> number."""
    satu = tabel(persiapan, "jumlah")
    return dict(zip([k.judul for k in satu.kolom], satu.baris[-1], strict=True))


def tutup(kantor, tanggal, token=None):
    return kantor.meja.laporan.harian.tutup(token or tanggal.isoformat(), tanggal, kantor.kasi)

"""Sooko Desk: the KK and KTP counter of Kecamatan Sooko, offline, on one PC."""

import datetime as dt

__version__ = "0.1.0"

TANGGAL_VERSI = dt.date(2026, 11, 21)
"""The day on which this version was made: a clock that shows an earlier one is wrong."""

"""Sooko Desk: the KK and KTP counter of Kecamatan Sooko, offline, on one PC."""

__version__ = "0.1.0"

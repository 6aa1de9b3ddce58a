"""The papers of a Windows printer, and what it reaches of those that this office prints on."""

from __future__ import annotations

import sys
from dataclasses import replace

from sooko_desk.domain.errors import UserError
from sooko_desk.printing.kertas import KERTAS, Pinggir
from sooko_desk.ui.cetak import printer_windows, winspool
from sooko_desk.ui.cetak.lembar import Lembar
from sooko_desk.ui.cetak.tugas import KertasPrinter, find_kertas

assert sys.platform == "win32"


def list_kertas(nama: str) -> tuple[KertasPrinter, ...] | None:
    """The office's papers that this printer's driver takes, by its own list or freely.

    Only they are measured: a driver may list hundreds of forms.

    Returns:
        None = the printer is gone or its driver does not answer.
    """
    try:
        with winspool.Printer(nama) as printer:
            form = [
                KertasPrinter(kata, lebar, tinggi, Pinggir())
                for _, kata, lebar, tinggi in printer.list_kertas()
            ]
        return tuple(_list_terukur(nama, form))
    except UserError:
        return None


def _list_terukur(nama: str, form: list[KertasPrinter]) -> list[KertasPrinter]:
    daftar: list[KertasPrinter] = []
    for milik in KERTAS.values():
        lembar = Lembar(milik.lebar, milik.tinggi, rebah=False, halaman=range(1))
        terukur = printer_windows.measure_kertas(nama, lembar)
        if terukur is not None:
            asal = find_kertas(form, milik.lebar, milik.tinggi)
            # The driver's own rounding must not hide a paper that it takes.
            daftar.append(
                replace(
                    terukur,
                    nama=asal.nama if asal is not None else milik.nama,
                    lebar=milik.lebar,
                    tinggi=milik.tinggi,
                )
            )
    return daftar

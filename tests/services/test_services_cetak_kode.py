"""The sheet of the recovery code: what stands on it, and that it is for paper only."""

from __future__ import annotations

from builders import KODE, NAMA_KASI, SENIN_PAGI
from printing.pdf_baca import words

from sooko_desk.domain.kode_pemulihan import list_kelompok
from sooko_desk.services.cetak_kode import CetakKodeService, sebut_register
from sooko_desk.services.kunci_kertas import KodeBaru


def test_the_sheet_names_register_code_and_kasi_twice_and_is_not_saved(kantor):
    kode = KodeBaru("a", 3, KODE, "3f2a91bc" + "0" * 24, SENIN_PAGI)
    dokumen = CetakKodeService(kantor.meja.kantor.kop).build(kode, kantor.kasi)
    isi = words(dokumen.isi)
    assert not dokumen.boleh_simpan
    assert dokumen.rujukan == ""  # nothing of it can be built again
    kelompok = (" ".join(satu) for satu in list_kelompok(KODE))  # set letter by letter
    for teks in ("3F2A-91BC", NAMA_KASI, *kelompok):
        assert isi.count(teks) >= 2, teks


def test_two_registers_are_told_apart_by_eight_digits():
    assert sebut_register("0123456789abcdef" * 2) == "0123-4567"

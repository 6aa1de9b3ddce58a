"""Lines of the journal: bound to key, number and the line before; read up to the first damage."""

from __future__ import annotations

import pytest
from data.hidup_uji import Hidup
from data.jurnal_uji import buka, buka_lagi, isi, siapkan_folder

from sooko_desk.data import jurnal
from sooko_desk.data.jurnal_baris import (
    Awal,
    BarisRusakError,
    BerkasJurnal,
    Pena,
    list_berkas,
    list_isi,
    list_utuh,
    nomor_baris,
)
from sooko_desk.data.store import Store


@pytest.fixture
def folder(tmp_path):
    return siapkan_folder(tmp_path / "data")


@pytest.fixture
def berkas(folder):
    return BerkasJurnal(folder / "jurnal", 2)


AWAL = Awal("jurnal Sooko Desk 1", 1, 4, "a" * 64, 5, 2026)


def test_a_line_is_bound_to_its_number_its_file_and_the_line_before():
    pena = Pena("1" * 64, 1)
    baris = pena.tutup(0, b"", AWAL)[:-1]
    assert pena.buka_awal(baris) == AWAL
    salah = [
        (Pena("2" * 64, 1), baris),
        (Pena("1" * 64, 2), baris),
        (pena, b"1" + baris[1:]),
        (pena, baris[:-4]),
        (pena, b"%s 00000000000000000000" % b"1"),
        (pena, pena.tutup(0, b"lain", AWAL)[:-1]),
    ]
    for satu, teks in salah:
        with pytest.raises(BarisRusakError):
            satu.buka_awal(teks)
    with pytest.raises(BarisRusakError):
        pena.buka(pena.tutup(0, b"x", AWAL)[:-1], b"x")


@pytest.mark.parametrize("baris", [b"", b"x y", b"-1 y", b"9" * 30 + b" y"])
def test_a_line_without_a_number_is_damaged(baris):
    with pytest.raises(BarisRusakError):
        nomor_baris(baris)


def test_a_line_whose_number_is_not_the_one_inside_is_damaged(folder, berkas):
    kantor = buka(folder)
    kantor.terima()
    kunci = kantor.store.kunci.kunci
    kantor.store.close()
    *_, isi_akhir = list_isi(berkas, kunci)
    pena = Pena(kunci, 2)
    with pytest.raises(BarisRusakError):
        pena.buka(pena.tutup(77, b"x", isi_akhir)[:-1], b"x")


def test_what_can_be_read_ends_at_the_first_damage(folder, berkas):
    kantor = buka(folder)
    Hidup(kantor).jalan(8)
    kunci, semua = kantor.store.kunci.kunci, isi(kantor, berkas)
    kantor.store.close()
    baris = berkas.log.read_bytes().splitlines(keepends=True)
    berkas.log.write_bytes(b"".join([*baris[:3], *baris[4:]]))
    assert [i.urut for i in list_utuh(berkas, kunci)] == semua[:3]


def test_a_long_line_at_the_end_is_found(folder, berkas, monkeypatch):
    monkeypatch.setattr(jurnal, "_POTONG", 16)
    kantor = buka(folder)
    kantor.terima()
    semua = isi(kantor, berkas)
    kantor.store.close()
    j = buka_lagi(folder)
    assert (j.rusak, j.tertinggal, j.mundur) == (False, False, None)
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [2]
    assert len(berkas.log.read_bytes().splitlines()) == len(semua)


def test_files_of_other_names_are_no_journal(tmp_path):
    assert list_berkas(tmp_path / "tidak-ada") == ()
    for nama in ("jurnal-abc.log", "jurnal-0007.log", "jurnal-0010.log", "lain-0001.log"):
        (tmp_path / nama).write_bytes(b"")
    assert [b.dasar for b in list_berkas(tmp_path)] == [10, 7]


def test_the_journal_stays_readable_while_the_register_is_closed(folder, berkas):
    kantor = buka(folder)
    kantor.terima()
    kunci = kantor.store.kunci.kunci
    kantor.store.close()
    assert isinstance(next(list_isi(berkas, kunci)), Awal)
    store = Store(folder)
    assert store.rantai.jurnal.folder == folder / "jurnal"
    store.close()

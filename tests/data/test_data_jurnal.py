"""The second record: a line a unit, caught up after every trouble, silent towards the officer."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import SENIN_PAGI
from data.hidup_uji import Hidup
from data.jurnal_uji import akhir, buka, buka_lagi, isi, siapkan_folder

from sooko_desk.data import jurnal, rantai
from sooko_desk.data.jurnal_baris import (
    BarisRusakError,
    BerkasJurnal,
    list_berkas,
    list_isi,
)
from sooko_desk.data.rantai import kepala


@pytest.fixture
def folder(tmp_path):
    return siapkan_folder(tmp_path / "data")


@pytest.fixture
def berkas(folder):
    return BerkasJurnal(folder / "jurnal", 2)


def test_every_unit_is_a_line_at_once(folder, berkas):
    kantor = buka(folder)
    awal = akhir(kantor)
    for _ in range(3):
        kantor.terima()
        assert isi(kantor, berkas) == [*range(awal, akhir(kantor) + 1)]
    j = kantor.store.rantai.jurnal
    assert (j.tertinggal, j.rusak, j.mundur) == (False, False, None)
    kantor.store.close()


def test_a_line_tells_whole_rows_and_no_line_can_be_read_without_the_key(folder, berkas):
    kantor = buka(folder)
    permohonan = kantor.terima()
    *_, baris = list_isi(berkas, kantor.store.kunci.kunci)
    satu = permohonan.ringkasan
    assert (baris.sidik, baris.waktu) == _sidik(kantor)
    assert satu.nomor_tanda_bukti in baris.baris["permohonan"][0]
    assert len(baris.baris["berkas"]) == len(permohonan.berkas)
    assert baris.baris["rantai"][0][0] == baris.urut
    assert ("permohonan", satu.id) in baris.milik
    mentah = berkas.log.read_bytes()
    for rahasia in (satu.pemohon.nik, satu.pemohon.nama, satu.nomor_tanda_bukti):
        assert rahasia.encode() not in mentah
    with pytest.raises(BarisRusakError):
        list(list_isi(berkas, "0" * 64))
    kantor.store.close()


def _sidik(kantor):
    k = kepala(kantor.store._db.connection())
    return k.sidik, k.waktu


@pytest.mark.parametrize("potong", [0, 1, 40, 400])
def test_a_line_that_was_torn_or_never_written_is_added_at_the_next_start(folder, berkas, potong):
    kantor = buka(folder)
    Hidup(kantor).jalan(12)
    lengkap = isi(kantor, berkas)
    kantor.store.close()
    baris = berkas.log.read_bytes().splitlines(keepends=True)
    berkas.log.write_bytes(b"".join(baris[:-1]) + baris[-1][:potong])
    kantor = buka(folder)
    assert isi(kantor, berkas) == lengkap
    assert not kantor.store.rantai.jurnal.tertinggal
    kantor.terima()
    assert isi(kantor, berkas) == [*lengkap, lengkap[-1] + 1]
    kantor.store.close()


def test_a_disk_that_refuses_is_told_and_made_up_for(folder, berkas):
    kantor = buka(folder)
    j = kantor.store.rantai.jurnal
    kantor.terima()
    lain = berkas.log.rename(berkas.log.with_suffix(".lain"))
    berkas.log.mkdir()
    for _ in range(3):
        kantor.terima()
        assert j.tertinggal
    assert kantor.meja.jaga.rantai.keadaan().jurnal_tertinggal
    berkas.log.rmdir()
    lain.rename(berkas.log)
    kantor.terima()
    assert not j.tertinggal
    assert len(isi(kantor, berkas)) == 6
    kantor.store.close()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_else_fails(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "jurnal").write_bytes(b"")
    kantor = buka(folder)
    j = kantor.store.rantai.jurnal
    assert j.tertinggal
    kantor.terima()
    assert j.tertinggal
    kantor.store.close()
    (folder / "jurnal").unlink()
    kantor = buka(folder)
    assert not kantor.store.rantai.jurnal.tertinggal
    assert list_berkas(folder / "jurnal")
    kantor.store.close()


def test_a_base_that_cannot_be_written_leaves_nothing_half(folder, monkeypatch):
    kantor = buka(folder)

    def penuh(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jurnal, "_tekan", penuh)
    with pytest.raises(OSError, match="No space"):
        kantor.store.rantai.jurnal.mulai_dasar_baru()
    assert {p.name for p in (folder / "jurnal").iterdir()} == {"dasar-0002.db", "jurnal-0002.log"}
    kantor.terima()
    assert not kantor.store.rantai.jurnal.tertinggal
    kantor.store.close()


def test_many_missing_lines_or_a_very_long_one_make_a_new_base(folder, monkeypatch):
    kantor = buka(folder)
    monkeypatch.setattr(rantai, "BATAS_BARIS", 3)
    monkeypatch.setattr(jurnal, "BATAS_BARIS", 3)
    isi_banyak = {f"k{n}": "isi" for n in range(9)}
    kantor.store.pengaturan.simpan_semua(isi_banyak, kantor.kasi, SENIN_PAGI)
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [3, 2]
    monkeypatch.undo()
    monkeypatch.setattr(jurnal, "BATAS_KEJAR", 2)
    kantor.terima()
    kantor.store.close()
    log = BerkasJurnal(folder / "jurnal", 3).log
    kantor = buka(folder)
    Hidup(kantor).jalan(6)
    kantor.store.close()
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))
    kantor = buka(folder)
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [4, 3]
    assert {p.name[:10] for p in (folder / "jurnal").iterdir()} == {
        "dasar-0003", "dasar-0004", "jurnal-000",
    }  # fmt: skip
    kantor.store.close()


def test_a_long_unit_that_is_missing_makes_a_new_base_at_the_start(folder, berkas, monkeypatch):
    kantor = buka(folder)
    kantor.terima()
    kantor.store.close()
    berkas.log.write_bytes(b"".join(berkas.log.read_bytes().splitlines(keepends=True)[:-1]))
    monkeypatch.setattr(jurnal, "BATAS_BARIS", 2)
    buka(folder).store.close()
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [3, 2]


@pytest.mark.parametrize("sebab", ["ukuran", "tahun", "skema", "dasar"])
def test_a_new_base_is_begun_when_it_is_time(folder, berkas, monkeypatch, sebab):
    kantor = buka(folder)
    kantor.terima()
    kantor.store.close()
    buka(folder).store.close()
    assert len(list_berkas(folder / "jurnal")) == 1
    if sebab == "ukuran":
        monkeypatch.setattr(jurnal, "BATAS_UKURAN", 100)
    elif sebab == "dasar":
        berkas.register.unlink()
    elif sebab == "skema":
        monkeypatch.setattr(jurnal, "_skema", lambda _: 99)
    kantor = buka(folder, SENIN_PAGI + dt.timedelta(days=400 * (sebab == "tahun")))
    if sebab == "tahun":
        kantor.store.pengaturan.simpan("a", "b", kantor.kasi, kantor.clock.now())
        kantor.store.close()
        kantor = buka(folder)
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [3, 2]
    kantor.store.close()


def test_a_damaged_journal_is_told_kept_and_begun_anew(folder, berkas):
    kantor = buka(folder)
    Hidup(kantor).jalan(8)
    kantor.store.close()
    log = bytearray(berkas.log.read_bytes())
    log[-20] ^= 1
    berkas.log.write_bytes(bytes(log))
    kantor = buka(folder)
    j = kantor.store.rantai.jurnal
    assert (j.rusak, j.mundur, j.tertinggal) == (True, None, False)
    assert kantor.meja.jaga.rantai.keadaan().jurnal_rusak
    assert berkas.log.read_bytes() == bytes(log)
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [3, 2]
    kantor.store.close()
    assert not buka_lagi(folder).rusak


@pytest.mark.parametrize("letak", [0, -2, -1])
def test_a_damaged_journal_is_left_as_it_is_where_no_new_base_can_be_made(folder, berkas, letak):
    kantor = buka(folder)
    Hidup(kantor).jalan(8)
    kantor.store.close()
    baris = berkas.log.read_bytes().splitlines(keepends=True)
    baris[letak] = b"1" + baris[letak]
    log = b"".join(baris)
    berkas.log.write_bytes(log)
    halangan = folder / "jurnal" / "dasar-0003.db.part"
    halangan.mkdir()
    kantor = buka(folder)
    j = kantor.store.rantai.jurnal
    for _ in range(2):
        assert (j.rusak, j.mundur, j.tertinggal) == (True, None, True)
        assert berkas.log.read_bytes() == log
        kantor.terima()
    assert kantor.meja.jaga.rantai.keadaan().jurnal_tertinggal
    kantor.store.close()
    assert berkas.log.read_bytes() == log
    halangan.rmdir()
    assert not buka_lagi(folder).tertinggal
    assert [b.dasar for b in list_berkas(folder / "jurnal")] == [3, 2]
    assert berkas.log.read_bytes() == log


@pytest.mark.parametrize("isi_berkas", [b"", b"omong kosong", b"0 AAAA\n", b"x AAAA\n", b"\n\n"])
def test_a_journal_of_which_nothing_can_be_read_is_begun_anew(folder, berkas, isi_berkas):
    kantor = buka(folder)
    kantor.terima()
    kantor.store.close()
    berkas.log.write_bytes(isi_berkas)
    j = buka_lagi(folder)
    assert (j.rusak, j.mundur) == (True, None)
    assert len(list_berkas(folder / "jurnal")) == 2

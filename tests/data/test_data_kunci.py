"""The key file: two slots, either opens; nothing is deleted when one fails."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from builders import KODE, NAMA, SENIN_PAGI, make_meja, pasang_kertas

from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.kunci import (
    KunciData,
    KunciTerkunciError,
    buka_dengan_kode,
    is_milik,
    load_kunci,
    new_kertas,
    new_kunci,
    save_kunci,
)
from sooko_desk.data.kunci_berkas import IsiKunci, IsiLama, read_berkas
from sooko_desk.data.kunci_terbuka import BerkasKunci
from sooko_desk.data.pelindung import PelindungError, PelindungSesaat, pelindung_komputer
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kode_pemulihan import format_kode, read_kode

KUNCI = KunciData("5a" * 32, "cd" * 16, sudah_dibuat=True)
LAMA = Path(__file__).parent.parent / "old_files" / "skema_3"


class PelindungMacet:
    """A system that has lost its means."""

    cara = "sesaat"

    def lindungi(self, isi):
        raise PelindungError("DPAPI error 5")

    def buka(self, isi):
        raise PelindungError("DPAPI error 5")


@pytest.fixture
def path(tmp_path):
    return tmp_path / NAMA_KUNCI


@pytest.fixture
def pelindung():
    return PelindungSesaat()


@pytest.fixture
def berkertas(path, pelindung):
    """A key file with both slots."""
    kunci = replace(KUNCI, kertas=new_kertas(KUNCI, read_kode(KODE), 3, SENIN_PAGI))
    save_kunci(path, kunci, pelindung)
    return kunci


def ubah(path, **ganti):
    """Change fields of the key file, as a hand would."""
    isi = json.loads(path.read_bytes()) | ganti
    path.write_text(json.dumps(isi), encoding="utf-8")


def test_a_key_file_is_read_back_by_its_computer_and_its_paper(path, pelindung, berkertas):
    assert load_kunci(path, pelindung) == berkertas
    assert buka_dengan_kode(path, f" {KODE.lower().replace('-', ' ')}") == berkertas


def test_neither_the_key_nor_the_code_can_be_read_in_the_file(path, berkertas):
    teks = path.read_bytes()
    for rahasia in (berkertas.kunci, berkertas.kunci.upper(), KODE, KODE.replace("-", "")):
        assert rahasia.encode() not in teks
    assert bytes.fromhex(berkertas.kunci) not in teks
    assert berkertas.kunci not in repr(berkertas)
    assert read_kode(KODE) not in teks


def test_a_file_has_the_fields_that_other_tools_may_rely_on(path, berkertas):
    isi = json.loads(path.read_bytes())
    assert list(isi) == [
        "jenis", "kantor", "sudah_dibuat", "periksa", "komputer", "kertas", "sidik",
    ]  # fmt: skip
    assert (isi["jenis"], isi["kantor"]) == ("kunci Sooko Desk 2", "cd" * 16)
    assert (isi["komputer"]["cara"], isi["kertas"]["nomor"]) == ("sesaat", 3)
    assert isi["kertas"]["dibuat"] == "2026-11-23T02:05:00.000000Z"


def test_no_file_is_no_key(path, pelindung):
    assert load_kunci(path, pelindung) is None
    with pytest.raises(UserError, match=r"kunci\.json tidak ada"):
        buka_dengan_kode(path, KODE)


def test_a_new_key_is_new_in_all_of_it():
    satu, dua = new_kunci(), new_kunci()
    assert satu.kunci != dua.kunci
    assert satu.kantor != dua.kantor
    assert (satu.sudah_dibuat, satu.kertas) == (False, None)


# -- a slot that fails


def check_terkunci(path, pelindung, kata, nomor=3):
    """The computer's slot is refused in words, and the file stays as it was."""
    sebelum = path.read_bytes()
    with pytest.raises(KunciTerkunciError, match=kata) as galat:
        load_kunci(path, pelindung)
    assert (galat.value.kertas and galat.value.kertas.nomor) == nomor
    assert "jangan hapus apa pun" in str(galat.value)
    assert path.read_bytes() == sebelum


def test_another_computer_is_told_which_paper_to_fetch(path, berkertas):
    check_terkunci(path, PelindungSesaat(), r"kode pemulihan nomor 3 tanggal 23 November 2026")


def test_another_system_is_told_the_same(path, berkertas):
    check_terkunci(path, pelindung_komputer(), "nomor 3")


@pytest.mark.parametrize(
    "komputer",
    [None, {}, {"cara": "sesaat"}, {"cara": "sesaat", "isi": "*"}, {"cara": "sesaat", "isi": ""}],
)
def test_a_garbled_slot_of_the_computer_leaves_the_paper(path, pelindung, berkertas, komputer):
    ubah(path, komputer=komputer)
    check_terkunci(path, pelindung, "nomor 3")
    assert buka_dengan_kode(path, KODE) == berkertas


def test_without_a_paper_the_sentence_says_what_is_left(path, pelindung):
    save_kunci(path, KUNCI, pelindung)
    check_terkunci(path, PelindungSesaat(), "bukalah dengan akun dan komputer semula", None)
    with pytest.raises(UserError, match="tidak memuat kertas kode pemulihan"):
        buka_dengan_kode(path, KODE)


@pytest.mark.parametrize(
    "kertas",
    [
        None,
        {"nomor": 3},
        {"nomor": "tiga", "dibuat": "2026-11-23T02:05:00Z", "garam": "", "isi": ""},
        {"nomor": 3, "dibuat": "kemarin", "garam": "", "isi": ""},
        {"nomor": 3, "dibuat": "2026-11-23T02:05:00Z", "garam": "*", "isi": ""},
        {"nomor": 3, "dibuat": "2026-11-23T02:05:00Z", "garam": "", "isi": ""},
    ],
)
def test_a_garbled_slot_of_the_paper_leaves_the_computer_and_asks_for_a_new_paper(
    path, pelindung, berkertas, kertas
):
    ubah(path, kertas=kertas)
    assert load_kunci(path, pelindung) == replace(berkertas, kertas=None)


def test_both_slots_garbled_are_told_and_nothing_is_touched(path, pelindung, berkertas):
    isi = json.loads(path.read_bytes())
    salah = isi["kertas"] | {"isi": isi["komputer"]["isi"]}
    ubah(path, komputer=isi["komputer"] | {"isi": isi["kertas"]["isi"]}, kertas=salah)
    check_terkunci(path, pelindung, "nomor 3")
    sebelum = path.read_bytes()
    with pytest.raises(UserError, match=r"slot kertas pada berkas kunci rusak: jangan hapus"):
        buka_dengan_kode(path, KODE)
    assert path.read_bytes() == sebelum


def test_the_code_of_another_paper_is_told_apart_from_a_slip(path, berkertas):
    with pytest.raises(UserError, match=r"bukan kode kertas nomor 3 tanggal 23 November 2026"):
        buka_dengan_kode(path, format_kode(bytes(16)))
    with pytest.raises(UserError, match="salah ketik, mungkin pada kelompok 1"):
        buka_dengan_kode(path, ("0" if KODE[0] != "0" else "1") + KODE[1:])


def test_every_flipped_bit_is_harmless_or_leaves_a_way_in_or_is_told(path, pelindung, berkertas):
    utuh = path.read_bytes()
    kalimat = set()
    for nomor in range(len(utuh)):
        for bit in (1, 32):
            byte = bytearray(utuh)
            byte[nomor] ^= bit
            path.write_bytes(byte)
            try:
                kunci = load_kunci(path, pelindung)
            except KunciTerkunciError:
                assert buka_dengan_kode(path, KODE).kunci == berkertas.kunci
            except UserError as galat:
                kalimat.add(str(galat).split(". ")[0])
            else:
                assert kunci.kunci == berkertas.kunci
                assert kunci.kertas in (berkertas.kertas, None)
    assert kalimat == {
        "Berkas kunci kunci.json rusak, sehingga register tidak dapat dibuka",
        "Berkas kunci kunci.json dibuat oleh Sooko Desk yang lebih baru",
    }


def test_the_slots_of_two_registers_cannot_be_mixed(path, pelindung, berkertas, tmp_path):
    lain = tmp_path / "lain.json"
    save_kunci(lain, replace(berkertas, kunci="6b" * 32), pelindung)
    ubah(path, komputer=json.loads(lain.read_bytes())["komputer"])
    with pytest.raises(UserError, match=r"kunci\.json rusak"):
        load_kunci(path, pelindung)
    kertas = new_kertas(replace(KUNCI, kunci="6b" * 32), read_kode(KODE), 3, SENIN_PAGI)
    save_kunci(path, replace(berkertas, kertas=kertas), pelindung)
    with pytest.raises(UserError, match=r"kunci\.json rusak"):
        buka_dengan_kode(path, KODE)


def test_a_file_of_a_newer_program_is_told_as_such(path, pelindung, berkertas):
    ubah(path, jenis="kunci Sooko Desk 3")
    with pytest.raises(UserError, match="lebih baru"):
        load_kunci(path, pelindung)


# -- writing


def test_a_system_that_does_not_seal_is_told_and_nothing_is_written(path, pelindung, berkertas):
    sebelum = path.read_bytes()
    berkas = BerkasKunci(path, berkertas, PelindungMacet())
    with pytest.raises(UserError, match="tidak dapat dilindungi di komputer ini"):
        berkas.simpan(replace(berkertas, kertas=None))
    assert berkas.kunci == berkertas
    assert path.read_bytes() == sebelum
    with pytest.raises(KunciTerkunciError):
        load_kunci(path, PelindungMacet())


def test_a_key_file_is_written_whole_or_not_at_all(path, pelindung, berkertas):
    sebelum = path.read_bytes()
    (path.parent / f"{NAMA_KUNCI}.part").mkdir()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis"):
        save_kunci(path, replace(berkertas, kertas=None), pelindung)
    assert path.read_bytes() == sebelum


def test_a_new_paper_locks_the_old_one_out(path, pelindung, berkertas):
    berkas = BerkasKunci(path, berkertas, pelindung)
    baru = format_kode(bytes(range(16)))
    berkas.pasang_kertas(new_kertas(berkas.kunci, read_kode(baru), 4, SENIN_PAGI))
    assert buka_dengan_kode(path, baru) == load_kunci(path, pelindung) == berkas.kunci
    assert berkas.kunci.kunci == berkertas.kunci
    with pytest.raises(UserError, match="bukan kode kertas nomor 4"):
        buka_dengan_kode(path, KODE)


def test_a_key_file_is_recognised_without_opening_it(path, pelindung, berkertas):
    assert is_milik(read_berkas(path), berkertas.kunci)
    assert not is_milik(read_berkas(path), "6b" * 32)
    assert not is_milik(None, berkertas.kunci)
    assert is_milik(IsiLama(berkertas.kunci, sudah_dibuat=True), berkertas.kunci)
    assert not is_milik(IsiLama("6b" * 32, sudah_dibuat=True), berkertas.kunci)


# -- version 1, which held the key itself


def test_version_1_becomes_version_2_at_the_first_opening(tmp_path):
    shutil.copytree(LAMA, tmp_path, dirs_exist_ok=True)
    lama = json.loads((tmp_path / NAMA_KUNCI).read_bytes())
    with pytest.raises(UserError, match="tidak memuat kertas kode pemulihan"):
        buka_dengan_kode(tmp_path / NAMA_KUNCI, KODE)
    store = Store(tmp_path)
    assert (store.kunci.kunci, store.kunci.kertas) == (lama["kunci"], None)
    kantor = store.kunci.kantor
    store.close()
    isi = read_berkas(tmp_path / NAMA_KUNCI)
    assert isinstance(isi, IsiKunci)
    assert (isi.kantor, isi.utuh, isi.sudah_dibuat) == (kantor, True, True)
    assert lama["kunci"].encode() not in (tmp_path / NAMA_KUNCI).read_bytes()
    store = Store(tmp_path)
    assert (store.kunci.kunci, store.kunci.kantor) == (lama["kunci"], kantor)
    store.close()


def test_every_copy_of_a_version_1_file_names_the_same_office(tmp_path):
    kantor = set()
    for nama in ("satu", "dua"):
        shutil.copytree(LAMA, tmp_path / nama)
        kantor.add(load_kunci(tmp_path / nama / NAMA_KUNCI, PelindungSesaat()).kantor)
        store = Store(tmp_path / nama)
        kantor.add(store.kunci.kantor)
        store.close()
    assert len(kantor) == 1


def test_a_version_1_key_that_opens_no_register_is_not_turned(tmp_path):
    shutil.copytree(LAMA, tmp_path, dirs_exist_ok=True)
    (tmp_path / NAMA_BERKAS).write_bytes(b"Laporan bulan ini\n" * 1000)
    sebelum = (tmp_path / NAMA_KUNCI).read_bytes()
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        Store(tmp_path)
    assert (tmp_path / NAMA_KUNCI).read_bytes() == sebelum


# -- the register


def test_a_register_carried_to_another_computer_opens_by_the_paper(kantor, tmp_path):
    kantor.terima()
    folder = tmp_path / "data"
    kantor.store.close()
    lain = PelindungSesaat()
    with pytest.raises(KunciTerkunciError):
        Store(folder, lain)
    kunci = buka_dengan_kode(folder / NAMA_KUNCI, KODE)
    sebelum = (folder / NAMA_KUNCI).read_bytes()
    store = Store(folder, lain, kunci)
    assert store.permohonan.get(1).ringkasan.pemohon.nama == NAMA
    assert (folder / NAMA_KUNCI).read_bytes() == sebelum
    store.berkas_kunci.simpan(store.kunci)
    store.close()
    Store(folder, lain).close()  # from now on by itself
    assert buka_dengan_kode(folder / NAMA_KUNCI, KODE) == kunci


def test_a_missing_register_is_told_before_a_locked_key(kantor, tmp_path):
    kantor.store.close()
    (tmp_path / "data" / NAMA_BERKAS).unlink()
    with pytest.raises(UserError, match="hilang atau kosong, padahal pernah dibuat"):
        Store(tmp_path / "data", PelindungSesaat())


def test_a_damaged_paper_slot_stops_intake_until_there_is_a_new_paper(kantor, clock, tmp_path):
    kantor.store.close()
    path = tmp_path / "data" / NAMA_KUNCI
    isi = json.loads(path.read_bytes())
    kertas = isi["kertas"] | {"garam": "AAAAAAAAAAAAAAAAAAAAAA=="}
    ubah(path, kertas=kertas)
    store = Store(tmp_path / "data")
    assert store.kunci.kertas is None
    pasang_kertas(store, clock)
    store.close()
    make_meja(tmp_path / "data", clock).store.close()
    assert read_berkas(path).utuh

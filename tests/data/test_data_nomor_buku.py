"""Numbers of all books, read together; settings of several keys written as one."""

from __future__ import annotations

import uuid

import pytest

from sooko_desk.data.nomor_buku import BUKU_KIRIMAN


def test_an_empty_register_begins_every_book_with_one(store):
    assert store.nomor_buku.list_teks() == ()
    for buku in ("tanda_bukti", "register", BUKU_KIRIMAN):
        assert store.nomor_buku.urut_berikut("KK", buku, 2026) == 1


def test_given_and_reserved_numbers_are_listed_and_counted(kantor):
    kantor.terima()
    kantor.meja.blangko.pesan(uuid.uuid4().hex, "KK", 2, kantor.kasi)
    nomor = kantor.store.nomor_buku
    assert sorted(nomor.list_teks()) == [f"471.14/TB-{n}/416-313/2026" for n in (1, 2, 3)]
    assert nomor.urut_berikut("KK", "tanda_bukti", 2026) == 4
    assert nomor.urut_berikut("KK", "tanda_bukti", 2027) == 1
    assert nomor.urut_berikut("KTP", "tanda_bukti", 2026) == 1


def test_several_settings_are_stored_all_or_none(store, kasi, clock):
    store.pengaturan.simpan_semua({"a": "1", "b": "2"}, kasi, clock.now())
    assert store.pengaturan.list_awalan("") == {"tahun_buku": "2026", "a": "1", "b": "2"}
    with pytest.raises(Exception, match="NOT NULL"):
        store.pengaturan.simpan_semua({"a": "3", "b": None}, kasi, clock.now())
    assert store.pengaturan.list_awalan("") == {"tahun_buku": "2026", "a": "1", "b": "2"}
    store.pengaturan.simpan_semua({}, kasi, clock.now())
    store.pengaturan.simpan_semua({"a": ""}, kasi, clock.now())
    assert store.pengaturan.list_awalan("") == {"tahun_buku": "2026", "b": "2"}

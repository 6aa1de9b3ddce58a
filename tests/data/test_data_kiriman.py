"""The lists of what was sent: one unit with their number and moves, never changed afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import peewee as pw
import pytest
from builders import SENIN_PAGI
from data.gerak_uji import make_gerak

from sooko_desk.data.kiriman import KirimanBaru, TandaBaru
from sooko_desk.data.tabel import TabelKiriman, TabelKirimanBaris, TabelNomor, TabelPeristiwa
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kiriman import Tanda


@pytest.fixture
def gerak(kantor):
    """The sending of three cases, ready to be stored."""
    return tuple(make_gerak(kantor, kantor.sampai(kantor.terima("KTP"), "kirim")) for _ in range(3))


def make_kiriman(kantor, gerak, token="a", **ganti):
    baru = KirimanBaru(
        token=token,
        layanan="KTP",
        pola="DP/{urut}/{tahun}",
        tahun=2026,
        cara="Diantar",
        penerima="",
        petugas=kantor.operator,
        waktu=SENIN_PAGI,
        gerak=gerak,
    )
    return replace(baru, **ganti)


def count(*tabel):
    return [t.select().count() for t in tabel]


def test_a_batch_is_read_back_as_it_was_stored(kantor, gerak):
    satu = kantor.store.kiriman.buat(make_kiriman(kantor, gerak))
    kiriman = kantor.store.kiriman.get(satu)
    assert (kiriman.nomor, kiriman.cara, kiriman.penerima) == ("DP/1/2026", "Diantar", "")
    assert (kiriman.waktu, kiriman.petugas, kiriman.banyak) == (SENIN_PAGI, "Rini Contoh", 3)
    baris = kantor.store.kiriman.list_baris(satu)
    assert [(b.urutan, b.permohonan.nomor_register) for b in baris] == [
        (n, f"R-{n}-2026") for n in (1, 2, 3)
    ]
    assert {(b.tanda, b.waktu, b.catatan) for b in baris} == {(Tanda.BELUM, None, "")}


def test_the_token_names_the_batch(kantor, gerak):
    assert kantor.store.kiriman.find_token("a") is None
    satu = kantor.store.kiriman.buat(make_kiriman(kantor, gerak))
    assert kantor.store.kiriman.find_token("a") == satu
    assert kantor.store.kiriman.buat(make_kiriman(kantor, gerak)) == satu
    assert count(TabelKiriman, TabelKirimanBaris) == [1, 3]


@pytest.mark.parametrize("salah", [0, 1, 2])
def test_one_stale_case_stores_nothing_of_the_batch_and_takes_no_number(kantor, gerak, salah):
    basi = [replace(g, versi=g.versi - (n == salah)) for n, g in enumerate(gerak)]
    sebelum = count(TabelKiriman, TabelKirimanBaris, TabelNomor, TabelPeristiwa)
    with pytest.raises(RuleError, match="sudah berubah"):
        kantor.store.kiriman.buat(make_kiriman(kantor, tuple(basi)))
    assert count(TabelKiriman, TabelKirimanBaris, TabelNomor, TabelPeristiwa) == sebelum
    satu = kantor.store.kiriman.buat(make_kiriman(kantor, gerak))
    assert kantor.store.kiriman.get(satu).nomor == "DP/1/2026"


def test_numbers_run_per_service_and_year(kantor, gerak):
    nomor = []
    for g, ganti in zip(
        gerak,
        ({}, {"layanan": "KIA", "pola": "KIA/{urut}/{tahun}"}, {"tahun": 2027}),
        strict=True,
    ):
        baru = make_kiriman(kantor, (g,), token=g.token, **ganti)
        nomor.append(kantor.store.kiriman.get(kantor.store.kiriman.buat(baru)).nomor)
    assert nomor == ["DP/1/2026", "KIA/1/2026", "DP/1/2027"]


def test_the_newest_lists_and_those_asked_for(kantor, gerak):
    for g in gerak:
        kantor.store.kiriman.buat(make_kiriman(kantor, (g,), token=g.token))
    store = kantor.store.kiriman
    assert [k.id for k in store.list_kiriman(2)] == [3, 2]
    assert [k.id for k in store.list_kiriman(1, (1,))] == [3, 1]
    assert store.list_kiriman(0) == ()


def test_a_mark_goes_on_the_newest_list_of_the_case(kantor, gerak):
    satu = kantor.store.kiriman.buat(make_kiriman(kantor, gerak[:1]))
    lagi = make_gerak(kantor, kantor.store.permohonan.get(gerak[0].permohonan_id))
    dua = kantor.store.kiriman.buat(make_kiriman(kantor, (lagi,), token="b"))
    sesudah = SENIN_PAGI + dt.timedelta(hours=1)
    kabar = make_gerak(
        kantor,
        kantor.store.permohonan.get(gerak[0].permohonan_id),
        langkah="kiriman",
        hasil="diterima",
        waktu=sesudah,
        nomor=None,
    )
    for _ in range(2):  # the second press stores nothing
        ids = kantor.store.kiriman.tandai([TandaBaru(kabar, Tanda.DITERIMA)])
        assert ids == (gerak[0].permohonan_id,)
    [lama] = kantor.store.kiriman.list_baris(satu)
    [baru] = kantor.store.kiriman.list_baris(dua)
    assert (lama.tanda, baru.tanda, baru.waktu) == (Tanda.BELUM, Tanda.DITERIMA, sesudah)
    assert kantor.store.kiriman.list_terakhir([gerak[0].permohonan_id, 99]) == {
        gerak[0].permohonan_id: baru
    }
    assert kantor.store.kiriman.list_ulang(dua) == {gerak[0].permohonan_id}
    assert kantor.store.kiriman.list_ulang(satu) == frozenset()


def test_one_stale_case_marks_none(kantor, gerak):
    satu = kantor.store.kiriman.buat(make_kiriman(kantor, gerak))
    kabar = [
        make_gerak(kantor, kantor.store.permohonan.get(g.permohonan_id), nomor=None) for g in gerak
    ]
    kabar[2] = replace(kabar[2], versi=1)
    with pytest.raises(RuleError, match="sudah berubah"):
        kantor.store.kiriman.tandai([TandaBaru(k, Tanda.DITERIMA) for k in kabar])
    assert {b.tanda for b in kantor.store.kiriman.list_baris(satu)} == {Tanda.BELUM}


def test_a_list_that_went_out_is_never_changed_or_deleted(kantor, gerak):
    kantor.store.kiriman.buat(make_kiriman(kantor, gerak))
    with pytest.raises(pw.IntegrityError, match="append-only"):
        TabelKiriman.update(nomor="lain").execute()
    with pytest.raises(pw.IntegrityError, match="append-only"):
        TabelKiriman.delete().execute()

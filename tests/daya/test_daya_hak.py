"""Every public method of every service, every role: who may, who is refused, what only reads."""

from __future__ import annotations

import pytest
from daya.hak_baca import BERHAK, MEMBACA
from daya.hak_tulis import MENULIS
from daya.loket_hak import BELUM_MASUK, Loket, list_metode
from daya.periksa import list_cela, sidik_isi

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.sop import Peran


@pytest.fixture(scope="module")
def loket(ruang_modul):
    loket = Loket.siapkan(ruang_modul / "data")
    yield loket
    loket.k.store.close()


def test_every_public_method_of_every_service_has_its_place(loket):
    menulis = {nama.partition("/")[0] for nama in MENULIS}
    terdaftar = [*menulis, *BERHAK, *MEMBACA, *BELUM_MASUK]
    ada = set(list_metode(loket.k.meja))
    assert len(terdaftar) == len(set(terdaftar))
    assert (ada - set(terdaftar), set(terdaftar) - ada) == (set(), set())


@pytest.mark.parametrize("nama", MENULIS)
def test_what_changes_the_register_is_for_its_roles_only(loket, nama):
    boleh, panggil, *siapkan = MENULIS[nama]
    loket.kembali()
    for satu in siapkan:
        satu(loket.k)
    sebelum = sidik_isi(loket.k.store._db)
    for peran in sorted(Peran, key=boleh.__contains__):  # who is refused leaves it as it is
        if loket.berubah(sebelum):
            loket.kembali()
            for satu in siapkan:
                satu(loket.k)
        if peran in boleh:
            panggil(loket.k, loket.petugas(peran))
            assert loket.berubah(sebelum), "nothing was written"
        else:
            with pytest.raises(RuleError):
                panggil(loket.k, loket.petugas(peran))
            assert not loket.berubah(sebelum)
    assert list_cela(loket.k.store) == []


@pytest.mark.parametrize("nama", BERHAK)
def test_what_asks_who_reads_answers_its_roles_only_and_writes_nothing(loket, nama):
    boleh, panggil = BERHAK[nama]
    sebelum = sidik_isi(loket.k.store._db)
    for peran in Peran:
        if peran in boleh:
            panggil(loket.k, loket.petugas(peran))
        else:
            with pytest.raises(RuleError):
                panggil(loket.k, loket.petugas(peran))
    assert sidik_isi(loket.k.store._db) == sebelum


@pytest.mark.parametrize("nama", MEMBACA)
def test_what_only_reads_writes_nothing(loket, nama):
    db = loket.k.store._db
    sebelum = db.connection().total_changes
    MEMBACA[nama](loket.k)
    assert db.connection().total_changes == sebelum

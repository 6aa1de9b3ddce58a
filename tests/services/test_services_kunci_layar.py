"""When the screen locks itself."""

import time

import pytest
from builders import make_meja

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.waktu import detik_berjalan
from sooko_desk.services.hak import require_kasi
from sooko_desk.services.kunci_layar import KUNCI_MENIT, PenjagaDiam


@pytest.fixture
def kunci(meja):
    return meja.petugas.kunci_layar


def test_minutes_hold_at_once_and_after_a_restart(kunci, kasi, store, tmp_path, clock):
    assert (kunci.menit, kunci.is_bawaan()) == (3, True)
    kunci.simpan_menit("10", kasi)
    assert (kunci.menit, kunci.is_bawaan()) == (10, False)
    kunci.simpan_menit("10", kasi)
    assert len(store.pengaturan.list_riwayat(KUNCI_MENIT)) == 1
    store.close()
    lagi = make_meja(tmp_path / "data", clock)
    assert lagi.meja.petugas.kunci_layar.menit == 10
    lagi.store.close()


@pytest.mark.parametrize("teks", ["", "0", "16", "tiga", "1,5"])
def test_other_minutes_are_refused(kunci, kasi, teks):
    with pytest.raises(FieldsError) as galat:
        kunci.simpan_menit(teks, kasi)
    assert set(galat.value.per_field) == {"menit"}
    assert kunci.menit == 3


def test_the_shipped_minutes_come_back(kunci, kasi):
    kunci.kembalikan(kasi)
    kunci.simpan_menit("1", kasi)
    kunci.kembalikan(kasi)
    assert kunci.menit == 3


def test_only_the_kasi_changes_them(kunci, operator):
    for lakukan in (lambda: kunci.simpan_menit("5", operator), lambda: kunci.kembalikan(operator)):
        with pytest.raises(RuleError, match="Hanya Kasi"):
            lakukan()


def test_it_is_quiet_after_so_many_minutes_without_a_touch():
    kini = [0]
    penjaga = PenjagaDiam(lambda: kini[0], lambda: 3)
    kini[0] = 179
    assert not penjaga.is_diam()
    penjaga.sentuh()
    kini[0] = 358
    assert not penjaga.is_diam()
    kini[0] = 359
    assert penjaga.is_diam()


@pytest.mark.parametrize("ada", [True, False])
def test_the_clock_that_nobody_sets_runs_on_everywhere(monkeypatch, ada):
    if ada:
        monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
        monkeypatch.setattr(time, "clock_gettime", lambda jam: jam + 0.5, raising=False)
        assert detik_berjalan() == 7.5
    else:
        monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
        assert 0 <= detik_berjalan() <= detik_berjalan()


def test_the_rights_say_who_may(operator, kasi):
    require_kasi(kasi, "mengekspor register")
    with pytest.raises(RuleError, match="Hanya Kasi Pelayanan yang mengekspor register"):
        require_kasi(operator, "mengekspor register")

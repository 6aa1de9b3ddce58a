"""Wrong PINs make wait, through restarts and changed clocks; PINs are changed, and all is noted."""

import datetime as dt

import pytest
from argon2 import PasswordHasher
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR, make_hasher

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.services.petugas_pin import PIN_SAMA, ULANG_SALAH, HasilPin, PenjagaPin

SALAH = "000007"


class Detik:
    """A clock that only runs on."""

    def __init__(self):
        self.kini = 1000.0

    def __call__(self):
        return self.kini


class Meja:
    """A counter whose program can be started again; `coba` types one PIN."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        self.detik = Detik()
        self.mulai()

    def mulai(self):
        """Start the program; its clock begins anew."""
        self.detik.kini = 5.0
        self.penjaga = PenjagaPin(self.store, self.clock, self.detik, make_hasher())

    def coba(self, petugas, pin, *, masuk=True):
        simpanan = self.penjaga.siapkan((petugas,))
        hasil = self.penjaga.periksa(simpanan, pin)
        self.penjaga.catat(simpanan, hasil, "masuk", masuk=masuk)
        return hasil.pemilik is not None

    def gagalkan(self, petugas, kali):
        for _ in range(kali):
            self.detik.kini += self.penjaga.sisa_jeda((petugas,))
            assert not self.coba(petugas, SALAH)

    def jenis(self):
        return [k.jenis for k in self.store.kejadian.list_kejadian()]


@pytest.fixture
def loket(store, clock):
    return Meja(store, clock)


def test_only_the_own_pin_opens(loket, operator, kasi):
    for petugas, pin in ((operator, PIN_OPERATOR), (kasi, PIN_KASI)):
        assert pin not in loket.penjaga.get(petugas).hash
        assert loket.coba(petugas, pin)
        assert not loket.coba(petugas, pin[::-1])
    assert not loket.coba(operator, PIN_KASI)


def test_two_wrong_pins_cost_nothing_and_then_it_doubles(loket, operator):
    loket.gagalkan(operator, 2)
    assert loket.penjaga.sisa_jeda((operator,)) == 0
    tunggu = []
    for _ in range(11):
        loket.gagalkan(operator, 1)
        tunggu.append(loket.penjaga.sisa_jeda((operator,)))
    assert tunggu == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_too_early_is_refused_in_words_and_the_right_pin_too(loket, operator):
    loket.gagalkan(operator, 9)
    with pytest.raises(UserError, match=r"PIN salah 9 kali\. Tunggu 1 menit 4 detik lagi\."):
        loket.coba(operator, PIN_OPERATOR)
    loket.detik.kini += 63.5
    with pytest.raises(UserError, match="Tunggu 1 detik lagi"):
        loket.coba(operator, PIN_OPERATOR)
    loket.detik.kini += 0.5
    assert loket.coba(operator, PIN_OPERATOR)
    assert loket.penjaga.hitung_gagal((operator,)) == 0


def test_the_other_officer_does_not_wait(loket, operator, kasi):
    loket.gagalkan(operator, 9)
    assert loket.penjaga.sisa_jeda((kasi,)) == 0
    assert loket.coba(kasi, PIN_KASI)
    assert loket.penjaga.sisa_jeda(()) == 0
    assert loket.penjaga.hitung_gagal(()) == 0


@pytest.mark.parametrize("geser", [dt.timedelta(days=400), dt.timedelta(days=-400)])
def test_a_changed_clock_makes_no_wait_shorter(loket, clock, operator, geser):
    loket.gagalkan(operator, 9)
    clock.atur(clock.now() + geser)
    assert loket.penjaga.sisa_jeda((operator,)) == 64
    loket.mulai()
    assert loket.penjaga.sisa_jeda((operator,)) == 64


def test_a_restart_begins_the_wait_anew(loket, operator):
    loket.gagalkan(operator, 9)
    loket.detik.kini += 60
    assert loket.penjaga.sisa_jeda((operator,)) == 4
    loket.mulai()
    assert loket.penjaga.sisa_jeda((operator,)) == 64


def test_a_thousand_tries_with_restarts_take_days(loket, operator):
    """At most twelve an hour: a restart is never the quicker way."""
    berjalan = 0.0
    for kali in range(1000):
        if kali % 7 == 0:
            loket.mulai()
        sisa = loket.penjaga.sisa_jeda((operator,))
        berjalan += sisa
        loket.detik.kini += sisa
        assert not loket.coba(operator, SALAH)
    assert berjalan > 985 * 300
    assert loket.jenis().count(JenisKejadian.PIN_SALAH) == 500  # as many as are read at once
    loket.detik.kini += 300
    assert loket.coba(operator, PIN_OPERATOR)  # never for good


def test_a_wrong_pin_that_cannot_be_noted_counts_all_the_same(loket, operator):
    loket.gagalkan(operator, 2)
    loket.store._db.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(UserError):
        loket.coba(operator, SALAH)
    loket.store._db.execute_sql("PRAGMA query_only = 0")
    assert loket.penjaga.sisa_jeda((operator,)) == 1
    assert loket.penjaga.hitung_gagal((operator,)) == 3


def test_of_several_kasi_one_who_waits_does_not_hold_up_the_other(loket, meja, kasi):
    dua = meja.petugas.kelola.tambah("Dua Kasi", kasi.peran, meja.petugas.hash_pin("918273"), kasi)
    loket.gagalkan(kasi, 5)
    simpanan = loket.penjaga.siapkan((kasi, dua))
    assert [s.petugas for s in simpanan] == [dua]
    hasil = loket.penjaga.periksa(simpanan, SALAH)
    loket.penjaga.catat(simpanan, hasil, "tanda tangan")
    assert [loket.penjaga.get(p).gagal for p in (kasi, dua)] == [5, 1]


def test_a_sign_in_is_noted_and_a_right_pin_for_something_else_is_not(loket, operator):
    sebelum = len(loket.jenis())
    assert loket.coba(operator, PIN_OPERATOR, masuk=False)
    assert len(loket.jenis()) == sebelum
    assert loket.coba(operator, PIN_OPERATOR)
    (masuk, *_) = loket.store.kejadian.list_kejadian()
    assert (masuk.jenis, masuk.petugas) == (JenisKejadian.MASUK, NAMA_OPERATOR)


def test_a_hash_with_old_parameters_is_replaced_at_the_next_right_pin(loket, operator, kasi):
    lama = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PIN_OPERATOR)
    loket.store.petugas.catat_benar(operator.id, lama, None)
    milik_kasi = loket.penjaga.get(kasi).hash
    assert loket.coba(operator, PIN_OPERATOR, masuk=False)
    assert loket.penjaga.get(operator).hash != lama
    assert loket.coba(operator, PIN_OPERATOR)
    assert loket.penjaga.get(kasi).hash == milik_kasi


def test_no_pin_stands_in_the_trail(loket, operator):
    loket.coba(operator, SALAH)
    loket.coba(operator, PIN_OPERATOR)
    semua = repr(loket.store.kejadian.list_kejadian())
    assert SALAH not in semua
    assert PIN_OPERATOR not in semua


# -- what the Kasi is told


def test_the_kasi_is_told_at_sign_in_who_tried_and_when(loket, clock, operator, kasi):
    loket.coba(kasi, PIN_KASI)
    assert loket.penjaga.sebut_salah(kasi) == ""
    loket.gagalkan(operator, 2)
    clock.maju(7)
    loket.gagalkan(kasi, 1)
    assert loket.penjaga.sebut_salah(operator) == ""
    loket.coba(kasi, PIN_KASI)
    assert loket.penjaga.sebut_salah(kasi) == (
        f"PIN salah sejak Anda terakhir masuk: {NAMA_OPERATOR} 2 kali (terakhir 23/11/2026 09.05), "
        f"{NAMA_KASI} 1 kali (terakhir 23/11/2026 09.12)."
    )
    loket.coba(kasi, PIN_KASI)
    assert loket.penjaga.sebut_salah(kasi) == ""


def test_a_refused_recovery_code_is_told_too_and_makes_nobody_wait(loket, kasi):
    for _ in range(5):
        loket.penjaga.catat_kode_salah(kasi)
    assert loket.penjaga.sisa_jeda((kasi,)) == 0
    loket.coba(kasi, PIN_KASI)
    assert f"{NAMA_KASI} 5 kali" in loket.penjaga.sebut_salah(kasi)


# -- a new PIN


@pytest.mark.parametrize(
    ("pin", "ulang", "salah"),
    [
        ("918273", "918273", {}),
        ("918273", "918274", {"ulang": ULANG_SALAH}),
        ("91827", "91827", {"pin": "PIN harus 6 angka."}),
    ],
)
def test_a_new_pin_is_typed_twice(loket, pin, ulang, salah):
    assert loket.penjaga.check_baru(pin, ulang) == salah


def test_a_new_pin_holds_and_the_old_one_does_not(loket, operator):
    loket.gagalkan(operator, 6)
    lama = loket.penjaga.get(operator)
    with pytest.raises(UserError, match=PIN_SAMA):
        loket.penjaga.hash_baru(lama, PIN_OPERATOR)
    loket.penjaga.ganti(operator, loket.penjaga.hash_baru(lama, "918273"), "PIN lama")
    assert loket.penjaga.sisa_jeda((operator,)) == 0
    assert not loket.coba(operator, PIN_OPERATOR)
    assert loket.coba(operator, "918273")
    ganti = loket.store.kejadian.list_kejadian([JenisKejadian.PIN_DIGANTI])
    assert [(k.petugas, k.isi["cara"]) for k in ganti] == [(NAMA_OPERATOR, "PIN lama")]


def test_a_sign_in_by_a_new_pin_is_noted(loket, operator):
    loket.penjaga.catat_masuk(operator)
    assert loket.jenis()[0] == JenisKejadian.MASUK


def test_nobody_fits_when_nobody_is_asked(loket):
    assert loket.penjaga.periksa((), PIN_KASI) == HasilPin(None)

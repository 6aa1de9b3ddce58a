import pytest
from argon2 import PasswordHasher
from builders import (
    NAMA_KASI,
    NAMA_OPERATOR,
    PIN_KASI,
    PIN_OPERATOR,
    SENIN_PAGI,
    make_awal,
    make_hasher,
)

from sooko_desk.data.store import Store
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.petugas import PetugasService, check_pin


@pytest.fixture
def baru(tmp_path):
    """The officers of a register that nobody has set up."""
    store = Store(tmp_path)
    yield PetugasService(store, JamTetap(SENIN_PAGI), make_hasher())
    store.close()


@pytest.mark.parametrize("pin", ["482915", "112233", "098765", "000001", "135790"])
def test_a_pin_of_six_digits_is_taken(pin):
    check_pin(pin)


@pytest.mark.parametrize(
    ("pin", "sebab"),
    [
        ("", "PIN harus 6 angka"),
        ("12345", "PIN harus 6 angka"),
        ("1234567", "PIN harus 6 angka"),
        ("12a456", "PIN harus 6 angka"),
        ("48 915", "PIN harus 6 angka"),
        ("４82915", "PIN harus 6 angka"),
        ("000000", "terlalu mudah ditebak"),
        ("777777", "terlalu mudah ditebak"),
        ("123456", "terlalu mudah ditebak"),
        ("345678", "terlalu mudah ditebak"),
        ("654321", "terlalu mudah ditebak"),
    ],
)
def test_a_pin_that_everybody_tries_first_is_refused(pin, sebab):
    with pytest.raises(UserError, match=sebab):
        check_pin(pin)


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"nama_operator": ""}, {"nama_operator"}),
        ({"nama_kasi": "😀"}, {"nama_kasi"}),
        ({"pin_operator": "123456", "ulang_operator": "123456"}, {"pin_operator"}),
        ({"pin_kasi": "12", "ulang_kasi": "12"}, {"pin_kasi"}),
        ({"ulang_operator": ""}, {"ulang_operator"}),
        ({"ulang_kasi": "000000"}, {"ulang_kasi"}),
        ({"nama_kasi": NAMA_OPERATOR}, {"nama_kasi"}),
        ({"pin_kasi": PIN_OPERATOR, "ulang_kasi": PIN_OPERATOR}, {"pin_kasi"}),
        ({"nama_kasi": f"  {NAMA_OPERATOR.upper().replace(' ', '   ')} "}, {"nama_kasi"}),
        ({"nama_operator": "", "ulang_kasi": ""}, {"nama_operator", "ulang_kasi"}),
    ],
)
def test_a_set_up_that_is_not_in_order_stores_nobody(baru, ganti, bidang):
    with pytest.raises(FieldsError) as galat:
        baru.simpan_pengaturan_awal(make_awal(**ganti), "-", "-")
    assert set(galat.value.per_field) == bidang
    assert baru.list_petugas() == ()


def test_the_first_set_up_makes_one_operator_and_the_kasi_once(baru):
    baru.check_pengaturan_awal(make_awal())
    dibuat = baru.simpan_pengaturan_awal(
        make_awal(nama_operator=" Rini  Contoh "),
        baru.hash_pin(PIN_OPERATOR),
        baru.hash_pin(PIN_KASI),
    )
    assert baru.list_petugas() == dibuat
    assert [(p.nama, p.peran, p.aktif) for p in dibuat] == [
        (NAMA_OPERATOR, Peran.OPERATOR, True),
        (NAMA_KASI, Peran.KASI, True),
    ]
    with pytest.raises(UserError, match="sudah pernah diatur"):
        baru.simpan_pengaturan_awal(make_awal(nama_kasi="Lain"), "-", "-")
    assert baru.list_petugas() == dibuat


def test_only_the_own_pin_opens(meja, operator, kasi):
    for petugas, pin in ((operator, PIN_OPERATOR), (kasi, PIN_KASI)):
        tersimpan = meja.petugas.get_hash(petugas)
        assert pin not in tersimpan
        assert meja.petugas.verify_pin(tersimpan, pin)
        for salah in ("", "000000", PIN_OPERATOR[::-1], PIN_KASI + "0"):
            assert not meja.petugas.verify_pin(tersimpan, salah)
    assert not meja.petugas.verify_pin(meja.petugas.get_hash(operator), PIN_KASI)


def test_a_hash_with_old_parameters_is_replaced(meja, operator, kasi):
    lama = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PIN_OPERATOR)
    meja.petugas.simpan_hash(operator, lama)
    assert meja.petugas.needs_rehash(meja.petugas.get_hash(operator))
    milik_kasi = meja.petugas.get_hash(kasi)
    meja.petugas.simpan_hash(operator, meja.petugas.hash_pin(PIN_OPERATOR))
    baru = meja.petugas.get_hash(operator)
    assert not meja.petugas.needs_rehash(baru)
    assert meja.petugas.verify_pin(baru, PIN_OPERATOR)
    assert meja.petugas.get_hash(kasi) == milik_kasi


def test_a_switched_off_officer_is_not_offered(kantor):
    kantor.store._db.execute_sql("UPDATE petugas SET aktif = 0 WHERE peran = 'operator'")
    assert [p.nama for p in kantor.meja.petugas.list_petugas()] == [NAMA_KASI]

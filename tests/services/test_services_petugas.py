"""The first set-up, and who is offered at sign-in."""

import pytest
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
from sooko_desk.services.petugas import PetugasService


@pytest.fixture
def baru(tmp_path):
    """The officers of a register that nobody has set up."""
    store = Store(tmp_path)
    yield PetugasService(store, JamTetap(SENIN_PAGI), make_hasher(), lambda: 0.0)
    store.close()


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
    assert [baru.get(p) for p in dibuat] == list(dibuat)


def test_a_switched_off_officer_is_not_offered(kantor):
    kantor.store._db.execute_sql("UPDATE petugas SET aktif = 0 WHERE peran = 'operator'")
    assert [p.nama for p in kantor.meja.petugas.list_petugas()] == [NAMA_KASI]

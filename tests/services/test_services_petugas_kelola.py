"""The Kasi's list of officers: added, corrected, switched off and on, given a one-time PIN."""

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.pin import check_pin
from sooko_desk.domain.sop import Peran
from sooko_desk.services.petugas_kelola import build_pin_sekali


@pytest.fixture
def kelola(meja):
    return meja.petugas.kelola


@pytest.fixture
def dua(kelola, meja, kasi):
    """A second Kasi."""
    return kelola.tambah("Dua Kasi", Peran.KASI, meja.petugas.hash_pin("918273"), kasi)


def jejak(store):
    """Newest first, without what set the counter up."""
    semua = store.kejadian.list_kejadian()
    kantor = (k for k in semua if k.petugas and k.jenis != JenisKejadian.TAHUN_DIBUKA)
    return [(k.jenis, k.petugas, dict(k.isi)) for k in kantor]


def test_a_new_officer_signs_in_once_with_a_pin_to_be_changed(kelola, meja, store, kasi):
    pin = build_pin_sekali()
    baru = kelola.tambah("  Ayu   Contoh ", Peran.OPERATOR, meja.petugas.hash_pin(pin), kasi)
    assert (baru.nama, baru.peran, baru.aktif) == ("Ayu Contoh", Peran.OPERATOR, True)
    assert baru in meja.petugas.list_petugas()
    assert meja.petugas.pin.get(baru).sekali
    assert jejak(store) == [
        (JenisKejadian.PETUGAS_BARU, NAMA_KASI, {"nama": "Ayu Contoh", "peran": "Operator"})
    ]


def test_a_one_time_pin_is_one_that_may_be_used():
    for _ in range(200):
        check_pin(build_pin_sekali())


def test_all_officers_are_listed_those_switched_off_last(kelola, meja, operator, kasi, dua):
    kelola.nonaktifkan(kasi, dua)
    penjaga = meja.petugas.pin
    simpanan = penjaga.siapkan((operator,))
    penjaga.catat(simpanan, penjaga.periksa(simpanan, PIN_OPERATOR), "masuk", masuk=True)
    penjaga.catat(simpanan, penjaga.periksa(simpanan, PIN_KASI), "masuk", masuk=True)
    semua = kelola.list_semua()
    assert [b.petugas.nama for b in semua] == [NAMA_OPERATOR, "Dua Kasi", NAMA_KASI]
    assert [b.pin_sekali for b in semua] == [False, True, False]
    assert [b.gagal for b in semua] == [1, 0, 0]
    assert [b.masuk_terakhir is not None for b in semua] == [True, False, False]
    assert [b.gagal_terakhir is not None for b in semua] == [True, False, False]


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("", "belum diisi"),
        ("😀", "tidak dipakai dalam nama"),
        (NAMA_OPERATOR.upper(), "Operator yang aktif"),
        ("Dua Kasi", "Kasi Pelayanan yang nonaktif"),
    ],
)
def test_a_name_that_cannot_be_is_refused(kelola, kasi, dua, nama, sebab):
    kelola.nonaktifkan(dua, kasi)
    assert sebab in kelola.check_nama(nama)["nama"]
    with pytest.raises(FieldsError):
        kelola.tambah(nama, Peran.OPERATOR, "-", kasi)


def test_a_corrected_name_is_told_with_the_old_one(kelola, store, operator, kasi):
    assert kelola.check_nama(NAMA_OPERATOR, operator.id) == {}
    assert kelola.ubah_nama(operator, NAMA_OPERATOR, kasi) == operator
    assert jejak(store) == []
    baru = kelola.ubah_nama(operator, "Rini Contoh, S.E.", kasi)
    assert baru.nama == "Rini Contoh, S.E."
    assert store.petugas.get(operator.id) == baru
    assert jejak(store)[0] == (
        JenisKejadian.PETUGAS_DIUBAH,
        NAMA_KASI,
        {"nama": "Rini Contoh, S.E.", "nama_lama": NAMA_OPERATOR},
    )
    with pytest.raises(FieldsError):
        kelola.ubah_nama(operator, NAMA_KASI, kasi)


def test_an_officer_is_switched_off_and_on_again(kelola, meja, store, operator, kasi):
    kelola.nonaktifkan(operator, kasi)
    assert meja.petugas.list_petugas() == (kasi,)
    kelola.aktifkan(operator, kasi)
    assert operator in meja.petugas.list_petugas()
    assert [jenis for jenis, _, _ in jejak(store)] == [
        JenisKejadian.PETUGAS_AKTIF,
        JenisKejadian.PETUGAS_NONAKTIF,
    ]


def test_the_last_active_kasi_stays(kelola, meja, kasi, dua):
    kelola.nonaktifkan(dua, kasi)
    with pytest.raises(RuleError, match="satu-satunya Kasi"):
        kelola.nonaktifkan(kasi, kasi)
    kelola.aktifkan(dua, kasi)
    with pytest.raises(RuleError, match="Minta Kasi lain"):
        kelola.nonaktifkan(kasi, kasi)
    kelola.nonaktifkan(kasi, dua)
    assert dua in meja.petugas.list_petugas()


def test_a_one_time_pin_takes_the_place_of_a_forgotten_one(kelola, meja, store, operator, kasi):
    penjaga = meja.petugas.pin
    for _ in range(3):
        simpanan = penjaga.siapkan((operator,))
        penjaga.catat(simpanan, penjaga.periksa(simpanan, PIN_KASI), "masuk")
    assert penjaga.hitung_gagal((operator,)) == 3
    kelola.beri_pin_sekali(operator, meja.petugas.hash_pin("918273"), kasi)
    simpanan = penjaga.siapkan((operator,))
    assert penjaga.periksa(simpanan, PIN_OPERATOR).pemilik is None
    pemilik = penjaga.periksa(simpanan, "918273").pemilik
    assert (pemilik.sekali, pemilik.gagal) == (True, 0)
    assert jejak(store)[0] == (JenisKejadian.PIN_SEKALI, NAMA_KASI, {"nama": NAMA_OPERATOR})


def test_the_kasi_gives_no_one_time_pin_to_himself(kelola, kasi):
    with pytest.raises(RuleError, match="PIN sendiri"):
        kelola.beri_pin_sekali(kasi, "-", kasi)


@pytest.mark.parametrize(
    "lakukan",
    [
        lambda k, p: k.tambah("Ayu Contoh", Peran.KASI, "-", p),
        lambda k, p: k.ubah_nama(p, "Ayu Contoh", p),
        lambda k, p: k.nonaktifkan(p, p),
        lambda k, p: k.aktifkan(p, p),
        lambda k, p: k.beri_pin_sekali(p, "-", p),
    ],
)
def test_an_operator_changes_nothing(kelola, store, operator, lakukan):
    sebelum = store.petugas.list_semua()
    with pytest.raises(RuleError, match="Hanya Kasi"):
        lakukan(kelola, operator)
    assert store.petugas.list_semua() == sebelum
    assert jejak(store) == []

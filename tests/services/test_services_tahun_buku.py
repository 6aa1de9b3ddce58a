"""The register year, and what takes its number from it."""

import datetime as dt

import pytest
from builders import SENIN_PAGI, make_meja

from sooko_desk.data.tabel import TabelPengaturan
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.waktu import WIB, JamTetap

JANUARI = dt.datetime(2027, 1, 4, 8, 0, tzinfo=WIB)


@pytest.fixture
def service(meja):
    return meja.waktu.tahun_buku


def test_the_first_year_is_opened_with_the_register(kantor, service):
    assert (service.terbuka, service.find_baru()) == (2026, None)
    [satu] = service.list_riwayat()
    assert (satu.isi, satu.petugas) == ("2026", kantor.kasi.nama)
    assert kantor.store.kejadian.list_kejadian((JenisKejadian.TAHUN_DIBUKA,))[0].isi["tahun"] == (
        "2026"
    )


@pytest.mark.parametrize("tahun", [2027, 2030, 2002])
def test_no_clock_opens_a_year(kantor, service, clock, tahun):
    clock.atur(SENIN_PAGI.replace(year=tahun))
    assert service.terbuka == 2026
    assert kantor.terima().ringkasan.kode_pindai == "TB-KK-2026-00001"
    assert service.find_baru() == (tahun if tahun > 2026 else None)


def test_opening_is_the_kasis_once_and_forward_only(kantor, service, clock):
    with pytest.raises(RuleError, match="Buku 2026 sudah dibuka"):
        service.buka("a", kantor.kasi)
    clock.atur(JANUARI)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        service.buka("b", kantor.operator)
    assert service.buka("c", kantor.kasi) == 2027
    assert service.buka("c", kantor.kasi) == 2027  # the same press
    assert [b.isi for b in service.list_riwayat()] == ["2027", "2026"]
    with pytest.raises(RuleError, match="Buku 2027 sudah dibuka"):
        service.buka("d", kantor.kasi)


def test_a_doubtful_clock_opens_nothing(kantor, service, clock):
    clock.atur(SENIN_PAGI.replace(year=2040))
    kantor.meja.waktu.jam.ragukan(kantor.kasi)
    assert service.find_baru() is None
    with pytest.raises(RuleError, match="diragukan"):
        service.buka("a", kantor.kasi)


def test_a_case_of_december_is_registered_in_the_book_that_is_open(kantor, service, clock):
    desember = kantor.terima()
    lama = kantor.sampai(kantor.terima(nik="3516131708459001", nama="Sutrisno"), "serahkan")
    clock.atur(JANUARI)
    dulu = kantor.sampai(kantor.terima(nik="3516135708459002", nama="Sri"), "serahkan")
    assert dulu.ringkasan.nomor_register.endswith("/2/416-313/2026")
    service.buka("a", kantor.kasi)
    desember = kantor.sampai(desember, "serahkan")
    r = desember.ringkasan
    assert (r.kode_pindai, r.nomor_register) == ("TB-KK-2026-00001", "471.14/1/416-313/2027")
    assert lama.ringkasan.nomor_register.endswith("/1/416-313/2026")
    # The month is told by the day on which a line was written, whatever its book.
    kepatuhan = kantor.meja.kepatuhan
    assert kepatuhan.list_bulan("KK", 2026)[-2:] == (1, 0)
    assert kepatuhan.list_bulan("KK", 2027) == (2,)
    assert sum(r.tercatat for r in kepatuhan.list_ringkas(2027, 1)) == 2
    assert sum(r.tercatat for r in kepatuhan.list_ringkas(2026, 1)) == 0
    # The tail of the old book is printed with its December.
    assert kantor.meja.buku.find_bulan("KK", 2026, 12) == (1, 1)


def test_an_old_register_goes_on_with_the_year_of_its_newest_number(tmp_path):
    clock = JamTetap(SENIN_PAGI)
    kantor = make_meja(tmp_path / "data", clock)
    kantor.terima()
    for nama in kantor.store._db.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'pengaturan'"
    ).fetchall():
        kantor.store._db.execute_sql(f"DROP TRIGGER {nama[0]}")
    TabelPengaturan.delete().where(TabelPengaturan.kunci == "tahun_buku").execute()
    try:
        clock.atur(JANUARI)
        tahun = kantor.meja.waktu.tahun_buku
        assert tahun.terbuka == 2026
        assert tahun.find_baru() == 2027
        assert tahun.buka("a", kantor.kasi) == 2027
        isi = kantor.store.kejadian.list_kejadian((JenisKejadian.TAHUN_DIBUKA,))[0].isi
        assert dict(isi) == {"tahun": "2027", "sebelumnya": "2026"}
    finally:
        kantor.store.close()


def test_a_register_without_officers_has_the_year_of_the_clock(tmp_path, clock):
    from sooko_desk.data.store import Store
    from sooko_desk.services.tahun_buku import find_tahun

    store = Store(tmp_path / "kosong")
    try:
        assert store.tahun_buku.find() is None
        assert find_tahun(store, clock.now()) == 2026
        assert store.tahun_buku.find_sebelum(2026) is None
    finally:
        store.close()


def test_numbers_of_the_old_book_are_reserved_for_its_late_papers(kantor, service, clock):
    blangko = kantor.meja.blangko
    kantor.terima()
    assert blangko.list_tahun() == (2026,)
    clock.atur(JANUARI)
    service.buka("a", kantor.kasi)
    kantor.terima(nik="3516131708459001", nama="Sutrisno")
    assert blangko.list_tahun() == (2027, 2026)
    [baru] = blangko.pesan("x", "KK", 1, kantor.kasi)
    [lama] = blangko.pesan("y", "KK", 1, kantor.kasi, 2026)
    assert (baru.kode_pindai, lama.kode_pindai) == ("TB-KK-2027-00002", "TB-KK-2026-00002")
    with pytest.raises(FieldsError) as galat:
        blangko.pesan("z", "KK", 1, kantor.kasi, 2025)
    assert set(galat.value.per_field) == {"tahun"}
    for tanggal in ("1/1/2027", "31/12/2025"):
        with pytest.raises(FieldsError) as galat:
            susulkan(kantor, lama, tanggal)
        assert "dalam tahun 2026" in galat.value.per_field["blangko_tanggal"]
    kasus = susulkan(kantor, lama, "31/12/2026")
    assert kasus.ringkasan.kode_pindai == lama.kode_pindai
    assert kasus.ringkasan.diterima == dt.datetime(2026, 12, 31, 10, 15, tzinfo=WIB)


def susulkan(kantor, slip, tanggal):
    return kantor.terima(
        nik="3516135708459002",
        nama="Sri",
        blangko=slip.kode_pindai,
        blangko_tanggal=tanggal,
        blangko_pukul="10.15",
    )


def test_a_slip_reserved_before_the_opening_keeps_its_own_rule(kantor, service, clock):
    """In January with the book of 2026 still open: the papers came in January."""
    clock.atur(JANUARI)
    [slip] = kantor.meja.blangko.pesan("x", "KK", 1, kantor.kasi)
    assert slip.tahun == 2026
    clock.maju(24 * 60)
    service.buka("a", kantor.kasi)
    assert susulkan(kantor, slip, "4/1/2027").ringkasan.kode_pindai == slip.kode_pindai

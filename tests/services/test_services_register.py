import datetime as dt

import pytest
from builders import NAMA, NIK, NIK_LAIN, NKK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sooko_desk.domain.waktu import WIB
from sooko_desk.services.register import BukuRegister


@pytest.fixture
def cari(kantor):
    """Three cases, and a search that answers with the names it found."""
    kantor.terima(telepon="0812 3456 7890")
    kantor.terima("KTP", nama="Nu'man Al-Farisi", nik=NIK_LAIN, nkk="", telepon="")
    kantor.sampai(kantor.terima(nama=SRI, nik=NIK_LAIN), "serahkan")

    def cari(teks):
        return [r.pemohon.nama for r in kantor.meja.register.list_cari(teks)]

    return cari


SRI, NUMAN = "Sri 100 Slamet", "Nu'man Al-Farisi"


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("suwarti", [NAMA]),
        ("ARTI", [NAMA]),
        ("ningsih suw", [NAMA]),
        ("  ning \n suwarti ", [NAMA]),
        ("suwarti slamet", []),
        ("su", [NAMA]),
        ("n", [NUMAN, NAMA]),
        ("sri s", [SRI]),
        ("", []),
        ("  ", []),
        ("suwarti " * 40, []),  # a pasted page
        ("\x00", []),
        (NIK, [NAMA]),
        (NIK_LAIN, [SRI, NUMAN]),
        (NIK_LAIN[:8], [SRI, NUMAN]),
        ("9001", [SRI, NUMAN, NAMA]),
        (f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}", [NAMA]),
        (NKK, [SRI, NAMA]),
        (f"{NKK[:4]}-{NKK[4:8]}-{NKK[8:]}", [SRI, NAMA]),
        ("081234567890", [SRI, NAMA]),
        ("0812-3456-7890", [SRI, NAMA]),
        ("34567890", [SRI, NAMA]),
        ("471.14/TB-1/416-313/2026", [NAMA]),
        ("471.13/tb-1/416", [NUMAN]),
        ("471.14/1/416-313/2026", [SRI]),
        ("TB-KK-2026-00002", [SRI]),
        (" tb-ktp-2026-00001 ", [NUMAN]),
        ("TB-KTP-2026-00009", []),
        ("TB-KTP", [NUMAN]),
        ("nu'man", [NUMAN]),
        ("al-farisi", [NUMAN]),
        ("100", [SRI]),
        ("%", []),
        ("_", []),
        ("100%", []),
        ('"', []),
        ('"""', []),
        ('sri"', []),
        ("suw*", []),
        ("suwarti OR slamet", []),
        ("suwarti NOT slamet", []),
        ("NEAR(suwarti slamet)", []),
        ("nama_cari:suwarti", []),
        ("^suwarti", []),
        ("(suwarti)", []),
        ("'; DROP TABLE permohonan; --", []),
        ("suwa\x00rti", [NAMA]),
    ],
)
def test_a_case_is_found_by_what_the_officer_has_in_hand(cari, teks, nama):
    assert cari(teks) == nama


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.text(max_size=20))
def test_no_typing_breaks_the_search(cari, teks):
    assert set(cari(teks)) <= {NAMA, NUMAN, SRI}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_piece_of_a_name_finds_it(cari, data):
    awal = data.draw(st.integers(0, len(NAMA) - 1))
    akhir = data.draw(st.integers(awal + 1, len(NAMA)))
    potongan = NAMA[awal:akhir]
    if potongan.strip():
        assert NAMA in cari(potongan)


def test_one_letter_shows_the_newest_cases_first(kantor):
    for _ in range(3):
        kantor.terima()
    for batas in (1, 2, 3, 4):
        hasil = kantor.store.pencarian.list_cari(NAMA[0], batas)
        assert [r.id for r in hasil] == [3, 2, 1][:batas]


def test_a_name_written_with_composed_letters_is_found_by_the_split_ones(kantor):
    kantor.terima(nama="José Ñuñez")
    assert len(kantor.meja.register.list_cari("jose\u0301 n\u0303un\u0303ez")) == 1


def test_the_search_index_follows_the_register_number(kantor):
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    assert kantor.meja.register.list_cari("471.14/1/416") == ()
    permohonan = kantor.gerak(permohonan, "cetak", "tercetak")
    assert kantor.meja.register.list_cari("471.14/1/416") == (permohonan.ringkasan,)
    kantor.store._db.execute_sql("INSERT INTO cari (cari) VALUES ('integrity-check')")


def test_this_years_books_are_there_before_their_first_line(meja):
    assert meja.register.list_buku() == (
        BukuRegister("KK", "Register Pelayanan Kartu Keluarga (KK)", 2026, 0),
        BukuRegister("KTP", "Register Pelayanan Kartu Tanda Penduduk (KTP)", 2026, 0),
    )
    assert meja.register.list_baris("KK", 2026) == ()


def test_earlier_years_stay_to_be_read_newest_first(kantor):
    kantor.sampai(kantor.terima(), "serahkan")
    kantor.sampai(kantor.terima(), "serahkan")
    kantor.clock.atur(dt.datetime(2027, 1, 4, 8, 0, tzinfo=WIB))
    kantor.buka_tahun()
    baru = kantor.sampai(kantor.terima(), "serahkan")
    buku = kantor.meja.register.list_buku()
    assert [(b.layanan, b.tahun, b.jumlah) for b in buku] == [
        ("KK", 2027, 1), ("KK", 2026, 2), ("KTP", 2027, 0),
    ]  # fmt: skip
    [baris] = kantor.meja.register.list_baris("KK", 2027)
    assert (baris.urut, baris.nomor) == (1, "471.14/1/416-313/2027")
    assert baris.permohonan == baru.ringkasan
    assert (baris.dicatat, baris.dicatat_oleh) == (kantor.clock.now(), kantor.operator.nama)
    lama = kantor.store.register.list_baris("KK", 2026, dari=2, sampai=2)
    assert [b.urut for b in lama] == [2]
    assert [b.urut for b in kantor.store.register.list_baris("KK", 2026, dari=2)] == [2]


def test_a_nik_is_found_by_its_first_digits_and_anything_else_by_any_part(kantor):
    satu = kantor.terima().ringkasan
    dua = kantor.terima(nik="3516131708459002", nkk="3516132111259002").ringkasan
    cari = kantor.meja.register.list_cari
    assert cari(NIK[:10]) == (satu,)
    assert cari("351613211125") == (dua, satu)  # the No KK of both
    assert cari("35161321112590") == (dua, satu)
    assert cari("3516132111259002") == (dua,)
    assert cari("2345678") == (dua, satu)  # within the phone number
    assert cari("999999999") == ()


def test_more_beginnings_than_are_shown_are_the_newest(kantor, monkeypatch):
    semua = [kantor.terima(nik=f"35161317084590{n:02}").ringkasan.id for n in range(1, 5)]
    monkeypatch.setattr("sooko_desk.services.register.BATAS_CARI", 2)
    assert [r.id for r in kantor.meja.register.list_cari("3516131708")] == semua[:-3:-1]

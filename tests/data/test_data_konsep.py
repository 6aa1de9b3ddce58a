"""Drafts on disk: durable, encrypted, and never in the way of the counter."""

import random
import subprocess
import sys
import threading

import peewee as pw
import pytest
from builders import NAMA, NIK, NKK, SENIN_PAGI
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data import konsep
from sooko_desk.data.konsep import NAMA_KONSEP, BarisKonsep, KonsepStore
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError

KUNCI = "5a" * 32
HALAMAN = 4096
JURNAL = f"{NAMA_KONSEP}-journal"
JURNAL_TAMAT = bytes(600)  # SQLite takes its own away, except one whose head is blank
BENIH = random.Random(9)


def baris(kunci="penerimaan", isi="{}", petugas_id=1):
    return BarisKonsep(kunci, isi, petugas_id, SENIN_PAGI)


def simpan(store, *semua):
    store.tulis({b.kunci: b for b in semua})


def isi_folder(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.fixture
def buka(tmp_path):
    """Open the file of this test's folder; all are closed afterwards."""
    terbuka = []

    def _buka(folder=tmp_path, kunci=KUNCI):
        terbuka.append(KonsepStore(folder, kunci))
        return terbuka[-1]

    yield _buka
    for store in terbuka:
        store.close()


@pytest.fixture(scope="module")
def berisi(tmp_path_factory):
    """The bytes of a file with drafts and with pages that are free again."""
    folder = tmp_path_factory.mktemp("berisi")
    store = KonsepStore(folder, KUNCI)
    simpan(store, *(baris(f"parkir/{n}", "x" * 900) for n in range(30)))
    store.tulis({f"parkir/{n}": None for n in range(15)})
    store.close()
    return (folder / NAMA_KONSEP).read_bytes()


def test_a_draft_is_there_after_closing_and_the_newest_counts(buka, tmp_path):
    store = buka()
    assert store.list_semua() == ()
    simpan(store, baris(isi="1"), baris("parkir/b", isi="2", petugas_id=7))
    simpan(store, baris(isi="3"))
    store.tulis({"parkir/b": None, "parkir/tidak ada": None, "parkir/c": baris("parkir/c")})
    store.close()
    store.close()
    lagi = buka()
    assert lagi.list_semua() == (baris("parkir/c"), baris(isi="3"))
    assert lagi.list_semua()[0].disimpan.utcoffset().total_seconds() == 0
    assert lagi.rusak is None
    assert {p.name for p in tmp_path.iterdir()} <= {NAMA_KONSEP, JURNAL}


def test_the_settings_are_in_force(buka):
    store = buka()
    harus = {
        "busy_timeout": 0,
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
        "cell_size_check": 1,
    }
    ada = {nama: store._db.execute_sql(f"PRAGMA {nama}").fetchone()[0] for nama in harus}
    assert ada == harus
    assert store._db.execute_sql("PRAGMA cipher_version").fetchone()[0]


def test_the_key_is_the_registers_and_the_registers_tables_stay_bound(kantor, tmp_path):
    store = KonsepStore(tmp_path / "data", kantor.store.kunci.kunci)
    simpan(store, baris(isi=NIK))
    assert kantor.terima().ringkasan.pemohon.nama == NAMA
    simpan(store, baris(isi=NKK))
    store.close()
    assert kantor.terima().ringkasan.nomor_tanda_bukti.startswith("471.14/TB-2/")
    store = KonsepStore(tmp_path / "data", kantor.store.kunci.kunci)
    assert store.rusak is None
    assert [b.isi for b in store.list_semua()] == [NKK]
    store.close()


def test_nothing_typed_stands_in_plain_bytes_in_any_file(buka, tmp_path):
    store = buka()

    def check():
        for nama, isi in isi_folder(tmp_path).items():
            assert not [x for x in (NIK, NKK, NAMA, "penerimaan") if x.encode() in isi], nama

    simpan(store, baris(isi=f"{NIK} {NKK} {NAMA}" * 300))
    check()
    with pytest.raises(KeyError):
        run_unit(store._db, lambda: None, lambda: (_ubah_semua(store), check(), {}["batal"]))
    store.tulis({"penerimaan": None})
    check()
    store.close()
    check()
    assert NIK not in repr(baris(isi=NIK))


def _ubah_semua(store):
    """Inside a unit: the journal holds the pages of before."""
    store._db.execute_sql("UPDATE konsep SET isi = isi || ?", (NIK * 300,))


def test_a_full_disk_stores_nothing_and_the_next_try_goes_on(buka):
    store = buka()
    simpan(store, baris(isi="lama"))
    halaman = store._db.execute_sql("PRAGMA page_count").fetchone()[0]
    store._db.execute_sql(f"PRAGMA max_page_count = {halaman}")
    with pytest.raises(UserError, match=r"Cakram komputer penuh.*Kosongkan ruang"):
        simpan(store, baris(isi="baru"), baris("parkir/x", "x" * 100_000))
    assert [b.isi for b in store.list_semua()] == ["lama"]
    store._db.execute_sql("PRAGMA max_page_count = 100000")
    simpan(store, baris(isi="baru"), baris("parkir/x", "x" * 100_000))
    assert [b.kunci for b in store.list_semua()] == ["parkir/x", "penerimaan"]


# --- two programs ---------------------------------------------------------------------------


def test_a_file_held_by_another_program_is_not_taken_for_damaged(buka, tmp_path):
    pertama = buka()
    simpan(pertama, baris(isi="satu"))
    sebelum = isi_folder(tmp_path)
    for kunci in (KUNCI, "00" * 32):
        with pytest.raises(UserError, match="sedang dibuka oleh Sooko Desk yang lain"):
            KonsepStore(tmp_path, kunci)
    assert isi_folder(tmp_path) == sebelum
    simpan(pertama, baris(isi="dua"))
    pertama.close()
    assert [b.isi for b in buka().list_semua()] == ["dua"]


def test_a_file_just_made_and_still_empty_is_held_too(buka, tmp_path):
    buka()
    with pytest.raises(UserError, match="sedang dibuka"):
        KonsepStore(tmp_path, KUNCI)


# --- damage ---------------------------------------------------------------------------------


def check_disisihkan(folder, isi, kunci=KUNCI):
    """Opening puts the damaged bytes aside untouched and gives an empty file that works."""
    (folder / NAMA_KONSEP).write_bytes(isi)
    sudah = {p.name for p in folder.glob("konsep.rusak-*.db")}
    store = KonsepStore(folder, kunci)
    try:
        assert store.rusak is not None
        assert store.rusak.name == f"konsep.rusak-{len(sudah) + 1}.db"
        assert store.rusak.read_bytes() == isi
        assert store.list_semua() == ()
        simpan(store, baris(isi="baru"))
    finally:
        store.close()
    store = KonsepStore(folder, kunci)
    assert store.rusak is None
    assert store.list_semua() == (baris(isi="baru"),)
    store.close()


@pytest.mark.parametrize(
    "isi",
    [
        BENIH.randbytes(3),
        BENIH.randbytes(4095),
        BENIH.randbytes(4096),
        BENIH.randbytes(20_000),
        b"SQLite format 3\x00" + bytes(4080),
        bytes(8192),
        b"bukan basis data",
    ],
    ids=len,
)
def test_what_is_no_draft_file_is_put_aside(tmp_path, isi):
    check_disisihkan(tmp_path, isi)


def test_drafts_under_another_key_are_put_aside(tmp_path, berisi):
    check_disisihkan(tmp_path, berisi, kunci="00" * 32)


@settings(max_examples=40)
@given(st.data())
def test_a_file_cut_short_anywhere_is_put_aside(tmp_path_factory, berisi, data):
    panjang = data.draw(st.integers(2, len(berisi) - 1))
    check_disisihkan(tmp_path_factory.mktemp("potong"), berisi[:panjang])


def balik_bit(isi, letak, bit):
    return isi[:letak] + bytes([isi[letak] ^ bit]) + isi[letak + 1 :]


@settings(max_examples=40)
@given(st.data())
def test_one_wrong_bit_anywhere_puts_the_file_aside(tmp_path_factory, berisi, data):
    letak = data.draw(st.integers(0, len(berisi) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    check_disisihkan(tmp_path_factory.mktemp("bit"), balik_bit(berisi, letak, bit))


def test_one_wrong_bit_is_seen_in_every_page_also_in_a_free_one(tmp_path_factory, berisi):
    assert len(berisi) >= 4 * HALAMAN
    for halaman in range(0, len(berisi), HALAMAN):
        isi = balik_bit(berisi, halaman + 99, 1)
        check_disisihkan(tmp_path_factory.mktemp("halaman"), isi)


@pytest.mark.parametrize(
    "perintah",
    [
        "ALTER TABLE konsep RENAME COLUMN isi TO teks",
        "INSERT INTO konsep VALUES ('penerimaan', '{}', 1, 'kemarin')",
        "INSERT INTO konsep VALUES ('penerimaan', '{}', 1, '2026-11-23T02:05:00')",
    ],
)
def test_drafts_of_another_kind_of_program_are_put_aside(tmp_path, perintah):
    store = KonsepStore(tmp_path, KUNCI)
    store._db.execute_sql(perintah)
    store.close()
    check_disisihkan(tmp_path, (tmp_path / NAMA_KONSEP).read_bytes())


def test_a_file_whose_birth_was_cut_off_is_simply_new(buka, tmp_path):
    (tmp_path / NAMA_KONSEP).write_bytes(b"")
    store = buka()
    assert store.rusak is None
    simpan(store, baris())
    assert store.list_semua() == (baris(),)


def test_damaged_files_are_never_written_over(tmp_path, berisi):
    for n in range(3):
        check_disisihkan(tmp_path, berisi[: 5000 + n])
        (tmp_path / NAMA_KONSEP).unlink()
    assert {p.name: p.stat().st_size for p in tmp_path.glob("konsep.rusak-*.db")} == {
        f"konsep.rusak-{n + 1}.db": 5000 + n for n in range(3)
    }


def test_a_journal_that_is_left_goes_aside_with_its_file(tmp_path, berisi):
    (tmp_path / JURNAL).write_bytes(JURNAL_TAMAT)
    check_disisihkan(tmp_path, berisi[:5000])
    assert (tmp_path / "konsep.rusak-1.db-journal").read_bytes() == JURNAL_TAMAT


def test_a_damaged_file_that_cannot_be_put_aside_is_told_and_kept(tmp_path, berisi):
    (tmp_path / NAMA_KONSEP).write_bytes(berisi[:5000])
    (tmp_path / JURNAL).write_bytes(JURNAL_TAMAT)
    (tmp_path / "konsep.rusak-1.db-journal" / "dipakai").mkdir(parents=True)
    with pytest.raises(UserError, match="rusak dan tidak dapat disisihkan"):
        KonsepStore(tmp_path, KUNCI)
    assert (tmp_path / NAMA_KONSEP).read_bytes() == berisi[:5000]


def test_a_file_that_cannot_be_opened_is_told_and_left_alone(tmp_path):
    (tmp_path / NAMA_KONSEP).mkdir()
    with pytest.raises(UserError, match="Berkas konsep tidak dapat dibuka"):
        KonsepStore(tmp_path, KUNCI)
    assert [p.name for p in tmp_path.iterdir()] == [NAMA_KONSEP]


# --- sentences ------------------------------------------------------------------------------


def test_a_file_that_may_not_be_written_is_told(buka):
    store = buka()
    store._db.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(UserError, match="Berkas konsep tidak dapat ditulisi"):
        simpan(store, baris())
    store._db.execute_sql("PRAGMA query_only = 0")
    simpan(store, baris())


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        (pw.OperationalError("disk I/O error"), "Cakram komputer gagal"),
        (dbapi2.OperationalError("disk I/O error"), "Cakram komputer gagal"),
        (pw.DatabaseError("database disk image is malformed"), "Berkas konsep rusak"),
        (pw.OperationalError("database is locked"), "sedang dibuka oleh Sooko Desk yang lain"),
        (UserError("apa adanya"), "apa adanya"),
    ],
)
def test_the_officer_reads_of_drafts_not_of_the_register(galat, kalimat):
    with pytest.raises(UserError, match=kalimat) as terjadi, konsep._kalimat():
        raise galat
    assert "erkas register" not in str(terjadi.value)


@pytest.mark.parametrize("galat", [pw.IntegrityError("NOT NULL"), KeyError("disk is full")])
def test_a_bug_is_passed_on_as_it_is(galat):
    with pytest.raises(type(galat)) as terjadi, konsep._kalimat():
        raise galat
    assert terjadi.value is galat


# --- threads and death ----------------------------------------------------------------------


def test_a_write_waits_for_another_and_a_late_one_is_refused(buka):
    store = buka()
    simpan(store, *(baris(f"parkir/{n}") for n in range(20)))
    gagal = []

    def tulis(n):
        try:
            store.tulis({f"parkir/{n}": None})
        except UserError as galat:
            gagal.append((n, str(galat)))

    utas = [threading.Thread(target=tulis, args=(n,)) for n in range(20)]
    for satu in utas:
        satu.start()
    store.close()
    for satu in utas:
        satu.join()
    tulis(99)
    assert {kalimat for _n, kalimat in gagal} == {
        "Sooko Desk sudah ditutup, sehingga isian terakhir tidak tercatat."
    }
    harus = {f"parkir/{n}" for n, _kalimat in gagal} - {"parkir/99"}
    assert {b.kunci for b in buka().list_semua()} == harus


ANAK = f"""
import sys
from pathlib import Path
from sooko_desk.data.konsep import BarisKonsep, KonsepStore
from sooko_desk.domain.waktu import JamSistem
store = KonsepStore(Path(sys.argv[1]), {KUNCI!r})
for n in range(int(sys.argv[2]), 1_000_000):
    b = BarisKonsep("penerimaan", str(n), 1, JamSistem().now())
    store.tulis({{b.kunci: b, f"parkir/{{n % 7}}": b if n % 2 else None}})
    print(n, flush=True)
"""


def test_what_was_acknowledged_outlives_a_kill_at_any_moment(tmp_path):
    acak = random.Random(3)
    terakhir = -1
    for _putaran in range(4):
        perintah = [sys.executable, "-c", ANAK, str(tmp_path), str(terakhir + 1)]
        with subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.PIPE, text=True) as anak:
            for _n in range(acak.randint(1, 60)):
                baca = anak.stdout.readline()
            anak.kill()
            terakhir = int(([baca, *anak.stdout.readlines()])[-1].split()[0])
        store = KonsepStore(tmp_path, KUNCI)
        assert store.rusak is None
        isi = {b.kunci: int(b.isi) for b in store.list_semua()}
        store.close()
        assert isi["penerimaan"] in (terakhir, terakhir + 1)  # stored, not yet told
        terakhir = isi["penerimaan"]
        assert (f"parkir/{terakhir % 7}" in isi) == bool(terakhir % 2)

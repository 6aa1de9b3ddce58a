import peewee as pw
import pytest
from sqlcipher3 import dbapi2

from sooko_desk.data.galat import translate_error, translated
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError, UserError


@pytest.fixture
def db(store):
    return store._db


def sisip(nama):
    return TabelPetugas.create(nama=nama, peran="operator", pin="-", aktif=True, dibuat="-")


def cari(nama):
    return lambda: TabelPetugas.get_or_none(TabelPetugas.nama == nama)


def tidak_ada():
    return None


def hitung():
    return TabelPetugas.select().count()


def test_a_unit_is_done_once(db):
    awal = hitung()
    pertama = run_unit(db, cari("Tini"), lambda: sisip("Tini"))
    kedua = run_unit(db, cari("Tini"), lambda: sisip("Tini"))
    assert pertama == kedua
    assert hitung() == awal + 1
    assert not db.connection().in_transaction


@pytest.mark.parametrize("galat", [RuleError("tidak boleh"), KeyboardInterrupt(), KeyError("x")])
def test_any_failure_inside_stores_nothing_and_is_passed_on(db, galat):
    awal = hitung()

    def act():
        sisip("Tini")
        raise galat

    with pytest.raises(type(galat)) as terjadi:
        run_unit(db, tidak_ada, act)
    assert terjadi.value is galat
    assert galat.__cause__ is None
    assert hitung() == awal
    assert run_unit(db, cari("Tini"), lambda: sisip("Tini")).nama == "Tini"


def test_units_do_not_nest(db):
    awal = hitung()

    def luar():
        sisip("Tini")
        run_unit(db, tidak_ada, lambda: sisip("Tono"))

    with pytest.raises(pw.OperationalError, match="within a transaction"):
        run_unit(db, tidak_ada, luar)
    assert hitung() == awal
    assert not db.connection().in_transaction


def test_a_full_disk_stores_nothing_and_the_next_try_goes_on(db):
    awal = hitung()
    halaman = db.execute_sql("PRAGMA page_count").fetchone()[0]
    db.execute_sql(f"PRAGMA max_page_count = {halaman}")
    with pytest.raises(UserError, match="Cakram komputer penuh, sehingga belum tersimpan"):
        run_unit(db, tidak_ada, lambda: sisip("T" * 50_000))
    assert not db.connection().in_transaction
    assert hitung() == awal
    db.execute_sql("PRAGMA max_page_count = 1000000")
    run_unit(db, tidak_ada, lambda: sisip("T" * 50_000))
    assert hitung() == awal + 1


def test_a_commit_that_is_refused_stores_nothing(db):
    awal = hitung()

    def act():
        db.execute_sql("PRAGMA defer_foreign_keys = 1")
        sisip("Tini")
        db.execute_sql("INSERT INTO isian (permohonan_id, kunci, nilai) VALUES (999, 'a', 'b')")

    with pytest.raises(pw.IntegrityError, match="FOREIGN KEY"):
        run_unit(db, tidak_ada, act)
    assert hitung() == awal
    assert not db.connection().in_transaction


def stored_but_reported_failed(db, nama):
    """What a disk does whose last write succeeds and whose last sync reports an error."""
    sisip(nama)
    db.commit()
    raise pw.OperationalError("disk I/O error")


def test_the_token_decides_when_commit_reports_an_error_but_stored(db):
    hasil = run_unit(db, cari("Tini"), lambda: stored_but_reported_failed(db, "Tini"))
    assert hasil == cari("Tini")()


def test_without_a_stored_token_the_failure_is_told(db):
    with pytest.raises(UserError, match="gagal membaca atau menulis"):
        run_unit(db, tidak_ada, lambda: stored_but_reported_failed(db, "Tini"))


def test_a_token_that_cannot_be_looked_up_after_a_failure_does_not_hide_it(db):
    jawaban = iter([None])

    def find():
        for satu in jawaban:
            return satu
        raise pw.OperationalError("disk I/O error")

    with pytest.raises(UserError, match="gagal membaca atau menulis"):
        run_unit(db, find, lambda: stored_but_reported_failed(db, "Tini"))


def test_a_token_that_cannot_be_looked_up_beforehand_is_told(db):
    def find():
        raise pw.DatabaseError("database disk image is malformed")

    with pytest.raises(UserError, match="Berkas register rusak"):
        run_unit(db, find, lambda: sisip("Tini"))


KALIMAT = [
    ("database or disk is full", "Cakram komputer penuh"),
    ("database is locked", "sedang dibuka oleh Sooko Desk yang lain"),
    ("attempt to write a readonly database", "tidak dapat ditulisi"),
    ("unable to open database file", "tidak dapat dibuka"),
    ("file is not a database", "tidak cocok dengan kuncinya"),
    ("database disk image is malformed", "register rusak"),
    ("vtable constructor failed: cari", "register rusak"),
    ("UNIQUE constraint failed: nomor.nomor", "tab Nomor"),
    ("UNIQUE constraint failed: permohonan.nomor_tanda_bukti", "tab Nomor"),
    ("disk I/O error", "gagal membaca atau menulis"),
]


@pytest.mark.parametrize(("sebab", "kalimat"), KALIMAT)
@pytest.mark.parametrize("jenis", [pw.OperationalError, dbapi2.DatabaseError])
def test_each_failure_has_its_sentence(jenis, sebab, kalimat):
    terjemah = translate_error(jenis(sebab))
    assert isinstance(terjemah, UserError)
    assert kalimat in str(terjemah)


def test_the_real_cause_is_found_behind_what_peewee_shows():
    tampak = pw.OperationalError("cannot rollback - no transaction is active")
    tampak.__context__ = dbapi2.OperationalError("database or disk is full")
    assert "Cakram komputer penuh" in str(translate_error(tampak))
    sebab = RuntimeError("x")
    sebab.__cause__ = tampak
    assert "Cakram komputer penuh" in str(translate_error(sebab))


@pytest.mark.parametrize(
    "galat",
    [ValueError("disk is full"), pw.OperationalError("no such table: x"), UserError("is locked")],
)
def test_other_errors_stay_what_they_are(galat):
    assert translate_error(galat) is galat


def test_a_chain_that_bites_its_tail_ends():
    satu, dua = pw.OperationalError("a"), pw.OperationalError("b")
    satu.__context__, dua.__context__ = dua, satu
    assert translate_error(satu) is satu


def test_a_read_tells_of_a_damaged_file_and_passes_bugs_on():
    @translated
    def baca(galat):
        raise galat

    with pytest.raises(UserError, match="register rusak"):
        baca(dbapi2.DatabaseError("database disk image is malformed"))
    with pytest.raises(pw.OperationalError, match="no such table"):
        baca(pw.OperationalError("no such table: x"))


def test_half_a_character_is_told_in_words_and_nothing_is_stored(db, kantor):
    """Part of an emoji, as a paste can bring it: no text in UTF-8 holds it."""
    awal = hitung()
    with pytest.raises(UserError, match="huruf rusak"):
        run_unit(db, tidak_ada, lambda: sisip("Tini \ud83d"))
    with pytest.raises(UserError, match="huruf rusak"):
        run_unit(db, cari("\ud83d"), lambda: sisip("Tini"))
    with pytest.raises(UserError, match="huruf rusak"):
        kantor.store.permohonan.find_gerak("\ud83d")
    assert hitung() == awal

"""What a unit of work must not do, read from the source: one door, no nesting, nothing caught.

peewee hides a full disk inside nested `atomic`, and a caught database error once left half a unit
on disk. tests/test_architecture.py follows the calls of each act; here it is the files themselves.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "sooko_desk" / "data"
BERKAS = sorted(DATA.rglob("*.py"))
POHON = {path: ast.parse(path.read_text(encoding="utf-8")) for path in BERKAS}

TRANSAKSI = {"begin", "commit", "rollback"}
SQL_TRANSAKSI = re.compile(
    "(BEGIN( (IMMEDIATE|EXCLUSIVE|DEFERRED))?|COMMIT|ROLLBACK|SAVEPOINT.*|RELEASE.*)( TRANSACTION)?"
)
BOLEH_TRANSAKSI = {
    "unit.py",  # the door
    "buka.py",  # takes the file's lock, before there is a register
    "halaman_kosong.py",  # fills empty pages before there is a register
    "jurnal_bangun.py",  # a copy that nobody has open, by a connection of its own
}
BOLEH_MENULIS = {
    "rantai.py",  # the link of a unit, inside it
    "halaman_kosong.py",
    "indeks_cari.py",  # an extract that no link covers
    "jurnal_bangun.py",
    "pemulihan.py",  # a restored copy, not open yet
}
"""Files that run SQL of their own besides peewee's."""


def sebut(path):
    return path.name


def teks_sql(pohon):
    """Plain texts that are statements, also the beginnings of put-together ones."""
    docstring = {
        id(s.body[0].value)
        for s in ast.walk(pohon)
        if isinstance(s, ast.Module | ast.ClassDef | ast.FunctionDef)
        and s.body
        and isinstance(s.body[0], ast.Expr)
    }
    return [
        s.value
        for s in ast.walk(pohon)
        if isinstance(s, ast.Constant) and isinstance(s.value, str) and id(s) not in docstring
    ]


@pytest.mark.parametrize("path", BERKAS, ids=sebut)
def test_no_transaction_is_made_beside_the_one_door(path):
    nama = {s.attr for s in ast.walk(POHON[path]) if isinstance(s, ast.Attribute)}
    assert not nama & {"atomic", "savepoint", "transaction", "manual_commit", "session_begin"}
    if path.name not in BOLEH_TRANSAKSI:
        assert not nama & TRANSAKSI
        # "BEGIN SELECT" and "END" close a trigger's body.
        sql = [t for t in teks_sql(POHON[path]) if SQL_TRANSAKSI.fullmatch(t)]
        assert sql == []


def isi_unit(pohon):
    """The third argument of every `run_unit`; a name stands for the functions of that name."""
    fungsi = {s.name: s for s in ast.walk(pohon) if isinstance(s, ast.FunctionDef)}
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") == "run_unit":
            act = simpul.args[2]
            yield act
            for satu in ast.walk(act):
                if isinstance(satu, ast.Name) and satu.id in fungsi:
                    yield fungsi[satu.id]


@pytest.mark.parametrize("path", BERKAS, ids=sebut)
def test_no_act_catches_an_error_or_begins_another_unit(path):
    for act in isi_unit(POHON[path]):
        assert not any(isinstance(s, ast.Try) for s in ast.walk(act)), ast.dump(act)
        nama = {s.id for s in ast.walk(act) if isinstance(s, ast.Name)}
        nama |= {s.attr for s in ast.walk(act) if isinstance(s, ast.Attribute)}
        assert not nama & {"run_unit", "suppress"}, ast.dump(act)


def test_the_walk_reaches_the_acts():
    banyak = {path.name: len([*isi_unit(pohon)]) for path, pohon in POHON.items()}
    assert banyak["permohonan.py"] >= 3
    assert banyak["buka.py"] >= 1
    assert sum(banyak.values()) > 20


PEMBUAT = {"insert", "insert_many", "create", "update", "delete", "delete_by_id", "save", "replace"}


def fungsi_penulis(pohon):
    """Functions that write by peewee, by name."""
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.FunctionDef):
            for satu in ast.walk(simpul):
                if (
                    isinstance(satu, ast.Call)
                    and isinstance(satu.func, ast.Attribute)
                    and satu.func.attr in PEMBUAT
                    and getattr(satu.func.value, "id", "").startswith("Tabel")
                ):
                    yield simpul.name


@pytest.mark.parametrize("path", BERKAS, ids=sebut)
def test_no_writer_catches_a_database_error(path):
    penulis = set(fungsi_penulis(POHON[path]))
    for simpul in ast.walk(POHON[path]):
        if isinstance(simpul, ast.FunctionDef) and simpul.name in penulis:
            assert not any(isinstance(s, ast.Try) for s in ast.walk(simpul)), simpul.name


@pytest.mark.parametrize("path", BERKAS, ids=sebut)
def test_rows_are_written_through_the_tables_that_the_chain_watches(path):
    """Raw statements would be watched too, but nobody would look for them."""
    if path.name.startswith("skema") or path.name in BOLEH_MENULIS | {"konsep.py"}:
        return
    tulis = [
        t
        for t in teks_sql(POHON[path])
        if t.lstrip().startswith(("INSERT ", "UPDATE ", "DELETE FROM", "REPLACE "))
    ]
    assert tulis == []

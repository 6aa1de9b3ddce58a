"""Rules of the house that a reader of one file cannot see, read from the source itself."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
PAKET = AKAR / "sooko_desk"
SUMBER = sorted(PAKET.rglob("*.py"))
BACA = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SUMBER}
PANJANG_BERKAS = 399
DATA = "sooko_desk.data"

LAPIS = {"app": 4, "ui": 3, "services": 2, "data": 1, "printing": 1, "sop": 1, "domain": 0}
HANYA_DI = {
    "PySide6": {"ui", "app"},
    "peewee": {"data"},
    "playhouse": {"data"},
    "sqlcipher3": {"data"},
    "reportlab": {"printing"},
}


def sebut(path: Path) -> str:
    return str(path.relative_to(AKAR))


def ruang(path: Path) -> str:
    """The room a file belongs to: "data", "ui", …; "" for the package itself."""
    return nama_ruang(path.relative_to(PAKET).with_suffix("").parts[0])


def nama_ruang(bagian: str) -> str:
    """app.py and its helpers app_*.py are one room."""
    return "app" if bagian.startswith("app") else bagian.removeprefix("__init__")


def list_impor(path: Path) -> set[str]:
    """Dotted names of all that a file imports, inside functions and under TYPE_CHECKING too."""
    impor: set[str] = set()
    paket = path.relative_to(AKAR).parts[:-1]
    for simpul in ast.walk(BACA[path]):
        if isinstance(simpul, ast.Import):
            impor |= {satu.name for satu in simpul.names}
        elif isinstance(simpul, ast.ImportFrom):
            awal = ".".join(paket[: len(paket) - simpul.level + 1]) if simpul.level else ""
            nama = ".".join(x for x in (awal, simpul.module) if x)
            impor |= {nama, *(f"{nama}.{satu.name}" for satu in simpul.names)}
    return impor


@pytest.mark.parametrize("path", SUMBER, ids=sebut)
def test_a_file_imports_only_from_its_own_room_or_below(path):
    sini = ruang(path)
    for impor in list_impor(path):
        bagian = impor.split(".")
        if bagian[0] == "sooko_desk" and len(bagian) > 1:
            assert sini in LAPIS, f"{sebut(path)}: a new room needs a layer"
            sana = nama_ruang(bagian[1])
            assert sana == sini or LAPIS.get(sana, -1) < LAPIS[sini], (
                f"{sebut(path)} imports {impor}"
            )
        if (boleh := HANYA_DI.get(bagian[0])) is not None:
            assert sini in boleh, f"{sebut(path)} imports {impor}"


@pytest.mark.parametrize("path", [p for p in SUMBER if ruang(p) == "domain"], ids=sebut)
def test_the_domain_stands_on_the_standard_library_alone(path):
    luar = {i.split(".")[0] for i in list_impor(path)} - {"sooko_desk"}
    assert luar <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("folder", ["sooko_desk", "tests", "packaging", "benchmarks"])
def test_no_file_is_longer_than_can_be_read_in_one_go(folder):
    panjang = {
        sebut(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in (AKAR / folder).rglob("*.py")
    }
    assert {nama: n for nama, n in panjang.items() if n > PANJANG_BERKAS} == {}


@pytest.mark.parametrize("path", SUMBER, ids=sebut)
def test_units_of_work_are_made_by_run_unit_alone(path):
    """peewee's own `atomic` once left half a unit on disk."""
    nama = {simpul.attr for simpul in ast.walk(BACA[path]) if isinstance(simpul, ast.Attribute)}
    assert not nama & {"atomic", "savepoint", "transaction", "manual_commit"}
    if ruang(path) == "data" and path.name not in ("unit.py", "buka.py"):
        assert not nama & {"commit", "rollback", "begin"}


def list_fungsi() -> dict[tuple[Path, str], list[ast.AST]]:
    """Every function of the data room by its file and bare name; a method has none."""
    fungsi: dict[tuple[Path, str], list[ast.AST]] = {}
    for path in (p for p in SUMBER if ruang(p) == "data"):
        kelas = [s for s in ast.walk(BACA[path]) if isinstance(s, ast.ClassDef)]
        metode = {id(isi) for satu in kelas for isi in satu.body}
        for simpul in ast.walk(BACA[path]):
            if isinstance(simpul, ast.FunctionDef) and id(simpul) not in metode:
                fungsi.setdefault((path, simpul.name), []).append(simpul)
    return fungsi


def list_rumah(path: Path) -> dict[str, Path]:
    """Names that a file imports from the data room, and the files they come from."""
    return {
        alias.asname or alias.name: AKAR / f"{simpul.module.replace('.', '/')}.py"
        for simpul in ast.walk(BACA[path])
        if isinstance(simpul, ast.ImportFrom) and (simpul.module or "").startswith(DATA)
        for alias in simpul.names
    }


def list_panggilan(pohon: ast.AST) -> set[str]:
    """Bare names that a piece of code mentions: what it may call, at most too many."""
    return {simpul.id for simpul in ast.walk(pohon) if isinstance(simpul, ast.Name)}


def list_isi_unit() -> dict[str, ast.AST]:
    """The third argument of every `run_unit` and every function it leads to."""
    fungsi, rumah = list_fungsi(), {path: list_rumah(path) for path in SUMBER}
    isi: dict[str, ast.AST] = {}
    antre: set[tuple[Path, str]] = set()
    for path in SUMBER:
        for simpul in ast.walk(BACA[path]):
            if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") == "run_unit":
                isi[f"{sebut(path)}:{simpul.lineno}"] = simpul.args[2]
                antre |= {(path, nama) for nama in list_panggilan(simpul.args[2])}
    sudah: set[tuple[Path, str]] = set()
    while antre:
        path, nama = tempat = antre.pop()
        if tempat in sudah:
            continue
        sudah.add(tempat)
        if tempat not in fungsi and nama in rumah.get(path, ()):
            antre.add((rumah[path][nama], nama))
        for n, satu in enumerate(fungsi.get(tempat, ())):
            isi[f"{sebut(path)} {nama} {n}"] = satu
            antre |= {(path, panggilan) for panggilan in list_panggilan(satu)}
    return isi


def test_nothing_inside_a_unit_catches_an_error_or_opens_another_unit():
    isi = list_isi_unit()
    # The walk must really reach the writers, or this test would pass on nothing.
    sampai = {nama.split()[1] for nama in isi if " " in nama}
    assert {"act", "sisip", "gerakkan", "_simpan_isian", "catat_nomor"} <= sampai
    for nama, pohon in isi.items():
        dipakai = list_panggilan(pohon) | {
            s.attr for s in ast.walk(pohon) if isinstance(s, ast.Attribute)
        }
        assert not any(isinstance(s, ast.Try) for s in ast.walk(pohon)), nama
        assert not dipakai & {"suppress", "run_unit"}, nama


# Function -> place of the argument that names an icon.
TEMPAT_IKON = {
    "ikon": 0, "pixmap": 0, "Kosong": 0, "set_kosong": 0, "_tool": 0, "Tombol": 2,
    "tombol_utama": 1, "tombol_kedua": 1, "tombol_bahaya": 1, "tombol_teks": 1,
}  # fmt: skip


def list_ikon() -> dict[str, str]:
    """Icon name -> where it is asked for, as far as it is written as a plain text."""
    ikon: dict[str, str] = {}
    for path in (p for p in SUMBER if ruang(p) == "ui"):
        for simpul in ast.walk(BACA[path]):
            calon: list[ast.expr] = []
            if isinstance(simpul, ast.Call):
                nama = getattr(simpul.func, "id", getattr(simpul.func, "attr", ""))
                calon = simpul.args[TEMPAT_IKON[nama] :][:1] if nama in TEMPAT_IKON else []
                calon += [k.value for k in simpul.keywords if k.arg == "nama_ikon"]
            elif isinstance(simpul, ast.Dict) and any(
                isinstance(k, ast.Attribute) and getattr(k.value, "id", "") == "Nada"
                for k in simpul.keys
            ):
                calon = simpul.values
            for satu in calon:
                if isinstance(satu, ast.Constant) and re.fullmatch(r"[a-z0-9-]+", str(satu.value)):
                    ikon[satu.value] = f"{sebut(path)}:{satu.lineno}"
        for nama in re.findall(r"\$\{ikon\}:([\w-]+)\.svg", path.read_text(encoding="utf-8")):
            ikon[nama] = sebut(path)
    return ikon


def test_every_icon_that_the_screen_asks_for_is_there():
    ada = {path.stem for path in (AKAR / "resources" / "icons").glob("*.svg")}
    diminta = list_ikon()
    assert len(diminta) > 15
    assert {nama: di for nama, di in diminta.items() if nama not in ada} == {}


TEKS = {".py", ".toml", ".csv", ".md", ".txt", ".json", ".sh", ".ps1", ".iss", ".spec", ".yml"}
_ENAM_BELAS = re.compile(r"(?<![0-9.])[0-9]{12}([0-9]{4})(?![0-9])")


def list_teks() -> list[Path]:
    folder = ("sooko_desk", "tests", "sop_data", "resources", "packaging", "benchmarks", "docs")
    return [
        *(p for p in AKAR.iterdir() if p.suffix in TEKS),
        *(p for f in folder for p in (AKAR / f).rglob("*") if p.suffix in TEKS),
    ]


def test_no_number_in_the_repository_can_be_a_real_persons():
    """Serial 9xxx is given to nobody in years, 0000 to nobody at all."""
    asing = [
        f"{sebut(path)}:{n}"
        for path in list_teks()
        for n, baris in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for serial in _ENAM_BELAS.findall(baris)
        # The vectors mark their one number on the edge of the rule (serial 0001) as made up.
        if not (serial.startswith("9") or serial == "0000" or ",sintetis" in baris)
    ]
    assert asing == []
    assert len(list_teks()) > 100

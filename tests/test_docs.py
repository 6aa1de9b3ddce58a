"""What the README says is there: rooms, files, commands, words, keys."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sooko_desk.app import _parse
from sooko_desk.ui.daftar_tombol import TOMBOL

AKAR = Path(__file__).resolve().parents[1]
README = (AKAR / "README.md").read_text(encoding="utf-8")
PACKAGING = (AKAR / "packaging/README.md").read_text(encoding="utf-8")
VENV = ".venv/bin/"
TOOLS = {"python", "ruff", "mypy", "lint-imports"}


def list_links(teks):
    return re.findall(r"\]\(([^)#]+)\)", teks)


def list_code_blocks(teks):
    blok = re.findall(r"```(?:sh|powershell)\n(.*?)```", teks, re.DOTALL)
    return [baris for satu in blok for baris in satu.strip().splitlines()]


def list_table_commands(teks):
    """Commands in the last column of the table of tools."""
    bagian = teks.split("## Tests and tools")[1].split("\n## ")[0]
    sel = [baris.rsplit("|", 2)[1] for baris in bagian.splitlines() if baris.startswith("| ")]
    return [perintah for satu in sel for perintah in re.findall(r"`([^`]+)`", satu)]


def list_rooms():
    return sorted(p.parent.name for p in (AKAR / "sooko_desk").glob("*/__init__.py"))


def list_glossary():
    bagian = README.split("## Glossary")[1].split("\n## ")[0]
    baris = [satu.split("|")[1] for satu in bagian.splitlines() if satu.startswith("| ")]
    return [kata.strip() for satu in baris[1:] for kata in satu.split(",")]


def list_sources():
    berkas = [*(AKAR / "sooko_desk").rglob("*.py"), *AKAR.glob("packaging/*.py")]
    return "\n".join(satu.read_text(encoding="utf-8") for satu in berkas)


def test_the_readme_opens_with_the_picture_then_says_what_it_is_then_how_to_start():
    assert README.splitlines()[2].startswith("![")
    assert README.index("![") < README.index("Sooko Desk takes") < README.index("## Start it")
    assert README.index("## Start it") == README.index("\n## ") + 1


@pytest.mark.parametrize("tujuan", list_links(README))
def test_every_link_of_the_readme_leads_to_a_file(tujuan):
    assert (AKAR / tujuan).exists()


@pytest.mark.parametrize("tujuan", re.findall(r"`((?:tests|sop_data|packaging)/[^`]*)`", README))
def test_every_path_that_the_readme_names_exists(tujuan):
    assert (AKAR / tujuan).exists()


@pytest.mark.parametrize("ruang", list_rooms())
def test_every_room_stands_in_the_readme(ruang):
    assert f"| [sooko_desk/{ruang}](sooko_desk/{ruang}) |" in README


@pytest.mark.parametrize(
    "perintah",
    [*list_code_blocks(README), *list_code_blocks(PACKAGING), *list_table_commands(README)],
)
def test_every_command_of_the_documents_exists(perintah):
    kata = shlex.split(perintah.replace("\\", "/"))
    if kata[0] == "powershell":
        kata = ["sh", *kata[kata.index("-File") + 1 :]]
    if kata[0].startswith(VENV):
        assert kata[0].removeprefix(VENV) in TOOLS
    else:
        assert kata[0] in {"sh", "bash", "python3"}
    skrip = [satu for satu in kata[1:] if satu.endswith((".py", ".sh", ".ps1")) or "/run" in satu]
    assert all((AKAR / satu).is_file() for satu in skrip)
    if skrip[:1] in (["packaging/debian.sh"], ["packaging/windows.ps1"]):
        assert kata[2] in {"jalan", "uji"}
    if skrip == ["main.py"]:
        _parse(kata[kata.index("main.py") + 1 :])


@pytest.mark.parametrize("kata", list_glossary())
def test_every_word_of_the_glossary_is_used_in_the_code(kata):
    assert re.search(rf"(?<![A-Za-z]){re.escape(kata)}", list_sources(), re.IGNORECASE)


def test_the_glossary_has_no_word_twice():
    kata = [satu.lower() for satu in list_glossary()]
    assert sorted(set(kata)) == sorted(kata)


def test_keys_are_listed_in_the_program_alone_and_the_readme_leads_there():
    assert "**F1**" in README
    assert "sooko_desk/ui/daftar_tombol.py" in list_links(README)
    assert "F1" in {tombol for _, baris in TOMBOL for tombol, _ in baris}

"""The project's outside: one-line commands, pins, CI, and the check of Windows wheels."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
PROYEK = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [*PROYEK["dependencies"], *PROYEK["optional-dependencies"]["dev"]]
OUTSIDE = [
    "pyproject.toml",
    ".ci/run",
    "README.md",
    "packaging/README.md",
    "packaging/debian.sh",
    "packaging/windows.ps1",
    "packaging/cek_roda_windows.py",
]
GATES = {"domain": 100, "sop": 100, "services": 100, "data": 100, "printing": 95, "ui": 80}

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="packaging/debian.sh is for Debian")


def read(nama):
    return (AKAR / nama).read_text(encoding="utf-8")


def list_readme_commands(bahasa):
    return [
        blok.strip() for blok in re.findall(rf"```{bahasa}\n(.*?)```", read("README.md"), re.DOTALL)
    ]


# The README's commands ---------------------------------------------------------------------------


def test_readme_gives_each_system_one_line_to_start_and_one_to_test():
    assert list_readme_commands("sh")[:2] == [
        "sh packaging/debian.sh jalan",
        "sh packaging/debian.sh uji",
    ]
    assert [baris.split("-File ")[1] for baris in list_readme_commands("powershell")] == [
        r"packaging\windows.ps1 jalan",
        r"packaging\windows.ps1 uji",
    ]


def test_ci_calls_the_readme_test_command_letter_by_letter():
    perintah = list_readme_commands("sh")[1]
    badan = re.search(r"^readme_test\(\) \{\n(.*?)^\}", read(".ci/run"), re.DOTALL | re.MULTILINE)
    assert badan[1] == f"{perintah}\n"
    assert re.search(r"^periksa .* readme_test$", read(".ci/run"), re.MULTILINE)


def test_the_coverage_gates_are_the_ones_that_the_readme_promises():
    batas = re.search(r'^BATAS="(.*)"$', read("packaging/debian.sh"), re.MULTILINE)[1]
    assert {r: int(p) for r, p in (satu.split(":") for satu in batas.split())} == GATES
    assert "domain, sop, services, data 100 %; printing 95 %; ui 80 %" in read("README.md")


# Pins and licence --------------------------------------------------------------------------------


@pytest.mark.parametrize("pin", PINS)
def test_every_dependency_is_pinned_to_one_version(pin):
    assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", pin)


@pytest.mark.parametrize("nama", OUTSIDE)
def test_no_package_host_and_no_machine_path_is_written_down(nama):
    isi = read(nama)
    assert not re.search(r"https?://|--index-url|--extra-index|--find-links|--proxy", isi)
    assert not re.search(r"/(home|root|work|opt|Users)/", isi)


def test_licence_files_are_there_and_say_what_the_metadata_says():
    assert PROYEK["license"] == "GPL-3.0-or-later"
    assert all((AKAR / nama).is_file() for nama in PROYEK["license-files"])
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in read("LICENSE")


def test_windows_script_is_plain_ascii_for_windows_powershell():
    isi = (AKAR / "packaging/windows.ps1").read_bytes()
    assert isi.isascii()
    assert isi.count(b"{") == isi.count(b"}")


# packaging/debian.sh -----------------------------------------------------------------------------


@pytest.fixture
def klon(tmp_path):
    """A clone with a program that only repeats its arguments, and no dependencies."""
    (tmp_path / "packaging").mkdir()
    shutil.copy(AKAR / "packaging/debian.sh", tmp_path / "packaging")
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = []\noptional-dependencies = { dev = ["tidak-ada==1"] }\n',
        encoding="utf-8",
    )
    (tmp_path / "main.py").write_text(
        "import sys\nprint(sys.argv[1:])\nsys.exit(5)\n", encoding="utf-8"
    )
    return tmp_path


def make_path(klon, **palsu):
    """A PATH with the common tools, this Python, and the given commands instead of the real."""
    folder = klon / "bin"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for nama in ("sh", "dirname", "cat", "cut", "sha256sum", "grep", "mktemp", "rm", "env"):
        (folder / nama).symlink_to(shutil.which(nama))
    for nama, isi in {"id": "echo 1000", "dpkg-query": "echo installed", **palsu}.items():
        if isi is not None:
            (folder / nama).write_text(f"#!/bin/sh\n{isi}\n", encoding="utf-8")
            (folder / nama).chmod(0o755)
    return str(folder)


def run_debian(klon, *argumen, **palsu):
    palsu.setdefault("python3", f'exec "{sys.executable}" "$@"')
    return subprocess.run(
        ["/bin/sh", str(klon / "packaging/debian.sh"), *argumen],
        cwd=klon.parent,
        env={"PATH": make_path(klon, **palsu), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@needs_sh
@pytest.mark.parametrize("argumen", [(), ("lain",)])
def test_debian_without_a_known_word_says_which_words_there_are(klon, argumen):
    jadi = run_debian(klon, *argumen)
    assert jadi.returncode == 2
    assert "debian.sh jalan" in jadi.stderr
    assert "debian.sh uji" in jadi.stderr


@needs_sh
def test_debian_neither_root_nor_sudo_names_the_packages_in_one_sentence(klon):
    jadi = run_debian(klon, "jalan", **{"dpkg-query": "exit 1"})
    assert jadi.returncode == 1
    assert jadi.stderr.count("\n") == 1
    assert "libegl1" in jadi.stderr
    assert "sebagai root, atau pasang sudo" in jadi.stderr
    assert "python3-venv" not in jadi.stderr, "this Python has venv"


@needs_sh
def test_debian_asks_for_python_where_there_is_no_fitting_one(klon):
    jadi = run_debian(klon, "jalan", python3="exit 1")
    assert "python3 python3-venv." in jadi.stderr


@needs_sh
def test_debian_takes_sudo_only_for_apt_and_only_for_what_is_missing(klon):
    catatan = klon / "catatan"
    jadi = run_debian(
        klon,
        "jalan",
        sudo=f'echo "$@" >>"{catatan}"; exit 1',
        **{"dpkg-query": 'case "$4" in libgl1) exit 1;; esac; echo installed'},
    )
    assert jadi.returncode == 1
    assert catatan.read_text(encoding="utf-8").splitlines() == [
        "apt-get -qq update",
        "env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends libgl1",
    ]
    assert "Periksa sambungan internet" in jadi.stderr


@needs_sh
def test_debian_installs_once_and_hands_arguments_and_exit_code_on(klon):
    pertama = run_debian(klon, "jalan", "--data", "a b")
    assert (pertama.returncode, pertama.stderr) == (5, "")
    assert pertama.stdout.splitlines()[-1] == "['--data', 'a b']"
    kedua = run_debian(klon, "jalan", python3=None, **{"dpkg-query": "exit 1"})
    assert (kedua.returncode, kedua.stdout, kedua.stderr) == (5, "[]\n", "")
    with (klon / "pyproject.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("# another pin\n")
    ketiga = run_debian(klon, "jalan", **{"dpkg-query": "exit 1"})
    assert ketiga.returncode == 1, "a changed pyproject.toml is installed anew"


@needs_sh
def test_debian_a_library_that_cannot_be_had_leaves_no_stamp(klon):
    isi = (klon / "pyproject.toml").read_text(encoding="utf-8")
    (klon / "pyproject.toml").write_text(
        isi.replace("[]", '["tidak-ada @ file:///tidak/ada.whl"]'), encoding="utf-8"
    )
    jadi = run_debian(klon, "jalan")
    assert jadi.returncode == 1
    assert "Pustaka Python tidak dapat dipasang" in jadi.stderr
    assert not (klon / ".venv/siap-jalan").exists()


# packaging/cek_roda_windows.py -------------------------------------------------------------------


@pytest.fixture(scope="module")
def cek_roda():
    spec = importlib.util.spec_from_file_location(
        "cek_roda_windows", AKAR / "packaging/cek_roda_windows.py"
    )
    modul = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = modul
    spec.loader.exec_module(modul)
    yield modul
    del sys.modules[spec.name]


def test_wheel_check_reads_the_run_time_pins_and_on_request_those_of_the_tests(cek_roda):
    pyproject = AKAR / "pyproject.toml"
    assert cek_roda.list_pustaka(pyproject, dengan_uji=False) == PROYEK["dependencies"]
    assert cek_roda.list_pustaka(pyproject, dengan_uji=True) == PINS


@pytest.mark.parametrize(
    ("berkas", "kunci"),
    [
        ("pyside6_addons-6.11.3-cp310-abi3-win_amd64.whl", ("pyside6-addons", "6.11.3")),
        ("tzdata-2026.6-py2.py3-none-any.whl", ("tzdata", "2026.6")),
        ("contoh-1.0-py3-none-win32.win_amd64.whl", ("contoh", "1.0")),
    ],
)
def test_wheel_check_reads_names_of_wheels_for_windows(cek_roda, berkas, kunci):
    roda = cek_roda.read_nama_berkas(berkas)
    assert (roda.nama, roda.versi) == kunci


@pytest.mark.parametrize(
    "berkas",
    [
        "contoh-1.0.tar.gz",
        "contoh-1.0-cp311-cp311-manylinux_2_28_x86_64.whl",
        "a-1-py3-none-win32.whl",
    ],
)
def test_wheel_check_refuses_what_windows_x64_cannot_install(cek_roda, berkas):
    with pytest.raises(ValueError, match="no wheel for Windows x64"):
        cek_roda.read_nama_berkas(berkas)


def test_wheel_check_misses_another_version_and_knows_other_spellings(cek_roda):
    roda = [
        cek_roda.read_nama_berkas("rl_accel-0.9.1-cp37-abi3-win_amd64.whl"),
        cek_roda.read_nama_berkas("xlsxwriter-3.3.0-py3-none-any.whl"),
    ]
    kurang = cek_roda.list_kurang(["Rl.Accel==0.9.1", "XlsxWriter==3.3.1", "peewee==4.5.3"], roda)
    assert kurang == ["XlsxWriter==3.3.1", "peewee==4.5.3"]

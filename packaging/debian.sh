#!/bin/sh
# Debian: install what Sooko Desk needs, once, then start it or test it. From a fresh clone:
#
#   sh packaging/debian.sh jalan [arguments of main.py]
#   sh packaging/debian.sh uji [arguments of pytest]
#
# As root, or as a user with sudo. Where every package is already installed neither is needed.
# `uji` without arguments also holds the coverage gates; with arguments it is a part of the tests
# and they would say nothing.
set -eu

# What PySide6's wheels want from the system: for any Qt, for a window under X, under Wayland.
# libcups2 and cups-client: printing. Names are Debian 12's; Debian 13 knows them as well.
PAKET="ca-certificates
libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
libx11-6 libx11-xcb1 libxkbcommon-x11-0
libwayland-cursor0 libwayland-egl1
libcups2 cups-client"
PAKET_PYTHON="python3 python3-venv"

# Room and lowest branch coverage in percent.
BATAS="domain:100 sop:100 services:100 data:100 printing:95 ui:80"
TAK_DIHITUNG="tests/flows tests/daya tests/test_architecture.py tests/test_docs.py tests/test_packaging.py
tests/domain/test_lama_sifat.py"

PYTHON=.venv/bin/python

gagal() {
    printf '%s\n' "$1" >&2
    exit "${2:-1}"
}

# Runs a command; its output is shown only when it fails.
diam() {
    catatan=$(mktemp)
    if "$@" >"$catatan" 2>&1; then
        rm -f "$catatan"
        return 0
    fi
    cat "$catatan" >&2
    rm -f "$catatan"
    return 1
}

python_cocok() {
    "$1" - >/dev/null 2>&1 <<'PY'
import ensurepip, sys, venv
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
PY
}

cari_python() {
    for calon in python3 python3.13 python3.12 python3.11 python3.14; do
        if command -v "$calon" >/dev/null && python_cocok "$calon"; then
            echo "$calon"
            return 0
        fi
    done
    return 1
}

# Debian 13 has some of the libraries under the old name with t64 behind it.
terpasang() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

paket_kurang() {
    if ! cari_python >/dev/null; then
        printf '%s ' "$PAKET_PYTHON"
    fi
    for nama in $PAKET; do
        terpasang "$nama" || printf '%s ' "$nama"
    done
}

pasang_paket() {
    command -v dpkg-query >/dev/null ||
        gagal "Perintah ini untuk Debian. Di sini tidak ada dpkg; lihat packaging/README.md."
    kurang=$(paket_kurang)
    [ -n "$kurang" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        sudo=
    elif command -v sudo >/dev/null; then
        sudo=sudo
    else
        gagal "Paket sistem belum lengkap: ${kurang% }. Jalankan perintah ini sebagai root, atau pasang sudo dahulu."
    fi
    echo "Memasang paket sistem: ${kurang% }"
    # One broken third-party list is no reason to stop; a missing package shows in the next line.
    diam $sudo apt-get -qq update || true
    # shellcheck disable=SC2086 # both are lists of words
    diam $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends $kurang ||
        gagal "Paket sistem tidak dapat dipasang. Periksa sambungan internet dan pesan di atas, lalu jalankan perintah ini lagi."
}

# The pinned dependencies of pyproject.toml, one a line; with "dev" also those of the tests.
tulis_pustaka() {
    "$PYTHON" - "$1" >.venv/pustaka.txt <<'PY'
import pathlib, sys, tomllib
proyek = tomllib.loads(pathlib.Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
pustaka = proyek["dependencies"]
if sys.argv[1] == "uji":
    pustaka = pustaka + proyek["optional-dependencies"]["dev"]
print("\n".join(pustaka))
PY
}

pasang_pustaka() {
    if ! { [ -x "$PYTHON" ] && python_cocok "$PYTHON" && "$PYTHON" -m pip --version; } >/dev/null 2>&1; then
        python=$(cari_python) ||
            gagal "Sooko Desk memerlukan Python 3.11 sampai 3.14 dengan modul venv (paket python3-venv)."
        diam "$python" -m venv --clear .venv || gagal "Folder .venv tidak dapat dibuat."
    fi
    tulis_pustaka "$1"
    echo "Memasang pustaka Python ke .venv (sekali saja, beberapa menit)"
    diam "$PYTHON" -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
        -r .venv/pustaka.txt ||
        gagal "Pustaka Python tidak dapat dipasang. Periksa sambungan internet dan pesan di atas, lalu jalankan perintah ini lagi."
}

# A finished installation leaves its key in .venv; a change of the pins or of this file makes a new key.
siapkan() {
    kunci=$(cat pyproject.toml packaging/debian.sh | sha256sum | cut -d ' ' -f 1)
    for siap in .venv/siap-uji ".venv/siap-$1"; do
        if [ -x "$PYTHON" ] && [ "$(cat "$siap" 2>/dev/null)" = "$kunci" ]; then
            return 0
        fi
    done
    pasang_paket
    pasang_pustaka "$1"
    echo "$kunci" >".venv/siap-$1"
}

uji() {
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    if [ $# -gt 0 ]; then
        exec "$PYTHON" -m pytest "$@"
    fi
    # Every test process reads all tests; read once, they are kept as byte code. A variable of the
    # machine that forbids it would cost minutes, also at each start of the program in a test.
    unset PYTHONDONTWRITEBYTECODE
    for bagian in "tests/ui tests/flows tests/daya" "tests --ignore=tests/ui --ignore=tests/flows"; do
        # shellcheck disable=SC2086 # a list of words; what is wrong with it is told below
        "$PYTHON" -m pytest -q --collect-only $bagian >/dev/null 2>&1 &
    done
    wait
    # A register forces each act to the disk. Where the memory has a folder with room the tests use
    # that, and wait a third less. Print servers enter it as another user.
    if [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')" -ge 2000000 ] 2>/dev/null; then
        TMPDIR=$(mktemp -d -p /dev/shm)
        chmod 755 "$TMPDIR"
        export TMPDIR
        trap 'rm -rf "$TMPDIR"' EXIT
    fi
    # Each room's own tests hold its gate. Uncounted, since counting makes them half as slow again:
    # the flows through the whole window, the fault trials, what looks at the tree from outside, and
    # one that tries very much of what others count. A file at a time to each process: tests of one
    # file may share a costly window.
    hasil=0
    lewati=$(printf -- ' --ignore=%s' $TAK_DIHITUNG)
    # shellcheck disable=SC2086 # both are lists of words
    "$PYTHON" -m pytest -q -n 3 --dist loadfile $lewati --cov --cov-report= || hasil=1
    # shellcheck disable=SC2086
    "$PYTHON" -m pytest -q -n 3 --dist loadfile $TAK_DIHITUNG || hasil=1
    for batas in $BATAS; do
        ruang=${batas%:*}
        persen=${batas#*:}
        pilih="--include=sooko_desk/$ruang/*"
        if diam "$PYTHON" -m coverage report "$pilih" --fail-under="$persen"; then
            echo "cakupan $ruang: paling sedikit $persen %"
        else
            echo "cakupan $ruang: di bawah batas $persen %" >&2
            hasil=1
        fi
    done
    return $hasil
}

cd "$(dirname "$0")/.."
perintah=${1:-}
case $perintah in
jalan | uji) shift ;;
*) gagal "Pakai: sh packaging/debian.sh jalan (buka program) atau sh packaging/debian.sh uji (jalankan pengujian)" 2 ;;
esac
siapkan "$perintah"
if [ "$perintah" = uji ]; then
    uji "$@"
else
    exec "$PYTHON" main.py "$@"
fi

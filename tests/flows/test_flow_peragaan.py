"""The demonstration leaves what it promises, and a machine without a screen is told in one line."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from printing.pdf_baca import page_texts
from PySide6.QtCore import QTimer

from sooko_desk.app import KODE_TANPA_LAYAR, TANPA_LAYAR, _parse, main
from sooko_desk.app_layar import ada_layar
from sooko_desk.app_lingkungan import AKAR
from sooko_desk.app_peragaan import jalankan_peragaan
from sooko_desk.data.store import Store
from sooko_desk.ui.jendela import Jendela

GAMBAR = {
    "0-masuk.png",
    "1-penerimaan.png",
    "2-kelengkapan.png",
    "3-entri-data.png",
    "4-pencetakan.png",
    "5-register.png",
}
PDF = {
    "register-kk-2026.pdf": ["471.14/1/416-313/2026", "NUR AINI KUSUMANINGTYAS"],
    "register-ktp-2026.pdf": ["471.13/1/416-313/2026", "MUHAMMAD RIZKY RAMADHAN"],
    "tanda-bukti-TB-KK-2026-00001.pdf": ["471.14/TB-1/416-313/2026", "TIDAK DIPUNGUT BIAYA"],
    "tanda-bukti-TB-KTP-2026-00001.pdf": ["471.13/TB-1/416-313/2026", "TIDAK DIPUNGUT BIAYA"],
}
NOMOR_UTUH = ("3516135203889001", "3516131405129001", "3516131108099001", "3516131405129002")


def test_the_demonstration_leaves_exactly_the_promised_files(qapp, tmp_path, capsys):
    folder = tmp_path / "dibuat" / "sendiri"
    assert main(["--peragaan", str(folder)]) == 0
    ada = {path.name for path in folder.iterdir()}
    assert ada == GAMBAR | PDF.keys()
    assert capsys.readouterr().out.split() == sorted(ada)
    for nama in GAMBAR:
        isi = (folder / nama).read_bytes()
        assert isi.startswith(b"\x89PNG")
        assert isi[16:24] == (1366).to_bytes(4) + (728).to_bytes(4)
    for nama, kata in PDF.items():
        teks = " ".join(" ".join(page_texts((folder / nama).read_bytes())).split())
        assert all(satu in teks for satu in kata), nama
        rapat = teks.replace(" ", "")
        assert not any(nomor in rapat for nomor in NOMOR_UTUH), nama


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(qapp, tmp_path, capsys):
    (tmp_path / "berkas").write_text("")
    assert jalankan_peragaan(tmp_path / "berkas" / "bawah") == 1
    galat = capsys.readouterr().err
    assert galat.startswith("Folder ")
    assert galat.endswith("tidak dapat ditulisi. Pilih folder lain.\n")
    assert galat.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("display", [None, ":99999"])
def test_without_a_screen_the_program_ends_with_one_sentence(tmp_path, display):
    bersih = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    lingkungan = {k: v for k, v in os.environ.items() if k not in bersih}
    if display is not None:
        lingkungan["DISPLAY"] = display
    jadi = subprocess.run(
        [sys.executable, "main.py", "--data", str(tmp_path / "data")],
        cwd=AKAR,
        env=lingkungan,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert jadi.returncode == KODE_TANPA_LAYAR == 2
    assert jadi.stderr == TANPA_LAYAR + "\n"
    assert jadi.stdout == ""
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("env", "platform", "ada"),
    [
        ({}, "win32", True),
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"DISPLAY": ":99999"}, "linux", False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="asks the X library")
def test_a_screen_is_found_before_qt_is_asked(env, platform, ada):
    assert ada_layar(env, platform) is ada


def test_the_data_folder_is_the_users_own_unless_named(tmp_path):
    assert "SookoDesk" in _parse([]).data
    assert _parse(["--data", str(tmp_path)]).data == str(tmp_path)
    assert _parse(["--peragaan"]).peragaan == "peragaan"


def test_the_program_runs_until_its_window_is_closed(qapp, tmp_path):
    def tutup() -> None:
        (jendela,) = (w for w in qapp.topLevelWidgets() if isinstance(w, Jendela))
        assert jendela.awal.isVisible()
        jendela.close()

    QTimer.singleShot(50, tutup)
    assert main(["--data", str(tmp_path / "data")]) == 0
    Store(tmp_path / "data").close()  # the register was let go

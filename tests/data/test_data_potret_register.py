"""The register's file copied while the window works: whole, of one moment, its lock kept."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from types import SimpleNamespace

import peewee as pw
import pytest
from builders import make_meja

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.periksa_register import periksa_register
from sooko_desk.data.potret_register import _COBA, BerkasTerbuka
from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.data.salinan_register import RegisterTerbuka, open_salinan
from sooko_desk.data.tulisan import Tulisan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError

HALAMAN = 4096


@pytest.fixture
def berkas(tmp_path):
    """A file of three pieces and a rest, and what copies it."""
    isi = b"".join(bytes([n]) * (1 << 20) for n in range(3)) + b"akhir"
    (tmp_path / "register.db").write_bytes(isi)
    satu = BerkasTerbuka(tmp_path / "register.db")
    yield satu
    satu.tutup()


class Sela(Tulisan):
    """Units of work that come each time somebody asks whether nothing is written."""

    def __init__(self, banyak):
        super().__init__()
        self.banyak = banyak
        self.diminta = 0

    @property
    def urut(self):
        """One more unit has begun whenever the copy looks again, `banyak` times."""
        self.diminta += 1
        return min(self.diminta, self.banyak)

    @urut.setter
    def urut(self, nilai):
        pass


def test_the_bytes_are_the_same(berkas, tmp_path):
    berkas.salin(tmp_path / "salinan", Tulisan())
    assert (tmp_path / "salinan").read_bytes() == (tmp_path / "register.db").read_bytes()
    berkas.salin(tmp_path / "salinan", Tulisan())  # once more, over the first
    assert (tmp_path / "salinan").read_bytes() == (tmp_path / "register.db").read_bytes()


@pytest.mark.parametrize("bait", [HALAMAN, 1 << 20, (1 << 20) + HALAMAN])
def test_the_page_of_the_lock_is_left_out_as_a_hole(tmp_path, bait):
    isi = b"x" * (2 << 20)
    (tmp_path / "register.db").write_bytes(isi)
    berkas = BerkasTerbuka(tmp_path / "register.db", bait)
    berkas.salin(tmp_path / "salinan", Tulisan())
    berkas.tutup()
    assert (tmp_path / "salinan").read_bytes() == (
        isi[:bait] + bytes(HALAMAN) + isi[bait + HALAMAN :]
    )


def test_a_copy_that_a_unit_crossed_is_made_again(berkas, tmp_path):
    tulisan = Sela(3)
    berkas.salin(tmp_path / "salinan", tulisan)
    assert tulisan.diminta == 4  # before and after two copies


def test_after_some_crossed_copies_the_unit_waits_instead(berkas, tmp_path):
    tulisan = Sela(1000)
    berkas.salin(tmp_path / "salinan", tulisan)
    assert tulisan.diminta == 2 * _COBA + 1
    assert (tmp_path / "salinan").read_bytes() == (tmp_path / "register.db").read_bytes()


def test_a_file_that_is_let_go_of_ends_its_copy(berkas, tmp_path, monkeypatch):
    asli, penutup = os.read, threading.Thread(target=berkas.tutup)

    def baca(nomor, banyak):
        monkeypatch.setattr("os.read", asli)
        penutup.start()
        assert berkas._berhenti.wait(30)
        return asli(nomor, banyak)

    monkeypatch.setattr("os.read", baca)
    with pytest.raises(DihentikanError):
        berkas.salin(tmp_path / "salinan", Tulisan())
    penutup.join()
    assert 0 < (tmp_path / "salinan").stat().st_size < (tmp_path / "register.db").stat().st_size


def test_a_file_that_was_let_go_of_is_never_opened_again(berkas, tmp_path):
    berkas.salin(tmp_path / "salinan", Tulisan())
    (tmp_path / "salinan").unlink()
    berkas.tutup()
    (tmp_path / "register.db").unlink()  # nobody holds it, also where that matters
    for _ in range(2):
        with pytest.raises(DihentikanError):
            berkas.salin(tmp_path / "salinan", Tulisan())
        berkas.tutup()
    assert list(tmp_path.iterdir()) == []


def test_a_picture_of_a_closed_register_is_not_taken_and_a_store_opened_anew_has_its_own(
    kantor, tmp_path, clock
):
    potret = kantor.store.terbuka.potret("uji")
    kantor.store.close()
    with pytest.raises(DihentikanError), potret.buka():
        pass
    assert not potret.path.exists()
    lagi = make_meja(tmp_path / "data", clock)
    with lagi.store.terbuka.potret("uji").buka() as koneksi:
        assert periksa_register(koneksi) == ()
    lagi.store.close()


def test_nothing_is_written_while_it_is_quiet_and_a_unit_in_a_unit_does_not_hang():
    tulisan, urutan = Tulisan(), []

    def tulis():
        with tulisan.unit(), tulisan.unit():
            urutan.append("unit")

    with tulisan.diam() as sebelum:
        assert sebelum == 0
        pekerja = threading.Thread(target=tulis)
        pekerja.start()
        urutan.append("diam")
    pekerja.join()
    assert urutan == ["diam", "unit"]
    assert tulisan.urut == 2


def test_whoever_watches_is_told_of_every_unit_also_of_one_that_fails():
    class Pengamat:
        kabar = ""

        def mulai(self):
            self.kabar += "("

        def selesai(self):
            self.kabar += ")"

    tulisan = Tulisan()
    pengamat = tulisan.pengamat = Pengamat()
    with tulisan.unit():
        assert pengamat.kabar == "("
    with pytest.raises(KeyError), tulisan.unit():
        raise KeyError
    assert pengamat.kabar == "()()"


def test_the_picture_is_whole_while_cases_are_stored_all_the_time(kantor):
    """Copies in a worker, cases in the window's thread: each picture is the register of one moment.

    The chain proves it: a picture of two moments has links without rows, or rows without a link.
    """
    kantor.terima()
    potret = kantor.store.terbuka.potret("uji")
    kepala, cela = [], []

    def potret_terus():
        while not selesai.is_set():
            with potret.buka() as koneksi:
                hasil = periksa_lengkap(koneksi)
                cela.extend((*periksa_register(koneksi), *hasil.putus))
                kepala.append(hasil.titik.urut)
        selesai.clear()

    selesai = threading.Event()
    pekerja = threading.Thread(target=potret_terus)
    pekerja.start()
    for _ in range(60):
        kantor.terima()
    selesai.set()
    pekerja.join()
    assert cela == []
    assert kepala == sorted(kepala)
    assert not potret.path.exists()


def test_a_picture_does_not_let_go_of_the_lock(kantor):
    """On Linux whoever closes a file loses its locks: another program would get in."""
    with kantor.store.terbuka.potret("uji").buka() as koneksi:
        assert koneksi.execute("SELECT count(*) FROM permohonan").fetchone() == (0,)
    kode = (
        "import sys; from pathlib import Path\n"
        "from sooko_desk.data.salinan_register import open_salinan\n"
        "with open_salinan(Path(sys.argv[1]), sys.argv[2]) as koneksi:\n"
        "    koneksi.execute('SELECT * FROM permohonan').fetchall()\n"
    )
    path = str(kantor.store.terbuka.folder / "register.db")
    perintah = [sys.executable, "-c", kode, path, kantor.store.kunci.kunci]
    lain = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert "database is locked" in lain.stderr


def test_a_picture_that_the_disk_refuses_is_told(kantor, monkeypatch):
    potret = kantor.store.terbuka.potret("uji")
    potret.path.mkdir()
    with pytest.raises(UserError, match="Periksa cakram dan hak tulis"), potret.buka():
        pass
    potret.path.rmdir()

    def penuh(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.lseek", penuh)
    with pytest.raises(UserError, match="Cakram komputer penuh"), potret.buka():
        pass
    assert not potret.path.exists()


def test_a_file_without_guards_has_its_picture_too(tmp_path):
    """Such as a rig: nothing tells when it is written."""
    kunci = SimpleNamespace(kunci=SimpleNamespace(kunci="0" * 64))
    db = pw.SqliteDatabase(str(tmp_path / "lain.db"))
    assert RegisterTerbuka(db, kunci).potret("uji").tulisan.urut == 0


def test_the_key_of_the_picture_is_that_of_the_register(kantor):
    potret = kantor.store.terbuka.potret("uji")
    with potret.buka(), open_salinan(potret.path, kantor.store.kunci.kunci) as koneksi:
        assert koneksi.execute("PRAGMA user_version").fetchone()[0] > 0

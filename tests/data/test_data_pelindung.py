"""What protects the key on this computer: its own gives it back, everybody else's does not."""

from __future__ import annotations

import contextlib
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.data.kunci_segel import SegelError, buka_segel, new_garam, segel
from sooko_desk.data.pelindung import PelindungError, PelindungSesaat, pelindung_komputer
from sooko_desk.data.pelindung_berkas import NAMA_BERKAS, PelindungBerkas

KUNCI = bytes(range(32))
windows = pytest.mark.skipif(sys.platform != "win32", reason="DPAPI is Windows' own")


@pytest.fixture(params=["sesaat", "berkas", "komputer"])
def pelindung(request, tmp_path):
    return {
        "sesaat": PelindungSesaat,
        "berkas": lambda: PelindungBerkas(tmp_path / "Pengguna Ñ" / "SookoDesk"),
        "komputer": pelindung_komputer,
    }[request.param]()


def test_what_was_sealed_is_given_back_and_never_lies_open(pelindung):
    segelan = pelindung.lindungi(KUNCI)
    assert KUNCI not in segelan
    assert pelindung.buka(segelan) == KUNCI
    lagi = pelindung.lindungi(KUNCI)
    assert lagi != segelan
    assert {pelindung.buka(satu) for satu in (segelan, lagi)} == {KUNCI}


def test_a_damaged_seal_is_refused(pelindung):
    segelan = pelindung.lindungi(KUNCI)
    for nomor in {0, len(segelan) // 2, len(segelan) - 1}:
        rusak = bytearray(segelan)
        rusak[nomor] ^= 1
        with contextlib.suppress(PelindungError):
            assert pelindung.buka(bytes(rusak)) == KUNCI
            assert pelindung.cara == "dpapi"  # its head is neither sealed nor needed
    for rusak in (b"", segelan[:-1], b"x" * 300):
        with pytest.raises(PelindungError):
            pelindung.buka(rusak)


def test_another_computer_does_not_open_it(tmp_path):
    segelan = PelindungBerkas(tmp_path / "satu").lindungi(KUNCI)
    lain = PelindungBerkas(tmp_path / "dua")
    for _ in range(2):  # without a secret of its own, and with one
        with pytest.raises(PelindungError):
            lain.buka(segelan)
        lain.lindungi(KUNCI)
    with pytest.raises(PelindungError):
        PelindungSesaat().buka(segelan)


def test_the_secret_is_made_once_and_for_this_user_only(tmp_path):
    folder = tmp_path / "a" / "b"
    satu = PelindungBerkas(folder).lindungi(KUNCI)
    rahasia = (folder / NAMA_BERKAS).read_bytes()
    assert len(rahasia) == 32
    dua = PelindungBerkas(folder).lindungi(KUNCI)
    assert (folder / NAMA_BERKAS).read_bytes() == rahasia
    assert {PelindungBerkas(folder).buka(s) for s in (satu, dua)} == {KUNCI}
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / NAMA_BERKAS).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_damaged_secret_is_put_aside_and_never_deleted(tmp_path):
    pelindung = PelindungBerkas(tmp_path)
    segelan = pelindung.lindungi(KUNCI)
    for nomor, rusak in ((1, b""), (2, b"terlalu pendek")):
        (tmp_path / NAMA_BERKAS).write_bytes(rusak)
        with pytest.raises(PelindungError):
            pelindung.buka(segelan)
        assert (tmp_path / NAMA_BERKAS).read_bytes() == rusak
        assert pelindung.buka(pelindung.lindungi(KUNCI)) == KUNCI
        assert (tmp_path / f"pelindung.rusak-{nomor}.bin").read_bytes() == rusak


def test_a_folder_that_refuses_is_told(tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    pelindung = PelindungBerkas(tmp_path / "berkas")
    with pytest.raises(PelindungError):
        pelindung.lindungi(KUNCI)
    with pytest.raises(PelindungError):
        pelindung.buka(bytes(64))


def test_the_computers_own_is_the_systems():
    harus = "dpapi" if sys.platform == "win32" else "berkas"
    assert pelindung_komputer().cara == harus
    pelindung_komputer().lindungi(KUNCI)
    assert (folder_pengguna() / NAMA_BERKAS).exists() is (harus == "berkas")


@windows
def test_dpapi_binds_the_seal_to_this_program(monkeypatch):
    from sooko_desk.data import pelindung_dpapi

    pelindung = pelindung_dpapi.PelindungDpapi()
    segelan = pelindung.lindungi(KUNCI)
    assert pelindung_dpapi.PelindungDpapi().buka(segelan) == KUNCI
    monkeypatch.setattr(pelindung_dpapi, "TUJUAN", b"another program")
    with pytest.raises(PelindungError, match="DPAPI error"):
        pelindung.buka(segelan)


@windows
def test_dpapi_gives_back_what_it_borrowed():
    pelindung = pelindung_komputer()
    for _ in range(2000):
        assert pelindung.buka(pelindung.lindungi(KUNCI)) == KUNCI


@given(st.binary(min_size=16, max_size=32), st.binary(max_size=64), st.binary(min_size=1))
def test_a_seal_opens_with_its_own_secret_salt_and_purpose_only(rahasia, isi, tujuan):
    garam = new_garam()
    segelan = segel(rahasia, garam, tujuan, isi)
    assert buka_segel(rahasia, garam, tujuan, segelan) == isi
    for salah in (
        (rahasia + b"x", garam, tujuan, segelan),
        (rahasia, new_garam(), tujuan, segelan),
        (rahasia, garam, tujuan + b"x", segelan),
        (rahasia, garam, tujuan, segelan + b"x"),
        (rahasia, garam, tujuan, segelan[1:]),
        (rahasia, garam, tujuan, b""),
    ):
        with pytest.raises(SegelError):
            buka_segel(*salah)

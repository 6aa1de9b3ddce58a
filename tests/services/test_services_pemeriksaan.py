"""The check of register and scans: what is whole is counted, what is not is told."""

from __future__ import annotations

import datetime as dt
import uuid
from io import BytesIO

import pytest
from PIL import Image

from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import Kemajuan


@pytest.fixture
def pemeriksaan(kantor):
    return kantor.meja.jaga.pemeriksaan


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def tambah(kantor):
    def tambah(warna, permohonan=None):
        wadah = BytesIO()
        Image.new("RGB", (40, 60), warna).save(wadah, "PNG")
        return kantor.meja.lampiran.tambah_isi(
            uuid.uuid4().hex,
            permohonan or kantor.terima(),
            "",
            f"{warna}.png",
            wadah.getvalue(),
            kantor.operator,
        )

    return tambah


def tempat(data, pindaian):
    return data / "lampiran" / pindaian.sidik[:2] / f"{pindaian.sidik}.bin"


def test_an_empty_register_is_whole(pemeriksaan):
    hasil = pemeriksaan.periksa()
    assert hasil.jumlah == JumlahRegister(0, 0, 0)
    assert (hasil.diperiksa, hasil.temuan, hasil.dihentikan) == (0, (), False)


def test_a_whole_register_is_counted_and_each_content_read_once(kantor, pemeriksaan, tambah):
    for warna in ("red", "blue", "red"):
        tambah(warna)
    laporan = []
    tugas = pemeriksaan.siapkan(Kemajuan(lambda *x: laporan.append(x)))
    kantor.clock.maju(2)
    hasil = tugas.jalankan()
    assert hasil.jumlah == JumlahRegister(permohonan=3, peristiwa=6, pindaian=2)
    assert (hasil.diperiksa, hasil.temuan, hasil.dihentikan) == (2, (), False)
    assert hasil.lama == dt.timedelta(minutes=2)
    assert laporan == [(0, 2), (1, 2), (2, 2)]


def test_missing_and_damaged_scans_are_named_with_their_cases(kantor, pemeriksaan, tambah, data):
    merah, biru, _ = tambah("red"), tambah("blue"), tambah("red")
    tempat(data, merah).unlink()
    isi = bytearray(tempat(data, biru).read_bytes())
    isi[60] ^= 1
    tempat(data, biru).write_bytes(isi)
    hasil = pemeriksaan.periksa()
    nomor = [kantor.store.permohonan.get(n).ringkasan.nomor_tanda_bukti for n in (1, 2, 3)]
    assert hasil.temuan == tuple(
        f"Pindaian “{nama}” pada permohonan {nomor[n]} {apa}. Kembalikan dari cadangan, atau "
        "pindai ulang."
        for n, (nama, apa) in enumerate(
            [("red.png", "hilang"), ("blue.png", "rusak"), ("red.png", "hilang")]
        )
    )
    assert hasil.diperiksa == 2


def test_stopping_tells_how_far_it_came(pemeriksaan, tambah):
    for warna in ("red", "blue", "green"):
        tambah(warna)
    kemajuan = Kemajuan(lambda selesai, _: selesai == 1 and kemajuan.hentikan())
    hasil = pemeriksaan.periksa(kemajuan)
    assert (hasil.diperiksa, hasil.dihentikan) == (2, True)


def test_stopping_after_the_last_scan_is_no_stop(pemeriksaan, tambah):
    tambah("red")
    kemajuan = Kemajuan(lambda *_: kemajuan.hentikan())
    hasil = pemeriksaan.periksa(kemajuan)
    assert (hasil.diperiksa, hasil.dihentikan) == (1, False)


def test_a_flipped_bit_of_the_register_is_found_and_the_scans_are_read_all_the_same(
    pemeriksaan, tambah, data
):
    tempat(data, tambah("red")).unlink()
    isi = bytearray((data / "register.db").read_bytes())
    isi[9 * 4096 + 100] ^= 1
    (data / "register.db").write_bytes(isi)
    hasil = pemeriksaan.periksa()
    assert hasil.temuan[0] == (
        "Berkas register rusak di cakram. Berhenti mencatat, jangan hapus apa pun, dan kembalikan "
        "register dari cadangan terakhir."
    )
    assert len(hasil.temuan) == 2
    assert hasil.jumlah.permohonan == 1


def test_a_register_too_damaged_to_count_is_told(kantor, pemeriksaan, tambah, data):
    tambah("red")
    utuh = (data / "register.db").read_bytes()
    tak_terhitung = 0
    for tempat_byte in range(4096 + 100, len(utuh), 4096):
        kantor.store.close()  # nothing is read from memory
        isi = bytearray(utuh)
        isi[tempat_byte] ^= 1
        (data / "register.db").write_bytes(isi)
        try:
            hasil = pemeriksaan.periksa()
        except UserError:
            continue  # not even to be opened
        assert hasil.temuan
        tak_terhitung += hasil.jumlah is None
    assert tak_terhitung


def test_a_register_that_opens_no_more_is_told_in_a_sentence(kantor, pemeriksaan, data):
    kantor.store.close()
    (data / "register.db").write_bytes(b"rusak" * 9000)
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        pemeriksaan.periksa()


def test_a_register_that_breaks_while_the_scans_are_read_is_told_too(kantor, pemeriksaan, data):
    tugas = pemeriksaan.siapkan(Kemajuan())
    hasil = tugas.jalankan()
    kantor.store.close()
    (data / "register.db").write_bytes(b"rusak" * 9000)
    [kalimat] = tugas.selesaikan(hasil).temuan
    assert "tidak cocok dengan kuncinya" in kalimat

"""The check of register and scans: what is whole is counted, what is not is told."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from io import BytesIO

import pytest
from PIL import Image

from sooko_desk.data.periksa_potret import periksa_potret
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
    assert len(hasil.temuan) == 3
    assert hasil.temuan[1].startswith("Susunan register rusak. ")  # of that page
    assert hasil.temuan[2].startswith("Pindaian “red.png” pada permohonan ")
    assert hasil.jumlah.permohonan == 1
    assert hasil.rantai is None  # what the disk lost, nobody took


def test_a_register_too_damaged_to_count_is_told(kantor, pemeriksaan, tambah, data):
    tambah("red")
    utuh = (data / "register.db").read_bytes()
    tak_terhitung = 0
    for tempat_byte in range(4096 + 100, len(utuh), 4096):
        kantor.store._db.close()  # nothing is read from memory
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


def test_a_register_that_breaks_before_it_is_read_is_told_as_damaged(kantor, pemeriksaan, data):
    tugas = pemeriksaan.siapkan(Kemajuan())
    kantor.store._db.close()
    (data / "register.db").write_bytes(b"rusak" * 9000)
    hasil = tugas.selesaikan(tugas.jalankan())
    assert hasil.jumlah is None
    assert [kalimat.split(".")[0] for kalimat in hasil.temuan] == [
        "Berkas register rusak di cakram",
        "Susunan register rusak",
        "Ada catatan register yang kehilangan pasangannya",
    ]


def test_a_break_that_the_register_no_longer_takes_is_told_by_why(kantor, pemeriksaan, data):
    kantor.terima()
    kantor.store._db.execute_sql("UPDATE permohonan SET alamat = 'Palsu'")
    tugas = pemeriksaan.siapkan(Kemajuan())
    hasil = tugas.jalankan()
    kantor.store.close()
    (data / "register.db").write_bytes(b"rusak" * 9000)
    [kalimat] = tugas.selesaikan(hasil).temuan
    assert "tidak cocok dengan kuncinya" in kalimat


def test_what_is_stored_while_the_picture_is_read_belongs_to_the_next_check(kantor, pemeriksaan):
    kantor.terima()
    tugas = pemeriksaan.siapkan(Kemajuan(lambda *_: kantor.terima()))
    hasil = tugas.selesaikan(tugas.jalankan())
    assert (hasil.jumlah.permohonan, hasil.temuan) == (1, ())
    assert pemeriksaan.periksa().jumlah.permohonan == 2


def test_a_check_for_which_the_disk_has_no_room_is_told(pemeriksaan, data):
    (data / "potret-periksa.part").mkdir()
    with pytest.raises(UserError, match="Register tidak dapat disalin di cakram komputer ini"):
        pemeriksaan.periksa()


def test_the_register_and_its_chain_are_read_in_the_thread_of_the_worker(kantor, pemeriksaan):
    """Held by the thread in which SQLite was asked, not by a clock."""
    kantor.terima()
    utas = []
    koneksi = kantor.store._db.connection()
    koneksi.set_trace_callback(lambda perintah: utas.append((threading.get_ident(), perintah)))
    tugas = pemeriksaan.siapkan(Kemajuan())
    hasil = []
    pekerja = threading.Thread(target=lambda: hasil.append(tugas.jalankan()))
    pekerja.start()
    pekerja.join()
    tugas.selesaikan(hasil[0])
    koneksi.set_trace_callback(None)
    assert hasil[0].jumlah.permohonan == 1
    assert {satu for satu, _ in utas} <= {threading.get_ident()}
    berat = ("integrity_check", "FROM rantai WHERE urut >", "lampiran", "isian")
    assert [p for _, p in utas if any(kata in p for kata in berat)] == []


def test_a_chain_that_cannot_be_read_is_told_and_the_rest_is_counted(kantor):
    class Bukti:
        def jalankan(self, *_):
            raise UserError("Berkas register rusak.")

    kantor.terima()
    isi = periksa_potret(kantor.store.terbuka.potret("uji"), Bukti(), ())
    assert (isi.rusak, isi.rantai, isi.galat) == ((), None, ("Berkas register rusak.",))
    assert isi.jumlah.permohonan == 1

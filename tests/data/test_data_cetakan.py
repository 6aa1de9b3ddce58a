"""The print log: what a line holds, one line, and the lines that are looked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import peewee as pw
import pytest
from builders import SENIN_PAGI

from sooko_desk.data.perintah import CetakanBaru, SaringCetakan
from sooko_desk.domain.waktu import WIB

SENIN = dt.date(2026, 11, 23)


@pytest.fixture
def baru(kantor):
    return CetakanBaru(
        permohonan_id=None,
        dokumen="register",
        judul="Register Pelayanan KK 2026",
        tujuan="Printer Loket",
        salinan=1,
        hasil="tercetak",
        petugas=kantor.operator,
        waktu=SENIN_PAGI,
    )


def test_a_repeated_print_names_what_it_repeats_and_why(kantor, baru):
    cetakan = kantor.store.cetakan
    gagal = cetakan.catat(replace(baru, hasil="gagal", rujukan='{"dokumen": "register"}'))
    ulang = cetakan.catat(replace(baru, ulang_dari=gagal, alasan="Kertas macet", kertas="F4"))
    assert cetakan.find(99) is None
    satu, dua = cetakan.find(gagal), cetakan.find(ulang)
    assert (satu.id, satu.hasil, satu.rujukan) == (gagal, "gagal", '{"dokumen": "register"}')
    assert (satu.alasan, satu.kertas, satu.ulang_dari) == ("", "", None)
    assert (dua.alasan, dua.kertas, dua.ulang_dari) == ("Kertas macet", "F4", gagal)
    assert (dua.petugas, dua.waktu, dua.permohonan_id) == ("Rini Contoh", SENIN_PAGI, None)
    assert cetakan.list_cetakan(9) == (dua, satu)
    with pytest.raises(pw.IntegrityError):
        cetakan.catat(replace(baru, ulang_dari=99))


def test_copies_are_counted_as_before(kantor, baru):
    kasus = kantor.terima().ringkasan.id
    for hasil in ("tercetak", "gagal", "belum_pasti"):
        kantor.store.cetakan.catat(replace(baru, permohonan_id=kasus, hasil=hasil))
    assert kantor.store.cetakan.count_keluar(kasus, "register") == 2
    assert [c.permohonan_id for c in kantor.store.cetakan.list_permohonan(kasus)] == [kasus] * 3


@pytest.mark.parametrize(
    ("saring", "dicari"),
    [
        (None, "12345"),
        (SaringCetakan(), "12345"),
        (SaringCetakan(dokumen="register"), "1345"),
        (SaringCetakan(hasil="gagal"), "3"),
        (SaringCetakan(petugas="Bambang Misal"), "2"),
        (SaringCetakan(petugas="Tidak Ada"), ""),
        (SaringCetakan(dari=SENIN), "123"),
        (SaringCetakan(sampai=SENIN), "1245"),
        (SaringCetakan(dari=SENIN, sampai=SENIN), "12"),
        (SaringCetakan(teks="tanda BUKTI"), "2"),
        (SaringCetakan(teks="100%"), "5"),
        (SaringCetakan(teks="_"), ""),
        (SaringCetakan(dokumen="register", teks="register", sampai=SENIN), "14"),
    ],
)
def test_lines_are_found_by_what_the_officer_knows_of_them(kantor, baru, saring, dicari):
    batas = dt.datetime(2026, 11, 23, 0, 0, tzinfo=WIB)
    besok = batas + dt.timedelta(days=1)
    for satu in (
        replace(baru, waktu=batas),
        replace(
            baru,
            dokumen="tanda_bukti",
            judul="Tanda bukti penerimaan TB-KK-2026-00001",
            petugas=kantor.kasi,
            waktu=besok - dt.timedelta(microseconds=1),
        ),
        replace(baru, hasil="gagal", waktu=besok),
        replace(baru, waktu=batas - dt.timedelta(microseconds=1)),
        replace(baru, judul="Uji cetak 100%", waktu=batas - dt.timedelta(days=9)),
    ):
        kantor.store.cetakan.catat(satu)
    semua = kantor.store.cetakan.list_cetakan(9, saring)
    assert "".join(str(c.id) for c in reversed(semua)) == dicari
    assert kantor.store.cetakan.list_cetakan(1, saring) == semua[:1]

"""What the book writes of a case when it gets its number, and of what is corrected later."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from builders import NAMA, NAMA_KASI, NAMA_OPERATOR, NIK_LAIN, list_tanda

from sooko_desk.domain.buku import list_kolom_tersedia, make_bentuk_awal
from sooko_desk.services.koreksi import PerintahKoreksi

SATU_HARI = dt.timedelta(days=1)


@pytest.fixture
def penuh(kantor):
    """Both books show every column that they can have."""
    for layanan in ("KK", "KTP"):
        bentuk = replace(make_bentuk_awal(), kolom=list_kolom_tersedia(layanan))
        kantor.store.buku.simpan_bentuk(layanan, bentuk, kantor.kasi, kantor.clock.now())
    return kantor


def betulkan(kantor, permohonan, form=None, isian=None):
    terbuka = kantor.meja.koreksi.buka(permohonan.ringkasan.id, kantor.kasi)
    perintah = PerintahKoreksi(
        token=uuid.uuid4().hex,
        permohonan_id=permohonan.ringkasan.id,
        versi=terbuka.permohonan.ringkasan.versi,
        form=replace(terbuka.form, **(form or {})),
        isian=isian or {},
        alasan="Salah ketik",
        peringatan_dilihat=True,
    )
    return kantor.meja.koreksi.betulkan(perintah, kantor.kasi)


def langkah_demi_hari(kantor, permohonan, sampai):
    """One step a day."""
    while permohonan.ringkasan.posisi != sampai:
        kantor.clock.maju(24 * 60)
        langkah = kantor.sop(permohonan.ringkasan.layanan).get_langkah(permohonan.ringkasan.posisi)
        permohonan = kantor.gerak(permohonan, langkah.id, langkah.hasil[0].id)
    return permohonan


def test_the_line_of_a_kk_tells_the_day_of_each_step_and_what_was_printed(penuh):
    permohonan = langkah_demi_hari(penuh, penuh.terima(), "serahkan")
    [baris] = penuh.store.buku.list_baris("KK", 2026)
    assert baris.waktu == penuh.clock.now()
    assert baris.isi == {
        "urut": "1",
        "nomor_register": permohonan.ringkasan.nomor_register,
        "tgl_register": "29/11/2026",
        "nomor_tanda_bukti": permohonan.ringkasan.nomor_tanda_bukti,
        "tgl_terima": "23/11/2026",
        "nama": NAMA,
        "nik": "************9001",
        "nkk": "************9001",
        "kepala_keluarga": permohonan.isian["nama_kepala_keluarga"],
        "desa": "Japan",
        "rt_rw": "001/002",
        "alamat": "Jl. Contoh No. 1",
        "jenis": "I.A.1 Membentuk Keluarga Baru",
        "berkas": str(sum(b.ada for b in permohonan.berkas)),
        "petugas": NAMA_OPERATOR,
        "tgl_lengkap": "24/11/2026",
        "tgl_entri": "25/11/2026",
        "tgl_verifikasi": "26/11/2026",
        "tgl_tte": "28/11/2026",
        "tgl_cetak": "29/11/2026",
        "nkk_baru": "************9001",
    }


def test_the_line_of_a_ktp_tells_recording_and_sending(penuh):
    langkah_demi_hari(penuh, penuh.terima("KTP", rt="", rw="", nkk=""), "di_dispendukcapil")
    [baris] = penuh.store.buku.list_baris("KTP", 2026)
    assert (baris.isi["status_rekam"], baris.isi["tgl_kirim"]) == ("Sudah", "26/11/2026")
    assert baris.isi.keys().isdisjoint({"rt_rw", "nkk", "kepala_keluarga", "tgl_cetak"})


def test_a_step_that_went_back_counts_with_the_day_on_which_it_went_forward(penuh):
    permohonan = langkah_demi_hari(penuh, penuh.terima(), "entri")
    permohonan = penuh.gerak(permohonan, "entri", "kembali_periksa", alasan="Salah")
    langkah_demi_hari(penuh, permohonan, "serahkan")
    [baris] = penuh.store.buku.list_baris("KK", 2026)
    assert (baris.isi["tgl_lengkap"], baris.isi["tgl_entri"]) == ("25/11/2026", "26/11/2026")


def test_the_line_never_changes_with_the_case(kantor):
    permohonan = kantor.sampai(kantor.terima(), "serahkan")
    [sebelum] = kantor.store.buku.list_baris("KK", 2026)
    permohonan = betulkan(kantor, permohonan, {"nama": "SRI REJEKI", "desa": "35.16.13.2010"})
    kantor.gerak(permohonan, "serahkan", "diserahkan")
    sesudah, koreksi = kantor.store.buku.list_baris("KK", 2026)
    assert sesudah == sebelum
    assert koreksi.isi == {
        "nomor_register": permohonan.ringkasan.nomor_register,
        "tgl_register": "23/11/2026",
        "petugas": NAMA_KASI,
        "pembetulan": f"Nama pemohon: {NAMA} → SRI REJEKI; Desa: Japan → Sooko",
    }


def test_a_dated_line_masks_numbers_and_leaves_out_what_the_book_does_not_show(kantor):
    permohonan = kantor.sampai(kantor.terima(), "serahkan")
    betulkan(kantor, permohonan, {"nik": NIK_LAIN, "telepon": "0812 3456 9002", "alamat": "Baru"})
    koreksi = kantor.store.buku.list_baris("KK", 2026)[1]
    assert koreksi.isi["pembetulan"] == (
        "NIK: ************9001 → ************9001 (angka di depan dibetulkan)"
    )
    betulkan(kantor, permohonan, {"telepon": "0812 3456 9003", "catatan": "Baru"})
    assert kantor.store.buku.count_baris("KK", 2026) == 2


def test_entered_values_and_both_parts_of_rt_rw_are_told_where_the_book_shows_them(penuh):
    permohonan = penuh.sampai(penuh.terima(), "serahkan")
    betulkan(
        penuh,
        permohonan,
        {"rt": "7", "rw": "8"},
        {"no_kk_baru": "3516132111259007"},
    )
    koreksi = penuh.store.buku.list_baris("KK", 2026)[1]
    assert koreksi.isi["pembetulan"] == (
        "RT: 001 → 007; RW: 002 → 008; "
        "Cetak dan register: Nomor KK baru: ************9001 → ************9007"
    )


def test_a_correction_before_the_number_only_changes_the_line(kantor):
    permohonan = betulkan(kantor, kantor.sampai(kantor.terima(), "cetak"), {"nama": "SRI REJEKI"})
    kantor.gerak(permohonan, "cetak", "tercetak")
    [baris] = kantor.store.buku.list_baris("KK", 2026)
    assert baris.isi["nama"] == "SRI REJEKI"


def test_cases_of_a_batch_have_their_lines_in_its_order(kantor):
    from sooko_desk.services.kiriman import PerintahKirim

    semua = [
        kantor.sampai(kantor.terima("KTP", nama=nama), "kirim").ringkasan.id
        for nama in ("ANI MISAL", "BUDI MISAL", "CAHYO MISAL")
    ]
    urutan = (semua[2], semua[0])
    isian = {"cara_pengiriman": "diantar", "petugas_penerima": ""}
    kantor.meja.kiriman.kirim(PerintahKirim("kirim", urutan, isian), kantor.operator)
    baris = kantor.store.buku.list_baris("KTP", 2026)
    assert [(b.permohonan_id, b.isi["nama"], b.urut) for b in baris] == [
        (semua[2], "CAHYO MISAL", 1),
        (semua[0], "ANI MISAL", 2),
    ]


def test_papers_that_are_not_there_are_not_counted(penuh):
    tanda = list_tanda(penuh.sop("KTP"), "II.A")
    ada = sum(t.ada for t in tanda[:2])
    permohonan = penuh.terima("KTP", berkas=tanda[:2])
    lama = penuh.store.permohonan.get(permohonan.ringkasan.id)
    assert sum(b.ada for b in lama.berkas) == ada
    penuh.gerak(
        penuh.gerak(
            penuh.gerak(permohonan, "periksa", "lengkap", tanda=tanda), "entri", "terinput"
        ),
        "kirim",
        "terkirim",
    )
    [baris] = penuh.store.buku.list_baris("KTP", 2026)
    assert baris.isi["berkas"] == str(len(tanda))

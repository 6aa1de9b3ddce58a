"""What a page of the daily book tells."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NAMA_KASI, NIK, SENIN_PAGI
from printing.pdf_baca import words
from services.harian_uji import SEHARI, SELASA, SENIN, jumlah, tabel, tutup

from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, TandaBerkas
from sooko_desk.services.buku_harian import sebut_cadangan
from sooko_desk.services.cadangan_riwayat import (
    Apa,
    CatatanBaru,
    CatatanCadangan,
    Hasil,
    Sebab,
    Tempat,
)
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.luar import KeadaanTeks


@pytest.fixture
def harian(kantor):
    return kantor.meja.laporan.harian


def test_a_busy_day_is_told_line_by_line_and_summed_up(kantor, harian):
    kk = kantor.sampai(kantor.terima(nama="Ani"), "serahkan")
    kantor.gerak(kk, "serahkan", "diserahkan")
    kantor.gerak(kantor.terima("KTP", nama="Budi"), "periksa", "tidak_lengkap", alasan="Buram")
    persiapan = harian.siapkan(SENIN)
    isi = jumlah(persiapan)
    assert isi.pop("Layanan dan jenis") == "JUMLAH"
    assert isi == {
        "Diterima": "2",
        "Lengkap": "1",
        "Dikembalikan": "1",
        "Ditolak": "0",
        "Entri data": "1",
        "Verifikasi": "1",
        "Register": "1",
        "Diserahkan": "1",
    }
    label = [baris[0] for baris in tabel(persiapan, "jumlah").baris]
    assert label[-3:] == ["Jumlah KK", "Jumlah KTP", "JUMLAH"]
    baris = tabel(persiapan, "kejadian").baris
    assert [b[4] for b in baris][:2] == ["Berkas diterima", "Periksa kelengkapan: Lengkap"]
    assert baris[0][5] == "I.A.1 Membentuk Keluarga Baru"
    assert kk.ringkasan.nomor_register in [b[5] for b in baris]
    assert "diambil Ani" in [b[5] for b in baris]
    assert baris[-1][5] == "Buram"
    assert [b[:5] for b in tabel(persiapan, "nomor").baris] == [
        ("KK", "Register", "471.14/1/416-313/2026", "471.14/1/416-313/2026", "1"),
        ("KK", "Tanda bukti", "471.14/TB-1/416-313/2026", "471.14/TB-1/416-313/2026", "1"),
        ("KTP", "Tanda bukti", "471.13/TB-1/416-313/2026", "471.13/TB-1/416-313/2026", "1"),
    ]
    assert tabel(persiapan, "ruang").baris == (
        ("KTP", "Dikembalikan, menunggu pemohon", "pemohon", "1", "0 hari"),
    )
    assert tabel(persiapan, "umur").baris == ()
    assert NIK not in json.dumps([t.baris for t in persiapan.isi.tabel])


def test_what_happens_beside_the_steps_has_its_words(kantor, harian):
    ktp = kantor.terima("KTP", nama="Budi")
    kantor.sampai(ktp, "kirim")
    perintah = kantor.meja.koreksi.buka(ktp.ringkasan.id, kantor.kasi)
    form = perintah.form
    kantor.meja.koreksi.betulkan(
        PerintahKoreksi(
            "k",
            ktp.ringkasan.id,
            perintah.permohonan.ringkasan.versi,
            type(form)(**{f: getattr(form, f) for f in form.__slots__} | {"alamat": "Jl. Baru 2"}),
            {},
            alasan=f"salah ketik, NIK {NIK}",
            peringatan_dilihat=True,
        ),
        kantor.operator,
    )
    kini = kantor.store.permohonan.get(ktp.ringkasan.id)
    kantor.meja.luar.catat("l", kini, KeadaanTeks("siak", _keadaan(kantor)), kantor.operator)
    (baris,) = [b for b in tabel(harian.siapkan(SENIN), "kejadian").baris if "Pembetulan" in b[4]]
    assert baris[5].startswith("Alamat; salah ketik")
    assert NIK not in baris[5]
    semua = [b[4] for b in tabel(harian.siapkan(SENIN), "kejadian").baris]
    assert any(k.startswith("Kabar SIAK") for k in semua)
    kini = kantor.sampai(kantor.store.permohonan.get(ktp.ringkasan.id), "di_dispendukcapil")
    kantor.gerak(kini, "di_dispendukcapil", "dikembalikan", alasan="Foto kabur")
    assert jumlah(harian.siapkan(SENIN))["Ditolak"] == "1"


def _keadaan(kantor):
    return kantor.meja.luar.list_keadaan("siak")[0].kode


def test_a_return_tells_what_is_missing(kantor, harian):
    kantor.gerak(kantor.terima(berkas=()), "periksa", "tidak_lengkap", alasan="")
    assert tabel(harian.siapkan(SENIN), "kejadian").baris[-1][5].startswith("Kurang: ")


def test_scans_and_places_are_counted_only(kantor, harian):
    kk = kantor.sampai(kantor.terima(), "serahkan")
    kantor.meja.pengambilan.atur_tempat("t", [kk.ringkasan.id], "Rak A-1", kantor.operator)
    persiapan = harian.siapkan(SENIN)
    assert "Tidak dirinci: 1 catatan pindaian dan tempat berkas." in persiapan.isi.catatan
    assert not any("Tempat" in b[4] for b in tabel(persiapan, "kejadian").baris)
    assert tabel(persiapan, "umur").baris == (("KK", "1", "0", "0", "1"),)


def test_a_decision_that_was_undone_counts_nothing_but_is_told(kantor, harian):
    kk = kantor.terima()
    kantor.gerak(kk, "periksa", "lengkap")
    kantor.meja.alur.batalkan("b", kk.ringkasan.id, kantor.kasi)
    persiapan = harian.siapkan(SENIN)
    assert jumlah(persiapan)["Lengkap"] == "0"
    assert len(tabel(persiapan, "kejadian").baris) == 3


def test_originals_given_back_are_told(kantor, harian):
    sop = kantor.sop()
    tanda = [TandaBerkas(s.kode, True, bentuk=Bentuk.ASLI) for s in sop.get_jenis("I.A.1").syarat]
    kk = kantor.terima(berkas=tuple(tanda))
    kode = frozenset([kk.berkas[0].kode])
    kantor.meja.asli.keluarkan("a", kk, kode, AsliKeluar.DIKEMBALIKAN, "Siti", kantor.operator)
    baris = tabel(harian.siapkan(SENIN), "kejadian").baris[-1]
    assert baris[4] == "Berkas asli: Asli dikembalikan"
    assert baris[5].startswith("Berkas: ")


def test_numbers_that_other_days_took_in_between_are_told(kantor, harian):
    kantor.terima(nama="Satu")
    kantor.clock.maju(SEHARI)
    kantor.terima(nama="Dua")
    kantor.clock.maju(-SEHARI)
    kantor.terima(nama="Tiga")
    kantor.clock.maju(2 * SEHARI)
    banyak = tabel(harian.siapkan(SENIN), "nomor").baris[0][-1]
    assert banyak == "2 (1 di antaranya hari lain)"


def test_an_empty_day_says_so(kantor, harian):
    persiapan = harian.siapkan(SENIN)
    assert tabel(persiapan, "jumlah").baris == ()
    tutup(kantor, SENIN)
    teks = words(harian.build_dokumen(SENIN).isi)
    assert "Tidak ada permohonan yang bergerak." in teks
    assert "Buku harian dimulai dengan hari ini" in teks


@pytest.mark.parametrize(
    ("mulai", "selesai", "kata"),
    [
        ((23, 8, 0), (23, 8, 30), "08.00 sampai 08.30"),
        ((22, 8, 0), (23, 8, 30), "22/11/2026 08.00 sampai 08.30"),
        ((22, 8, 0), (24, 8, 30), "22/11/2026 08.00 sampai 24/11/2026 08.30"),
        ((23, 8, 0), None, "08.00 sampai belum pulih"),
        ((21, 8, 0), (22, 8, 30), "tidak ada"),
    ],
)
def test_outages_of_the_day(kantor, harian, mulai, selesai, kata):
    def saat(hari, jam, menit):
        return SENIN_PAGI.replace(day=hari, hour=jam, minute=menit)

    def baris(token, waktu):
        return GangguanBaru(token, "siak", "", kantor.kasi, waktu)

    kantor.store.gangguan.mulai(baris("m", saat(*mulai)))
    if selesai:
        kantor.store.gangguan.selesai(baris("s", saat(*selesai)))
    persiapan = harian.siapkan(SENIN)
    assert dict(persiapan.isi.fakta)["Gangguan SIAK"] == kata
    berjalan = [p for p in persiapan.peringatan if "belum dicatat pulih" in p]
    assert bool(berjalan) is (selesai is None)


def test_cases_that_wait_too_long_and_a_missing_backup_are_warned_of(kantor, harian):
    for nomor in range(6):
        kantor.terima(nama=f"Orang {'ABCDEF'[nomor]}")
    kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    kantor.clock.maju(SEHARI)
    kantor.terima()
    lama, cadangan = harian.siapkan(SELASA).peringatan
    assert lama.startswith("6 permohonan menunggu di kantor lebih dari sehari: TB-KK-2026-00001,")
    assert lama.endswith("TB-KK-2026-00005, ….")
    assert cadangan.startswith("Belum ada cadangan pada atau sesudah 24/11/2026")


def test_the_last_backup_is_told_with_what_is_missing_in_it(kantor, harian, tmp_path):
    stik = tmp_path / "stik"
    stik.mkdir()
    kantor.meja.jaga.cadangan.buat(stik, kantor.operator)
    persiapan = harian.siapkan(SENIN)
    assert persiapan.peringatan == ()
    kata = "23/11/2026 09.05 oleh Rini Contoh, utuh: 0 permohonan, 0 pindaian"
    assert dict(persiapan.isi.fakta)["Cadangan terakhir"] == kata
    tempat = Tempat("x", "x", Path("x"))
    isi = CatatanBaru(Apa.CADANGAN, Hasil.UTUH, Sebab.TANGAN, tempat, tidak_ikut=2)
    isi = replace(isi, jumlah=JumlahRegister(3, 4, 5))
    kurang = CatatanCadangan(isi, NAMA_KASI, SENIN_PAGI)
    assert "2 pindaian tidak ikut karena rusak atau hilang: 3 permohonan" in sebut_cadangan(kurang)

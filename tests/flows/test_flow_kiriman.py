"""Forty KTP cases through the real window: typed, sent in one list, printed, ticked off."""

from __future__ import annotations

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import tanda_tangan
from flows.loket import ALT, CTRL, ENTER, K, kirim_hapusan
from PySide6.QtWidgets import QApplication
from ui.papan_pemindai import Keyboard

from sooko_desk.ui.kiriman.dialog import DialogKiriman

BANYAK = 40
SEDIKIT = 5
"""Enough where the number of cases is not the point: typing one takes half a second."""
PANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"
NAMA = [f"PEMOHON {chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(BANYAK)]
NAMA[2] = PANJANG
NIK = [f"351613{41 + n % 28}0745{9001 + n}" for n in range(BANYAK)]

ISIAN = {
    "tempat_lahir": "Mojokerto",
    "agama": "Islam",
    "status_perkawinan": "Belum",
    "pekerjaan": "Pelajar",
    "kewarganegaraan": "WNI",
}
"""What the operator types at data entry; the rest is there from the intake and the NIK."""


class Pemindai(Keyboard):
    """The program's loop rests between two keys, as with a real scanner."""

    def event(self, *key):
        QApplication.processEvents()
        super().event(*key)


@pytest.fixture
def empat_puluh(loket):
    """Forty cases typed, found complete and entered; the operator is at work."""
    return masukkan(loket, BANYAK)


@pytest.fixture
def beberapa(loket):
    """As `empat_puluh`, only a few."""
    return masukkan(loket, SEDIKIT)


def masukkan(loket, banyak):
    """By keys alone, as a village brings them: one batch lane, one signature, entry one by one."""
    loket.buka(PIN_OPERATOR)
    terima(loket, banyak)
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    loket.tekan(K.Key_L, kali=banyak)
    tanda_tangan(loket)
    loket.ganti(PIN_OPERATOR)
    entri(loket, banyak)
    assert posisi(loket) == ["kirim"] * banyak
    pemohon = [loket.permohonan(n).ringkasan.pemohon for n in range(1, banyak + 1)]
    assert [(p.nik, p.nama) for p in pemohon] == list(zip(NIK, NAMA, strict=True))[:banyak]
    return loket


def terima(loket, banyak):
    loket.tekan(K.Key_F6)
    for n in range(banyak):
        bidang = {"nik": NIK[n], "nama": NAMA[n], "alamat": "Jl. Contoh 1", "rt": "1", "rw": "2"}
        for kunci, isi in (bidang | ({"desa": "Japan"} if n == 0 else {})).items():
            loket.isi_bidang(kunci, isi)
        if n == 0:  # village, service and reason stay for the next one of the batch
            loket.tekan(K.Key_2, ALT)
            loket.isi("iia")
        loket.tekan(K.Key_F9)
        loket.tekan(ENTER, CTRL)
        assert loket.jumlah() == n + 1, loket.jendela.kerja.penerimaan.spanduk.teks
    loket.tekan(K.Key_F6)
    loket.tutup_cetak()


def entri(loket, banyak):
    """The case at the top of the queue, again and again: what was entered goes to the end."""
    loket.buka_tab(3)
    for _ in range(banyak):
        loket.tekan(K.Key_Escape)
        loket.tekan(K.Key_Home)
        loket.tekan(ENTER)
        loket.tangan.isi_borang(loket.panel.borang, ISIAN)
        loket.tekan(ENTER, CTRL)


def buka_kiriman(loket):
    loket.tekan(K.Key_K, CTRL)
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), DialogKiriman))
    return QApplication.activeModalWidget()


def tutup_kiriman(loket, dialog):
    for _ in range(3):
        if QApplication.activeModalWidget() is not None:
            loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def isi_kirim(loket):
    """From the search field on: past the table into the form."""
    loket.tekan(K.Key_Tab, kali=2)
    loket.isi("diantar", "Wulan Misal")


def posisi(loket):
    return [loket.permohonan(n).ringkasan.posisi for n in range(1, loket.jumlah() + 1)]


def test_forty_cases_are_sent_in_one_list_printed_and_ticked_off_by_keys(empat_puluh):
    loket = empat_puluh
    dialog = buka_kiriman(loket)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == "DP-KTP/1/2026 tersimpan: 40 permohonan dikirim."
    assert posisi(loket) == ["di_dispendukcapil"] * BANYAK
    nomor = [loket.permohonan(n).ringkasan.nomor_register for n in range(1, BANYAK + 1)]
    assert nomor == [f"471.13/{n}/416-313/2026" for n in range(1, BANYAK + 1)]

    loket.tekan(K.Key_P, CTRL)
    halaman = loket.simpan_cetakan()
    teks = " ".join(" ".join(halaman).split())
    assert f"Halaman {len(halaman)} dari {len(halaman)}" in teks
    assert all(satu in teks for satu in (*NAMA, *nomor, "WULAN MISAL", "Diantar ke Dispendukcapil"))
    assert not [nik for nik in NIK if nik in teks.replace(" ", "")]
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert (loket.keluar / "DP-KTP-1-2026.xlsx").stat().st_size > 0

    loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("1")
    assert dialog.spanduk.teks == "40 permohonan ditandai diterima Dispendukcapil."
    loket.tekan(K.Key_Home)
    loket.tekan(K.Key_Space, kali=10)
    loket.ketik("4")
    loket.isi("blangko", "", "B-77")
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan(10).ringkasan.luar.nama == "Menunggu blangko"
    assert loket.permohonan(11).ringkasan.luar is None
    loket.tekan(K.Key_Home)
    loket.tekan(K.Key_Space, kali=3)
    loket.ketik("3")
    loket.isi("belum perekaman", "Diminta datang ke MPP")
    loket.tekan(ENTER, CTRL)
    assert posisi(loket)[:4] == ["entri"] * 3 + ["di_dispendukcapil"]
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("2")
    assert dialog.spanduk.teks == "37 permohonan kartunya kembali, siap diambil."
    assert posisi(loket) == ["entri"] * 3 + ["serahkan"] * 37
    tutup_kiriman(loket, dialog)
    akhir = loket.permohonan(1).riwayat[-1]
    assert akhir.alasan == "Belum perekaman KTP-el: Diminta datang ke MPP"
    assert akhir.rincian == {"Daftar pengiriman": "DP-KTP/1/2026"}
    kembali = loket.meja.alur.list_antrean(frozenset({"entri_data"}))
    assert [b.ringkasan.pemohon.nama for b in kembali] == NAMA[:3]


def test_a_batch_with_a_case_returned_meanwhile_is_refused_by_name_then_goes_without_it(beberapa):
    loket = beberapa
    dialog = buka_kiriman(loket)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    r = loket.permohonan(3).ringkasan
    loket.meja.alur.batalkan("kembali", r.id, loket.jendela.kerja.petugas)
    loket.tekan(ENTER, CTRL)
    assert PANJANG in dialog.spanduk.teks
    assert "di_dispendukcapil" not in posisi(loket)
    assert loket.meja.kiriman.baca_papan().kiriman == ()
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == "DP-KTP/1/2026 tersimpan: 4 permohonan dikirim."
    assert posisi(loket).count("di_dispendukcapil") == SEDIKIT - 1
    assert loket.permohonan(3).ringkasan.nomor_register == ""
    tutup_kiriman(loket, dialog)


def test_cards_come_back_and_are_ticked_off_by_scanning_the_receipts(beberapa):
    loket = beberapa
    dialog = buka_kiriman(loket)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.tekan(ENTER, CTRL)
    papan = Pemindai()
    for nomor in (5, 1, 4):
        loket.fokus()
        papan.scan(f"TB-KTP-2026-{nomor:05}")
        QApplication.processEvents()
    terpilih = [b.ringkasan.id for b in dialog.terkirim.isi.dicentang()]
    assert terpilih == [1, 4, 5]
    loket.ketik("2")
    assert posisi(loket).count("serahkan") == 3
    tutup_kiriman(loket, dialog)

"""Forty KTP cases through the real window: entered, sent in one list, printed, ticked off."""

from __future__ import annotations

import pytest
import shiboken6
from builders import PIN_OPERATOR, list_tanda, make_form
from flows.loket import CTRL, ENTER, K, kirim_hapusan
from PySide6.QtWidgets import QApplication
from ui.papan_pemindai import Keyboard

from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.ui.kiriman.dialog import DialogKiriman

BANYAK = 40
NAMA = [f"PEMOHON {chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(BANYAK)]
NAMA[7] = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"

ISIAN = {
    "nama": "Contoh",
    "nik": "3516135708459001",
    "tempat_lahir": "Mojokerto",
    "tanggal_lahir": "17/08/1945",
    "jenis_kelamin": "2",
    "agama": "1",
    "status_perkawinan": "1",
    "pekerjaan": "1",
    "kewarganegaraan": "WNI",
    "alamat": "Jl. Contoh 1",
    "rt": "1",
    "rw": "2",
}


class Pemindai(Keyboard):
    """The program's loop rests between two keys, as with a real scanner."""

    def event(self, *key):
        QApplication.processEvents()
        super().event(*key)


@pytest.fixture
def empat_puluh(loket):
    """Forty cases that the Kasi found complete and the operator entered; operator at work."""
    loket.buka(PIN_OPERATOR)
    operator, kasi = loket.meja.petugas.list_petugas()
    sop = loket.meja.rak.find_berlaku("KTP")
    for nama in NAMA:
        berkas = list_tanda(sop, "II.A")
        form = make_form("KTP", nama=nama, berkas=berkas)
        permohonan = loket.meja.penerimaan.terima(form, operator, peringatan_dilihat=True)
        for langkah, hasil, petugas in (
            ("periksa", "lengkap", kasi),
            ("entri", "terinput", operator),
        ):
            isian = ISIAN if langkah == "entri" else {}
            r = permohonan.ringkasan
            permohonan = loket.meja.alur.jalankan(
                PerintahGerak(f"{langkah}{r.id}", r.id, r.versi, langkah, hasil, isian=isian),
                petugas,
            )
    return loket


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
    return [loket.permohonan(n).ringkasan.posisi for n in range(1, BANYAK + 1)]


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
    assert "3516135708459001" not in teks
    loket.tekan(K.Key_S, CTRL)
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


def test_a_batch_with_a_case_returned_meanwhile_is_refused_by_name_then_goes_without_it(
    empat_puluh,
):
    loket = empat_puluh
    dialog = buka_kiriman(loket)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    r = loket.permohonan(8).ringkasan
    loket.meja.alur.batalkan("kembali", r.id, loket.jendela.kerja.petugas)
    loket.tekan(ENTER, CTRL)
    assert NAMA[7] in dialog.spanduk.teks
    assert "di_dispendukcapil" not in posisi(loket)
    assert loket.meja.kiriman.baca_papan().kiriman == ()
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == "DP-KTP/1/2026 tersimpan: 39 permohonan dikirim."
    assert posisi(loket).count("di_dispendukcapil") == BANYAK - 1
    assert loket.permohonan(8).ringkasan.nomor_register == ""
    tutup_kiriman(loket, dialog)


def test_cards_come_back_and_are_ticked_off_by_scanning_the_receipts(empat_puluh):
    loket = empat_puluh
    dialog = buka_kiriman(loket)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.tekan(ENTER, CTRL)
    papan = Pemindai()
    for nomor in (40, 3, 17):
        loket.fokus()
        papan.scan(f"TB-KTP-2026-{nomor:05}")
        QApplication.processEvents()
    terpilih = [b.ringkasan.id for b in dialog.terkirim.isi.dicentang()]
    assert terpilih == [3, 17, 40]
    loket.ketik("2")
    assert posisi(loket).count("serahkan") == 3
    tutup_kiriman(loket, dialog)

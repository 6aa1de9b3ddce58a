"""A KK case from the first start of the program to the hand-over, by keyboard alone."""

from __future__ import annotations

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NIK, NKK, SHIFT, K

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.domain.sop import Peran
from sooko_desk.ui.cetak.dialog_cetak import Keadaan
from sooko_desk.ui.cetak.tugas import PrinterTersedia

ENTRI = {"peristiwa": "Kelahiran", "nomor_referensi_siak": "SP-1"}
CETAK = {"no_kk_baru": NKK, "jumlah_lembar": "1"}


def sampai_entri(loket):
    """One KK received and found complete; the operator is back at the queue."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)


def list_nomor(buku):
    """Running numbers of a book, in the order in which they were taken."""
    return [n.urut for n in TabelNomor.select().where(TabelNomor.buku == buku)]


def test_a_kk_goes_from_first_set_up_to_hand_over(baru):
    loket = baru.buka()
    loket.isi(NAMA_OPERATOR, PIN_OPERATOR, PIN_OPERATOR, NAMA_KASI, PIN_KASI, PIN_KASI)
    loket.tangan.tunggu(loket.jendela.masuk.isVisible)
    loket.pasang_kertas()
    loket.masuk(PIN_OPERATOR)

    loket.isi_kk(nama="Nur Aini", rt="3", rw="7")
    loket.tekan(ENTER, CTRL)
    tanda_bukti = loket.simpan_cetakan()[0]
    assert "471.14/TB-1/416-313/2026" in tanda_bukti
    assert "NUR AINI" in tanda_bukti
    assert "************9001" in tanda_bukti
    assert "TIDAK DIPUNGUT BIAYA" in tanda_bukti
    assert NAMA_OPERATOR.upper() in tanda_bukti.upper()
    assert NIK not in tanda_bukti.replace(" ", "")
    assert NKK not in tanda_bukti.replace(" ", "")

    loket.clock.maju(4)
    loket.ganti(PIN_KASI)
    assert loket.tab is loket.jendela.kerja.kelengkapan
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert loket.tab.spanduk.teks == "NUR AINI: Menunggu entri data. Ctrl+Z membatalkan."

    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.kerjakan("Nur Aini", dusun="Contoh", **ENTRI)
    loket.kerjakan("Nur Aini", nomor_referensi_verifikasi="V-1")
    loket.kerjakan("Nur Aini")
    loket.kerjakan("Nur Aini")
    loket.buka_tab(4)
    loket.kerjakan("Nur Aini", **CETAK)
    assert "Nomor register 471.14/1/416-313/2026" in loket.tab.spanduk.teks
    loket.clock.maju(30)
    loket.kerjakan(
        "Nur Aini",
        identitas_pengambil="KTP",
        tanda_bukti_ditarik="Ya",
    )
    assert loket.tab.model.rowCount() == 0

    kk = loket.permohonan()
    assert kk.ringkasan.posisi == "selesai"
    assert kk.ringkasan.nomor_register == "471.14/1/416-313/2026"
    assert loket.riwayat() == [
        ("terima", "diterima"),
        ("periksa", "lengkap"),
        ("entri", "terinput"),
        ("verifikasi", "terverifikasi"),
        ("upload", "terupload"),
        ("tanda_tangan", "tertandatangani"),
        ("cetak", "tercetak"),
        ("serahkan", "diserahkan"),
    ]
    siapa = [(p.petugas, p.peran) for p in kk.riwayat]
    assert siapa[1] == (NAMA_KASI, Peran.KASI)
    assert set(siapa[:1] + siapa[2:]) == {(NAMA_OPERATOR, Peran.OPERATOR)}
    assert [p.urut for p in kk.riwayat] == list(range(1, 9))
    assert kk.ringkasan.pemohon.rt == "003"
    assert kk.isian["dusun"] == "CONTOH"

    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_F9)
    register = loket.simpan_cetakan()[0]
    assert "REGISTER PELAYANAN KARTU KELUARGA (KK)" in register
    assert "471.14/1/416-313/2026" in register
    assert "************9001" in register
    assert NIK not in register.replace(" ", "")
    hasil = [(c.dokumen, c.tujuan, c.hasil) for c in loket.meja.pencetakan.list_cetakan()]
    assert hasil == [
        ("register", "berkas", "tersimpan"),
        ("tanda_bukti", "berkas", "tersimpan"),
    ]


def test_uploading_before_verification_skips_the_upload_later(loket):
    sampai_entri(loket)
    loket.kerjakan("Suwarti", **ENTRI)
    loket.pilih("Suwarti")
    loket.tekan(K.Key_2, ALT)
    assert loket.panel.pilih_langkah.kode() == "upload"
    loket.tekan(ENTER, CTRL)
    assert "Centang dulu berkas" in loket.panel.unggah.pesan
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(ENTER)
    assert loket.fokus() is loket.panel.hasil.tombol["terupload"]
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "verifikasi"
    assert all(b.diunggah for b in loket.permohonan().berkas if b.ada)
    assert loket.panel.pilih_langkah is None
    loket.kerjakan("Suwarti")
    assert loket.permohonan().ringkasan.posisi == "tanda_tangan"
    assert loket.riwayat()[-2:] == [("upload", "terupload"), ("verifikasi", "terverifikasi")]


def test_a_refused_verification_comes_back_and_voids_the_early_upload(loket):
    sampai_entri(loket)
    loket.kerjakan("Suwarti", **ENTRI)
    loket.pilih("Suwarti")
    loket.tekan(K.Key_2, ALT)
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(ENTER, CTRL)
    loket.pilih("Suwarti")
    loket.hasil("Ditolak verifikator")
    assert loket.permohonan().ringkasan.posisi == "verifikasi"
    assert "Pilih atau tulis alasannya" in loket.panel.alasan.pesan
    loket.tekan(K.Key_Escape)
    assert not loket.panel.alasan.isVisible()
    assert loket.panel.hasil.tombol["terverifikasi"].pintasan == "Ctrl+Enter"
    loket.tekan(ENTER, CTRL | SHIFT)
    loket.ketik("1")
    assert loket.fokus().text() == "Ditolak verifikator"
    loket.tekan(ENTER, CTRL)  # means what was begun, not what goes forward
    kk = loket.permohonan()
    assert kk.ringkasan.posisi == "entri"
    assert kk.ringkasan.status == "Ditolak verifikator, perbaiki data"
    assert kk.riwayat[-1].alasan == "Berkas kurang"
    assert not any(b.diunggah for b in kk.berkas)

    loket.pilih("Suwarti")
    assert loket.panel.borang.nilai()["nomor_referensi_siak"] == "SP-1"
    loket.tekan(ENTER, CTRL)
    loket.kerjakan("Suwarti")
    assert loket.permohonan().ringkasan.posisi == "upload"
    assert list_nomor("register") == []


def test_numbers_follow_each_other_without_a_gap(loket):
    loket.buka(PIN_OPERATOR)
    for nomor, nama in enumerate(("Orang Satu", "Orang Dua", "Orang Tiga"), start=1):
        loket.isi_kk(nama=nama)
        loket.tekan(ENTER, CTRL)
        loket.tutup_cetak()
        loket.tekan(ENTER, CTRL)  # an empty form takes no number
        assert list_nomor("tanda_bukti") == list(range(1, nomor + 1))
    loket.ganti(PIN_KASI)
    for _ in range(3):
        loket.tekan(ENTER)
        loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    for nama in ("Tiga", "Satu"):  # the register counts in the order of printing
        loket.kerjakan(nama, **ENTRI)
        for _ in range(3):
            loket.kerjakan(nama)
    loket.buka_tab(4)
    for nama in ("Tiga", "Satu"):
        loket.kerjakan(nama, **CETAK)
    assert list_nomor("register") == [1, 2]
    baris = loket.store.register.list_baris("KK", 2026)
    assert [b.permohonan.pemohon.nama for b in baris] == ["ORANG TIGA", "ORANG SATU"]


@pytest.mark.parametrize(
    ("jawaban", "hasil"), [(K.Key_Y, "tercetak"), (K.Key_U, "gagal"), (K.Key_Escape, "belum_pasti")]
)
def test_a_receipt_that_goes_to_a_printer_is_logged_with_the_answer(loket, jawaban, hasil):
    loket.printer = (PrinterTersedia("Loket"),)
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    dialog = loket.tunggu_cetak()
    loket.tangan.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: dialog.keadaan is Keadaan.MENUNGGU_JAWABAN)
    loket.tekan(jawaban)
    if jawaban == K.Key_U:
        loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: loket.jendela.pencetak.dialog is None)
    assert [(c.tujuan, c.hasil) for c in loket.meja.pencetakan.list_cetakan()] == [("Loket", hasil)]
    assert len(loket.tercetak) == 1


def test_the_second_receipt_says_that_it_is_a_copy(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    assert "SALINAN" not in loket.simpan_cetakan()[0]
    loket.tekan(K.Key_F8)
    assert "SALINAN" in loket.simpan_cetakan()[0]

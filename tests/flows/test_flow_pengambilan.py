"""From the shelf to the applicant's hand, and a correction on the way, in the real window."""

from __future__ import annotations

import pytest
from builders import NAMA, NIK, NIK_LAIN, PIN_OPERATOR, Kantor, list_tanda
from flows.loket import CTRL, ENTER, K, kirim_hapusan
from printing.pdf_baca import words

from sooko_desk.domain.permohonan import Bentuk, TandaBerkas
from sooko_desk.ui.koreksi import DialogKoreksi
from sooko_desk.ui.pengambilan.dialog import DialogBelumDiambil

LAIN = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"


@pytest.fixture
def kantor(loket):
    """The services below the open window, for what is not typed here."""
    loket.buka(PIN_OPERATOR)
    return Kantor(loket.store, loket.meja, loket.clock, *loket.meja.petugas.list_petugas())


def buka_belum(loket):
    jendela = loket.jendela
    dialog = DialogBelumDiambil(
        loket.meja, jendela._kabar, jendela.pencetak, jendela.kerja.petugas, jendela
    )
    dialog.buka_permohonan.connect(jendela.kerja.buka_permohonan)
    dialog.open()
    return dialog


def buka_koreksi(loket, permohonan, petugas):
    terbuka = loket.meja.koreksi.buka(permohonan.ringkasan.id, petugas)
    dialog = DialogKoreksi(loket.meja, terbuka, loket.jendela._kabar, petugas, loket.jendela)
    dialog.open()
    return dialog


def test_who_holds_a_letter_of_authority_fetches_a_card_from_the_shelf(loket, kantor):
    sop = kantor.sop()
    asli, *lain = list_tanda(sop, "I.A.1")
    tanda = (TandaBerkas(asli.kode, ada=True, bentuk=Bentuk.ASLI), *lain)
    kantor.sampai(kantor.terima(nama="WAGIMAN", nik=NIK_LAIN), "serahkan")
    kk = kantor.sampai(kantor.terima(nama=LAIN, berkas=tanda), "serahkan")
    loket.clock.maju(9 * 24 * 60)

    buka_belum(loket)
    loket.ketik("raden")
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    kirim_hapusan()
    assert loket.tab is loket.jendela.kerja.pencetakan
    assert loket.panel.permohonan_id == kk.ringkasan.id

    nama = loket.panel.borang.baris["nama_pengambil"].input
    assert nama.text() == LAIN
    nama.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.isi("budi santoso")
    isi = {
        "hubungan_pengambil": "Kuasa",
        "identitas_pengambil": "KTP",
        "surat_kuasa": "Ada",
        "tanda_bukti_ditarik": "Tidak",
        "sebab_tanpa_tanda_bukti": "Hilang",
    }
    loket.tangan.isi_borang(loket.panel.borang, isi)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan(2).ringkasan.posisi == "selesai"

    penyerahan = loket.meja.pengambilan.find_penyerahan(2)
    assert penyerahan.asli == (kk.berkas[0].nama,)
    teks = words(loket.meja.pengambilan.build_tanda_terima(2).isi)
    for kata in (LAIN, "Kuasa (F-1.07)", "Tidak ditarik: Hilang", kk.berkas[0].nama):
        assert teks.count(kata) == 2, kata
    assert teks.count("BUDI SANTOSO") == 4
    assert NIK not in teks

    dialog = buka_belum(loket)
    assert [b.ringkasan.pemohon.nama for b in dialog.daftar.tampak()] == ["WAGIMAN"]
    loket.tekan(K.Key_Escape)


def test_a_pile_of_cards_is_laid_onto_the_shelf_by_keys(loket, kantor):
    for nomor in range(3):
        kantor.sampai(kantor.terima("KTP", nama=f"ORANG {nomor}"), "serahkan")
    buka_belum(loket)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(K.Key_F2)
    loket.ketik("Rak B-3")
    loket.tekan(ENTER)
    loket.tekan(K.Key_Escape)
    kirim_hapusan()
    assert [loket.permohonan(n).ringkasan.tempat for n in (1, 2, 3)] == ["Rak B-3"] * 3
    assert loket.fokus().window() is loket.jendela


def test_a_name_is_corrected_after_approval_and_printed_as_corrected(loket, kantor):
    kk = kantor.sampai(kantor.terima(), "verifikasi")
    dialog = buka_koreksi(loket, kk, kantor.operator)
    loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("suwarti ningrum")
    dialog.alasan.input.setFocus()
    loket.ketik("Salah ketik, dicocokkan dengan KTP-el")
    loket.tekan(ENTER, CTRL)
    kirim_hapusan()
    baru = loket.permohonan()
    assert baru.ringkasan.pemohon.nama == "SUWARTI NINGRUM"
    assert baru.isian["nama_kepala_keluarga"] == "SUWARTI NINGRUM"
    assert baru.riwayat[-1].rincian["Nama pemohon"] == f"{NAMA} → SUWARTI NINGRUM"
    tanda_bukti = loket.meja.pencetakan.build_tanda_bukti(1)
    assert "SUWARTI NINGRUM" in words(tanda_bukti.isi)

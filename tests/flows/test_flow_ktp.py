"""A KTP case: papers that were missing, sending to Dispendukcapil, and the card that comes back."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NIK, K

from sooko_desk.services.waktu_sop import KeadaanWaktu
from sooko_desk.ui.theme import Nada

ENTRI = {
    "tempat_lahir": "Mojokerto",
    "tanggal_lahir": "17081945",
    "jenis_kelamin": "Perempuan",
    "agama": "Islam",
    "status_perkawinan": "Kawin",
    "pekerjaan": "Petani",
    "kewarganegaraan": "WNI",
}
SEBULAN = 30 * 24 * 60


@pytest.fixture
def terkirim(loket):
    """One KTP that was sent to Dispendukcapil by the operator, who is still at work."""
    loket.buka(PIN_OPERATOR)
    loket.isi_ktp()
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.kerjakan("Suwarti", **ENTRI)
    loket.kerjakan("Suwarti", cara_pengiriman="SIAK", petugas_penerima="Wulan")
    return loket


def test_a_ktp_goes_to_dispendukcapil_and_into_the_register(terkirim):
    loket = terkirim
    ktp = loket.permohonan()
    assert ktp.ringkasan.status == "Terkirim ke Dispendukcapil"
    assert ktp.ringkasan.nomor_register == "471.13/1/416-313/2026"
    assert ktp.isian["tanggal_lahir"] == "1945-08-17"
    assert loket.riwayat() == [
        ("terima", "diterima"),
        ("periksa", "lengkap"),
        ("entri", "terinput"),
        ("kirim", "terkirim"),
    ]
    loket.tekan(K.Key_F3)
    register = loket.jendela.kerja.register
    register.buku.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.isi("KTP")
    assert [b.nomor for b in baris_buku(register)] == ["471.13/1/416-313/2026"]
    loket.tekan(K.Key_F9)
    halaman = loket.simpan_cetakan()[0]
    assert "REGISTER PELAYANAN KARTU TANDA PENDUDUK (KTP)" in halaman
    assert "471.13/1/416-313/2026" in halaman
    assert "************9001" in halaman
    assert NIK not in halaman.replace(" ", "")


def test_a_ktp_is_never_late_while_dispendukcapil_has_it(terkirim):
    """The sheet gives step 4 no minutes; what follows is not the office's time."""
    loket = terkirim
    loket.clock.maju(SEBULAN)
    loket.buka_tab(3)
    loket.tekan(K.Key_1, CTRL)
    loket.buka_tab(3)
    baris = loket.tab.daftar.baris()
    assert baris.waktu.keadaan is KeadaanWaktu.TANPA
    assert loket.tab.model.index(0, 1).data() == "–"
    assert loket.panel.waktu.teks == "tanpa batas"
    assert loket.panel.waktu.nada is Nada.NETRAL
    assert "(1)" not in loket.jendela.kerja.tab.tabText(2)  # it waits for others, not for us


def test_the_card_comes_back_and_is_handed_over(terkirim):
    loket = terkirim
    loket.clock.maju(SEBULAN)
    loket.kerjakan("Suwarti")
    assert loket.permohonan().ringkasan.status == "Siap diambil"
    loket.buka_tab(4)
    loket.kerjakan("Suwarti", tanda_bukti_ditarik="Ya")
    assert loket.permohonan().ringkasan.posisi == "selesai"
    assert loket.permohonan().isian["nama_pengambil"] == "SUWARTI NINGSIH"


def test_missing_papers_go_back_to_the_applicant_and_return(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_ktp(berkas=("1", "2"))
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert "Berkas wajib yang belum ada: Fotokopi KK" in loket.panel.spanduk.teks
    assert loket.permohonan().ringkasan.posisi == "periksa"
    loket.hasil("Tidak lengkap")
    kembali = loket.permohonan()
    assert kembali.ringkasan.status == "Dikembalikan, menunggu pemohon"
    assert kembali.riwayat[-1].rincian == {"Kurang": "Fotokopi KK"}
    assert "Dikembalikan, menunggu pemohon" in loket.tab.model.index(0, 0).data()

    loket.clock.maju(SEBULAN)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(2)
    assert loket.tab.daftar.baris().waktu.keadaan is KeadaanWaktu.TANPA
    loket.tekan(ENTER)
    loket.ketik("3")
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.status == "Menunggu pemeriksaan Kasi"

    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "entri"
    assert [h for _, h in loket.riwayat()] == ["diterima", "tidak_lengkap", "diterima", "lengkap"]
    assert len({p.urut for p in loket.permohonan().riwayat}) == 4


def test_the_kasi_says_not_complete_with_a_reason_when_every_paper_is_ticked(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_ktp()
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.hasil("Tidak lengkap")
    assert loket.permohonan().ringkasan.posisi == "periksa"
    assert loket.panel.alasan.nada is Nada.BAHAYA
    loket.ketik("fotokopi kurang terang, tolong ulangi")  # l and t are letters here, not keys
    assert loket.permohonan().ringkasan.versi == 1
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    alasan = loket.permohonan().riwayat[-1].alasan
    assert alasan == "fotokopi kurang terang, tolong ulangi"
    assert loket.permohonan().ringkasan.menunggu == "pemohon"


def test_a_note_on_a_paper_is_kept_and_printed(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_ktp(berkas=("1", "2", "3"))
    loket.tekan(K.Key_F2)
    loket.isi("asli menyusul")
    loket.tekan(ENTER, CTRL)
    assert "asli menyusul" in " ".join(loket.simpan_cetakan()[0].split())
    assert [b.catatan for b in loket.permohonan().berkas if b.catatan] == ["asli menyusul"]


def baris_buku(register):
    return [register.model_buku.row(n) for n in range(register.model_buku.rowCount())]

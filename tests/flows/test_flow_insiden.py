"""A stick is lost: Ctrl+Shift+K, Ctrl+D, the PIN; then the notice and the list of people."""

from __future__ import annotations

import pytest
from builders import NAMA_KASI, PIN_KASI
from flows.loket import CTRL, ENTER, NIK, SHIFT, K
from flows.siap import kk_diterima, mulai
from printing.xlsx_baca import baca_lembar
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.catatan_kantor import CatatanKantor
from sooko_desk.ui.insiden import DialogInsiden
from sooko_desk.ui.kit.pesan_depan import PesanDepan


def tunggu(loket, jenis):
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), jenis))
    return QApplication.activeModalWidget()


@pytest.fixture
def hilang(loket, tmp_path):
    """One case, an office stick with a backup of it, and the Kasi at the trail of the office."""
    mulai(loket, kk_diterima)
    folder = tmp_path / "stik"
    folder.mkdir()
    volume = Volume(folder, "", 9_000_000_000)
    tempat = loket.meja.jaga.tempat.siapkan_tandai(volume)()
    otomatis = loket.meja.jaga.otomatis
    otomatis.catat(otomatis.siapkan((tempat,), Kemajuan()).jalankan(), None, Sebab.OTOMATIS)
    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_K, CTRL | SHIFT)
    return loket


def buka(loket):
    tunggu(loket, CatatanKantor)
    loket.tekan(K.Key_D, CTRL)
    loket.izinkan()
    return tunggu(loket, DialogInsiden)


def test_the_people_in_a_lost_backup_are_listed_and_the_notice_is_printed(hilang):
    loket = hilang
    dialog = buka(loket)
    assert "Cadangan" not in dialog.terkena.text()
    assert dialog.terkena.text() == (
        "Terkena: 1 permohonan, 1 orang pemohon.\n"
        "Batas 3 x 24 jam: 26/11/2026 09.05, sisa 72 jam 0 menit."
    )
    loket.tekan(K.Key_P, CTRL)
    assert "Catat dulu" in dialog.spanduk.teks
    loket.tekan(K.Key_S, CTRL)
    loket.tekan(ENTER, CTRL)
    assert "Pilih bagaimana" in dialog.pelindung.pesan
    dialog.pelindung.input.setFocus()
    loket.ketik("masih")
    loket.tekan(ENTER)
    dialog.uraian.input.setFocus()
    loket.ketik("Tertinggal di angkutan")
    dialog.tindakan.input.setFocus()
    loket.ketik("Dilaporkan ke Polsek")
    loket.tekan(ENTER, CTRL)
    assert "Tercatat" in dialog.spanduk.teks
    [kejadian] = loket.store.kejadian.list_kejadian([JenisKejadian.INSIDEN])
    assert kejadian.petugas == NAMA_KASI
    loket.tekan(ENTER, CTRL)  # once is enough
    assert len(loket.store.kejadian.list_kejadian([JenisKejadian.INSIDEN])) == 1
    loket.tekan(K.Key_P, CTRL)
    [isi] = loket.simpan_cetakan()
    assert "Batas pemberitahuan Kamis, 26 November 2026 pukul 09.05 WIB" in " ".join(isi.split())
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    loket.tangan.tunggu(lambda: list(loket.keluar.glob("*.xlsx")))
    [path] = loket.keluar.glob("*.xlsx")
    kata = str(baca_lembar(path.read_bytes(), 2))
    assert loket.permohonan().ringkasan.nomor_tanda_bukti in kata
    assert NIK not in kata
    [ekspor] = loket.store.kejadian.list_kejadian([JenisKejadian.EKSPOR])
    assert ekspor.isi["jumlah"] == "1 orang"
    loket.tekan(K.Key_Escape)
    catatan = tunggu(loket, CatatanKantor)
    assert "Data hilang atau bocor" in [
        catatan.model.index(b, 1).data() for b in range(catatan.model.rowCount())
    ]
    loket.tekan(K.Key_Escape)


def test_what_was_written_down_is_opened_again_from_the_trail(hilang):
    loket = hilang
    dialog = buka(loket)
    loket.tekan(K.Key_Home)
    loket.tekan(ENTER)  # all up to a day: the day is asked
    dialog.sampai.input.clear()
    loket.ketik("9")
    assert dialog.terkena.text() == ""
    loket.tekan(K.Key_Backspace)
    loket.ketik("23112026")
    assert "1 permohonan" in dialog.terkena.text()
    dialog.pelindung.input.set_kode("dapat dibaca tanpa kunci")
    dialog.uraian.input.setText("Komputer dicuri")
    dialog.tindakan.input.setText("Dilaporkan")
    loket.tekan(ENTER, CTRL)
    loket.tekan(K.Key_Escape)
    catatan = tunggu(loket, CatatanKantor)
    catatan.jenis.setCurrentIndex(catatan.jenis.findData(str(JenisKejadian.INSIDEN)))
    catatan.tabel.setFocus()
    loket.tekan(ENTER)
    loket.izinkan()
    lagi = tunggu(loket, DialogInsiden)
    assert lagi.utama.isHidden()
    assert lagi.cetak.isEnabled()
    lagi.pindai("TB-KK-2026-00001")
    loket.tekan(K.Key_Escape)
    catatan.jenis.setCurrentIndex(catatan.jenis.findData(str(JenisKejadian.MASUK)))
    catatan.tabel.setFocus()
    loket.tekan(ENTER)  # nothing to be opened
    assert QApplication.activeModalWidget() is catatan
    loket.tekan(K.Key_Escape, kali=2)


def test_a_register_that_cannot_be_read_is_told_in_front_of_the_trail(hilang, monkeypatch):
    loket = hilang
    catatan = tunggu(loket, CatatanKantor)

    def rusak(*_):
        raise UserError("Register rusak.")

    monkeypatch.setattr(type(loket.meja.insiden), "list_cadangan", rusak)
    loket.tekan(K.Key_D, CTRL)
    loket.izinkan()
    loket.tangan.tunggu(lambda: catatan.findChild(PesanDepan) is not None)
    assert catatan.findChild(PesanDepan).teks == "Register rusak."
    loket.tekan(K.Key_Escape)


def test_a_list_in_front_says_it_once_and_a_fault_all_the_same(hilang):
    loket = hilang
    dialog = buka(loket)
    loket.tekan(K.Key_P, CTRL)  # to be written down first
    loket.jendela._kabar.pesan.emit("Printer tidak menjawab.")
    QApplication.processEvents()
    assert dialog.spanduk.teks == "Printer tidak menjawab."
    assert dialog.findChildren(PesanDepan) == []
    loket.jendela.tampilkan_galat("Ada kesalahan di dalam program.")  # of which it does not hear
    QApplication.processEvents()
    assert [p.teks for p in dialog.findChildren(PesanDepan)] == ["Ada kesalahan di dalam program."]
    loket.tekan(K.Key_Escape, kali=2)

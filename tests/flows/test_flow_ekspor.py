"""A file with data of several people needs the PIN of the Kasi and leaves a trail."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR, Kantor
from flows.loket import CTRL, NIK, SHIFT, K, kirim_hapusan
from flows.siap import kk_diterima, kk_lengkap, mulai
from PySide6.QtWidgets import QApplication

from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.ui.catatan_kantor import CatatanKantor
from sooko_desk.ui.minta_pin import MintaPin


def kk_terdaftar(loket):
    """One KK that has its register number."""
    kk_lengkap(loket)
    operator, kasi = loket.meja.petugas.list_petugas()
    kantor = Kantor(
        store=loket.store,
        meja=loket.meja,
        clock=loket.clock,
        operator=operator,
        kasi=kasi,
        volume=None,
    )
    kantor.sampai(loket.permohonan(), "serahkan")


def tunggu_pin(loket):
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), MintaPin))
    return QApplication.activeModalWidget()


def jawab(loket, pin):
    """Type the PIN, and see that the question goes."""
    dialog = tunggu_pin(loket)
    loket.ketik(pin)
    loket.tekan(K.Key_Return)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def list_ekspor(loket):
    semua = loket.store.kejadian.list_kejadian([JenisKejadian.EKSPOR])
    return [(k.petugas, k.isi) for k in semua]


def list_berkas(loket):
    return sorted(p.suffix for p in loket.keluar.iterdir())


@pytest.fixture
def terdaftar(loket):
    """The operator looks at the register, in which one KK stands."""
    mulai(loket, kk_terdaftar)
    loket.buka_tab(5)
    return loket


def test_the_register_becomes_a_workbook_only_with_the_pin_of_the_kasi(terdaftar):
    loket = terdaftar
    loket.tekan(K.Key_S, CTRL)
    dialog = tunggu_pin(loket)
    loket.ketik(PIN_OPERATOR)
    loket.tekan(K.Key_Return)
    loket.tangan.tunggu(lambda: "PIN salah" in dialog.pin.pesan)
    assert (list_berkas(loket), list_ekspor(loket)) == ([], [])
    loket.ketik(PIN_KASI)
    loket.tekan(K.Key_Return)
    loket.tangan.tunggu(lambda: list_berkas(loket) == [".xlsx"])
    [(petugas, isi)] = list_ekspor(loket)
    assert petugas == NAMA_KASI
    assert isi["diminta"] == NAMA_OPERATOR
    assert (isi["berkas"], isi["jumlah"]) == ("XLSX", "1 orang")
    assert NIK not in str(isi)
    assert "Suwarti" not in str(isi)
    assert "tersimpan" in loket.tab.spanduk.teks
    log = loket.meja.pencetakan.list_cetakan(SaringCetakan(dokumen="register_xlsx"))
    assert [(b.petugas, b.hasil) for b in log] == [(NAMA_OPERATOR, "tersimpan")]


def test_giving_up_at_the_pin_or_at_the_place_leaves_neither_file_nor_trail(terdaftar):
    loket = terdaftar
    loket.tekan(K.Key_S, CTRL)
    tunggu_pin(loket)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)
    loket.keluar_dipilih = False
    loket.tekan(K.Key_S, CTRL)
    jawab(loket, PIN_KASI)
    assert (list_berkas(loket), list_ekspor(loket)) == ([], [])


def test_what_cannot_be_written_down_is_not_saved(terdaftar, monkeypatch):
    loket = terdaftar

    def penuh(*_):
        raise UserError("Cakram penuh. Kosongkan dulu.")

    loket.tekan(K.Key_S, CTRL)
    tunggu_pin(loket)
    monkeypatch.setattr(loket.store.kejadian, "catat", penuh)
    jawab(loket, PIN_KASI)
    assert list_berkas(loket) == []
    assert loket.tab.spanduk.teks == "Cakram penuh. Kosongkan dulu."


def test_a_printed_book_is_saved_as_a_file_only_with_the_pin(terdaftar):
    """On paper it goes without: the paper stays in the office and is in the print log."""
    loket = terdaftar
    loket.tekan(K.Key_F9)
    dialog = loket.tunggu_cetak()
    loket.tekan(K.Key_S, CTRL)
    tunggu_pin(loket)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is dialog)
    assert list_berkas(loket) == []
    loket.tekan(K.Key_S, CTRL)
    jawab(loket, PIN_KASI)
    assert list_berkas(loket) == [".pdf"]
    assert [isi["berkas"] for _, isi in list_ekspor(loket)] == ["PDF"]
    loket.tutup_cetak()


def test_a_receipt_is_saved_without_a_pin(loket):
    mulai(loket, kk_diterima)
    loket.buka_tab(5)
    loket.ketik("suwarti")
    loket.tekan(K.Key_Return)
    loket.tekan(K.Key_F8)
    loket.simpan_cetakan()
    assert list_berkas(loket) == [".pdf"]
    assert list_ekspor(loket) == []


def test_the_kasi_reads_the_trail_and_narrows_it_down(terdaftar):
    loket = terdaftar
    loket.tekan(K.Key_S, CTRL)
    jawab(loket, PIN_KASI)
    loket.ketik("suwarti")
    loket.tekan(K.Key_Return)
    loket.tekan(K.Key_N, CTRL | SHIFT)
    loket.tekan(K.Key_K, CTRL | SHIFT)
    assert QApplication.activeModalWidget() is None
    assert "Hanya Kasi" in loket.jendela.kerja.spanduk.teks
    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_K, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CatatanKantor)
    kata = list_kata(dialog)
    assert "Data disimpan ke berkas" in kata
    assert "Petugas masuk" in kata
    pilih(dialog.jenis, "Data lengkap dilihat")
    assert list_kata(dialog) == ["Data lengkap dilihat"]
    assert dialog.model.index(0, 3).data().startswith("TB-KK-")
    assert "NIK dan nomor KK" in dialog.rincian.text()
    loket.tekan(K.Key_Escape)
    assert list_kata(dialog) == kata
    dialog.pindai("TB-KK-2026-00001")
    assert list_kata(dialog) == ["Data lengkap dilihat"]
    dialog.kode.clear()
    dialog.hari.setText("22/11/2026")
    assert list_kata(dialog) == []
    dialog.hari.setText("23/1")
    assert list_kata(dialog) == kata
    pilih(dialog.petugas, NAMA_OPERATOR)
    assert "Data disimpan ke berkas" not in list_kata(dialog)
    loket.tekan(K.Key_Escape, kali=2)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)


def list_kata(dialog):
    return [dialog.model.index(b, 1).data() for b in range(dialog.model.rowCount())]


def pilih(combo, kata):
    combo.setCurrentIndex(combo.findText(kata))

"""A register that somebody changed beside the program, as the officers meet it the next morning."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from data.register_usik import Usik
from flows.loket import CTRL, K, Loket, kirim_hapusan
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.services.cadangan_otomatis import Tingkat
from sooko_desk.ui.jaga.dialog import DialogJaga

HARUS = (
    "Riwayat nomor 1 (permohonan {}) diubah di luar program; terakhir dicatat 23/11/2026 09.05. "
    "Jangan hapus apa pun; bandingkan dengan kertas dan cadangan, lalu beri tahu Kasi Pelayanan."
)


@pytest.fixture
def diusik(loket: Loket):
    """One case; then the file was changed with its key. The program is closed."""
    loket.buka(PIN_OPERATOR)
    loket.jendela.resize(1366, 728)
    loket.isi_kk()
    loket.nomor = loket.simpan().ringkasan.nomor_tanda_bukti
    usik = Usik(loket.data, loket.store.kunci.kunci)
    loket.tutup()
    usik.ubah("UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    return loket


def list_catatan(loket):
    return loket.store.kejadian.list_kejadian([JenisKejadian.RANTAI_PUTUS])


def siap(loket):
    loket.tangan.tunggu(lambda: loket.jendela._kerja is not None)


@pytest.mark.parametrize("pin", [PIN_OPERATOR, PIN_KASI])
def test_a_broken_chain_is_told_to_whoever_signs_in_and_work_goes_on(diusik, pin):
    loket = diusik
    loket.buka(pin)
    kerja = loket.jendela.kerja
    assert HARUS.format(loket.nomor) in kerja.spanduk.teks
    lampu = kerja.jaga.lampu
    assert (lampu.keadaan.tingkat, lampu.keadaan.kata) == (Tingkat.MERAH, "Periksa register")
    (catatan,) = list_catatan(loket)
    assert catatan.isi["di"] == "peristiwa 1: diubah"
    loket.ganti(PIN_OPERATOR)
    assert HARUS.format(loket.nomor) in kerja.spanduk.teks
    loket.buka_tab(1)
    loket.isi_kk(nama="Sumarni", nik="3516134708459002")
    loket.simpan()
    loket.tutup()
    loket.buka(pin)
    assert HARUS.format(loket.nomor) in loket.jendela.kerja.spanduk.teks
    assert len(list_catatan(loket)) == 1


def test_the_check_of_everything_lists_it(diusik):
    loket = diusik
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    loket.tekan(K.Key_F5)
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
    assert dialog.pemeriksaan.temuan.toPlainText() == HARUS.format(loket.nomor)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def test_sign_in_tells_the_last_entry_once_the_register_is_read(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    nomor = loket.simpan().ringkasan.nomor_tanda_bukti
    loket.tutup()
    loket.buka()
    masuk = loket.jendela.masuk
    tinggi = masuk.entri.height()
    siap(loket)
    assert masuk.entri.text() == (
        f"Entri terakhir: {nomor}, 23/11/2026 09.05, oleh {NAMA_OPERATOR}."
    )
    loket.jendela.resize(1366, 728)
    QApplication.processEvents()
    assert masuk.entri.height() == tinggi
    assert masuk.entri.fontMetrics().horizontalAdvance(masuk.entri.text()) <= masuk.entri.width()
    loket.masuk(PIN_OPERATOR)
    loket.tekan(K.Key_F12)
    assert masuk.entri.text() == " "

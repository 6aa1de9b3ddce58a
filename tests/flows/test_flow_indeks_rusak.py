"""A damaged search index at the counter: results and a sentence, and the register goes on."""

from __future__ import annotations

import pytest
import shiboken6
from builders import PIN_OPERATOR
from data.register_usik import Usik
from flows.loket import CTRL, ENTER, NAMA, K, kirim_hapusan
from PySide6.QtWidgets import QApplication

from sooko_desk.data.rantai_periksa import periksa_lengkap
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.services.indeks import DIBANGUN_ULANG
from sooko_desk.ui.jaga.dialog import DialogJaga

RUSAK = {
    "its pages are gone": "DELETE FROM cari_data WHERE id > 10",
    "its structure is noise": "UPDATE cari_data SET block = x'ffffffffffff' WHERE id = 10",
    "its form is gone": "DELETE FROM cari_config",
}


@pytest.fixture
def rusak(loket):
    """One case; `rusak(sql)` closes the program, damages the index and starts it again."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()

    def rusak(sql):
        usik = Usik(loket.data, loket.store.kunci.kunci)
        loket.tutup()
        usik.ubah(sql)
        loket.buka(PIN_OPERATOR)
        return loket

    return rusak


def list_kejadian(loket):
    return loket.store.kejadian.list_kejadian([JenisKejadian.INDEKS_DIBANGUN])


def cari(loket, teks):
    loket.tekan(K.Key_F3)
    loket.ketik(teks)
    return loket.jendela.kerja.register


@pytest.mark.parametrize("sql", RUSAK.values(), ids=RUSAK)
def test_a_search_over_a_damaged_index_finds_and_says_that_it_was_made_anew(rusak, sql):
    loket = rusak(sql)
    tab = cari(loket, NAMA.split()[0])
    assert tab.spanduk.teks == DIBANGUN_ULANG
    assert [tab.model_cari.row(n).id for n in range(tab.model_cari.rowCount())] == [1]
    assert len(list_kejadian(loket)) == 1
    assert periksa_lengkap(loket.store._db.connection()).putus == ()


def test_a_register_that_is_damaged_itself_is_told_as_before(rusak):
    loket = rusak("DROP TABLE cari_data")
    tab = cari(loket, NAMA.split()[0])
    assert "Berkas register rusak" in tab.spanduk.teks
    assert tab.model_cari.rowCount() == 0


def test_an_intake_over_a_damaged_index_is_stored_at_the_second_press(rusak):
    loket = rusak("DELETE FROM cari_data")
    loket.isi_kk(nama="Sumarni", nik="3516134708459002")
    loket.tekan(ENTER, CTRL)
    assert "Simpan sekali lagi" in loket.jendela.kerja.penerimaan.spanduk.teks
    assert loket.simpan().ringkasan.id == 2
    assert [r.id for r in loket.meja.register.list_cari("Sumarni")] == [2]


def test_the_check_finds_an_index_that_leaves_cases_out(rusak):
    loket = rusak("UPDATE cari_data SET block = zeroblob(length(block)) WHERE id = 10")
    assert loket.meja.register.list_cari(NAMA.split()[0]) == ()
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    for kata in (DIBANGUN_ULANG, ""):
        loket.tekan(K.Key_F5)
        loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
        assert dialog.pemeriksaan.spanduk.teks.startswith("Semua utuh: 1 permohonan")
        assert dialog.pemeriksaan.spanduk.teks.endswith(kata or "detik.")
    assert len(loket.meja.register.list_cari(NAMA.split()[0])) == 1
    loket.store._db.execute_sql("DELETE FROM cari_docsize")
    loket.store._db.execute_sql(
        "CREATE TEMP TRIGGER penuh BEFORE INSERT ON main.kejadian_kantor "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    loket.tekan(K.Key_F5)
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
    assert "Cakram komputer penuh" in dialog.pemeriksaan.spanduk.teks
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))

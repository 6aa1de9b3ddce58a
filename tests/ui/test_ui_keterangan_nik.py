"""What a NIK says (sex, birth, region) is read in full while the caret is in the next field."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, SHIFT, K, Loket
from PySide6.QtWidgets import QApplication

SOOKO = "wilayah Sooko, Kab. Mojokerto"
SEKALIMAT = {
    "3516131708459001": f"Laki-laki, lahir 17/08/1945, {SOOKO}",
    "3516135708099001": f"Perempuan, lahir 17/08/1909 atau 17/08/2009, {SOOKO}",
}


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    loket = Loket(tmp_path_factory.mktemp("loket")).atur_petugas().buka(PIN_OPERATOR)
    yield loket
    loket.tutup()


def assert_terbaca(baris, kalimat):
    QApplication.processEvents()
    assert not baris.input.hasFocus()
    assert baris.pesan == kalimat
    assert baris._lanjut.isVisible()
    assert baris._lanjut.width() >= baris._pesan.needed()
    assert (
        baris.window()
        .rect()
        .contains(baris._lanjut.mapTo(baris.window(), baris._lanjut.rect().bottomRight()))
    )


@pytest.mark.parametrize("ukuran", [(1366, 728), (1040, 560)])
@pytest.mark.parametrize("nik", SEKALIMAT)
def test_the_sentence_is_whole_on_every_screen(loket, ukuran, nik):
    loket.jendela.resize(*ukuran)
    loket.buka_tab(1)
    loket.ketik(nik)
    assert_terbaca(loket.bidang["nik"], SEKALIMAT[nik])
    loket.tekan(K.Key_Delete, CTRL | SHIFT)


@pytest.mark.parametrize("ukuran", [(1366, 728), (1040, 560)])
def test_it_is_whole_beside_the_data_of_an_earlier_applicant(loket, ukuran):
    nik = "3516131708459001"
    loket.buka_tab(1)
    if not loket.meja.pemohon_lama.find(nik):
        loket.isi_ktp(nik=nik, nama="Orang Lama")
        loket.simpan()
    loket.jendela.resize(*ukuran)
    loket.ketik(nik)
    assert loket.bidang["nama"].pesan == "data lama"
    assert_terbaca(loket.bidang["nik"], SEKALIMAT[nik])
    loket.tekan(K.Key_Delete, CTRL | SHIFT)

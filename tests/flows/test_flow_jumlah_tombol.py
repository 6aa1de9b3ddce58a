"""How many keys an applicant costs: counted by typing, from the empty form to the print preview."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NAMA, NIK, NKK, TANPA, K, Loket
from PySide6.QtCore import Qt


class LoketPenghitung(Loket):
    """Counts: a press with Ctrl or Alt is one in `tombol`, two in `jari`."""

    tombol = jari = 0

    def tekan(self, tombol, tambahan=TANPA, kali=1):
        self.tombol += kali
        self.jari += kali * (1 + Qt.KeyboardModifier(tambahan).value.bit_count())
        super().tekan(tombol, tambahan, kali=kali)

    def ketik(self, teks):
        self.tombol += len(teks)
        self.jari += len(teks)
        super().ketik(teks)

    def isi(self, *teks):
        for satu in teks:
            self.ketik(satu)
            self.tekan(ENTER)

    def nol(self):
        self.tombol = self.jari = 0


@pytest.fixture
def penghitung(qapp, tmp_path):
    loket = LoketPenghitung(tmp_path).atur_petugas().buka(PIN_OPERATOR)
    yield loket
    loket.tutup()


def sampai_pratinjau(loket, nomor):
    dialog = loket.tunggu_cetak()
    assert dialog.isVisible()
    assert loket.jumlah() == nomor
    assert loket.permohonan(nomor).ringkasan.status == "Menunggu pemeriksaan Kasi"


def test_a_known_applicant_with_complete_papers_needs_few_keys(penghitung):
    loket = penghitung
    loket.isi_ktp()
    loket.simpan()
    loket.nol()
    loket.ketik(NIK)
    loket.ketik("1")  # the caret came to the service by itself
    loket.ketik("ib2")
    loket.tekan(K.Key_F9)
    loket.ketik("3")
    loket.tekan(ENTER, CTRL)
    sampai_pratinjau(loket, 2)
    assert loket.tombol - len(NIK) == 7
    assert loket.jari - len(NIK) == 8  # the measure is 12
    loket.tutup_cetak()
    lama, baru = (loket.permohonan(n) for n in (1, 2))
    assert baru.ringkasan.pemohon == lama.ringkasan.pemohon
    assert [b.kode for b in baru.berkas if b.ada] == ["F-1.02", "kk_lama", "akta_kelahiran"]


def test_the_reason_may_be_taken_with_enter_and_the_list_used_too(penghitung):
    loket = penghitung
    loket.isi_kk()
    loket.simpan()
    loket.nol()
    loket.ketik(NIK[:8])
    loket.tekan(K.Key_Down)
    loket.tekan(ENTER)
    loket.tekan(K.Key_2, ALT)
    loket.ketik("iia")
    loket.tekan(ENTER)
    loket.tekan(K.Key_F9)
    loket.tekan(ENTER, CTRL)
    sampai_pratinjau(loket, 2)
    assert loket.jari <= 8 + 12
    loket.tutup_cetak()


def test_a_new_applicant_needs_the_data_and_eight_keys(penghitung):
    loket = penghitung
    data = (NIK, NAMA, "081234569001", NKK, "Japan", "Jl. Contoh 1", "001", "002", "ib2")
    loket.nol()
    loket.ketik(NIK)
    loket.isi(NAMA, "081234569001")
    loket.ketik(NKK)
    loket.isi("Japan", "Jl. Contoh 1")
    loket.ketik("001")
    loket.ketik("002")
    loket.tekan(K.Key_1, ALT)
    loket.ketik("ib2")
    loket.tekan(K.Key_F9)
    loket.ketik("3")
    loket.tekan(ENTER, CTRL)
    sampai_pratinjau(loket, 1)
    assert loket.tombol - sum(map(len, data)) == 8
    loket.tutup_cetak()
    p = loket.permohonan().ringkasan.pemohon
    assert (p.nik, p.nkk, p.nama, p.rt, p.rw) == (NIK, NKK, NAMA.upper(), "001", "002")
    assert (p.alamat, p.telepon) == ("JL. CONTOH 1", "081234569001")

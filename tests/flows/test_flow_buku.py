"""The register book in the real program, by keys: pages come out alike, columns change."""

from __future__ import annotations

from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, K
from PySide6.QtWidgets import QApplication
from services.buku_uji import tulis_buku

from sooko_desk.domain.sop import Peran
from sooko_desk.ui.buku.dialog_buku import DialogBuku


def tulis(loket, urutan):
    kasi = next(p for p in loket.meja.petugas.list_petugas() if p.peran is Peran.KASI)
    tulis_buku(loket.store, kasi, 1, urutan, waktu=loket.clock.now())


def cetak(loket, *kunci):
    """F3, F9, these keys, Enter; the pages as saved."""
    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_F9)
    assert isinstance(QApplication.activeModalWidget(), DialogBuku)
    for satu in kunci:
        loket.tekan(*satu)
    loket.tekan(ENTER, CTRL)
    loket.tunggu_cetak()
    return loket.simpan_cetakan()


def test_full_pages_come_out_alike_and_the_kasi_changes_the_columns(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    tulis(loket, "c" * 9 + "k" + "c" * 5)
    [lama] = cetak(loket)  # the one full page
    assert "Jilid 1 · Halaman 1 dari 100" in lama
    assert "Pembetulan 23/11/2026" in lama
    loket.clock.maju(60 * 24)

    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_F10)
    loket.tekan(K.Key_8, CTRL)
    dialog = QApplication.activeModalWidget()
    tab = dialog.tab.currentWidget()
    tab.per_halaman.input.setFocus()
    for _ in range(3):
        loket.tekan(K.Key_Up)
    assert "5 baris kosong di halaman 2 ditutup garis" in tab.peringatan.text()
    loket.tekan(ENTER, CTRL)
    assert tab.spanduk.teks == "Bentuk buku tersimpan. Baris berikutnya mulai di halaman baru."
    loket.tekan(K.Key_Escape)
    loket.ganti(PIN_OPERATOR)

    assert loket.store.buku.find_bentuk("KK").per_halaman == 13
    tulis(loket, "c" * 2)
    satu, dua, tiga = cetak(loket, (K.Key_4, ALT))
    assert satu == lama
    assert "Baris ini tidak dipakai" in dua
    assert "R-16/2026" in tiga
    hasil = [(c.dokumen, c.tujuan, c.hasil) for c in loket.meja.pencetakan.list_cetakan()][:2]
    assert hasil == [("register", "berkas", "tersimpan")] * 2

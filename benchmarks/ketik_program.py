"""The program's side: the real window over the real register, an officer's keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import giliran as g
from layar import Pengukur, pasang_pesan
from penulis_register import SEKARANG
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from register_besar import PIN_OPERATOR, hasher

from sooko_desk.app import build, tenangkan_memori
from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.app_tangan import ALT, CTRL, ENTER, Tangan
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.ui import theme

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from layar import Catatan

    from sooko_desk.ui.jendela import Jendela

SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key
TENANG_MS = 400
"""After something that is not measured."""


def jalankan(sambungan: Connection, folder: str) -> None:
    """Open the program, then type every turn that comes; None ends."""
    pasang_pesan()
    app = QApplication(["ketik"])
    theme.apply(app)
    program = build(
        Lingkungan(Path(folder), clock=JamTetap(SEKARANG), hasher=hasher(), latihan=True)
    )
    try:
        program.jendela.siap.connect(tenangkan_memori)
        program.jendela.show()
        program.jendela.mulai()
        Tangan(program.jendela).masuk(PIN_OPERATOR)
        QTest.qWait(TENANG_MS)
        petugas = _Petugas(program.jendela)
        sambungan.send([])
        while (giliran := sambungan.recv()) is not None:
            sambungan.send(petugas.kerjakan(giliran))
    finally:
        program.tutup()


class _Petugas:
    """Types the turns, and sees that the right answers came: a wrong one measures nothing."""

    def __init__(self, jendela: Jendela) -> None:
        self._kerja = jendela.kerja
        self._ukur = Pengukur(jendela)

    def kerjakan(self, giliran: g.Giliran) -> list[Catatan]:
        self._ukur.catatan.clear()
        self._pemohon_lama(giliran)
        self._pemohon_baru(giliran)
        self._cari(giliran)
        return list(self._ukur.catatan)

    def _pemohon_lama(self, giliran: g.Giliran) -> None:
        self._nik(giliran.lama.nik, g.DAFTAR_LAMA, g.NIK_LAMA)
        self._ukur.tekan(K.Key_1 if giliran.layanan == "KK" else K.Key_2, ALT)
        self._ukur.ketik(giliran.alasan)
        self._ukur.tekan(ENTER, baris=g.ALASAN)
        form = self._kerja.penerimaan.baca_form()
        assert (form.nama, form.nkk) == (giliran.lama.nama, giliran.lama.nkk)
        assert (form.layanan, form.jenis) == (giliran.layanan, giliran.alasan)
        self._kosongkan()

    def _pemohon_baru(self, giliran: g.Giliran) -> None:
        ukur, baru = self._ukur, giliran.baru
        self._nik(baru.nik, g.DAFTAR_BARU, g.NIK_BARU)
        ukur.ketik(baru.nama.lower(), g.TANPA)
        ukur.tekan(ENTER, baris=g.NAMA)
        ukur.tekan(ENTER)
        ukur.ketik(baru.nkk[: g.ANGKA_AKHIR], g.TANPA)
        ukur.ketik(baru.nkk[g.ANGKA_AKHIR :], g.NKK)
        penerimaan = self._kerja.penerimaan
        form = penerimaan.baca_form()
        assert (form.nik, form.nama, form.desa) == (baru.nik, baru.nama, baru.desa)
        penerimaan.form.bidang["pengantar_nomor"].input.setFocus()
        QTest.qWait(TENANG_MS)
        ukur.ketik(giliran.pengantar, g.TANPA)
        ukur.tekan(ENTER, baris=g.PENGANTAR)
        assert penerimaan.baca_form().pengantar_nomor == giliran.pengantar
        assert penerimaan.temuan.kalimat
        self._kosongkan()

    def _cari(self, giliran: g.Giliran) -> None:
        ukur, dicari = self._ukur, giliran.dicari
        ukur.tekan(K.Key_F3)
        QTest.qWait(TENANG_MS)
        nama = dicari.nama.lower()
        ukur.ketik(nama[: g.HURUF_PENDEK], g.CARI_PENDEK)
        ukur.ketik(nama[g.HURUF_PENDEK :], g.CARI_NAMA)
        ukur.tekan(K.Key_A, CTRL)
        ukur.ketik(dicari.nik[: g.HURUF_PENDEK], g.CARI_PENDEK)
        ukur.ketik(dicari.nik[g.HURUF_PENDEK :], g.CARI_NOMOR)
        assert self._kerja.register.model_cari.row(0).pemohon.nik == dicari.nik
        ukur.tekan(K.Key_Escape)
        ukur.tekan(K.Key_1, CTRL)
        QTest.qWait(TENANG_MS)

    def _nik(self, nik: str, daftar: str, penuh: str) -> None:
        self._ukur.ketik(nik[: g.ANGKA_DAFTAR], g.TANPA)
        self._ukur.ketik(nik[g.ANGKA_DAFTAR : g.ANGKA_AKHIR], daftar)
        self._ukur.ketik(nik[g.ANGKA_AKHIR :], penuh)

    def _kosongkan(self) -> None:
        self._ukur.tekan(K.Key_Delete, CTRL | SHIFT)
        QTest.qWait(TENANG_MS)

"""Windows of the shelf and of corrections over a register of their own, driven by keys."""

from __future__ import annotations

from builders import NIK_LAIN
from PySide6.QtWidgets import QApplication
from ui.jendela_uji import HARI, K, TanganJendela

from sooko_desk.ui.koreksi import DialogKoreksi
from sooko_desk.ui.pengambilan.dialog import DialogBelumDiambil
from sooko_desk.ui.pengambilan.tempat import DialogTempat

JAPAN, GEMEKAN = "35.16.13.2009", "35.16.13.2001"


class Tangan(TanganJendela):
    """Hands at the shelf, or at the form of corrections."""

    def siap(self, layanan="KK", **ganti):
        """A case whose document waits on the shelf."""
        return self.kantor.sampai(self.kantor.terima(layanan, **ganti), "serahkan")

    def siap_tiga(self):
        """Three documents that wait 41, 31 and 0 days."""
        semua = [self.siap(nama="SITI AMINAH", desa=GEMEKAN, telepon="")]
        self.kantor.clock.maju(10 * HARI)
        semua.append(self.siap("KTP", nama="BUDI SANTOSO", desa=JAPAN, nik=NIK_LAIN))
        self.kantor.clock.maju(31 * HARI)
        self.kantor.buka_tahun()
        semua.append(self.siap(nama="WAGIMAN", desa=JAPAN))
        return semua

    def list_nama(self):
        """Names in the list of the shelf, top to bottom."""
        return [b.ringkasan.pemohon.nama for b in self.dialog.daftar.tampak()]

    def buka_belum(self, petugas=None):
        return self.buka_jendela(DialogBelumDiambil, petugas)

    def buka_tempat(self):
        """F2: the question where the chosen documents lie."""
        self.tekan(K.Key_F2)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogTempat)
        return dialog

    def buka_koreksi(self, permohonan, petugas=None):
        petugas = petugas or self.kantor.operator
        terbuka = self.kantor.meja.koreksi.buka(permohonan.ringkasan.id, petugas)
        return self.tampilkan(
            DialogKoreksi(self.kantor.meja, terbuka, self.kabar, petugas, self.induk)
        )

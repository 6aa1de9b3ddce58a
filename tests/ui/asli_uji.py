"""The window of originals over a register of its own; used by the files test_ui_asli*.py."""

from __future__ import annotations

from dataclasses import replace

from builders import list_tanda
from ui.jendela_uji import CTRL, ENTER, K, TanganJendela

from sooko_desk.domain.permohonan import Bentuk
from sooko_desk.ui.asli.dialog import DialogAsli


class LoketAsli(TanganJendela):
    """Hands at the window of originals."""

    def terima(self, nama, asli=2, **ganti):
        """A case that came with so many originals."""
        sop = self.kantor.sop()
        tanda = list_tanda(sop, "I.A.1")
        berkas = tuple(
            replace(t, bentuk=Bentuk.ASLI if n < asli else Bentuk.FOTOKOPI)
            for n, t in enumerate(tanda)
        )
        return self.kantor.terima(nama=nama, berkas=berkas, **ganti)

    def buka(self, petugas=None):
        return self.buka_jendela(DialogAsli, petugas)

    # -- what the officer sees

    @property
    def nama(self):
        """Names in the table, top to bottom."""
        model = self.dialog.daftar.model
        return [model.row(n).ringkasan.pemohon.nama for n in range(model.rowCount())]

    @property
    def centang(self):
        """Numbers of the ticked papers."""
        kotak = self.dialog.panel.ceklis.list_kotak()
        return [n for n, satu in enumerate(kotak, 1) if satu.isChecked()]

    @property
    def terbuka(self):
        """Name on the right-hand side; "" = nothing chosen."""
        panel = self.dialog.panel
        return panel.nama.text() if panel.permohonan is not None else ""

    def pilih(self, nama):
        """Type the name and Enter: the caret stands on the papers."""
        self.dialog.daftar.cari.setFocus()
        self.tekan(K.Key_A, CTRL)
        self.ketik(nama)
        self.tekan(ENTER)

    def kembalikan(self):
        self.tekan(ENTER, CTRL)

    def gerak_asli(self, permohonan):
        """(outcome, receiver) of the custody events of a case."""
        return [
            (p.hasil, p.rincian.get("Diterima oleh", ""))
            for p in self.simpanan(permohonan).riwayat
            if p.langkah == "asli"
        ]

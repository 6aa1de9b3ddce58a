"""The window of batches over a register of its own; used by test_ui_kiriman*.py and the flow."""

from __future__ import annotations

from ui.jendela_uji import TanganJendela

from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.ui.kiriman.dialog import DialogKiriman

NAMA = ("Ani", "Budi", "Cahyo", "Dewi", "Eko")


def siapkan(kantor, banyak, nama=NAMA):
    """So many KTP cases that wait to be sent; their ids."""
    semua = [kantor.terima("KTP", nama=nama[n % len(nama)]) for n in range(banyak)]
    return tuple(kantor.sampai(p, "kirim").ringkasan.id for p in semua)


class LoketKiriman(TanganJendela):
    """Hands at the window of batches."""

    def kirim(self, nomor):
        """Send these cases beside the window; the id of the list."""
        perintah = PerintahKirim(f"k{nomor}", tuple(nomor), {"cara_pengiriman": "siak"})
        return self.kantor.meja.kiriman.kirim(perintah, self.kantor.operator).id

    def buka(self, petugas=None):
        return self.buka_jendela(DialogKiriman, petugas)

    # -- what the officer sees

    @property
    def kata(self):
        """The banner; "" = hidden."""
        spanduk = self.dialog.spanduk
        return spanduk.teks if spanduk.isVisible() else ""

    @property
    def siap(self):
        """Names on the first page, top to bottom."""
        model = self.dialog.siap.daftar.model
        return [model.row(n).pemohon.nama for n in range(model.rowCount())]

    @property
    def keluar_nama(self):
        """Names on the right of the second page, top to bottom."""
        model = self.dialog.terkirim.isi.model
        return [model.row(n).ringkasan.pemohon.nama for n in range(model.rowCount())]

    @property
    def kolom(self):
        """How many cases are out of each list on the left, by its number."""
        model = self.dialog.terkirim.model
        baris = (model.row(n) for n in range(model.rowCount()))
        return {b.nomor: b.di_luar for b in baris}

    @property
    def keadaan(self):
        """The chips on the right, top to bottom."""
        model = self.dialog.terkirim.isi.model
        return [model.data(model.index(n, 3)) for n in range(model.rowCount())]

    @property
    def centang_siap(self):
        return [r.pemohon.nama for r in self.dialog.siap.daftar.dicentang()]

    @property
    def centang_keluar(self):
        return [b.ringkasan.pemohon.nama for b in self.dialog.terkirim.isi.dicentang()]

    def posisi(self, nomor):
        return [self.kantor.store.permohonan.get(n).ringkasan.posisi for n in nomor]

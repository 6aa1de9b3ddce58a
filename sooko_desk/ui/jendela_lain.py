"""The windows that open over any tab: originals, batches, the shelf, outages, backups, settings.

Each is imported when it is first wanted: together they would double the time to the first picture.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_teks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.catatan_kantor import CatatanKantor
    from sooko_desk.ui.jaga.latar import CadanganLatar
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


class JendelaLain(QObject):
    """Opens them by key from the page of work; nothing opens before somebody is signed in.

    Signals:
        buka_permohonan(int): a case was chosen in one of them.
        lembar_sop(): the SOP sheets are wanted.
        kunci_layar(): the officer leaves the counter for a moment.
        pulihkan(object): the register is to be restored; the Kasi whose PIN allowed it.
        tutup_layar(): a visitor leans over; `SampulPrivasi` has the key.
        petugas_diubah(object): the name of the `Petugas` at work was corrected.
        entri_susulan(str): scan code of a slip of the power-cut pad that is to be typed in.

    Attributes:
        tombol: all of them as a menu, for the head of the page.
    """

    buka_permohonan = Signal(int)
    lembar_sop = Signal()
    entri_susulan = Signal(str)
    kunci_layar = Signal()
    pulihkan = Signal(object)
    tutup_layar = Signal()
    petugas_diubah = Signal(object)

    def __init__(
        self,
        meja: Meja,
        kabar: Kabar,
        pencetak: Pencetak,
        halaman: QWidget,
        latar: CadanganLatar,
    ) -> None:
        super().__init__(halaman)
        self._latar = latar
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._halaman = halaman
        self._petugas: Petugas | None = None
        self.tombol = tombol_teks("Menu", "chevron-down")
        menu = QMenu(self.tombol)
        for teks, kunci, slot in (
            ("Daftar pengiriman", "Ctrl+K", self.buka_kiriman),
            ("Belum diambil", "Ctrl+U", self.buka_belum_diambil),
            ("Asli masih di kantor", "Ctrl+B", self.buka_asli),
            ("SIAK gangguan", "Ctrl+G", self.buka_gangguan),
            ("Blangko listrik padam, entri susulan", "Ctrl+N", self.buka_blangko),
            ("Tutup buku harian", "Ctrl+T", self.buka_tutup_harian),
            ("Buku register tahun baru", "Ctrl+Shift+B", self.buka_tahun_buku),
            ("Laporan bulanan", "Ctrl+Shift+M", self.buka_laporan_bulanan),
            ("Kepatuhan SOP sebulan", "Ctrl+M", self.buka_kepatuhan),
            ("Riwayat cetak", "F7", self.buka_riwayat_cetak),
            ("Lembar SOP", "F11", self.lembar_sop.emit),
            ("Pemeriksaan dan cadangan", "Ctrl+I", self.buka_jaga),
            ("Catatan kantor (Kasi)", "Ctrl+Shift+K", self.buka_catatan_kantor),
            ("Pengaturan", "F10", self.buka_pengaturan),
            ("Ganti PIN saya", "Ctrl+Shift+G", self.buka_ganti_pin),
            ("Kunci layar", "Ctrl+Shift+L", self.kunci_layar.emit),
        ):
            menu.addAction(f"{teks}\t{kunci}").triggered.connect(slot)
            pasang_pintasan(halaman, {kunci: slot})
        menu.addAction("Tutup layar dari pengunjung\tCtrl+Spasi").triggered.connect(
            self.tutup_layar
        )
        self.tombol.setMenu(menu)

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now."""
        self._petugas = petugas

    def buka_riwayat_cetak(self) -> None:
        """What was printed when, and how it went."""
        from sooko_desk.ui.riwayat_cetak import RiwayatCetak

        if self._petugas is not None:
            RiwayatCetak(self._meja.pencetakan, self._pencetak, self._petugas, self._halaman).open()

    def buka_catatan_kantor(self) -> None:
        """What was looked at in full, saved to files, backed up, and who signed in."""
        from sooko_desk.ui.catatan_kantor import CatatanKantor

        if self._petugas is None:
            return
        try:
            dialog = CatatanKantor(self._meja.catatan, self._petugas, self._halaman.window())
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
        else:
            dialog.insiden.connect(partial(self._minta_insiden, dialog))
            dialog.open()

    def _minta_insiden(self, induk: CatatanKantor, kejadian_id: int) -> None:
        """The PIN of the Kasi; then what was lost, or the notice of what was (its event)."""
        from sooko_desk.ui.insiden import KETERANGAN, UNTUK
        from sooko_desk.ui.minta_pin import MintaPin

        if self._petugas is None:
            return
        minta = MintaPin(self._meja.petugas, self._petugas, UNTUK, KETERANGAN, induk)
        minta.disetujui.connect(partial(self._buka_insiden, induk, kejadian_id))
        minta.open()

    def _buka_insiden(self, induk: CatatanKantor, kejadian_id: int, kasi: Petugas) -> None:
        from sooko_desk.ui.insiden import DialogInsiden

        try:
            lama = self._meja.insiden.get(kejadian_id, kasi) if kejadian_id else None
            dialog = DialogInsiden(self._meja, self._kabar, self._pencetak, kasi, lama, induk)
        except OfficerError as galat:
            self._kabar.pesan.emit(str(galat))
            return
        dialog.finished.connect(induk.muat_ulang)
        dialog.open()

    def buka_asli(self) -> None:
        """Originals in the office."""
        from sooko_desk.ui.asli.dialog import DialogAsli

        if self._petugas is not None:
            DialogAsli(
                self._meja, self._kabar, self._pencetak, self._petugas, self._halaman.window()
            ).open()

    def buka_gangguan(self) -> None:
        """Outages of SIAK."""
        from sooko_desk.ui.gangguan import DialogGangguan

        if self._petugas is not None:
            DialogGangguan(self._meja, self._kabar, self._petugas, self._halaman.window()).open()

    def buka_kiriman(self) -> None:
        """Batches to Dispendukcapil."""
        from sooko_desk.ui.kiriman.dialog import DialogKiriman

        if self._petugas is not None:
            DialogKiriman(
                self._meja, self._kabar, self._pencetak, self._petugas, self._halaman.window()
            ).open()

    def buka_belum_diambil(self) -> None:
        """What waits on the shelf."""
        from sooko_desk.ui.pengambilan.dialog import DialogBelumDiambil

        if self._petugas is None:
            return
        dialog = DialogBelumDiambil(
            self._meja, self._kabar, self._pencetak, self._petugas, self._halaman.window()
        )
        dialog.buka_permohonan.connect(self.buka_permohonan)
        dialog.open()

    def buka_blangko(self) -> None:
        """Slips of the power-cut pad: reserve, print, void, type in."""
        from sooko_desk.ui.blangko.dialog import DialogBlangko

        if self._petugas is None:
            return
        dialog = DialogBlangko(
            self._meja, self._kabar, self._pencetak, self._petugas, self._halaman.window()
        )
        dialog.entri_susulan.connect(self.entri_susulan)
        dialog.open()

    def buka_tutup_harian(self) -> None:
        """The daily book: what a day holds, and closing it."""
        from sooko_desk.ui.tutup_harian.dialog import DialogTutupHarian

        if self._petugas is not None:
            DialogTutupHarian(
                self._meja, self._kabar, self._pencetak, self._petugas, self._halaman.window()
            ).open()

    def buka_tahun_buku(self) -> None:
        """Which register year is open, and the opening of the next."""
        from sooko_desk.ui.tahun_buku import DialogTahunBuku

        if self._petugas is not None:
            DialogTahunBuku(self._meja, self._kabar, self._petugas, self._halaman.window()).open()

    def buka_laporan_bulanan(self) -> None:
        """The month for the Camat."""
        from sooko_desk.ui.tutup_harian.laporan_bulanan import DialogLaporanBulanan

        if self._petugas is not None:
            bulanan, jendela = self._meja.laporan.bulanan, self._halaman.window()
            DialogLaporanBulanan(
                bulanan, self._kabar, self._pencetak, self._petugas, jendela
            ).open()

    def buka_kepatuhan(self) -> None:
        """How a month kept to the SOP."""
        from sooko_desk.ui.kepatuhan import DialogKepatuhan

        if self._petugas is not None:
            dialog = DialogKepatuhan(self._meja.kepatuhan, None, self._halaman.window())
            dialog.bulan_dipilih.connect(self._on_kepatuhan_bulan_dipilih)
            dialog.open()

    def buka_jaga(self) -> None:
        """Is everything whole, and is there a second copy."""
        from sooko_desk.ui.jaga.dialog import DialogJaga
        from sooko_desk.ui.kode_pemulihan.pembuka import PembukaKode

        if self._petugas is None:
            return
        dialog = DialogJaga(self._meja, self._latar, self._petugas, self._halaman.window())
        PembukaKode(self._meja, self._kabar, self._pencetak, self._petugas, dialog.kode)
        dialog.berita_acara.connect(partial(self._buka_berita_acara, dialog))
        dialog.pulihkan.connect(partial(self._minta_pulihkan, dialog))
        dialog.open()

    def _minta_pulihkan(self, induk: QDialog) -> None:
        """The PIN of the Kasi; then the program makes room for the restore."""
        from sooko_desk.ui.minta_pin import MintaPin

        if self._petugas is None:
            return
        keterangan = "Register ditutup, lalu cadangan dipilih. Sebelum itu belum ada yang berubah."
        minta = MintaPin(self._meja.petugas, self._petugas, "pemulihan register", keterangan, induk)
        minta.disetujui.connect(partial(self._on_pulihkan_disetujui, induk))
        minta.open()

    def _on_pulihkan_disetujui(self, induk: QDialog, kasi: Petugas) -> None:
        induk.done(0)
        self.pulihkan.emit(kasi)

    def _buka_berita_acara(self, induk: QWidget) -> None:
        from sooko_desk.ui.jaga.berita_acara import DialogBeritaAcara

        if self._petugas is not None:
            DialogBeritaAcara(
                self._meja.berita_acara, self._kabar, self._pencetak, self._petugas, induk
            ).open()

    def buka_ganti_pin(self) -> None:
        """The own PIN; the old one is asked."""
        from sooko_desk.ui.ganti_pin import DialogGantiPin

        if self._petugas is not None:
            DialogGantiPin(self._meja.petugas, self._petugas, self._halaman.window()).open()

    def buka_pengaturan(self) -> None:
        """Requirement lists, hours, holidays, clipboard, the office's own data and numbers."""
        from sooko_desk.ui.pendamping.tab_pendamping import TabPendamping
        from sooko_desk.ui.pengaturan.dialog import DialogPengaturan
        from sooko_desk.ui.pengaturan.tab_buku import TabBuku
        from sooko_desk.ui.pengaturan.tab_jam import TabJam
        from sooko_desk.ui.pengaturan.tab_kantor import TabKantor
        from sooko_desk.ui.pengaturan.tab_libur import TabLibur
        from sooko_desk.ui.pengaturan.tab_nomor import TabNomor
        from sooko_desk.ui.pengaturan.tab_pejabat import TabPejabat
        from sooko_desk.ui.pengaturan.tab_petugas import TabPetugas
        from sooko_desk.ui.pengaturan.tab_syarat import TabSyarat

        if self._petugas is None:
            return
        meja = self._meja
        dialog = DialogPengaturan(
            (
                ("Daftar syarat", TabSyarat(meja.rak, meja.syarat)),
                ("Jam kantor", TabJam(meja.jadwal)),
                ("Hari libur", TabLibur(meja.jadwal)),
                ("Papan klip", TabPendamping(meja.pendamping)),
                ("Kantor", TabKantor(meja.kantor, meja.clock)),
                ("Pejabat", TabPejabat(meja.kantor.isi, meja.clock)),
                ("Nomor", TabNomor(meja.kantor.pola)),
                ("Buku register", TabBuku(meja.buku.bentuk)),
                ("Petugas", TabPetugas(meja.petugas)),
            ),
            self._petugas,
            self._halaman.window(),
        )
        dialog.finished.connect(self._on_pengaturan_finished)
        dialog.open()

    def _on_kepatuhan_bulan_dipilih(self, layanan: str, tahun: int, bulan: int) -> None:
        if self._petugas is not None:
            self._pencetak.buka_kepatuhan_bulan(
                (layanan, tahun, bulan), self._petugas, self._halaman
            )

    def _on_pengaturan_finished(self) -> None:
        """Lists and minutes on every tab follow what was changed, the officer's own name too."""
        if self._petugas is not None:
            kini = self._meja.petugas.get(self._petugas)
            if kini != self._petugas:
                self.petugas_diubah.emit(kini)
        self._kabar.berubah.emit(0)

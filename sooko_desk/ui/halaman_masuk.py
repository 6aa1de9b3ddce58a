"""Signing in: pick the officer with the arrow keys, type six digits, Enter.

Not at the sixth digit already: hands that press Enter all the same would press it in the form
that comes next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.sop import Peran
from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran as Label
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.pemeriksa_pin import PemeriksaPin
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.ui.lupa_pin import KartuLupaPin, PemeriksaKode
    from sooko_desk.ui.pin_baru import KartuPinBaru

KEMBALI_DETIK = 20
"""After F12, pressed by mistake: so long one goes back to work without a PIN. Longer, and whoever
comes to the empty chair would go on as the officer who left it."""

JUDUL, JUDUL_KUNCI = "Masuk", "Layar terkunci"
_CARA = "Pilih nama dengan panah atas atau bawah, lalu ketik PIN."
_CARA_KUNCI = (
    "Semua isian tetap di tempatnya. Ketik PIN untuk melanjutkan, atau pilih petugas lain."
)
KEMBALI_LEWAT = f"Sudah lebih dari {KEMBALI_DETIK} detik. Ketik PIN untuk kembali bekerja."
LUPA_OPERATOR = "Minta Kasi memberi PIN sekali pakai: Pengaturan (F10), tab Petugas."
PIN_SEKALI = "{nama}, PIN tadi hanya sekali pakai. Buat PIN sendiri dulu, lalu langsung bekerja."
KODE_COCOK = "Kode pemulihan cocok. {nama}, buat PIN baru, lalu langsung bekerja."


def _nama(petugas: Petugas) -> str:
    return petugas.nama


def _peran(petugas: Petugas) -> str:
    return petugas.peran.nama


def _nada(petugas: Petugas) -> Nada:
    return Nada.INFO if petugas.peran is Peran.OPERATOR else Nada.PROSES


def _kunci(petugas: Petugas) -> int:
    return petugas.id


_KOLOM: tuple[Kolom[Petugas], ...] = (
    Kolom("Nama", _nama),
    Kolom("Peran", _peran, lebar=150, chip=_nada),
)


_TINGGI_DAFTAR = 4 * THEME.row_height
"""Header and three officers; more of them scroll."""

_LEBAR, _LEBAR_KODE = 500, 860


class HalamanMasuk(QWidget):
    """The sign-in page, also used for the change of officer and for the locked screen.

    Args:
        service: who may sign in.
        kode: tries the recovery code on paper; asked for when a Kasi forgot the PIN.

    Signals:
        masuk(object): the `Petugas` whose PIN was right.
        batal(): back to work as the officer who was signed in.
    """

    masuk = Signal(object)
    batal = Signal()

    def __init__(self, service: PetugasService, kode: Callable[[], PemeriksaKode]) -> None:
        super().__init__()
        self._service = service
        self._kode = kode
        self._petugas: tuple[Petugas, ...] = ()
        self._sekarang: Petugas | None = None
        self._sejak = 0.0
        self._model: RowTableModel[Petugas] = RowTableModel(_KOLOM, _kunci)
        self._pilih: TabelData[Petugas] = TabelData(self._model, "Petugas")
        self.pin = BarisIsian("PIN", IsianPin(), bantuan="Enam angka.")
        self.pemeriksa = PemeriksaPin(service.pin, self.pin, "masuk", masuk=True)
        self._tombol = tombol_utama("Masuk", "lock", "Enter")
        self._batal = tombol_teks("Kembali bekerja", "arrow-left", "Esc")
        self.lupa = tombol_teks("Lupa PIN?", "help-circle")
        self._kartu = Kartu(JUDUL, _CARA)
        self.entri = build_label(" ", Label.REDUP)
        self._lain: KartuLupaPin | KartuPinBaru | None = None
        self._kembali = QTimer(self)
        self._kembali.setSingleShot(True)
        self._kembali.setInterval(KEMBALI_DETIK * 1000)
        self._build_layout()
        self._connect()

    def buka(self, sekarang: Petugas | None) -> None:
        """Show the officers; the one who is not at work now is picked already.

        Args:
            sekarang: who is signed in; None at the start of the day.
        """
        self._tampilkan(sekarang, JUDUL, _CARA)
        lain = [p for p in self._petugas if p != sekarang]
        self._pilih.pilih((lain or list(self._petugas))[0].id)
        self._batal.setVisible(sekarang is not None)
        self._sejak = self._service.pin.detik()
        self._kembali.start()
        self._mulai()

    def kunci(self, sekarang: Petugas) -> None:
        """Show the locked screen: the officer at work is picked, and there is no way back."""
        self._tampilkan(sekarang, JUDUL_KUNCI, _CARA_KUNCI)
        self._pilih.pilih(sekarang.id)
        self.wajibkan_pin()
        self._mulai()

    def sebut_entri(self, kalimat: str) -> None:
        """Tell what was written last, so that after a power cut it is seen; "" = nothing yet."""
        self.entri.setText(kalimat or " ")

    def wajibkan_pin(self) -> None:
        """From now on nobody goes back to work without a PIN."""
        self._kembali.stop()
        self._sekarang = None
        self._batal.hide()

    def _tampilkan(self, sekarang: Petugas | None, judul: str, cara: str) -> None:
        self._tutup_lain()
        self._sekarang = sekarang
        self._petugas = self._service.list_petugas()
        self._model.set_rows(self._petugas)
        self._kartu.set_judul(judul)
        self._kartu.set_subjudul(cara)

    def _mulai(self) -> None:
        self.pemeriksa.mulai((self._terpilih(),))
        self.pin.input.setFocus()

    def _build_layout(self) -> None:
        self._kartu.setFixedWidth(_LEBAR)
        self._pilih.setFixedHeight(_TINGGI_DAFTAR)
        self._kartu.isi.addWidget(self._pilih)
        self._kartu.isi.addWidget(self.pin)
        tombol = QHBoxLayout()
        tombol.addWidget(self._tombol)
        tombol.addWidget(self._batal)
        tombol.addStretch(1)
        tombol.addWidget(self.lupa)
        self._kartu.isi.addLayout(tombol)
        # Its line is there from the beginning: nothing moves when the words come.
        self._kartu.isi.addWidget(self.entri)
        self.entri.setWordWrap(True)
        # Stretches, no alignment: an aligned card would not grow with words that wrap.
        self._tengah = QHBoxLayout()
        self._tengah.addStretch(1)
        self._tengah.addWidget(self._kartu)
        self._tengah.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(self._tengah)
        layout.addStretch(3)
        layout.setContentsMargins(THEME.gap_xl, THEME.gap_xl, THEME.gap_xl, THEME.gap_xl)

    def _connect(self) -> None:
        self.pin.input.panah.connect(self._on_pin_panah)
        self._pilih.baris_dipilih.connect(self._on_baris_dipilih)
        self._tombol.clicked.connect(self.pemeriksa.periksa)
        self._batal.clicked.connect(self._on_batal)
        self.lupa.clicked.connect(self._on_lupa)
        self.pemeriksa.benar.connect(self._on_benar)
        self.pemeriksa.salah.connect(self._on_salah)
        self.pemeriksa.sibuk_berubah.connect(self._on_sibuk_berubah)
        self.pemeriksa.terganggu.connect(self._on_terganggu)
        self._kembali.timeout.connect(self._batal.hide)
        pasang_pintasan(self, {"Esc": self._on_batal}, DI_BAGIAN)

    def _on_pin_panah(self, arah: int) -> None:
        semua = [p.id for p in self._petugas]
        tempat = semua.index(self._terpilih().id)
        self._pilih.pilih(semua[(tempat + arah) % len(semua)])

    def _on_baris_dipilih(self, petugas: Petugas | None) -> None:
        if petugas is not None and not self.pemeriksa.sibuk:
            self.pemeriksa.mulai((petugas,))

    def _on_benar(self, simpanan: PinTersimpan) -> None:
        if simpanan.sekali:
            sebab = PIN_SEKALI.format(nama=simpanan.petugas.nama)
            self._buka_pin_baru(simpanan, sebab, "PIN sekali pakai")
        else:
            self.masuk.emit(simpanan.petugas)

    def _on_salah(self) -> None:
        """Whoever guesses is not let back in by Escape."""
        self._kembali.stop()
        self._sejak = float("-inf")
        self._batal.hide()

    def _on_lupa(self) -> None:
        petugas = self._terpilih()
        if petugas.peran is not Peran.KASI:
            self.pin.set_pesan(Nada.INFO, LUPA_OPERATOR)
            self.pin.input.setFocus()
            return
        from sooko_desk.ui.lupa_pin import KartuLupaPin

        try:
            kartu = KartuLupaPin(self._kode(), petugas)
        except OfficerError as galat:
            self.pin.set_pesan(Nada.BAHAYA, str(galat))
            return
        kartu.batal.connect(self._on_lain_batal)
        kartu.benar.connect(self._on_kode_benar)
        kartu.salah.connect(self._on_kode_salah)
        self._buka_lain(kartu, _LEBAR_KODE)
        kartu.setFocus()

    def _on_kode_salah(self, petugas: Petugas) -> None:
        try:
            self._service.pin.catat_kode_salah(petugas)
        except OfficerError as galat:
            self._on_terganggu(str(galat))

    def _on_kode_benar(self, petugas: Petugas) -> None:
        sebab = KODE_COCOK.format(nama=petugas.nama)
        self._buka_pin_baru(self._service.pin.get(petugas), sebab, "kode pemulihan")

    def _buka_pin_baru(self, lama: PinTersimpan, sebab: str, cara: str) -> None:
        from sooko_desk.ui.pin_baru import KartuPinBaru

        kartu = KartuPinBaru(self._service.pin)
        kartu.batal.connect(self._on_lain_batal)
        kartu.selesai.connect(self._on_pin_baru_selesai)
        self._buka_lain(kartu, _LEBAR)
        kartu.buka(lama, sebab, cara)

    def _on_pin_baru_selesai(self, petugas: Petugas) -> None:
        try:
            self._service.pin.catat_masuk(petugas)
        except OfficerError as galat:
            self._on_terganggu(str(galat))
        self._tutup_lain()
        self.masuk.emit(petugas)

    def _buka_lain(self, kartu: KartuLupaPin | KartuPinBaru, lebar: int) -> None:
        """Show another card in place of the list of officers."""
        self._tutup_lain()
        self._lain = kartu
        kartu.setFixedWidth(lebar)
        self._kartu.hide()
        self._tengah.insertWidget(1, kartu)

    def _tutup_lain(self) -> None:
        if self._lain is not None:
            self._lain.hide()
            self._lain.deleteLater()
            self._lain = None
        self._kartu.show()

    def _on_lain_batal(self) -> None:
        self._tutup_lain()
        self._mulai()

    def _on_batal(self) -> None:
        if self._lain is not None:
            self._lain.kembali.click()
            return
        if self._sekarang is None or self.pemeriksa.sibuk:
            return
        if self._service.pin.detik() - self._sejak <= KEMBALI_DETIK:
            self.batal.emit()
            return
        self._pilih.pilih(self._sekarang.id)
        self.pin.set_pesan(Nada.INFO, KEMBALI_LEWAT)

    def _on_terganggu(self, kalimat: str) -> None:
        tampilkan_di_depan(self.window(), Nada.PERINGATAN, kalimat)

    def _terpilih(self) -> Petugas:
        return self._pilih.baris() or self._petugas[0]

    def _on_sibuk_berubah(self, sibuk: bool) -> None:
        self._tombol.setEnabled(not sibuk)
        self._pilih.setEnabled(not sibuk)

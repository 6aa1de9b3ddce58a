"""What tests of officers and PINs do on the page of PINs and in the tab of officers."""

from __future__ import annotations

import shiboken6
from builders import PIN_KASI
from flows.loket import ENTER, K
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pengaturan.pin_sekali import DialogPinSekali
from sooko_desk.ui.pengaturan.tab_petugas import TabPetugas


def pilih(loket, nama):
    """Arrow down to an officer on the page of PINs."""
    for _ in range(9):
        if loket.jendela.masuk._terpilih().nama == nama:
            return
        loket.tekan(K.Key_Down)
    raise LookupError(nama)


def dialog(loket, jenis):
    """Wait for a window of that kind."""
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), jenis))
    return QApplication.activeModalWidget()


def kartu(loket, jenis):
    """Wait for a card of that kind on the page of PINs."""
    loket.tangan.tunggu(lambda: any(k.isVisible() for k in loket.jendela.masuk.findChildren(jenis)))
    return next(k for k in loket.jendela.masuk.findChildren(jenis) if k.isVisible())


def buka_tab(loket):
    """F10 as the Kasi, on the tab of officers."""
    loket.tekan(K.Key_F10)
    jendela = QApplication.activeModalWidget()
    jendela.tab.setCurrentWidget(jendela.findChild(TabPetugas))
    return jendela.findChild(TabPetugas)


def beri_pin_kasi(loket, pin=PIN_KASI):
    minta = dialog(loket, MintaPin)
    loket.isi(pin)
    loket.tangan.tunggu(lambda: not shiboken6.isValid(minta) or not minta.isVisible())


def catat_pin(loket):
    """Read the one-time PIN off the screen and close it."""
    jendela = dialog(loket, DialogPinSekali)
    pin = jendela.pin.text().replace(" ", "")
    loket.tekan(ENTER)
    return pin

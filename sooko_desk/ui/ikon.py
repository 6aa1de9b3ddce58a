"""Outline icons from `resources/icons`, recoloured and drawn sharp at the screen's scaling.

Only images are cached, never pixmaps: an image may outlive the QApplication, a pixmap may not.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sooko_desk.ui.theme import RESOURCES, THEME

_STROKE = 'stroke-width="2"'
# Tabler's stroke of 2 looks heavy beside 10 pt Noto Sans.
_CALM_STROKE = 'stroke-width="1.75"'


def ikon(nama: str, warna: str | None = None, ukuran: int = THEME.icon) -> QIcon:
    """One icon for a button, a tab or a cell.

    Args:
        nama: file name in `resources/icons` without ".svg".
        warna: "#RRGGBB"; None = the soft text colour, and the accent on the chosen tab or a
            pressed tool button. Disabled is always the disabled colour.
        ukuran: side in logical px.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    icon = QIcon()
    for ratio in sorted({1.0, _screen_ratio()}):
        icon.addPixmap(pixmap(nama, warna, ukuran, ratio))
        if warna is None:
            picked = pixmap(nama, THEME.accent, ukuran, ratio)
            icon.addPixmap(picked, QIcon.Mode.Normal, QIcon.State.On)
        icon.addPixmap(pixmap(nama, THEME.off_text, ukuran, ratio), QIcon.Mode.Disabled)
    return icon


def pixmap(nama: str, warna: str | None, ukuran: int, ratio: float | None = None) -> QPixmap:
    """The icon as a picture of `ukuran` logical px; `ratio` None = the screen's own scaling."""
    ratio = _screen_ratio() if ratio is None else ratio
    result = QPixmap.fromImage(_render(nama, warna or THEME.text_soft, round(ukuran * ratio)))
    result.setDevicePixelRatio(ratio)
    return result


def app_icon() -> QIcon:
    """The program's own icon for windows and the task bar."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(QPixmap.fromImage(_render("sooko-desk", THEME.accent, side)))
    return icon


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _source(nama: str) -> str:
    return (RESOURCES / "icons" / f"{nama}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _render(nama: str, warna: str, side_px: int) -> QImage:
    svg = _source(nama).replace("currentColor", warna).replace(_STROKE, _CALM_STROKE)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return image

"""The look of the program: every colour, distance and letter size, and `apply` to put them on.

Widgets take their values from `THEME`; no other module writes a colour. The style sheet's text
is in `kit.style_sheet`, the pictures in `ikon`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from sooko_desk.ui.kit.style_sheet import STYLE_SHEET

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ICON_PREFIX = "ikon"
"""Qt search prefix of the icon folder: keeps the style sheet free of machine paths."""

FONT_FAMILY = "Noto Sans"
_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf")


class Nada(StrEnum):
    """Tone of a message, a chip or a line of history. Never the only carrier of its meaning."""

    NETRAL = "netral"
    INFO = "info"
    PROSES = "proses"
    PERINGATAN = "peringatan"
    BAHAYA = "bahaya"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class ToneColors:
    """Colours of one tone: text and icon on `ground`, `line` around it, `text` also on cards."""

    text: str
    ground: str
    line: str
    icon: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens of the light theme: colours as "#RRGGBB", distances in logical px, letters in pt.

    Attributes:
        ground: window behind the cards.
        line: quiet border of cards and tables; decoration only.
        line_input: border of what can be filled in, 3:1 on white.
        text_soft: labels and second lines. text_hint: placeholders, key hints.
        accent_ink: text on `accent`; accent_hint: key hint on `accent`.
        picked: ground of the selected row.
        wrong_ground: inside of a field that is wrong.
        off_text, off_ground: disabled; still readable.
    """

    ground: str = "#F4F6F5"
    card: str = "#FFFFFF"
    card_soft: str = "#F9FBFA"
    line: str = "#DDE3E1"
    line_input: str = "#86928F"
    text: str = "#1B2A2A"
    text_soft: str = "#4D5C5B"
    text_hint: str = "#5A6967"
    accent: str = "#0F5B58"
    accent_hover: str = "#0B4E4B"
    accent_press: str = "#083E3C"
    accent_soft: str = "#E2F0EE"
    accent_ink: str = "#FFFFFF"
    accent_hint: str = "#CDE5E2"
    picked: str = "#DCEEEB"
    scroll: str = "#B3BEBB"
    wrong_ground: str = "#FFFAF9"
    danger: str = "#A3231C"
    off_text: str = "#5F6B69"
    off_ground: str = "#EEF1F0"

    gap_xs: int = 4
    gap_s: int = 8
    gap_m: int = 12
    gap_l: int = 16
    gap_xl: int = 24
    radius_s: int = 4
    radius: int = 6
    radius_l: int = 10
    ring: int = 2
    input_height: int = 32
    row_height: int = 34
    icon_s: int = 16
    icon: int = 20

    pt_small: float = 9.0
    pt: float = 10.0
    pt_card: float = 11.0
    pt_page: float = 15.0

    def tone(self, nada: Nada) -> ToneColors:
        """The colours of that tone."""
        return _TONES[nada]


_TONES = {
    Nada.NETRAL: ToneColors("#465452", "#EBEFEE", "#CBD4D2", "#5F6E6C"),
    Nada.INFO: ToneColors("#1F5687", "#E6EFF7", "#B9D0E4", "#1F5687"),
    Nada.PROSES: ToneColors("#4A4391", "#ECEBF8", "#CBC8EA", "#4A4391"),
    Nada.PERINGATAN: ToneColors("#7A4A00", "#FDF2DA", "#EBC97F", "#A86200"),
    Nada.BAHAYA: ToneColors("#A3231C", "#FBE9E7", "#EBB4AF", "#B3261E"),
    Nada.SELESAI: ToneColors("#1B6537", "#E3F3E8", "#A9D6B8", "#1F7A43"),
}

THEME = Theme()


def apply(app: QApplication) -> None:
    """Put fonts, palette and style sheet on the program; same look on Linux and Windows.

    Raises:
        FileNotFoundError: a font file of the program is missing or unreadable.
    """
    QDir.setSearchPaths(ICON_PREFIX, [str(RESOURCES / "icons")])
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setStyle("Fusion")
    app.setFont(_load_font())
    app.setPalette(build_palette(THEME))
    app.setStyleSheet(build_style_sheet(THEME))


def build_style_sheet(theme: Theme) -> str:
    """Fill the tokens into the style sheet; KeyError for a token that does not exist."""
    values = {f.name: getattr(theme, f.name) for f in fields(theme)}
    values["ikon"] = ICON_PREFIX
    values["huruf"] = FONT_FAMILY
    for nada in Nada:
        tone = theme.tone(nada)
        values[f"{nada}_text"] = tone.text
        values[f"{nada}_ground"] = tone.ground
        values[f"{nada}_line"] = tone.line
        values[f"{nada}_icon"] = tone.icon
    return Template(STYLE_SHEET).substitute(values)


def build_palette(theme: Theme) -> QPalette:
    """Every role that Fusion reads, so that the PC's own colours never show through."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.ground,
        role.Base: theme.card,
        role.AlternateBase: theme.card_soft,
        role.Button: theme.card,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.card,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.PlaceholderText: theme.text_hint,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.card,
        role.Midlight: theme.line,
        role.Mid: theme.line_input,
        role.Dark: theme.line_input,
        role.Shadow: theme.text_hint,
    }
    palette = QPalette()
    for color_role, color in colors.items():
        palette.setColor(color_role, QColor(color))
    off = QPalette.ColorGroup.Disabled
    for color_role in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(off, color_role, QColor(theme.off_text))
    for color_role in (role.Base, role.Button):
        palette.setColor(off, color_role, QColor(theme.off_ground))
    return palette


def set_style_state(widget: QWidget, name: str, value: str) -> None:
    """Change a dynamic property that the style sheet selects on, and show it at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def small_font(font: QFont) -> QFont:
    """The same font in the small letter size, for second lines and chips."""
    small = QFont(font)
    small.setPointSizeF(THEME.pt_small)
    return small


def _load_font() -> QFont:
    for name in _FONT_FILES:
        path = RESOURCES / "fonts" / name
        font_id = QFontDatabase.addApplicationFont(str(path))
        if font_id < 0:
            raise FileNotFoundError(path)
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(THEME.pt)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font

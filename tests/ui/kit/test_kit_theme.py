import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QLineEdit

from sooko_desk.ui import ikon, theme
from sooko_desk.ui.theme import THEME, Nada

TEXT_RATIO = 4.5
SHAPE_RATIO = 3.0

TEXT_PAIRS = [
    (text, ground)
    for text in ("text", "text_soft", "text_hint", "accent", "danger")
    for ground in ("ground", "card", "card_soft", "wrong_ground")
] + [
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("accent_ink", "accent_press"),
    ("accent_hint", "accent"),
    ("accent_hint", "accent_hover"),
    ("accent", "accent_soft"),
    ("text_soft", "accent_soft"),
    ("text", "picked"),
    ("text_soft", "picked"),
    ("text_hint", "picked"),
    ("off_text", "off_ground"),
    ("off_text", "ground"),
    ("off_text", "card"),
]


def luminance(color):
    parts = [QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_formula_gives_the_wcag_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_reads_on_its_ground(text, ground):
    assert contrast(getattr(THEME, text), getattr(THEME, ground)) >= TEXT_RATIO


@pytest.mark.parametrize("nada", list(Nada))
def test_every_tone_reads_on_its_ground_and_on_cards(nada):
    tone = THEME.tone(nada)
    for ground in (tone.ground, THEME.card, THEME.ground, THEME.picked):
        assert contrast(tone.text, ground) >= TEXT_RATIO
    assert contrast(tone.icon, tone.ground) >= SHAPE_RATIO
    assert contrast(tone.icon, THEME.card) >= SHAPE_RATIO


@pytest.mark.parametrize(
    ("shape", "ground"),
    [
        ("line_input", "card"),
        ("accent", "card"),
        ("accent", "ground"),
        ("accent", "picked"),
        ("accent", "card_soft"),
    ],
)
def test_edges_of_inputs_and_the_focus_ring_can_be_seen(shape, ground):
    assert contrast(getattr(THEME, shape), getattr(THEME, ground)) >= SHAPE_RATIO


def test_style_sheet_fills_every_token_and_has_no_colour_of_its_own():
    from sooko_desk.ui.kit.style_sheet import STYLE_SHEET

    assert "#" not in STYLE_SHEET
    assert "$" not in theme.build_style_sheet(THEME)


def test_qt_can_parse_the_style_sheet(qapp, qtlog):
    theme.apply(qapp)
    assert not [r for r in qtlog.records if "stylesheet" in r.message]


def test_style_sheet_pictures_exist_in_theme_colours():
    sheet = theme.build_style_sheet(THEME)
    names = set(re.findall(r"url\(ikon:([\w-]+\.svg)\)", sheet))
    assert names
    for name in names:
        svg = (theme.RESOURCES / "icons" / name).read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9A-F]{6}", svg)) <= {THEME.accent_ink, THEME.text_soft}


def test_program_font_has_its_three_weights(qapp):
    assert qapp.font().family().startswith("Noto Sans")
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font = QFont(qapp.font())
        font.setWeight(weight)
        assert QFontInfo(font).weight() == weight


def test_missing_font_file_is_named(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(theme, "RESOURCES", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"NotoSans-Regular\.ttf"):
        theme.apply(qapp)
    monkeypatch.undo()
    theme.apply(qapp)


def test_palette_leaves_no_role_to_the_pc(qapp):
    palette = theme.build_palette(THEME)
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert palette.isBrushSet(QPalette.ColorGroup.Active, role), role


def test_style_state_shows_at_once(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    theme.set_style_state(edit, "keadaan", "bahaya")
    assert edit.property("keadaan") == "bahaya"
    theme.set_style_state(edit, "keadaan", "bahaya")
    assert edit.property("keadaan") == "bahaya"


@pytest.mark.parametrize(
    "path", sorted((theme.RESOURCES / "icons").glob("*.svg")), ids=lambda p: p.stem
)
def test_every_icon_draws_something(qapp, path):
    image = ikon.pixmap(path.stem, THEME.text, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_icon_is_sharp_at_125_percent(qapp):
    picture = ikon.pixmap("check", THEME.accent, 20, 1.25)
    assert picture.width() == 25
    assert picture.devicePixelRatio() == 1.25


def test_icon_takes_the_colour_and_fades_when_disabled(qapp):
    icon = ikon.ikon("circle-check", "#A3231C")

    def strongest(mode):
        image = icon.pixmap(20, mode).toImage()
        pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
        return max(pixels, key=QColor.alpha).name().upper()

    assert strongest(QIcon.Mode.Normal) == "#A3231C"
    assert strongest(QIcon.Mode.Disabled) == THEME.off_text


def test_unknown_icon_is_refused(qapp):
    with pytest.raises(FileNotFoundError):
        ikon.ikon("tidak-ada")


def test_app_icon_has_small_and_large_sizes(qapp):
    sizes = {size.width() for size in ikon.app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_icons_that_the_kit_names_exist():
    kit = Path(theme.__file__).parent / "kit"
    stems = {p.stem for p in (theme.RESOURCES / "icons").glob("*.svg")}
    named = set()
    for path in kit.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'Nada\.\w+: "([a-z-]+)"', source))
        named |= set(re.findall(r'(?:ikon|pixmap)\("([a-z-]+)"', source))
    assert named
    assert named <= stems

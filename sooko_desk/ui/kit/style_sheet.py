"""The style sheet's text; `theme.build_style_sheet` fills in the `$tokens`.

Rules name widget classes or the dynamic properties `peran` (what a label is), `gaya` (kind of a
button) and `keadaan` (state of a field). Descendant rules are few: Qt tries them on every widget.
"""

from __future__ import annotations

# Windows gives lists, tables, heads and menus fonts of their own, which win over the program's.
_BASE = """
QAbstractItemView, QHeaderView, QMenu, QToolTip { font-family: "$huruf"; font-size: ${pt}pt; }
QToolTip { background: $text; color: $card; border: 0; padding: 5px 8px; font-size: ${pt_small}pt; }
QLabel { background: transparent; }
QLabel[peran="halaman"] { font-size: ${pt_page}pt; font-weight: 700; }
QLabel[peran="kartu"] { font-size: ${pt_card}pt; font-weight: 600; }
QLabel[peran="label"] { color: $text_soft; font-size: ${pt_small}pt; font-weight: 600; }
QLabel[peran="wajib"] { color: $danger; font-size: ${pt_small}pt; font-weight: 700; }
QLabel[peran="redup"] { color: $text_soft; font-size: ${pt_small}pt; }
QLabel[peran="pesan"] { font-size: ${pt_small}pt; padding: 1px 6px; background: $netral_ground;
    border: 1px solid $netral_line; border-radius: ${radius_s}px; }
QLabel[peran="pesan"][nada="info"] { background: $info_ground; border-color: $info_line; }
QLabel[peran="pesan"][nada="proses"] { background: $proses_ground; border-color: $proses_line; }
QLabel[peran="pesan"][nada="peringatan"] {
    background: $peringatan_ground; border-color: $peringatan_line; }
QLabel[peran="pesan"][nada="bahaya"] { background: $bahaya_ground; border-color: $bahaya_line; }
QLabel[peran="pesan"][nada="selesai"] { background: $selesai_ground; border-color: $selesai_line; }
QLabel[peran="tebal"] { font-weight: 600; }
QLabel[peran="kode"] { font-size: ${pt_page}pt; font-weight: 700; padding: 8px 4px;
    border: 1px solid $accent; border-radius: ${radius}px; }
QLabel:disabled { color: $off_text; }
QLabel[nada="netral"] { color: $netral_text; }
QLabel[nada="info"] { color: $info_text; }
QLabel[nada="proses"] { color: $proses_text; }
QLabel[nada="peringatan"] { color: $peringatan_text; }
QLabel[nada="bahaya"] { color: $bahaya_text; }
QLabel[nada="selesai"] { color: $selesai_text; }
QFrame[peran="garis"] { background: $line; border: 0; max-height: 1px; }
Kartu { background: $card; border: 1px solid $line; border-radius: ${radius_l}px; }
PitaSusulan { background: $info_ground; border: 1px solid $info_line;
    border-radius: ${radius}px; }
Spanduk { border-radius: ${radius}px; border: 1px solid $netral_line;
    background: $netral_ground; }
Spanduk[nada="info"] { background: $info_ground; border-color: $info_line; }
Spanduk[nada="proses"] { background: $proses_ground; border-color: $proses_line; }
Spanduk[nada="peringatan"] { background: $peringatan_ground; border-color: $peringatan_line; }
Spanduk[nada="bahaya"] { background: $bahaya_ground; border-color: $bahaya_line; }
Spanduk[nada="selesai"] { background: $selesai_ground; border-color: $selesai_line; }
QScrollArea, QScrollArea > QWidget > QWidget[peran="isi"] { background: transparent; border: 0; }
QGroupBox { border: 1px solid $line; border-radius: ${radius}px; margin-top: 18px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; color: $text_soft; font-weight: 600; }
QStatusBar { background: $card; border-top: 1px solid $line; color: $text_soft; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $netral_ground; border: 0; border-radius: 3px; max-height: 6px;
    text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_INPUTS = """
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {
    background: $card; color: $text; border: 1px solid $line_input; border-radius: ${radius}px;
    padding: 4px 9px; selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit { placeholder-text-color: $text_hint; }
QLineEdit, QComboBox { min-height: 22px; max-height: 22px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover, QTextEdit:hover {
    border-color: $text_hint; }
QLineEdit[keadaan="bahaya"], QComboBox[keadaan="bahaya"], QPlainTextEdit[keadaan="bahaya"] {
    border-color: $bahaya_icon; background: $wrong_ground; }
QLineEdit[keadaan="peringatan"], QComboBox[keadaan="peringatan"] {
    border-color: $peringatan_icon; }
QLineEdit:focus, QComboBox:focus {
    border: ${ring}px solid $accent; padding: 3px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $accent; padding: 3px 4px; }
QLineEdit[keadaan="bahaya"]:focus, QComboBox[keadaan="bahaya"]:focus,
QPlainTextEdit[keadaan="bahaya"]:focus {
    border: ${ring}px solid $bahaya_icon; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { background: $off_ground; color: $off_text; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $card_soft; border-color: $line; }
QLineEdit:read-only:focus { border-color: $accent; }
QLineEdit[peran="sel"], QLineEdit[peran="sel"]:focus { border: ${ring}px solid $accent;
    border-radius: 0; padding: 0 6px; min-height: 0; max-height: 999px; }
QComboBox { padding-right: 4px; }
QComboBox:focus { padding-right: 3px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url(${ikon}:qss-panah-bawah.svg); width: 16px; height: 16px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover,
QComboBox QLineEdit:disabled {
    border: 0; padding: 0; background: transparent; }
QComboBox QAbstractItemView, QAbstractItemView[peran="saran"] {
    background: $card; border: 1px solid $line_input; padding: 1px; outline: 0; }
QComboBox QAbstractItemView::item, QAbstractItemView[peran="saran"]::item {
    min-height: 28px; padding: 0 8px; border-radius: ${radius_s}px; }
QComboBox QAbstractItemView::item:selected, QAbstractItemView[peran="saran"]::item:selected {
    background: $picked; color: $text; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: ${ring}px solid transparent;
    border-radius: ${radius}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $off_text; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: $card;
    border: 1px solid $line_input; border-radius: ${radius_s}px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url(${ikon}:qss-centang.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url(${ikon}:qss-titik.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $off_ground;
    border-color: $line; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
    background: $line_input; border-color: $line_input; }
"""

_BUTTONS = """
QPushButton { background: $card; color: $text; border: 1px solid $line_input; font-weight: 600;
    border-radius: ${radius}px; padding: 4px 14px; min-height: 22px; max-height: 22px; }
QPushButton:hover { background: $card_soft; border-color: $text_hint; }
QPushButton:pressed { background: $off_ground; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:focus { border: ${ring}px solid $accent; padding: 3px 13px; }
QPushButton:disabled { background: $off_ground; color: $off_text; border: 1px solid $line; }
QPushButton[gaya="utama"] { background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton[gaya="utama"]:hover { background: $accent_hover; }
QPushButton[gaya="utama"]:pressed { background: $accent_press; }
QPushButton[gaya="bahaya"] { background: $card; color: $danger; border-color: $danger; }
QPushButton[gaya="bahaya"]:hover { background: $bahaya_ground; }
QPushButton[gaya="bahaya"]:focus { border-color: $danger; }
QPushButton[gaya="teks"] { background: transparent; color: $accent; border-color: transparent;
    padding: 4px 10px; }
QPushButton[gaya="teks"]:hover { background: $accent_soft; }
QPushButton[gaya="teks"]:focus { border-color: $accent; padding: 3px 9px; }
QPushButton[gaya="utama"]:disabled, QPushButton[gaya="bahaya"]:disabled {
    background: $off_ground; color: $off_text; border-color: $line; }
QPushButton[gaya="teks"]:disabled { color: $off_text; background: transparent;
    border-color: transparent; }
QPushButton[gaya="segmen"]:checked { background: $accent_soft; color: $accent;
    border: 1px solid $accent; }
QPushButton[gaya="segmen"]:focus { border: ${ring}px solid $accent; }
QToolButton { background: transparent; border: ${ring}px solid transparent; padding: 3px;
    border-radius: ${radius}px; }
QToolButton:hover { background: $off_ground; }
QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QDialogButtonBox { button-layout: 0; }
"""

_VIEWS = """
QAbstractItemView { background: $card; border: 1px solid $line; border-radius: ${radius}px;
    alternate-background-color: $card_soft; selection-background-color: $picked;
    selection-color: $text; outline: 0; padding: 2px; }
QAbstractItemView:focus { border: ${ring}px solid $accent; padding: 1px; }
QTableView { gridline-color: transparent; }
IsianTabel { border-color: $line_input; gridline-color: $line; }
IsianTabel[keadaan="bahaya"] { border-color: $bahaya_icon; }
IsianTabel[keadaan="peringatan"] { border-color: $peringatan_icon; }
IsianTabel:disabled { border-color: $line; }
IsianTabel QHeaderView { padding: 0; }
QTableView::item { padding: 0 8px; border: 0; }
QTableView::item:selected { background: $picked; color: $text; }
QListView::item, QTreeView::item { min-height: 28px; padding: 0 8px; }
QListView::item:selected, QTreeView::item:selected { background: $picked; color: $text; }
QHeaderView { background: $card; border: 0; }
QHeaderView::section { background: $card; color: $text_soft; border: 0; font-weight: 600;
    border-bottom: 1px solid $line; padding: 0 9px; font-size: ${pt_small}pt; min-height: 30px; }
QHeaderView::section:hover { color: $accent; }
QHeaderView::up-arrow { image: url(${ikon}:qss-panah-atas.svg); width: 14px; height: 14px; }
QHeaderView::down-arrow { image: url(${ikon}:qss-panah-bawah.svg); width: 14px; height: 14px; }
QAbstractItemView[peran="saran"]:focus, QComboBox QAbstractItemView:focus {
    border: 1px solid $line_input; padding: 1px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: $card; border: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_soft; padding: 8px 14px; font-weight: 600;
    border: ${ring}px solid transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $accent; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $accent; border-radius: ${radius_s}px; }
QTabBar::tab:disabled { color: $off_text; }
QMenuBar { background: $card; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: ${radius_s}px; background: transparent; }
QMenuBar::item:selected { background: $picked; }
QMenu { background: $card; border: 1px solid $line_input; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: ${radius_s}px; }
QMenu::item:selected { background: $picked; color: $text; }
QMenu::item:disabled { color: $off_text; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { left: 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: 0; }
QScrollBar::handle { background: $scroll; border: 0; margin: 2px; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $line_input; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

STYLE_SHEET = _BASE + _INPUTS + _BUTTONS + _VIEWS

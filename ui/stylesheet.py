"""The stylesheet: only what the palette cannot say, written once and filled with tokens.

Labels are padded above and below because a label clips its text to the height of the font, and
Sarabun draws the second mark above a Thai letter (ี้) higher than that.
"""

from dataclasses import asdict
from string import Template

from resources import resource
from ui.tokens import Tokens, Tone

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px;
  padding: 3px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 24px; }
QPlainTextEdit, QTextEdit { padding: 4px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent_text; padding: 2px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {
  background: $window; border-color: $border; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $window; color: $faint; border-color: $border; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $stop; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($caret); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong;
  padding: 4px; outline: none; selection-background-color: $selection; selection-color: $text; }
QPushButton, QToolButton[role="button"] { background: $surface; color: $text;
  border: 1px solid $border_strong; border-radius: 6px; padding: 3px 12px; min-height: 24px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:checked { background: $selection; color: $accent_text; border-color: $accent_text; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $accent_text;
  padding: 2px 11px; }
QPushButton:disabled { color: $faint; background: $window; border-color: $border; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $border; border-color: $border; color: $muted; }
QPushButton[role="flat"], QToolButton { background: transparent; border: 2px solid transparent;
  border-radius: 6px; padding: 2px 6px; }
QPushButton[role="flat"]:hover, QToolButton:hover { background: $hover; }
QPushButton[role="flat"]:focus, QToolButton:focus { border-color: $accent_text; }
QToolButton::menu-indicator { image: none; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent;
  border-radius: 6px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 8px;
  background: $surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent;
  background: $on_accent; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent_text; }
QLabel { padding: 3px 0 2px 0; qproperty-indent: 0; }
QLabel[role="title"] { font-size: 15pt; font-weight: 600; padding: 5px 0 3px 0; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="muted"], QLabel[role="label"] { color: $muted; }
QLabel[role="figure"] { font-size: 18pt; font-weight: 600; padding: 6px 0 3px 0; }
QLabel[role="error"] { color: $stop; }
QLabel[role="paper"] { background: #FFFFFF; color: #59636B; border: 1px solid $border_strong;
  border-radius: 6px; padding: 0; }
QLabel[tone] { border-radius: 10px; padding: 3px 8px 2px 8px; font-weight: 500; }
QFrame[role="panel"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="popup"] { background: $raised; border: 1px solid $border_strong; border-radius: 8px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="topbar"], QFrame[role="topbar"] > QWidget#search { background: $window; }
QFrame[role="topbar"] { border: none; border-bottom: 1px solid $border; }
QFrame[role="rail"] { background: $rail; border: none; border-right: 1px solid $border; }
QFrame[role="banner"] { border-radius: 8px; }
QFrame[role="banner"] QLabel { background: transparent; padding: 3px 0 2px 0; }
QMenu { background: $raised; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QTableView, QTreeView, QListView { background: $surface; border: none; outline: none;
  selection-background-color: $selection; selection-color: $text; gridline-color: $border; }
QTableView[framed="true"], QTreeView[framed="true"], QListView[framed="true"] {
  border: 1px solid $border; border-radius: 8px; }
QTableView::item, QTreeView::item { padding: 0 8px; border-bottom: 1px solid $border; }
QListView::item { padding: 4px 8px; border-radius: 4px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: $selection; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $border; padding: 4px 11px; font-weight: 500; }
QHeaderView::section:hover { color: $text; background: $hover; }
QTabWidget::pane { border: none; }
QTabBar { background: $window; }
QTabBar::tab { background: transparent; color: $muted; padding: 5px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent_text; font-weight: 600; }
QTabBar:focus { background: $hover; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: transparent; border: none; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: $accent; }
QStatusBar { background: $rail; color: $muted; border-top: 1px solid $border; }
QStatusBar QLabel { color: $muted; }
QStatusBar QLabel[tone] { margin: 4px 4px; }
QStatusBar::item { border: none; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
""")

_TONE = Template("""
QLabel[tone="$tone"], QFrame[tone="$tone"] { background: $ground; color: $ink; }
QFrame[tone="$tone"] QLabel { color: $ink; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The whole sheet for one colour scheme."""
    colours = {k: v for k, v in asdict(tokens).items() if isinstance(v, str)}
    colours["caret"] = resource(f"icons/caret-{'dark' if tokens.dark else 'light'}.svg").as_posix()
    colours["check"] = resource("icons/check.svg").as_posix()
    colours["stop"] = tokens.tones[Tone.STOP][0]
    tones = (
        _TONE.substitute(tone=tone, ink=ink, ground=ground)
        for tone, (ink, ground) in tokens.tones.items()
    )
    return _SHEET.substitute(colours) + "".join(tones)

"""Choosing among versions and people: what is offered, and that a choice outlives a new reading."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox

from crm_desktop.services.authority.matrices import MatrixVersion
from ui.authority.versions import state_of
from ui.authority.words import translate
from ui.forms.fields import ChoiceField
from ui.tokens import GRID

Choices = Sequence[tuple[Any, str]]
SHORT = 3 * GRID
"""What a box asks too little for, where the style sheet gives it an arrow of its own."""


def version_choices(versions: Sequence[MatrixVersion]) -> list[tuple[int, str]]:
    """Every version with its state, newest first."""
    words = translate("matrix_words", "Version {0} · {1}")
    return [(each.version, words.format(each.version, state_of(each)[0])) for each in versions]


def narrow(box: QComboBox) -> None:
    """Let a box be narrower than its longest choice, which its list shows whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)


def offer(field: ChoiceField, choices: Choices, default: Any) -> None:
    """Offer choices; what was chosen stays while it is there, else `default` is chosen."""
    kept = field.raw() if field.combo.count() else default
    field.offer(choices)
    there = [value for value, _ in choices]
    field.set_raw(kept if kept in there else default)


def offer_in(box: QComboBox, choices: Choices, default: Any) -> None:
    """The same for a box that belongs to no form; it tells nobody, and is as wide as its longest
    choice where it may be."""
    kept = box.currentData() if box.count() else default
    there = [value for value, _ in choices]
    box.blockSignals(True)
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    wanted = kept if kept in there else default
    box.setCurrentIndex(there.index(wanted) if wanted in there else min(0, len(there) - 1))
    box.blockSignals(False)
    if box.sizeAdjustPolicy() is QComboBox.SizeAdjustPolicy.AdjustToContents:
        box.setMinimumWidth(box.sizeHint().width() + SHORT)

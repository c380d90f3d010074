"""Nobody can read the desk if its colours are too close, its font is missing or icons vanish."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ui.actions import ACTIONS
from ui.icons import icon
from ui.places import PLACES
from ui.theme import Scheme, Theme, tokens
from ui.tokens import DARK, LIGHT, Tokens, Tone, contrast

READABLE = 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_can_be_read_on_every_ground_it_stands_on(scheme: Tokens) -> None:
    grounds = (scheme.window, scheme.surface, scheme.raised, scheme.hover, scheme.rail)
    for ink in (scheme.text, scheme.muted, scheme.faint, scheme.accent_text):
        for ground in grounds:
            assert contrast(ink, ground) >= READABLE, (ink, ground)
    assert contrast(scheme.text, scheme.selection) >= READABLE
    assert contrast(scheme.muted, scheme.selection) >= READABLE
    assert contrast(scheme.on_accent, scheme.accent) >= READABLE
    assert contrast(scheme.on_accent, scheme.accent_hover) >= READABLE


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_painted_on_a_chosen_row_card_bar_or_place_can_be_read(scheme: Tokens) -> None:
    for ground in (scheme.selection, scheme.hover, scheme.border):
        inks = [scheme.text, scheme.muted, scheme.accent_text]
        for ink in (*inks, *(scheme.tones[tone][0] for tone in Tone)):
            assert contrast(ink, ground) >= READABLE, (ink, ground)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", list(Tone))
def test_every_state_label_can_be_read(scheme: Tokens, tone: Tone) -> None:
    ink, ground = scheme.tones[tone]
    assert contrast(ink, ground) >= READABLE
    assert contrast(ink, scheme.surface) >= READABLE
    assert contrast(ink, scheme.window) >= READABLE


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_cannot_be_used_now_can_be_read_all_the_same(
    theme: Theme, qapp: QApplication, scheme: Scheme
) -> None:
    theme.choose(scheme)
    palette, off = qapp.palette(), QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        ink = palette.color(off, role).name()
        for ground in (tokens().window, tokens().surface, tokens().hover):
            assert contrast(ink, ground) >= READABLE, (role, ground)
    theme.choose(Scheme.LIGHT)


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_thai_is_drawn_in_sarabun(theme: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Sarabun"


def test_the_palette_follows_the_person_at_once(theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    assert tokens() is DARK
    theme.choose(Scheme.LIGHT)
    assert tokens() is LIGHT


def test_icons_take_the_colour_of_the_theme_without_being_made_again(theme: Theme) -> None:
    made = icon("users")
    theme.choose(Scheme.LIGHT)
    light = made.pixmap(32, 32).toImage()
    theme.choose(Scheme.DARK)
    assert made.pixmap(32, 32).toImage() != light
    theme.choose(Scheme.LIGHT)


def test_every_action_and_place_has_its_icon(theme: Theme) -> None:
    for name in [a.icon for a in ACTIONS.values()] + [p.icon for p in PLACES]:
        assert not icon(name).isNull(), name

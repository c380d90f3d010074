"""Report a problem: seen before it is written, and kept where it cannot be."""

import zipfile
from pathlib import Path

import pytest

from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.problem import ProblemForm, ProblemScreen

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def form_of(counter: Counter) -> ProblemForm:
    screen = counter.window.middle.current()
    assert isinstance(screen, ProblemScreen)
    assert isinstance(screen.form, ProblemForm)
    return screen.form


def test_anybody_reports_a_problem_by_keys_and_sees_what_goes_with_it(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    officer = sit("officer")
    officer.key("Ctrl+Shift+F1")
    officer.rest()
    form = form_of(officer)
    hands("The list stays empty")
    assert "log.txt" in form.shown.toPlainText() or "desk.json" in form.shown.toPlainText()
    form.write(tmp_path / "report.zip")
    with zipfile.ZipFile(tmp_path / "report.zip") as packed:
        assert packed.read("what-happened.txt") == b"The list stays empty\n"
        assert b'"schema"' in packed.read("desk.json")
        assert b'"qt"' in packed.read("program.json")
    assert "report.zip" in officer.said[-1]
    assert not form.dirty


def test_words_are_kept_where_the_report_cannot_be_written(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    officer = sit("officer")
    officer.key("Ctrl+Shift+F1")
    officer.rest()
    hands("Slow since Monday")
    form = form_of(officer)
    form.write(tmp_path)
    assert form.fields["told"].widget.accessibleDescription()
    assert form.fields["told"].value() == "Slow since Monday"


def test_a_report_that_says_nothing_is_asked_for_its_words(shop: SellingShop, sit: Sit) -> None:
    officer = sit("officer")
    officer.key("Ctrl+Shift+F1", "Ctrl+S")
    officer.rest()
    assert form_of(officer).fields["told"].widget.accessibleDescription()

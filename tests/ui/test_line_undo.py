"""Ctrl+Z in the lines of a paper takes back what was done to them, and nothing else."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.services.shop import desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, sit
from tests.ui.test_typing_faster import begun, counter, lines, paste, type_at
from ui.papers.lines import Cell
from ui.quotations import QuotationDocument

__all__ = ["begun", "counter", "desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
PASTED = "CEM\t20\nTILE\t3\nSTEEL\t5"


def codes(paper: QuotationDocument) -> list[tuple[str, str]]:
    return [(code, quantity) for code, quantity, *_ in lines(paper)]


def press(counter: Counter, paper: QuotationDocument, *keys: str) -> None:
    """Keys into the lines."""
    for key in keys:
        paper.form.grid.setFocus()
        counter.key(key, into=paper.form.grid)


def test_a_pasted_block_goes_at_once_and_comes_again_and_the_rest_of_the_form_stays(
    counter: Counter, begun: QuotationDocument
) -> None:
    grid = begun.form.grid
    begun.form.fields["project"].set_raw("บ้านคุณแดง")
    hands("TILE", "<Enter>", "4", "<Enter>")
    grid.go_to_end()
    paste(counter, PASTED)
    assert len(codes(begun)) == 4
    press(counter, begun, "Ctrl+Z")
    assert codes(begun) == [("TILE", "4")]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, Cell.CODE)
    assert begun.form.fields["project"].raw() == "บ้านคุณแดง"
    assert begun.form.totals.grand.text() == "1,156.00"
    press(counter, begun, "Ctrl+Y")
    assert codes(begun) == [("TILE", "4"), ("CEM", "20"), ("TILE", "3"), ("STEEL", "5")]


def test_every_way_of_changing_lines_is_one_step_with_the_thai_layout_on_too(
    counter: Counter, begun: QuotationDocument
) -> None:
    grid = begun.form.grid
    paste(counter, PASTED)
    block = codes(begun)
    grid.go_to(1, Cell.QUANTITY)
    press(counter, begun, "Ctrl+Del")
    grid.go_to(0, Cell.QUANTITY)
    press(counter, begun, "Alt+Down", "Ctrl+D")
    grid.go_to(0, Cell.DISCOUNT)
    hands("1", "0", "<Enter>")
    type_at(begun, 5)
    hands("8859000001016", "<Return>")
    assert [code for code, _ in codes(begun)] != [code for code, _ in block]
    steps = 0
    while codes(begun) != block:
        press(counter, begun, "Ctrl+ผ")
        steps += 1
        assert steps <= 5, "delete, move, copy, a discount, a scan: each is one step"
    assert steps == 5
    assert grid.lines.lines[0].discount == ""
    assert grid.currentIndex().row() == 1, "where the line came back"


def test_with_nothing_left_to_take_back_a_paper_that_is_stored_stays_stored(
    counter: Counter, begun: QuotationDocument
) -> None:
    hands("TILE", "<Enter>", "4", "<Enter>")
    counter.key("Ctrl+S")
    begun.form.grid.go_to(0, Cell.QUANTITY)
    hands("9", "<Enter>")
    counter.key("Ctrl+S")
    assert begun.shown is not None
    press(counter, begun, "Ctrl+Z")
    assert codes(begun) == [("TILE", "4")], "a save is no end of what can be taken back"
    press(counter, begun, *["Ctrl+Z"] * 4)
    assert codes(begun) == []
    assert counter.said[-1] == "There is nothing more to take back in these lines."
    stored = counter.application.read(begun.paper_kind.read, begun.shown.id)
    assert [line.quantity for line in stored.content.lines] == [9]


def test_the_save_itself_is_taken_back_from_outside_the_lines(
    counter: Counter, begun: QuotationDocument
) -> None:
    hands("TILE", "<Enter>", "4", "<Enter>")
    counter.key("Ctrl+S")
    begun.form.grid.go_to(0, Cell.QUANTITY)
    hands("9", "<Enter>")
    counter.key("Ctrl+S")
    begun.go.setFocus() if begun.go else begun.setFocus()
    counter.window.setFocus()
    counter.window.foot.undo.click()
    assert codes(begun) == [("TILE", "4")]
    assert counter.said[-1] == "Taken back."


def test_letters_in_a_cell_are_taken_back_by_the_cell_itself(
    counter: Counter, begun: QuotationDocument
) -> None:
    paste(counter, PASTED)
    begun.form.grid.go_to(0, Cell.DESCRIPTION)
    counter.key("Ctrl+E")
    box = QApplication.focusWidget()
    assert box is not None
    hands("x")
    counter.key("Ctrl+Z", into=box)
    hands("<Enter>")
    assert len(codes(begun)) == 3
    assert "x" not in begun.form.grid.lines.lines[0].description

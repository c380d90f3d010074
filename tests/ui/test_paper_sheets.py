"""Papers in the reader of this PC and on its printers, without a shop around them."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QRect, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfSearchModel
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from crm_desktop.printing.render import render
from tests.printing.desk_papers import every_paper
from ui.paper_pages import load
from ui.paper_printing import draw_page, lay_out, place_on


def test_the_words_of_papers_are_found_as_they_stand_on_it(qtbot: QtBot) -> None:
    """Marks are drawn as glyphs of their own making; a reader's search goes by the text."""
    model = QPdfSearchModel()
    for name, paper in list(every_paper().items())[::4]:
        document = load(render(paper), model)
        text = document.getAllText(0).text()
        word = max(text.split(), key=lambda each: sum("\u0e30" < c < "\u0e50" for c in each))
        model.setDocument(document)
        model.setSearchString(word)
        qtbot.waitUntil(lambda: model.rowCount(QModelIndex()) > 0, timeout=15_000)
        assert model.rowCount(QModelIndex()) >= text.count(word), (name, word)


def test_a_page_fills_a_sheet_of_its_shape_and_a_roll_is_not_blown_up(
    qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    printer.setResolution(72)
    a4, a5, roll = QSizeF(595, 842), QSizeF(420, 595), QSizeF(227, 400)
    lay_out(printer, a4)
    assert place_on(a4, printer).size().width() == 595
    assert place_on(a5, printer).size().width() > 590
    assert place_on(roll, printer).size().width() == 227
    lay_out(printer, roll)
    assert place_on(a4, printer).size().width() == 227


def test_no_grey_frame_prints_around_a_logo_that_shines_through(
    qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[QImage] = []

    class Pen(QPainter):
        def drawImage(self, where: QRect, image: QImage) -> None:  # type: ignore[override]
            seen.append(image)

    printer, owner = QPrinter(), QObject()
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    draw_page(load(render(every_paper()["statement"]), owner), 0, printer, Pen())
    assert not seen[0].hasAlphaChannel()
    assert seen[0].pixelColor(0, 0).name() == "#ffffff"

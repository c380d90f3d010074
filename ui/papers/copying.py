"""A paper copied to a new quotation: asked for its customer, then told what is not as it was."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.copying import Change, Copied
from ui.desk import Desk
from ui.forms.lookup import Found
from ui.papers.lines import Line, of_input
from ui.papers.panels import Panel
from ui.places import new_id

OFFERED = 8
MARK = "copy"


def copy_id(document_id: int, customer_id: int) -> str:
    """Stands for a new paper that begins as a copy of a stored one, for a customer."""
    return f"{new_id()}-{MARK}-{document_id}-{customer_id}"


def copy_of(record_id: object) -> tuple[int, int] | None:
    """The paper and the customer that a `copy_id` is for."""
    parts = str(record_id).split("-")
    return (int(parts[3]), int(parts[4])) if len(parts) == 5 and parts[2] == MARK else None


def copy_panel(
    desk: Desk,
    paper: tuple[int, str],
    customer: tuple[int, str],
    opened: Callable[[str, object], object],
    parent: QWidget,
) -> Panel:
    """Asks for whom a paper (id, reference) is copied: its own customer (id, name) unless another
    is picked; `opened` gets kind and id of the new paper."""
    title = QCoreApplication.translate("copying", "Copy {0} to a new quotation").format(paper[1])
    accept = QCoreApplication.translate("copying", "Copy")
    panel = Panel(desk, title, "copy-simple", accept, parent)

    def find(text: str) -> list[Found]:
        page = desk.read(customer_page, ListQuery(text=text, limit=OFFERED))
        return [
            Found(row.id, row.name, " · ".join(filter(None, (row.code, row.phone, row.zone))))
            for row in page.rows
        ]

    label = QCoreApplication.translate("copying", "For the customer")
    field = panel.rows.lookup("customer", label, find, required=True, span=6)
    field.set_value(customer)

    def act() -> bool:
        opened("quotation", copy_id(paper[0], field.value()))
        return True

    panel.act = act
    return panel


def fresh_lines(made: Copied) -> list[Line]:
    """The lines of a copy as they would be typed: what has a list price follows it."""
    lines = []
    for place, given in enumerate(made.content.lines):
        line = of_input(given)
        if place in made.follows:
            line.own_price = False
        if given.kind == "product" and given.product_id is None:
            line.own_price, line.unit_price = False, ""
        lines.append(line)
    return lines


def notes_of(made: Copied, language: str) -> dict[int, str]:
    """What stands under each changed line, by its place."""
    return {each.place: _note(each, language) for each in made.changes}


def _note(change: Change, language: str) -> str:
    return sentence(change.code, language, **dict(change.values))

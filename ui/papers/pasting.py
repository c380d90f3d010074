"""What the clipboard holds for a paper: rows of a table, or an order in somebody's words."""

from crm_desktop.domain.pasted import read_html, read_table
from crm_desktop.domain.wanted import Wanted, read_message
from ui.papers.lines import Line, plain


def read_clipboard(text: str, html: str = "", *, alone: bool = False) -> tuple[Wanted, ...]:
    """The pieces of what was copied; empty for a word that belongs into one cell.

    `alone` says that the cursor stands where a line of words is just words.
    """
    text = text.strip("\r\n")
    if "\t" not in text and "<table" in html.lower():
        text = read_html(html) or text
    rows = text.strip().splitlines()
    if not rows or (alone and len(rows) == 1 and "\t" not in text):
        return ()
    found = read_table(text)
    if found:
        return found
    if all(len(row.split()) == 1 and row.isascii() for row in rows) and len(rows) > 1:
        return tuple(Wanted(row, row.strip(), code=row.strip()) for row in rows)
    pieces = read_message(text)
    meant = [each for each in pieces if not each.is_aside]
    said = any(each.quantity is not None for each in meant)
    return pieces if len(rows) > 1 or len(meant) > 1 or said else ()


def typed_line(wanted: Wanted) -> Line:
    """A piece of a table as a line that was typed so; one where nobody said how many."""
    return Line(
        code=wanted.code or wanted.words,
        quantity="1" if wanted.quantity is None else plain(wanted.quantity),
        unit=wanted.unit,
        unit_price=wanted.price,
        discount=wanted.discount,
    )

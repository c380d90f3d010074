"""The imports that were: who took what in and when, and which of them can be undone."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.transfer.looking import RunRow, imports_done
from ui.desk import Desk
from ui.intake.words import kind_word
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import Tone

translate = QCoreApplication.translate


def past_list(desk: Desk) -> ListView:
    """The newest first; the last of each kind can be undone."""

    def fetch(_wanted: ListQuery) -> Page[RunRow]:
        return Page(desk.read(imports_done))

    def figure(key: str, title: str) -> Column:
        return Column(key, title, 104, align=Align.RIGHT, format=lambda n: f"{n:,}")

    columns = (
        Column(
            "at",
            translate("PastImports", "When"),
            140,
            format=lambda at: f"{desk.day(at.date())} {at:%H:%M}",
        ),
        Column(
            "kind",
            translate("PastImports", "List"),
            150,
            format=lambda kind: kind_word(desk, kind),
        ),
        Column(
            "file",
            translate("PastImports", "File"),
            200,
            stretch=True,
            strong=True,
        ),
        Column("by", translate("PastImports", "Who"), 150, muted=True),
        figure("added", translate("PastImports", "New")),
        figure("changed", translate("PastImports", "Changed")),
        figure("unchanged", translate("PastImports", "Unchanged")),
        Column(
            "skipped",
            translate("PastImports", "Left out"),
            104,
            align=Align.RIGHT,
            value=lambda row: f"{row.wrong + row.left_out:,}",
        ),
        Column(
            "state",
            translate("PastImports", "State"),
            150,
            value=_state,
            tone=_tone,
        ),
    )
    return ListView(
        "imports",
        translate("PastImports", "Imports so far"),
        columns,
        fetch,
        empty=(
            translate("PastImports", "No list was taken in yet"),
            translate("PastImports", "Ctrl+O chooses the file."),
        ),
        state=desk.state,
        filter_box=False,
    )


def _state(row: RunRow) -> str:
    if row.undone_at is not None:
        return translate("PastImports", "Undone")
    return translate("PastImports", "Can be undone") if row.undoable else ""


def _tone(row: RunRow) -> Tone | None:
    return Tone.WARN if row.undone_at else Tone.INFO if row.undoable else None

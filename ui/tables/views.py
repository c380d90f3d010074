"""How a list looks, as plain values: what the filters over it say, its text, order and columns."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from crm_desktop.services.view_lists import KeptView, opening_view
from ui.chips import Chips
from ui.screen import Screen
from ui.tables.view import ListView, view_in
from ui.tokens import Tone

State = Mapping[str, Any]
translate = QCoreApplication.translate


def chosen(widget: QWidget) -> dict[str, Any]:
    """What a filter says, with its words for the day when that is gone."""
    if isinstance(widget, Chips):
        return {"value": widget.on, "words": widget.words[widget.on]}
    if isinstance(widget, QComboBox):
        return {"value": widget.currentData(), "words": widget.currentText()}
    assert isinstance(widget, QCheckBox)
    return {"value": widget.isChecked(), "words": widget.text()}


def choose(widget: QWidget, kept: State) -> bool:
    """Put a filter as it was kept; False where it has no such choice, and its first stands."""
    value = kept.get("value")
    if isinstance(widget, QCheckBox):
        widget.setChecked(value is True)
        return True
    if isinstance(widget, Chips):
        there = value in widget.words
        wanted = str(value) if there else next(iter(widget.words))
        if wanted != widget.on:
            widget.choose(wanted)
        return there
    assert isinstance(widget, QComboBox)
    values = [widget.itemData(place) for place in range(widget.count())]
    there = value in values
    widget.setCurrentIndex(values.index(value) if there else 0)
    return there


def look_of(view: ListView) -> dict[str, Any]:
    """The list itself: what is typed, the order, the columns from left to right."""
    return {
        "text": view.filter.text().strip(),
        "sort": view.model.query.sort,
        "descending": view.model.query.descending,
        "columns": [column.key for column in view.shown_columns()],
    }


def take_look(view: ListView, look: State) -> None:
    """Show the list so; columns and orders that it has no more are passed over."""
    columns = look.get("columns")
    if isinstance(columns, list):
        _put_columns(view, columns)
    key, descending, text = look.get("sort"), look.get("descending") is True, look.get("text")
    sorts = [column.sort for column in view.model.columns]
    known = key is not None and key in sorts
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    place = sorts.index(key) if known else -1
    view.table.horizontalHeader().setSortIndicator(place, order)
    words = text if isinstance(text, str) and not view.filter.isHidden() else ""
    view.model.ask(sort=key if known else None, descending=known and descending, text=words)
    view.look_for(words)
    view.table.selectRow(0)


def _put_columns(view: ListView, keys: Iterable[Any]) -> None:
    """The first column always stays in view."""
    header = view.table.horizontalHeader()
    at = {column.key: number for number, column in enumerate(view.model.columns)}
    wanted = [at[key] for key in keys if isinstance(key, str) and key in at]
    for number in at.values():
        header.setSectionHidden(number, number > 0 and number not in wanted)
    for place, number in enumerate(wanted):
        header.moveSection(header.visualIndex(number), place)


def written(filters: State, view: ListView) -> str:
    """Filters and list as the text that is kept."""
    return json.dumps({**look_of(view), "filters": filters}, ensure_ascii=False)


def read(content: str) -> tuple[State, State]:
    """The filters and the list of a kept text; what is not understood counts as not kept."""
    try:
        whole = json.loads(content)
    except ValueError:
        return {}, {}
    if not isinstance(whole, dict):
        return {}, {}
    filters = whole.get("filters")
    kept = filters if isinstance(filters, dict) else {}
    return {name: each for name, each in kept.items() if isinstance(each, dict)}, whole


def open_list(screen: Screen) -> None:
    """Show the list with the view that its person wants to begin with, if there is one."""
    view = view_in(screen)
    if view is None:
        return
    kept = screen.desk.read(opening_view, screen.views_of(view.subject))
    if kept is not None:
        take(screen, kept)


def take(screen: Screen, kept: KeptView) -> None:
    """Show what a view keeps; the filters go first, for they may bring another list."""
    filters, look = read(kept.content)
    gone = screen.take_view(filters)
    view = view_in(screen)
    if view is not None:
        take_look(view, look)
        view.table.setFocus()
    if gone:
        words = translate("views", "“{0}” is shown without what is there no more: {1}.")
        screen.desk.say(words.format(kept.title, ", ".join(gone)), Tone.WARN)

"""What is held of a person as a reader finds it on paper: the tables that say something in words.

The paper names what matters to the person; the data beside it have all of it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.messages import known, sentence, show
from crm_desktop.printing.figures import ReportSection
from crm_desktop.services import places
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Context

Row = Mapping[str, Any]
Cell = Callable[[Context, Row], str]
ADDRESS = (
    *("label", "house", "moo", "building", "soi", "road", "subdistrict", "district", "province"),
    "postcode",
)


@dataclass(frozen=True)
class Table:
    """One section: its rows, its columns by code; those from `figures` on stand right."""

    name: str
    columns: Mapping[str, Cell]
    figures: int = 9
    rows: Callable[[Row], bool] = bool


def _text(name: str) -> Cell:
    return lambda _, row: str(row[name] or "")


def _day(name: str) -> Cell:
    def cell(context: Context, row: Row) -> str:
        text = row[name]
        day = date.fromisoformat(text[:10]) if text else None
        return show(day, context.actor.language, context.actor.era) if day else ""

    return cell


def _moment(name: str) -> Cell:
    def cell(context: Context, row: Row) -> str:
        at = datetime.fromisoformat(row[name])
        return show(at, context.actor.language, context.actor.era)

    return cell


def _baht(name: str) -> Cell:
    return lambda _, row: "" if row[name] is None else str(Money(row[name]))


def _word(name: str, pattern: str = "{}") -> Cell:
    """The word of a code; the code itself where the catalogue has none."""

    def cell(context: Context, row: Row) -> str:
        code = pattern.format(row[name])
        language = context.actor.language
        return sentence(code, language) if known(code, language) else str(row[name])

    return cell


def _address(context: Context, row: Row) -> str:
    address = Address(use=row["use"], **{name: row[name] for name in ADDRESS})
    return " ".join(places.address_lines(address, context.actor.language))


def _kind(context: Context, row: Row) -> str:
    return sentence(KINDS[row["kind"]].title, context.actor.language)


def _state(context: Context, row: Row) -> str:
    code = KINDS[row["kind"]].states.state_code(row["state"])
    return sentence(code, context.actor.language)


def _paper(_: Context, row: Row) -> str:
    return str(row["number"] or row["draft_reference"])


def _note(_: Context, row: Row) -> str:
    return str(json.loads(row["detail"]).get("text", ""))


TABLES = (
    Table("customer_phone", {"phone": _text("typed")}),
    Table(
        "customer_contact",
        {name: _text(name) for name in ("name", "duty", "phone", "email", "line_id")},
    ),
    Table("customer_address", {"use": _word("use", "held_use_{}"), "address": _address}),
    Table(
        "customer_consent",
        {
            "day": _day("at"),
            "purpose": _word("purpose", "purpose_{}"),
            "said": _word("given", "held_given_{}"),
            "channel": _word("channel", "consent_by_{}"),
            "text_version": _text("text_version"),
        },
    ),
    Table(
        "customer_credit",
        {
            "day": _day("as_of"),
            "source": _text("source"),
            "limit": _baht("limit_satang"),
            "outstanding": _baht("outstanding_satang"),
            "overdue": _baht("overdue_satang"),
        },
        2,
    ),
    Table(
        "document",
        {
            "day": _day("created_at"),
            "number": _paper,
            "kind": _kind,
            "state": _state,
            "delivery_address": _text("delivery_address"),
            "total": _baht("total_satang"),
        },
        5,
        lambda row: row["kind"] != "CM",
    ),
    Table(
        "deposit",
        {
            "day": _day("received_on"),
            "payer": _text("payer"),
            "method": _word("method", "paper_method_{}"),
            "amount": _baht("expected_satang"),
        },
        3,
    ),
    Table(
        "sale_bill",
        {
            "day": _day("billed_on"),
            "number": _text("bill_number"),
            "source": _text("source"),
            "amount": _baht("amount_satang"),
        },
        3,
    ),
    Table(
        "receivable",
        {
            "day": _day("billed_on"),
            "number": _text("bill_number"),
            "due_on": _day("due_on"),
            "amount": _baht("amount_satang"),
            "paid": _baht("paid_satang"),
        },
        3,
    ),
    Table(
        "payment",
        {
            "day": _day("paid_on"),
            "number": _text("bill_number"),
            "reference": _text("reference"),
            "amount": _baht("amount_satang"),
        },
        3,
    ),
    Table(
        "visit",
        {
            "day": _day("planned_on"),
            "purpose": _text("purpose"),
            "outcome": _word("outcome"),
            "promised": _text("promised"),
        },
    ),
    Table(
        "follow_up",
        {"day": _day("due_on"), "how": _word("how", "follow_how_{}"), "note": _text("note")},
    ),
    Table(
        "telling",
        {"day": _day("at"), "channel": _word("channel", "consent_by_{}"), "words": _text("words")},
    ),
    Table(
        "objection",
        {"day": _day("at"), "words": _text("words"), "answer": _text("answer")},
    ),
    Table(
        "timeline",
        {"at": _moment("at"), "note": _note},
        rows=lambda row: row["subject"] == "note",
    ),
    Table("attachment", {"day": _day("at"), "name": _text("name"), "file": _text("content")}),
    Table("visit_photo", {"day": _day("at"), "name": _text("name"), "file": _text("content")}),
)
HEAD: Mapping[str, Cell] = {
    "code": _text("code"),
    "name": _text("name"),
    "name_en": _text("name_en"),
    "tax_number": _text("tax_number"),
    "phone": _text("phone"),
    "email": _text("email"),
    "line_id": _text("line_id"),
    "segment": _text("segment"),
    "zone": _text("zone"),
    "note": _text("note"),
    "since": _day("created_at"),
    "contact_on": _day("contact_on"),
}


def of(context: Context, told: Mapping[str, Sequence[Row]]) -> Iterator[ReportSection]:
    """The record itself, then every table that holds something."""
    for row in told["customer"]:
        yield _head(context, row)
    for table in TABLES:
        rows = [row for row in told[table.name] if table.rows(row)]
        if rows:
            yield _section(context, table, rows)
    yield _rest(context, told)


def _head(context: Context, row: Row) -> ReportSection:
    language = context.actor.language
    lines = ((name, cell(context, row)) for name, cell in HEAD.items())
    heading = (sentence("held_column_field", language), sentence("held_column_value", language))
    rows = tuple((sentence(f"held_column_{name}", language), text) for name, text in lines if text)
    return ReportSection(
        sentence("held_table_customer", language),
        sentence("held_meaning_customer", language),
        heading,
        rows,
        2,
    )


def _section(context: Context, table: Table, rows: Sequence[Row]) -> ReportSection:
    language = context.actor.language
    return ReportSection(
        sentence(f"held_table_{table.name}", language),
        sentence("held_count", language, count=len(rows)),
        tuple(sentence(f"held_column_{name}", language) for name in table.columns),
        tuple(tuple(cell(context, row) for cell in table.columns.values()) for row in rows),
        min(table.figures, len(table.columns)),
    )


def _rest(context: Context, told: Mapping[str, Sequence[Row]]) -> ReportSection:
    """How much there is of everything, for all of it lies in the file beside."""
    language = context.actor.language
    counted = tuple(
        (sentence(f"held_table_{name}", language), f"{len(rows):,}")
        for name, rows in told.items()
        if rows
    )
    return ReportSection(
        sentence("held_table_all", language),
        sentence("held_meaning_all", language),
        (sentence("held_column_what", language), sentence("held_column_count", language)),
        counted,
        1,
    )

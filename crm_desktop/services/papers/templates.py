"""Templates: lines and terms under a name, of one officer or a branch; prices are today's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.domain.thai import search_text, sort_key
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.papers.contents import Content, LineInput, check_content
from crm_desktop.services.papers.copying import Copied, renewed
from crm_desktop.services.registry import Command, Context, Page, handles, query

SCOPES = ("person", "branch")
LONGEST_NAME = 120
KEPT = ("payment_terms", "delivery_terms", "remarks", "valid_days")
"""What of a paper's header a template keeps, beside the lines."""


@dataclass(frozen=True)
class SaveTemplate(Command[int]):
    """Keeps the lines and terms of a content under a name, or under `id` in place of what was.

    `scope` says whose it is: `person` or `branch`.
    """

    name: ClassVar[str] = "template.save"
    id: int | None
    version: int
    title: str
    scope: str
    content: Content


@dataclass(frozen=True)
class RenameTemplate(Command[None]):
    """Gives a template another name, or hands one's own to the branch."""

    name: ClassVar[str] = "template.rename"
    permission: ClassVar[str] = "template.save"
    id: int
    version: int
    title: str
    scope: str


@dataclass(frozen=True)
class RemoveTemplate(Command[None]):
    """Takes a template off the list; `RestoreTemplate` brings it back."""

    name: ClassVar[str] = "template.remove"
    permission: ClassVar[str] = "template.save"
    id: int
    version: int


@dataclass(frozen=True)
class RestoreTemplate(Command[None]):
    """Brings a removed template back under its name; Refused where that is taken by now."""

    name: ClassVar[str] = "template.restore"
    permission: ClassVar[str] = "template.save"
    id: int


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A line of the list; `mine` says that the actor may change it."""

    id: int
    version: int
    title: str
    scope: str
    owner: str
    lines: int
    mine: bool


@handles(SaveTemplate)
def save_template(context: Context, command: SaveTemplate) -> int:
    """Prices of goods are left out, those of free text stay: no list has them."""
    check_content(command.content)
    if not any(line.is_priced for line in command.content.lines):
        raise Refused("template_empty", "lines")
    values = {
        **_named(context, command.title, command.scope, command.id),
        "content": json.dumps(_plain(command.content), ensure_ascii=False),
    }
    if command.id is None:
        owner = {"owner_id": context.actor.person_id, "branch_id": context.actor.branch_id}
        made = context.insert("template", "created", **owner, **values, created_at=context.moment)
        context.reversible(command, RemoveTemplate(made, 1))
        return made
    before = _held(context, command.id)
    context.update("template", command.id, command.version, "changed", **values)
    kept = _content(0, json.loads(before["content"]))
    back = SaveTemplate(before["id"], before["version"] + 1, before["name"], before["scope"], kept)
    context.reversible(command, back)
    return command.id


@handles(RenameTemplate)
def rename_template(context: Context, command: RenameTemplate) -> None:
    """The content stays."""
    before = _held(context, command.id)
    values = _named(context, command.title, command.scope, command.id)
    context.update("template", command.id, command.version, "renamed", **values)
    back = RenameTemplate(command.id, command.version + 1, before["name"], before["scope"])
    context.reversible(command, back)


@handles(RemoveTemplate)
def remove_template(context: Context, command: RemoveTemplate) -> None:
    """It is kept out of sight, so that it can be brought back."""
    _held(context, command.id)
    context.update("template", command.id, command.version, "removed", removed_at=context.moment)
    context.reversible(command, RestoreTemplate(command.id))


@handles(RestoreTemplate)
def restore_template(context: Context, command: RestoreTemplate) -> None:
    """Under the name that it had."""
    row = _held(context, command.id, removed=True)
    _named(context, row["name"], row["scope"], command.id)
    context.update("template", command.id, row["version"], "restored", removed_at=None)
    context.reversible(command, RemoveTemplate(command.id, row["version"] + 1))


def _held(context: Context, template_id: int, *, removed: bool = False) -> dict[str, Any]:
    """A template that the actor may change, held until the end; NotAllowed, Refused not_found."""
    context.hold("template", template_id)
    row = context.row("template", template_id)
    if not _reaches(context, row) or bool(row["removed_at"]) != removed:
        raise Refused("not_found", record="template", record_id=template_id)
    if not _may_change(context, row):
        raise NotAllowed("template_of_other", name=row["name"])
    return row


def _reaches(context: Context, row: Mapping[str, Any]) -> bool:
    if row["scope"] == "person":
        return bool(row["owner_id"] == context.actor.person_id)
    return bool(row["branch_id"] == context.actor.branch_id)


def _may_change(context: Context, row: Mapping[str, Any]) -> bool:
    """Who made it, and for one of the branch also its heads."""
    own = row["owner_id"] == context.actor.person_id
    return bool(own or (row["scope"] == "branch" and context.actor.may("template.any")))


def _named(context: Context, title: str, scope: str, template_id: int | None) -> dict[str, Any]:
    """The columns of a name that nobody else among those it stands beside has."""
    name = " ".join(title.split())
    if not name:
        raise Refused("value_needed", "title", label="")
    if len(name) > LONGEST_NAME:
        raise Refused("text_too_long", "title", most=LONGEST_NAME)
    if scope not in SCOPES:
        raise Refused("bad_choice", "scope", value=scope)
    found_by = search_text(name)
    for row in _visible(context, scope):
        if row["found_by"] == found_by and row["id"] != template_id:
            raise Refused("template_name_taken", "title", name=name)
    return {"name": name, "scope": scope, "found_by": found_by, "sort_key": sort_key(name)}


def _visible(context: Context, scope: str) -> list[dict[str, Any]]:
    actor = context.actor
    whose = {"owner_id": actor.person_id} if scope == "person" else {"branch_id": actor.branch_id}
    rows = context.rows("template", "sort_key", "id", scope=scope, **whose)
    return [row for row in rows if row["removed_at"] is None]


@query("template.read")
def template_page(context: Context, wanted: ListQuery) -> Page[TemplateRow]:
    """The actor's own templates and those of the branch, by name; a text narrows them."""
    table, person = context.t.template, context.t.person
    actor = context.actor
    own = (table.c.scope == "person") & (table.c.owner_id == actor.person_id)
    shared = (table.c.scope == "branch") & (table.c.branch_id == actor.branch_id)
    rows = (
        table.select(
            *(getattr(table.c, name) for name in ("id", "version", "name", "scope", "sort_key")),
            *(getattr(table.c, name) for name in ("owner_id", "branch_id", "content")),
            getattr(person.c, context.naming).alias("owner"),
        )
        .join(person, on=(person.c.id == table.c.owner_id))
        .where(own | shared, table.c.removed_at.is_null())
    )
    for part in search_text(wanted.text).split():
        rows = rows.where(table.c.found_by.contains(part))
    found = keyset(rows, table.c.sort_key, table.c.id, wanted)
    shown = found[: wanted.limit]
    more = len(found) > wanted.limit
    end = (shown[-1]["sort_key"], shown[-1]["id"]) if more else None
    return Page(tuple(_row(context, each) for each in shown), end)


def _row(context: Context, row: Mapping[str, Any]) -> TemplateRow:
    lines = json.loads(row["content"])["lines"]
    priced = sum(1 for line in lines if line["kind"] in ("product", "text"))
    mine = _may_change(context, row)
    return TemplateRow(
        row["id"], row["version"], row["name"], row["scope"], row["owner"], priced, mine
    )


@query("template.read")
def from_template(
    context: Context, template_id: int, customer_id: int | None, prices_include_vat: bool
) -> Copied:
    """A template as the beginning of a paper: today's prices of the customer's level."""
    row = context.row("template", template_id)
    if not _reaches(context, row) or row["removed_at"]:
        raise Refused("not_found", record="template", record_id=template_id)
    content = _content(customer_id or 0, json.loads(row["content"]))
    content = replace(content, prices_include_vat=prices_include_vat)
    return replace(renewed(context, content), source=row["name"])


def _content(customer_id: int, kept: Mapping[str, Any]) -> Content:
    header = {name: kept[name] for name in KEPT if name in kept}
    return Content(customer_id, tuple(_line(each) for each in kept["lines"]), **header)


def _plain(content: Content) -> dict[str, Any]:
    header = {name: getattr(content, name) for name in KEPT}
    return {**header, "lines": [_kept(line) for line in content.lines]}


def _kept(line: LineInput) -> dict[str, Any]:
    """A line without what is of the day or of another paper."""
    if not line.is_priced:
        return {"kind": line.kind, "description": line.description}
    kept: dict[str, Any] = {
        "kind": line.kind,
        "product_id": line.product_id,
        "code": line.code,
        "description": line.description,
        "quantity": str(line.quantity),
        "unit": line.unit,
        "discount": line.discount,
        "vat_class": line.vat_class.value,
    }
    if line.kind == "text":
        kept["satang"] = line.unit_price.satang
    return kept


def _line(kept: Mapping[str, Any]) -> LineInput:
    if kept["kind"] not in ("product", "text"):
        return LineInput(kind=kept["kind"], description=kept["description"])
    return LineInput(
        kind=kept["kind"],
        product_id=kept["product_id"],
        code=kept["code"],
        description=kept["description"],
        quantity=Decimal(kept["quantity"]),
        unit=kept["unit"],
        unit_price=Money(kept.get("satang", 0)),
        discount=kept["discount"],
        vat_class=VatClass(kept["vat_class"]),
    )

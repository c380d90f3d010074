"""What a revision says otherwise than the one it replaces, for whoever decides about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, LineInput
from crm_desktop.services.registry import Context

Difference = tuple[str, str, str]
"""What, then, now; "" where it is not there. What is no line of goods is a code."""

NOTHING = "–"
SAID = (
    *("document_discount", "deposit_percent", "valid_days", "payment_terms", "delivery_terms"),
    *("delivery_address", "project", "contact", "prices_include_vat", "remarks"),
)


def differences(
    context: Context, document: Mapping[str, Any], content: Content
) -> tuple[Difference, ...]:
    """Lines in their order, then what else the paper says, the grand total last."""
    if document["replaces_id"] is None:
        return ()
    before = context.row("document", document["replaces_id"])
    replaced = documents.content_of(context, before)
    totals = [str(Money(row["total_satang"])) for row in (before, document)]
    return tuple(
        (what, then, now)
        for what, then, now in (
            *_lines(replaced.lines, content.lines),
            *(
                (Code(f"difference_{name}"), _said(replaced, name), _said(content, name))
                for name in SAID
            ),
            (Code("difference_grand_total"), *totals),
        )
        if then != now
    )


def _lines(old: Iterable[LineInput], new: Iterable[LineInput]) -> Iterable[Difference]:
    """By goods: what stands on several lines is told together."""
    then, now = _by_name(old), _by_name(new)
    for name in dict.fromkeys([*then, *now]):
        yield name, " + ".join(then.get(name, ())), " + ".join(now.get(name, ()))


def _by_name(lines: Iterable[LineInput]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.is_priced:
            found.setdefault(line.code or line.description, []).append(_shown(line))
    return found


def _shown(line: LineInput) -> str:
    quantity = f"{line.quantity.normalize():f} {line.unit} × {line.unit_price}"
    return f"{quantity} − {line.discount}" if line.discount else quantity


def _said(content: Content, name: str) -> str:
    value = getattr(content, name)
    if isinstance(value, bool):
        return "✓" if value else NOTHING
    return str(value) or NOTHING

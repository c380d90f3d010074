"""What stages, promises and deposits of an order are called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.base import Kind
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.orders.order_lists import Order, OrderLine
from ui.desk import Desk
from ui.facts import Cell
from ui.papers.lines import plain
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

_WORDS = {
    "promised": QT_TRANSLATE_NOOP("orders", "promised for {0}"),
    "promised_first": QT_TRANSLATE_NOOP("orders", "promised for {0}, at first for {1}"),
    "Project": QT_TRANSLATE_NOOP("orders", "Project"),
    "Contact": QT_TRANSLATE_NOOP("orders", "Contact"),
    "Owner": QT_TRANSLATE_NOOP("orders", "Owner"),
    "From": QT_TRANSLATE_NOOP("orders", "Made from"),
    "On": QT_TRANSLATE_NOOP("orders", "Dated"),
    "Promise": QT_TRANSLATE_NOOP("orders", "Promised"),
    "First promise": QT_TRANSLATE_NOOP("orders", "First promise"),
    "Outside": QT_TRANSLATE_NOOP("orders", "Bill or reference"),
    "Due": QT_TRANSLATE_NOOP("orders", "To pay in all"),
    "Asked": QT_TRANSLATE_NOOP("orders", "Deposit asked"),
    "Held": QT_TRANSLATE_NOOP("orders", "Deposit here"),
    "Awaiting": QT_TRANSLATE_NOOP("orders", "To be cleared"),
    "Missing": QT_TRANSLATE_NOOP("orders", "Still missing"),
    "Waived": QT_TRANSLATE_NOOP("orders", "without deposit"),
    "Deducted": QT_TRANSLATE_NOOP("orders", "Deducted"),
    "Remainder": QT_TRANSLATE_NOOP("orders", "Remains to pay"),
    "Undecided": QT_TRANSLATE_NOOP("orders", "To be given back"),
}


def word(key: str) -> str:
    """A word of this table in the language that is on."""
    return QCoreApplication.translate("orders", _WORDS[key])


def coded(desk: Desk, of: str, code: str) -> str:
    """What a code of the core is called: a channel, a disposition, the use of a file."""
    return sentence(f"{of}_{code}", desk.language)


def stage_word(kind: Kind, stage: str, language: str) -> str:
    """What a stage of goods is called on a paper of this kind."""
    assert kind.goods is not None
    return sentence(kind.goods.state_code(stage), language)


def notes_of(desk: Desk, shown: Order) -> dict[int, str]:
    """By place of a line, where its goods are and what was promised for them."""
    return {line.position: note_of(desk, shown, line) for line in shown.lines if line.stages}


def note_of(desk: Desk, shown: Order, line: OrderLine) -> str:
    """Where the goods of a line are, the most advanced last, and what was promised."""
    parts = stage_words(KINDS[shown.kind], line.stages, desk.language)
    return " · ".join(filter(None, (*parts, _promise(desk, line))))


def stage_words(kind: Kind, stages: Mapping[str, Decimal], language: str) -> list[str]:
    """How much stands at each stage, the most advanced last."""
    assert kind.goods is not None
    return [
        f"{stage_word(kind, stage, language)} {plain(stages[stage])}"
        for stage in kind.goods.states
        if stages.get(stage)
    ]


def _promise(desk: Desk, line: OrderLine) -> str:
    if line.promised_on is None:
        return ""
    on = desk.day(line.promised_on)
    if line.first_promise_on in (None, line.promised_on):
        return word("promised").format(on)
    return word("promised_first").format(on, desk.day(line.first_promise_on))


def standing_at(shown: Order, stages: Sequence[str]) -> dict[int, Decimal]:
    """By line id, how much of a paper stands at these stages; lines without are left out."""
    found = {
        line.line_id: sum((line.stages.get(stage, Decimal(0)) for stage in stages), Decimal(0))
        for line in shown.lines
    }
    return {line_id: quantity for line_id, quantity in found.items() if quantity}


def facts_of(desk: Desk, shown: Order) -> tuple[tuple[str, Cell], ...]:
    """What is told of an order beside its list: who, from where, and when."""
    return (
        (word("Project"), shown.content.project),
        (word("Contact"), shown.content.contact),
        *own_facts(desk, KINDS[shown.kind], shown.content.facts),
        (word("On"), desk.day(shown.issued_on)),
        *ladder(desk, shown),
        (word("Outside"), shown.outside_reference),
        (word("From"), shown.parent[2] if shown.parent else ""),
        (word("Owner"), shown.owner),
        *money_of(shown),
    )


def own_facts(
    desk: Desk, kind: Kind, facts: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The facts that only this kind has, with their labels."""
    told = dict(facts)
    for fact in kind.facts:
        text = told.get(fact.key, "")
        if fact.type == "choice" and text:
            text = sentence(f"{kind.name}_{fact.key}_{text}", desk.language)
        elif fact.type == "day" and text:
            text = desk.day(date.fromisoformat(text))
        yield sentence(kind.fact_label(fact.key), desk.language), text


def ladder(desk: Desk, shown: Order) -> tuple[tuple[str, Cell], ...]:
    """The day that is promised now, and the first one where it was another."""
    moved = shown.first_promise_on != shown.promised_on
    first = desk.day(shown.first_promise_on) if moved else ""
    return ((word("Promise"), desk.day(shown.promised_on)), (word("First promise"), first))


def money_of(shown: Order) -> tuple[tuple[str, Cell], ...]:
    """What is to pay, what of it is here as deposit, and what is missing; nothing of zero."""
    stands = shown.deposits
    if stands is None:
        return ()
    wants = stands.missing and shown.number is not None
    missing: Cell = (str(stands.missing), Tone.WARN) if wants else ""
    if shown.waived and not stands.missing:
        missing = (word("Waived"), Tone.INFO)
    over = stands.remainder < Money.ZERO
    undecided: Cell = (str(-stands.remainder), Tone.WARN) if over else ""
    return (
        (word("Due"), _sum(stands.due) if stands.due != shown.total else ""),
        (word("Asked"), _sum(stands.required)),
        (word("Held"), _sum(stands.held - stands.awaiting)),
        (word("Awaiting"), _sum(stands.awaiting)),
        (word("Missing"), missing),
        (word("Deducted"), _sum(stands.applied)),
        (word("Remainder"), _sum(stands.remainder) if stands.received and not over else ""),
        (word("Undecided"), undecided),
    )


def _sum(amount: Money) -> str:
    return str(amount) if amount else ""

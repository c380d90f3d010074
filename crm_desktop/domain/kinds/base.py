"""What every kind of document declares, and the checks and rows that kinds share."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from crm_desktop.domain.dates import too_far
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.lifecycle import Code, Row, StateTable
from crm_desktop.domain.money import Money

RECALL = frozenset({"request.recall"})
ANSWER = frozenset({"request.answer"})
CLOCK = frozenset({"system.housekeeping"})
GIVEN_UP = frozenset(
    {"draft", "cancelled", "lost", "expired", "superseded", "declined", "refused", "bounced"}
)

Facts = Mapping[str, str]
"""What a kind knows beyond every paper's header, by the key of its `Fact`; days are ISO."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What the automatic checks look at when a paper is submitted; headings are no lines."""

    today: date
    customer_id: int | None
    line_count: int
    grand_total: Money
    valid_until: date | None
    unlisted_lines: tuple[int, ...] = ()
    facts: Facts = field(default_factory=dict)


Check = Callable[[Submission], Refused | None]


@dataclass(frozen=True, slots=True)
class Fact:
    """One extra fact of a kind: `type` is text, lines, day or choice; `printed` ones are frozen.

    Its label is the code `<kind>_fact_<key>`, a choice reads `<kind>_<key>_<choice>`.
    """

    key: str
    type: str = "text"
    choices: tuple[str, ...] = ()
    printed: bool = True
    needed: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of document: `matter` is what its submission asks, None where nobody is asked.

    `numbered_by` names the event that takes the running number, None where there is none;
    `goods` is the life of the quantity on one line, `derive` the state of the header that follows
    from how much (thousandths) stands at which stage. `columns` are the keys of what its list
    shows beside what all lists do. Without `lined` a paper has no lines; money is asked and held
    for those with `takes_deposit`. Where `prices_pass` they are those of the lines it came from,
    whatever is typed. `rests` are states in which the paper is done, unless its goods come back.
    """

    code: str
    name: str
    states: StateTable
    matter: str | None = None
    numbered_by: str | None = None
    checks: tuple[Check, ...] = ()
    facts: tuple[Fact, ...] = ()
    goods: StateTable | None = None
    derive: Callable[[Mapping[str, int]], str | None] | None = None
    columns: tuple[str, ...] = ()
    lined: bool = True
    is_order: bool = False
    takes_deposit: bool = False
    prices_pass: bool = False
    rests: tuple[str, ...] = ()

    @cached_property
    def standing(self) -> tuple[str, ...]:
        """The states of a paper that has its number and was not given up since."""
        found = {row.next for row in self.states.rows if row.event == self.numbered_by}
        while grown := {row.next for row in self.states.rows if row.state in found} - found:
            found |= grown
        return tuple(state for state in self.states.states if state in found - GIVEN_UP)

    @cached_property
    def ends(self) -> frozenset[str]:
        """The states in which nobody has anything left to do for the paper."""
        return self.states.finals | frozenset(self.rests)

    @cached_property
    def over(self) -> frozenset[str]:
        """The states in which nothing of the paper is left to hand over."""
        return self.ends | {"delivered"}

    @cached_property
    def signed(self) -> bool:
        """Whether the customer signs for what prints, drawings and photos with it, before it is
        put to the matrix."""
        return any(row.event == "sign" for row in self.states.rows)

    @property
    def title(self) -> Code:
        """The code of the kind's name in the message catalogue."""
        return Code(f"kind_{self.name}")

    def fact_label(self, key: str) -> Code:
        """The code of a fact's label."""
        return Code(f"{self.name}_fact_{key}")

    def problems(self, submission: Submission) -> tuple[Refused, ...]:
        """Everything that keeps the paper from being submitted, each for its own field."""
        found = [check(submission) for check in self.checks]
        found += [
            Refused("fact_missing", f"facts.{fact.key}", fact=self.fact_label(fact.key))
            for fact in self.facts
            if fact.needed and not submission.facts.get(fact.key, "").strip()
        ]
        return tuple(problem for problem in found if problem is not None)

    def check_facts(self, facts: Facts) -> None:
        """Refuses what no fact of this kind can be, at `facts.<key>`."""
        known = {fact.key: fact for fact in self.facts}
        for key, text in facts.items():
            if key not in known:
                raise Refused("fact_unknown", f"facts.{key}", key=key)
            fact = known[key]
            if fact.type == "choice" and text and text not in fact.choices:
                raise Refused("bad_choice", f"facts.{key}", value=text)
            if fact.type == "day" and text:
                try:
                    date.fromisoformat(text)
                except ValueError:
                    raise Refused("bad_date", f"facts.{key}", text=text) from None


def up_to_issue(
    *, event: str, after: str, write: Set[str], submit: Set[str], issue: Set[str], begin: str
) -> tuple[Row, ...]:
    """The road that every submitted paper goes: from `begin` through the matrix to `event`, which
    gives it its number and leads to `after`; whatever sends it back leads to draft."""
    return (
        # What the actor's own authority covers needs no request; anything else waits.
        Row(begin, "approve_own", "ready", "own", frozenset(submit)),
        Row(begin, "submit", "waiting", "checked", frozenset(submit)),
        # Approved with limits before, and changed within them: nobody is asked again.
        Row(begin, "keep_within", "ready", "within", frozenset(submit)),
        Row(begin, "cancel", "cancelled", None, frozenset(write)),
        Row("waiting", "approve", "ready", "answerer", ANSWER),
        Row("waiting", "approve_within", "draft", "limits", ANSWER),
        # CONSULT: the officer decides, with a superior's advice on record.
        Row("waiting", "proceed", "ready", "advised", frozenset(submit)),
        Row("waiting", "return", "draft", "note", ANSWER),
        Row("waiting", "reject", "draft", "note", ANSWER),
        Row("waiting", "recall", "draft", None, RECALL),
        Row("ready", event, after, "unchanged", frozenset(issue)),
        Row("ready", "submit", "waiting", "stricter", frozenset(submit) | frozenset(issue)),
        Row("ready", "void", "draft", "overtaken", frozenset(write) | ANSWER),
        Row("ready", "cancel", "cancelled", None, frozenset(write)),
    )


def derived(
    word: str, guard: str, who: Set[str], steps: Mapping[str, tuple[str, ...]]
) -> Iterator[Row]:
    """Rows `<word>_<next>` by which a header follows its lines or its ledger."""
    for state, following in steps.items():
        for after in following:
            yield Row(state, f"{word}_{after}", after, guard, frozenset(who))


def has_customer(submission: Submission) -> Refused | None:
    """A paper is somebody's."""
    return None if submission.customer_id else Refused("customer_missing", "customer")


def has_lines(submission: Submission) -> Refused | None:
    """An empty paper offers nothing."""
    return None if submission.line_count else Refused("paper_empty", "lines")


def has_amount(submission: Submission) -> Refused | None:
    """Goods for nothing are a typing error, or a gift that is not this paper's business."""
    if submission.line_count and submission.grand_total <= Money.ZERO:
        return Refused("total_not_positive", "lines", total=submission.grand_total)
    return None


def is_listed(submission: Submission) -> Refused | None:
    """Only goods of the list can be waited for in a queue; others are special orders."""
    if not submission.unlisted_lines:
        return None
    first = submission.unlisted_lines[0]
    return Refused("only_listed_goods", f"lines.{first}.description", line=first + 1)


def is_wanted_later(submission: Submission) -> Refused | None:
    """Nobody is served yesterday."""
    wanted = submission.facts.get("wanted_on", "")
    if not wanted:
        return None
    day = date.fromisoformat(wanted)
    if day < submission.today:
        return Refused("wanted_past", "facts.wanted_on", date=day, today=submission.today)
    return too_far(day, submission.today, "facts.wanted_on")


def is_still_valid(submission: Submission) -> Refused | None:
    """An offer names the last day it holds, and that day is not over."""
    if submission.valid_until is None:
        return Refused("validity_missing", "valid_until")
    if submission.valid_until < submission.today:
        return Refused(
            "validity_past", "valid_until", date=submission.valid_until, today=submission.today
        )
    return None

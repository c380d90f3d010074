"""How the history of a paper says things: codes as sentences in one language or in both."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from crm_desktop.domain.authority import (
    MATTERS,
    SCALES,
    Band,
    Condition,
    Facts,
    Level,
    Reason,
    describe_band,
)
from crm_desktop.domain.authority.limits import (
    describe_limits,
    describe_use,
    limits_from_json,
)
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain, known, sentence, show

NUMBER = re.compile(r"-?\d+(\.\d+)?")
IN_BAHT = ("authority_amount", "authority_unlisted")


class Words:
    """Sentences in the languages of a paper, Thai first, in the reader's own calendar."""

    def __init__(self, language: str, era: str) -> None:
        self._eras = {
            tongue: era if tongue == "th" else "gregorian"
            for tongue in (("th", "en") if language == "both" else (language,))
        }
        self.tongue = "en" if language == "en" else "th"

    def __call__(self, code: str, **values: Any) -> str:
        """The sentence of a code."""
        return self._joined(sentence(code, each, era, **values) for each, era in self._eras.items())

    def explain(self, told: Any) -> str:
        """The sentence of a reason."""
        return self._joined(explain(told, each, era) for each, era in self._eras.items())

    def show(self, value: Any) -> str:
        """A value as it is written."""
        return self._joined(show(value, each, era) for each, era in self._eras.items())

    def name(self, person: Mapping[str, Any]) -> str:
        """What the paper's readers call somebody."""
        return str(person["name_en"] if self.tongue == "en" else person["name"])

    def matter(self, matter: str) -> str:
        """What is decided."""
        return self.explain(MATTERS[matter].title)

    def level(self, level: str) -> str:
        """Own decision, advice or the superior's."""
        return self.explain(Level[level].title)

    def known(self, stem: str, code: str) -> str:
        """The sentence of a code that may be no code but somebody's own words."""
        return self(f"{stem}_{code}") if known(f"{stem}_{code}", "en") else code

    def moment(self, stored: str) -> str:
        """A stored moment."""
        return self.show(datetime.fromisoformat(stored))

    def _joined(self, told: Iterator[str]) -> str:
        return " / ".join(dict.fromkeys(told))

    # ------------------------------------------------------------ decisions

    def reasons(self, stored: list[dict[str, Any]]) -> str:
        """Why a decision is what it is, a line each."""
        return "\n".join(self.explain(reason_of(each)) for each in stored)

    def bands(self, stored: list[dict[str, Any]]) -> str:
        """The bands that decided, each with the level it names."""
        lines = []
        for each in stored:
            scale, group = SCALES[each["condition"]], each["group"]
            past, to = (
                None if each[end] is None else scale.parse(each[end]) for end in ("past", "to")
            )
            band = Band(Level[each["level"]], to, past)
            told = describe_band(Condition(scale.name, (), group), band, group)
            lines.append(f"{self.explain(told)}  →  {self.level(each['level'])}")
        return "\n".join(lines)

    def limits(self, stored: str, *, used: bool = False) -> str:
        """Within what an approval may be used, or how far it was used; "" where nothing is said."""
        limits = limits_from_json(json.loads(stored or "[]"))
        describe = describe_use if used else describe_limits
        return self.explain(describe(limits)) if limits else ""

    def facts(self, facts: Facts) -> str:
        """The figures that were judged; what a paper has no say on is left out."""
        return "; ".join(self._facts(facts))

    def _facts(self, facts: Facts) -> Iterator[str]:
        figures = (
            ("amount", facts.amount),
            ("discount", facts.discount or None),
            ("unlisted", facts.unlisted or None),
            ("deposit_share", facts.deposit_share),
            ("days", facts.days),
        )
        for kind, value in figures:
            if value is not None:
                title = self.explain(SCALES[kind].title)
                unit = self(f"trail_unit_{SCALES[kind].unit}")
                before = self("trail_before_deposits") if kind == "amount" else ""
                yield f"{title} {self.show(value)} {unit} {before}".rstrip()
        if facts.below_cost:
            yield self("authority_below_cost_is_yes")
        yield from (self(f"authority_credit_is_{state}") for state in sorted(facts.credit))
        if facts.stock is not None:
            yield self(f"authority_stock_is_{facts.stock}")


def reason_of(stored: Mapping[str, Any]) -> Reason:
    """A reason as it was kept with its request, its figures as what they were."""
    code = stored["code"]
    baht = code.startswith(IN_BAHT)
    values = stored["values"].items()
    return Reason(
        code, {name: each if name == "group" else _value(each, baht) for name, each in values}
    )


def _value(stored: Any, baht: bool) -> Any:
    if isinstance(stored, Mapping):
        return reason_of(stored)
    if isinstance(stored, list):
        return tuple(_value(each, baht) for each in stored)
    if isinstance(stored, str) and NUMBER.fullmatch(stored):
        return Money.of(stored) if baht else Decimal(stored)
    return stored

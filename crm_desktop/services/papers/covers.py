"""The words that go with a paper: the mail it is attached to, the message beside its picture."""

import re
from dataclasses import dataclass
from typing import Any

from crm_desktop.domain.dates import format_date
from crm_desktop.messages import sentence
from crm_desktop.printing.money_papers import MoneyPaper
from crm_desktop.printing.paper import AnyPaper, Paper

_NO_LINES = re.compile(r"\n{3,}")
"""Where a part of the template has nothing to say."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands around a paper on its way, in the paper's own language."""

    subject: str
    body: str
    message: str


def cover(paper: AnyPaper) -> Cover:
    """A paper in both languages gets both, Thai first."""
    tongues = ("th", "en") if paper.language == "both" else (paper.language,)
    made = [_cover(paper, tongue) for tongue in tongues]
    return Cover(
        made[0].subject,
        "\n\n".join(each.body for each in made),
        "\n\n".join(each.message for each in made),
    )


def _cover(paper: AnyPaper, tongue: str) -> Cover:
    seller = paper.seller
    title, number = sentence(f"paper_title_{paper.kind.lower()}", tongue), paper.number
    named = sentence("cover_numbered", tongue, title=title, number=number) if number else title
    known: dict[str, Any] = {
        "paper": named,
        "day": format_date(paper.dated, tongue, paper.era if tongue == "th" else "gregorian"),
        "shop": (seller.name_en or seller.name_th) if tongue == "en" else seller.name_th,
        "customer": getattr(getattr(paper, "customer", None), "name", ""),
    }
    known["call"] = sentence("cover_call", tongue, phone=seller.phone) if seller.phone else ""
    facts = "".join(f"{line}\n" for line in _facts(paper, tongue))
    return Cover(
        *(
            _NO_LINES.sub("\n\n", sentence(f"cover_{part}", tongue, facts=facts, **known)).strip()
            for part in ("subject", "body", "message")
        )
    )


def _facts(paper: AnyPaper, tongue: str) -> list[str]:
    """What it comes to and how long that holds, where it says so."""
    era, found = paper.era if tongue == "th" else "gregorian", []
    if isinstance(paper, Paper) and paper.kind != "PR" and paper.sums.grand_total:
        found.append(sentence("cover_total", tongue, amount=paper.sums.grand_total))
    if isinstance(paper, MoneyPaper):
        found.append(sentence("cover_amount", tongue, amount=paper.amount))
    if isinstance(paper, Paper) and paper.valid_until:
        found.append(sentence("cover_valid_until", tongue, era, day=paper.valid_until))
    return found

"""The views of what was decided: columns, bars and meaning of each, as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.money import Money
from crm_desktop.messages import show
from crm_desktop.services.team.decisions import (
    DecisionRow,
    DiscountRow,
    decisions,
    discounts,
)
from crm_desktop.services.team.limits import NearRow, near_limits, splits
from ui.desk import Desk
from ui.tables.columns import Align, Column
from ui.team.bars import Bar
from ui.team.words import kind_word, matter_word, minutes, percent
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


def said(source: str) -> str:
    """Words of the tables below in the language that is on."""
    return translate("team", source)


@dataclass(frozen=True)
class View:
    """One way to look at a period. `behind` are the figures that open as lists; without any, a row
    is a paper itself, or (`splits`) has its papers with it."""

    key: str
    source: str
    meaning: str
    query: Callable[..., tuple[Any, ...]]
    columns: Callable[[Desk], list[Column]]
    bars: Callable[[Desk, Sequence[Any]], list[Bar]]
    legend: Sequence[tuple[str, Tone]]
    behind: Mapping[str, str]
    by_matter: bool = False

    @property
    def text(self) -> str:
        """Its name in the language that is on."""
        return said(self.source)


def _person(desk: Desk) -> list[Column]:
    return [
        Column("person", translate("team", "Officer"), 140, strong=True, stretch=True),
        Column(
            "matter",
            translate("team", "Matter"),
            190,
            format=lambda matter: matter_word(desk, matter),
        ),
    ]


def _count(key: str, title: str, meaning: str = "") -> Column:
    return Column(key, title, 104, Align.RIGHT, meaning=meaning)


def _part(
    key: str, title: str, of: Callable[[Any], Fraction | None], meaning: str = "", width: int = 86
) -> Column:
    value: Callable[[Any], str] = lambda row: percent(of(row))  # noqa: E731
    return Column(key, title, width, Align.RIGHT, value=value, meaning=meaning)


# ---------------------------------------------------------------- levels

OWN = QT_TRANSLATE_NOOP("team", "Own")
CONSULT = QT_TRANSLATE_NOOP("team", "Advice")
SUPERIOR = QT_TRANSLATE_NOOP("team", "Superior")
LEVELS = {"OWN": OWN, "CONSULT": CONSULT, "SUPERIOR": SUPERIOR}


def _levels(desk: Desk) -> list[Column]:
    asked = translate("team", "Requests of the period: every paper that was submitted has one.")
    return [
        *_person(desk),
        _count("asked", translate("team", "Asked"), asked),
        _count("own", said(OWN)),
        _count("consult", said(CONSULT)),
        _count("superior", said(SUPERIOR)),
        _part("own_share", translate("team", "Own %"), lambda row: row.share(row.own)),
        _part("consult_share", translate("team", "Advice %"), lambda row: row.share(row.consult)),
        _part(
            "superior_share",
            translate("team", "Superior %"),
            lambda row: row.share(row.superior),
            width=128,
        ),
    ]


def _named(desk: Desk, row: DecisionRow) -> str:
    return " · ".join(filter(None, (row.person, matter_word(desk, row.matter))))


def _level_bars(desk: Desk, rows: Sequence[DecisionRow]) -> list[Bar]:
    return [
        Bar(row.id, _named(desk, row), (row.own, row.consult, row.superior), f"{row.asked:,}")
        for row in rows
    ]


# ---------------------------------------------------------------- answers and waiting


def _answers(desk: Desk) -> list[Column]:
    return [
        *_person(desk),
        _count(
            "answered",
            translate("team", "Answered"),
            translate("team", "Requests that somebody else answered."),
        ),
        _count("returned", translate("team", "Returned")),
        _count("rejected", translate("team", "Rejected")),
        _part(
            "sent_back",
            translate("team", "Sent back %"),
            lambda row: row.sent_back,
            translate("team", "Returned and rejected, of those answered."),
            width=140,
        ),
    ]


def _answer_bars(desk: Desk, rows: Sequence[DecisionRow]) -> list[Bar]:
    """Parts of a hundred, so that who asks little is seen as well as who asks much."""
    return [
        Bar(
            row.id,
            _named(desk, row),
            (_permille(row.returned, row.answered), _permille(row.rejected, row.answered)),
            percent(row.sent_back),
        )
        for row in rows
    ]


def _permille(part: int, whole: int) -> int:
    return 1000 * part // whole if whole else 0


def _waits(desk: Desk) -> list[Column]:
    half = translate(
        "team", "Half of the answers took no longer; working time from the question to the answer."
    )
    most = translate("team", "Nine of ten answers took no longer.")
    return [
        *_person(desk),
        _count("answered", translate("team", "Answered")),
        Column("median", translate("team", "Median"), 110, Align.RIGHT, minutes, meaning=half),
        Column("p90", translate("team", "9 of 10 within"), 120, Align.RIGHT, minutes, meaning=most),
    ]


def _wait_bars(desk: Desk, rows: Sequence[DecisionRow]) -> list[Bar]:
    found = []
    for row in rows:
        half, most = int(row.median or 0), row.p90 or 0
        text = f"{minutes(row.median)} · {minutes(row.p90)}" if row.answered else minutes(None)
        found.append(Bar(row.id, _named(desk, row), (half, max(most - half, 0)), text))
    return found


# ---------------------------------------------------------------- discounts


def _discounts(_desk: Desk) -> list[Column]:
    return [
        Column("person", translate("team", "Officer"), 140, strong=True, stretch=True),
        _count("papers", translate("team", "Papers")),
        Column("listed", translate("team", "At list"), 130, Align.RIGHT),
        Column("discount", translate("team", "Below list"), 130, Align.RIGHT),
        _part("share", translate("team", "Below list %"), lambda row: row.share, width=130),
    ]


def _discount_bars(_desk: Desk, rows: Sequence[DiscountRow]) -> list[Bar]:
    return [Bar(row.id, row.person, (row.discount.satang,), str(row.discount)) for row in rows]


# ---------------------------------------------------------------- near a limit, in several papers


def _near(desk: Desk) -> list[Column]:
    return [
        Column("reference", translate("team", "Number"), 146, strong=True),
        Column("customer", translate("team", "Customer"), 160, stretch=True),
        Column("person", translate("team", "Officer"), 120),
        Column("what", translate("team", "What"), 100, value=lambda row: _what(desk, row)),
        Column("value", translate("team", "Is"), 100, Align.RIGHT, _value),
        Column("bound", translate("team", "Limit"), 100, Align.RIGHT, _value),
        Column("row", translate("team", "Row that decided"), 190, value=lambda r: _row(desk, r)),
        Column("version", translate("team", "Version"), 64, Align.RIGHT, muted=True),
        Column(
            "asked_at",
            translate("team", "Day"),
            112,
            format=lambda at: desk.day(at.date()),
            muted=True,
        ),
    ]


def _row(desk: Desk, row: NearRow) -> str:
    """Matter, grade and, where it is one branch's own, the branch."""
    matter, *rest = row.row.split("/")
    return " ".join((matter_word(desk, matter), *rest))


def _what(desk: Desk, row: NearRow) -> str:
    words = translate("team", "Amount") if row.what == "amount" else translate("team", "Discount")
    return f"{words} {row.group}".strip()


def _value(value: Any) -> str:
    return show(value) if isinstance(value, Money) else f"{show(value)} %"


def _by_person(_desk: Desk, rows: Sequence[Any]) -> list[Bar]:
    """How many of each person's; choosing one goes to the first of them."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.person] = counts.get(row.person, 0) + 1
    return [Bar(person, person, (count,), f"{count:,}") for person, count in counts.items()]


def _splits(desk: Desk) -> list[Column]:
    return [
        Column("person", translate("team", "Officer"), 120, strong=True),
        Column("customer", translate("team", "Customer"), 170, stretch=True),
        Column("project", translate("team", "Project"), 110),
        Column(
            "matter",
            translate("team", "Matter"),
            170,
            format=lambda matter: matter_word(desk, matter),
        ),
        Column(
            "count", translate("team", "Papers"), 64, Align.RIGHT, value=lambda row: len(row.papers)
        ),
        Column("total", translate("team", "Together"), 110, Align.RIGHT),
        Column("bound", translate("team", "Limit"), 110, Align.RIGHT),
        Column("first_on", translate("team", "From"), 112, format=desk.day, muted=True),
        Column("last_on", translate("team", "To"), 112, format=desk.day, muted=True),
    ]


def behind_columns(desk: Desk) -> list[Column]:
    """The list behind any figure."""
    return [
        Column("reference", translate("team", "Number"), 150, strong=True),
        Column("kind", translate("team", "Paper"), 120, format=lambda kind: kind_word(desk, kind)),
        Column("customer", translate("team", "Customer"), 160, stretch=True),
        Column("person", translate("team", "Officer"), 120, shown=False),
        Column(
            "matter",
            translate("team", "Matter"),
            160,
            format=lambda matter: matter_word(desk, matter),
        ),
        Column("level", translate("team", "Level"), 116, format=_level),
        Column("minutes", translate("team", "Waited"), 96, Align.RIGHT, _waited),
        Column(
            "asked_at",
            translate("team", "Day"),
            112,
            format=lambda at: desk.day(at.date()),
            muted=True,
        ),
        Column("total", translate("team", "Amount"), 110, Align.RIGHT),
    ]


def _level(level: str) -> str:
    return said(LEVELS[level]) if level else ""


def _waited(count: int | None) -> str:
    return "" if count is None else minutes(count)


ASKED = {
    "asked": QT_TRANSLATE_NOOP("team", "Asked"),
    "own": OWN,
    "consult": CONSULT,
    "superior": SUPERIOR,
}
ANSWERED = {
    "answered": QT_TRANSLATE_NOOP("team", "Answered"),
    "returned": QT_TRANSLATE_NOOP("team", "Returned"),
    "rejected": QT_TRANSLATE_NOOP("team", "Rejected"),
}
VIEWS = (
    View(
        "levels",
        QT_TRANSLATE_NOOP("team", "Levels"),
        QT_TRANSLATE_NOOP("team", "How strictly what was asked in these days was decided."),
        decisions,
        _levels,
        _level_bars,
        ((OWN, Tone.OK), (CONSULT, Tone.INFO), (SUPERIOR, Tone.WARN)),
        ASKED,
        by_matter=True,
    ),
    View(
        "answers",
        QT_TRANSLATE_NOOP("team", "Sent back"),
        QT_TRANSLATE_NOOP(
            "team", "What others answered: returned and rejected, of all that was answered."
        ),
        decisions,
        _answers,
        _answer_bars,
        (
            (QT_TRANSLATE_NOOP("team", "Returned"), Tone.WARN),
            (QT_TRANSLATE_NOOP("team", "Rejected"), Tone.STOP),
        ),
        ANSWERED,
        by_matter=True,
    ),
    View(
        "waits",
        QT_TRANSLATE_NOOP("team", "Waiting"),
        QT_TRANSLATE_NOOP(
            "team", "Working time from the question to the last answer that somebody else gave."
        ),
        decisions,
        _waits,
        _wait_bars,
        (
            (QT_TRANSLATE_NOOP("team", "Median"), Tone.PLAIN),
            (QT_TRANSLATE_NOOP("team", "9 of 10 within"), Tone.WARN),
        ),
        {"answered": QT_TRANSLATE_NOOP("team", "Answered")},
        by_matter=True,
    ),
    View(
        "discounts",
        QT_TRANSLATE_NOOP("team", "Discount"),
        QT_TRANSLATE_NOOP(
            "team",
            "List prices less what was sold, of papers issued in these days that still stand; each "
            "line counts where its price was given first, in the prices of its paper.",
        ),
        discounts,
        _discounts,
        _discount_bars,
        ((QT_TRANSLATE_NOOP("team", "Below list"), Tone.PLAIN),),
        {"papers": QT_TRANSLATE_NOOP("team", "Papers")},
    ),
    View(
        "near",
        QT_TRANSLATE_NOOP("team", "Just under a limit"),
        QT_TRANSLATE_NOOP(
            "team",
            "Requests whose amount or discount lies within 5 % below a limit of the row that "
            "decided them; the newest 500.",
        ),
        near_limits,
        _near,
        _by_person,
        ((QT_TRANSLATE_NOOP("team", "Papers"), Tone.PLAIN),),
        {},
    ),
    View(
        "splits",
        QT_TRANSLATE_NOOP("team", "In several papers"),
        QT_TRANSLATE_NOOP(
            "team",
            "Papers of one person for one customer or project, begun within the days of the "
            "setting, that together pass a limit which none of them passes alone.",
        ),
        splits,
        _splits,
        _by_person,
        ((QT_TRANSLATE_NOOP("team", "Papers"), Tone.PLAIN),),
        {},
    ),
)

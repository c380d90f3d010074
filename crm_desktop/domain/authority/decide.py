"""Who decides: the one pure function behind banner, submit, what-if page and terminal."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from crm_desktop.domain.authority import explain
from crm_desktop.domain.authority.facts import Facts, Reader
from crm_desktop.domain.authority.matrix import (
    Band,
    Check,
    Condition,
    Matrix,
    MatrixState,
    Row,
    Span,
    band_to_json,
)
from crm_desktop.domain.authority.scales import SCALES, Position, Value, plain
from crm_desktop.domain.authority.terms import (
    MATTERS,
    NEVER_OWN,
    TOP,
    Credit,
    Grade,
    Level,
    Reason,
    Step,
    UnknownMatter,
)

OWN, SUPERIOR = Level.OWN, Level.SUPERIOR
CONFIRMED = MatrixState.CONFIRMED


class Deputy(NamedTuple):
    """Who answers for an absent superior (ปฏิบัติหน้าที่แทน), with that superior's authority."""

    person: int
    name: str


@dataclass(frozen=True)
class Decider:
    """A person, or (`person` None) any person of a grade, with the superiors above them."""

    person: int | None
    name: str
    grade: Grade
    branch: str | None = None
    line: tuple["Decider", ...] = ()
    deputy: Deputy | None = None
    answers: bool = True
    """Whether answering requests is this person's task at all."""

    @classmethod
    def of_grade(cls, grade: Grade, branch: str | None = None) -> "Decider":
        """Somebody of a grade, answered by the grades above: for questions without persons."""
        line = tuple(cls(None, "", above, branch) for above in Grade if above > grade)
        return cls(None, "", grade, branch, line)


class Finding(NamedTuple):
    """A condition, the value it read and the band that value fell into.

    Without a band, the level is SUPERIOR where the bands have a gap, and OWN where the
    condition did not count.
    """

    condition: Condition
    band: Band | None
    value: Value | None
    group: str | None
    level: Level

    @property
    def spared(self) -> bool:
        """Whether the row says that this condition does not count for these facts."""
        return self.band is None and self.level is OWN

    @property
    def key(self) -> str:
        """Names what is asked about, so that two decisions can be held side by side; of credit
        several cases may hold at once."""
        kind = self.condition.kind
        case = self.value if kind == "credit" else self.condition.group
        return kind if case is None else f"{kind}:{case}"


class Ruling(NamedTuple):
    """What one grade may do with the facts; `remark` is what there is to say beside its row."""

    matter: str
    grade: Grade
    level: Level
    row: Row | None
    facts: Facts
    remark: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each condition of the row says; found when somebody asks, not for every level."""
        return () if self.row is None else judge(self.row.checks, self.facts)

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings of the ruling's own level."""
        return tuple(f for f in self.findings if f.level is self.level and not f.spared)


class Climb(NamedTuple):
    """A superior that the request passes by, and why: a code, and the row if that is it."""

    who: Decider
    code: str
    ruling: Ruling | None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why this superior does not answer."""
        return explain.climb_reasons(self)


class Asked(NamedTuple):
    """What a decision asks for, as far as it matters to one that is made later."""

    level: Level
    asks: Mapping[str, Level]
    steps: tuple[Step, ...]
    grade: Grade | None

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Asked":
        """What a stored decision (`Decision.to_json`) asked for."""
        answerer = data["answerer"]
        return cls(
            Level[data["level"]],
            {key: Level[level] for key, level in data["asks"].items()},
            tuple(map(Step, data["steps"])),
            None if answerer is None else Grade[answerer["grade"]],
        )


@dataclass(frozen=True)
class Decision:
    """Level, the bands that decided, the reasons, and who answers (None: nobody is asked)."""

    matter: str
    actor: Decider
    facts: Facts
    version: int
    ruling: Ruling
    answerer: Decider | None = None
    climbed: tuple[Climb, ...] = ()
    unanswered: str | None = None

    @property
    def level(self) -> Level:
        """The strictest over all conditions of the row."""
        return self.ruling.level

    @property
    def row(self) -> Row | None:
        """The row that decided, if one did."""
        return self.ruling.row

    @property
    def bands(self) -> tuple[Finding, ...]:
        """Exactly those that decided: the ones of the decision's own level."""
        return self.ruling.deciding

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the level is what it is: a reason per band that decided, with remarks around them."""
        return explain.reasons(self)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Who answers, in order: whoever any band above OWN names, then the superior."""
        if self.level is OWN:
            return ()
        found = judge(self.row.stepping, self.facts) if self.row else ()
        bands = [each.band for each in found if each.band is not None and each.level > OWN]
        first = [step for band in bands for step in band.steps if step is not Step.SUPERIOR]
        return (*dict.fromkeys(first), Step.SUPERIOR)

    @property
    def asked(self) -> Asked:
        """What is asked for, to compare with a decision made later."""
        asks: dict[str, Level] = {}
        for finding in self.ruling.findings:
            if finding.level > OWN:
                asks[finding.key] = max(finding.level, asks.get(finding.key, OWN))
        grade = None if self.answerer is None else self.answerer.grade
        return Asked(self.level, asks, self.steps, grade)

    def to_json(self) -> dict[str, Any]:
        """The decision as plain data, for the terminal and to be kept with a request."""
        return {
            "matter": self.matter,
            "grade": self.actor.grade.name,
            "level": self.level.name,
            "row": None if self.row is None else self.row.key,
            "version": self.version,
            "bands": [_finding_to_json(finding) for finding in self.bands],
            "reasons": [_reason_to_json(each) for each in self.reasons],
            "answerer": None if self.answerer is None else _decider_to_json(self.answerer),
            "steps": list(self.steps),
            "climbed": [
                {
                    **_decider_to_json(climb.who),
                    "reasons": [_reason_to_json(each) for each in climb.reasons],
                }
                for climb in self.climbed
            ],
            "asks": {key: level.name for key, level in self.asked.asks.items()},
        }


def decide(
    matter: str,
    actor: Decider,
    facts: Facts,
    matrix: Matrix,
    barred: AbstractSet[int] = frozenset(),
) -> Decision:
    """Whose decision this is; `barred` are persons who last edited the paper or gain from it.

    The request goes up the line to the first whose own row gives OWN for the same facts, for
    advice too: who could not decide it cannot carry the advice either. A matter of `NEVER_OWN`
    is somebody else's whatever the row says. UnknownMatter if the matter does not exist.
    """
    if matter not in MATTERS:
        raise UnknownMatter(matter)
    branch = facts.branch or actor.branch
    ruling = rule(matter, actor.grade, branch, facts, matrix)
    if matter in NEVER_OWN and actor.grade is not TOP and ruling.level is not SUPERIOR:
        ruling = ruling._replace(level=SUPERIOR, remark="never_own")
    if ruling.level is OWN:
        return Decision(matter, actor, facts, matrix.version, ruling)
    climbed: list[Climb] = []
    for superior in actor.line:
        aside = _stands_aside(superior, actor, barred)
        above = None if aside else rule(matter, superior.grade, branch, facts, matrix)
        if above is not None and above.level is OWN:
            return Decision(matter, actor, facts, matrix.version, ruling, superior, tuple(climbed))
        climbed.append(Climb(superior, aside or "climbed_limit", above))
    nobody = "line_exhausted" if actor.line else "line_empty"
    top = Decider(None, "", TOP)
    return Decision(matter, actor, facts, matrix.version, ruling, top, tuple(climbed), nobody)


def _stands_aside(superior: Decider, actor: Decider, barred: AbstractSet[int]) -> str:
    """Why this superior does not answer whatever their row says; "" if they may.

    Who is absent answers through their deputy, who is barred like anybody else.
    """
    if superior.person is None:
        return ""
    if superior.person == actor.person:
        return "climbed_self"
    if not superior.answers:
        return "climbed_role"
    if superior.person in barred:
        return "climbed_barred"
    if superior.deputy is not None and superior.deputy.person in {actor.person, *barred}:
        return "climbed_absent"
    return ""


def rule(matter: str, grade: Grade, branch: str | None, facts: Facts, matrix: Matrix) -> Ruling:
    """What one grade may do with these facts: its row's strictest condition.

    The top grade always decides, whatever its row says: nobody stands above it.
    """
    row = matrix.row(matter, grade, branch)
    if grade is TOP:
        return Ruling(matter, grade, OWN, row, facts, "top_grade")
    if matrix.state is not CONFIRMED:
        return Ruling(matter, grade, SUPERIOR, None, facts, "unconfirmed")
    if row is None:
        return Ruling(matter, grade, SUPERIOR, None, facts, "no_row")
    level = strictest(row.checks, facts)
    return (
        Ruling(matter, grade, SUPERIOR, row, facts, "row_silent")
        if level is None
        else Ruling(matter, grade, level, row, facts)
    )


def strictest(checks: tuple[Check, ...], facts: Facts) -> Level | None:
    """The strictest level over all conditions, the same as of `judge`; None if none applies.

    Bands are looked up on the spot: this runs some times for every decision of a replay.
    """
    level: Level | None = None
    for _, read, spans, unless in checks:
        if unless and _within(unless, facts):
            level = level or OWN
            continue
        for position, _, _ in read(facts):
            for start, end, band in spans:
                if position is None or start < position <= end:
                    found = band.level
                    break
            else:
                return SUPERIOR
            if found is SUPERIOR:
                return SUPERIOR
            if level is None or found > level:
                level = found
    return level


def judge(checks: tuple[Check, ...], facts: Facts) -> tuple[Finding, ...]:
    """One finding per value read, with the band it fell into."""
    findings = []
    for condition, read, spans, unless in checks:
        spared = bool(unless) and _within(unless, facts)
        for position, value, group in read(facts):
            band = None if spared else _band(spans, position)
            level = band.level if band else OWN if spared else SUPERIOR
            findings.append(Finding(condition, band, value, group, level))
    return tuple(findings)


def _band(spans: tuple[Span, ...], position: Position | None) -> Band | None:
    """Where a value falls; the strictest where bands overlap or the value is not known."""
    for start, end, band in spans:
        if position is None or start < position <= end:
            return band
    return None


def _within(unless: tuple[tuple[Reader, Position], ...], facts: Facts) -> bool:
    return all(
        position is not None and position <= limit
        for read, limit in unless
        for position, _, _ in read(facts)
    )


def stricter(new: Asked, old: Asked) -> bool:
    """Whether a decision made again asks for more than was answered, so that it asks again.

    More is: a stricter level, something not asked about before or less strictly, a further
    step, or a higher grade to answer. Good credit asks no more than any other did.
    """

    def before(key: str) -> Level:
        kind, _, case = key.partition(":")
        if SCALES[kind].choices and case in ("", Credit.OK):
            asked = (level for each, level in old.asks.items() if each.partition(":")[0] == kind)
            return max(asked, default=OWN)
        return old.asks.get(key, OWN)

    return (
        new.level > old.level
        or any(level > before(key) for key, level in new.asks.items())
        or not set(new.steps) <= set(old.steps)
        or (new.grade or 0) > (old.grade or 0)
    )


def _decider_to_json(who: Decider) -> dict[str, Any]:
    told = {"person": who.person, "name": who.name, "grade": who.grade.name}
    return told if who.deputy is None else {**told, "deputy": who.deputy.name}


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    band = finding.band or Band(finding.level)
    return {
        "condition": finding.condition.kind,
        "group": finding.group,
        "value": None if finding.value is None else plain(finding.value),
        **band_to_json(band),
    }


def _reason_to_json(each: Reason) -> dict[str, Any]:
    return {"code": each.code, "values": {key: _json(value) for key, value in each.values.items()}}


def _json(value: Any) -> Any:
    if isinstance(value, Reason):
        return _reason_to_json(value)
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return plain(value)

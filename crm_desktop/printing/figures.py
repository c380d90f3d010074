"""A report of figures as frozen values: sections of a table each, with bars where they help.

Nothing here loads ReportLab, so services may import it freely.
"""

from dataclasses import dataclass

from crm_desktop.printing.paper import AnyPaper


@dataclass(frozen=True)
class ReportBar:
    """One name with the lengths of its pieces on the section's scale, and its figure in words."""

    name: str
    pieces: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class ReportSection:
    """One table in the report's language; columns from `figures_from` on stand right.

    `legend` names the pieces of the bars; `note` says what is not shown.
    """

    title: str
    meaning: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures_from: int
    bars: tuple[ReportBar, ...] = ()
    legend: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TeamReport(AnyPaper):
    """What a team has open and how it decided, up to the day `dated`."""

    kind: str = "TR"
    sections: tuple[ReportSection, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HeldReport(TeamReport):
    """What is held of a person, section by section, for that person."""

    kind: str = "HD"

"""Papers that the house keeps for itself, as frozen values: who may decide what, how one paper was
decided, how two versions of it differ.

Nothing here loads ReportLab, so services may import it freely.
"""

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.printing.paper import AnyPaper, Paper, Party, Signatory


@dataclass(frozen=True)
class AuthorityRow:
    """A matter of a post with the bands in its three cells; `note` says whose own row it is."""

    matter: str
    note: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AuthorityPost:
    """The table of one grade; `readers` sign below it, who has a day has signed already."""

    title: str
    rows: tuple[AuthorityRow, ...]
    readers: tuple[Signatory, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AuthorityTable(AnyPaper):
    """A version of the authority table, post by post, in force from `dated`; drawn up by
    `proposer` because of `reason`, confirmed by `approver`, or by the author alone."""

    kind: str = "AT"
    version: int
    posts: tuple[AuthorityPost, ...]
    reason: str
    alone: bool = False


@dataclass(frozen=True)
class TrailEntry:
    """One thing that happened, when and by whom; `notes` are lines below it."""

    at: datetime | None
    what: str
    who: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrailChapter:
    """What belongs together in a history: labelled facts, then what happened, oldest first."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    entries: tuple[TrailEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ApprovalSheet(AnyPaper):
    """Everything that was decided about one paper; `facts` stand beside its customer."""

    kind: str = "AS"
    customer: Party
    facts: tuple[tuple[str, str], ...] = ()
    chapters: tuple[TrailChapter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Comparison(AnyPaper):
    """Two versions of a paper side by side with what differs marked; both as they print."""

    kind: str = "CP"
    then: Paper
    now: Paper

"""What the windows know of a kind of paper: how it is read, and what a stored one tells them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from crm_desktop.domain.authority import Decision
from crm_desktop.domain.authority.limits import Limits
from crm_desktop.domain.kinds import Kind
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import Totals
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.quotation_lists import RequestNote
from crm_desktop.services.registry import Context


class Stored(Protocol):
    """A whole paper as it is stored: `events` are what this person may do with it now."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def reference(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def content(self) -> Content: ...
    @property
    def customer(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def total(self) -> Money: ...
    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def request(self) -> RequestNote | None: ...
    @property
    def vat_rate(self) -> Decimal: ...


class Previewed(Protocol):
    """What a content comes to and whose decision it would be; `room` are the limits of an approval
    that the paper has, `within` says that it keeps them."""

    @property
    def totals(self) -> Totals: ...
    @property
    def nets(self) -> tuple[Money, ...]: ...
    @property
    def list_prices(self) -> tuple[Money | None, ...]: ...
    @property
    def vat_rate(self) -> Decimal: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def room(self) -> Limits: ...
    @property
    def within(self) -> bool: ...


_NEEDS = {
    "document.save": "save",
    "document.submit": "submit",
    "document.preview": "read",
    "document.print": "print",
    "document.pdf": "print",
    "document.cancel": "cancel",
}


@dataclass(frozen=True)
class PaperKind:
    """A kind with the query that reads a paper of it and the permissions of its acts.

    `open_states` are those in which the paper lives outside the house; `rights` name the
    permission of an act (save, submit, read, print, cancel) where it is not `<area>.<act>`.
    """

    kind: Kind
    read: Callable[[Context, int], Stored]
    area: str
    open_states: tuple[str, ...]
    editable_states: tuple[str, ...] = ("draft", "ready")
    rights: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The kind of its records, as tabs and drafts call it."""
        return self.kind.name

    @property
    def going(self) -> frozenset[str]:
        """The events that give an approved paper its number, with advice on record or without."""
        return frozenset({self.kind.numbered_by or "", "proceed"})

    def permission(self, act: str) -> str:
        """Who may save, submit, read, print or cancel."""
        return self.rights.get(act, f"{self.area}.{act}")

    def needs(self, action: str) -> str | None:
        """The permission that an action of the desk asks for on such a paper."""
        act = _NEEDS.get(action)
        return act and self.permission(act)

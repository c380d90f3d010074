"""Commands and queries, registered by name; what a handler is given to work with."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar

from crm_desktop.domain import permissions
from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.log import unexpected
from crm_desktop.store import Store, audit
from crm_desktop.store.orm import names_of

R = TypeVar("R")
P = ParamSpec("P")
C = TypeVar("C", bound="Command[Any]")

SUBJECTS = (
    "people",
    "settings",
    "look",
    "view_lists",
    "views",
    "customers.customers",
    "customers.customer_pages",
    "customers.customer_lists",
    "customers.customer_choices",
    "customers.consents",
    "customers.finder",
    "customers.pairs",
    "customers.incomplete",
    "customers.merging",
    "customers.unmerging",
    "customers.merge_lists",
    "customers.doubles_sheet",
    "customers.rhythms",
    "privacy.terms",
    "privacy.held",
    "privacy.erasing",
    "privacy.retention",
    "credit.credit",
    "credit.credit_lists",
    "credit.receivables",
    "credit.debts",
    "changes",
    "taking_back",
    "products.products",
    "products.matching",
    "papers.copying",
    "papers.templates",
    "transfer.engine",
    "transfer.importing",
    "transfer.looking",
    "papers.quotations",
    "authority.approval_queue",
    "papers.quotation_lists",
    "papers.quotation_life",
    "papers.stages",
    "papers.follow_ups",
    "papers.board",
    "papers.forecast",
    "papers.price_rises",
    "authority.approvals",
    "authority.pressing",
    "authority.matrices",
    "authority.questions",
    "authority.replays",
    "authority.signatures",
    "authority.authority_papers",
    "authority.delegations",
    "authority.absences",
    "authority.calendars",
    "visits.visits",
    "visits.visit_lists",
    "visits.photos",
    "visits.due",
    "visits.planning",
    "visits.routes",
    "visits.appointments",
    "visits.coverage",
    "papers.papers",
    "papers.samples",
    "papers.exits",
    "papers.departures",
    "papers.sending",
    "papers.batches",
    "authority.trails",
    "papers.paper_heads",
    "papers.comparing",
    "deposits.tax_invoices",
    "papers.order_papers",
    "papers.deposit_papers",
    "transfer.exports",
    "transfer.leaving",
    "transfer.erp",
    "transfer.bill_numbers",
    "transfer.watching",
    "transfer.watched",
    "transfer.cards",
    "orders.orders",
    "orders.ordering",
    "orders.order_lists",
    "papers.families",
    "orders.purchasing",
    "orders.receiving",
    "orders.allocation",
    "orders.promises",
    "orders.deliveries",
    "orders.special_orders",
    "attachments",
    "orders.goods_lists",
    "orders.goods_records",
    "deposits.deposits",
    "deposits.deposit_uses",
    "deposits.deposit_claims",
    "deposits.claim_lists",
    "deposits.deposit_lists",
    "deposits.deposit_reports",
    "deposits.till",
    "today.today",
    "team.members",
    "team.officers",
    "team.holdings",
    "team.reassigning",
    "team.decisions",
    "team.limits",
    "team.sheets",
    "finding",
    "notify",
    "mailing",
    "letters",
    "housekeeping",
    "clock",
    "first_run",
    "problem",
    "integrity",
)


@dataclass(frozen=True)
class Command(Generic[R]):
    """A change somebody asks for, as a plain value; R is what it answers.

    `beside` says that another person may do it at the PC of whoever is at the desk; `passing` that
    the window does it by itself, so that what was done before it can still be taken back.
    """

    name: ClassVar[str]
    matter: ClassVar[str | None] = None
    beside: ClassVar[bool] = False
    passing: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at the desk; `system` (person 0) does housekeeping."""

    person_id: int
    username: str
    name: str
    roles: frozenset[str]
    grade: str
    branch_id: int
    language: str = "th"
    name_en: str = ""
    theme: str = "system"
    era: str = "buddhist"
    lent: frozenset[str] = frozenset()
    """The roles of those for whom the actor stands in today."""

    def may(self, permission: str) -> bool:
        """Whether one of the actor's roles holds the permission, or for `LENT` a role lent."""
        return permissions.may(self._roles(permission), permission)

    def roams(self, permission: str) -> bool:
        """Whether the permission reaches beyond the actor's own branch."""
        return permissions.roams(self._roles(permission), permission)

    def _roles(self, permission: str) -> frozenset[str]:
        return self.roles | self.lent if permission in permissions.LENT else self.roles

    def require(self, permission: str) -> None:
        """Raises NotAllowed unless the actor holds the permission."""
        if not self.may(permission):
            code = "lent_no_longer" if permission == "request.answer" else "not_allowed"
            raise NotAllowed(code, permission=permission)


SYSTEM = Actor(0, "system", "ระบบ", frozenset(permissions.ROLES), "G6", 0, name_en="System")


MOVERS_LOCK = 0x6372_6D32
"""Of PostgreSQL, to its transaction's end: one at a time keeps house or moves many requests."""

# The audit says that these changed, never to what.
SECRETS = frozenset({"password_hash", "password"})


def _without_secrets(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    if SECRETS.isdisjoint({*before, *after}):
        return before, after
    old = {name: value for name, value in before.items() if name not in SECRETS}
    new = {name: value for name, value in after.items() if name not in SECRETS}
    changed = {name for name in SECRETS & after.keys() if before.get(name, "") != after[name]}
    return old, new | dict.fromkeys(changed, "•")


@dataclass
class Context:
    """One command or query under way: the store, the actor, the database's moment.

    `memo` keeps what one command reads again and again and never writes: people, branches, shop.
    `beside` is whose session it is, where a superior acts at another person's PC. `reverse` is what
    takes the command back, where its handler knows of something that does; `reverse_of` says it of
    the numbers of its audit lines.
    """

    store: Store
    actor: Actor
    now: datetime
    command: str = ""
    touched: set[str] = field(default_factory=set)
    entries: list[audit.Entry] = field(default_factory=list)
    memo: dict[Any, Any] = field(default_factory=dict)
    beside: int | None = None
    reverse: Command[Any] | None = None
    reverse_of: Callable[[range], Command[Any]] | None = None

    @property
    def today(self) -> date:
        """The day in Bangkok."""
        return self.now.date()

    @property
    def moment(self) -> str:
        """The moment as it is stored: ISO with milliseconds and offset."""
        return self.now.isoformat(timespec="milliseconds")

    @property
    def naming(self) -> str:
        """The column of `person` that names people in the actor's language; it is never empty."""
        return "name_en" if self.actor.language == "en" else "name"

    @property
    def t(self) -> Any:
        """The tables."""
        return self.store.t

    def branches(self, permission: str) -> int | None:
        """The one branch the actor is kept to for this permission; None where all are open."""
        return None if self.actor.roams(permission) else self.actor.branch_id

    def require_branch(self, permission: str, branch_id: int) -> None:
        """Raises NotAllowed when the record is of a branch the actor does not reach."""
        if self.branches(permission) not in (None, branch_id):
            raise NotAllowed("other_branch", permission=permission)

    def audit(
        self,
        record: str,
        record_id: int,
        event: str,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> None:
        """Remembers one changed record for the audit line that the door writes before commit."""
        self.touched.add(record)
        old, new = _without_secrets(before or {}, after or {})
        self.entries.append(audit.Entry(record, record_id, event, old, new))

    def tell(
        self,
        subject: str,
        subject_id: int,
        event: str,
        customer_id: int | None = None,
        **detail: Any,
    ) -> None:
        """Adds a line to the timeline of a record and of its customer."""
        self.touched.add("timeline")
        line = {
            "at": self.moment,
            "actor_id": self.actor.person_id or None,
            "customer_id": customer_id,
            "subject": subject,
            "subject_id": subject_id,
            "event": event,
            "detail": json.dumps(detail, ensure_ascii=False, default=str),
        }
        self.t.timeline.add_all([line])

    def apart(self, work: Callable[[], R]) -> R | None:
        """Does one piece of a longer work by itself: what is refused is taken back and stands in
        the log, and the rest goes on."""
        entries, touched = len(self.entries), set(self.touched)
        try:
            with self.store.database.atomic():
                return work()
        except Refused as problem:
            del self.entries[entries:]
            self.touched = touched
            unexpected(problem)
            return None

    def insert(self, table: str, event: str, /, **values: Any) -> int:
        """Inserts a row with its audit line and returns its id."""
        record_id = self.put(table, **values)
        self.audit(table, record_id, event, {}, values)
        return record_id

    def put(self, table: str, **values: Any) -> int:
        """Inserts a row and returns its id; written out as `row` is."""
        database = self.store.database
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join([database.param] * len(values))
        text = f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) RETURNING id'
        return int(database.execute_sql(text, tuple(values.values())).fetchone()[0])

    def update(
        self, table: str, record_id: int, version: int, event: str, **values: Any
    ) -> dict[str, Any]:
        """Writes changed columns if the row still has the version the caller read.

        Returns the row as it was. Raises Stale with what changed meanwhile, or Refused
        `not_found`.
        """
        before = self.row(table, record_id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not self._write(table, record_id, version, changed):
            now = self.row(table, record_id)["version"]
            raise Stale("stale", record=table, record_id=record_id, version=now)
        old = {name: before[name] for name in changed} | {"version": version}
        self.audit(table, record_id, event, old, {**changed, "version": version + 1})
        return before

    def _write(self, table: str, record_id: int, version: int, changed: Mapping[str, Any]) -> bool:
        """Whether the row still had that version; written out as `row` is."""
        database = self.store.database
        values = {**changed, "version": version + 1}
        columns = ", ".join(f'"{name}" = {database.param}' for name in values)
        text = (
            f'UPDATE "{table}" SET {columns}'
            f" WHERE id = {database.param} AND version = {database.param}"
        )
        done = database.execute_sql(text, (*values.values(), record_id, version))
        return bool(done.rowcount)

    def row(self, table: str, record_id: int) -> dict[str, Any]:
        """One row as a mapping; Refused `not_found` when there is none.

        Written out rather than built, because a command reads rows by the dozen.
        """
        database = self.store.database
        text = f'SELECT * FROM "{table}" WHERE id = {database.param}'
        cursor = database.execute_sql(text, (record_id,))
        found = cursor.fetchone()
        if found is None:
            raise Refused("not_found", record=table, record_id=record_id)
        return dict(zip(names_of(cursor), found, strict=True))

    def rows(self, table: str, *order: str, **having: Any) -> list[dict[str, Any]]:
        """The rows that have these values, in this order; of a tuple, any of its values will do.

        Written out as `row` is: what commands ask for again and again.
        """
        mark, values = self.store.database.param, list[Any]()
        text = f'SELECT * FROM "{table}" WHERE 1 = 1'
        for name, value in having.items():
            several = value if isinstance(value, tuple) else (value,)
            if not several:
                return []
            values += several
            text += f' AND "{name}" IN ({", ".join([mark] * len(several))})'
        if order:
            text += f" ORDER BY {', '.join(order)}"
        cursor = self.store.database.execute_sql(text, values)
        names = names_of(cursor)
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def reversible(self, done: Command[Any], reverse: Command[Any]) -> None:
        """What takes `done` back, where that is what was asked for and not a part of more."""
        if done.name == self.command:
            self.reverse = reverse

    def hold(self, table: str, record_id: int) -> None:
        """Lets nobody else change the row before this command ends.

        Who comes second waits here, then reads what the first left; SQLite has one writer anyway.
        """
        if self.store.engine == "postgresql":
            text = f'SELECT id FROM "{table}" WHERE id = %s FOR NO KEY UPDATE'
            self.store.database.execute_sql(text, (record_id,))

    def take_turn(self) -> None:
        """Waits until no other command moves many requests at once, before it holds anything: two
        that hold papers by the dozen would each wait for one of the other's."""
        if self.store.engine == "postgresql":
            self.store.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MOVERS_LOCK,))

    def known(self, table: str, record_id: int) -> dict[str, Any]:
        """A row of a table that this command does not change, read once."""
        key = (table, record_id)
        if key not in self.memo:
            self.memo[key] = self.row(table, record_id)
        row: dict[str, Any] = self.memo[key]
        return row


Handler = Callable[[Context, Any], Any]
HANDLERS: dict[type[Command[Any]], Handler] = {}
Transact = Callable[[Callable[[Context], Any]], Any]
"""Does more work in a transaction of its own, under the name of the command."""
Afterwards = Callable[[Any, Transact], Any]
AFTERWARDS: dict[type[Command[Any]], Afterwards] = {}
QUERIES: dict[str, Callable[..., Any]] = {}


def handles(kind: type[C]) -> Callable[[Callable[[Context, C], R]], Callable[[Context, C], R]]:
    """Registers the one handler of a command; its name must stand in the permission table
    unless it names its permission itself."""

    def register(handler: Callable[[Context, C], R]) -> Callable[[Context, C], R]:
        HANDLERS[kind] = handler
        return handler

    return register


def afterwards(kind: type[Command[Any]]) -> Callable[[Afterwards], Afterwards]:
    """Registers what follows a command once it is stored, outside any transaction: what takes as
    long as others please. It turns the handler's answer into the command's."""

    def register(function: Afterwards) -> Afterwards:
        AFTERWARDS[kind] = function
        return function

    return register


def permission_of(kind: type[Command[Any]]) -> str:
    """The row of the permission table that a command asks for: its name unless it says other."""
    return getattr(kind, "permission", kind.name)


def query(
    permission: str,
) -> Callable[[Callable[Concatenate[Context, P], R]], Callable[Concatenate[Context, P], R]]:
    """Marks a read with the permission it asks for."""

    def register(
        function: Callable[Concatenate[Context, P], R],
    ) -> Callable[Concatenate[Context, P], R]:
        function.permission = permission  # type: ignore[attr-defined]
        QUERIES[f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"] = function
        return function

    return register


def commands() -> dict[str, type[Command[Any]]]:
    """Every command of the one door by name, all subjects loaded."""
    for subject in SUBJECTS:
        import_module(f"crm_desktop.services.{subject}")
    return {kind.name: kind for kind in sorted(HANDLERS, key=lambda kind: kind.name)}


class Loaded(dict[str, R]):
    """What subjects put in as they are loaded: a name that is missing loads all of them first."""

    def __missing__(self, name: str) -> R:
        """Screens load only their own subjects, yet an answer may concern any."""
        commands()
        if name not in self:
            raise KeyError(name)
        return self[name]


FOLLOWERS: Loaded[Callable[[Context], object]] = Loaded()
"""What follows in the same transaction once `people`, `absence` or the `matrix` are others."""


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows and where the next ones begin; `next` is None at the end."""

    rows: tuple[R, ...]
    next: tuple[Any, ...] | None = None

"""Takes in what the ERP puts into the watched folder: each file once, whole or not at all.

A file is claimed by a rename, which only one program can do. It is taken in and noted in one
transaction; then it is put away, and what a crash left in between is found by its claim.
"""

import json
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.exchange.sheets import RowError
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import (
    SYSTEM,
    Actor,
    Command,
    Context,
    Page,
    Transact,
    afterwards,
    handles,
    query,
)
from crm_desktop.services.taking_back import offer
from crm_desktop.services.transfer import watching
from crm_desktop.services.transfer.bill_numbers import (
    ImportBillNumbers,
    import_bill_numbers,
    preview_bill_numbers,
)
from crm_desktop.services.transfer.engine import file_digest, import_file
from crm_desktop.services.transfer.importing import write_errors, write_wrong_rows
from crm_desktop.services.transfer.intake import ImportFile
from crm_desktop.services.transfer.looking import preview_file
from crm_desktop.services.transfer.watching import BILL_NUMBERS, KINDS, Rule, Watch

WATCH_LOCK = 0x6372_6D38
LATER = frozenset({"sheet_changing", "sheet_locked", "sheet_missing"})
"""Refused now, perhaps not in a minute."""
MOST_TRIES = 3
LANGUAGE = "th"


@dataclass(frozen=True, slots=True)
class Move:
    """A file that is to be put away, with the errors that go into the list beside it."""

    record_id: int
    claim: Path
    place: Path
    kind: str
    errors: tuple[RowError, ...] = ()
    errors_file: Path = Path()


@dataclass(frozen=True, slots=True)
class Taken:
    """What one round did; `file` "" where nothing was ripe. `waiting` files have not rested long
    enough, `more` says that another round will find something, `there` that this PC sees the
    folder; `moves` are for what follows."""

    file: str = ""
    state: str = ""
    waiting: int = 0
    more: bool = False
    there: bool = True
    busy: bool = False
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class TakeIn(Command[Taken]):
    """Takes the next ripe file of the watched folder in; runs as often as you like, from any
    number of copies."""

    name: ClassVar[str] = "system.take_in"
    permission: ClassVar[str] = "system.housekeeping"


@dataclass(frozen=True)
class SettleWatchedFile(Command[None]):
    """Says that somebody has dealt with a file that failed."""

    name: ClassVar[str] = "watched.settle"
    permission: ClassVar[str] = "import.use"
    id: int
    version: int


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file that was taken in or failed; `problem` is the code and values of why."""

    id: int
    version: int
    kind: str
    file: str
    size: int
    state: str
    added: int
    updated: int
    skipped: int
    code: str
    values: dict[str, Any]
    at: datetime
    settled: bool


@handles(TakeIn)
def take_in(context: Context, command: TakeIn) -> Taken:
    """Works as `system`; of two programs one finds the other at it."""
    watch, _ = watching.load(context)
    if not watch.on:
        return Taken()
    if not _alone(context):
        return Taken(busy=True)
    context.actor = replace(SYSTEM, language=LANGUAGE)
    try:
        watch.taking.mkdir(exist_ok=True)
        left = _left(context, watch)
        ripe, waiting = _ripe(context, watch)
    except OSError:
        return Taken(there=False)
    if left.moves or left.more:
        return replace(left, waiting=waiting)
    try:
        taken = (_take(context, watch, path) for path in ripe)
        first = next((each for each in taken if each is not None), None)
    except OSError as problem:  # nothing of it is stored; the claim is found in the next round
        words = problem.strerror or str(problem)
        raise Refused("file_unreadable", "path", path=watch.folder, problem=words) from None
    return replace(first, waiting=waiting, more=True) if first else Taken(waiting=waiting)


@afterwards(TakeIn)
def put_away(taken: Taken, transact: Transact) -> Taken:
    """Once it is stored, the file goes where it belongs; what does not let itself be moved is
    tried in the next round."""
    for move in taken.moves:
        with suppress(OSError, Refused):
            move.place.parent.mkdir(parents=True, exist_ok=True)
            if move.errors:
                _write_errors(move)
            if move.claim.exists():
                shutil.move(move.claim, move.place)
            transact(partial(_mark_away, record_id=move.record_id))
    return taken


def _write_errors(move: Move) -> None:
    """The wrong lines with their reasons, to be mended and put into the folder again."""
    path, errors = move.errors_file, move.errors
    path.parent.mkdir(parents=True, exist_ok=True)
    if errors[0].line:
        kind = "" if move.kind == BILL_NUMBERS else move.kind
        write_wrong_rows(move.claim, path, errors, LANGUAGE, kind)
    else:
        write_errors(path, errors, LANGUAGE)


def _mark_away(context: Context, record_id: int) -> None:
    table = context.t.watched_file
    table.update(put_away=1).where(table.c.id == record_id).execute()
    context.touched.add("watched_file")


def _alone(context: Context) -> bool:
    """SQLite's one writer is alone anyway; on PostgreSQL a lock that ends with the transaction."""
    if context.store.engine == "sqlite":
        return True
    text = "SELECT pg_try_advisory_xact_lock(%s)"
    return bool(context.store.database.execute_sql(text, (WATCH_LOCK,)).fetchone()[0])


# ---------------------------------------------------------------- what a crash left


def _left(context: Context, watch: Watch) -> Taken:
    """Files that were claimed by a program that ended: those that are noted go on to their place,
    the others back into the folder."""
    rows = {row["claim"]: row for row in context.rows("watched_file", put_away=0)}
    moves, back = [], 0
    for path in watching.lying(watch.taking):
        row = rows.pop(path.name, None)
        if row is not None:
            moves.append(_move(watch, row, path, _errors_again(context, row, path)))
        elif _back(watch, path):
            back += 1
            _count_try(context, path.name.partition("~")[2])
    for row in rows.values():
        _mark_away(context, row["id"])
    return Taken(moves=tuple(moves), more=bool(back or moves))


def _move(watch: Watch, row: dict[str, Any], claim: Path, errors: Sequence[RowError]) -> Move:
    """Where a file that is noted goes, and its errors."""
    name = row["file"]
    beside = _free(watch.place("failed") / f"{Path(name).stem}-errors.csv")
    place = _free(watch.place(row["state"]) / name)
    return Move(row["id"], claim, place, row["kind"], tuple(errors), beside)


def _errors_again(context: Context, row: dict[str, Any], claim: Path) -> Sequence[RowError]:
    """What was wrong with a file whose list may not have been written any more."""
    if row["state"] == "done" and not row["skipped"]:
        return ()
    problem = json.loads(row["problem"] or '{"code": "import_rows_wrong", "values": {}}')
    why = Refused(problem["code"], **problem["values"])
    return _errors(context, Rule("", row["kind"]), claim, why)


def _back(watch: Watch, claim: Path) -> bool:
    """Whether the file stands under its own name again."""
    name = claim.name.partition("~")[2]
    place = watch.path / name
    if place.exists():
        place = _free(place)
    try:
        claim.rename(place)
    except OSError:
        return False
    return True


def _count_try(context: Context, name: str) -> None:
    table = context.t.watched_seen
    table.update(tries=table.c.tries + 1).where(table.c.file == name).execute()


def _free(place: Path) -> Path:
    """The path, or one like it where a file has that name already."""
    number, found = 1, place
    while found.exists():
        number += 1
        found = place.with_name(f"{place.stem} ({number}){place.suffix}")
    return found


# ---------------------------------------------------------------- what is ripe


def _ripe(context: Context, watch: Watch) -> tuple[list[Path], int]:
    """Files that were as they are now for long enough, and how many are not yet; the look is kept
    in the database, so that any copy of the program may follow."""
    table = context.t.watched_seen
    seen = {row["file"]: row for row in table.select().dicts()}
    rested, ripe, waiting = timedelta(seconds=watch.rest_seconds), [], 0
    for path in watching.fitting(watch):
        facts, row = path.stat(), seen.pop(path.name, None)
        as_seen = row and (row["size"], row["changed_ns"]) == (facts.st_size, facts.st_mtime_ns)
        if not as_seen:
            _see(context, path.name, facts.st_size, facts.st_mtime_ns)
        if as_seen and context.now - datetime.fromisoformat(row["since"]) >= rested:
            ripe.append(path)
        else:
            waiting += 1
    if seen:
        table.delete().where(table.c.file << list(seen)).execute()
    return ripe, waiting


def _see(context: Context, name: str, size: int, changed_ns: int) -> None:
    table = context.t.watched_seen
    values = {"size": size, "changed_ns": changed_ns, "since": context.moment}
    known = table.update(**values).where(table.c.file == name).execute()
    if not known:
        context.put("watched_seen", file=name, **values)


# ---------------------------------------------------------------- taking in


def _take(context: Context, watch: Watch, path: Path) -> Taken | None:
    """Claims the file and takes it in; None where another has it or it is held open."""
    rule = watch.rule_of(path.name)
    assert rule is not None
    claim = watch.taking / f"{secrets.token_hex(4)}~{path.name}"
    before = path.stat()
    try:
        path.rename(claim)
    except OSError:
        return None
    facts = claim.stat()
    if (facts.st_size, facts.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        _back(watch, claim)
        return None
    tries = context.rows("watched_seen", file=path.name)
    why: Refused | None
    errors: Sequence[RowError] = ()
    try:
        if tries and tries[0]["tries"] >= MOST_TRIES:
            raise Refused("watched_broke_off", "path", tries=MOST_TRIES)
        counts, state, why = _stored(context, rule, claim), "done", None
        errors = _wrong(context, rule, claim) if counts[2] else ()
    except Refused as refusal:
        if refusal.code in LATER:
            _back(watch, claim)
            return None
        counts, state, why = (0, 0, 0), "failed", refusal
        errors = _errors(context, rule, claim, refusal)
    record_id = _note(context, rule, path.name, claim, state, counts, why)
    context.t.watched_seen.delete().where(context.t.watched_seen.c.file == path.name).execute()
    row = {"id": record_id, "file": path.name, "state": state, "kind": rule.kind}
    return Taken(path.name, state, moves=(_move(watch, row, claim, errors),))


def _stored(context: Context, rule: Rule, path: Path) -> tuple[int, int, int]:
    """Added, updated, skipped; what is refused leaves nothing behind."""
    entries, touched = len(context.entries), set(context.touched)
    try:
        with context.store.database.atomic():
            done: Any
            if rule.kind == BILL_NUMBERS:
                done = import_bill_numbers(
                    context, ImportBillNumbers(str(path), rule.skip_bad_rows)
                )
            else:
                wanted = ImportFile(
                    rule.kind, str(path), rule.skip_bad_rows, source=_own_name(path)
                )
                done = import_file(context, wanted)
    except Refused:
        del context.entries[entries:]
        context.touched = touched
        raise
    return done.added, done.updated, done.skipped


def _own_name(claim: Path) -> str:
    return claim.name.partition("~")[2]


def _errors(context: Context, rule: Rule, path: Path, refusal: Refused) -> Sequence[RowError]:
    """Every wrong line, or the one sentence why the file cannot be read."""
    if refusal.code == "import_rows_wrong":
        with suppress(Refused):
            return _wrong(context, rule, path)
    return (RowError(0, "", refusal.code, _named(refusal, path)),)


def _wrong(context: Context, rule: Rule, path: Path) -> Sequence[RowError]:
    """What is wrong with the lines of a file."""
    if rule.kind == BILL_NUMBERS:
        return preview_bill_numbers(context, str(path)).errors
    return preview_file(context, rule.kind, str(path)).errors


def _named(why: Refused, claim: Path) -> dict[str, str]:
    """What a sentence says, with the file's own name instead of the claim's."""
    own = _own_name(claim)
    return {key: str(value).replace(claim.name, own) for key, value in why.values.items()}


def _note(
    context: Context,
    rule: Rule,
    name: str,
    claim: Path,
    state: str,
    counts: tuple[int, int, int],
    why: Refused | None,
) -> int:
    added, updated, skipped = counts
    return context.insert(
        "watched_file",
        state,
        kind=rule.kind,
        file=name,
        claim=claim.name,
        sha256=file_digest(claim),
        size=claim.stat().st_size,
        state=state,
        added=added,
        updated=updated,
        skipped=skipped,
        problem=_problem(why, claim) if why else "",
        at=context.moment,
    )


def _problem(why: Refused, claim: Path) -> str:
    return json.dumps({"code": why.code, "values": _named(why, claim)}, ensure_ascii=False)


# ---------------------------------------------------------------- what was taken in


def may_take(actor: Actor) -> tuple[str, ...]:
    """The kinds that the actor could take in by hand, and therefore hears of; whoever sets the
    folder up hears of all."""
    if actor.may("settings.save"):
        return tuple(KINDS)
    return tuple(kind for kind, permission in KINDS.items() if actor.may(permission))


@query("import.use")
def watched_files(context: Context, wanted: ListQuery) -> Page[WatchedFile]:
    """A page of what came, newest first; filter: failed (what nobody has dealt with yet)."""
    table = context.t.watched_file
    rows = table.select().where(table.c.kind << may_take(context.actor))
    if wanted.filters.get("failed"):
        rows = rows.where(table.c.state == "failed", table.c.settled_at.is_null())
    newest = ListQuery(descending=True, after=wanted.after, limit=wanted.limit)
    read = keyset(rows, table.c.id, table.c.id, newest)
    page = read[: wanted.limit]
    end = (page[-1]["id"], page[-1]["id"]) if len(read) > len(page) else None
    return Page(tuple(_file(row) for row in page), end)


def _file(row: dict[str, Any]) -> WatchedFile:
    problem: dict[str, Any] = json.loads(row["problem"] or "{}")
    names = ("id", "version", "kind", "file", "size", "state", "added", "updated", "skipped")
    return WatchedFile(
        **{name: row[name] for name in names},
        code=problem.get("code", ""),
        values=problem.get("values", {}),
        at=datetime.fromisoformat(row["at"]),
        settled=row["settled_at"] is not None,
    )


@handles(SettleWatchedFile)
def settle_watched_file(context: Context, command: SettleWatchedFile) -> None:
    """It leaves everybody's Today."""
    row = context.row("watched_file", command.id)
    if row["kind"] not in may_take(context.actor):
        raise NotAllowed("not_allowed", permission=KINDS[row["kind"]])
    if row["state"] != "failed" or row["settled_at"]:
        raise WrongState("watched_settled", "id")
    who = context.actor.person_id or None
    values = {"settled_at": context.moment, "settled_by_id": who}
    context.update("watched_file", command.id, command.version, "settled", **values)
    offer(context, command)

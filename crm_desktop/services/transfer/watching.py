"""The watched folder's settings: where it is, which files are what, how long they must rest."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.services import settings
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.transfer.kinds import PERMISSIONS

KEY = "watched_folder"
BILL_NUMBERS = "bill-numbers"
KINDS: Mapping[str, str] = {**PERMISSIONS, BILL_NUMBERS: "order.settle"}
"""What a file may be, with the permission of whoever could take it in by hand."""
READABLE = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm"})
LONGEST_REST = 3_600


@dataclass(frozen=True, slots=True)
class Rule:
    """Files of these names are of this kind; wrong lines are left out or stop the whole file."""

    pattern: str
    kind: str
    skip_bad_rows: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """The folder and its rules, the first that fits counts; `done` and `failed` are where files go,
    inside the folder unless they are whole paths. `mark` tells this database's claims apart from
    those of another one that watches the same folder."""

    on: bool = False
    folder: str = ""
    rules: tuple[Rule, ...] = ()
    rest_seconds: int = 30
    done: str = "done"
    failed: str = "failed"
    mark: str = ""

    def rule_of(self, name: str) -> Rule | None:
        """What a file of that name is; None for one that is nobody's business here."""
        low = name.lower()
        if Path(low).suffix not in READABLE or low.startswith((".", "~$")):
            return None
        return next((rule for rule in self.rules if fnmatch(low, rule.pattern.lower())), None)

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.folder)

    @property
    def taking(self) -> Path:
        """Where a file lies while it is read."""
        return self.path / f".taking-{self.mark}"

    def place(self, state: str) -> Path:
        """Where a file goes afterwards."""
        return self.path / (self.done if state == "done" else self.failed)


@dataclass(frozen=True)
class SaveWatch(Command[None]):
    """Replaces the settings; `version` is what the caller read (0 for the first time)."""

    name: ClassVar[str] = "settings.watched_folder"
    permission: ClassVar[str] = "settings.save"
    version: int
    on: bool
    folder: str
    rules: tuple[Rule, ...]
    rest_seconds: int = 30
    done: str = "done"
    failed: str = "failed"


@dataclass(frozen=True, slots=True)
class Sight:
    """What lies in the folder as this PC sees it: whether it is there, files that a rule fits, and
    files that were being taken when somebody's program ended."""

    on: bool
    there: bool = False
    files: tuple[str, ...] = ()
    left: tuple[str, ...] = field(default=())

    @property
    def todo(self) -> bool:
        """Whether a round would find anything."""
        return bool(self.files or self.left)


@handles(SaveWatch)
def save_watch(context: Context, command: SaveWatch) -> None:
    """Checks that every rule can be followed; the folder may be one that only other PCs see."""
    before, known = load(context)
    folder, done, failed = (text.strip() for text in (command.folder, command.done, command.failed))
    if command.on and not (folder and Path(folder).is_absolute()):
        raise Refused("watched_folder_needed", "folder")
    if command.on and not command.rules:
        raise Refused("watched_rules_needed", "rules")
    for rule in command.rules:
        if rule.kind not in KINDS:
            raise Refused("watched_kind", "rules", kind=rule.kind, kinds=", ".join(KINDS))
        if not rule.pattern.strip() or set(rule.pattern) & set("/\\"):
            raise Refused("watched_pattern", "rules", pattern=rule.pattern)
    if not 1 <= command.rest_seconds <= LONGEST_REST:
        raise Refused("watched_rest", "rest_seconds", most=LONGEST_REST)
    for name, text in (("done", done), ("failed", failed)):
        if not text or Path(folder) / text == Path(folder):
            raise Refused("watched_place", name)
    if Path(folder) / done == Path(folder) / failed:
        raise Refused("watched_place", "failed")
    watch = Watch(
        *(command.on, folder, command.rules, command.rest_seconds, done, failed),
        mark=before.mark or secrets.token_hex(4),
    )
    settings.store(context, KEY, command.version, asdict(watch))
    names = (each.name for each in fields(Watch) if each.name != "mark")
    back = SaveWatch(known + 1, **{name: getattr(before, name) for name in names})
    context.reversible(command, back)


@query("settings.save")
def watch_and_version(context: Context) -> tuple[Watch, int]:
    """The settings with the version that a save must name."""
    return load(context)


@query("system.housekeeping")
def watches(context: Context) -> bool:
    """Whether a folder is watched at all; one read, so that every desk may ask every minute."""
    return load(context)[0].on


@query("system.housekeeping")
def rest_seconds(context: Context) -> int:
    """How long a file must have been as it is."""
    return load(context)[0].rest_seconds


@query("system.housekeeping")
def sight(context: Context) -> Sight:
    """Looks into the folder and changes nothing; a share may take long to answer."""
    watch, _ = load(context)
    if not watch.on:
        return Sight(on=False)
    try:
        files = [each.name for each in fitting(watch)]
        left = [each.name for each in lying(watch.taking)]
    except OSError:
        return Sight(on=True)
    return Sight(True, True, tuple(files), tuple(left))


def fitting(watch: Watch) -> list[Path]:
    """The files that a rule fits, in the order of the rules and the oldest first, so that goods
    are known before their stock; raises OSError where the folder is not there."""
    found = []
    for path in lying(watch.path, must=True):
        rule = watch.rule_of(path.name)
        if rule is not None:
            found.append((watch.rules.index(rule), path.stat().st_mtime_ns, path.name, path))
    return [path for *_, path in sorted(found)]


def lying(folder: Path, *, must: bool = False) -> Iterable[Path]:
    """The files right in a folder; what only points elsewhere would be lost when it is moved."""
    if not must and not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if path.is_file() and not path.is_symlink()]


def load(context: Context) -> tuple[Watch, int]:
    """The settings and their version (0 before the first save)."""
    value, version = settings.load(context, KEY)
    return Watch(**_read(value)), version


def _read(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "rules": tuple(_rules(value.get("rules", ())))}


def _rules(stored: Iterable[Mapping[str, Any]]) -> Iterator[Rule]:
    return (Rule(**each) for each in stored)

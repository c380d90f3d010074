"""Many papers on their way to files: read, set, written and put on record, a few at a time.

A file stands exactly where its paper's exit is on record: the files of a few papers are written,
then their exits are recorded in one transaction, and what is not recorded is taken away again.
"""

import errno
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.exchange.placing import Placed, file_name, place, place_beside
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.turn import SETTING
from crm_desktop.services.papers.batches import (
    TOGETHER,
    Going,
    Kept,
    Picked,
    TakeOutMany,
    leaving_paper,
)
from crm_desktop.services.papers.exits import shows

TRIES = 3
"""How often a paper is set anew because somebody else took it out in that very moment."""


class Door(Protocol):
    """What of the one door a batch goes through."""

    given_up: Callable[[], bool]

    def read(self, function: Any, /, *args: Any) -> Any: ...

    def execute(self, command: Any, /) -> Any: ...


class Watch(Protocol):
    """Who waits: hears how far it is, and may stop it."""

    cancelled: bool

    def report(self, part: int, whole: int) -> None: ...


@dataclass(frozen=True)
class Batch:
    """What is asked: the papers in their order, and the folder they go to, or the one file.

    `language` "" leaves to each paper its own; `drafts` go along with their watermark.
    """

    papers: tuple[Picked, ...]
    target: Path
    one: bool = False
    way: str = "save"
    language: str = ""
    drafts: bool = False


@dataclass
class Outcome:
    """How far it came: `stopped` says why it ended early, `cancelled` that somebody wished it."""

    done: list[Picked] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    left_out: list[tuple[Picked, Kept]] = field(default_factory=list)
    stopped: Refused | None = None
    cancelled: bool = False

    @property
    def saved(self) -> int:
        """How many papers were saved."""
        return len(self.done)


class Run:
    """A batch under way; `outcome` can be read whenever it has ended."""

    def __init__(self, batch: Batch, door: Door, watch: Watch) -> None:
        self.batch, self.outcome = batch, Outcome()
        self._door, self._watch = door, watch

    def go(self) -> Outcome:
        """Does it; what goes wrong with one paper names it, what goes wrong with all ends it."""
        try:
            self._one_file() if self.batch.one else self._files()
        except Refused as refusal:
            if refusal.code == "given_up":
                self.outcome.cancelled = True
            else:
                self.outcome.stopped = refusal
        return self.outcome

    # One file per paper -----------------------------------------------------------------------

    def _files(self) -> None:
        papers, done = self.batch.papers, 0
        for first in range(0, len(papers), TOGETHER):
            some = papers[first : first + TOGETHER]
            for _ in range(TRIES):
                some = self._some(some, done)
            for each in some:
                self._leave_out(each, Refused("batch_other_copy"))
            done = first + TOGETHER

    def _some(self, papers: Sequence[Picked], done: int) -> tuple[Picked, ...]:
        """Takes some papers out; those that are another copy by now are answered."""
        written: dict[int, tuple[Going, Placed]] = {}
        try:
            full = self._write(papers, done, written)
            again = self._keep(papers, written)
        finally:
            for _, placed in written.values():
                with suppress(OSError):
                    placed.undo()
        if full is not None:
            raise full
        return again

    def _write(
        self, papers: Sequence[Picked], done: int, written: dict[int, tuple[Going, Placed]]
    ) -> Refused | None:
        """Writes the files of some papers; why there is no room for more."""
        for number, each in enumerate(papers, start=1):
            self._go_on()
            made = self._read(each)
            if made is not None:
                paper, going = made
                target = self.batch.target / f"{file_name(f'{each.reference} {each.customer}')}.pdf"
                try:
                    pdf = self._set(paper)
                    written[each.id] = going, place_beside(pdf, target)
                except OSError as problem:
                    return unwritable(target, problem)
                except Refused as refusal:
                    self._leave_out(each, refusal)
            self._watch.report(done + number, len(self.batch.papers))
        return None

    def _set(self, paper: AnyPaper) -> bytes:
        from crm_desktop.printing.render import render

        with SETTING:
            return render(paper)

    def _keep(
        self, papers: Sequence[Picked], written: dict[int, tuple[Going, Placed]]
    ) -> tuple[Picked, ...]:
        """Records what was written and leaves in `written` what was not."""
        refused = self._record([going for going, _ in written.values()])
        again = []
        for each in papers:
            why = refused.get(each.id)
            if why is not None and why.code == "batch_other_copy":
                again.append(each)
            elif why is not None:
                self.outcome.left_out.append((each, why))
            elif each.id in written:
                _, placed = written.pop(each.id)
                placed.keep()
                self.outcome.files.append(placed.target)
                self.outcome.done.append(each)
        return tuple(again)

    # All in one file --------------------------------------------------------------------------

    def _one_file(self) -> None:
        """Set, written, then recorded; set once more where a paper is another copy by then."""
        recorded: dict[int, Going] = {}
        try:
            papers: Sequence[Picked] = self.batch.papers
            for _ in range(TRIES):
                papers = self._round(papers, recorded)
                if not papers:
                    return
            for each in papers:
                if each.id not in recorded:
                    self._leave_out(each, Refused("batch_other_copy"))
            self._round([each for each in papers if each.id in recorded], recorded)
        except Refused as refusal:
            if recorded:
                lost = Refused("batch_recorded_only", count=len(recorded), why=refusal)
                raise lost from refusal
            raise

    def _round(self, papers: Sequence[Picked], recorded: dict[int, Going]) -> Sequence[Picked]:
        """One try at the file, kept if all of it is on record; what the next one is to hold."""
        goings = list[Going]()
        pdf = self._bundle(papers, recorded, goings)
        if not goings:
            return ()
        if not recorded:
            self._go_on()
        self._door.given_up = bool
        try:
            placed = place(pdf, self.batch.target)
        except OSError as problem:
            raise unwritable(self.batch.target, problem) from None
        whole, there = False, {going.id for going in goings}
        try:
            refused = self._record_all(goings, recorded)
            whole = not refused
        finally:
            placed.keep() if whole else placed.undo()
        if whole:
            self.outcome.files = [placed.target]
            self.outcome.done = [each for each in papers if each.id in there]
            return ()
        return self._still(papers, there, refused)

    def _bundle(
        self, papers: Sequence[Picked], recorded: dict[int, Going], goings: list[Going]
    ) -> bytes:
        """The file of all that can be set, which `goings` tells."""
        from crm_desktop.printing.render import Bundle

        bundle = Bundle(self.batch.target.stem)
        for number, each in enumerate(papers, start=1):
            if not recorded:
                self._go_on()
            made = self._read(each, recorded.get(each.id))
            if made is not None:
                paper, going = made
                try:
                    with SETTING:
                        bundle.add(paper)
                    goings.append(going)
                except Refused as refusal:
                    self._leave_out(each, refusal)
            self._watch.report(number, len(papers))
        if not goings:
            return b""
        with SETTING:
            return bundle.finish()

    def _record_all(self, goings: Sequence[Going], recorded: dict[int, Going]) -> dict[int, Kept]:
        """Puts on record what is not yet, some at a time; nobody may stop it from here on."""
        refused: dict[int, Kept] = {}
        left = [going for going in goings if going.id not in recorded]
        for first in range(0, len(left), TOGETHER):
            some = left[first : first + TOGETHER]
            why = self._record(some)
            recorded.update({going.id: going for going in some if going.id not in why})
            refused |= why
        return refused

    def _still(
        self, papers: Sequence[Picked], there: set[int], refused: dict[int, Kept]
    ) -> list[Picked]:
        """Of the papers of a file those that the next one holds too."""
        still = []
        for each in papers:
            why = refused.get(each.id)
            if why is not None and why.code != "batch_other_copy":
                self.outcome.left_out.append((each, why))
            elif each.id in there:
                still.append(each)
        return still

    # Both -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._watch.cancelled:
            raise Refused("given_up")

    def _read(self, each: Picked, before: Going | None = None) -> tuple[AnyPaper, Going] | None:
        """The paper as it leaves, as the copy it was recorded as before if it was; None where it
        may not leave."""
        asked = (each.id, self.batch.way, self.batch.language, self.batch.drafts)
        try:
            ready = self._door.read(leaving_paper, *asked, before and before.copy)
        except Unavailable:
            raise
        except Refused as refusal:
            self._leave_out(each, refusal)
            return None
        going = Going(each.id, ready.language, ready.copy, str(shows(ready.paper)))
        return ready.paper, going

    def _record(self, goings: Sequence[Going]) -> dict[int, Kept]:
        """Those whose exit is not on record, with the reason."""
        if not goings:
            return {}
        kept = self._door.execute(TakeOutMany(tuple(goings), self.batch.way))
        return {each.id: each for each in kept}

    def _leave_out(self, each: Picked, refusal: Refused) -> None:
        self.outcome.left_out.append((each, Kept.because(each.id, refusal)))


def unwritable(target: Path, problem: OSError) -> Refused:
    """Why no file can be written there."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused("batch_disk_full", path=str(target.parent))
    return Refused("file_unwritable", path=str(target), problem=problem.strerror or str(problem))

"""A form about money that others may move meanwhile: what it showed is looked at once more before
anything is done, and of another deposit it is asked anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.services.changes import changes_since
from crm_desktop.services.deposits.deposit_lists import Deposit, deposit
from ui.desk import Desk
from ui.forms.fields import HiddenField
from ui.forms.side import SideForm
from ui.tokens import Tone


class MoneyForm(SideForm):
    """`outdated` asks for the same form about the deposit as it is now, which `take`s what was
    `typed` here."""

    outdated = Signal()

    def __init__(
        self,
        desk: Desk,
        step: str,
        about: Deposit,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"deposit:{about.id}-{step}", today, parent)
        self.about = about
        self._sending = False

    @property
    def stands(self) -> bool:
        """Whether the deposit is still as the form shows it."""
        now = self.desk.read(deposit, self.about.id)
        return replace(now, print_count=self.about.print_count) == self.about

    def follow(self) -> None:
        """Others wrote: a form about what was there before says so; nothing in it moves."""
        if not self._sending and not self.stands:
            show = (self.tr("Show how it stands now"), self.outdated.emit)
            self.bar.say(self.changed(), Tone.WARN, [show])

    def submit(self) -> Any:
        if not self.stands:
            self.outdated.emit()
            return None
        self._sending = True
        try:
            return super().submit()
        finally:
            self._sending = False

    def refused(self, refusal: Refused) -> None:
        if isinstance(refusal, Stale):
            self.outdated.emit()
        else:
            super().refused(refusal)

    def changed(self) -> str:
        """That the deposit changed, and by whom where the house knows."""
        actor = self.desk.actor
        changes = self.desk.read(changes_since, "document", self.about.id, self.about.version)
        by = max(changes, key=lambda each: each.at).by if changes else ""
        if not by or by in (actor.name, actor.name_en):
            return self.tr("This deposit changed since the form was opened.")
        return self.tr("{0} changed this deposit since the form was opened.").format(by)

    def typed(self) -> dict[str, Any]:
        """What was entered beyond what was offered, by key."""
        typed = {
            key: field.typed(self._base.get(key))
            for key, field in self.fields.items()
            if not isinstance(field, HiddenField)
        }
        return {key: raw for key, raw in typed.items() if raw is not None}

    def take(self, typed: Mapping[str, Any], changed: str) -> None:
        """Enter it here and ask to look again."""
        self._put(typed)
        look = self.tr("This is how it stands now: please look, and save again.")
        self.bar.say(f"{changed} {look}", Tone.WARN)

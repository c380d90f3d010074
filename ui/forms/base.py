"""The base of every form: drafts, refusals beside the field, stale saves, discard and undo."""

from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.services.registry import Command
from ui.bars import Bar
from ui.desk import Desk
from ui.forms.compare import Comparison, Difference
from ui.forms.fields import Field, HiddenField
from ui.forms.rows import Rows
from ui.forms.waiting import Waiting
from ui.tokens import Tone

DRAFT_MS = 3_000
"""Longest that typed text is only in memory; the house promises five seconds."""


class Form(QWidget):
    """A form for one record. Subclasses lay out rows in `body`, and give `command()` and, where
    two people may save, `stored()`.

    `key` names the draft: "customer:12", or "customer:new-3f2a" for one that is not stored yet.
    """

    NEVER_KEPT: ClassVar[frozenset[str]] = frozenset()
    """Fields that no draft may hold, for a draft lies on this PC's disk."""

    saved = Signal(object)
    left = Signal()
    dirty_changed = Signal(bool)
    edited = Signal()

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.key = desk, key
        self.fields: dict[str, Field] = {}
        self._base: dict[str, Any] = {}
        self._sides: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        self._dirty = False
        self._drafted, self._filling = True, False
        self._token = token_hex(8)
        self.person_id = desk.actor.person_id
        self._waiting = Waiting(self)
        self.bar, self.offer = Bar(self), Bar(self)
        self.comparison = Comparison(self)
        self._body_widget = QWidget(self)
        self.body = QVBoxLayout(self._body_widget)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(16, 8, 16, 12)
        self._arrange()
        self._clock = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._clock.timeout.connect(self.keep_draft)

    def _arrange(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body_widget)
        self._body_widget.setAutoFillBackground(False)
        self._scroll = scroll
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        for widget in (self.offer, self.bar, self.comparison):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        layout.addLayout(self.foot)

    # What subclasses give ---------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the form is about, for its tab and its draft."""
        return ""

    def command(self) -> Command[Any]:
        """The command that saves `self.values()`; may raise Refused."""
        raise NotImplementedError

    def stored(self) -> Mapping[str, Any] | None:
        """The values as they are stored now (with "version"), for comparing a stale save."""
        return None

    def first_field(self) -> Field:
        """Where typing begins."""
        return self.fields[self._shown_keys()[0]]

    # What subclasses use ----------------------------------------------------------------------

    def rows(self, columns: int = 1) -> Rows:
        """A helper for rows whose fields belong to this form; call `adopt` when they are made."""
        return Rows(self._body_widget, columns, self.desk.language, self.desk.era)

    def adopt(self, rows: Rows) -> None:
        """Put the rows at the end of the body and watch their fields."""
        self.body.addLayout(rows.grid)
        for field in rows.fields.values():
            self.watch(field)

    def watch(self, field: Field) -> None:
        """Make any field (a line grid too) part of the form's values, drafts and undo."""
        self.fields[field.key] = field
        field.changed.connect(self._changed)

    def load(self, values: Mapping[str, Any]) -> None:
        """Show stored values as the state to come back to; then offer a draft if there is one."""
        self._overwrite(values)
        self._rest()
        self._offer_draft()

    def begin(self) -> None:
        """Put the cursor where typing begins, or on the question about a kept draft."""
        asks = not self.offer.isHidden()
        (self.offer.buttons[0] if asks else self.first_field().widget).setFocus()

    def values(self) -> dict[str, Any]:
        """What the fields mean, by key; raises the first field's Refused."""
        return {key: field.value() for key, field in self.fields.items()}

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what is stored."""
        return self._dirty

    def check(self) -> bool:
        """Say beside every field what is wrong with it; True if nothing is.

        What is kept from before is decided first: saving would throw it away.
        """
        self.bar.clear()
        if self._is_offering:
            self.offer.buttons[0].setFocus()
            return False
        first: Field | None = None
        for field in self.fields.values():
            try:
                field.value()
            except Refused as refusal:
                field.refuse(self.desk.explain(refusal))
                first = first or field
        if first:
            self.show_field(first)
        return first is None

    def submit(self) -> Any:
        """Check, execute, forget the draft, tell `saved`. The answer, or None if refused. Where two
        saves are compared, what was chosen there is saved."""
        self._decide()
        if not self.check():
            return None
        try:
            command = self.command()
        except Refused as refusal:
            self.refused(refusal)
            return None
        answer = self.desk.execute(command, self, self._token)
        if answer is not None:
            self.settle()
            self.saved.emit(answer)
        else:
            self._waiting.consider()
        return answer

    def settle(self) -> None:
        """What stands in the fields is stored now: no draft, nothing to undo."""
        self._rest()
        self._token = token_hex(8)
        self.comparison.clear()
        self.offer.clear()
        self._body_widget.setEnabled(True)
        self.forget_draft()

    def refused(self, refusal: Refused) -> None:
        """Put the sentence beside the field it names, or on top; a stale save is compared."""
        if isinstance(refusal, Stale) and self._compare():
            return
        key, _, detail = (refusal.field or "").partition(".")
        field = self.fields.get(key)
        if field is None or isinstance(field, HiddenField):
            self.bar.say(self.desk.explain(refusal), Tone.STOP)
        else:
            field.refuse(self.desk.explain(refusal), detail)
            self.show_field(field)

    def show_field(self, field: Field) -> None:
        """Bring a field and what is said below it into view, and put the cursor there."""
        field.widget.setFocus()
        alone = field.cell is self._body_widget
        self.scroll_to(field.widget if alone else field.cell)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a part of the form into view, as high as it is by now."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(widget)

    # Undo, discard ----------------------------------------------------------------------------

    def revert(self) -> None:
        """Back to what is stored, with a way to take that back."""
        if not self.dirty:
            return
        typed = self._raw()
        self._put(self._base)
        self.bar.say(
            self.tr("All changes were undone."),
            Tone.INFO,
            [(self.tr("Bring them back"), lambda: self._put(typed))],
        )

    def leave(self, then: Callable[[], object] | None = None) -> bool:
        """True if the form may go at once; otherwise it asks in a bar and calls `then` after."""
        go = then or self.left.emit
        if not self.dirty:
            return True
        self.bar.say(
            self.tr("There are changes that are not saved."),
            Tone.WARN,
            [
                (self.tr("Keep writing"), self._write_on),
                (self.tr("Keep as draft"), lambda: self._go(self.keep_draft, go)),
                (self.tr("Discard"), lambda: self._go(self._discard, go)),
            ],
        )
        self.bar.buttons[0].setFocus()
        return False

    def _go(self, first: Callable[[], None], then: Callable[[], object]) -> None:
        first()
        then()

    def _discard(self) -> None:
        self._put(self._base)
        self.forget_draft()

    # Drafts -----------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Write the draft now if there is anything new to keep; for lock, close and the clock."""
        self._clock.stop()
        if self._drafted or self._is_offering:
            return
        if self.dirty:
            kept = {k: raw for k, raw in self._raw().items() if k not in self.NEVER_KEPT}
            self.desk.drafts.save(self.person_id, self.key, kept, self.title)
        else:
            self.desk.drafts.remove(self.person_id, self.key)
        self._drafted = True

    def forget_draft(self) -> None:
        """There is nothing left to offer again."""
        self._clock.stop()
        self.desk.drafts.remove(self.person_id, self.key)

    def _offer_draft(self) -> None:
        draft = self.desk.drafts.load(self.person_id, self.key)
        if draft is None:
            return
        if {**self._raw(), **draft.values} == self._raw():
            self.forget_draft()
            return
        when = f"{self.desk.day(draft.saved_at.date())} {draft.saved_at:%H:%M}"
        self.offer.say(
            self.tr("What you typed here on {0} was kept and is not saved yet.").format(when),
            Tone.INFO,
            [
                (self.tr("Go on with it"), lambda: self._answer_offer(draft.values)),
                (self.tr("Discard it"), lambda: self._answer_offer({})),
            ],
        )
        self._body_widget.setEnabled(False)
        first = self.offer.buttons[0]
        QTimer.singleShot(0, first, first.setFocus)

    @property
    def _is_offering(self) -> bool:
        """Whether what was typed before a crash still waits for an answer."""
        return not self._body_widget.isEnabledTo(self)

    def _answer_offer(self, kept: Mapping[str, Any]) -> None:
        """Until this is answered nothing can be typed that would overwrite the kept draft."""
        self._body_widget.setEnabled(True)
        if kept:
            self._put(kept)
        else:
            self.forget_draft()
        self._write_on()

    def _write_on(self) -> None:
        """The cursor back to where the form or its screen leads it, else in the first field."""
        self._waiting.tell()
        led = next(
            (each for each in (self, self.parentWidget()) if each and each.focusProxy()), None
        )
        (led or self.first_field().widget).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_draft()
        super().closeEvent(event)

    # Inside -----------------------------------------------------------------------------------

    def _raw(self) -> dict[str, Any]:
        return {key: field.raw() for key, field in self.fields.items()}

    def _put(self, raw: Mapping[str, Any]) -> None:
        self._filling = True
        for key, typed in raw.items():
            if key in self.fields:
                self.fields[key].set_raw(typed)
        self._filling = False
        self._changed()

    def _rest(self) -> None:
        self._base = self._raw()
        self._mark(False)

    def _changed(self) -> None:
        if self._filling:
            return
        self._mark(self._raw() != self._base)
        self._drafted = False
        if not self.dirty:
            self.keep_draft()
        elif not self._clock.isActive():
            self._clock.start()
        self.edited.emit()

    def _mark(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    # Stale saves ------------------------------------------------------------------------------

    def _compare(self) -> bool:
        theirs = self.stored()
        if theirs is None:
            return False
        mine, base = self._raw(), self._base
        self._overwrite(theirs)
        other = self._raw()
        self._base = other
        found = [self._difference(key, mine, base, other) for key in self._shown_keys()]
        self._put({key: mine[key] for key in self._shown_keys() if mine[key] != base[key]})
        differing = [
            d for d in found if other[d.key] != base[d.key] and other[d.key] != mine[d.key]
        ]
        if not differing:
            words = self.tr(
                "Somebody else saved other fields meanwhile; please look and save again."
            )
            self.bar.say(words, Tone.INFO)
            return True
        self.bar.say(self.tr("Somebody else saved this meanwhile. Choose what stays."), Tone.WARN)
        self._sides = mine, other
        self.comparison.offer(differing, self.submit)
        return True

    def _overwrite(self, values: Mapping[str, Any]) -> None:
        self._filling = True
        for key, value in values.items():
            if key in self.fields:
                self.fields[key].set_value(value)
        self._filling = False

    def _shown_keys(self) -> list[str]:
        return [k for k, field in self.fields.items() if not isinstance(field, HiddenField)]

    def _difference(
        self, key: str, mine: Mapping[str, Any], base: Mapping[str, Any], other: Mapping[str, Any]
    ) -> Difference:
        field = self.fields[key]
        return Difference(
            key,
            field.label,
            field.words(mine[key]),
            field.words(other[key]),
            mine[key] != base[key],
        )

    def _decide(self) -> None:
        """Take over what was chosen between two saves; the cursor goes where that stands."""
        if self.comparison.isHidden():
            return
        (mine, other), chosen = self._sides, self.comparison.chosen()
        self._put({key: (other if theirs else mine)[key] for key, theirs in chosen.items()})
        self.fields[next(iter(chosen))].widget.setFocus()
        self.comparison.clear()

"""What a paper's acts ask first rests on the paper as it was shown then; of another one it is asked
anew, so that nothing is done on words and sums that nobody saw."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.lifecycle import Code
from crm_desktop.services.changes import changes_since
from ui.desk import Desk
from ui.papers.asking import reason_panel
from ui.papers.document import PaperDocument
from ui.papers.kind import Stored
from ui.papers.panels import Basis, Panel
from ui.tokens import Tone


class Questions(QObject):
    """Asks in panels of one document."""

    def __init__(self, document: PaperDocument) -> None:
        super().__init__(document)
        self.document = document

    def why_not(self, action: str) -> None:
        """Say why an act cannot be done now."""
        raise NotImplementedError

    @property
    def desk(self) -> Desk:
        """The desk of the document."""
        return self.document.desk

    @property
    def paper(self) -> Stored:
        """The paper as it was read last."""
        assert self.document.shown is not None
        return self.document.shown

    @property
    def at(self) -> tuple[int, int]:
        """Id and version that a command names: as the question that is open showed the paper, else
        as the tab does."""
        panel = self.document.panel
        basis = panel.basis if panel is not None else None
        return self.paper.id, basis.version if basis else self.paper.version

    def facts(self, shown: Stored) -> object:
        """What a question about the paper may show of it: with another of these it is another."""
        return shown.version, shown.state, shown.content

    # Asking and asking anew -------------------------------------------------------------------

    def ask_why(
        self,
        words: tuple[str, str, str],
        action: str,
        then: Callable[[str], bool],
        *,
        usual: Sequence[Code] = (),
        required: bool = True,
        again: Callable[[], object] | None = None,
    ) -> None:
        """Ask for the reason of an action, then go on; `words` are title, field and button."""
        panel = reason_panel(self.desk, words, usual, self.document, required=required)
        panel.act = lambda: then(str(panel.values()["reason"]))
        self.ask(panel, action, again, keep=words[0])

    def ask(
        self,
        panel: Panel,
        action: str,
        again: Callable[[], object] | None = None,
        *,
        keep: str = "",
    ) -> None:
        """Let a panel ask about the paper as it stands now. Once the paper is another, nothing is
        done with what was asked: `again`, else the action itself, asks anew. With a name to `keep`
        it under, what was written is there again after Esc."""
        panel.basis = Basis(
            self.paper.version,
            self.facts(self.paper),
            {key: field.raw() for key, field in panel.fields.items()},
            action,
            again or self.document.bound[action].trigger,
        )
        panel.stands = lambda: self._stands(panel)
        self.document.ask(panel)
        if keep:
            self._keep(panel, keep)

    def _keep(self, panel: Panel, name: str) -> None:
        """Until it is sent, what is written in one question of a paper is written in the next."""
        about = (self.document.kind, self.paper.id, name)
        panel.take(self.desk.kept(about) or {})
        for field in panel.fields.values():
            field.changed.connect(lambda: self.desk.keep(about, panel.typed()))
        panel.done.connect(lambda: self.desk.keep(about, None))

    def follow(self) -> None:
        """The paper was read again: a question about what it was says so; nothing in it moves under
        somebody's hands."""
        panel = self.document.panel
        basis = panel.basis if panel is not None else None
        if panel is None or basis is None or panel.acting:
            return
        if basis.facts == self.facts(self.paper):
            return
        show = (self.tr("Show how it stands now"), lambda: self.ask_again(panel))
        panel.bar.say(self._changed(basis), Tone.WARN, [show])

    def _stands(self, panel: Panel) -> bool:
        """The last look before it is done; a question about another paper is asked anew."""
        self.document.read_again()
        if panel.basis is None or panel.basis.facts == self.facts(self.paper):
            return True
        self.ask_again(panel)
        return False

    def ask_again(self, panel: Panel) -> None:
        """The same question about the paper as it is now, with what was typed; or why not."""
        basis = panel.basis
        assert basis is not None
        typed, changed = panel.typed(), self._changed(basis)
        self.document.back()
        if not self.document.bound[basis.action].isEnabled():
            self.document.note.say(changed, Tone.WARN)
            self.why_not(basis.action)
            return
        basis.again()
        asking = self.document.panel
        if asking is not None:
            asking.take(typed)
        look = self.tr("This is how it stands now: please look, and go on again.")
        bar = asking.bar if asking is not None else self.document.note
        bar.say(f"{changed} {look}", Tone.WARN)

    def _changed(self, basis: Basis) -> str:
        """That it changed, and by whom where the house knows."""
        try:
            changes = self.desk.read(changes_since, "document", self.paper.id, basis.version)
        except NotAllowed:
            changes = ()
        by = max(changes, key=lambda each: each.at).by if changes else ""
        if not by or by in (self.desk.actor.name, self.desk.actor.name_en):
            return self.tr("This paper changed since the question was asked.")
        return self.tr("{0} changed this paper since the question was asked.").format(by)

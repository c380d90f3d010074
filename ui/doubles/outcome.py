"""What becomes of the records beside the fields: everything that is united, and what moves."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from crm_desktop.services.customers.merge_lists import MergeCard, MergePreview, Side
from crm_desktop.services.places import address_lines
from ui.approvals.sheet import Sheet
from ui.customers.words import moment, word
from ui.desk import Desk


class OutcomeSheet(Sheet):
    """Shows what the one customer will have, or who merged what and when."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.setMinimumWidth(300)
        self.setAccessibleName(self.tr("What becomes of them"))

    def show_preview(self, preview: MergePreview) -> None:
        """The customer as it will be."""
        self.begin()
        self.column.addWidget(self.label(self.tr("What becomes of them"), "heading"))
        if preview.problem is None:
            self.add_facts(self._united(preview))
            self.add_facts(self._strict(preview))
        self._add_pointing(preview.sides)
        self.finish()

    def show_card(self, card: MergeCard) -> None:
        """Who asked, who did it, and what stands where now."""
        self.begin()
        self.column.addWidget(self.label(card.reference, "heading"))
        self.add_facts(
            [
                (self.tr("Asked by"), f"{card.by} · {moment(self.desk, card.at)}"),
                (self.tr("Reason"), card.reason),
                (self.tr("Merged"), moment(self.desk, card.merged_at) if card.merged_at else ""),
                (
                    self.tr("Parted again"),
                    moment(self.desk, card.undone_at) if card.undone_at else "",
                ),
            ]
        )
        self._add_pointing(card.sides)
        self.finish()

    def _united(self, preview: MergePreview) -> Iterable[tuple[str, str]]:
        yield self.tr("Phones"), "\n".join(preview.phones)
        yield (
            self.tr("Contacts"),
            "\n".join(" · ".join(filter(None, (c.name, c.phone))) for c in preview.contacts),
        )
        lines = (", ".join(address_lines(each, self.desk.language)) for each in preview.addresses)
        yield self.tr("Addresses"), "\n".join(lines)
        yield self.tr("Note"), preview.note

    def _strict(self, preview: MergePreview) -> Iterable[tuple[str, str]]:
        """Where the strictest counts, and what the matrix measures."""
        if preview.limit is not None:
            yield self.tr("Credit limit"), str(preview.limit)
            yield self.tr("Outstanding together"), str(preview.outstanding)
        if preview.blocked:
            yield self.tr("Credit"), self.tr("stays blocked: the strictest counts")
        for each in preview.consents:
            said = self.tr("agreed") if each.given else self.tr("withdrawn: the strictest counts")
            yield word(self.desk, f"purpose_{each.purpose}"), said
        if preview.amount:
            yield self.tr("Money that goes over"), str(preview.amount)

    def _add_pointing(self, sides: Iterable[Side]) -> None:
        """What each record has; all of it stands with the survivor then."""
        self.add_heading(self.tr("What belongs to each"))
        self.add_facts(
            (
                side.code,
                "\n".join(
                    word(self.desk, f"merge_points_{table}", count=count)
                    for table, count in side.pointing.items()
                )
                or self.tr("nothing yet"),
            )
            for side in sides
        )

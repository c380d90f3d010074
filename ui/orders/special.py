"""Acts that only a special order has, and the files that belong to any paper."""

from dataclasses import asdict
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import plain_decimal
from crm_desktop.services.attachments import attachments
from crm_desktop.services.look import look_and_version, special_terms
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.special_orders import (
    LONGEST_LEAD_DAYS,
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from ui.binding import Slot
from ui.orders.files import FilesPanel
from ui.orders.part import OrderPart
from ui.orders.photos import PhotosField
from ui.orders.pictures import Pictures
from ui.orders.signature import SignatureField
from ui.papers.panels import Panel
from ui.theme import set_role

AGREES, DIFFERS = "agrees", "differs"
SPECIFICATION = "specification"
DRAWING = 96


class SpecialActs(OrderPart):
    """The customer signs, the supplier offers, what arrived is compared, somebody refuses."""

    EVENTS: ClassVar[dict[str, str]] = {
        "order.sign": "sign",
        "order.quote": "quote",
        "order.inspect": "inspect",
        "order.refuse": "refuse",
    }

    def slots(self) -> dict[str, Slot]:
        return {
            "order.sign": self.sign,
            "order.quote": self.quote,
            "order.inspect": self.inspect,
            "order.refuse": self.refuse,
            "order.attach": self.files,
        }

    def offered(self, shown: Order | None) -> dict[str, bool]:
        return {**super().offered(shown), "order.attach": shown is not None}

    def files(self) -> None:
        """Photos, drawings, scans: look at them, add and take away; an inspection that stands
        open takes another photo."""
        panel = self.acts.document.panel
        photos = panel.fields.get("photo_ids") if panel is not None else None
        if isinstance(photos, PhotosField):
            photos.choose()
            return
        self.acts.document.ask(FilesPanel(self.acts.desk, self.acts.paper, self.acts.document))

    # Signing ----------------------------------------------------------------------------------

    def sign(self) -> None:
        """On the screen, or on the paper whose scan was attached; what is typed is saved first."""
        form = self.acts.document.form
        form.grid.finish_editing()
        if form.dirty and not self.acts.save():
            return
        facts = dict(self.acts.paper.content.facts)
        if not facts.get(SPECIFICATION, "").strip():
            label = self.acts.document.paper_kind.kind.fact_label(SPECIFICATION)
            form.refused(Refused("fact_missing", f"facts.{SPECIFICATION}", fact=label))
            return
        panel = self.acts.panel(
            self.tr("The customer signs for the specification"),
            "pen-nib",
            self.tr("Record the signature"),
            tall=True,
        )
        rows, today = panel.rows, self.acts.today
        self._read_out(panel, facts[SPECIFICATION], facts.get("measurements", ""))
        drawings = self._show_drawings(panel)
        rows.text("signer", self.tr("Signed by"), required=True, span=3)
        rows.date("on", self.tr("Signed on"), today=today, required=True)
        panel.fields["on"].set_value(today())
        scans = [
            (each.id, each.name)
            for each in self.acts.desk.read(attachments, self.acts.paper.id)
            if each.use == "signature"
        ]
        if scans:
            choices = ((None, self.tr("Signs here")), *scans)
            rows.choice("attachment_id", self.tr("Signed scan"), choices, span=2)
        hint, again = self.tr("Sign here with a finger, pen or mouse"), self.tr("Sign again")
        drawn = SignatureField("signature_png", self.tr("Signature"), hint, again, panel)
        rows.add(drawn, span=6)
        panel.act = lambda: self._signed(panel, drawings)
        self.acts.ask(panel, "order.sign")

    def _read_out(self, panel: Panel, *told: str) -> None:
        """What is signed stands above the pad as it prints: the words, and what holds for them."""
        look, _ = self.acts.desk.read(look_and_version)
        language = str(self.acts.document.form.fields["language"].raw())
        binding = special_terms(asdict(look), language)
        for role, words in (*(("", each) for each in told), ("muted", binding)):
            label = QLabel(words, panel)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_role(label, role)
            if words:
                panel.rows.place(label, 6)

    def _show_drawings(self, panel: Panel) -> tuple[int, ...]:
        """Drawings and photos are signed with the words; a PDF by its name."""
        pictures = Pictures(self.acts.desk, DRAWING, panel)
        panel.closed.connect(pictures.stop)
        files = self.acts.desk.read(attachments, self.acts.paper.id)
        shown = [each for each in files if each.printed]
        for each in shown:
            name = QLabel(each.name, panel)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            picture = pictures.label(each, panel)
            if picture is not None:
                panel.rows.place(picture)
            panel.rows.place(name, 1 if picture is not None else 2)
        pictures.load()
        return tuple(each.id for each in shown)

    def _signed(self, panel: Panel, drawings: tuple[int, ...]) -> bool:
        values = panel.values()
        command = SignSpecification(
            *self.acts.at,
            values["signer"],
            values["on"],
            values.get("attachment_id"),
            values["signature_png"],
            drawings,
        )
        return self.acts.do(command, self.tr("Signed"), panel)

    # The supplier -----------------------------------------------------------------------------

    def quote(self) -> None:
        """What the supplier asks and how long it takes; the cost never prints."""
        panel = self.acts.panel(
            self.tr("What the supplier offers"), "tag", self.tr("Record the offer")
        )
        rows = panel.rows
        rows.text("supplier", self.tr("Supplier"), required=True, span=2)
        rows.text("reference", self.tr("Number of the offer"), span=2)
        rows.money("cost", self.tr("Cost before VAT"))
        rows.text("lead_days", self.tr("Days until it is here"), parse=_lead_days)
        rows.date("valid_until", self.tr("Holds until"), today=self.acts.today, span=2)
        rows.text("note", self.tr("Note"), longest=500, span=4)

        def act() -> bool:
            values = panel.values()
            command = QuoteSupplier(
                *self.acts.at,
                values["supplier"],
                values["reference"],
                values["cost"],
                values["lead_days"] or 0,
                values["valid_until"],
                values["note"],
            )
            return self.acts.do(command, self.tr("Recorded"), panel)

        panel.act = act
        self.acts.ask(panel, "order.quote")

    # What arrived -----------------------------------------------------------------------------

    def inspect(self) -> None:
        """Held against what was signed; photos are its proof."""
        panel = self.acts.panel(
            self.tr("Inspect against the specification"),
            "magnifying-glass",
            self.tr("Record"),
            tall=True,
        )
        found = (
            (None, "–"),
            (AGREES, self.tr("as specified")),
            (DIFFERS, self.tr("not as specified")),
        )
        panel.rows.choice("agrees", self.tr("What arrived is"), found, required=True, span=2)
        panel.rows.text("findings", self.tr("Findings"), longest=500, span=4)
        photos = PhotosField("photo_ids", self.acts.desk, self.acts.paper.id, panel)
        panel.rows.fields[photos.key] = photos
        panel.rows.place(photos.widget, 6)

        def act() -> bool:
            values = panel.values()
            agrees = values["agrees"] == AGREES
            told = (values["findings"], values["photo_ids"])
            command = InspectSpecial(*self.acts.at, agrees, *told)
            return self.acts.do(command, self.tr("Recorded"), panel)

        panel.act = act
        self.acts.ask(panel, "order.inspect")

    def refuse(self) -> None:
        """The customer does not take what was made for them."""
        words = (
            self.tr("The customer does not take it"),
            self.tr("Why not"),
            self.tr("Record the refusal"),
        )
        self.acts.ask_why(words, "order.refuse", self._refused)

    def _refused(self, reason: str) -> bool:
        command = RefuseSpecial(*self.acts.at, reason)
        words = self.tr("Refused; the deposit’s fate is asked under Deposits")
        return self.acts.do(command, words, self.acts.document.panel)


def _lead_days(text: str, key: str) -> int:
    """Whole days; Refused `bad_lead_days` for anything else."""
    number = plain_decimal(text, 0)
    if number is None or not 0 <= number <= LONGEST_LEAD_DAYS:
        raise Refused("bad_lead_days", key, days=text, most=LONGEST_LEAD_DAYS)
    return int(number)

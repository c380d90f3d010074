"""A tab of two lists: likely doubles, and customers of whom something is missing."""

from typing import Any

from ui.desk import Desk
from ui.parted import Part, PartedScreen


class DoublesScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "doubles"
    PARTS = (
        Part("pairs", "double.pairs", "ui.doubles.pairs:PairsPage"),
        Part("incomplete", "double.incomplete", "ui.doubles.incomplete:IncompletePage"),
    )

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)

    @property
    def title(self) -> str:
        return self.tr("Doubles")

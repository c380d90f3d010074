"""What a superior sees of a merge: which record stays, which go, whose values stay."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.services.customers.merge_lists import FieldChoice, MergeCard, Side
from ui.approvals.sheet import Sheet
from ui.customers.words import word
from ui.doubles.fields import shown_value
from ui.translations import QT_TRANSLATE_NOOP


def _say(source: str) -> str:
    return QCoreApplication.translate("merge_asked", source)


def add_merge(sheet: Sheet, card: MergeCard) -> None:
    """Put the records onto the sheet, and every field in which they differ."""
    sheet.add_heading(_say(QT_TRANSLATE_NOOP("merge_asked", "What is asked")))
    stays = _say(QT_TRANSLATE_NOOP("merge_asked", "Stays"))
    goes = _say(QT_TRANSLATE_NOOP("merge_asked", "Goes into it"))
    sides = ((goes if number else stays, side) for number, side in enumerate(card.sides))
    sheet.add_facts([(name, _record(sheet, side)) for name, side in sides])
    differing = [field for field in card.fields if field.differs]
    if differing:
        sheet.add_heading(_say(QT_TRANSLATE_NOOP("merge_asked", "Where they differ")))
        sheet.add_facts([_field(sheet, card, field) for field in differing])


def _record(sheet: Sheet, side: Side) -> str:
    points = (
        word(sheet.desk, f"merge_points_{table}", count=count)
        for table, count in side.pointing.items()
    )
    return "\n".join(filter(None, (f"{side.code} {side.name}", side.phone, " · ".join(points))))


def _field(sheet: Sheet, card: MergeCard, field: FieldChoice) -> tuple[str, str]:
    """Every value, the one that stays marked."""
    lines = (
        ("● " if side.id == field.chosen else "○ ")
        + (shown_value(sheet.desk, field.field, value) or "–")
        for side, value in zip(card.sides, field.values, strict=True)
    )
    return word(sheet.desk, f"merge_field_{field.field}"), "\n".join(lines)

"""What is said about a version: who made it, how it differs, what confirming it means."""

from crm_desktop.domain.authority import TOP, Matrix
from crm_desktop.messages import explain
from crm_desktop.services.authority.matrices import MatrixVersion
from ui.authority.words import changed, title_of, translate
from ui.desk import Desk

NAMED = 4
"""So many differing rows are named; the table marks them all."""


def about(version: MatrixVersion, desk: Desk) -> str:
    """Since when, by whom, why, and who confirmed it."""
    since = translate("matrix_words", "In force from {0}").format(desk.day(version.effective_from))
    author = translate("matrix_words", "Author {0}").format(version.author)
    reason = translate("matrix_words", "Reason: {0}").format(version.reason)
    parts = (since, author if version.author else "", _confirmed(version, desk), reason)
    return "  ·  ".join(filter(None, parts))


def _confirmed(version: MatrixVersion, desk: Desk) -> str:
    if not version.confirmed_at:
        return translate("matrix_words", "Not confirmed yet")
    if version.alone:
        words = translate("matrix_words", "Confirmed alone by {0}")
    elif version.confirmed_by:
        words = translate("matrix_words", "Confirmed by {0}")
    else:
        words = translate("matrix_words", "Confirmed")
    return words.format(version.confirmed_by)


def difference(matrix: Matrix, against: Matrix | None, language: str) -> str:
    """How many rows differ from the version in force, and the first of them by name."""
    if against is None:
        return ""
    rows = changed(matrix, against)
    if not rows:
        words = translate("matrix_words", "No row differs from version {0}, which is in force.")
        return words.format(against.version)
    named = [f"{row.grade.name} {title_of(row, language)}" for row in rows[:NAMED]]
    if len(rows) > NAMED:
        named.append(translate("matrix_words", "and {0} more").format(len(rows) - NAMED))
    words = translate(
        "matrix_words", "Rows that differ from version {0}, which is in force: {1} ({2})"
    )
    return words.format(against.version, len(rows), ", ".join(named))


def unconfirmed(versions: tuple[MatrixVersion, ...], desk: Desk) -> str:
    """What holds until a matrix is in force, and what this person can do about it."""
    top = explain(TOP.title, desk.language)
    held = translate(
        "matrix_words",
        "No authority matrix is in force yet. Until then every grade below the top presents "
        "everything to the {0}.",
    ).format(top)
    ahead = [version for version in versions if version.ahead]
    if ahead:
        first = min(ahead, key=lambda version: version.effective_from)
        words = translate("matrix_words", "Version {0} is confirmed and begins on {1}.")
        return f"{held} {words.format(first.version, desk.day(first.effective_from))}"
    return f"{held} {_what_to_do(versions, desk)}"


def _what_to_do(versions: tuple[MatrixVersion, ...], desk: Desk) -> str:
    if not desk.may("matrix.confirm"):
        return translate("matrix_words", "Please ask the owner or a manager to confirm one.")
    if versions:
        return translate(
            "matrix_words",
            "Read each grade’s table below; if it is right, press “Confirm this version”. "
            "Otherwise press “Edit this row” on what is different in your shop.",
        )
    return translate(
        "matrix_words",
        "The program’s own rows are shown: press “Edit this row” on what is different in your "
        "shop, save it as a draft, and let a second person confirm it.",
    )


def question(version: MatrixVersion, desk: Desk, *, alone: bool) -> str:
    """What is asked before a version is confirmed."""
    words = translate(
        "matrix_words",
        "Version {0} decides from {1} on. Once confirmed it cannot be changed or taken back; "
        "a change is a new version.",
    ).format(version.version, desk.day(version.effective_from))
    if not alone:
        return words
    lonely = translate(
        "matrix_words",
        "You wrote it yourself and nobody else may confirm it: the record will say "
        "“confirmed alone”.",
    )
    return f"{words} {lonely}"

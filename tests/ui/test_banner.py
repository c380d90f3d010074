"""The authority banner says whose answer the paper needs, and in which order."""

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import (
    Band,
    Condition,
    Credit,
    Decider,
    Facts,
    Grade,
    Level,
    Matrix,
    MatrixState,
    Row,
    Step,
    decide,
)
from ui.papers.banner import AuthorityBanner


@pytest.mark.parametrize("level", [Level.CONSULT, Level.SUPERIOR])
@pytest.mark.parametrize("first", [(), (Step.CREDIT,)])
def test_the_banner_names_whoever_is_asked_first(
    qtbot: QtBot, level: Level, first: tuple[Step, ...]
) -> None:
    band = Band(level, Credit.OVERDUE, steps=(*first, Step.SUPERIOR))
    row = Row(
        "quotation.issue", Grade.G3, (Condition("credit", (Band(Level.OWN, Credit.OK), band)),)
    )
    officer = Decider(1, "Officer", Grade.G3, line=(Decider(2, "Somsri", Grade.G6),))
    facts = Facts(credit=frozenset({Credit.OVERDUE}))
    matrix = Matrix(1, (row,), MatrixState.CONFIRMED)
    banner = AuthorityBanner(lambda each: each.code)
    qtbot.addWidget(banner)
    banner.show_decision(decide("quotation.issue", officer, facts, matrix))
    words = banner.words.text()
    assert "Somsri" in words
    assert ("credit-finance" in words.partition("Somsri")[0]) == bool(first)

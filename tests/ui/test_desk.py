"""The bridge tells what changed, what was refused and that the database is gone."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import NotAllowed, Refused, Unavailable
from crm_desktop.services.authority.approvals import MarkSeen
from crm_desktop.services.people import ChangePassword
from tests.ui.fakes import Door
from ui import errors
from ui.desk import Desk
from ui.statusbar import Foot
from ui.tasks import Task, TaskBar, Tasks
from ui.theme import Theme
from ui.tokens import Tone

COMMAND = ChangePassword("old", "new")


def dialogs() -> list[errors.ProblemDialog]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, errors.ProblemDialog)]
    return [dialog for dialog in found if dialog.isVisible()]


def test_a_command_without_an_answer_is_not_mistaken_for_a_refusal(desk: Desk, door: Door) -> None:
    door.answer = None
    assert desk.execute(COMMAND) is True


def test_a_refusal_without_a_form_is_said_at_the_foot(qtbot: QtBot, desk: Desk, door: Door) -> None:
    door.answer = Refused("paper_empty")
    with qtbot.waitSignal(desk.said) as said:
        assert desk.execute(COMMAND) is None
    assert said.args == [desk.explain(door.answer), Tone.STOP]


def test_the_desk_says_once_that_the_database_is_gone_and_once_that_it_is_back(
    desk: Desk, door: Door
) -> None:
    told: list[bool] = []
    desk.reachable.connect(told.append)
    door.gone = True
    for _ in range(3):
        desk.look_around()
    with pytest.raises(Unavailable):
        desk.read(lambda context: 1)  # type: ignore[arg-type]
    door.gone = False
    desk.look_around()
    assert told == [False, True]


def test_a_save_that_a_busy_database_did_not_take_is_told_though_it_answers_again_at_once(
    desk: Desk, door: Door
) -> None:
    said: list[tuple[str, Tone]] = []
    desk.said.connect(lambda words, tone: said.append((words, tone)))
    door.gone = True
    assert desk.execute(COMMAND) is None
    door.gone = False
    desk.look_around()
    [(words, tone)] = said
    assert words
    assert tone is Tone.STOP


def test_work_that_waited_too_long_for_another_writer_does_not_call_the_database_lost(
    qtbot: QtBot, desk: Desk
) -> None:
    told: list[bool] = []
    desk.reachable.connect(told.append)

    def work(*_: object) -> None:
        raise Unavailable("database_locked")

    with qtbot.waitSignal(desk.said) as said:
        desk.beside(work, print)
    assert said.args == [desk.explain(Unavailable("database_locked")), Tone.STOP]
    assert told == []


def test_what_others_change_is_told_to_the_screens(qtbot: QtBot, desk: Desk, door: Door) -> None:
    door.others_changed = frozenset({"request"})
    desk._poll.setInterval(5)
    with qtbot.waitSignal(desk.changed) as changed:
        desk.login("somsri", "demo")
    assert changed.args == [frozenset({"request"})]


def test_what_i_change_is_told_to_the_screens(qtbot: QtBot, desk: Desk, door: Door) -> None:
    with qtbot.waitSignal(desk.changed) as changed:
        door.listeners[0](frozenset({"customer"}))
    assert changed.args == [frozenset({"customer"})]


def test_an_idle_desk_asks_for_the_lock_and_typing_puts_it_off(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk.watch(window)
    desk.login("somsri", "demo")
    desk.idle_after(1)
    assert desk._still.interval() == 60_000
    desk._still.setInterval(30)
    desk._still.stop()
    with qtbot.waitSignal(desk.idle):
        desk._still.start()
    assert not desk._still.isActive()
    desk._still.setTimerType(Qt.TimerType.PreciseTimer)
    desk._still.setInterval(60_000)
    desk._still.start()
    qtbot.waitUntil(lambda: desk._still.remainingTime() < 59_995)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert desk._still.remainingTime() >= 59_995


def test_an_unexpected_error_shows_one_calm_dialog_that_can_be_copied(
    qtbot: QtBot, desk: Desk, door: Door, theme: Theme
) -> None:
    door.answer = ZeroDivisionError("by nobody")
    assert desk.execute(COMMAND) is None
    assert desk.execute(COMMAND) is None
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    [dialog] = dialogs()
    dialog.copy.click()
    assert "ZeroDivisionError: by nobody" in QGuiApplication.clipboard().text()
    dialog.accept()


def test_a_database_that_is_gone_is_no_problem_dialog(theme: Theme) -> None:
    error = Unavailable("database_gone")
    errors._uncaught(errors.report, Unavailable, error, None)
    assert dialogs() == []


def test_work_runs_beside_the_window_and_answers_in_it(qtbot: QtBot, desk: Desk) -> None:
    threads: list[bool] = []
    answers: list[Any] = []
    main = threading.main_thread()
    desk.tasks.run(
        lambda task: threading.current_thread() is not main,
        lambda answer: (threads.append(threading.current_thread() is main), answers.append(answer)),
    )
    qtbot.waitUntil(lambda: answers == [True])
    assert threads == [True]


def test_a_failure_of_the_work_comes_back_as_an_error(qtbot: QtBot, desk: Desk) -> None:
    failures: list[Exception] = []

    def work(task: Task) -> None:
        raise ValueError("bad file")

    desk.tasks.run(work, failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert str(failures[0]) == "bad file"


def test_work_that_takes_long_shows_a_bar_and_can_be_cancelled(
    qtbot: QtBot, theme: Theme, desk: Desk
) -> None:
    bar = TaskBar(desk.tasks)
    qtbot.addWidget(bar)
    bar._later.setInterval(120)
    done: list[Any] = []
    stop = threading.Event()

    def work(task: Task) -> int:
        task.report(1, 10)
        stop.wait(10)
        return 1 if not task.cancelled else 0

    task = desk.tasks.run(work, done.append)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(bar.cancel.isVisible)
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert task.cancelled
    assert not bar.isVisible()
    stop.set()
    desk.tasks.finish()
    qtbot.waitUntil(lambda: not desk.tasks._running)
    assert done == []


def test_papers_are_made_one_at_a_time(qtbot: QtBot, qapp: QApplication) -> None:
    tasks = Tasks()
    at_once: list[int] = []
    running = [0]
    done: list[Any] = []

    def work(task: Task) -> None:
        running[0] += 1
        at_once.append(running[0])
        running[0] -= 1

    for _ in range(20):
        tasks.run(work, done.append, paper=True)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert max(at_once) == 1


def test_layout_is_one_persons_own(tmp_path: Path, desk: Desk) -> None:
    desk.state.put("place", "customers")
    assert desk.state.text("place") == "customers"
    assert desk.state.of(99).text("place", "today") == "today"


def test_a_record_of_another_branch_is_refused_in_a_sentence_and_not_as_a_problem(
    qtbot: QtBot, desk: Desk
) -> None:
    refusal = NotAllowed("other_branch", permission="quotation.read")
    with qtbot.waitSignal(desk.said) as said:
        errors._uncaught(desk.refuse, NotAllowed, refusal, None)
    assert said.args == [desk.explain(refusal), Tone.STOP]
    assert dialogs() == []


def test_one_screen_counts_the_years_in_one_era(desk: Desk) -> None:
    day = date(2026, 11, 22)
    assert (desk.long_day(day), desk.day(day)) == ("22/11/2569", "22/11/2569")
    desk.speak("th")
    assert desk.long_day(day) == "22 พฤศจิกายน 2569"


def test_a_single_draft_is_one_draft(qtbot: QtBot, theme: Theme, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    foot = Foot(desk, "01", "SQLite", window)
    person = desk.actor.person_id
    for key, words in (("customer:1", "1 unsent draft"), ("customer:2", "2 unsent drafts")):
        desk.drafts.save(person, key, {"name": "x"}, "x")
        foot.tell_drafts()
        assert foot.drafts.text() == words


def test_nobody_takes_back_what_the_person_before_did(desk: Desk, door: Door) -> None:
    door.reverse = COMMAND
    desk.execute(COMMAND)
    desk.logout()
    with pytest.raises(NotAllowed):
        assert desk.actor
    desk.undo()
    assert door.executed == [COMMAND]


def test_who_takes_over_at_a_locked_desk_takes_back_nothing_of_the_other(
    desk: Desk, door: Door
) -> None:
    door.reverse = COMMAND
    desk.execute(COMMAND)
    desk.login("wichai", "demo")
    desk.undo()
    assert door.executed == [COMMAND]


def test_an_answer_that_the_window_marks_as_read_takes_no_undo_away(desk: Desk, door: Door) -> None:
    door.reverse = COMMAND
    desk.execute(COMMAND)
    door.reverse = None
    desk.execute(MarkSeen(1))
    desk.undo()
    assert door.executed == [COMMAND, MarkSeen(1), COMMAND]

"""The report for the systems department tells what the program did, and nobody's name."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop import log, paths
from crm_desktop.domain.errors import Refused
from crm_desktop.services import problem
from tests.services.desk import Desk, desk

__all__ = ["desk"]

CUSTOMER = "นาย สมชาย ใจดี"
SECRETS = (CUSTOMER, "Somchai", "0812345678", "1112034563562", "somchai@example.com")


def crash(words: str) -> str:
    """The reference of an error whose message and cause name somebody."""
    try:
        try:
            raise Refused("customer_taken", name=words)
        except Refused as refusal:
            raise ValueError(f"{words} cannot be read") from refusal
    except ValueError as error:
        return log.unexpected(error)


@pytest.fixture
def own_log() -> Iterator[None]:
    """The log is opened once in a process; what a test writes shall be where its home is."""

    def shut() -> None:
        for handler in list(log.logger.handlers):
            log.logger.removeHandler(handler)
            handler.close()

    shut()
    yield
    shut()


@pytest.mark.usefixtures("own_log")
def test_the_log_goes_with_a_report_without_a_word_of_any_customer() -> None:
    for secret in SECRETS:
        reference = crash(f"{secret}\n{secret}\nValueError: {secret}\nTraceback {secret}")
    told = problem.log_tail()
    assert reference in told
    assert "in crash" in told
    assert "ValueError: •" in told
    assert str(Path.home()) not in told
    for secret in SECRETS:
        assert secret not in told


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=["Cs"]))))
def test_no_line_that_is_not_known_to_be_harmless_leaves_the_shop(lines: list[str]) -> None:
    marked = [f"{line}ลูกค้า" for line in lines]
    assert "ลูกค้า" not in "".join(problem.scrubbed(marked))


def test_a_folder_that_bears_somebodys_name_is_not_told() -> None:
    line = '  File "C:\\Users\\สมชาย\\desk\\ui\\app.py", line 12, in main'
    assert list(problem.scrubbed([line])) == ['  File "ui/app.py", line 12, in main']


def test_how_the_desk_is_set_goes_with_it_and_not_whose_desk_it_is(desk: Desk) -> None:
    told = json.dumps(desk.officer.read(problem.operating), ensure_ascii=False)
    assert "quotation_valid_days" in told
    for name in ("name_th", "tax_number", "address", "promptpay", "host", "user", "password"):
        assert f'"{name}' not in told


def test_where_the_database_lies_is_not_told(desk: Desk) -> None:
    url = desk.store.url
    told = json.dumps(problem.findings(url))
    assert "schema" in told
    assert url.rpartition("/")[2] not in told


def test_a_report_is_one_file_and_never_half_of_one(tmp_path: Path) -> None:
    files = problem.report("หน้าจอค้าง", {"qt": "6"}, {"shop": {}}, "")
    problem.write(tmp_path / "report.zip", files)
    with zipfile.ZipFile(tmp_path / "report.zip") as packed:
        assert packed.testzip() is None
        assert packed.read("what-happened.txt").decode() == "หน้าจอค้าง\n"
    with pytest.raises(IsADirectoryError):
        problem.write(tmp_path, files)
    assert [each.name for each in tmp_path.iterdir()] == ["report.zip"]


def test_a_pc_on_which_nothing_ever_went_wrong_has_a_report_all_the_same() -> None:
    assert not paths.log_file().exists()
    assert problem.log_tail() == ""

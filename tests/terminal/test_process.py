"""`crm` as the shell sees it: a process with a start-up time, pipes and a locale."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DECIDE = ("decide", "quotation.issue", "--grade", "G3", "--amount", "60000", "--shipped")
HEAVY = {"peewee", "psycopg", "reportlab", "uharfbuzz", "geothai", "phonenumbers", "openpyxl"}


def crm(
    *words: str, text: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crm_desktop", *words],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_python_m_crm_desktop_is_crm() -> None:
    done = crm("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "crm")


@pytest.mark.parametrize("words", [("--help",), DECIDE])
def test_a_short_answer_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    code = (
        "import sys; from crm_desktop.cli import main; status = main(sys.argv[1:]);"
        "print(status, *sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    status, *loaded = done.stderr.split()
    assert status == "0"
    assert not HEAVY & set(loaded)


def test_help_is_there_before_one_looks_up() -> None:
    floor = _seconds("-c", "import argparse, gettext, decimal, dataclasses")
    assert _seconds("-m", "crm_desktop", "--help") < 3 * floor + 0.1


def _seconds(*arguments: str) -> float:
    """The best of three: how long a Python takes for it on this machine in this minute."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
        taken.append(time.perf_counter() - began)
    return min(taken)


def test_thai_comes_out_whole_under_a_locale_that_has_none() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LANG": ""}
    done = crm(*DECIDE, environment=plain)
    assert "อำนาจ" in json.loads(done.stdout)["sentences"][0]


def test_a_reader_that_leaves_early_is_no_accident() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "crm_desktop", "commands"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), told) == (0, b"")


def test_without_a_terminal_a_missing_password_is_a_sentence(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    assert crm("migrate", "--database", url).returncode == 0
    process = subprocess.run(
        [sys.executable, "-m", "crm_desktop", "search", "x", "--as", "x", "--database", url],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        start_new_session=True,
        check=False,
    )
    assert process.returncode == 1
    assert "CRM_PASSWORD" in process.stderr
    assert "Traceback" not in process.stderr


def test_run_reads_standard_input() -> None:
    done = crm("run", "customer.note", "--json", text="{not json", environment={"LANG": "en"})
    assert done.returncode == 1
    assert json.loads(done.stderr)["refused"] == "wire_not_json"

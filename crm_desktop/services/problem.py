"""A report for the systems department: what the program is and did, nothing of any customer.

What may go in is said line by line; whatever is not known to be harmless is left out.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crm_desktop import paths
from crm_desktop.exchange.placing import place
from crm_desktop.services import settings
from crm_desktop.services.authority.matrices import in_force
from crm_desktop.services.health import Finding, examine
from crm_desktop.services.look import LOOK
from crm_desktop.services.mailing import MAIL
from crm_desktop.services.registry import Context, query

Report = Mapping[str, str]
"""Files of the report by name."""

LOG_TAIL_BYTES = 200_000
LEFT_OUT = "•"
COUNTED = ("customer", "product", "document", "request", "visit", "person", "branch")
OPERATING = (
    *("quotation_valid_days", "prices_include_vat", "follow_up_satang", "follow_up_after"),
    *("follow_up_before_expiry", "follow_up_on_expiry", "split_days", "idle_lock_minutes"),
    *("back_order_deposit_percent", "special_order_deposit_percent", "promise_risk_days"),
    *("storage_free_days", "storage_percent_per_day", "number_pattern", "vat_rates", "demo"),
)
"""What of the shop's settings says how the desk works, and nothing of who the shop is."""
SHAPED = ("style", "page_size", "receipt_size", "letterhead_mm", "sets", "finder")
POSTED = ("on", "port", "security")
OURS = ("site-packages", "crm_desktop", "ui", "tools")

_ENTRY = re.compile(
    r"(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?P<level>[A-Z]+) (?P<what>E-[2-9A-Z]{5}\b)?"
)
_PLACE = re.compile(r'  File "(?P<file>[^"]*)", line (?P<line>\d+), in (?P<name>[\w.<>]+)\s*')
_ERROR = re.compile(
    r"(?:\w+\.)*(?:\w*(?:Error|Exception|Warning|Interrupt|Exit)|Refused|WrongState|NeedsApproval|"
    r"Stale|NotAllowed|Unavailable)(?::|\s*$)",
    re.ASCII,
)
_BETWEEN = (
    "Traceback (most recent call last):",
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)


def scrubbed(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a log as they may leave the shop: when, how bad, its reference, which error at
    which place of the program; never a message, for that may name anybody."""
    for line in lines:
        place_of = _PLACE.fullmatch(line.rstrip("\n"))
        if place_of:
            file, number, name = place_of.groups()
            yield f'  File "{_known_part(file)}", line {number}, in {name}'
        elif entry := _ENTRY.match(line):
            yield " ".join(filter(None, (entry["when"], entry["level"], entry["what"])))
        elif line.strip() in _BETWEEN:
            yield line.strip()
        elif not line.startswith(" ") and (error := _ERROR.match(line)):
            yield f"{error[0].strip().rstrip(':')}: {LEFT_OUT}"


def _known_part(file: str) -> str:
    """The path from the package on: what stands before may be somebody's name."""
    parts = re.split(r"[/\\]", file)
    begins = [at for at, part in enumerate(parts) if part in OURS]
    return "/".join(parts[begins[-1] :]) if begins else parts[-1]


def log_tail() -> str:
    """The end of this PC's log, scrubbed; "" where nothing was ever written."""
    file = paths.log_file()
    if not file.is_file():
        return ""
    with file.open("rb") as log:
        log.seek(max(0, file.stat().st_size - LOG_TAIL_BYTES))
        text = log.read().decode("utf-8", errors="replace")
    return "".join(f"{line}\n" for line in scrubbed(text.splitlines()))


@query("settings.read")
def operating(context: Context) -> dict[str, Any]:
    """How the desk is set and how large it is: no name, number or address among it."""
    shop = asdict(settings.load_shop(context)[0])
    look, mail = settings.load(context, LOOK)[0], settings.load(context, MAIL)[0]
    return {
        "shop": {name: shop[name] for name in OPERATING},
        "look": {name: look[name] for name in SHAPED if name in look},
        "mail": {name: mail[name] for name in POSTED if name in mail},
        "matrix": in_force(context).version,
        "largest_id": {table: _largest(context, table) for table in COUNTED},
        "actor": {"roles": sorted(context.actor.roles), "grade": context.actor.grade},
    }


def _largest(context: Context, table: str) -> int:
    """About how many there are; counting a million would take its time."""
    row = context.store.database.execute_sql(f'SELECT max(id) FROM "{table}"').fetchone()
    return int(row[0] or 0)


def findings(url: str) -> dict[str, Any]:
    """What `crm doctor` finds; not where the database is, for a path may be somebody's name."""
    return {each.subject: _found(each) for each in examine(url)}


def _found(finding: Finding) -> str:
    told = () if finding.subject == "database" else (finding.found,)
    return " ".join(filter(None, (*told, finding.code)))


def report(told: str, program: Mapping[str, Any], desk: Mapping[str, Any], log: str) -> Report:
    """The files of a report: what the person wrote, the program's versions, the desk, the log."""
    return {
        "what-happened.txt": told.strip() + "\n",
        "program.json": _text(program),
        "desk.json": _text(desk),
        "log.txt": log,
    }


def write(path: Path, files: Report) -> None:
    """The report as one ZIP, whole or not at all; OSError where it cannot be."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    place(packed.getvalue(), path).keep()


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"

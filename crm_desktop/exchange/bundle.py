"""Several files in one ZIP, as every PC opens it by itself."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crm_desktop.domain.errors import Refused


def write_bundle(
    path: Path,
    entries: Iterable[tuple[str, bytes]],
    day: date,
    step: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the entries in their order under the day; Refused `file_unwritable`."""
    try:
        with ZipFile(path, "w", ZIP_DEFLATED) as bundle:
            for number, (name, content) in enumerate(entries):
                entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
                entry.compress_type = ZIP_DEFLATED
                bundle.writestr(entry, content)
                step(number)
    except OSError as problem:
        told = problem.strerror or str(problem)
        raise Refused("file_unwritable", path=str(path.parent), problem=told) from None

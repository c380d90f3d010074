"""Compiles what the program reads its sentences from; does nothing when nothing changed.

crm_desktop/messages/<language>.po and <language>/*.po become crm_desktop/messages/<language>.mo,
and resources/i18n/th/*.ts become resources/i18n/crm_th.qm. Run by tools/dev.py in `.venv`.
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import PySide6
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "crm_desktop" / "messages"
LANGUAGES = ("th", "en")
QT_SOURCES = ROOT / "resources" / "i18n" / "th"
QT_TARGET = ROOT / "resources" / "i18n" / "crm_th.qm"
STAMPS = ROOT / "build"


def qt_tool(name: str) -> Path:
    """A translation program out of PySide6's own wheel."""
    folder = Path(PySide6.__file__).parent
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def parts(language: str) -> list[Path]:
    """The catalogue files of one language; each part of the program has its own."""
    return sorted([*MESSAGES.glob(f"{language}.po"), *(MESSAGES / language).glob("*.po")])


def read(path: Path) -> Catalog:
    """One catalogue file; a syntax error in it is an error here, not a lost sentence."""
    with path.open("rb") as source:
        return read_po(source, locale=path.stem if path.parent == MESSAGES else path.parent.name,
                       charset="utf-8", abort_invalid=True)  # fmt: skip


def merged(language: str) -> Catalog:
    """All parts of one language; an id in two parts is refused, for one would silently win."""
    whole = Catalog(locale=language, charset="utf-8", fuzzy=False)
    seen: dict[str, Path] = {}
    for path in parts(language):
        for message in read(path):
            code = str(message.id)
            if not code:
                continue
            if code in seen:
                raise SystemExit(f"{path}: “{code}” stands in {seen[code]} too")
            seen[code] = path
            whole.add(code, message.string, flags=message.flags)
    return whole


def compile_messages(language: str) -> None:
    """Write <language>.mo in one step, so that a running program never reads half of it."""
    target = MESSAGES / f"{language}.mo"
    half = target.with_suffix(".mo.new")
    with half.open("wb") as out:
        write_mo(out, merged(language))
    half.replace(target)


def compile_qt() -> None:
    """Merge every window's texts into the one file that Qt loads; a running program has the old
    one mapped, so it is put aside whole."""
    sources = sorted(QT_SOURCES.glob("*.ts"))
    if sources:
        half = QT_TARGET.with_suffix(".new.qm")
        command = [str(qt_tool("lrelease")), "-silent", *map(str, sources), "-qm", str(half)]
        subprocess.run(command, check=True)
        half.replace(QT_TARGET)


def digest(paths: Iterable[Path]) -> str:
    """Names and contents of the sources in one figure."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path}\n".encode() + path.read_bytes())
    return whole.hexdigest()


def main() -> None:
    """Compile each language and the windows' texts where their sources changed."""
    STAMPS.mkdir(exist_ok=True)
    jobs: list[tuple[str, list[Path], Path, Callable[[], None]]] = [
        (code, parts(code), MESSAGES / f"{code}.mo", partial(compile_messages, code))
        for code in LANGUAGES
    ]
    jobs.append(("windows", sorted(QT_SOURCES.glob("*.ts")), QT_TARGET, compile_qt))
    for name, sources, target, make in jobs:
        stamp = STAMPS / f"texts-{name}.stamp"
        now = digest(sources)
        if not (target.is_file() and stamp.is_file() and stamp.read_text("utf-8") == now):
            make()
            stamp.write_text(now, "utf-8")


if __name__ == "__main__":
    main()

"""Fails when a window's text has no finished Thai, or a code has no sentence in both languages.

Run by `make lint` in `.venv`; every fault is one line: where, what.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import translations

ROOT = translations.ROOT
CODE_FOLDERS = ("crm_desktop", "ui")
# Calls whose first argument, where it is written out, is the id of a sentence.
SPEAKERS = frozenset(
    {"Refused", "WrongState", "NeedsApproval", "Stale", "NotAllowed", "Unavailable", "Reason"}
    | {"sentence"}
)

Key = tuple[str, str, str]  # context, English source, comment


def fields(text: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# ---------------------------------------------------------------- texts of the windows


def texts(path: Path) -> Iterator[tuple[Key, ElementTree.Element]]:
    """Every message of one .ts file with its translation element."""
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            found = message.find("translation")
            yield key, found if found is not None else ElementTree.Element("translation")


def extracted() -> set[Key]:
    """What the windows say in English today, by Qt's own extractor."""
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "today.ts"
        command = [str(translations.qt_tool("lupdate")), "-silent", *sources, "-ts", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return {key for key, _ in texts(target)} if target.exists() else set()


def translation_fault(source: str, translation: ElementTree.Element) -> str | None:
    """What is wrong with one Thai text; None when it is finished."""
    forms = [form.text or "" for form in translation.iter("numerusform")]
    for form in forms or [translation.text or ""]:
        if translation.get("type") == "unfinished" or not form.strip():
            return "unfinished"
        if fields(form) != fields(source):
            return "other {placeholders} than the English"
    return None


def window_faults() -> Iterator[str]:
    """Texts that are missing, unfinished, vanished or written twice differently."""
    wanted, seen = extracted(), dict[Key, str | None]()
    for path in sorted(translations.QT_SOURCES.glob("*.ts")):
        place = path.relative_to(ROOT)
        for key, translation in texts(path):
            context, source, _ = key
            fault = translation_fault(source, translation)
            if key not in wanted or translation.get("type") in {"vanished", "obsolete"}:
                fault = "vanished from the program"
            elif key in seen and seen[key] != translation.text:
                fault = "translated differently in two files"
            if fault:
                yield f"{place}: {context}: “{source}”: {fault}"
            seen[key] = translation.text
    for context, source, _ in sorted(wanted - seen.keys()):
        yield f"ui: {context}: “{source}”: no Thai in {translations.QT_SOURCES.relative_to(ROOT)}"


# ---------------------------------------------------------------- sentences of the core


def sentences(language: str) -> dict[str, str]:
    """Finished sentences of one language by their code."""
    return {
        str(message.id): str(message.string)
        for message in translations.merged(language)
        if message.id and message.string and not message.fuzzy
    }


def catalogue_faults(thai: dict[str, str], english: dict[str, str]) -> Iterator[str]:
    """Codes that one language lacks, or whose two sentences take different values."""
    for code in sorted(english.keys() - thai.keys()):
        yield f"messages: {code}: no Thai sentence"
    for code in sorted(thai.keys() - english.keys()):
        yield f"messages: {code}: no English sentence"
    for code in sorted(thai.keys() & english.keys()):
        if fields(thai[code]) != fields(english[code]):
            yield f"messages: {code}: different {{placeholders}} in Thai and English"


def spoken_codes(path: Path) -> Iterator[tuple[int, str]]:
    """(line, code) of every call in one file that names a sentence outright."""
    speakers = SPEAKERS | ({"say"} if path.parent.name == "terminal" else set())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        if name in speakers and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, first.value


def code_faults(known: Iterable[str]) -> Iterator[str]:
    """Codes used in the program without a sentence."""
    sayable = set(known)
    for folder in CODE_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for line, code in spoken_codes(path):
                if code not in sayable:
                    yield f"{path.relative_to(ROOT)}:{line}: {code}: no sentence"


def main() -> int:
    """Print every fault; the exit status says whether there is one."""
    thai, english = sentences("th"), sentences("en")
    faults = [
        *window_faults(),
        *catalogue_faults(thai, english),
        *code_faults(thai.keys() | english.keys()),
    ]
    for fault in faults:
        print(fault)
    print(f"translations: {len(faults)} faults" if faults else "translations: complete")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

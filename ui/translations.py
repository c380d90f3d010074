"""The words of the windows: written in English in the code, Thai from one compiled catalogue.

The language belongs to the person. It is set before that person's windows are made, and a change
of person makes new windows; nothing has to translate itself again while it is open.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import resource

CATALOGUE = "i18n/crm_th.qm"
SOURCES = "i18n/th"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text of a table for pyside6-lupdate, which looks for this name (Qt's is untyped)."""
    return text


class Translations:
    """Switches the program between Thai and English."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._thai = QTranslator()
        self._thai.load(str(catalogue()))
        self.language = "en"

    def use(self, language: str) -> None:
        """Make `language` ("th" or "en") the language of all windows made from now on."""
        self.language = language
        self._application.removeTranslator(self._thai)
        if language == "th":
            self._application.installTranslator(self._thai)
        territory = QLocale.Language.Thai if language == "th" else QLocale.Language.English
        QLocale.setDefault(QLocale(territory, QLocale.Country.Thailand))

    def both(self, context: str, text: str) -> str:
        """The words in Thai and English together, for a search that takes either."""
        return f"{self._thai.translate(context, text)} {text}".strip()


def catalogue() -> Path:
    """The compiled catalogue, made anew first where a source is newer and the compiler is here."""
    target = resource(CATALOGUE)
    sources = sorted(resource(SOURCES).glob("*.ts"))
    newest = max((source.stat().st_mtime for source in sources), default=0.0)
    if not target.exists() or target.stat().st_mtime < newest:
        compile_catalogue(target, sources)
    return target


def compile_catalogue(target: Path, sources: list[Path]) -> None:
    """Compile all `.ts` into one `.qm`; without the compiler the old one stays."""
    compiler = _compiler()
    if compiler is None or not sources:
        return
    names = [str(source) for source in sources]
    subprocess.run(
        [compiler, "-silent", *names, "-qm", str(target)], check=True, capture_output=True
    )


def _compiler() -> str | None:
    package = Path(PySide6.__file__).parent
    for folder in (package, package / "Qt" / "libexec", Path(sys.executable).parent):
        for name in ("lrelease", "lrelease.exe", "pyside6-lrelease"):
            if (folder / name).is_file():
                return str(folder / name)
    return shutil.which("pyside6-lrelease")


if __name__ == "__main__":
    compile_catalogue(resource(CATALOGUE), sorted(resource(SOURCES).glob("*.ts")))

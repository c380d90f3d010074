"""The words of the windows: written in English in the code, Thai from one compiled catalogue.

The language belongs to the person. It is set before that person's windows are made, and a change
of person makes new windows; nothing has to translate itself again while it is open.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import resource

CATALOGUE = "i18n/crm_th.qm"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text of a table for pyside6-lupdate, which looks for this name (Qt's is untyped)."""
    return text


class Translations:
    """Switches the program between Thai and English."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._thai = QTranslator()
        self._thai.load(str(resource(CATALOGUE)))
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

"""The words that stand on every paper, in the paper's own language rather than the screen's."""

from datetime import date
from typing import Any

from crm_desktop.domain.baht_text import baht_text, baht_text_english
from crm_desktop.domain.dates import format_date
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.printing.paper import Language

HEAD_OFFICE = "00000"


class Labels:
    """Labels in one language or in both, Thai first."""

    def __init__(self, language: Language, era: str = "buddhist") -> None:
        self.languages = ("th", "en") if language == "both" else (language,)
        self.era = era

    def __call__(self, label: str, joint: str = " / ", **values: Any) -> str:
        """The label on one line; on a paper in both languages the English follows `joint`."""
        return joint.join(dict.fromkeys(self.each(label, **values)))

    def each(self, label: str, **values: Any) -> tuple[str, ...]:
        """The label once per language, Thai first."""
        return tuple(
            sentence(f"paper_{label}", language, self._era(language), **values)
            for language in self.languages
        )

    def day(self, day: date) -> str:
        """A date in full; on a paper in both languages 22/11/2569 (22/11/2026)."""
        if len(self.languages) == 1:
            return format_date(day, self.languages[0], self.era, long=True)
        return f"{format_date(day, 'th', self.era)} ({format_date(day, 'en', 'gregorian')})"

    def short_day(self, day: date) -> str:
        """A date as a column holds it; on a paper in both languages each in its own era."""
        if len(self.languages) > 1:
            return self.day(day)
        return format_date(day, self.languages[0], self._era(self.languages[0]))

    def _era(self, language: str) -> str:
        return self.era if language == "th" else "gregorian"

    def words(self, amount: Money) -> tuple[str, ...]:
        """The amount in words, once per language."""
        spell = {"th": baht_text, "en": baht_text_english}
        return tuple(spell[language](amount) for language in self.languages)

    def branch(self, code: str) -> str:
        """A branch as the Revenue Department wants it named; empty for those without one."""
        if not code:
            return ""
        return self("head_office") if code == HEAD_OFFICE else self("branch", number=code)

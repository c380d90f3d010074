"""How long personal data are kept, and when a paper may let go of its names (PDPA B.E. 2562)."""

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.kinds import KINDS

LONGEST = 10
PAPERS = (5, 7)
"""The Accounting Act B.E. 2543, section 14: five years, and up to seven where it is so ordered."""
REASONS = ("asked", "retention", "mistake")
"""Why somebody is anonymised. A choice, for a sentence in words would be personal again."""

_OVER = {
    "QT": {"accepted", "expired"},
    "PR": {"received"},
    "DP": {"applied", "refunded", "forfeited", "transferred", "used_up"},
    "CM": {"merged"},
}
OVER = {code: kind.states.finals | _OVER.get(code, set()) for code, kind in KINDS.items()}
"""By kind, the states in which nobody owes anybody anything because of the paper."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Years: since the last contact of a customer who bought, of one who only asked, since a file
    was hung on a paper, and to the end of which year papers keep what was printed."""

    customers_years: int = 3
    enquiries_years: int = 2
    files_years: int = 1
    papers_years: int = 5

    def paper_kept_until(self, day: date) -> date:
        """The last day on which a paper of that day keeps its names: books close with the year."""
        return date(day.year + self.papers_years, 12, 31)


def years_before(day: date, years: int) -> date:
    """The same day so many years ago; 29 February is told as the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)

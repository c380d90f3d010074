"""The route of a day as frozen values.

Nothing here loads ReportLab, so services may import it freely.
"""

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.money import Money
from crm_desktop.printing.paper import AnyPaper


@dataclass(frozen=True)
class OpenOffer:
    """A quotation that the customer has not answered: what it comes to, until when it holds, when
    it is to be spoken of again."""

    number: str
    amount: Money
    valid_until: date
    follow_up_on: date | None


@dataclass(frozen=True)
class RouteStop:
    """One door, in the language of the sheet; `last` says what came of the last visit, `promised`
    what was promised there."""

    place: int
    time: str
    customer: str
    how: str
    purpose: str
    zone: str
    address: str
    contact: str
    last: str
    promised: str
    offers: tuple[OpenOffer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RouteSheet(AnyPaper):
    """An officer's stops of the day `dated`, with room to write beside each."""

    kind: str = "RS"
    stops: tuple[RouteStop, ...] = ()

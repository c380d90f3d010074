"""How long personal data are kept here, as the shop decides it."""

from dataclasses import asdict, dataclass, fields
from typing import ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.privacy import LONGEST, PAPERS, Terms
from crm_desktop.services import settings
from crm_desktop.services.registry import Command, Context, handles, query

PRIVACY = "privacy"


@dataclass(frozen=True)
class SaveTerms(Command[None]):
    """Replaces the periods; nobody is anonymised by it."""

    name: ClassVar[str] = "privacy.save"
    version: int
    terms: Terms


@handles(SaveTerms)
def save_terms(context: Context, command: SaveTerms) -> None:
    """Refused `years_out_of_range` at the field; of papers the law says the least and the most."""
    for each in fields(Terms):
        least, most = PAPERS if each.name == "papers_years" else (1, LONGEST)
        if not least <= getattr(command.terms, each.name) <= most:
            raise Refused("years_out_of_range", each.name, least=least, most=most)
    old, known = terms_and_version(context)
    settings.store(context, PRIVACY, command.version, asdict(command.terms))
    context.reversible(command, SaveTerms(known + 1, old))


@query("privacy.export")
def terms_and_version(context: Context) -> tuple[Terms, int]:
    """The periods in force, with the version that a save must name."""
    value, version = settings.load(context, PRIVACY)
    return Terms(**value), version

"""What customers agreed to, by purpose; every yes and no stays."""

from dataclasses import dataclass
from typing import ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.services.customers.customer_values import CHANNELS, PURPOSES
from crm_desktop.services.registry import Command, Context, handles


@dataclass(frozen=True)
class GiveConsent(Command[None]):
    """The customer agrees to a purpose under a version of the text."""

    name: ClassVar[str] = "customer.consent"
    customer_id: int
    purpose: str
    text_version: str
    channel: str


@dataclass(frozen=True)
class WithdrawConsent(Command[None]):
    """The customer takes the consent to a purpose back."""

    name: ClassVar[str] = "customer.withdraw"
    permission: ClassVar[str] = "customer.consent"
    customer_id: int
    purpose: str
    channel: str


@handles(GiveConsent)
def give_consent(context: Context, command: GiveConsent) -> None:
    """Adds the yes; the yeses and noes before it stay."""
    if not command.text_version.strip():
        raise Refused("consent_text_needed", "text_version")
    _consent(context, command, command.text_version.strip(), given=True)


@handles(WithdrawConsent)
def withdraw_consent(context: Context, command: WithdrawConsent) -> None:
    """Adds the no under the text that was agreed to; Refused `consent_not_given` without one."""
    consent = context.t.customer_consent
    last = (
        consent.select(consent.c.given, consent.c.text_version)
        .where(consent.c.customer_id == command.customer_id, consent.c.purpose == command.purpose)
        .order_by(consent.c.id.desc())
        .limit(1)
    )
    for given, text_version in last.tuples():
        if given:
            _consent(context, command, text_version, given=False)
            return
    raise Refused("consent_not_given", "purpose")


def _consent(
    context: Context, command: GiveConsent | WithdrawConsent, text_version: str, *, given: bool
) -> None:
    for field, allowed in (("purpose", PURPOSES), ("channel", CHANNELS)):
        if getattr(command, field) not in allowed:
            raise Refused("bad_choice", field, value=getattr(command, field))
    context.row("customer", command.customer_id)
    values = {
        "customer_id": command.customer_id,
        "purpose": command.purpose,
        "text_version": text_version,
        "channel": command.channel,
        "given": int(given),
        "at": context.moment,
        "by_id": context.actor.person_id,
    }
    event = "consent_given" if given else "consent_withdrawn"
    context.insert("customer_consent", event, **values)
    context.tell(
        "customer", command.customer_id, event, command.customer_id, purpose=command.purpose
    )

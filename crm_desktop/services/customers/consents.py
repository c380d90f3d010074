"""What customers agreed to, by purpose; every yes and no stays.

Where records were merged, what the strictest of them had said counts until the customer says
something new.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.services.customers import completeness
from crm_desktop.services.customers.aliases import held_living
from crm_desktop.services.customers.customer_values import CHANNELS, PURPOSES
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.store import bulk

WORD = ("purpose", "given", "text_version", "channel", "at", "by_id")
SAID = f"""
SELECT id, customer_id, {", ".join(WORD)} FROM customer_consent
WHERE customer_id IN ({{ids}}) ORDER BY id
"""
BROUGHT = """
SELECT survivor_id, consents FROM customer_merge
WHERE merged_at IS NOT NULL AND undone_at IS NULL AND survivor_id IN ({ids}) ORDER BY id
"""
Words = dict[str, dict[str, Any]]
"""The last word on each purpose, by the columns of `WORD`."""


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
    customer_id = held_living(context, command.customer_id)
    last = words(context, [customer_id])[customer_id].get(command.purpose)
    if last is None or not last["given"]:
        raise Refused("consent_not_given", "purpose")
    _consent(context, command, last["text_version"], given=False)


def words(context: Context, ids: Iterable[int]) -> dict[int, Words]:
    """What each of the customers said last, by purpose."""
    asked, database = list(ids), context.store.database
    found: dict[int, Words] = {each: {} for each in asked}
    since = dict.fromkeys(asked, 0)
    for customer_id, text in bulk.rows_in(database, BROUGHT, asked):
        brought = json.loads(text)
        found[customer_id], since[customer_id] = brought["words"], brought["last_id"]
    for line, customer_id, *word in bulk.rows_in(database, SAID, asked):
        if line > since[customer_id]:
            said = dict(zip(WORD, word, strict=True))
            found[customer_id][said["purpose"]] = said
    return found


def brought(context: Context, several: Iterable[Words]) -> str:
    """What a merge keeps of consents: what counts from now on, and up to which line it looked."""
    consent = context.t.customer_consent
    rows = consent.select(consent.c.id).order_by(consent.c.id.desc()).limit(1).tuples()
    last_id = next(iter(rows), (0,))[0]
    kept = {"words": strictest(several), "last_id": last_id}
    return json.dumps(kept, ensure_ascii=False)


def strictest(several: Iterable[Words]) -> Words:
    """What counts once these are one: a withdrawal before any yes, then the later word."""
    found: Words = {}
    for each in several:
        for purpose, word in each.items():
            if purpose not in found or _rank(word) > _rank(found[purpose]):
                found[purpose] = word
    return found


def _rank(word: Mapping[str, Any]) -> tuple[bool, str]:
    return not word["given"], word["at"]


def _consent(
    context: Context, command: GiveConsent | WithdrawConsent, text_version: str, *, given: bool
) -> None:
    for field, allowed in (("purpose", PURPOSES), ("channel", CHANNELS)):
        if getattr(command, field) not in allowed:
            raise Refused("bad_choice", field, value=getattr(command, field))
    customer_id = held_living(context, command.customer_id)
    values = {
        "customer_id": customer_id,
        "purpose": command.purpose,
        "text_version": text_version,
        "channel": command.channel,
        "given": int(given),
        "at": context.moment,
        "by_id": context.actor.person_id,
    }
    event = "consent_given" if given else "consent_withdrawn"
    context.insert("customer_consent", event, **values)
    context.tell("customer", customer_id, event, customer_id, purpose=command.purpose)
    completeness.measure(context, [customer_id])

"""What the states of papers are called and how they are coloured, the same wherever they stand."""

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from ui.tokens import Tone

_BY_TONE = {
    Tone.OK: "ready accepted delivered settled collected deposit_held confirmed held partly_used",
    Tone.INFO: (
        "issued received negotiating handed_off in_fulfilment requested ordered acknowledged "
        "signed quoted expected arrived told inspected partly_delivered partly_received"
    ),
    Tone.WARN: "waiting awaiting",
    Tone.STOP: "lost declined refused bounced",
}
_TONES = {state: tone for tone, states in _BY_TONE.items() for state in states.split()}


def state_word(kind: str, state: str, language: str) -> str:
    """What a state of a kind is called."""
    return sentence(KINDS[kind].states.state_code(state), language)


def tone_of(state: str) -> Tone:
    """The tone of a state, whatever the kind of paper: what nobody has to do anything about is
    plain."""
    return _TONES.get(state, Tone.PLAIN)

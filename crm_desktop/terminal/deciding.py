"""`crm decide`: what the matrix in force, or another version, says without a paper."""

from decimal import Decimal

from crm_desktop.domain import authority
from crm_desktop.domain.authority import Credit, Decider, Decision, Facts, Grade, Stock
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import parse_money, plain_decimal
from crm_desktop.services import wire
from crm_desktop.terminal.session import Session


def decide(session: Session) -> None:
    """Always JSON, with the reasons as sentences beside their codes."""
    given = session.options
    facts = Facts(
        amount=parse_money(given.amount, "amount"),
        discount=_percent(given.discount, "discount"),
        below_cost=given.below_cost,
        unlisted=parse_money(given.unlisted, "unlisted"),
        credit=frozenset(map(Credit, given.credit or ["ok"])),
        deposit_share=_percent(given.deposit_share, "deposit_share")
        if given.deposit_share
        else None,
        stock=Stock(given.stock) if given.stock else None,
        days=given.days,
        branch=given.branch,
    )
    decision = _decision(session, facts)
    told = decision.to_json()
    told["sentences"] = [session.explain(reason) for reason in decision.reasons]
    print(wire.dumps(told))


def _decision(session: Session, facts: Facts) -> Decision:
    given = session.options
    if given.shipped and not given.grade:
        session.wrong_use(session.say("terminal_decide_nobody"))
    if given.shipped:
        who = Decider.of_grade(Grade[given.grade], facts.branch)
        matrix = authority.shipped(authority.MatrixState.CONFIRMED)
        return authority.decide(given.matter, who, facts, matrix)
    from crm_desktop.services.authority.questions import Question, what_if
    from crm_desktop.services.people import person_named

    app = session.desk()
    person = app.read(person_named, given.person).id if given.person else None
    question = Question(given.matter, facts, given.grade or "", person, given.version)
    return app.read(what_if, question)


def _percent(text: str, field: str) -> Decimal:
    number = plain_decimal(text.strip().removesuffix("%"), 4)
    if number is None or not 0 <= number <= 100:
        raise Refused("terminal_bad_percent", field, text=text)
    return number.normalize()

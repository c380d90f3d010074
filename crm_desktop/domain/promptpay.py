"""The text of a Thai QR (EMVCo merchant-presented): PromptPay transfer and bill payment.

Scanning it is never proof of payment: a person confirms the money.
"""

import binascii
import re

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import arabic_digits

_TRANSFER, _BILL = "A000000677010111", "A000000677010112"
_MOBILE, _CITIZEN, _WALLET = "01", "02", "03"
_BLANKS = re.compile(r"[\s-]")
_BILLER = re.compile(r"\d{15}", re.ASCII)
_REFERENCE = re.compile(r"[A-Za-z0-9]{1,20}", re.ASCII)
_LONGEST_AMOUNT = 13
_THAILAND, _BAHT = ("58", "TH"), ("53", "764")

Field = tuple[str, str]


def promptpay(target: str, amount: Money | None = None) -> str:
    """The payload that pays a mobile (10 digits), citizen or tax number (13) or e-wallet (15).

    Dashes, blanks and Thai digits are taken. Refuses with `bad_promptpay`, and an amount with
    `qr_zero` or `qr_too_large`; without one the payer types it.
    """
    account = [("00", _TRANSFER), _proxy(target)]
    return _payload([("29", _joined(account)), _THAILAND, _BAHT], amount)


def bill_payment(biller: str, ref1: str, ref2: str = "", amount: Money | None = None) -> str:
    """The payload that pays a bill: the biller's 13 + 2 digits, references of up to 20 letters."""
    if not _BILLER.fullmatch(biller):
        raise Refused("bad_promptpay", "promptpay", text=biller)
    for reference in (ref1, ref2) if ref2 else (ref1,):
        if not _REFERENCE.fullmatch(reference):
            raise Refused("bad_promptpay", "promptpay", text=reference)
    fields = [("00", _BILL), ("01", biller), ("02", ref1), ("03", ref2)]
    account = _joined([field for field in fields if field[1]])
    return _payload([("30", account), _BAHT, _THAILAND], amount)


def _proxy(target: str) -> Field:
    digits = _BLANKS.sub("", arabic_digits(target))
    if re.fullmatch(r"0\d{9}", digits, re.ASCII):
        return _MOBILE, "0066" + digits[1:]
    if re.fullmatch(r"\d{13}", digits, re.ASCII) and _is_number_of_someone(digits):
        return _CITIZEN, digits
    if re.fullmatch(r"\d{15}", digits, re.ASCII):
        return _WALLET, digits
    raise Refused("bad_promptpay", "promptpay", text=target)


def _is_number_of_someone(digits: str) -> bool:
    """A wrong check digit would pay a stranger."""
    try:
        return bool(TaxNumber.parse(digits))
    except Refused:
        return False


def _payload(fields: list[Field], amount: Money | None) -> str:
    """The fields as the published examples order them, then the sum and CRC-16/CCITT-FALSE."""
    head = [("00", "01"), ("01", "11" if amount is None else "12")]
    asked = [] if amount is None else [("54", _figure(amount))]
    body = _joined([*head, *fields, *asked]) + "6304"
    return f"{body}{binascii.crc_hqx(body.encode('ascii'), 0xFFFF):04X}"


def _figure(amount: Money) -> str:
    figure = f"{amount.baht:.2f}"
    if amount <= Money.ZERO:
        raise Refused("qr_zero", "amount")
    if len(figure) > _LONGEST_AMOUNT:
        raise Refused("qr_too_large", "amount", amount=amount)
    return figure


def _joined(fields: list[Field]) -> str:
    """Tag, length and value of each."""
    return "".join(f"{tag}{len(value):02}{value}" for tag, value in fields)

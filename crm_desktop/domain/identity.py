"""Who a customer is on paper: tax or citizen number, branch, e-mail address."""

import re
from dataclasses import dataclass
from typing import Literal, Self

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits, search_text

HEAD_OFFICE = "00000"
_HEAD_OFFICE_NAMES = {"สำนักงานใหญ่", "สนญ", "สนญ.", "head office", "ho", "hq"}
_BRANCH = re.compile(r"(?:สาขา(?:ที่)?|branch(?: no\.?)?)? *(\d{1,5})", re.ASCII)
_SIGNS = r"\s@,;:<>()\[\]\\\"'"
_EMAIL = re.compile(rf"[^{_SIGNS}]+@[^{_SIGNS}.]+(?:\.[^{_SIGNS}.]+)+")


@dataclass(frozen=True, order=True, slots=True)
class TaxNumber:
    """A Thai tax or citizen number, 13 digits with a good check digit."""

    digits: str

    @classmethod
    def parse(cls, text: str, field: str | None = None) -> Self:
        """Read it with or without dashes, in Thai digits too; refuses with `bad_tax_number`."""
        from stdnum.exceptions import ValidationError
        from stdnum.th import tin  # late: it costs more than all other rules together

        try:
            return cls(str(tin.validate(arabic_digits(text))))
        except ValidationError:
            raise Refused("bad_tax_number", field, text=text) from None

    @property
    def kind(self) -> Literal["company", "person"]:
        """Whose number it looks like: registered companies' begin with 0."""
        return "company" if self.digits.startswith("0") else "person"

    @property
    def formatted(self) -> str:
        """The number grouped as its own papers print it."""
        from stdnum.th import tin

        return str(tin.format(self.digits))

    def warning(self, is_company: bool) -> str | None:
        """The code of a warning that never blocks: some personal numbers begin with 0."""
        if is_company == (self.kind == "company"):
            return None
        return "company_with_personal_number" if is_company else "person_with_company_number"

    def __str__(self) -> str:
        return self.formatted


def parse_branch(text: str, field: str | None = None) -> str:
    """Read a branch as five digits, nothing or สำนักงานใหญ่ as 00000; refuses with `bad_branch`."""
    typed = search_text(text)
    if not typed or typed in _HEAD_OFFICE_NAMES:
        return HEAD_OFFICE
    if found := _BRANCH.fullmatch(typed):
        return found[1].zfill(5)
    raise Refused("bad_branch", field, text=text)


def branch_label(code: str, language: str = "th") -> str:
    """The branch as a tax invoice must name it."""
    if code == HEAD_OFFICE:
        return "สำนักงานใหญ่" if language == "th" else "Head Office"
    return f"สาขาที่ {code}" if language == "th" else f"Branch {code}"


def parse_email(text: str, field: str | None = None) -> str:
    """Accept the shape of an address, its domain in lower case; refuses with `bad_email`."""
    typed = text.strip()
    if len(typed) > 254 or not typed.isprintable() or not _EMAIL.fullmatch(typed):
        raise Refused("bad_email", field, text=text)
    name, _, domain = typed.rpartition("@")
    return f"{name}@{domain.lower()}"


def emails(text: str) -> list[str]:
    """The addresses of a text with commas or semicolons between them, as they were typed."""
    return [each.strip() for each in re.split("[,;]", text) if each.strip()]


def parse_emails(text: str, field: str | None = None) -> str:
    """Accept some addresses as one text, each once; refuses the one that is none."""
    return ", ".join(dict.fromkeys(parse_email(each, field) for each in emails(text)))

"""What may be typed after `crm`: subcommands, their arguments, their help in both languages."""

import argparse
import os
from argparse import SUPPRESS, ArgumentParser, HelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.messages import LANGUAGES, catalogue
from crm_desktop.terminal.columns import wrap

ROOT = "terminal"
PAPERS = ("quotation", "sales-order", "back-order", "purchase-request", "special-order", "deposit")
REPORTS = (
    *("team", "forecast", "follow_ups", "route", "coverage", "doubles", "incomplete"),
    *("held", "retention"),
)
VIEWS = (
    *("officers", "levels", "answers", "waits", "discounts", "near", "splits"),
    *("follow_ups", "won", "lost_reasons", "forecast", "forecast_kept"),
)
KEPT_TOO_LONG = ("customers", "papers", "files", "erased")
COVERED_BY = ("officer", "zone", "province", "class")
SHOWN = (*PAPERS, "customer", "product", "person", "matrix")
IMPORTED = (
    *("customers", "contacts", "products", "prices", "stock", "credit", "receivables", "payments"),
    *("bills", "tax-invoices", "bill-numbers", "matrix"),
)
LISTED = ("quotations", "orders", "deposits")
LONG = ("customers", "contacts", "cards", "products", "quotations")
TO_ERP = ("erp-orders", "erp-deposits")
EXPORTED = (
    *("orders", "purchase-request", "deposits", "till", "due", "debtors"),
    *LONG,
    *TO_ERP,
)


class Formatter(HelpFormatter):
    """Breaks help at spaces by the columns it takes, for Thai has no letter to cut at."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(text, width - len(indent)))


class Grown:
    """A parser under construction that finds the help of each argument by its name.

    The help of `--grade` of `crm decide` is the code `terminal_decide_grade`; subcommands of a
    subcommand share its codes.
    """

    def __init__(self, parser: ArgumentParser, name: str, language: str) -> None:
        self.parser = parser
        self.name = name
        self._text = catalogue(language).__getitem__
        self._language = language

    def add(self, *names: str, kinds: Sequence[str] = (), **how: Any) -> None:
        """One argument with its help, which may name the kinds there are."""
        word = names[-1].lstrip("-").replace("-", "_")
        text = self._text(f"{self.name}_{word}").format(kinds=", ".join(kinds))
        self.parser.add_argument(*names, help=text, **how)

    def either(self) -> "Grown":
        """For arguments of which exactly one is given."""
        group: Any = self.parser.add_mutually_exclusive_group(required=True)
        return Grown(group, self.name, self._language)

    def choice(self, dest: str) -> Callable[..., "Grown"]:
        """Opens a level of subcommands; the result adds one: its name, what runs it, and its
        languages where they are more than those of texts."""
        level = self.parser.add_subparsers(
            dest=dest, required=True, metavar=dest.upper(), title=self._text("terminal_commands")
        )

        def add(name: str, run: str, languages: Sequence[str] = LANGUAGES) -> Grown:
            code = f"{self.name}_{name}"
            text = self._text(f"{code}_help")
            parser = level.add_parser(
                name, help=text, description=text, formatter_class=Formatter, allow_abbrev=False
            )
            _globals(parser, self._text, SUPPRESS, languages)
            parser.set_defaults(run=run, parser=parser)
            deeper = self.name if self.name != ROOT else code
            return Grown(parser, deeper, self._language)

        return add


def language_of(words: Sequence[str]) -> str:
    """`--language`, else that of LANG, else Thai; looked up before anything is parsed."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        given = following if word == "--language" else word.removeprefix("--language=")
        if given != word and given in LANGUAGES:
            return given
    return os.environ.get("LANG", "")[:2] if os.environ.get("LANG", "")[:2] in LANGUAGES else "th"


def parser(language: str) -> ArgumentParser:
    """The whole grammar; every text, argparse's own too, in the language."""
    text = catalogue(language).__getitem__
    # The one way to argparse's own sentences; it asks for None where it has no words.
    argparse._ = lambda words: words and text(words)  # type: ignore[attr-defined]
    whole = ArgumentParser(
        prog="crm",
        description=text("terminal_description"),
        epilog=text("terminal_epilog"),
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    from crm_desktop import __version__

    whole.add_argument(
        "--version", action="version", version=f"crm {__version__}", help=text("terminal_version")
    )
    _globals(whole, text, None)
    add = Grown(whole, ROOT, language).choice("command")
    for sub in SUBCOMMANDS:
        sub.arguments(add(sub.name, sub.run, sub.languages))
    return whole


def _globals(
    parser: ArgumentParser,
    text: Callable[[str], str],
    default: str | None,
    languages: Sequence[str] = LANGUAGES,
) -> None:
    """May stand before the subcommand or after it; there they must not undo what stood before."""
    group = parser.add_argument_group(text("terminal_everywhere"))
    group.add_argument("--database", metavar="URL", default=default, help=text("terminal_database"))
    group.add_argument(
        "--as", dest="as_user", metavar="USER", default=default, help=text("terminal_as")
    )
    group.add_argument(
        "--json",
        action="store_true",
        default=default if default else False,
        help=text("terminal_json"),
    )
    group.add_argument(
        "--language", choices=languages, default=default, help=text("terminal_language")
    )


# ---------------------------------------------------------------- the subcommands


@dataclass(frozen=True, slots=True)
class Sub:
    """A subcommand: `run` is module.function under crm_desktop.terminal; `languages` may hold
    those of papers too."""

    name: str
    run: str
    arguments: Callable[[Grown], None] = lambda grown: None
    languages: Sequence[str] = LANGUAGES


def _init(grown: Grown) -> None:
    grown.add("--answers", metavar="FILE")
    grown.add("--remember", action="store_true")


def _demo(grown: Grown) -> None:
    grown.add("--customers", metavar="N", type=int, default=500)
    grown.add("--seed", metavar="K", type=int, default=1)


def _walk(grown: Grown) -> None:
    grown.add("--out", metavar="DIR", default=".")


def _commands(grown: Grown) -> None:
    grown.add("command_name", metavar="NAME", nargs="?")


def _run(grown: Grown) -> None:
    grown.add("command_name", metavar="NAME")
    grown.add("--file", metavar="FILE", default="-")


def _show(grown: Grown) -> None:
    grown.add("kind", metavar="KIND", choices=SHOWN, kinds=SHOWN)
    grown.add("number", metavar="NUMBER")


def _search(grown: Grown) -> None:
    grown.add("text", metavar="TEXT", nargs="+")


def _decide(grown: Grown) -> None:
    grown.add("matter", metavar="MATTER")
    who = grown.either()
    who.add("--grade", choices=("G3", "G4", "G5", "G6"))
    who.add("--person", metavar="USER")
    grown.add("--version", metavar="N", type=int, default=0)
    grown.add("--amount", metavar="BAHT", default="0")
    grown.add("--discount", metavar="PERCENT", default="0")
    grown.add("--deposit-share", metavar="PERCENT")
    grown.add("--credit", choices=("ok", "over_limit", "overdue", "blocked"), action="append")
    grown.add("--below-cost", action="store_true")
    grown.add("--unlisted", metavar="BAHT", default="0")
    grown.add("--stock", choices=("stocked", "partly", "none"))
    grown.add("--days", metavar="N", type=int)
    grown.add("--branch", metavar="CODE")
    grown.add("--shipped", action="store_true")


def _print(grown: Grown) -> None:
    grown.add("numbers", metavar="NUMBER", nargs="*")
    grown.add("-o", "--out", metavar="PATH", default=".")
    grown.add("--sheets", choices=("original", "copy"), action="append")
    grown.add("--delivery", metavar="NUMBER", action="append")
    grown.add("--voucher", metavar="NUMBER", action="append")
    grown.add("--trail", metavar="NUMBER", action="append")
    grown.add("--authority", metavar="VERSION", type=int, nargs="?", const=0)
    grown.add("--grade", choices=("G3", "G4", "G5", "G6"), default="")
    grown.add("--till", metavar="DATE")
    grown.add("--statement", metavar="CUSTOMER")
    grown.add("--since", metavar="DATE")
    grown.add("--until", metavar="DATE")
    grown.add("--list", choices=LISTED)
    grown.add("--filter", metavar="NAME=VALUE", action="append")
    grown.add("--find", metavar="TEXT")
    grown.add("--drafts", action="store_true")


def _import(grown: Grown) -> None:
    grown.add("kind", metavar="KIND", choices=IMPORTED, kinds=IMPORTED)
    grown.add("file", metavar="FILE", nargs="?")
    grown.add("--dry-run", action="store_true")
    grown.add("--errors", metavar="FILE")
    grown.add("--skip-wrong", action="store_true")
    grown.add("--mapping", metavar="HEADING=FIELD", action="append")
    grown.add("--doubles", choices=("out", "known", "new"))
    grown.add("--undo", action="store_true")
    grown.add("--complete", action="store_true")
    grown.add("--source", metavar="TEXT")
    grown.add("--as-of", metavar="MOMENT")
    grown.add("--reason", metavar="TEXT")
    grown.add("--from-day", metavar="DATE")


def _export(grown: Grown) -> None:
    grown.add("kind", metavar="KIND", choices=EXPORTED, kinds=EXPORTED)
    grown.add("file", metavar="FILE")
    grown.add("number", metavar="NUMBER|TEXT", nargs="?")
    grown.add("--since", metavar="DATE")
    grown.add("--until", metavar="DATE")


def _report(grown: Grown) -> None:
    grown.add("report", metavar="NAME", choices=REPORTS, kinds=REPORTS)
    grown.add("--period", metavar="PERIOD")
    grown.add("--person", metavar="USER")
    grown.add("--view", choices=VIEWS, default=VIEWS[0])
    grown.add("--by-matter", action="store_true")
    grown.add("--day", metavar="DAY")
    grown.add("--by", choices=COVERED_BY, default=COVERED_BY[0])
    grown.add("--customer", metavar="CODE")
    grown.add("--what", choices=KEPT_TOO_LONG, default=KEPT_TOO_LONG[0], kinds=KEPT_TOO_LONG)
    grown.add("-o", "--out", metavar="FILE", required=True)


def _person(grown: Grown) -> None:
    grown.add("username", metavar="USER")
    grown.add("--name", metavar="NAME")
    grown.add("--name-en", metavar="NAME")
    grown.add("--roles", metavar="ROLE,…")
    grown.add("--grade", choices=("G3", "G4", "G5", "G6"))
    grown.add("--branch", metavar="CODE")
    grown.add("--superior", metavar="USER")
    grown.add("--email", metavar="ADDRESS")


def _users(grown: Grown) -> None:
    add = grown.choice("action")
    add("list", "people.listed").add("--all", action="store_true")
    _person(add("add", "people.add"))
    change = add("change", "people.change")
    _person(change)
    change.add("--active", choices=("yes", "no"))
    add("password", "people.password").add("username", metavar="USER", nargs="?")


SUBCOMMANDS = (
    Sub("init", "beginning.init", _init),
    Sub("demo", "beginning.demo", _demo),
    Sub("walk", "walking.walk", _walk),
    Sub("commands", "door.commands", _commands),
    Sub("run", "door.run", _run),
    Sub("show", "records.show", _show),
    Sub("search", "records.search", _search),
    Sub("decide", "deciding.decide", _decide),
    Sub("print", "papers.print_papers", _print, (*LANGUAGES, "both")),
    Sub("import", "imports.import_file", _import),
    Sub("export", "exports.export_file", _export),
    Sub("report", "reports.report", _report),
    Sub("verify", "health.verify"),
    Sub("doctor", "health.doctor"),
    Sub("migrate", "beginning.migrate"),
    Sub("users", "people.listed", _users),
    Sub("housekeeping", "health.housekeeping"),
)

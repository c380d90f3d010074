"""Rules of the house that a machine can see; each failure names file and line."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.permissions import PERMISSIONS
from crm_desktop.services.registry import HANDLERS, QUERIES, SUBJECTS, commands, permission_of
from crm_desktop.store import migrate

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("crm_desktop", "ui", "resources", "tests", "tools", "benchmarks")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
LONGEST_FUNCTION = 60


def lines_in(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def inside(path: Path, *folders: str) -> bool:
    return path.relative_to(ROOT).as_posix().startswith(folders)


@cache
def all_nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def teardown_module() -> None:
    """A million nodes, kept, would be gone through by every later collection of garbage."""
    all_nodes.cache_clear()


def nodes(*folders: str) -> Iterator[tuple[Path, ast.AST]]:
    for path in FILES:
        if inside(path, *folders):
            yield from ((path, node) for node in all_nodes(path))


def imports(*folders: str) -> Iterator[tuple[str, str]]:
    """(place, module) of every import."""
    for path, node in nodes(*folders):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield place(path, node.lineno), alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield place(path, node.lineno), node.module


def offenders(pattern: str, *folders: str) -> list[str]:
    """Places of code lines, comments among them, that match."""
    return [
        place(path, number)
        for path in FILES
        if inside(path, *folders)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_the_rules_look_at_the_whole_program() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} >= {"crm_desktop", "tests", "tools"}


def test_files_stay_short_enough_to_read_at_once() -> None:
    long = [
        place(path, lines_in(path))
        for path in FILES
        if lines_in(path) > (400 if inside(path, "ui/") else 500)
    ]
    assert long == []


def test_functions_stay_short_enough_to_see_at_once() -> None:
    long = [
        f"{place(path, node.lineno)} {node.name}"
        for path, node in nodes(*(f"{folder}/" for folder in FOLDERS))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno > LONGEST_FUNCTION
    ]
    assert long == []


def test_the_terminal_works_on_a_server_without_qt() -> None:
    qt = ("PySide6", "shiboken6", "qtawesome", "qtpy", "ui")
    assert [at for at, module in imports("crm_desktop/") if module.split(".")[0] in qt] == []


def test_windows_never_go_past_the_one_door() -> None:
    closed = re.compile(r"(peewee|playhouse|psycopg|sqlite3|crm_desktop\.store)\b")
    assert [at for at, module in imports("ui/") if closed.match(module)] == []


# What sets a paper or reads one to let it out, and where alone that happens: behind the guard of
# `services.papers.exits`.
PAPERS_OUT = {
    ("crm_desktop.printing.render", "render"): {
        "ui/paper_exits.py",
        "ui/warming.py",
        "crm_desktop/exchange/many.py",
        "crm_desktop/services/papers/sending.py",
        "crm_desktop/terminal/papers.py",
        "crm_desktop/terminal/reports.py",
        "crm_desktop/terminal/rounds.py",
        "crm_desktop/terminal/privacy.py",
        "ui/privacy/handing.py",
    },
    ("crm_desktop.services.privacy.held", "held"): {
        "crm_desktop/terminal/privacy.py",
        "ui/privacy/handing.py",
    },
    ("crm_desktop.printing.render", "Bundle"): {"crm_desktop/exchange/many.py"},
    ("crm_desktop.printing.layout", "set_paper"): {"crm_desktop/printing/render.py"},
    ("ui.paper_exits", "render"): {"ui/paper_preview.py", "ui/paper_printing.py"},
    **{
        (f"crm_desktop.services.{module}", name): {
            "ui/paper_sources.py",
            "crm_desktop/services/papers/batches.py",
            "crm_desktop/services/papers/comparing.py",
            "crm_desktop/services/papers/sending.py",
            "crm_desktop/terminal/papers.py",
        }
        for module, name in (
            ("papers.papers", "paper"),
            ("papers.order_papers", "delivery_slip"),
            ("papers.deposit_papers", "refund_voucher"),
            ("papers.deposit_papers", "statement_paper"),
            ("papers.deposit_papers", "till_paper"),
            ("papers.comparing", "comparison"),
            ("authority.trails", "trail"),
        )
    },
}


def test_no_paper_leaves_past_the_guard_of_its_exits() -> None:
    taken = {
        (node.module or "", alias.name, path.relative_to(ROOT).as_posix())
        for path, node in nodes("ui/", "crm_desktop/")
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (node.module, alias.name) in PAPERS_OUT
    }
    assert {each for each in taken if each[2] not in PAPERS_OUT[each[0], each[1]]} == set()
    assert {each[:2] for each in taken} == set(PAPERS_OUT)
    past = r"\b(papers\.paper|trails\.trail)\b"  # the same through its module
    assert offenders(past, "ui/", "crm_desktop/terminal/") == []


def test_every_text_of_a_window_can_be_translated() -> None:
    text_at = {"tr": 0, "translate": 1}
    built = (ast.JoinedStr, ast.BinOp, ast.Call)  # put together before it is looked up
    wrong = [
        place(path, node.lineno)
        for path, node in nodes("ui/")
        if isinstance(node, ast.Call)
        and (at := text_at.get(getattr(node.func, "attr", ""), len(node.args))) < len(node.args)
        and isinstance(node.args[at], built)
    ]
    assert wrong == []


def test_a_painter_ends_where_it_began() -> None:
    """Whatever keeps its frame, such as a traceback, would let it paint on until Qt crashes."""
    texts = {str(path): path.read_text(encoding="utf-8") for path in FILES if inside(path, "ui/")}
    begun = {name: len(re.findall(r"= QPainter\(", text)) for name, text in texts.items()}
    assert [name for name, text in texts.items() if begun[name] > text.count(".end()")] == []


def test_money_is_never_a_float() -> None:
    assert (
        offenders(r"\bfloat\(|(:|->) float\b", "crm_desktop/domain/", "crm_desktop/services/") == []
    )


def test_rules_take_their_time_from_the_database() -> None:
    clocks = r"datetime\.now\(|date\.today\(|time\.time\("
    assert offenders(clocks, "crm_desktop/domain/", "crm_desktop/services/") == []


def test_no_failure_is_swallowed() -> None:
    silent = [
        place(path, node.lineno)
        for path, node in nodes(*(f"{folder}/" for folder in FOLDERS))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (
                isinstance(node.type, ast.Name)
                and node.type.id in {"Exception", "BaseException"}
                and isinstance(node.body[0], ast.Pass)
            )
        )
    ]
    assert silent == []


def test_tests_wait_for_what_happens_and_not_for_the_clock() -> None:
    assert offenders(r"\btime\.sl" r"eep\(|\bqW" r"ait\(", "tests/") == []


def test_nothing_is_left_for_later() -> None:
    words = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X"))
    assert offenders(rf"\b({words})\b") == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_program_reads_sentences_that_were_compiled(language: str) -> None:
    assert (ROOT / "crm_desktop" / "messages" / f"{language}.mo").is_file()


def test_no_font_or_big_file_lies_in_the_tree() -> None:
    kept = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    fonts = [path.name for path in kept if path.suffix.lower() in {".ttf", ".otf", ".woff2"}]
    big = [path.name for path in kept if path.stat().st_size > 1_000_000]
    assert fonts + big == []


# ------------------------------------------------------------ nothing is forgotten


def called(node: ast.expr) -> str:
    """The name of what is called or subscripted: `Command` of `Command[int]`."""
    inner = getattr(node, "func", getattr(node, "value", node))
    return getattr(inner, "attr", getattr(inner, "id", ""))


def decorated(*names: str) -> Iterator[tuple[Path, str]]:
    """(file, function) of the services that carry one of the decorators."""
    for path, node in nodes("crm_desktop/services/"):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and called(decorator) in names:
                    yield path, node.name


def test_every_module_with_commands_or_queries_is_a_subject_of_the_door() -> None:
    folder = ROOT / "crm_desktop" / "services"
    modules = {
        path.relative_to(folder).with_suffix("") for path, _ in decorated("handles", "query")
    }
    assert {".".join(module.parts) for module in modules} == set(SUBJECTS)


def test_every_command_has_a_handler_and_a_name_of_its_own() -> None:
    written = {
        node.name
        for _, node in nodes("crm_desktop/services/")
        if isinstance(node, ast.ClassDef) and "Command" in map(called, node.bases)
    }
    assert len(commands()) == len(HANDLERS) == len(list(decorated("handles")))
    assert written == {kind.__name__ for kind in HANDLERS}
    assert [name for name in commands() if not re.fullmatch(r"[a-z]+\.[a-z_]+", name)] == []


def test_every_query_is_registered() -> None:
    commands()
    assert {name.rpartition(".")[2] for name in QUERIES} == {name for _, name in decorated("query")}


def test_every_permission_is_asked_for() -> None:
    asked = {permission_of(kind) for kind in commands().values()}
    asked |= {function.permission for function in QUERIES.values()}
    asked |= {who for kind in KINDS.values() for row in kind.states.rows for who in row.who}
    written = {
        node.value
        for path, node in nodes("crm_desktop/services/")
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(PERMISSIONS.keys() - asked - written) == []


def test_every_matter_of_a_command_is_answered_by_the_matrix() -> None:
    from crm_desktop.domain.authority import shipped
    from crm_desktop.services.authority.requests import EFFECTS

    matters = {kind.matter for kind in commands().values()} - {None}
    matters |= {kind.matter for kind in KINDS.values()} - {None}
    assert matters <= EFFECTS.keys()
    assert matters <= {row.matter for row in shipped().rows}


def test_every_kind_of_document_is_registered_under_its_own_code() -> None:
    folder = ROOT / "crm_desktop" / "domain" / "kinds"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "base"}
    assert {kind.name for kind in KINDS.values()} == modules
    assert {code: kind.code for code, kind in KINDS.items()} == {code: code for code in KINDS}


def test_migrations_are_numbered_without_gap_or_double() -> None:
    numbers = [int(name.partition("_")[0]) for name in migrate.known()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_part_of_the_catalogue_is_there_in_both_languages() -> None:
    folder = ROOT / "crm_desktop" / "messages"
    thai, english = ({path.name for path in (folder / at).glob("*.po")} for at in ("th", "en"))
    assert thai == english

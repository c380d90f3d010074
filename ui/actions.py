"""Every action of the desk, once: its key, words, icon, permission and place.

Menus, the command palette and the key help are drawn from `ACTIONS`. A screen maps the names it
serves to slots (see `ui.binding`); what it does not map is not there.
"""

from PySide6.QtCore import QCoreApplication

from ui.action import Action
from ui.authority_actions import AUTHORITY
from ui.doubles_actions import DOUBLES
from ui.exchange_actions import EXCHANGE
from ui.import_actions import IMPORTS
from ui.money_actions import MONEY
from ui.order_actions import NEW_ORDERS, ORDERS, WORK
from ui.paper_actions import PAPER
from ui.pipeline_actions import PIPELINE
from ui.privacy_actions import PRIVACY
from ui.rounds_actions import ROUNDS
from ui.settings_actions import SETTINGS
from ui.team_actions import TEAM
from ui.translations import QT_TRANSLATE_NOOP
from ui.typing_actions import TYPING

MENUS: dict[str, str] = {
    "new": QT_TRANSLATE_NOOP("actions", "New"),
    "desk": QT_TRANSLATE_NOOP("actions", "Desk"),
    "view": QT_TRANSLATE_NOOP("actions", "View"),
    "list": QT_TRANSLATE_NOOP("actions", "List"),
    "task": QT_TRANSLATE_NOOP("actions", "Task"),
    "rounds": QT_TRANSLATE_NOOP("actions", "Visits"),
    "form": QT_TRANSLATE_NOOP("actions", "Form"),
    "document": QT_TRANSLATE_NOOP("actions", "Paper"),
    "pipeline": QT_TRANSLATE_NOOP("actions", "Quotations at work"),
    "order": QT_TRANSLATE_NOOP("actions", "Order"),
    "line": QT_TRANSLATE_NOOP("actions", "Lines"),
    "paper": QT_TRANSLATE_NOOP("actions", "Print preview"),
    "queue": QT_TRANSLATE_NOOP("actions", "Approvals"),
    "work": QT_TRANSLATE_NOOP("actions", "Work on orders"),
    "deposit": QT_TRANSLATE_NOOP("actions", "Deposits"),
    "till": QT_TRANSLATE_NOOP("actions", "Till"),
    "credit": QT_TRANSLATE_NOOP("actions", "Credit"),
    "request": QT_TRANSLATE_NOOP("actions", "Requests"),
    "matrix": QT_TRANSLATE_NOOP("actions", "Authority matrix"),
    "team": QT_TRANSLATE_NOOP("actions", "Team"),
    "settings": QT_TRANSLATE_NOOP("actions", "Settings"),
    "double": QT_TRANSLATE_NOOP("actions", "Doubles"),
    "privacy": QT_TRANSLATE_NOOP("actions", "Personal data"),
    "import": QT_TRANSLATE_NOOP("actions", "Imports"),
    "help": QT_TRANSLATE_NOOP("actions", "Help"),
}
"""Menus in their order; an action's name begins with its menu."""

_TABLE = (
    Action(
        "new.quotation",
        QT_TRANSLATE_NOOP("actions", "New quotation"),
        "F2",
        "file-plus",
        "quotation.save",
    ),
    Action(
        "new.customer",
        QT_TRANSLATE_NOOP("actions", "New customer"),
        "Shift+F2",
        "user-plus",
        "customer.save",
    ),
    Action(
        "new.visit",
        QT_TRANSLATE_NOOP("actions", "Plan a visit"),
        "Shift+F8",
        "calendar-plus",
        "visit.save",
    ),
    Action("desk.search", QT_TRANSLATE_NOOP("actions", "Search"), "F3 Ctrl+F", "magnifying-glass"),
    Action("desk.palette", QT_TRANSLATE_NOOP("actions", "Command palette"), "Ctrl+K", "command"),
    Action(
        "desk.followup", QT_TRANSLATE_NOOP("actions", "Next follow-up"), "F8", "arrow-bend-up-right"
    ),
    Action(
        "desk.notice", QT_TRANSLATE_NOOP("actions", "Open the notice"), "Ctrl+J", "bell-ringing"
    ),
    Action(
        "desk.drafts", QT_TRANSLATE_NOOP("actions", "Unsent drafts"), "Ctrl+Shift+J", "note-pencil"
    ),
    Action(
        "desk.import",
        QT_TRANSLATE_NOOP("actions", "Import a list"),
        "Ctrl+Alt+I",
        "download-simple",
        "import.use",
    ),
    Action("desk.notices", QT_TRANSLATE_NOOP("actions", "My notices"), "Ctrl+F8", "bell-simple-z"),
    Action(
        "desk.mail",
        QT_TRANSLATE_NOOP("actions", "Mail server"),
        "Ctrl+Shift+F8",
        "envelope-simple",
        "settings.save",
    ),
    Action("desk.undo", QT_TRANSLATE_NOOP("actions", "Take back"), "Ctrl+Z", "arrow-u-up-left"),
    Action("desk.lock", QT_TRANSLATE_NOOP("actions", "Lock"), "Ctrl+L", "lock"),
    Action("desk.person", QT_TRANSLATE_NOOP("actions", "Change person"), "Ctrl+Shift+U", "users"),
    Action("desk.quit", QT_TRANSLATE_NOOP("actions", "Quit"), "Ctrl+Q", "sign-out"),
    Action("view.back", QT_TRANSLATE_NOOP("actions", "Back"), "Esc", "arrow-left"),
    Action("view.close", QT_TRANSLATE_NOOP("actions", "Close this tab"), "Ctrl+W", "x"),
    Action(
        "view.tear",
        QT_TRANSLATE_NOOP("actions", "Open this tab as a window"),
        "Ctrl+Shift+W",
        "arrow-square-out",
    ),
    Action("view.menu", QT_TRANSLATE_NOOP("actions", "Menu"), "F10", "list"),
    Action("view.theme", QT_TRANSLATE_NOOP("actions", "Light or dark"), "Ctrl+Shift+D", "moon"),
    Action("help.page", QT_TRANSLATE_NOOP("actions", "Help about this screen"), "F1", "question"),
    Action("help.keys", QT_TRANSLATE_NOOP("actions", "Keys of this screen"), "?", "keyboard"),
    Action(
        "help.problem",
        QT_TRANSLATE_NOOP("actions", "Report a problem"),
        "Ctrl+Shift+F1",
        "lifebuoy",
    ),
    Action("list.new", QT_TRANSLATE_NOOP("actions", "New"), "Ctrl+N", "plus"),
    Action("list.open", QT_TRANSLATE_NOOP("actions", "Open"), "Ctrl+O", "arrow-square-in"),
    Action("list.edit", QT_TRANSLATE_NOOP("actions", "Edit"), "Ctrl+E", "pencil-simple"),
    Action("list.reload", QT_TRANSLATE_NOOP("actions", "Read again"), "F5", "arrows-clockwise"),
    Action(
        "list.columns", QT_TRANSLATE_NOOP("actions", "Choose columns"), "Ctrl+Shift+C", "columns"
    ),
    Action("list.views", QT_TRANSLATE_NOOP("actions", "Kept views"), "Alt+V", "bookmarks-simple"),
    Action("list.import", QT_TRANSLATE_NOOP("actions", "Import"), "Ctrl+I", "download-simple"),
    Action(
        "list.export",
        QT_TRANSLATE_NOOP("actions", "Export what is shown"),
        "Ctrl+Shift+E",
        "export",
    ),
    Action(
        "list.papers",
        QT_TRANSLATE_NOOP("actions", "Save papers of the list as PDF"),
        "Ctrl+Shift+P",
        "file-pdf",
    ),
    Action(
        "list.note",
        QT_TRANSLATE_NOOP("actions", "Write a note"),
        "Ctrl+Shift+N",
        "note-pencil",
        "customer.note",
    ),
    Action(
        "list.reveal",
        QT_TRANSLATE_NOOP("actions", "Show the whole tax number"),
        "Ctrl+Shift+T",
        "eye",
        "customer.reveal",
    ),
    Action(
        "list.consent",
        QT_TRANSLATE_NOOP("actions", "Consent"),
        "Ctrl+Shift+K",
        "handshake",
        "customer.consent",
    ),
    Action("list.earlier", QT_TRANSLATE_NOOP("actions", "Week before"), "Ctrl+Left", "caret-left"),
    Action("list.later", QT_TRANSLATE_NOOP("actions", "Week after"), "Ctrl+Right", "caret-right"),
    Action("list.today", QT_TRANSLATE_NOOP("actions", "Today"), "Ctrl+Home", "calendar-blank"),
    Action("list.stage", QT_TRANSLATE_NOOP("actions", "Next filter"), "Ctrl+G", "funnel"),
    Action(
        "list.everybody", QT_TRANSLATE_NOOP("actions", "Mine or everybody’s"), "Ctrl+M", "users"
    ),
    Action("task.done", QT_TRANSLATE_NOOP("actions", "Done"), "D Ctrl+D", "check-circle"),
    Action("task.later", QT_TRANSLATE_NOOP("actions", "Put off"), "P", "clock-clockwise"),
    Action(
        "task.log",
        QT_TRANSLATE_NOOP("actions", "Log a visit without a plan"),
        "L",
        "note-pencil",
        "visit.save",
    ),
    Action(
        "task.confirm",
        QT_TRANSLATE_NOOP("actions", "Customer expects us"),
        "C",
        "calendar-check",
        "visit.save",
    ),
    Action(
        "task.miss",
        QT_TRANSLATE_NOOP("actions", "Did not take place"),
        "M",
        "calendar-x",
        "visit.save",
    ),
    Action(
        "task.drop",
        QT_TRANSLATE_NOOP("actions", "Not needed any more"),
        "X",
        "trash",
        "visit.save",
    ),
    Action("task.customer", QT_TRANSLATE_NOOP("actions", "Customer of this line"), "F4", "user"),
    Action(
        "form.test",
        QT_TRANSLATE_NOOP("actions", "Send me a test mail"),
        "Ctrl+F5",
        "paper-plane-tilt",
        "settings.save",
    ),
    Action("form.save", QT_TRANSLATE_NOOP("actions", "Save"), "Ctrl+S", "floppy-disk"),
    Action(
        "form.revert",
        QT_TRANSLATE_NOOP("actions", "Undo all changes"),
        "Ctrl+Shift+Z",
        "arrow-counter-clockwise",
    ),
    Action(
        "form.double",
        QT_TRANSLATE_NOOP("actions", "Open the one that is there already"),
        "Ctrl+Shift+O",
        "users",
    ),
    Action(
        "document.submit",
        QT_TRANSLATE_NOOP("actions", "Submit / issue"),
        "Ctrl+Return Ctrl+Enter",
        "paper-plane-tilt",
    ),
    Action("document.save", QT_TRANSLATE_NOOP("actions", "Save draft"), "Ctrl+S", "floppy-disk"),
    Action(
        "document.revert",
        QT_TRANSLATE_NOOP("actions", "Undo all changes"),
        "Ctrl+Shift+Z",
        "arrow-counter-clockwise",
    ),
    Action(
        "document.customer", QT_TRANSLATE_NOOP("actions", "Customer of this paper"), "F4", "user"
    ),
    Action(
        "document.reasons", QT_TRANSLATE_NOOP("actions", "Why this decision (hold)"), "F7", "scales"
    ),
    Action("document.preview", QT_TRANSLATE_NOOP("actions", "Preview"), "F6", "eye"),
    Action("document.print", QT_TRANSLATE_NOOP("actions", "Print"), "Ctrl+P", "printer"),
    Action("document.pdf", QT_TRANSLATE_NOOP("actions", "Save as PDF"), "Ctrl+Shift+P", "file-pdf"),
    Action(
        "document.revise",
        QT_TRANSLATE_NOOP("actions", "Revise"),
        "Ctrl+R",
        "git-branch",
        "quotation.revise",
    ),
    Action(
        "document.recall",
        QT_TRANSLATE_NOOP("actions", "Recall the request"),
        "Ctrl+Shift+R",
        "arrow-u-up-left",
        "request.recall",
    ),
    Action(
        "document.received",
        QT_TRANSLATE_NOOP("actions", "Customer has received it"),
        "Ctrl+Shift+I",
        "check",
        "quotation.follow",
    ),
    Action(
        "document.followup",
        QT_TRANSLATE_NOOP("actions", "Next follow-up date"),
        "Ctrl+Shift+F",
        "calendar-check",
        "quotation.follow",
    ),
    Action(
        "document.accept",
        QT_TRANSLATE_NOOP("actions", "Accepted by the customer"),
        "Ctrl+Shift+A",
        "handshake",
        "quotation.follow",
    ),
    Action(
        "document.lost",
        QT_TRANSLATE_NOOP("actions", "Lost"),
        "Ctrl+Shift+L",
        "thumbs-down",
        "quotation.follow",
    ),
    Action(
        "document.cancel",
        QT_TRANSLATE_NOOP("actions", "Cancel this paper"),
        "Ctrl+Shift+X",
        "prohibit",
    ),
    Action(
        "document.negotiate",
        QT_TRANSLATE_NOOP("actions", "Negotiating"),
        "Ctrl+Shift+B",
        "chats-circle",
        "quotation.follow",
    ),
    Action(
        "document.extend",
        QT_TRANSLATE_NOOP("actions", "Let the offer hold longer"),
        "Ctrl+Shift+V",
        "calendar-plus",
        "quotation.extend",
    ),
    Action(
        "document.history",
        QT_TRANSLATE_NOOP("actions", "Revisions and history"),
        "Ctrl+Shift+H",
        "clock-counter-clockwise",
    ),
    Action(
        "document.compare",
        QT_TRANSLATE_NOOP("actions", "Compare with the paper before"),
        "Alt+F6",
        "git-diff",
    ),
    Action("line.edit", QT_TRANSLATE_NOOP("actions", "Edit in the cell"), "Ctrl+E", "pencil-line"),
    Action("line.copy", QT_TRANSLATE_NOOP("actions", "Copy line"), "Ctrl+D", "copy"),
    Action("line.up", QT_TRANSLATE_NOOP("actions", "Move line up"), "Alt+Up", "arrow-up"),
    Action("line.down", QT_TRANSLATE_NOOP("actions", "Move line down"), "Alt+Down", "arrow-down"),
    Action("line.remove", QT_TRANSLATE_NOOP("actions", "Remove line"), "Ctrl+Del", "trash"),
    Action("line.text", QT_TRANSLATE_NOOP("actions", "Free-text line"), "Ctrl+T", "text-t"),
    Action("line.heading", QT_TRANSLATE_NOOP("actions", "Section heading"), "Ctrl+H", "text-h"),
    Action("line.subtotal", QT_TRANSLATE_NOOP("actions", "Subtotal"), "Ctrl+U", "plus-minus"),
)

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        *_TABLE,
        *PAPER,
        *DOUBLES,
        *PRIVACY,
        *TYPING,
        *NEW_ORDERS,
        *ORDERS,
        *WORK,
        *MONEY,
        *AUTHORITY,
        *TEAM,
        *PIPELINE,
        *SETTINGS,
        *EXCHANGE,
        *IMPORTS,
        *ROUNDS,
    )
}


def menu_title(menu: str) -> str:
    """The heading of a menu in the language that is on."""
    return QCoreApplication.translate("actions", MENUS[menu])

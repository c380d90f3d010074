"""The first run: shop, branch, owner and administrator at once, or none of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import ClassVar

from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services import people
from crm_desktop.services.authority.calendars import add_public_holidays
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    DraftMatrix,
    confirm_matrix,
    draft_matrix,
)
from crm_desktop.services.look import SaveLook, ShopLook, keep_logo, normal_logo, save_look
from crm_desktop.services.people import SavePerson, is_new, save_person
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.settings import SaveBranch, SaveShop, Shop, save_branch, save_shop


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """One of the two accounts that a desk begins with."""

    username: str
    full_name: str
    password: str
    full_name_en: str = ""


@dataclass(frozen=True, slots=True)
class FirstBranch:
    """The branch that the first numbers will carry."""

    code: str = "01"
    name_th: str = "สำนักงานใหญ่"
    name_en: str = "Head Office"
    tax_branch: str = "00000"
    address_th: str = ""
    address_en: str = ""
    phone: str = ""


@dataclass(frozen=True)
class SetUpDesk(Command[None]):
    """Begins the desk in an empty database; the shipped matrix waits for the owner, unless the
    owner has read it and `confirmed` it at once. `logo` is a PNG, JPEG or SVG as base64."""

    name: ClassVar[str] = "desk.set_up"
    permission: ClassVar[str] = "settings.save"
    shop: Shop
    owner: FirstPerson
    administrator: FirstPerson
    branch: FirstBranch = FirstBranch()
    look: ShopLook = field(default_factory=ShopLook)
    logo: str = ""
    confirmed: bool = False


def require_empty(context: Context) -> None:
    """Refused `desk_set_up_already` where there is already somebody who could log in."""
    if not is_new(context):
        raise Refused("desk_set_up_already", database=context.store.name)


@handles(SetUpDesk)
def set_up_desk(context: Context, command: SetUpDesk) -> None:
    """Owner and administrator are two, so that neither confirms the matrix alone."""
    require_empty(context)
    with _part("shop"):
        save_shop(context, SaveShop(0, command.shop))
    with _part("look"):
        save_look(context, SaveLook(0, command.look))
    if command.logo:
        keep_logo(context, 0, normal_logo(command.logo))
    with _part("branch"):
        branch_id = save_branch(context, SaveBranch(None, 0, **asdict(command.branch)))
    owner = _first(context, "owner", command.owner, "director", "G6", branch_id, None)
    _first(context, "administrator", command.administrator, "administrator", "G3", branch_id, owner)
    add_public_holidays(context)
    rows = tuple(rows_to_json(shipped().rows))
    draft_matrix(context, DraftMatrix(rows, sentence("matrix_shipped", "th"), context.today))
    if command.confirmed:
        context.actor = people.actor(context.store, owner, context.now)
        confirm_matrix(context, ConfirmMatrix(1))


@contextmanager
def _part(name: str) -> Iterator[None]:
    """Says of what is refused in which part of the answers its field stands."""
    try:
        yield
    except Refused as problem:
        problem.field = f"{name}.{problem.field}"
        raise


def _first(
    context: Context,
    part: str,
    person: FirstPerson,
    role: str,
    grade: str,
    branch_id: int,
    superior_id: int | None,
) -> int:
    wanted = SavePerson(
        id=None,
        version=0,
        username=person.username,
        full_name=person.full_name,
        full_name_en=person.full_name_en,
        roles=(role,),
        grade=grade,
        branch_id=branch_id,
        superior_id=superior_id,
        password=person.password,
    )
    with _part(part):
        return save_person(context, wanted)

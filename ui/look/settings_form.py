"""What the forms of the shop's settings have in common: a sample of what is not saved yet."""

from collections.abc import Callable, Mapping
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.paper import AnyPaper
from ui.desk import Desk
from ui.forms.base import Form

Read = Callable[..., AnyPaper]


class SettingsForm(Form):
    """Saved again and again: what was saved is read back, with the version of the next save."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.saved.connect(lambda _: self.load(self.stored()))

    def stored(self) -> Mapping[str, Any]:
        raise NotImplementedError

    def sampled(self, read: Read) -> AnyPaper:
        """The sample that `read(shop, look, logo)` makes of what stands in the fields."""
        raise NotImplementedError

    def point_out(self, refusal: Refused) -> None:
        """Say it beside its field, and leave the cursor where somebody is typing."""
        field = self.fields.get((refusal.field or "").partition(".")[0])
        if field is not None:
            field.refuse(self.desk.explain(refusal))

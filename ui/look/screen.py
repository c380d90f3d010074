"""The place "Settings", for the administrator: one page each for what the shop sets."""

from ui.parted import Part, PartedScreen


class SettingsScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "settings"
    PARTS = (
        Part("papers", "settings.papers", "ui.look.pages:PapersPage"),
        Part("shop", "settings.shop", "ui.look.pages:ShopPage"),
        Part("mail", "settings.mail", "ui.mail_form:MailPage", ("mail",)),
        Part("watched", "settings.watched", "ui.exchange.watched:WatchedPage"),
    )

    @property
    def title(self) -> str:
        return self.tr("Settings")

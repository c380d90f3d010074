"""The place "Authority": the table, and one page each for what is asked of it."""

from ui.parted import Part, PartedScreen


class AuthorityScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "authority"
    PARTS = (Part("table", "matrix.table", "ui.authority.table_page:TablePage", ("matrix",)),)

    @property
    def title(self) -> str:
        return self.tr("Authority")

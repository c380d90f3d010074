"""The place "Authority": the table, and one page each for what is asked of it."""

from ui.parted import Part, PartedScreen


class AuthorityScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "authority"
    PARTS = (
        Part("table", "matrix.table", "ui.authority.table_page:TablePage", ("matrix",)),
        Part("what_if", "matrix.what_if", "ui.authority.what_if:WhatIfPage"),
        Part("compare", "matrix.compare", "ui.authority.compare:ComparePage"),
        Part("replay", "matrix.replay", "ui.authority.replay:ReplayPage"),
        Part(
            "signatures",
            "matrix.signatures",
            "ui.authority.signatures:SignaturesPage",
            ("matrix_signature",),
        ),
        Part("times", "matrix.times", "ui.authority.times:TimesPage"),
    )

    @property
    def title(self) -> str:
        return self.tr("Authority")

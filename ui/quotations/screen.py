"""The place "Quotations": all of them, the board, follow-ups, the forecast, prices that rose."""

from ui.parted import Part, PartedScreen


class QuotationsScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "quotations"
    PARTS = (
        Part("list", "pipeline.list", "ui.quotations.list:QuotationList", ("quotation",)),
        Part("board", "pipeline.board", "ui.quotations.board_page:BoardPage"),
        Part("follow_ups", "pipeline.follow_ups", "ui.quotations.follow_ups:FollowUpsPage"),
        Part("forecast", "pipeline.forecast", "ui.quotations.forecast:ForecastPage"),
        Part("rises", "pipeline.rises", "ui.quotations.rises:RisesPage", ("price_call",)),
    )

    @property
    def title(self) -> str:
        return self.tr("Quotations")

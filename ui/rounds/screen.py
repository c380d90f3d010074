"""The place "Visits": the week as a list and as a calendar, who is due, routes, coverage."""

from ui.parted import Part, PartedScreen


class RoundsScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "rounds"
    PARTS = (
        Part("list", "rounds.list", "ui.visits:VisitsScreen", ("visit",)),
        Part("week", "rounds.week", "ui.rounds.calendar:WeekPage"),
        Part("month", "rounds.month", "ui.rounds.calendar:MonthPage"),
        Part("due", "rounds.due", "ui.rounds.due:DuePage"),
        Part("route", "rounds.route", "ui.rounds.route:RoutePage"),
        Part("coverage", "rounds.coverage", "ui.rounds.coverage:CoveragePage"),
    )

    @property
    def title(self) -> str:
        return self.tr("Visits")

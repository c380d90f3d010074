"""The place "Orders": all papers, and a page for each kind of work on goods."""

from ui.parted import Part, PartedScreen


class OrdersScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "orders"
    PARTS = (
        Part("papers", "work.papers", "ui.orders.list:OrderList"),
        Part("tell", "work.tell", "ui.orders.works:ToTell"),
        Part("fetch", "work.fetch", "ui.orders.works:Uncollected"),
        Part("risk", "work.risk", "ui.orders.works:AtRisk"),
        Part("buy", "work.buy", "ui.orders.works:Purchases"),
        Part("pool", "work.pool", "ui.orders.pool:PoolPage"),
        Part("erp", "work.erp", "ui.exchange.erp:ErpPage"),
    )

    @property
    def title(self) -> str:
        return self.tr("Orders")

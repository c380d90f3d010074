"""What cannot be taken back by Ctrl+Z, and why: every command is either here or knows its way back.

A test goes through all commands; docs/undo.md is drawn from this.
"""

LASTING: dict[str, tuple[str, ...]] = {
    "money that was received, paid, counted or promised back": (
        *("deposit.ask", "deposit.receive", "deposit.clear", "deposit.bounce", "deposit.cancel"),
        *("deposit.apply", "deposit.refund", "deposit.pay", "deposit.drop", "deposit.forfeit"),
        *("deposit.transfer", "deposit.waive", "deposit.reverse", "deposit.tax_invoice"),
        "till.count",
    ),
    "a paper that was asked about, numbered, answered or handed on; what comes of it is an act of "
    "its own": (
        *("quotation.submit", "quotation.issue", "quotation.extend", "order.submit"),
        *("order.issue", "order.step", "order.quote", "purchase.answer"),
        *("request.answer", "request.confirm_spoken", "request.recall", "customer.merge_drop"),
    ),
    "a new paper; it is cancelled on its own page": (
        *("quotation.revise", "order.from_quotation", "order.split", "order.move_short"),
        "purchase.request",
    ),
    "what the customer said, signed or was told; such lines only grow": (
        *("customer.consent", "customer.withdraw", "customer.note", "quotation.followed_up"),
        *("quotation.objection", "order.sign", "order.tell", "order.promise", "order.refuse"),
    ),
    "goods that were counted in, put by or handed over": (
        *("goods.receive", "goods.inspect", "goods.allocate", "goods.release", "delivery.record"),
    ),
    "it left the house: printed, mailed, exported, sent to the ERP": (
        *("paper.take_out", "paper.take_out_many", "paper.take_out_slip", "paper.send"),
        *("paper.not_printed", "list.export", "erp.send", "mail.test"),
    ),
    "a superior or a colleague was told, and may have acted on it": (
        *("request.customer_waits", "request.seen", "delegation.save", "delegation.end"),
        *("work.hand_over", "team.reassign"),
    ),
    "it decides from now on, by two people; the next version replaces it": (
        *("matrix.confirm", "matrix.sign"),
    ),
    "a list or a figure that was taken in: Ctrl+U takes the last list of its kind back, a later "
    "figure replaces the one before": (
        *("import.file", "import.undo", "product.import", "credit.import", "credit.import_bills"),
        *("customer.credit", "customer.cards", "order.bill_numbers", "deposit.tax_invoices"),
    ),
    "parted again, it is merged anew by whoever may": ("customer.unmerge",),
    "the audit keeps who saw it": ("customer.reveal",),
    "personal data that went on purpose, or a copy of them that left": (
        *("privacy.anonymise", "privacy.drop_files", "privacy.hand_out"),
    ),
    "a secret, which nothing keeps in the clear": ("person.password",),
    "housekeeping and the first day": (
        *("customer.look", "desk.set_up", "mail.send", "system.housekeeping", "system.take_in"),
    ),
}

PARTLY: dict[str, str] = {
    "customer.save": "a new customer has a code: it is put aside, not taken away",
    "quotation.save": "of a draft that was stored before",
    "order.save": "of a draft that was stored before",
    "quotation.cancel": "of a draft that is no revision",
    "order.cancel": "of a draft that came of no other paper",
    "quotation.follow": "unless a follow-up that was due was ticked off with it",
    "quotation.follow_up": "unless a note was written with it",
    "person.save": "unless a new password was given; a new person is put aside instead",
    "settings.branch": "a new branch has its code for good",
    "mail.save": "as long as the password stays",
    "matrix.draft": "of one's own drafts",
    "matrix.drop": "of one's own drafts",
    "customer.merge": "where it was one's own decision; what happened since is told",
    "customer.rhythm": "where all were in one class before",
    "visit.order": "where the day had an order before",
    "visit.log": "with its photos; then it is not done again by the same key",
}
"""Of what can be taken back: where only a part of it can."""

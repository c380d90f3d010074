"""Adds up what a shop's day left in the database, in other words than the program's own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crm_desktop.domain.deposits import balance, state_of
from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.services.deposits.deposit_ledger import entry_of
from crm_desktop.store import Store

Row = dict[str, Any]

# Rows that are written for good: each came with its line of the audit, or was never committed.
WRITTEN_ONCE = (
    *("goods_move", "arrival_move", "receipt", "receipt_line", "delivery", "delivery_line"),
    *("promise", "telling", "supplier_quote", "attachment", "deposit_entry", "deposit_claim"),
)
OUT_OF_THE_POOL = ("allocated", "told", "delivered")
WAITS = ("requested", "ordered", "received")
COMES = ("asked", "ordered")


@dataclass(frozen=True)
class Books:
    """The tables as they are now, read once."""

    store: Store

    def rows(self, table: str) -> list[Row]:
        """Every row in the order in which it was written."""
        found = getattr(self.store.t, table)
        key = {"goods_stage": found.c.line_id, "deposit": found.c.document_id}
        return list(found.select().order_by(key.get(table, found.c.id)).dicts())

    def by(self, table: str, key: str) -> dict[Any, list[Row]]:
        """The rows of a table under what one of their columns says."""
        found: dict[Any, list[Row]] = defaultdict(list)
        for row in self.rows(table):
            found[row[key]].append(row)
        return found

    def faults(self) -> list[str]:
        """Every promise that is broken, in words for whoever reads the failed test."""
        looks = (
            *(self._numbers, self._goods, self._headers, self._pools, self._coming),
            *(self._receipts, self._deliveries, self._ledgers, self._papers_paid, self._claims),
            self._audited,
        )
        return [fault for look in looks for fault in look()]

    def papers(self) -> dict[int, Row]:
        """Every document by its id."""
        return {row["id"]: row for row in self.rows("document")}

    def numbers(self) -> dict[str, list[str]]:
        """The numbers taken, by kind, in their order."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows("document"):
            if row["number"]:
                found[row["kind"]].append(row["number"])
        return {kind: sorted(numbers) for kind, numbers in found.items()}

    def _numbers(self) -> Iterator[str]:
        for kind, numbers in self.numbers().items():
            if numbers != [f"{kind}01-6911-{each:05d}" for each in range(1, len(numbers) + 1)]:
                yield f"numbers of {kind}: {numbers}"

    def _goods(self) -> Iterator[str]:
        """What stands at each stage is what was moved there, and of no line is more or less."""
        papers, lines = self.papers(), {row["id"]: row for row in self.rows("document_line")}
        stands: dict[tuple[int, str], int] = {}
        wholes: dict[int, int] = defaultdict(int)
        for row in self.rows("goods_stage"):
            stands[row["line_id"], row["stage"]] = row["quantity_milli"]
            wholes[row["line_id"]] += row["quantity_milli"]
        moved: dict[tuple[int, str], int] = defaultdict(int)
        for line_id in wholes:
            kind = KINDS[papers[lines[line_id]["document_id"]]["kind"]]
            moved[line_id, kind.goods.initial] = lines[line_id]["quantity_milli"]
        for row in self.rows("goods_move"):
            moved[row["line_id"], row["from_stage"]] -= row["quantity_milli"]
            moved[row["line_id"], row["to_stage"]] += row["quantity_milli"]
        for key in moved.keys() | stands.keys():
            if moved.get(key, 0) != stands.get(key, 0):
                yield f"stage {key}: {stands.get(key)}, moved {moved.get(key)}"
        goods_kinds = {kind.code for kind in ORDERS}
        for line_id, line in lines.items():
            paper = papers[line["document_id"]]
            whole = wholes.get(line_id, 0)
            on_its_way = paper["number"] and paper["kind"] in goods_kinds
            if on_its_way and whole != line["quantity_milli"]:
                yield f"line {line_id} of {paper['number']}: {whole}"

    def _headers(self) -> Iterator[str]:
        """A paper's state is the one that its quantities come to."""
        stages = self.by("goods_stage", "document_id")
        for paper in self.papers().values():
            derive = KINDS[paper["kind"]].derive
            if derive is None or not paper["number"] or paper["state"] in ("cancelled", "settled"):
                continue
            total: dict[str, int] = defaultdict(int)
            for row in stages[paper["id"]]:
                total[row["stage"]] += row["quantity_milli"]
            state = derive(total)
            if state not in (None, paper["state"]) and paper["state"] != "refused":
                yield f"{paper['number']} is {paper['state']}, its goods say {state}"

    def _standing(self, kind: str, stages: tuple[str, ...], parent: str = "") -> dict[Any, int]:
        """Thousandths by branch and product that papers of a kind (made from `parent`) have
        there; every product of the shop is sold by its own unit."""
        papers, found = self.papers(), defaultdict[Any, int](int)
        for row in self.rows("goods_stage"):
            paper = papers[row["document_id"]]
            source = papers[paper["parent_id"]]["kind"] if paper["parent_id"] else ""
            if paper["kind"] == kind and row["stage"] in stages and parent in ("", source):
                found[row["branch_id"], row["product_id"]] += row["quantity_milli"]
        return found

    def _pools(self) -> Iterator[str]:
        """Nothing was given out before it arrived, at no moment; nothing arrived and vanished."""
        pools: dict[Any, int] = defaultdict(int)
        released: dict[Any, int] = defaultdict(int)
        for row in self.rows("arrival_move"):
            key = row["branch_id"], row["product_id"]
            pools[key] += row["quantity_milli"]
            if row["event"] == "release":
                released[key] -= row["quantity_milli"]
            if pools[key] < 0:
                yield f"pool of {key} at {pools[key]} after arrival_move {row['id']}"
        came = self._standing("PR", ("received",), "BO")
        for key, milli in self._standing("PR", ("received",), "SP").items():
            came[key] += milli
        for key, milli in self._standing("SP", ("arrived", "delivered")).items():
            came[key] -= milli
        given = self._standing("BO", OUT_OF_THE_POOL)
        for key in pools.keys() | came.keys() | given.keys():
            if pools[key] != came[key] - given[key] - released[key]:
                yield f"pool of {key}: {pools[key]}, came {came[key]}, given {given[key]}"
        sums: dict[Any, int] = defaultdict(int)
        for row in self.rows("arrival_pool"):
            sums[row["branch_id"], row["product_id"]] += row["quantity_milli"]
        if {key: milli for key, milli in sums.items() if milli} != {
            key: milli for key, milli in pools.items() if milli
        }:
            yield f"pools are {dict(pools)}, kept as {dict(sums)}"

    def _coming(self) -> Iterator[str]:
        """Whoever reads `ordered` on a back order waits for goods that are really on their way."""
        waits, comes = self._standing("BO", WAITS), self._standing("PR", COMES, "BO")
        for row in self.rows("arrival_move"):
            comes[row["branch_id"], row["product_id"]] += row["quantity_milli"]
        for key, milli in waits.items():
            if milli > comes[key]:
                yield f"{milli} of {key} are waited for, {comes[key]} come"

    def _receipts(self) -> Iterator[str]:
        """What was accepted stands as received, but for what is owed again after an inspection."""
        accepted: dict[int, int] = defaultdict(int)
        for row in self.rows("receipt_line"):
            accepted[row["line_id"]] += row["accepted_milli"]
        for row in self.rows("goods_move"):
            if row["event"] == "replace":
                accepted[row["line_id"]] -= row["quantity_milli"]
        papers = self.papers()
        for row in self.rows("goods_stage"):
            if papers[row["document_id"]]["kind"] != "PR" or row["stage"] != "received":
                continue
            if accepted[row["line_id"]] != row["quantity_milli"]:
                yield f"line {row['line_id']}: {accepted[row['line_id']]} accepted, {row}"

    def _deliveries(self) -> Iterator[str]:
        lines = self.by("delivery_line", "delivery_id")
        moves = self.by("goods_move", "delivery_id")
        entries = self.by("deposit_entry", "delivery_id")
        for delivery in self.rows("delivery"):
            one = delivery["id"]
            sums = {
                "value": sum(row["value_satang"] for row in lines[one]) - delivery["value_satang"],
                "goods": sum(row["quantity_milli"] for row in lines[one])
                - sum(row["quantity_milli"] for row in moves[one]),
                "deducted": sum(row["satang"] for row in entries[one])
                - delivery["deducted_satang"],
            }
            yield from (f"delivery {one}: {name} off by {off}" for name, off in sums.items() if off)

    def _ledgers(self) -> Iterator[str]:
        """received + transferred in = used + held, and the paper says what its ledger says."""
        entries, papers = self.by("deposit_entry", "deposit_id"), self.papers()
        asked: dict[int, int] = defaultdict(int)
        for claim in self.rows("deposit_claim"):
            if claim["state"] in ("waiting", "approved"):
                asked[claim["deposit_id"]] += claim["satang"]
        for row in self.rows("deposit"):
            one, paper = row["document_id"], papers[row["document_id"]]
            found = balance(map(entry_of, entries[one]))
            if not found.is_sound or found.cleared.satang < asked[one]:
                yield f"{paper['number']}: {found}, asked back {asked[one]}"
            if entries[one] and paper["state"] != state_of(found):
                yield f"{paper['number']} is {paper['state']}, its ledger says {state_of(found)}"
            if bool(entries[one]) != bool(paper["number"]):
                yield f"{paper['draft_reference']}: {len(entries[one])} entries, {paper['number']}"

    def _papers_paid(self) -> Iterator[str]:
        """No paper takes more money than it comes to."""
        entries = self.rows("deposit_entry")
        undone = {row["reverses_id"] for row in entries}
        paid: dict[int, int] = defaultdict(int)
        for row in entries:
            if row["kind"] == "apply" and row["id"] not in undone:
                paid[row["target_id"]] += row["satang"]
        papers = self.papers()
        for paper_id, satang in paid.items():
            if satang > papers[paper_id]["total_satang"]:
                yield f"{papers[paper_id]['number']} was paid {satang}"

    def _claims(self) -> Iterator[str]:
        """What was approved and carried out stands in the ledger once; a transfer on both sides."""
        entries = self.by("deposit_entry", "claim_id")
        for claim in self.rows("deposit_claim"):
            kinds = sorted(row["kind"] for row in entries[claim["id"]] if row["kind"] != "reverse")
            done = {
                "deposit.refund": ["refund"],
                "deposit.forfeit": ["forfeit"],
                "deposit.transfer": ["transfer_in", "transfer_out"],
            }[claim["matter"]]
            if kinds != (done if claim["state"] == "done" else []):
                yield f"claim {claim['id']} is {claim['state']}, its entries are {kinds}"

    def _audited(self) -> Iterator[str]:
        line = self.store.t.audit_line
        told = defaultdict[str, set[int]](set)
        for record, record_id in line.select(line.c.record, line.c.record_id).tuples():
            told[record].add(record_id)
        for table in WRITTEN_ONCE:
            if stored := {row["id"] for row in self.rows(table)} - told[table]:
                yield f"{table} {sorted(stored)} are in no line of the audit"

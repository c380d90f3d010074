"""What a hurried officer types must find whom it means."""

import pytest

from crm_desktop.store import Store, search
from crm_desktop.store.search import Record

CUSTOMERS = (
    Record(1, ("บริษัท รุ่งเรืองวัสดุก่อสร้าง จำกัด", "Rungrueang Co., Ltd."), ("C-000001", "021234567")),
    Record(2, ("คุณสมชาย ใจดี",), ("C-000002", "0812345678", "3100600445635")),
    Record(3, ("ร้านใจดีการช่าง", "", "คุณสมหญิง"), ("C-000003", "0899998888")),
    Record(4, ("นายเอก ทองคำ", "Ek O'Neil 100%"), ("C-000004", "0812349999")),
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write():
        search.put_all(store, "customer", CUSTOMERS)
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("รุ่งเรือง", [1]),
        ("วัสดุก่อ", [1]),
        ("rungrueang", [1]),
        ("RUNGR", [1]),
        ("สมชาย", [2]),
        ("นายสมชาย", [2]),
        ("ใจดี", [3, 2]),
        ("สมหญิง", [3]),
        ("ทองคํา", [4]),
        ("ใจ สม", [3, 2]),
        ("ก", []),
        ("ใ", [3, 2]),
        ("รุ", [1]),
        ("ru", [1]),
        ("5678", [2]),
        ("234", [4, 2, 1]),
        ("081-234-5678", [2]),
        ("+66 81 234 5678", [2]),
        ("๐๘๑๒๓๔๕", [2]),
        ("3100600445635", [2]),
        ("c-000003", [3]),
        ("000003", [3]),
        ("l,=kp", [2]),
        ("pes;tvpu", []),
        ("/-ภถ", [2, 1]),
        ("ๅ/-ภ", [4, 2, 1]),
        ("100%", [4, 2]),
        ("o'neil", [4]),
        ('"', []),
        ("*", []),
        ("  ", []),
        ("a\0b", []),
    ],
)
def test_what_is_typed_finds_who_is_meant(filled: Store, typed: str, found: list[int]) -> None:
    assert search.find(filled, "customer", typed) == found


def test_the_best_match_comes_first_however_old_it_is(store: Store) -> None:
    records = [
        Record(1, ("ปูน",)),
        Record(2, ("โรงปูน",)),
        Record(3, ("หิน ปูน",)),
        Record(4, ("ปูนทอง",)),
    ]
    newer = [Record(number, (f"สระปูน {number}",)) for number in range(5, 300)]
    with store.write():
        search.put_all(store, "customer", records + newer)
        for record in records:
            columns = {"code": f"C{record.id}", "kind": "person", "name": record.names[0]}
            store.t.branch.insert(
                id=record.id, code=str(record.id), name_th="", name_en="", tax_branch="",
                address_th="", address_en="", phone="",
            ).execute()  # fmt: skip
            store.t.customer.insert(
                id=record.id, bare_name=record.names[0], sort_key="", branch_id=1, created_at="",
                **columns,
            ).execute()  # fmt: skip
    assert search.find(store, "customer", "ปูน", 3) == [1, 4, 299]


def test_names_beyond_the_newest_are_found_and_come_in_the_same_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "NEWEST", 2)
    with store.write():
        search.put_all(store, "customer", (Record(each, ("ร้านหมู่บ้าน",)) for each in range(1, 6)))
    assert search.find(store, "customer", "ู่บ้") == [5, 4, 3, 2, 1]
    assert search.holding(store, "customer", ["หมู่บ้าน"], limit=3) == [5, 4, 3]
    assert search.texts(store, "customer", [1])[1].startswith("หมู่บ้าน\n")


def test_a_changed_record_is_found_by_what_it_is_now(filled: Store) -> None:
    with filled.write():
        search.put(filled, "customer", Record(2, ("คุณวิชัย",), ("C-000002",)))
    assert search.find(filled, "customer", "สมชาย") == []
    assert search.find(filled, "customer", "5678") == []
    assert search.find(filled, "customer", "ส") == [3]
    assert search.find(filled, "customer", "วิ") == search.find(filled, "customer", "วิชัย") == [2]


def test_an_erased_record_leaves_nothing_behind(filled: Store) -> None:
    with filled.write():
        search.put(filled, "customer", Record(2))
    for table in ("customer_search", "customer_word"):
        sql = f"SELECT count(*) FROM {table} WHERE id = 2"
        assert filled.database.execute_sql(sql).fetchone()[0] == 0
    assert search.find(filled, "customer", "สมชาย") == []


def test_a_refused_change_leaves_the_search_as_it_was(filled: Store) -> None:
    def change_and_fail() -> None:
        with filled.write():
            search.put(filled, "customer", Record(2, ("คุณวิชัย",)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert search.find(filled, "customer", "สมชาย") == [2]


@pytest.mark.parametrize(
    "typed", ["QT01-6911-00042", "qt01691100042", "00042", "691100042", "K7M2"]
)
def test_a_paper_is_found_by_any_part_of_its_number(store: Store, typed: str) -> None:
    with store.write():
        search.put(store, "document", Record(7, (), ("QT01-6911-00042", "D-K7M2")))
        search.put(store, "document", Record(8, (), ("QT01-6911-00043", "D-A9A9")))
    assert search.find(store, "document", typed)[0] == 7


def test_this_database_searches_by_index(store: Store) -> None:
    assert search.accelerated(store)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_the_trigrams_agree_with_the_texts_after_changes(filled: Store) -> None:
    with filled.write():
        search.put(filled, "customer", Record(2, ("คุณวิชัย",)))
        search.put(filled, "customer", Record(3))
        check = "INSERT INTO customer_trigram (customer_trigram) VALUES ('integrity-check')"
        filled.database.execute_sql(check)

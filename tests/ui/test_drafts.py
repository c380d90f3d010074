"""Nothing typed is lost: drafts survive a kill and a damaged file stops nobody."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

from ui.drafts import Drafts


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(1, "customer:12", {"name": "สมศรี", "lines": [1, None]}, "ลูกค้า")
    found = drafts.load(1, "customer:12")
    assert found
    assert (found.key, found.title) == ("customer:12", "ลูกค้า")
    assert found.values == {"name": "สมศรี", "lines": [1, None]}


def test_drafts_belong_to_one_person(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(1, "customer:12", {"name": "a"})
    assert drafts.load(2, "customer:12") is None
    assert drafts.list(2) == []


def test_a_removed_draft_is_not_offered_again(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(1, "a", {"x": 1})
    drafts.remove(1, "a")
    drafts.remove(1, "a")
    assert drafts.list(1) == []


def test_only_its_owner_may_read_a_draft(tmp_path: Path) -> None:
    Drafts(tmp_path).save(1, "quotation:new-ab/../c", {"x": 1})
    [file] = (tmp_path / "1").iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_draft_is_set_aside_and_the_others_are_offered(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(1, "good", {"x": 1})
    for name, content in {
        "half": b'{"title": "',
        "list": b"[]",
        "none": b'{"values": null}',
    }.items():
        (tmp_path / "1" / f"{name}.json").write_bytes(content)
    assert [draft.key for draft in drafts.list(1)] == ["good"]
    assert len(list((tmp_path / "1").glob("*.broken"))) == 3


def test_kill_9_leaves_a_whole_draft(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ui.drafts import Drafts\n"
        "drafts = Drafts(Path(sys.argv[1]))\n"
        "for number in range(10**9):\n"
        "    drafts.save(1, 'customer:1', {'n': number, 'text': 'x' * 50_000})\n"
        "    if number == 3: print('writing', flush=True)\n"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=root, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        writer.stdout.readline()
        writer.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    found = Drafts(tmp_path).load(1, "customer:1")
    assert found
    assert found.values["n"] >= 3
    assert not list(tmp_path.rglob("*.broken"))

"""`camtay broadcast new|approve|status|list|stop|correct|all-clear|report`: a notice by scripts, and who may not."""

import json
import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from click.testing import Result

from bot.cli import acting, notice_file
from bot.cli.notice_file import NoNotice, read_file
from bot.conversation.notice_facts import Group, Note
from bot.notices.known import Known
from bot.storage.broadcasting import notes
from bot.storage.offices import accounts
from bot.storage.offices.factor import step_of
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level, Notice
from broadcasts.officer import Officer, Role
from broadcasts.wording import Severity
from tests.cli.conftest import Run

NOW = datetime.now(VIETNAM).replace(microsecond=0)
OFFICE = "Ủy ban nhân dân phường Sài Gòn"
STORM = {
    "kind": "actual",
    "level": "khẩn cấp",
    "office": OFFICE,
    "event": "bão",
    "headline": "Bão số 12 vào phường Sài Gòn",
    "description": "Gió mạnh, mưa to, nước có thể dâng cao ở các đường gần sông.",
    "instruction": "Ở trong nhà. Rút phích điện. Gọi 114 nếu cần cứu.",
    "area": "26740",
    "starts": NOW.isoformat(),
    "ends": (NOW + timedelta(hours=10)).isoformat(),
    "contact": "114",
}


@dataclass
class Desk:
    """An office that works by scripts; every second factor is a new one."""

    camtay: Run
    folder: Path
    ids: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    used: int = 0

    def appoint(self, role: str, area: str = "26740") -> None:
        words = ("--name", role.title(), "--office", OFFICE, "--role", role, "--area", area)
        told = json.loads(self.camtay("officer", "add", *words, "--json").output)
        self.ids[role], self.secrets[role] = told["id"], told["secret"]

    def factor(self, role: str) -> str:
        return pyotp.TOTP(self.secrets[role]).now()

    def file(self, **changes: Any) -> Path:
        path = self.folder / "notice.json"
        path.write_text(json.dumps({**STORM, **changes}), "utf-8")
        return path

    def ask(self, *words: object, by: str, factor: str | None = None) -> Result:
        """The deed, proven by the officer's own device unless another factor is given."""
        digits = self.factor(by) if factor is None else factor
        return self.camtay("broadcast", *words, "--by", self.ids[by], "--factor", digits, "--json")

    def submitted(self, **changes: Any) -> dict[str, Any]:
        return told(self.ask("new", self.file(**changes), "--submit", by="writer"))

    def sent(self, **changes: Any) -> dict[str, Any]:
        return told(self.ask("approve", self.submitted(**changes)["id"], by="approver"))

    def status(self, name: str) -> dict[str, Any]:
        return told(self.camtay("broadcast", "status", name, "--json"))


def told(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def refused(result: Result) -> str:
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert found["message"]
    return str(found["refused"])


@pytest.fixture
def desk(camtay: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A step of the clock for each factor, so that nobody waits half a minute for the next one."""
    steps = iter(range(10**9))
    monkeypatch.setattr(
        accounts, "step_of", lambda secret, digits, now: next(steps) + 1 if step_of(secret, digits, now) else None
    )
    found = Desk(camtay, tmp_path)
    for role in ("writer", "approver", "duty"):
        found.appoint(role)
    return found


def test_from_a_file_to_being_sent(desk: Desk) -> None:
    made = desk.submitted()
    assert (made["state"], made["errors"], made["people"]) == ("submitted", [], None)
    sent = told(desk.ask("approve", made["code"], "--text", made["text"], by="approver"))
    assert (sent["id"], sent["state"], sent["people"]) == (made["id"], "sending", 0)
    status = desk.status(made["id"])
    assert [(one["move"], one["name"]) for one in status["moves"]] == [
        ("edit", "Writer"),
        ("submit", "Writer"),
        ("approve", "Approver"),
        ("start", "Approver"),
    ]
    assert status["tally"]["meant"] == 0
    lines = desk.camtay("broadcast", "status", made["id"]).output
    assert "đang gửi" in lines
    assert "Approver duyệt" in lines


def test_a_notice_on_standard_input_is_kept_as_a_draft(desk: Desk) -> None:
    words = ("broadcast", "new", "-", "--by", desk.ids["writer"], "--json")
    made = told(desk.camtay(*words, typed=json.dumps(STORM)))
    assert (made["state"], made["kind"], made["level"]) == ("draft", "actual", "khẩn cấp")
    assert made["areas"] == ["26740"]


def test_what_has_errors_is_not_submitted(desk: Desk) -> None:
    result = desk.ask("new", desk.file(instruction="", ends=""), "--submit", by="writer")
    assert result.exit_code == 1
    assert "instruction-missing" in {one["code"] for one in json.loads(result.output)["errors"]}
    words = ("broadcast", "new", desk.file(instruction=""), "--by", desk.ids["writer"], "--submit")
    people = desk.camtay(*words)
    assert people.exit_code == 1
    assert people.output.startswith("- ")
    assert desk.camtay("broadcast", "list").output == ""


def test_two_accounts_of_one_login_are_one_person(desk: Desk) -> None:
    """Unless the writer's own device has proven that it was the writer."""
    words = ("broadcast", "new", desk.file(), "--by", desk.ids["writer"], "--submit", "--json")
    unproven = told(desk.camtay(*words))
    result = desk.ask("approve", unproven["id"], by="approver")
    assert refused(result) == "same phone"
    assert "--factor" in json.loads(result.output)["message"]
    assert told(desk.ask("approve", desk.submitted()["id"], by="approver"))["state"] == "sending"


def test_another_login_approves_what_this_one_wrote(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("broadcast", "new", desk.file(), "--by", desk.ids["writer"], "--submit", "--json")
    unproven = told(desk.camtay(*words))
    monkeypatch.setattr(acting, "login", lambda: "cli:binh")
    assert told(desk.ask("approve", unproven["id"], by="approver"))["state"] == "sending"


@pytest.fixture
def sent_notes(monkeypatch: pytest.MonkeyPatch) -> list[Note]:
    """What commands have sent to officers."""
    found: list[Note] = []
    monkeypatch.setattr(notes, "send", lambda tx, sent, now: found.extend(sent))
    return found


def test_whoever_was_named_by_a_command_without_proof_is_told(desk: Desk, sent_notes: list[Note]) -> None:
    words = ("broadcast", "new", desk.file(), "--by", desk.ids["writer"], "--submit", "--json")
    made = told(desk.camtay(*words))
    assert [(note.to, note.about) for note in sent_notes] == [
        (Group.APPROVERS, made["id"]),
        (Group.WRITERS, made["id"]),
    ]
    text = "\n".join(paragraph.text for paragraph in sent_notes[1].screen.paragraphs)
    assert "đứng tên anh chị" in text
    assert acting.login().removeprefix("cli:") in text
    desk.submitted()
    assert [note.to for note in sent_notes[2:]] == [Group.APPROVERS]


def test_the_log_says_which_login_of_the_machine_it_was(desk: Desk) -> None:
    words = ("broadcast", "new", desk.file(), "--by", desk.ids["writer"], "--submit", "--json")
    made = told(desk.camtay(*words))
    rows = desk.camtay("audit", "show", "--about", made["id"], "--json").output.splitlines()
    login = acting.login().removeprefix("cli:")
    assert [(json.loads(row)["what"], json.loads(row)["details"]["channel"]) for row in rows] == [
        ("edit", "cli"),
        ("submit", "cli"),
    ]
    assert {json.loads(row)["details"]["login"] for row in rows} == {login}
    proven = desk.camtay("audit", "show", "--about", desk.submitted()["id"], "--json").output.splitlines()
    assert {json.loads(row)["details"]["login"] for row in proven} == {login}


def test_nobody_writes_in_another_offices_name(desk: Desk) -> None:
    other = desk.file(office="Ủy ban nhân dân phường Tân Định")
    assert refused(desk.ask("new", other, "--submit", by="writer")) == "office"
    desk.appoint("province", area="79")
    assert told(desk.ask("new", other, "--submit", by="province"))["state"] == "submitted"


def test_the_login_is_not_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    before = acting.login()
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME", "HOME"):
        monkeypatch.setenv(name, "binh")
    assert acting.login() == before
    assert before.startswith("cli:")


def test_a_login_without_a_name_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 987654321)
    assert acting.login() == "cli:987654321"


@pytest.mark.parametrize("deed", ["approve", "stop", "correct", "all-clear"])
def test_without_a_right_factor_nothing_is_done(desk: Desk, deed: str) -> None:
    made = desk.submitted() if deed == "approve" else desk.sent()
    before = desk.status(made["id"])
    assert refused(desk.ask(deed, made["id"], by="duty", factor="000000")) == "factor"
    assert refused(desk.ask(deed, made["id"], by="duty", factor=desk.factor("approver"))) == "factor"
    assert desk.camtay("broadcast", deed, made["id"], "--by", desk.ids["duty"]).exit_code == 2
    assert desk.status(made["id"]) == before


def test_a_wrong_factor_of_the_writer_keeps_nothing(desk: Desk) -> None:
    assert refused(desk.ask("new", desk.file(), "--submit", by="writer", factor="000000")) == "factor"
    assert desk.camtay("broadcast", "list").output == ""


@pytest.mark.parametrize(
    ("by", "changes", "why"),
    [("approver", {}, "role"), ("writer", {"area": "26737"}, "area"), ("writer", {"area": "79"}, "area")],
)
def test_who_may_not_write_it(desk: Desk, by: str, changes: dict[str, str], why: str) -> None:
    assert refused(desk.ask("new", desk.file(**changes), by=by)) == why
    assert desk.camtay("broadcast", "list").output == ""


def test_who_may_not_approve_it(desk: Desk) -> None:
    made = desk.submitted()
    assert refused(desk.ask("approve", made["id"], by="writer")) == "role"
    assert refused(desk.ask("approve", made["id"], "--text", "0" * 64, by="approver")) == "changed"
    assert refused(desk.ask("approve", "b9", by="approver")) == "unknown"
    desk.camtay("officer", "freeze", desk.ids["approver"])
    assert refused(desk.ask("approve", made["id"], by="approver")) == "account"
    desk.ids["approver"] = "nobody"
    assert refused(desk.ask("approve", made["id"], by="approver")) == "account"
    assert desk.camtay("broadcast", "new", desk.file(), "--by", "nobody").exit_code == 1


@pytest.mark.parametrize("deed", ["stop", "correct"])
def test_stopped_and_corrected_in_one_step(desk: Desk, deed: str) -> None:
    made = desk.sent()
    words = ("--reason", "Nhầm xã") if deed == "stop" else ()
    assert told(desk.ask(deed, made["id"], *words, by="approver"))["state"] == "cancelled"
    correction = desk.status(desk.status(made["id"])["replaced_by"])
    assert (correction["kind"], correction["state"], correction["refers_to"]) == ("cancel", "sending", made["id"])
    assert correction["headline"].startswith("Đính chính")
    assert refused(desk.ask(deed, made["id"], by="approver")) == "state"


def test_corrected_by_another_text_that_a_second_person_approves(desk: Desk) -> None:
    made = desk.sent()
    better = desk.file(headline="Bão số 12 đã mạnh lên")
    update = told(desk.ask("correct", made["code"], better, by="writer"))
    assert (update["kind"], update["state"], update["refers_to"]) == ("update", "submitted", made["id"])
    assert desk.status(made["id"])["state"] == "sending"
    assert told(desk.ask("approve", update["id"], by="approver"))["state"] == "sending"
    old = desk.status(made["id"])
    assert (old["state"], old["replaced_by"]) == ("updated", update["code"])


def test_an_update_may_be_written_as_a_file_too(desk: Desk) -> None:
    made = desk.sent()
    update = desk.submitted(kind="update", refers_to=made["code"])
    assert (update["kind"], update["refers_to"]) == ("update", made["id"])
    assert refused(desk.ask("new", desk.file(kind="update"), "--submit", by="writer")) == "state"


def test_all_clear(desk: Desk) -> None:
    made = desk.sent()
    assert refused(desk.ask("all-clear", made["id"], by="approver")) == "role"
    assert told(desk.ask("all-clear", made["id"], by="duty"))["state"] == "ended"
    clear = desk.status(desk.status(made["id"])["replaced_by"])
    assert (clear["kind"], clear["state"]) == ("allclear", "sending")


def test_a_notice_waits_for_its_hour(desk: Desk) -> None:
    begins = NOW + timedelta(hours=3)
    sent = desk.sent(begins=begins.isoformat())
    assert (sent["state"], datetime.fromisoformat(sent["begins"])) == ("approved", begins)


def test_a_recording_goes_with_the_notice(desk: Desk, tmp_path: Path) -> None:
    voice = tmp_path / "voice.ogg"
    voice.write_bytes(b"OggS" + b"\0" * 200)
    made = told(desk.ask("new", desk.file(), "--submit", "--recording", voice, by="writer"))
    assert (tmp_path / "data" / made["recording"]).read_bytes() == voice.read_bytes()
    assert made["text"] != desk.submitted()["text"]
    assert told(desk.ask("approve", made["id"], by="approver"))["recording"] == made["recording"]


@pytest.mark.parametrize(("content", "why"), [(b"PK\x03\x04", "Ogg"), (b"OggS".ljust(2**21 + 1), "2 MB")])
def test_what_is_no_recording_is_refused(desk: Desk, tmp_path: Path, content: bytes, why: str) -> None:
    voice = tmp_path / "voice.ogg"
    voice.write_bytes(content)
    result = desk.ask("new", desk.file(), "--submit", "--recording", voice, by="writer")
    assert result.exit_code == 1
    assert why in result.output
    assert desk.camtay("broadcast", "list").output == ""


def test_a_drill_is_one_from_its_first_word_to_its_last(desk: Desk) -> None:
    sent = desk.sent(
        kind="drill",
        headline="[DIỄN TẬP] Bão số 12 vào phường Sài Gòn",
        instruction="Ở trong nhà. Rút phích điện. Gọi 114 nếu cần cứu. [DIỄN TẬP]",
    )
    assert sent["drill"] is True
    desk.ask("stop", sent["id"], by="approver")
    correction = desk.status(desk.status(sent["id"])["replaced_by"])
    assert correction["drill"] is True
    assert correction["headline"].startswith("[DIỄN TẬP]")


def test_the_list_shows_the_newest_first(desk: Desk) -> None:
    first, second = desk.submitted(), desk.submitted(headline="Bão số 13 vào phường Sài Gòn")
    rows = [json.loads(line) for line in desk.camtay("broadcast", "list", "--json").output.splitlines()]
    assert [row["id"] for row in rows] == [second["id"], first["id"]]
    assert len(desk.camtay("broadcast", "list", "--last", "1").output.splitlines()) == 1


def test_the_report_afterwards(desk: Desk) -> None:
    made = desk.sent()
    found = told(desk.camtay("broadcast", "report", made["id"], "--json"))["report"]
    assert found["approved_at"] >= found["submitted_at"]
    assert (found["first_at"], found["reached"], found["cases"]) == (None, {}, [])
    whole = told(desk.camtay("broadcast", "report", made["id"], "--json"))
    assert {move["text"] for move in whole["moves"]} == {made["text"]}
    assert whole["changed"] == []
    lines = desk.camtay("broadcast", "report", made["code"]).output
    assert "Yêu cầu giúp: 0, đã có người nhận: 0" in lines
    assert f"Lời được duyệt là bản 1 trên 1, dấu {made['text'][:12]}." in lines


@pytest.mark.parametrize("deed", ["status", "report"])
def test_a_notice_that_nobody_knows(camtay: Run, deed: str) -> None:
    result = camtay("broadcast", deed, "ZZZZ-ZZZZ")
    assert result.exit_code == 1
    assert "ZZZZ-ZZZZ" in result.output


@pytest.mark.parametrize("typed", ["", "[]", "{", "null", "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_a_file_that_holds_no_notice(desk: Desk, typed: str) -> None:
    result = desk.camtay("broadcast", "new", "-", "--by", desk.ids["writer"], typed=typed)
    assert result.exit_code == 1
    assert "JSON" in result.output


# the texts that lie ready

WRITER = Officer("an", "An", OFFICE, frozenset({Role.WRITER}), frozenset({"26740"}))
EVENTS = ("bão", "lũ", "sạt lở", "cháy", "dịch bệnh", "nước nhiễm bẩn", "cắt điện", "lừa đảo", "tiêm chủng", "")


def read(**changes: Any) -> notice_file.NoticeFile:
    return read_file(json.dumps({**STORM, **changes}).encode(), WRITER, Known(), NOW)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("contact", ["114", ""])
@pytest.mark.parametrize("kind", ["actual", "drill"])
def test_what_lies_ready_keeps_the_rules_of_wording(event: str, contact: str, kind: str) -> None:
    drill = {"headline": f"[DIỄN TẬP] {STORM['headline']}", "instruction": f"{STORM['instruction']} [DIỄN TẬP]"}
    found = read(event=event, contact=contact, kind=kind, **(drill if kind == "drill" else {}))
    own = read(event=event, contact=contact, kind="cancel").findings  # of the notice itself, whatever follows it
    errors = {one.code for one in found.findings if one.severity is Severity.ERROR}
    assert errors <= {one.code for one in own}
    for ready, of_kind in ((found.correction, Kind.CANCEL), (found.all_clear, Kind.ALL_CLEAR)):
        assert ready is not None
        assert (ready.kind, ready.level, ready.drill) == (of_kind, Level.URGENT, kind == "drill")


def test_what_lies_ready_may_be_written_in_the_file() -> None:
    found = read(correction={"headline": "Đính chính: không có bão"}, all_clear={"instruction": "Ra đường được rồi."})
    assert isinstance(found.correction, Notice)
    assert isinstance(found.all_clear, Notice)
    assert found.correction.headline == "Đính chính: không có bão"
    assert found.correction.instruction
    assert found.all_clear.instruction == "Ra đường được rồi."


def test_what_follows_holds_for_a_day_longer_but_three_days_at_most() -> None:
    short, long = read().correction, read(ends=(NOW + timedelta(hours=60)).isoformat()).correction
    assert short is not None
    assert long is not None
    assert short.ends == NOW + timedelta(hours=34)
    assert long.ends == NOW + timedelta(hours=72)


def test_nothing_lies_ready_for_what_ends_something_itself() -> None:
    for kind in ("cancel", "allclear"):
        found = read(kind=kind)
        assert (found.correction, found.all_clear) == (None, None)


def test_bytes_that_are_no_text_are_no_notice() -> None:
    with pytest.raises(NoNotice):
        read_file(b"\xff\xfe{}", WRITER, Known(), NOW)

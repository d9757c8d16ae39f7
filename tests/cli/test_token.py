"""`camtay token`: made, listed, ended; and shown once."""

import json

import pytest

from tests.cli.conftest import Run

AN = ("officer", "add", "--name", "An", "--office", "UBND phường Sài Gòn", "--role", "writer", "--area", "26740")


@pytest.fixture
def officer(camtay: Run) -> str:
    id: str = json.loads(camtay(*AN, "--json").output)["id"]
    return id


def test_a_token_is_made_listed_and_ended(camtay: Run, officer: str) -> None:
    made = camtay("token", "add", "--officer", officer, "--name", "cổng", "--scope", "notices:read", "--json")
    assert made.exit_code == 0, made.output
    secret = json.loads(made.output)["token"]
    listed = camtay("token", "list", "--json").output
    row = json.loads(listed)
    assert (row["name"], row["officer"], row["scopes"]) == ("cổng", officer, ["notices:read"])
    assert secret.split("_", 2)[2] not in listed
    assert row["id"] in camtay("token", "list").output
    assert camtay("token", "revoke", row["id"]).exit_code == 0
    assert camtay("token", "revoke", row["id"]).exit_code == 1
    assert json.loads(camtay("token", "list", "--json").output)["revoked_at"]


def test_what_the_officer_may_not_do_is_refused(camtay: Run, officer: str) -> None:
    beyond = camtay("token", "add", "--officer", officer, "--name", "x", "--scope", "notices:read", "--area", "00721")
    assert beyond.exit_code == 1
    assert "ngoài địa bàn" in beyond.output
    nobody = camtay("token", "add", "--officer", "x", "--name", "x", "--scope", "lessons:read")
    assert nobody.exit_code == 1

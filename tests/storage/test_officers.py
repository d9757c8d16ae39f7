"""Officers' accounts: appointed, bound to a telephone by a one-time code, proven by a second factor, cut off."""

import asyncio
import re
import secrets
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.areas import communes_of
from bot.conversation.facts import Joined, Person, Refusal, Why
from bot.conversation.notice_facts import Bound, ColleagueFrozen
from bot.conversation.visit import World
from bot.directory import Directory
from bot.learning.lesson import Audience
from bot.learning.library import read_library
from bot.messages import Address, Incoming
from bot.storage import notice_tables
from bot.storage.database import Database, Transaction
from bot.storage.offices import accounts, audit, binding, officers
from bot.storage.offices.accounts import MOST_WRONG, Appointment, NotAppointable, UnknownArea
from bot.storage.offices.officer_rows import AccountState, province_of, spelled
from bot.storage.people import inbox
from bot.storage.people.conversations import conversation, person_at
from bot.storage.people.facts import write_facts
from bot.turns import Turns
from broadcasts.code import ALPHABET
from broadcasts.governance import Denial
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW, PROVINCE
from tests.storage.staff import OFFICE, appoint, digits, phone

HERE, ELSEWHERE = Address("telegram", "123"), Address("web", "abc")
MINH = Appointment("Trần Văn Minh", OFFICE, frozenset({Role.DUTY}), (COMMUNE,))
LATER = NOW + timedelta(minutes=29)


async def added(database: Database, appointed: Appointment = MINH) -> tuple[str, str]:
    return await database.write(lambda tx: accounts.add(tx, appointed, NOW))


async def coded(database: Database, id: str, replaces: bool = False) -> str:
    return await database.write(lambda tx: binding.new_code(tx, id, NOW, replaces))


async def bind(database: Database, code: str, where: Address = HERE, now: Any = NOW) -> Why | None:
    return await database.write(lambda tx: binding.bind(tx, where, code, now))


async def at(database: Database, where: Address = HERE) -> Officer | None:
    return await database.read(lambda tx: officers.officer_at(tx, where))


async def audited(database: Database) -> list[tuple[str, str, str]]:
    rows = await database.read(audit.newest)
    assert await database.read(audit.verify) is None
    return [(row.who, row.what, row.about) for row in rows]


async def test_a_new_account_is_an_officer_without_a_telephone(database: Database) -> None:
    id, _ = await added(database)
    found = await database.read(lambda tx: officers.officer_by_id(tx, id))
    assert found == Officer(id, "Trần Văn Minh", OFFICE, frozenset({Role.DUTY}), frozenset({COMMUNE}))
    [account] = await database.read(accounts.accounts)
    assert (account.officer, account.state, account.areas) == (found, AccountState.ACTIVE, (COMMUNE,))
    assert (account.places, account.seen_at) == (0, None)
    assert await audited(database) == [("cli", "officer added", id)]


async def test_a_province_is_all_its_communes(database: Database) -> None:
    id, _ = await added(database, Appointment("Hoa", OFFICE, frozenset({Role.PROVINCE}), (PROVINCE,)))
    found = await database.read(lambda tx: officers.officer_by_id(tx, id))
    assert found is not None
    assert found.areas == {one.code for one in communes_of(PROVINCE)}
    assert len(found.areas) > 100


@pytest.mark.parametrize(
    ("codes", "meant", "province"),
    [
        ((COMMUNE,), {COMMUNE}, PROVINCE),
        ((COMMUNE, NEIGHBOUR, COMMUNE), {COMMUNE, NEIGHBOUR}, PROVINCE),
        ((COMMUNE, "00004"), {COMMUNE, "00004"}, ""),
        ((COMMUNE, "99999"), set(), ""),
        (("00",), set(), ""),
        ((), set(), ""),
    ],
)
def test_codes_are_spelled_out_and_an_unknown_one_widens_nothing(
    codes: tuple[str, ...], meant: set[str], province: str
) -> None:
    assert spelled(codes) == meant
    assert province_of(spelled(codes)) == province


@pytest.mark.parametrize(
    ("appointed", "refused"),
    [
        (Appointment("A", OFFICE, frozenset({Role.ADMINISTRATOR, Role.DUTY}), (COMMUNE,)), NotAppointable),
        (Appointment("A", OFFICE, frozenset(), (COMMUNE,)), NotAppointable),
        (Appointment("A", OFFICE, frozenset({Role.DUTY}), (COMMUNE, "99999")), UnknownArea),
    ],
)
async def test_who_may_not_be_appointed_is_not_kept(
    database: Database, appointed: Appointment, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        await added(database, appointed)
    assert await database.read(accounts.accounts) == ()
    assert await audited(database) == []


async def test_the_code_binds_a_telephone_and_is_kept_nowhere(database: Database) -> None:
    id, _ = await added(database)
    code = await coded(database, id)
    assert re.fullmatch(f"ma-[{ALPHABET}]{{12}}", code)
    assert await at(database) is None
    named = await database.read(lambda tx: binding.binding(tx, code, NOW))
    assert named is not None
    assert named.id == id
    assert await bind(database, code) is None
    assert await at(database) == named
    kept = await database.read(lambda tx: [str(row) for row in tx.execute(select(notice_tables.binding_codes))])
    assert sha256(code.removeprefix("ma-").encode()).hexdigest() in kept[0]
    log = await database.read(lambda tx: [str(row) for row in tx.execute(select(notice_tables.audit))])
    assert code.removeprefix("ma-") not in "".join(kept + log)
    assert await audited(database) == [
        ("cli", "officer added", id),
        ("cli", "code given", id),
        (id, "place bound", id),
    ]


@pytest.mark.parametrize(
    "written",
    [str.lower, str.upper, lambda code: f" {code[:7]} {code[7:11]}-{code[11:]} ", lambda code: code[3:]],
    ids=["small", "large", "parted", "without prefix"],
)
async def test_a_code_may_be_typed_in_many_ways(database: Database, written: Callable[[str], str]) -> None:
    id, _ = await added(database)
    assert await bind(database, written(await coded(database, id))) is None


async def test_letters_that_are_misread_are_understood(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "choice", lambda alphabet: alphabet[1])
    id, _ = await added(database)
    assert await coded(database, id) == "ma-111111111111"
    assert await bind(database, "ma-lIL1iI1l1L1i") is None


@pytest.mark.parametrize(
    ("spoil", "now", "why"),
    [
        (lambda code: code, NOW + timedelta(minutes=30), Why.UNKNOWN),
        (lambda code: code[:-1], NOW, Why.UNKNOWN),
        (lambda code: code[:-1] + ("0" if code[-1] != "0" else "1"), NOW, Why.UNKNOWN),
        (lambda code: "", NOW, Why.UNKNOWN),
        (lambda code: "ma-", NOW, Why.UNKNOWN),
        (lambda code: code, LATER, None),
    ],
    ids=["too old", "cut", "another", "empty", "only the prefix", "just in time"],
)
async def test_which_codes_bind(database: Database, spoil: Callable[[str], str], now: Any, why: Why | None) -> None:
    id, _ = await added(database)
    code = spoil(await coded(database, id))
    assert (await database.read(lambda tx: binding.binding(tx, code, now)) is None) is (why is not None)
    assert await bind(database, code, now=now) is why
    assert (await at(database) is None) is (why is not None)


async def test_a_code_works_once_even_when_two_use_it_at_once(database: Database) -> None:
    id, _ = await added(database)
    code = await coded(database, id)
    places = [Address("telegram", str(number)) for number in range(6)]
    found = await asyncio.gather(*(bind(database, code, place) for place in places))
    assert sorted(found, key=str) == [None, *[Why.UNKNOWN] * 5]
    assert await bind(database, code, ELSEWHERE) is Why.UNKNOWN


async def test_a_newer_code_makes_the_older_one_void(database: Database) -> None:
    id, _ = await added(database)
    first, second = await coded(database, id), await coded(database, id)
    assert await bind(database, first) is Why.UNKNOWN
    assert await bind(database, second) is None


async def test_one_telephone_is_one_person(database: Database) -> None:
    minh, _ = await added(database)
    hoa, _ = await added(database)
    assert await bind(database, await coded(database, minh)) is None
    code = await coded(database, hoa)
    assert await bind(database, code) is Why.ALREADY
    found = await at(database)
    assert found is not None
    assert found.id == minh
    assert await bind(database, code, ELSEWHERE) is None  # the refused try has not used it up
    assert await bind(database, await coded(database, minh)) is None  # once more by the same account


@pytest.mark.parametrize("replaces", [True, False])
async def test_a_second_telephone_beside_the_first_or_instead_of_it(database: Database, replaces: bool) -> None:
    id, _ = await added(database)
    await bind(database, await coded(database, id))
    await bind(database, await coded(database, id, replaces), ELSEWHERE, LATER)
    assert (await at(database) is None) is replaces
    assert await at(database, ELSEWHERE) is not None
    expected = (ELSEWHERE,) if replaces else (ELSEWHERE, HERE)
    assert await database.read(lambda tx: binding.places(tx, [id])) == expected


async def test_who_was_here_lately_comes_first(database: Database) -> None:
    id, _ = await added(database)
    for minute, where in enumerate((HERE, ELSEWHERE)):
        await bind(database, await coded(database, id), where, NOW + timedelta(minutes=minute))
    await database.write(lambda tx: officers.seen(tx, HERE, LATER))
    assert await database.read(lambda tx: binding.places(tx, [id])) == (HERE, ELSEWHERE)
    [account] = await database.read(accounts.accounts)
    assert (account.places, account.seen_at) == (2, LATER)


async def test_the_officer_comes_with_the_conversation(database: Database) -> None:
    def joined_and_bound(tx: Transaction) -> tuple[Person, Person]:
        id, _ = accounts.add(tx, MINH, NOW)
        assert write_facts(tx, HERE, (Bound(binding.new_code(tx, id, NOW)),), NOW) == ()
        alone = person_at(tx, HERE)
        write_facts(tx, HERE, (Joined(Audience.ADULT, "vi", (COMMUNE, NEIGHBOUR), "1", "0" * 16, False),), NOW)
        return alone, conversation(tx, HERE)[1]

    alone, person = await database.write(joined_and_bound)
    officer = await at(database)
    assert officer is not None
    assert alone == Person(officer=officer)
    assert person == Person(person.contact, Audience.ADULT, "vi", (COMMUNE, NEIGHBOUR), officer=officer)
    assert (await database.write(lambda tx: conversation(tx, ELSEWHERE)))[1] == Person()


CUT_OFF: list[tuple[str, Callable[[Transaction, str], bool]]] = [
    ("frozen", lambda tx, id: accounts.freeze(tx, id, NOW)),
    ("revoked", lambda tx, id: accounts.revoke(tx, id, NOW)),
]


@pytest.mark.parametrize(("state", "cut_off"), CUT_OFF, ids=["frozen", "revoked"])
async def test_a_lost_telephone_is_cut_off_at_once(
    database: Database, state: str, cut_off: Callable[[Transaction, str], bool]
) -> None:
    id, _ = await added(database)
    await bind(database, await coded(database, id))
    waiting = await coded(database, id)
    assert await database.write(lambda tx: cut_off(tx, id))
    found = await at(database)
    assert found is None if state == "revoked" else found is not None and not found.active
    assert await bind(database, waiting, ELSEWHERE) is Why.UNKNOWN
    assert await database.read(lambda tx: officers.active_officers(tx, [COMMUNE])) == ()
    assert not await database.write(lambda tx: cut_off(tx, id))
    unbound = [(("cli"), "place unbound", id)] if state == "revoked" else []
    assert (await audited(database))[4:] == [("cli", f"officer {state}", id), *unbound]


async def test_a_code_given_to_a_frozen_account_binds_nothing_until_it_is_given_back(database: Database) -> None:
    id, _ = await added(database)
    await database.write(lambda tx: accounts.freeze(tx, id, NOW))
    code = await coded(database, id)
    assert await bind(database, code) is Why.UNKNOWN
    assert await database.write(lambda tx: accounts.unfreeze(tx, id, NOW))
    assert await bind(database, code) is None


async def test_a_code_from_before_the_freezing_binds_nothing_afterwards(database: Database) -> None:
    """Whoever has the lost telephone may have read it."""
    id, _ = await added(database)
    code = await coded(database, id)
    await database.write(lambda tx: accounts.freeze(tx, id, NOW))
    await database.write(lambda tx: accounts.unfreeze(tx, id, NOW))
    assert await bind(database, code) is Why.UNKNOWN


async def test_what_was_revoked_stays_so(database: Database) -> None:
    id, _ = await added(database)
    await database.write(lambda tx: accounts.revoke(tx, id, NOW))
    assert not await database.write(lambda tx: accounts.freeze(tx, id, NOW))
    assert not await database.write(lambda tx: accounts.unfreeze(tx, id, NOW))
    assert not await database.write(lambda tx: accounts.revoke(tx, id, NOW))
    assert not await database.write(lambda tx: accounts.freeze(tx, "nobody", NOW))


async def staffed(database: Database) -> dict[str, Officer]:
    def work(tx: Transaction) -> dict[str, Officer]:
        return {
            "writer": appoint(tx, Role.WRITER),
            "province": appoint(tx, Role.PROVINCE, areas=(PROVINCE,)),
            "elsewhere": appoint(tx, Role.DUTY, areas=("00004",)),
            "administrator": appoint(tx, Role.ADMINISTRATOR, areas=()),
            "auditor": appoint(tx, Role.AUDITOR),
        }

    return await database.write(work)


@pytest.mark.parametrize(
    ("who", "whom", "why"),
    [
        (Role.WRITER, "province", None),
        (Role.PROVINCE, "writer", None),
        (Role.ADMINISTRATOR, "elsewhere", None),
        (Role.WRITER, "elsewhere", Denial.AREA),
        (Role.AUDITOR, "writer", Denial.ROLE),
        (Role.WRITER, "nobody", Denial.AREA),
    ],
)
async def test_any_colleague_may_freeze_an_account(
    database: Database, who: Role, whom: str, why: Denial | None
) -> None:
    staff = await staffed(database)
    id = staff[whom].id if whom in staff else whom
    fact = ColleagueFrozen(id)
    refused = await database.write(lambda tx: write_facts(tx, phone(who), (fact,), NOW))
    assert refused == (() if why is None else (Refusal(fact, why),))
    if whom in staff:
        frozen = await database.read(lambda tx: officers.officer_by_id(tx, id))
        assert frozen is not None
        assert frozen.active is (why is not None)
    if why is None:
        by = next(one.id for role, one in staff.items() if role == who.value)
        assert (await audited(database))[-1] == (by, "officer frozen", id)


async def test_who_is_frozen_freezes_nobody(database: Database) -> None:
    staff = await staffed(database)
    await database.write(lambda tx: accounts.freeze(tx, staff["writer"].id, NOW))
    fact = ColleagueFrozen(staff["province"].id)
    refused = await database.write(lambda tx: write_facts(tx, phone(Role.WRITER), (fact,), NOW))
    assert refused == (Refusal(fact, Denial.ACCOUNT),)
    assert await database.write(
        lambda tx: accounts.freeze_colleague(tx, staff["province"], staff["writer"].id, NOW)
    ) is (Denial.STATE)


async def test_who_answers_for_a_part_of_an_area(database: Database) -> None:
    staff = await staffed(database)

    async def found(*areas: str) -> set[str]:
        ids = await database.read(lambda tx: {one.id for one in officers.active_officers(tx, areas)})
        return {role for role, one in staff.items() if one.id in ids}

    assert await found(COMMUNE) == {"writer", "province", "auditor"}
    assert await found(NEIGHBOUR) == {"province"}
    assert await found(COMMUNE, "00004") == {"writer", "province", "auditor", "elsewhere"}
    assert await found() == set()


async def prove(database: Database, id: str, code: str, now: Any = NOW) -> bool:
    return await database.write(lambda tx: accounts.prove(tx, id, code, now))


async def test_a_second_factor_works_once(database: Database) -> None:
    id, secret = await added(database)
    code = digits(secret, NOW)
    assert await prove(database, id, f"{code[:3]} {code[3:]}")
    assert not await prove(database, id, code)
    assert await prove(database, id, digits(secret, NOW + timedelta(seconds=30)), NOW + timedelta(seconds=30))
    assert not await prove(database, "nobody", code)


async def test_a_second_factor_works_once_even_for_two_at_once(database: Database) -> None:
    id, secret = await added(database)
    found = await asyncio.gather(*(prove(database, id, digits(secret, NOW)) for _ in range(6)))
    assert sorted(found) == [False] * 5 + [True]


@pytest.mark.parametrize(("steps", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_a_clock_may_be_one_step_wrong(database: Database, steps: int, right: bool) -> None:
    id, secret = await added(database)
    assert await prove(database, id, digits(secret, NOW + timedelta(seconds=30 * steps))) is right


async def test_an_older_step_is_void_once_a_newer_one_was_used(database: Database) -> None:
    id, secret = await added(database)
    assert await prove(database, id, digits(secret, NOW + timedelta(seconds=30)))
    assert not await prove(database, id, digits(secret, NOW))


@pytest.mark.parametrize("code", ["", "000000 ", "12345", "１２３４５６", "không", "0" * 5000])
async def test_a_wrong_factor_is_wrong_whatever_it_looks_like(
    database: Database, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "new_secret", lambda: "JBSWY3DPEHPK3PXP" * 2)
    id, _ = await added(database)
    assert not await prove(database, id, code)


async def test_guessing_freezes_the_account(database: Database) -> None:
    id, secret = await added(database)
    wrong = "000000" if digits(secret, NOW) != "000000" else "111111"
    for _ in range(MOST_WRONG - 1):
        assert not await prove(database, id, wrong)
    assert await prove(database, id, digits(secret, NOW))  # a right one begins the count anew
    now = NOW + timedelta(minutes=5)
    for _ in range(MOST_WRONG):
        frozen = await database.read(lambda tx: officers.officer_by_id(tx, id))
        assert frozen is not None
        assert frozen.active
        assert not await prove(database, id, wrong, now)
    frozen = await database.read(lambda tx: officers.officer_by_id(tx, id))
    assert frozen is not None
    assert not frozen.active
    assert (await audited(database))[-1] == ("system", "officer frozen", id)


async def test_an_officers_message_is_noted_whatever_it_says(database: Database) -> None:
    """Who was here lately is called first."""
    id, _ = await added(database)
    await bind(database, await coded(database, id))
    library = read_library(Path(__file__).parent.parent / "stories" / "lessons")
    turns = Turns(lambda: World(library, Directory(), "xã"))

    def turn(tx: Transaction) -> None:
        incoming = Incoming(HERE, "m1", text="xin chào")
        received = inbox.receive(tx, incoming, LATER, timedelta(minutes=1))
        assert turns.take(tx, inbox.Row(received.id, HERE, received.state, incoming), LATER) is not None

    await database.write(turn)
    [account] = await database.read(accounts.accounts)
    assert account.seen_at == LATER

"""Who says so, and how to ask them: the office in full, its telephone, only addresses and numbers that are known."""

from collections.abc import Iterator

from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.facts import Office, Trust
from broadcasts.wording.findings import Finding, found

_OFFICES = {
    Office.ONLY_ABBREVIATION: Code.OFFICE_ONLY_ABBREVIATION,
    Office.ABBREVIATED: Code.OFFICE_ABBREVIATED,
    Office.WITHOUT_PLACE: Code.OFFICE_WITHOUT_PLACE,
}
_LINKS = {Trust.UNKNOWN: Code.LINK_NOT_OFFICIAL, Trust.OPEN_TO_ALL: Code.LINK_OPEN_TO_ALL}


def _office(case: Case) -> Iterator[Finding]:
    if not case.notice.office.strip():
        yield found(Code.OFFICE_MISSING, "office")
    elif code := _OFFICES.get(case.facts.office):
        yield found(code, "office", office=case.notice.office)


def _contact(case: Case) -> Iterator[Finding]:
    if not case.notice.contact.strip():
        yield found(Code.CONTACT_MISSING, "contact")
    elif not case.facts.contact_readable:
        yield found(Code.CONTACT_UNREADABLE, "contact", contact=case.notice.contact)


def _links(case: Case) -> Iterator[Finding]:
    for link in case.facts.links:
        if code := _LINKS.get(link.trust):
            yield found(code, link.field, host=link.host)


def _numbers(case: Case) -> Iterator[Finding]:
    for number in case.facts.numbers:
        if not number.known:
            yield found(Code.NUMBER_UNKNOWN, number.field, number=number.number)


RULES = (_office, _contact, _links, _numbers)

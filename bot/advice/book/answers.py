"""A question in anybody's words gets approved words back, or is told who knows. Nothing is made up."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.advice import emergencies, emergency_cues, refusals, wants
from bot.advice.book import answer_words as say
from bot.advice.book import wishes
from bot.advice.book.answer_rank import AnswerIndex, Ranked
from bot.advice.distress import Distress
from bot.advice.emergency import ACCOUNT, GAME, KIDNAPPED, Emergency
from bot.advice.knowledge import Answer, Knowledge
from bot.advice.response import Response, Route
from bot.advice.urgent import Lost
from bot.advice.wants import Want
from bot.learning.address import FORM_OF
from bot.learning.lesson import Audience
from bot.translations import Words

LEAST = 0.35  # below it nothing is known: a little lower, and more is answered that should be refused
SURE = 0.7  # from here on a question that is in the book is not a message to be checked, whatever its words resemble
_WORTH_NAMING = 0.24  # of the nearest questions, where none is near enough
_NEAREST = 3
_FAIRLY = 0.41  # from here on a second answer that is nearly as near makes no difference
_DOUBTLESS = 0.43  # below it the next questions are named behind the answer
_CLOSE = 0.99  # of the best score: the second one may as well have been meant
_LOOK = 0.15  # how likely a look has to be wanted where words ask for one; fitted
_SURELY = 0.5  # from here on an emergency is one, although a pattern says that all is well or refuses
NO_TITLES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Question:
    """A message and everything that its answer may depend on."""

    text: str
    plain: str
    audience: Audience | None
    ranked: Sequence[Ranked]
    titles: Mapping[str, str]
    words: Words = field(default_factory=Words)

    @property
    def best(self) -> Ranked | None:
        return self.ranked[0] if self.ranked else None

    @property
    def is_known(self) -> bool:
        """Whether one of the answers is near enough to be given."""
        return self.score >= LEAST

    @property
    def score(self) -> float:
        return round(self.best.score, 3) if self.best else 0.0

    def say(self, *sentences: str, **values: object) -> str:
        return "\n".join(self.words.say(sentence, **values) for sentence in sentences)


def respond(
    text: str,
    audience: Audience | None,
    knowledge: Knowledge,
    *,
    titles: Mapping[str, str] = NO_TITLES,
    words: Words | None = None,
) -> Response:
    """The answer to one message. `titles` are the lessons by their `mã`; `words` default to the audience's forms."""
    index, spoken = index_of(knowledge), words or Words(address=FORM_OF[audience])
    plain = index.plain(text)
    return _respond(_Question(text, plain, audience, index.rank(plain), titles, spoken))


def _respond(question: _Question) -> Response:
    """People in danger first, then what is never answered, then money that is just leaving, then all the rest."""
    if wishes.greets(question.plain):
        return Response(Route.MENU, question.say(say.GREETING, say.MENU), score=1.0)
    if wishes.thanks(question.plain):
        return Response(Route.UNKNOWN, question.say(say.WELCOME), score=1.0)
    if wishes.cries_for_help(question.plain):
        return Response(Route.OFFICER, question.say(say.HELP), score=1.0)
    found = emergencies.danger(question.text, question.plain)
    if found and (found.what in _NEVER_A_QUESTION or question.score < SURE):
        return _urgent(question, found)
    checking = wishes.wants_check(question.text, question.plain)
    asked_outright = question.score >= SURE
    listens = not checking or refusals.pries(question.plain)
    if listens and not asked_outright and (no := _refused(question)):
        return Response(Route.UNKNOWN, question.say(no.sentence), refused=True)
    if not asked_outright and (found := emergencies.loss(question.text, question.plain)):
        return _urgent(question, found)
    if meant := None if asked_outright else _meant(question):
        return meant
    if wished := _wished(question):
        return wished
    if question.score < LEAST and refusals.instructs(question.plain):
        return Response(Route.UNKNOWN, question.say(refusals.Refused.INSTRUCTIONS.sentence), refused=True)
    if checking and question.score < SURE and wants.look(question.plain) >= _LOOK:
        return _to_check(question)
    return _answer(question)


def _refused(question: _Question) -> refusals.Refused | None:
    """What is never answered; whoever surely needs help at once is helped, unless it is to do harm."""
    no = refusals.refused(question.plain)
    needs_help = wants.shares(question.plain)[Want.URGENT] >= _SURELY
    return None if needs_help and no is not refusals.Refused.FRAUD else no


def _meant(question: _Question) -> Response | None:
    """What all the words together tell that is wanted; None where it is an answer, or they do not tell clearly."""
    want, share = wants.wanted(question.plain)
    if not wants.is_heard(want, share, question.score):
        return None
    if want is Want.REFUSED and refusals.is_spied_upon(question.plain):
        return None
    if want is not Want.URGENT:
        return _way(question, want)
    found = emergencies.told(question.plain)
    answered = question.score >= _ANSWERED.get(found.what, math.inf) and _is_about(question, found)
    settled = isinstance(found.what, Lost) and share < _SURELY and emergencies.is_settled(question.plain)
    return None if answered or settled else _urgent(question, found)


def _is_about(question: _Question, found: Emergency) -> bool:
    """Whether the nearest answer is for whoever it has happened to; about a game, another one says what to leave."""
    return found is not GAME or (question.best is not None and question.best.answer.lesson == GAME.lesson)


def _way(question: _Question, want: Want) -> Response:
    """Where somebody is led who wants anything but an answer."""
    match want:
        case Want.LESSON:
            return _lesson(question)
        case Want.REFUSED:
            no = refusals.told(question.plain)
            reply = question.say(no.sentence) if no else question.say(say.OUTSIDE, say.HELPS, say.ASK_PERSON)
            return Response(Route.UNKNOWN, reply, score=question.score, refused=True)
        case Want.CHECK:
            return _to_check(question)
        case Want.OUT if wishes.stops(question.plain):
            return Response(Route.OPT_OUT, question.say(say.STOPPED), score=1.0)
    route, sentence = _LED[want]
    return Response(route, question.say(sentence), score=1.0)


def _to_check(question: _Question) -> Response:
    """What to hold back from until the message is shown; between, the approved answer, where one is near."""
    shown, best = wants.only_shows(question.plain), question.best
    first, last = question.say(say.SCAM), question.say(say.SCAM_SHOW, say.SCAM_CALL_BACK)
    if best is None or shown or question.score < _DOUBTLESS:
        return Response(Route.SCAM_HELP, f"{first}\n{last}", score=question.score, shown=shown)
    answer = best.answer
    reply = f"{first}\n\n{_for(answer, question.audience)}\n\n{last}"
    return Response(Route.SCAM_HELP, reply, answer.id, question.score, lesson=answer.lesson)


def _wished(question: _Question) -> Response | None:
    """What is wanted of the machine itself; a lesson only where no question of the book is asked outright."""
    plain = question.plain
    for want, is_heard in _PATTERNS.items():
        unasked = want in _ALWAYS or question.score < SURE
        if unasked and is_heard(plain) and not wants.denied(want, plain):
            return _way(question, want)
    return None


def _lesson(question: _Question) -> Response:
    """The lesson behind the nearest answer that has one; else the way to all of them."""
    subject = wishes.subject_of_lesson(question.plain)
    taught = next((one for one in question.ranked if one.answer.lesson), None) if subject else None
    if taught is None or taught.score < LEAST / 2:
        return Response(Route.LESSON, question.say(say.LESSONS), score=question.score)
    id = taught.answer.lesson
    title = question.titles.get(id or "", taught.answer.topic)
    return Response(Route.LESSON, question.say(say.LESSON, title=title), score=round(taught.score, 3), lesson=id)


def _urgent(question: _Question, what: Emergency) -> Response:
    return Response(Route.URGENT_HELP, question.say(*what.sentences), score=1.0, lesson=what.lesson)


def _answer(question: _Question) -> Response:
    best = question.best
    if best is None or not question.is_known:
        return _unknown(question, say.UNKNOWN)
    if _is_unsure(question):
        return _unknown(question, say.UNSURE)
    answer = best.answer
    reply = _for(answer, question.audience)
    if title := question.titles.get(answer.lesson or ""):
        reply = f"{reply}\n\n{question.say(say.MORE, title=title)}"
    nearest = tuple(one.answer for one in question.ranked[1 : 1 + _NEAREST])
    if question.score < _DOUBTLESS and (others := _named(question.ranked[1:_NEAREST])):
        reply = f"{reply}\n\n{question.say(say.OTHERWISE)}\n{others}"
    return Response(Route.FAQ, reply, answer.id, question.score, nearest, answer.lesson)


def _for(answer: Answer, audience: Audience | None) -> str:
    """The words for this audience, where it has its own."""
    own = {Audience.ELDER: answer.elder, Audience.CHILD: answer.child}
    return (own.get(audience) if audience else "") or answer.reply


def recording_of(answer: Answer, audience: Audience | None) -> str:
    """The file in which somebody reads this audience's own words aloud; "" for none."""
    match audience:
        case Audience.ELDER if answer.elder:
            return answer.elder_recording
        case Audience.CHILD if answer.child:
            return answer.child_recording
        case _:
            return answer.recording


def _is_unsure(question: _Question) -> bool:
    """Whether another answer may as well have been meant, so that one asks back instead of giving the nearest."""
    second = question.ranked[1].score if question.ranked[1:] else 0.0
    return question.score < _FAIRLY and second >= _CLOSE * question.score


def _unknown(question: _Question, sentence: str) -> Response:
    """The nearest questions to choose from, where some are near; `sentence` says how little is known."""
    near = tuple(one.answer for one in question.ranked[:_NEAREST] if one.score >= _WORTH_NAMING)
    named = (question.say(sentence, say.MEANT), _named(question.ranked[:_NEAREST]), question.say(say.NOT_MEANT))
    reply = "\n".join(named) if near else question.say(say.UNKNOWN, say.HELPS, say.ASK_PERSON)
    return Response(Route.UNKNOWN, reply, score=question.score, nearest=near)


def _named(ranked: Sequence[Ranked]) -> str:
    """The questions that are near enough to be worth naming, numbered."""
    near = [one.answer.question for one in ranked if one.score >= _WORTH_NAMING]
    return "\n".join(f"{number}. {question}" for number, question in enumerate(near, 1))


_LED = {
    Want.MENU: (Route.MENU, say.MENU),
    Want.OUT: (Route.OPT_OUT, say.OPT_OUT),
    Want.PERSON: (Route.OFFICER, say.OFFICER),
}
_PATTERNS: Mapping[Want, Callable[[str], bool]] = {
    Want.MENU: wishes.wants_menu,
    Want.OUT: wishes.wants_out,
    Want.PERSON: wishes.wants_person,
    Want.LESSON: wishes.wants_lesson,
}
_ALWAYS = frozenset({Want.MENU, Want.OUT})  # also where a question of the book is near
_NEVER_A_QUESTION = (Distress.SELF_HARM, "life", "fire", "trapped", "kidnap", KIDNAPPED.what)
_ANSWERED = {
    ACCOUNT.what: LEAST,
    GAME.what: LEAST,
    Lost.PAPERS: 0.5,
}  # an answer as near as that tells as well what to do first
_CUES = emergency_cues.WORDS | refusals.WORDS | wishes.WORDS


class _Shelf:
    """The answers last asked with their index; a book in which something was edited gets a new one."""

    held: tuple[tuple[Answer, ...], AnswerIndex] = ((), AnswerIndex((), _CUES))


def index_of(knowledge: Knowledge) -> AnswerIndex:
    """The index of these answers, built when they are first asked: some twenty milliseconds for each answer."""
    answers, index = _Shelf.held
    if answers is not knowledge.answers:
        index = index if answers == knowledge.answers else AnswerIndex(knowledge.answers, _CUES)
        _Shelf.held = (knowledge.answers, index)
    return index

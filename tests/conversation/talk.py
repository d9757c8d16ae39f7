"""A conversation without database or channel: what storage would keep is kept in memory."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.conversation.facts import (
    AreasFollowed,
    AudienceChosen,
    CardReached,
    Erased,
    Fact,
    Given,
    HeldNeed,
    HeldRow,
    Joined,
    LanguageChosen,
    LessonFinished,
    LessonNeed,
    Linked,
    LinkNeed,
    Person,
    ProgressNeed,
    QuietHoursChosen,
    Refusal,
    StopChosen,
    Why,
)
from bot.conversation.notice_facts import CaseNeed, HelpAsked, MineNeed, NoticeNeed, NoticesGiven
from bot.conversation.question_facts import HandedOn, OwnAnswerNeed, QuestionNeed, QuestionsGiven, Rated, Sighted
from bot.conversation.state import ConversationState
from bot.conversation.turn import decide, needs, show
from bot.conversation.visit import Visit, World
from bot.learning.progress import LessonProgress, Progress
from bot.messages import Address, Choice, Incoming, Kind, Screen
from tests.conversation.small_world import small_world

ME = Address("test", "me")
BEGINNING = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
HELD = (HeldRow("addresses", BEGINNING, (("channel", "test"), ("account", "me"))),)


@dataclass(frozen=True)
class Talk:
    """One person's conversation at one moment; every step gives the next moment and leaves this one as it is."""

    world: World = field(default_factory=small_world)
    state: ConversationState = field(default_factory=ConversationState)
    person: Person = field(default_factory=Person)
    progress: Progress = field(default_factory=Progress)
    now: datetime = BEGINNING
    screen: Screen = field(default_factory=lambda: Screen(()))
    silent: bool = False  # the last message was answered by silence
    facts: tuple[Fact, ...] = ()  # of the last message
    link: str = ""  # the code that storage would give
    links: tuple[str, ...] = ("telegram",)  # where the person is known
    notices: NoticesGiven = field(default_factory=NoticesGiven)  # what storage would give, whatever is asked
    questions: QuestionsGiven = field(default_factory=QuestionsGiven)  # likewise
    refuses: Why | None = None  # what storage would answer to a question that is handed on

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What the person can choose now."""
        return self.state.offered

    def hear(self, incoming: Incoming) -> "Talk":
        """One turn, as bot.turns does it."""
        now = self.now + timedelta(seconds=1)
        decision = decide(replace(self, now=now)._visit(self.state, self.person, incoming), incoming)
        if decision.silent:
            return replace(self, now=now, silent=True, facts=())
        kept, refused = self._keep(decision.facts)
        screen, state = show(replace(kept._visit(decision.state, kept.person), refused=refused))
        stored = ConversationState.from_json(json.loads(json.dumps(state.to_json())))
        assert stored == state
        return replace(kept, state=stored, now=now, screen=screen, silent=False, facts=decision.facts)

    def start(self, payload: str = "") -> "Talk":
        """The chat is opened."""
        return self.hear(Incoming(ME, "", Kind.START, payload))

    def type(self, text: str) -> "Talk":
        """Words are written."""
        return self.hear(Incoming(ME, "", text=text))

    def press(self, choice: str, screen: str | None = None) -> "Talk":
        """A button is pressed, of the present screen unless another one is named."""
        return self.hear(Incoming(ME, "", choice=choice, screen=screen or self.screen.id))

    def say(self, *texts: str) -> "Talk":
        """Several messages one after the other."""
        talk = self
        for text in texts:
            talk = talk.type(text)
        return talk

    def _visit(self, state: ConversationState, person: Person, incoming: Incoming | None = None) -> Visit:
        bare, given = Visit(self.now, state, person, self.world), Given()
        for need in needs(bare, incoming):
            match need:
                case ProgressNeed():
                    given = replace(given, progress=self.progress if person.contact else None)
                case LessonNeed(version):
                    given = replace(given, lesson=self.world.library.version(version))
                case LinkNeed() if person.contact:
                    given = replace(given, link=self.link, places=self.links)
                case HeldNeed():
                    given = replace(given, held=HELD)
                case MineNeed():
                    given = replace(given, notices=replace(given.notices, mine=self.notices.mine))
                case QuestionNeed() | OwnAnswerNeed():
                    given = replace(given, questions=self.questions)
                case CaseNeed():
                    given = replace(given, notices=replace(given.notices, case=self.notices.case))
                case NoticeNeed(code):
                    seen = self.notices.notice
                    found = seen if seen and seen.broadcast.code == code else None
                    given = replace(given, notices=replace(given.notices, notice=found))
        return replace(bare, given=given)

    def _keep(self, facts: tuple[Fact, ...]) -> tuple["Talk", tuple[Refusal, ...]]:
        talk, refused = self, list[Refusal]()
        for fact in facts:
            why = talk._why_not(fact)
            if why:
                refused.append(Refusal(fact, why))
            else:
                talk = talk._kept(fact)
        return talk, tuple(refused)

    def _why_not(self, fact: Fact) -> Why | None:
        match fact:
            case Joined():
                return Why.ALREADY if self.person.contact else None
            case AreasFollowed(areas) if self.person.contact and len(set(areas)) > 3:
                return Why.TOO_MANY
            case HandedOn():
                return self.refuses
            case Erased() | HelpAsked() | Linked() | Rated() | Sighted():
                return None
            case _:
                return None if self.person.contact else Why.NOBODY

    def _kept(self, fact: Fact) -> "Talk":
        person = self.person
        match fact:
            case Joined():
                person = Person("0" * 32, fact.audience, fact.language, fact.areas)
            case Erased():
                return replace(self, person=Person(), progress=Progress())
            case AudienceChosen(audience):
                person = replace(person, audience=audience)
            case LanguageChosen(language):
                person = replace(person, language=language)
            case AreasFollowed(areas):
                person = replace(person, areas=tuple(dict.fromkeys(areas)))
            case QuietHoursChosen(quiet):
                person = replace(person, quiet=quiet)
            case StopChosen(stop):
                person = replace(person, stop=stop)
            case CardReached() | LessonFinished():
                return replace(self, progress=self._progress(fact))
        return replace(self, person=person)

    def _progress(self, fact: CardReached | LessonFinished) -> Progress:
        others = tuple(one for one in self.progress.lessons if one.lesson != fact.lesson)
        before = self.progress.of(fact.lesson) or LessonProgress(fact.lesson, fact.version, 0, self.now)
        if isinstance(fact, CardReached):
            return Progress((*others, replace(before, card=fact.card)))
        return Progress((*others, replace(before, finished=self.now, right=fact.right, asked=fact.asked)))

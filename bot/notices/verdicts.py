"""What is answered to whoever asks whether a notice is true: the same words in every chat and on the web."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.messages import Paragraph, Tone
from bot.notices.differences import Difference
from bot.notices.public import PublicNotice
from bot.notices.recognise import Copied, Match
from bot.notices.screens import body, opening
from bot.notices.times import moment
from bot.translations import Words, mark
from broadcasts.broadcast import State

UNPROVED = mark(
    "Tin này không có mã kiểm tra, nên {me} không biết có phải của xã thật không. "
    "{You} hỏi xã trước khi nộp tiền hay làm theo{polite}."
)
"""Said of what speaks like an office, and bears no code by which it could be looked up."""

Find = Callable[[str], PublicNotice | None]


class Verdict(Enum):
    """What a notice is found to be."""

    HOLDS = "holds"  # true and in force
    REPLACED = "replaced"  # true, but a newer text holds
    WITHDRAWN = "withdrawn"  # was sent, and taken back
    OVER = "over"
    DRILL = "drill"
    ALTERED = "altered"  # a copy that says otherwise
    NONE = "none"  # nobody has sent such a notice
    UNPROVED = "unproved"  # words without a code, like no notice of ours: every commune sends such as well


@dataclass(frozen=True, slots=True)
class Answer:
    """`known` is the notice that was asked for, `newest` the text that holds in its place, where one does."""

    verdict: Verdict
    known: PublicNotice | None = None
    newest: PublicNotice | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def shown(self) -> PublicNotice | None:
        """The notice whose words stand in the answer: what holds now, else what was asked for."""
        return self.newest or self.known


def answer_to(code: str, find: Find, now: datetime) -> Answer:
    """The answer for a code."""
    known = find(code)
    if known is None:
        return Answer(Verdict.NONE)
    newest = find(known.replaced_by) if known.replaced_by else None
    return Answer(_verdict(known, now), known, newest)


def answer_to_copy(match: Match, find: Find, now: datetime) -> Answer:
    """The answer for a text that was forwarded or pasted."""
    answer = answer_to(match.code, find, now)
    if match.kind is Copied.ALTERED and answer.known:
        return Answer(Verdict.ALTERED, answer.known, answer.newest, match.differences)
    return answer


def _verdict(known: PublicNotice, now: datetime) -> Verdict:
    if known.notice.drill:
        return Verdict.DRILL
    match known.state:
        case State.UPDATED:
            return Verdict.REPLACED
        case State.CANCELLED:
            return Verdict.WITHDRAWN
        case _:
            return Verdict.HOLDS if known.holds(now) else Verdict.OVER


def told(answer: Answer, words: Words, now: datetime) -> tuple[Paragraph, ...]:
    """The answer in full: what it is, then the whole official text of what holds."""
    head = _head(answer, words, now)
    if answer.shown is None:
        return head
    replaced = (answer.known.code, answer.known.notice) if answer.newest and answer.known else ("", None)
    notice, code = answer.shown.notice, answer.shown.code
    return (*head, *opening(notice, words, replaced), *body(notice, code, words))


def _head(answer: Answer, words: Words, now: datetime) -> tuple[Paragraph, ...]:
    known = answer.known
    match answer.verdict:
        case Verdict.HOLDS:
            return (Paragraph(words.say("Thông báo thật, đang có hiệu lực."), Tone.RIGHT),)
        case Verdict.DRILL:
            return (Paragraph(words.say("Đây là tin diễn tập của cơ quan thật. Không có nguy hiểm."), Tone.TITLE),)
        case Verdict.ALTERED if known:
            return _altered(answer, known, words, now)
        case Verdict.NONE:
            return none(words)
        case Verdict.UNPROVED:
            return (Paragraph(words.say(UNPROVED), Tone.TITLE),)
        case _ if known:
            return (*_no_longer(known, _verdict(known, now), words), *_instead(answer, words))
    return ()


def none(words: Words) -> tuple[Paragraph, ...]:
    """Nobody has sent this."""
    return (
        Paragraph(words.say("Không có thông báo này."), Tone.WRONG),
        Paragraph(words.say("{You} đừng làm theo, đừng chuyển tiếp. {You} báo cho xã{polite}."), Tone.ACTION),
    )


def _no_longer(known: PublicNotice, verdict: Verdict, words: Words) -> tuple[Paragraph, ...]:
    match verdict:
        case Verdict.REPLACED:
            said = words.say("Thông báo này có thật, nhưng đã có tin mới thay.")
        case Verdict.WITHDRAWN:
            said = words.say("Thông báo này đã được thu hồi. {You} đừng làm theo.")
        case _ if known.state is State.ENDED:
            said = words.say("Thông báo này có thật, nhưng nay đã hết nguy hiểm.")
        case _ if known.notice.ends:
            at = moment(known.notice.ends, words)
            said = words.say("Thông báo này có thật, nhưng đã hết hiệu lực lúc {time}.", time=at)
        case _:
            said = words.say("Thông báo này có thật, nhưng đã hết hiệu lực.")
    return (Paragraph(said, Tone.TITLE),)


def _instead(answer: Answer, words: Words) -> tuple[Paragraph, ...]:
    """What follows is either what holds now, or the old text."""
    if answer.newest:
        return (Paragraph(words.say("Tin mới nhất như sau:")),)
    return (Paragraph(words.say("Nội dung lúc đó như sau, nay không còn hiệu lực:")),)


def _altered(answer: Answer, known: PublicNotice, words: Words, now: datetime) -> tuple[Paragraph, ...]:
    """What is false comes first, then where, then what is true."""
    first = Paragraph(words.say("Bản này đã bị sửa. {You} đừng làm theo, đừng chuyển tiếp."), Tone.WRONG)
    verdict = _verdict(known, now)
    state = () if verdict in (Verdict.HOLDS, Verdict.DRILL) else _no_longer(known, verdict, words)
    true = Paragraph(words.say("Bản thật như sau:")) if not state else _instead(answer, words)[0]
    return (first, *_where(answer.differences, words), *state, true)


def _where(differences: Sequence[Difference], words: Words) -> tuple[Paragraph, ...]:
    if not differences:
        return (Paragraph(words.say("Mã thì thật, nhưng lời không phải của thông báo.")),)
    return (Paragraph("\n".join(_difference(one, words) for one in differences)),)


def _difference(one: Difference, words: Words) -> str:
    if not one.true:
        return words.say("– Bản thật không có: “{copied}”", copied=one.copied)
    if not one.copied:
        return words.say("– Bản này thiếu: “{true}”", true=one.true)
    return words.say("– Bản này ghi “{copied}”, bản thật ghi “{true}”", copied=one.copied, true=one.true)

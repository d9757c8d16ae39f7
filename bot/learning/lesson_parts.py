"""A section of the page becomes a card or a question; one that cannot is told why."""

import re
from collections.abc import Iterable, Sequence

from bot.learning.lesson import Answer, Card, Picture, Question
from bot.learning.lesson_page import Block, Drawing, Item, Items, Passage, Quote, Recording, Section
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.recordings import names_lesson_file
from bot.vietnamese.fold import fold

LONGEST_TEXT = 350  # of a card, a question or an explanation: one screen of a phone
LONGEST_ANSWER = 100
LONGEST_TITLE = 80
FEWEST_ANSWERS, MOST_ANSWERS = 2, 4
BOX = re.compile(r"\[\s*([xX]?)\s*\]\s*")
_QUESTION_TITLE = re.compile(r"(?:cau|question) (?:hoi )?\d")
_LOST_BOX = re.compile(r"(?:[-*+]\s*)?\[\s*[xX]?\s*\]\s*")


def is_question(section: Section) -> bool:
    """Whether a section asks: it has boxes to tick, or its title says so."""
    return any(map(_is_answers, section.blocks)) or bool(_QUESTION_TITLE.match(fold(section.title.text)))


def read_card(section: Section, findings: Findings) -> Card | None:
    """The card, or None with its mistakes noted when it has no words."""
    _check_title(section.title, findings)
    for quote in (block for block in section.blocks if isinstance(block, Quote)):
        findings.add(quote.line, MistakeCode.STRAY_QUOTE)
    text = _plain(section.blocks)
    if len(text) > LONGEST_TEXT:
        findings.add(section.title.line, MistakeCode.CARD_TOO_LONG, length=len(text), most=LONGEST_TEXT)
    if not text:
        findings.add(section.title.line, MistakeCode.EMPTY_CARD, title=section.title.text)
        return None
    picture, recording = picture_of(section.blocks, findings), _recording_of(section.blocks, findings)
    return Card(section.title.text, text, picture, recording)


def read_question(section: Section, findings: Findings) -> Question | None:
    """The question, or None with its mistakes noted when nobody could answer it."""
    _check_title(section.title, findings)
    first = next((i for i, block in enumerate(section.blocks) if _is_answers(block)), len(section.blocks))
    before, after = section.blocks[:first], section.blocks[first:]
    text = _plain(before)
    check_length(section.title.line, text, LONGEST_TEXT, findings)
    if not after:
        _note_lost_answers(section, findings)
        return None
    answers = _answers(after, section.title.line, findings)
    explanation = _explanation(section, after, findings)
    picture, recording = picture_of(section.blocks, findings), _recording_of(section.blocks, findings)
    if not explanation or sum(answer.right for answer in answers) != 1 or len(answers) < FEWEST_ANSWERS:
        return None
    return Question(section.title.text, text, answers, explanation, picture, recording)


def picture_of(blocks: Iterable[Block], findings: Findings) -> Picture | None:
    """The one picture among the blocks; another one is a mistake."""
    drawings = [block for block in blocks if isinstance(block, Drawing)]
    for extra in drawings[1:]:
        findings.add(extra.line, MistakeCode.TWO_PICTURES)
    return Picture(drawings[0].path, drawings[0].alt) if drawings else None


def _recording_of(blocks: Iterable[Block], findings: Findings) -> str:
    """The one recording among the blocks, "" for none; another one is a mistake."""
    recordings = [block for block in blocks if isinstance(block, Recording)]
    for extra in recordings[1:]:
        findings.add(extra.line, MistakeCode.TWO_RECORDINGS)
    return next((one.path for one in recordings if names_lesson_file(one.path)), "")


def check_length(line: int, text: str, most: int, findings: Findings) -> None:
    """Note a text of more than `most` characters."""
    if len(text) > most:
        findings.add(line, MistakeCode.TEXT_TOO_LONG, length=len(text), most=most)


def _is_answers(block: Block) -> bool:
    return isinstance(block, Items) and any(BOX.match(item.text.text) for item in block.items)


def _check_title(title: Passage, findings: Findings) -> None:
    if not title.text:
        findings.add(title.line, MistakeCode.NO_HEADING)
    check_length(title.line, title.text, LONGEST_TITLE, findings)


def _plain(blocks: Iterable[Block]) -> str:
    """The words as they are shown: paragraphs parted by a blank line, lists with their signs."""
    return "\n\n".join(
        _list(block) if isinstance(block, Items) else block.text
        for block in blocks
        if isinstance(block, Passage | Items)
    )


def _list(block: Items) -> str:
    signs = (f"{block.first + i}. " if block.first is not None else "• " for i in range(len(block.items)))
    return "\n".join(sign + item.text.text for sign, item in zip(signs, block.items, strict=False))


def _note_lost_answers(section: Section, findings: Findings) -> None:
    """A question without answers; when their lines only lack a blank or a dash, it says which ones."""
    lost = [
        (passage.line + offset, _LOST_BOX.sub("", line))
        for passage in section.blocks
        if isinstance(passage, Passage)
        for offset, line in enumerate(passage.text.split("\n"))
        if _LOST_BOX.match(line)
    ]
    for line, text in lost:
        findings.add(line, MistakeCode.BAD_ANSWER, text=text)
    if not lost:
        findings.add(section.title.line, MistakeCode.NO_ANSWERS)


def _answers(blocks: Iterable[Block], line: int, findings: Findings) -> tuple[Answer, ...]:
    items = [item for block in blocks if isinstance(block, Items) for item in block.items]
    answers = tuple(_answer(item, findings) for item in items)
    _check_count(len(answers), line, findings)
    _check_right([item for item, answer in zip(items, answers, strict=True) if answer.right], items, findings)
    seen: set[str] = set()
    for item, answer in zip(items, answers, strict=True):
        folded = fold(answer.text)
        if folded and folded in seen:
            findings.add(item.line, MistakeCode.ANSWERS_ALIKE, text=answer.text)
        seen.add(folded)
    return answers


def _answer(item: Item, findings: Findings) -> Answer:
    box = BOX.match(item.text.text)
    text = item.text.text[box.end() :] if box else item.text.text
    if not box:
        findings.add(item.line, MistakeCode.BAD_ANSWER, text=text)
    elif not text:
        findings.add(item.line, MistakeCode.EMPTY_ANSWER)
    check_length(item.line, text, LONGEST_ANSWER, findings)
    why = "\n\n".join(quote.text for quote in item.quotes)
    if why:
        check_length(item.quotes[0].line, why, LONGEST_TEXT, findings)
    return Answer(text, bool(box and box[1]), why)


def _check_count(count: int, line: int, findings: Findings) -> None:
    if count < FEWEST_ANSWERS:
        findings.add(line, MistakeCode.TOO_FEW_ANSWERS, count=count)
    elif count > MOST_ANSWERS:
        findings.add(line, MistakeCode.TOO_MANY_ANSWERS, count=count)


def _check_right(right: Sequence[Item], items: Sequence[Item], findings: Findings) -> None:
    if not right:
        findings.add(items[0].line, MistakeCode.NO_RIGHT_ANSWER)
    for extra in right[1:]:
        findings.add(extra.line, MistakeCode.SEVERAL_RIGHT_ANSWERS, count=len(right))


def _explanation(section: Section, after: Iterable[Block], findings: Findings) -> str:
    """What stands behind `>` below the answers; empty with a mistake noted where nothing does."""
    quotes = [block for block in section.blocks if isinstance(block, Quote)]
    stray = [block for block in after if isinstance(block, Passage)]
    for passage in stray:
        findings.add(passage.line, MistakeCode.TEXT_AFTER_ANSWERS, text=passage.text)
    if not quotes and not stray:
        findings.add(section.title.line, MistakeCode.NO_EXPLANATION)
    text = "\n\n".join(passage.text for quote in quotes for passage in quote.texts)
    if quotes:
        check_length(quotes[0].line, text, LONGEST_TEXT, findings)
    return text

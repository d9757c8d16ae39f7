"""Markdown to a page of plain passages, each with its line; whatever a lesson cannot show is noted as a mistake."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.learning.lesson_page import Block, Drawing, Item, Items, Page, Passage, Quote, Recording, Section
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.recordings import OF_LESSONS, TYPES


class _Reader(MarkdownIt):
    """CommonMark without the parts that would change or hide words; links stay as written and are judged elsewhere."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.disable(["code", "lheading", "reference", "entity", "backticks"])

    def validateLink(self, url: str) -> bool:  # noqa: N802  # markdown-it names it so
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


_READER = _Reader()
_NO_SPACE = re.compile(r"(#{1,6})([^\W\d_].*)")
_SOUNDS = (*TYPES, "oga", "opus", "wav", "wma", "amr", "3gp", "flac", "mp4", "webm")  # what phones and computers make
_LEAVES = {
    "fence": MistakeCode.CODE_BLOCK,
    "hr": MistakeCode.RULE_LINE,
}


def read_page(text: str, findings: Findings) -> Page:
    """The page that `text` describes; never raises, whatever the text."""
    return _Pages(findings).page(_READER.parse(text))


Group = tuple[Token, Sequence[Token]]
_File = Drawing | Recording


def _groups(tokens: Sequence[Token]) -> Iterator[Group]:
    """Each outermost token with the tokens inside it."""
    depth = start = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start], tokens[start + 1 : index]
            start = index + 1


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


@dataclass(frozen=True, slots=True)
class _Pages:
    """The walk over the tokens of one file."""

    findings: Findings

    def page(self, tokens: Sequence[Token]) -> Page:
        title: Passage | None = None
        head: list[Block] = []
        sections: list[Section] = []
        for opening, inner in _groups(tokens):
            if opening.type != "heading_open":
                blocks = tuple(self._blocks(opening, inner))
                if sections:
                    sections[-1] = replace(sections[-1], blocks=sections[-1].blocks + blocks)
                else:
                    head.extend(blocks)
            elif opening.tag == "h1" and title is None:
                title = self._heading(inner, _line(opening))
            else:
                heading = self._heading(inner, _line(opening))
                self._check_level(opening, heading)
                sections.append(Section(heading))
        return Page(title, tuple(head), tuple(sections))

    def _check_level(self, opening: Token, heading: Passage) -> None:
        if opening.tag == "h1":
            self.findings.add(heading.line, MistakeCode.TWO_TITLES, title=heading.text)
        elif opening.tag != "h2":
            self.findings.add(heading.line, MistakeCode.DEEP_HEADING, title=heading.text)

    def _heading(self, inner: Sequence[Token], line: int) -> Passage:
        found = [self._inline(token) for token in inner if token.type == "inline"]
        for file in (file for _, files in found for file in files):
            self.findings.add(line, MistakeCode.NESTED_BLOCK, path=file.path)
        return Passage(line, " ".join(text.text for text, _ in found if text))

    def _blocks(self, opening: Token, inner: Sequence[Token]) -> Iterator[Block]:
        match opening.type:
            case "paragraph_open":
                yield from self._paragraph(inner)
            case "bullet_list_open" | "ordered_list_open":
                yield self._items(opening, inner)
            case "blockquote_open":
                yield Quote(_line(opening), self._plain(_groups(inner)))
            case "html_block":
                self._html(_line(opening), opening.content)
            case kind:
                self.findings.add(_line(opening), _LEAVES.get(kind, MistakeCode.NESTED_BLOCK))

    def _paragraph(self, inner: Sequence[Token]) -> Iterator[Passage | _File]:
        for token in inner:
            text, files = self._inline(token)
            yield from files
            if text:
                self._check_spacing(text)
                yield text

    def _check_spacing(self, passage: Passage) -> None:
        for offset, line in enumerate(passage.text.split("\n")):
            if wrong := _NO_SPACE.match(line):
                better = f"{wrong[1]} {wrong[2]}"
                self.findings.add(passage.line + offset, MistakeCode.HEADING_SPACE, better=better)

    def _items(self, opening: Token, inner: Sequence[Token]) -> Items:
        first = int(opening.attrGet("start") or 1) if opening.type == "ordered_list_open" else None
        return Items(_line(opening), tuple(self._item(entry, parts) for entry, parts in _groups(inner)), first)

    def _item(self, opening: Token, inner: Sequence[Token]) -> Item:
        parts = list(_groups(inner))
        texts = self._plain(part for part in parts if part[0].type != "blockquote_open")
        quotes = self._plain(
            within for part in parts if part[0].type == "blockquote_open" for within in _groups(part[1])
        )
        for extra in texts[1:]:
            self.findings.add(extra.line, MistakeCode.NESTED_BLOCK)
        return Item(_line(opening), texts[0] if texts else Passage(_line(opening), ""), quotes)

    def _plain(self, groups: Iterable[Group]) -> tuple[Passage, ...]:
        """Only the paragraphs; anything else in there is a mistake."""
        return tuple(self._only_passages(block for group in groups for block in self._blocks(*group)))

    def _only_passages(self, blocks: Iterable[Block]) -> Iterator[Passage]:
        for block in blocks:
            if isinstance(block, Passage):
                yield block
            else:
                self.findings.add(block.line, MistakeCode.NESTED_BLOCK)

    def _inline(self, token: Token) -> tuple[Passage | None, list[_File]]:
        """The plain words of one run of text (None where there are none), the pictures and recordings in it."""
        words: list[str] = []
        files: list[_File] = []
        links: list[tuple[str, int]] = []
        line = _line(token)
        for child in token.children or ():
            here = line + sum(part.count("\n") for part in words)
            match child.type:
                case "text":
                    words.append(child.content)
                case "softbreak" | "hardbreak":
                    words.append("\n")
                case "image":
                    files.append(Drawing(here, str(child.attrGet("src") or ""), child.content.strip()))
                case "html_inline":
                    self._html(here, child.content)
                case "link_open":
                    links.append((str(child.attrGet("href") or ""), len(words)))
                case "link_close":
                    href, start = links.pop()
                    if is_recording(href):
                        files.append(Recording(here, href))
                        words[start:] = ["\n"] * "".join(words[start:]).count("\n")  # what it is called is not read
                    else:
                        words.append(_address(href, words))
        return _passage(line, "".join(words)), files

    def _html(self, line: int, content: str) -> None:
        self.findings.add(line, MistakeCode.HTML, tag=content.strip().split("\n")[0])


def is_recording(path: str) -> bool:
    """Whether a link leads to something to be heard: to the recordings' folder, or to a file with such an ending."""
    plain = path.strip().lower()
    return plain.lstrip("./\\").startswith(f"{OF_LESSONS}/") or plain.rpartition(".")[2] in _SOUNDS


def _address(href: str, words: list[str]) -> str:
    """What a link adds to its own words: the address in brackets, unless the words are the address."""
    return "" if not href or "".join(words).endswith(href) else f" ({href})"


def _passage(line: int, text: str) -> Passage | None:
    lines = [" ".join(part.split()) for part in text.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
        line += 1
    text = "\n".join(lines).rstrip()
    return Passage(line, text) if text else None

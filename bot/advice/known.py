"""What the check knows besides its own rules, made ready once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.advice.knowledge import Knowledge
from bot.advice.known_words import KnownWords
from bot.advice.links import Brands
from bot.advice.nevers import Nevers, nevers_of
from bot.directory import Directory


@dataclass(frozen=True)
class Known:
    """Who is official, what administrators wrote, and the lesson about each kind of scam by the kind's code."""

    directory: Directory = field(default_factory=Directory)
    knowledge: Knowledge = field(default_factory=Knowledge)
    lessons: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> KnownWords:
        """The administrators' phrases, ready to be looked for."""
        return KnownWords(self.knowledge.scams)

    @cached_property
    def brands(self) -> Brands:
        """The names that others imitate."""
        return Brands(self.directory)

    @cached_property
    def nevers(self) -> Nevers:
        """What those who are named never do."""
        return nevers_of(self.directory.organisations)

    def lesson(self, kind: str | None) -> str | None:
        """The lesson about a kind of scam."""
        scam = self.knowledge.scam(kind) if kind else None
        return (scam.lesson if scam else None) or self.lessons.get(kind or "")

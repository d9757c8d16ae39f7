"""How a mistake is planted where somebody could make it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from tests.simulation.rules import Rule

Right = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Plant:
    """A mistake, and the promise that it breaks: `wrong` gets what is right and gives what is wrong.

    `seed` is a world where it once showed, and is looked at first.
    """

    rule: Rule
    where: object
    name: str
    wrong: Callable[[Right], Right]
    seed: int

    @contextmanager
    def planted(self) -> Iterator[None]:
        """The mistake is made while inside."""
        with patch.object(self.where, self.name, self.wrong(getattr(self.where, self.name))):
            yield


def plant(rule: Rule, where: object, name: str, seed: int = 0) -> Callable[[Callable[[Right], Right]], Plant]:
    """Make a Plant of the function that spoils what stands under this name."""
    return lambda wrong: Plant(rule, where, name, wrong, seed)


def always(value: object) -> Right:
    """A function that returns this, whatever it is asked."""
    return lambda *given, **named: value

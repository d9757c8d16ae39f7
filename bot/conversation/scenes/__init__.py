"""Every scene by its name; those of officers and of advice are read when somebody first needs them."""

import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bot.conversation.scenes.area import Area
from bot.conversation.scenes.check import Check
from bot.conversation.scenes.help import Help
from bot.conversation.scenes.help_case import HelpCase
from bot.conversation.scenes.home import Home
from bot.conversation.scenes.lesson import LessonScene
from bot.conversation.scenes.lesson_list import LessonList
from bot.conversation.scenes.link import Link
from bot.conversation.scenes.notice import NoticeScene
from bot.conversation.scenes.preferences import Preferences
from bot.conversation.scenes.privacy import Privacy
from bot.conversation.scenes.progress import ProgressScene
from bot.conversation.scenes.quiz import Quiz
from bot.conversation.scenes.scene import Scene
from bot.conversation.scenes.stop import StopScene
from bot.conversation.scenes.welcome import Welcome

if TYPE_CHECKING:  # so that the floors are checked for these too
    from bot.conversation.scenes import (  # noqa: F401
        ask,
        bind,
        call,
        case_desk,
        live_notice,
        officer,
        question,
        question_desk,
        review,
        write_notice,
    )

_AT_ONCE = (
    *(Welcome(), Home(), LessonList(), LessonScene(), Quiz(), ProgressScene()),
    *(Preferences(), StopScene(), Help(), Privacy(), Area()),
    *(NoticeScene(), HelpCase(), Check(), Link()),
)
_LATER = {
    "ask": "ask:Ask",
    "call": "call:Call",
    "bind": "bind:Bind",
    "officer": "officer:Desk",
    "write": "write_notice:WriteNotice",
    "review": "review:Review",
    "live": "live_notice:LiveNotice",
    "case": "case_desk:CaseDesk",
    "question": "question:AskOfficer",
    "questions": "question_desk:QuestionDesk",
}


class Scenes(Mapping[str, Scene]):
    """The scenes at hand, and those that are read when they are first asked for."""

    def __init__(self, at_hand: Mapping[str, Scene], later: Mapping[str, str]) -> None:
        """`later` is the module below this package and its class by the name of the scene, as "bind:Bind"."""
        self._at_hand, self._later = dict(at_hand), later

    def __getitem__(self, name: str) -> Scene:
        if name not in self._at_hand and name in self._later:
            self._at_hand[name] = _read(self._later[name])
        return self._at_hand[name]

    def __contains__(self, name: object) -> bool:
        return name in self._at_hand or name in self._later

    def __iter__(self) -> Iterator[str]:
        return iter({**self._at_hand, **self._later})

    def __len__(self) -> int:
        return len({**self._at_hand, **self._later})


def _read(where: str) -> Scene:
    module, _, scene = where.partition(":")
    made: Scene = getattr(importlib.import_module(f"{__name__}.{module}"), scene)()
    return made


SCENES: Mapping[str, Scene] = Scenes({scene.name: scene for scene in _AT_ONCE}, _LATER)

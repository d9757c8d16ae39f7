"""Every scene by its name."""

from collections.abc import Mapping

from bot.conversation.scenes.area import Area
from bot.conversation.scenes.bind import Bind
from bot.conversation.scenes.case_desk import CaseDesk
from bot.conversation.scenes.check import Check
from bot.conversation.scenes.help import Help
from bot.conversation.scenes.help_case import HelpCase
from bot.conversation.scenes.home import Home
from bot.conversation.scenes.lesson import LessonScene
from bot.conversation.scenes.lesson_list import LessonList
from bot.conversation.scenes.live_notice import LiveNotice
from bot.conversation.scenes.notice import NoticeScene
from bot.conversation.scenes.officer import Desk
from bot.conversation.scenes.preferences import Preferences
from bot.conversation.scenes.privacy import Privacy
from bot.conversation.scenes.progress import ProgressScene
from bot.conversation.scenes.quiz import Quiz
from bot.conversation.scenes.review import Review
from bot.conversation.scenes.scene import Scene
from bot.conversation.scenes.stop import StopScene
from bot.conversation.scenes.welcome import Welcome
from bot.conversation.scenes.write_notice import WriteNotice

SCENES: Mapping[str, Scene] = {
    scene.name: scene
    for scene in (
        *(Welcome(), Home(), LessonList(), LessonScene(), Quiz(), ProgressScene()),
        *(Preferences(), StopScene(), Help(), Privacy(), Area()),
        *(NoticeScene(), HelpCase(), Check()),
        *(Bind(), Desk(), WriteNotice(), Review(), LiveNotice(), CaseDesk()),
    )
}

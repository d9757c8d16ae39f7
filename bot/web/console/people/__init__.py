"""People's own questions, and people who need help: what waits, and what an officer does with it."""

from bot.web.console.access import may
from bot.web.console.door import Door
from bot.web.console.people import cases, questions
from broadcasts.officer import Action

ANSWER, HELP = may(Action.HELP, Action.TEACH), may(Action.HELP)
ROUTES = (
    Door("/cau-hoi", questions.listed, ANSWER),
    Door("/cau-hoi/{id}", questions.one, ANSWER),
    Door("/cau-hoi/{id}", questions.done, ANSWER, ("POST",)),
    Door("/can-giup", cases.listed, HELP),
    Door("/can-giup/{id}", cases.one, HELP),
    Door("/can-giup/{id}", cases.done, HELP, ("POST",)),
)

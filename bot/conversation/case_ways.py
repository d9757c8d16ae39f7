"""The ways into a request for help: a new one, or the own one that is open."""

from bot.conversation.in_force import followed
from bot.conversation.visit import Move, Visit


def begin(visit: Visit, code: str) -> Move:
    """The first question; whoever is answering already goes on there."""
    if visit.state.scene == "help_case" and visit.place.get("step", "case") != "case":
        return Move("help_case", {**visit.place, "code": code or visit.place.get("code", "")})
    return Move("help_case", {"code": code, "area": _area(visit, code), "step": "where"})


def to_case(case: str) -> Move:
    """The person's own case that is open."""
    return Move("help_case", {"step": "case", "case": case})


def _area(visit: Visit, code: str) -> str:
    """The own commune; of several that are followed, the first that the notice is for."""
    areas = followed(visit)
    meant = next((one.areas for one in visit.world.notices if one.code == code), frozenset(areas))
    return next((area for area in areas if area in meant), next(iter(areas), ""))

"""What must hold in every world, and what a breach of it looks like."""

from dataclasses import dataclass
from enum import Enum

Event = tuple[float, *tuple[object, ...]]  # of the story of a world, at this second


class Rule(Enum):
    """The promises of the delivery engine; the value says one in a few words."""

    ONE_STATE = "each person ends in exactly one state, and the states add up to the tally"
    TWO_PEOPLE = "nothing leaves without two officers' approval of exactly that text, or the recorded urgent path"
    MEANT = "nothing arrives at anybody outside the area or the ages, or who stopped it, or who sleeps"
    IN_TIME = "nothing is written to the wire before its hour, after its end, or over a second after it was stopped"
    DRILL = "a drill says so first and last, and nothing real does"
    ORDER = "nothing arrives after what has taken its place; a correction goes to exactly those who may have the first"
    ONCE = "nothing arrives twice, but khẩn cấp where nobody knew whether it had arrived"
    NOT_LOST = "everybody who was meant has it, or there is a reason why not"
    AUDIT = "the log of who did what is whole"
    SOUND = "nothing fails inside, but where the database is away"
    LANE = "one machine at a time sends over a lane and records what became of it"


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was not kept, at this second of the world."""

    rule: Rule
    at: float
    what: str

"""How each audience is addressed."""

from collections.abc import Mapping
from typing import Literal

from bot.learning.lesson import Audience

AddressForm = Literal["bác", "em", "anh chị"]
# Until somebody has said who they are they are "bác": the politest of the three for a stranger.
FORM_OF: Mapping[Audience | None, AddressForm] = {
    None: "bác",
    Audience.ELDER: "bác",
    Audience.CHILD: "em",
    Audience.ADULT: "anh chị",
}

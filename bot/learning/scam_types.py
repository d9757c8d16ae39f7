"""The kinds of scam that lessons name by their codes: `lessons/dang-lua-dao.csv`."""

from collections.abc import Mapping

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.learning.pair_table import read_pairs


def read_scam_types(text: str, findings: Findings) -> Mapping[str, str]:
    """The name of each kind by its code, in the order of the rows; a row without both is noted and left out."""
    return {code.upper(): name for code, name in read_pairs(text, MistakeCode.BAD_SCAM_TYPE, findings)}

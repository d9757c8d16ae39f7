"""How many scams the check sees and how often it cries wolf: `python -m bench.understanding [folder of real messages]`.

The folder holds `messages-*.jsonl`, one {"label": "scam" | "ok", "kind", "text"} a line. It is no part of the project,
since real messages belong to real people; where it is absent, only our own cases are measured.
"""

import json
import math
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles

from bot.advice.knowledge import Knowledge
from bot.advice.known import Known
from bot.advice.scam_check import check
from bot.advice.shipped import read_known
from bot.advice.verdict import Verdict
from bot.cli.loading import loading

ROOT = Path(__file__).parent.parent
OWN = ROOT / "tests/advice/cases.jsonl"  # written before anything was tuned
LATER = ROOT / "tests/advice/later-cases.jsonl"  # in nine rounds, each judged first and learned from then
TOLD = ROOT / "tests/advice/told-cases.jsonl"  # written to learn from, or judged in batches first
UNSEEN = ROOT / "tests/advice/strange-unseen.jsonl"  # by two who knew no rule; nothing is learned from these
REAL = ROOT.parent / "shared/eval"
_FILES = {
    "cases written later and learned from": LATER,
    "cases written to learn from": TOLD,
    "cases that nothing is learned from": UNSEEN,
}
_ENTRIES = 2_000
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Case:
    """A message, whether it is a scam, and which sort of message it is."""

    scam: bool
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95 % interval after Wilson."""

    hits: int
    of: int

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits:>4} of {self.of:<4} {self.hits / max(1, self.of):.3f}  ({low:.3f} to {high:.3f})"

    @property
    def interval(self) -> tuple[float, float]:
        """From and to."""
        if not self.of:
            return 0.0, 1.0
        share, spread = self.hits / self.of, _Z * _Z / self.of
        middle, half = share + spread / 2, _Z * math.sqrt(share * (1 - share) / self.of + spread / self.of / 4)
        return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def own_cases(file: Path) -> list[Case]:
    """The cases that we wrote ourselves."""
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return [Case(row["scam"], row["kind"], row["text"]) for row in rows]


def real_cases(folder: Path) -> list[Case]:
    """The real messages in the folder; none where it is absent."""
    files = sorted(folder.glob("messages-*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [Case(row["label"] == "scam", row["kind"], row["text"]) for row in rows]


def toneless(text: str) -> str:
    """The text as it is typed without tone marks."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def report(cases: Sequence[Case], known: Known) -> Iterator[str]:
    """Recall and false alarms, by kind, and what changes without tone marks; danger or suspicious is an alarm."""
    judged = [(case, check(case.text, known)) for case in cases]
    bare = [check(toneless(case.text), known).verdict for case in cases]
    alarms = [(case, found.verdict) for case, found in judged if found.verdict is not Verdict.NO_SIGN]
    scams, harmless = (sum(case.scam is scam for case in cases) for scam in (True, False))
    yield f"  scams: danger or suspicious     {Share(sum(case.scam for case, _ in alarms), scams)}"
    yield f"  scams: danger                   {Share(_dangerous(alarms, scam=True), scams)}"
    yield f"  harmless: danger or suspicious  {Share(sum(not case.scam for case, _ in alarms), harmless)}"
    yield f"  harmless: danger                {Share(_dangerous(alarms, scam=False), harmless)}"
    same = sum(found.verdict is verdict for (_, found), verdict in zip(judged, bare, strict=True))
    yield f"  same verdict without tone marks {Share(same, len(cases))}"
    for kind in sorted({(not case.scam, case.kind) for case in cases}):
        of = sum((not case.scam, case.kind) == kind for case in cases)
        hits = sum((not case.scam, case.kind) == kind for case, _ in alarms)
        yield f"    {'harmless' if kind[0] else 'scam':<9}{kind[1]:<30}{Share(hits, of)}"


def _dangerous(alarms: Sequence[tuple[Case, Verdict]], *, scam: bool) -> int:
    return sum(case.scam is scam and verdict is Verdict.DANGER for case, verdict in alarms)


def kinds_named(cases: Sequence[Case], known: Known) -> Share:
    """Of the scams that were seen, those whose kind was named right; our own cases name the kinds of the catalogue."""
    seen = [(case.kind, found.kind) for case in cases if case.scam and (found := check(case.text, known)).kind]
    return Share(sum(meant == named for meant, named in seen), len(seen))


def many(known: Known) -> Known:
    """The same with a catalogue that says 2,000 phrases: ours again and again, each copy with words of its own."""
    said = sum(len(scam.phrases) for scam in known.knowledge.scams)
    grown = [
        replace(scam, phrases=tuple(f"{phrase} {copy} lần như thế" for phrase in scam.phrases))
        for copy in range(math.ceil(_ENTRIES / said))
        for scam in known.knowledge.scams
    ]
    return replace(known, knowledge=Knowledge(scams=tuple(grown)))


def milliseconds(cases: Sequence[Case], known: Known) -> tuple[float, float]:
    """The median and the 99th percentile of one check, of the processor, so that a busy machine counts less."""
    taken = []
    for case in cases:
        begun = time.thread_time()
        check(case.text, known)
        taken.append((time.thread_time() - begun) * 1000)
    cuts = quantiles(taken, n=100)
    return cuts[49], cuts[98]


def main(folder: Path) -> None:
    """Print every figure."""
    known, own, real = read_known(ROOT / "lessons"), own_cases(OWN), real_cases(folder)
    print(f"our own cases ({len(own)})", *report(own, known), sep="\n")
    print(f"  kind of the catalogue named right {kinds_named(own, known)}")
    for name, file in _FILES.items():
        cases = own_cases(file)
        print(f"{name} ({len(cases)})", *report(cases, known), sep="\n")
    if real:
        print(f"real messages ({len(real)})", *report(real, known), sep="\n")
    else:
        print(f"no real messages in {folder}: skipped")
    with loading():
        grown = many(known)
        check(own[0].text, grown)
    for name, one in (("as shipped", known), (f"with {_ENTRIES:,} phrases", grown)):
        median, p99 = milliseconds([*own, *real], one)
        print(f"one check {name}: median {median:.1f} ms, p99 {p99:.1f} ms of the processor (aim 3)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else REAL)

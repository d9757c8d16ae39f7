"""How tests are shared out among processes: together what shares something costly, and what takes longest begins first.

`--dist=loadgroup` hands out single tests here, so that each process makes every costly fixture of its own.
"""

from collections.abc import Mapping
from functools import cache

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

# Folders (or files) whose tests are one share, the longest first. What is in none of them is a share for each file.
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "processes": ("tests/processes/",),  # one at a time: they time what happens within a second
    "simulation": ("tests/simulation/",),
    "stories": ("tests/stories/",),
    "browser": ("tests/browser/",),  # one Chromium, which takes more than one processor: not beside the first
    "advice": ("tests/advice/",),  # what is known, read once
}
SOONER = tuple(TOGETHER)


class Shares(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Deals whole shares out in the order in which their tests stand, to whoever is nearly done with the last."""

    def __init__(self, config: pytest.Config, log: Producer) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # the number of tests tells nothing of the time they take
        self._places: dict[str, int] = {}

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid.partition("::")[0])

    def _assign_work_unit(self, node: WorkerController) -> None:
        """As in xdist, which looks for each test through the whole list of them."""
        self._places = self._places or {nodeid: place for place, nodeid in enumerate(self.collection or ())}
        share, tests = self.workqueue.popitem(last=False)
        self.assigned_work.setdefault(node, {})[share] = tests
        node.send_runtest_some([self._places[nodeid] for nodeid, done in tests.items() if not done])


@cache
def share_of(file: str) -> str:
    """The share that a file (by its path below the root) belongs to."""
    found = (share for share, paths in TOGETHER.items() if file.startswith(paths))
    return next(found, file)


def turn_of(file: str) -> int:
    """Whose turn is sooner has the smaller number."""
    share = share_of(file)
    return SOONER.index(share) if share in SOONER else len(SOONER)

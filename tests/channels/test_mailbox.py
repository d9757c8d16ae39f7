import pytest

from tests.channels.mailbox_contract import MailboxContract
from tests.fakes import MemoryMailbox


class TestMemoryMailbox(MailboxContract):
    @pytest.fixture
    def mailbox(self) -> MemoryMailbox:
        return MemoryMailbox()

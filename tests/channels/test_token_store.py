import pytest

from tests.channels.token_store_contract import Clock, TokenStoreContract
from tests.fakes import MemoryTokenStore


class TestMemoryTokenStore(TokenStoreContract):
    @pytest.fixture
    def clock(self) -> Clock:
        return Clock()

    @pytest.fixture
    def tokens(self, clock: Clock) -> MemoryTokenStore:
        return MemoryTokenStore(clock)

"""An independent judge reads the API's own description and tries everything that it allows, and what it does not."""

import asyncio
from collections.abc import Callable
from itertools import product
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import ignored_auth, negative_data_rejection, positive_data_acceptance

from bot.web.api import asking as limits
from tests.web.api.conftest import Api

Send = Callable[[httpx.Request], httpx.Response]
MOST = 6  # cases of each endpoint and mode
# What fits the description may name a notice that is not there; every case brings the token, whatever was left out;
# and who may ask is for test_tokens.
OTHERS = [ignored_auth, negative_data_rejection, positive_data_acceptance]
FREELY = settings(
    max_examples=MOST,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


async def test_every_answer_is_as_described(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST", 100_000)
    program = await api("lan")
    described = (await program.get("/openapi.json")).json()
    loop = asyncio.get_running_loop()

    def send(request: httpx.Request) -> httpx.Response:
        return asyncio.run_coroutine_threadsafe(program.send(request), loop).result(20)

    await asyncio.to_thread(_judge, described, send, {"Authorization": program.headers["Authorization"]})


def _judge(described: dict[str, Any], send: Send, token: dict[str, str]) -> None:
    found = schemathesis.openapi.from_dict(described).get_all_operations()
    operations = [one.ok() for one in found if isinstance(one, Ok)]
    for operation, mode in product(operations, GenerationMode):

        @FREELY
        @given(operation.as_strategy(mode))
        def every_case(case: schemathesis.Case[Any]) -> None:
            asked = case.as_transport_kwargs(base_url="http://xa.test/api/v1", headers=token)
            case.validate_response(send(_request(asked)), excluded_checks=OTHERS)

        every_case()


def _request(asked: dict[str, Any]) -> httpx.Request:
    """As requests would have written it."""
    written = requests.Request(**{key: asked[key] for key in asked if key in _OF_A_REQUEST}).prepare()
    body: Any = written.body.encode() if isinstance(written.body, str) else written.body
    headers: dict[Any, Any] = dict(written.headers)
    return httpx.Request(str(written.method), str(written.url), headers=headers, content=body)


_OF_A_REQUEST = ("method", "url", "headers", "params", "json", "data", "cookies")

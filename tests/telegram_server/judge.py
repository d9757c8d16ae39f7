"""What aiogram, which knows the Bot API's methods and types field by field, says about the requests of a run."""

import json
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods import TelegramMethod
from pydantic import BaseModel, ValidationError

from tests.telegram_server.calls import JSON, Call, Refused
from tests.telegram_server.limits import breaches
from tests.telegram_server.server import TelegramServer


def judge(call: Call) -> list[str]:
    """Everything that is wrong with a request, each in a line; empty for a sound one."""
    model = _models().get(call.method)
    if model is None:
        return [f"{call.method}: no such method"]
    return [f"{call.method}: {fault}" for fault in (*_type_faults(model, call), *_limit_faults(call))]


def assert_sound(calls: Iterable[Call]) -> None:
    """Assert that aiogram and the table of limits have nothing to say against any of the requests."""
    faults = {fault for call in calls for fault in judge(call)}
    assert not faults, "\n".join(sorted(faults))


@asynccontextmanager
async def judged_server() -> AsyncIterator[TelegramServer]:
    """A running server; at the end all that it was asked must be sound."""
    async with TelegramServer() as server:
        yield server
    assert_sound(server.requests)


@cache
def _models() -> dict[str, type[TelegramMethod[Any]]]:
    named = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    found = [model for model in named if isinstance(model, type) and issubclass(model, TelegramMethod)]
    return {model.__api_method__: model for model in found if model is not TelegramMethod}


def _type_faults(model: type[TelegramMethod[Any]], call: Call) -> list[str]:
    values = {name: _typed(model, name, value) for name, value in call.parameters.items()}
    values |= {name: f"attach://{name}" for name in call.files if name in model.model_fields}
    try:
        read = model.model_validate_json(json.dumps(values), strict=True)
    except ValidationError as error:
        return [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
    return _unknown(read, values)


def _typed(model: type[BaseModel], name: str, value: Any) -> Any:
    """A form's string as the type that the method wants there; what cannot be read stays as it is."""
    field = model.model_fields.get(name)
    if field is None or not isinstance(value, str):
        return value
    kinds = set(_kinds(field.annotation))
    if str in kinds and not (int in kinds and re.fullmatch(r"-?\d+", value)):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _kinds(annotation: Any) -> Iterable[Any]:
    if get_origin(annotation) in {Union, UnionType}:
        return [kind for part in get_args(annotation) for kind in _kinds(part)]
    return [annotation]


def _unknown(read: BaseModel, values: JSON, path: str = "") -> list[str]:
    """The fields, however deep, that the Bot API does not know."""
    faults = [f"{path}{name}: unknown" for name in read.model_extra or {}]
    for name in values:
        faults += _unknown_inside(getattr(read, name, None), values[name], f"{path}{name}.")
    return faults


def _unknown_inside(read: Any, value: Any, path: str) -> list[str]:
    if isinstance(read, BaseModel) and isinstance(value, dict):
        return _unknown(read, value, path)
    if isinstance(read, list) and isinstance(value, list):
        pairs = enumerate(zip(read, value, strict=True))
        return [fault for n, (inner, raw) in pairs for fault in _unknown_inside(inner, raw, f"{path}{n}.")]
    return []


def _limit_faults(call: Call) -> list[str]:
    try:
        return [str(breach) for breach in breaches(call)]
    except Refused as refused:
        return [str(refused)]

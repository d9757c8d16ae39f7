"""What is answered where something cannot be: RFC 9457, with a sentence in Vietnamese."""

from collections.abc import Mapping, Sequence

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.translations import Words, mark
from bot.web.api.wrongs import Wrong

MEDIA_TYPE = "application/problem+json"
ABOUT = "/api/v1/tai-lieu"
MOST_FIELDS = 20  # of one request that are told of
say = Words("vi", "anh chị").say


class WrongField(BaseModel):
    """One field that cannot be taken."""

    field: str = Field(description=say("Đường tới trường, ví dụ body.level"))
    detail: str


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongField] = []


class Refused(Exception):
    """The request ends with this problem; raised anywhere below the API."""

    def __init__(
        self,
        wrong: Wrong,
        detail: str = "",
        fields: Sequence[WrongField] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(wrong.anchor)
        self.wrong, self.detail, self.fields, self.headers = wrong, detail, fields, headers


def answer(
    wrong: Wrong, detail: str = "", fields: Sequence[WrongField] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as a response; `detail` instead of the usual sentence."""
    problem = Problem(
        type=f"{ABOUT}#{wrong.anchor}",
        title=say(wrong.title),
        status=wrong.status,
        detail=detail or say(wrong.detail),
        errors=list(fields),
    )
    return JSONResponse(
        problem.model_dump(), wrong.status, {"Cache-Control": "no-store", **(headers or {})}, media_type=MEDIA_TYPE
    )


def told(*wrongs: Wrong) -> dict[int | str, dict[str, object]]:
    """These problems for the OpenAPI document."""
    found: dict[int | str, dict[str, object]] = {}
    for one in wrongs:
        known = found.get(one.status)
        description = f"{known['description']}; {say(one.title)}" if known else say(one.title)
        found[one.status] = {
            "description": description,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    return found


def install(app: FastAPI) -> None:
    """Every failure below `app` is answered as a problem."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failed)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - what it is registered for
    return answer(error.wrong, error.detail, error.fields, error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return answer(Wrong.INVALID, fields=[_field(one) for one in error.errors()[:MOST_FIELDS]])


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    wrong = next((one for one in Wrong if one.status == error.status_code), Wrong.UNREADABLE)
    return answer(wrong, headers=error.headers)


async def _failed(_request: Request, _error: Exception) -> Response:
    return answer(Wrong.FAILED)  # the door of the web logs what it was


def _field(error: Mapping[str, object]) -> WrongField:
    where = error.get("loc", ())
    parts = [str(part) for part in where] if isinstance(where, tuple) else []
    return WrongField(field=".".join(parts)[:200], detail=say(_SENTENCES.get(str(error.get("type")), _OTHERWISE)))


_OTHERWISE = mark("Giá trị này chưa đúng.")
_SENTENCES = {
    "missing": mark("Thiếu trường này."),
    "extra_forbidden": mark("Không có trường mang tên này."),
    "enum": mark("Giá trị không nằm trong danh sách."),
    "literal_error": mark("Giá trị không nằm trong danh sách."),
    "string_too_long": mark("Dài quá."),
    "string_type": mark("Phải là chữ."),
    "json_invalid": mark("Nội dung không phải JSON."),
}

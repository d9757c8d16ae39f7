"""The pages of the API for people: made from its own description, without a script and without another site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.storage.offices.api_grants import Scope
from bot.translations import LANGUAGES, SOURCE, Words, mark
from bot.web.api.asking import MOST, SECONDS
from bot.web.api.limits import LARGEST
from bot.web.api.wrongs import Wrong
from bot.web.pages import html

LANGUAGE = "ngon-ngu"  # in the address: the desk's own choice stays with the desk
SAYS = (  # what the endpoints say of themselves, so that translators find it
    mark("Các tỉnh, các xã của một tỉnh, hoặc những nơi mang tên được hỏi."),
    mark("Một tỉnh hoặc một xã."),
    mark("Mọi bài đang dùng, theo khóa."),
    mark("Một bài, từng thẻ và từng câu hỏi."),
    mark("Lời thông báo này có gì phải sửa; không lưu gì."),
    mark("Tạo bản nháp, đứng tên cán bộ của mã truy cập. Cán bộ đọc lại, trình và người khác duyệt trên bàn làm việc."),
    mark("Thông báo trong địa bàn, mới nhất trước."),
    mark("Một thông báo: đang ở bước nào, đã tới bao nhiêu người."),
    mark("Báo cáo đã lập của một nơi, mới nhất trước."),
    mark("Một báo cáo với mọi số liệu của nó."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One endpoint as the page shows it."""

    method: str
    path: str
    says: str
    scopes: tuple[str, ...]
    parameters: tuple[Mapping[str, Any], ...]
    body: str  # the name of its schema, "" for none
    answers: Mapping[str, str]  # the name of the schema by status
    mistakes: tuple[str, ...]  # statuses


async def documentation(request: Request) -> Response:
    """What can be asked, with which right, and what is answered; `?ngon-ngu=en` says it in English."""
    schema, asked = request.app.openapi(), request.query_params.get(LANGUAGE, SOURCE)
    words = Words(asked if asked in LANGUAGES else SOURCE, "anh chị")
    values = {
        "asked": list(_asked(schema)),
        "schemas": schema["components"]["schemas"],
        "wrongs": list(Wrong),
        "scopes": [scope.value for scope in Scope],
        "limits": {"most": MOST, "seconds": SECONDS, "largest": LARGEST // 1000},
        "base": request.app.servers[0]["url"],
        "kind_of": kind_of,
        "others": {code: name for code, name in LANGUAGES.items() if code != words.language},
    }
    return HTMLResponse(html("api/docs.html", words, **values), headers={"Cache-Control": "no-cache"})


def _asked(schema: Mapping[str, Any]) -> Iterator[Asked]:
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            answers = {status: _name(answer) for status, answer in one["responses"].items() if status < "4"}
            yield Asked(
                method.upper(),
                path,
                one.get("description", ""),
                tuple(
                    scope for security in one.get("security", ()) for scopes in security.values() for scope in scopes
                ),
                tuple(one.get("parameters", ())),
                _name(one.get("requestBody", {})),
                answers,
                tuple(sorted(status for status in one["responses"] if status >= "4")),
            )


def _name(holder: Mapping[str, Any]) -> str:
    """The schema that a body is written by."""
    content: Mapping[str, Any] = next(iter(holder.get("content", {}).values()), {})
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def kind_of(schema: Mapping[str, Any]) -> str:
    """A schema in a few words: "string", "một trong: a, b", "NoticeHead[]"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(f'"{one}"' for one in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(kind_of(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"{kind_of(schema['items'])}[]"
    return str(schema.get("type", ""))


ROUTES = (Route("/tai-lieu", documentation),)

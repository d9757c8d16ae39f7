"""Talking without script: forms, redirects, and what the page shows of what was said."""

import httpx
import pytest

from bot.channels.webchat.receive import LARGEST_BODY
from tests.web.conftest import Browser
from tests.web.fakes import Conversation
from tests.web.page import Page


async def _page(client: httpx.AsyncClient, query: str = "") -> Page:
    return Page((await client.get(f"/{query}")).text)


async def test_a_lesson_from_first_visit_to_right_answer(client: httpx.AsyncClient) -> None:
    page = await _page(client)
    for words in ("Học bài ngắn", "Học tiếp", "Đọc mã cho họ", "Tắt máy, gọi cho con"):
        response = await client.post("/chat", data=page.choices.press(words))
        assert response.status_code == 303
        assert response.headers["location"].startswith("/#tin-")
        page = await _page(client)
    assert "Đúng rồi bác ạ!" in page.text
    assert page.text.count("Đã chọn") == 4
    assert list(page.choices.buttons) == ["1. Về đầu", "2. Học lại"]


async def test_the_redirect_leads_to_the_message_just_sent(client: httpx.AsyncClient) -> None:
    await client.get("/")
    response = await client.post("/chat", data={"id": "a1", "text": "1"})
    place = response.headers["location"].removeprefix("/#")
    own = [values for _, values in (await _page(client)).tags if values.get("id") == place]
    assert [values["class"] for values in own] == ["own"]


async def test_a_typed_number_counts_as_chosen(client: httpx.AsyncClient) -> None:
    await client.get("/")
    await client.post("/chat", data={"id": "a1", "text": " 1 "})
    page = await _page(client)
    assert "1. Học bài ngắn Đã chọn" in page.text
    assert "Bác gửi: 1" in page.text


async def test_buttons_stay_while_nothing_was_chosen(client: httpx.AsyncClient) -> None:
    await client.get("/")
    await client.post("/chat", data={"id": "a1", "text": "ừ thì"})
    page = await _page(client)
    assert "Cháu chưa hiểu ý bác" in page.text
    assert "1. Học bài ngắn" in page.choices.buttons


async def test_own_words_stand_before_the_answer(client: httpx.AsyncClient) -> None:
    await client.get("/")
    await client.post("/chat", data={"id": "a1", "text": "xin chào"})
    text = (await _page(client)).text
    assert text.index("Hôm nay") < text.index("Bác gửi: xin chào") < text.index("Cháu chưa hiểu")


async def test_a_form_sent_twice_counts_once(client: httpx.AsyncClient, conversation: Conversation) -> None:
    page = await _page(client)
    pressed = page.choices.press("Học bài ngắn")
    for _ in range(3):
        await client.post("/chat", data=pressed)
    assert len(conversation.handled) == 2
    assert (await _page(client)).text.count("Bác gửi:") == 1


async def test_nothing_written_is_not_a_message(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    response = await client.post("/chat", data={"id": "a1", "text": "  \n "})
    assert response.headers["location"] == "/#viet"
    assert len(conversation.handled) == 1


async def test_writing_without_a_cookie_begins_first(client: httpx.AsyncClient, conversation: Conversation) -> None:
    response = await client.post("/chat", data={"id": "a1", "text": "xin chào"})
    assert response.status_code == 303
    assert [one.text for one in conversation.handled] == ["", "xin chào"]
    assert "xin chào" in (await _page(client)).text


async def test_a_press_on_an_unknown_button_still_arrives(
    client: httpx.AsyncClient, conversation: Conversation
) -> None:
    await client.get("/")
    await client.post("/chat", data={"id": "a1", "choice": "gone", "screen": "old"})
    assert conversation.handled[-1].choice == "gone"


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}"


async def test_hostile_words_are_shown_as_words(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    account = conversation.handled[0].address.account
    letter: dict[str, object] = {
        "paragraphs": [{"text": HOSTILE, "tone": tone} for tone in ("plain", "right", HOSTILE)],
        "buttons": [{"id": HOSTILE, "key": HOSTILE, "label": HOSTILE}],
        "screen": HOSTILE,
        "media": {"kind": "picture", "source": "hinh/x.svg", "alt": HOSTILE},
    }
    await conversation.mailbox.put(account, [letter], "hostile")
    await client.post("/chat", data={"id": "a1", "text": HOSTILE})
    response = await client.get("/")
    page = Page(response.text)
    assert "alert" not in response.text.replace("alert(1)&lt;/script&gt;", "").replace("onerror=alert(2)&gt;", "")
    assert page.text.count("{{7*7}}") >= 4
    assert not [values for _, values in page.tags if "onerror" in values]
    assert [values.get("src", "")[:8] for tag, values in page.tags if tag == "script"] == ["/static/"] * 2


@pytest.mark.parametrize(
    "letter",
    [
        {},
        {"own": 5},
        {"paragraphs": "x", "buttons": {"id": 1}, "media": 7},
        {"paragraphs": [1, {"text": None}], "buttons": [None], "media": {"kind": 1, "data": "%%%"}},
    ],
)
async def test_a_letter_that_is_not_understood_breaks_nothing(
    letter: dict[str, object], client: httpx.AsyncClient, conversation: Conversation
) -> None:
    await client.get("/")
    await conversation.mailbox.put(conversation.handled[0].address.account, [letter], "odd")
    assert (await client.get("/")).status_code == 200


async def test_older_messages_are_one_step_away(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    account = conversation.handled[0].address.account
    for number in range(150):
        await conversation.mailbox.put(
            account, [{"paragraphs": [{"text": f"tin {number}.", "tone": "plain"}]}], f"{number}"
        )
    page = await _page(client)
    assert "tin 149." in page.text
    assert "tin 89." not in page.text
    assert "tin 89." in (await _page(client, "?tin=120")).text
    (link,) = (values for tag, values in page.tags if tag == "a" and "hx-get" in values)
    older = Page((await client.get(link["hx-get"])).text)
    assert "tin 89." in older.text
    assert "tin 90." not in older.text


async def test_a_short_history_needs_no_htmx(client: httpx.AsyncClient) -> None:
    assert not [address for address in (await _page(client)).addresses() if "htmx" in address]


@pytest.mark.parametrize("query", ["?tin=-5", "?tin=abc", "?tin=9999999", "?tin=²", "?xa=&tin="])
async def test_a_strange_query_is_forgiven(query: str, client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/{query}")).status_code == 200


async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    response = await client.post("/chat", content=b"id=a1&text=" + b"a" * LARGEST_BODY)
    assert response.status_code == 413
    assert "Tin dài quá" in response.text
    assert len(conversation.handled) == 1


async def test_a_long_vietnamese_message_fits(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    response = await client.post("/chat", data={"id": "a1", "text": "ẤẶỆỘ" * 1000})
    assert response.status_code == 303
    assert len(conversation.handled[-1].text) == 4000


@pytest.mark.parametrize("body", [b"\xff\xfe", b"id=&text=a", b"id=a/b&text=a", b"a=b&" * 50, b"id=a1&choice=%00"])
async def test_a_malformed_body_is_refused(body: bytes, client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    assert (await client.post("/chat", content=body)).status_code == 400
    assert len(conversation.handled) == 1


async def test_too_many_messages_are_refused_kindly(browser: Browser, conversation: Conversation) -> None:
    client, other = browser(), browser()
    await client.get("/")
    await other.get("/")
    for number in range(30):
        await client.post("/chat", data={"id": f"a{number}", "text": "a"})
    refused = await client.post("/chat", data={"id": "b", "text": "b"})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
    assert "Bác nhắn hơi nhanh." in refused.text
    assert "text" in Page(refused.text).forms[-1].fields
    assert "b" not in {one.text for one in conversation.handled}
    assert (await other.post("/chat", data={"id": "b", "text": "b"})).status_code == 303

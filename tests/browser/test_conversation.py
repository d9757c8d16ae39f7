"""A person at the page: pressing, typing, losing the network, coming back."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.network import cut, give_back
from tests.web.fakes import Conversation

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _press(page: Page, words: str) -> None:
    await page.get_by_role("button", name=words).click()


async def _say(page: Page, words: str) -> None:
    await page.get_by_role("textbox").fill(words)
    await page.keyboard.press("Enter")


def _own(conversation: Conversation) -> list[str]:
    return [one.text or one.choice or "" for one in conversation.handled[1:]]


async def _tell(conversation: Conversation, text: str) -> None:
    """The assistant speaks first."""
    account = conversation.handled[0].address.account
    await conversation.mailbox.put(account, [{"paragraphs": [{"text": text, "tone": "plain"}]}], text)


async def test_from_first_visit_to_the_end_of_a_lesson(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await _press(page, "Học bài ngắn")
    await expect(page.get_by_text("Chuyện của bà Sáu")).to_be_visible()
    await expect(page.get_by_role("img", name="Bà cụ đặt điện thoại xuống")).to_be_visible()
    await _say(page, "1")
    await _press(page, "Đọc mã cho họ")
    await expect(page.get_by_text("Chưa đúng bác ạ.")).to_be_visible()
    await _say(page, "2")
    await expect(page.get_by_text("Đúng rồi bác ạ!")).to_be_visible()
    assert _own(conversation) == ["learn", "1", "a", "2"]
    await expect(page.locator(".past .chosen")).to_have_text(
        [re.compile(words) for words in ("Học bài ngắn", "Học tiếp", "Đọc mã cho họ", "Tắt máy, gọi cho con")]
    )
    await expect(page.locator("form.choices")).to_have_count(1)


async def test_the_page_is_the_same_after_a_reload(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await _press(page, "Học bài ngắn")
    await expect(page.get_by_text("Chuyện của bà Sáu")).to_be_visible()
    await _say(page, "ừ thì")
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_be_visible()
    before = await page.locator("#letters").inner_text()
    await page.reload()
    assert await page.locator("#letters").inner_text() == before
    await _press(page, "Học tiếp")
    await expect(page.get_by_text("Bác làm gì?")).to_be_visible()
    assert len(conversation.handled) == 4


async def test_what_is_half_written_outlives_a_reload(open_page: OpenPage) -> None:
    page = await open_page()
    await page.get_by_role("textbox").fill("Bác đang viết dở")
    await page.reload()
    await expect(page.get_by_role("textbox")).to_have_value("Bác đang viết dở")


async def test_without_a_network_nothing_is_lost_or_doubled(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await cut(page.context)
    await _say(page, "xin chào")
    await _say(page, "còn đây nữa")
    await expect(page.get_by_text("Chưa gửi")).to_have_count(2)
    await expect(page.get_by_role("status")).to_contain_text("Đang mất mạng.")
    await give_back(page.context)
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_have_count(2)
    await expect(page.get_by_text("Chưa gửi")).to_have_count(0)
    await expect(page.locator("#letters > .own")).to_have_text([re.compile("xin chào"), re.compile("còn đây nữa")])
    await expect(page.get_by_role("status")).to_have_text("")
    assert _own(conversation) == ["xin chào", "còn đây nữa"]


async def test_an_unsent_message_outlives_a_reload(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await page.route("**/chat?*", lambda route: route.abort())
    await _say(page, "xin chào")
    await expect(page.get_by_text("Chưa gửi")).to_be_visible()
    await page.unroute("**/chat?*")
    await page.reload()
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_be_visible()
    await expect(page.locator("#letters > .own")).to_have_count(1)
    assert _own(conversation) == ["xin chào"]


async def test_a_lost_answer_is_fetched_again_and_counted_once(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    lost: list[str] = []

    async def lose_the_first(route: Route) -> None:
        if lost:
            await route.continue_()
            return
        lost.append(route.request.post_data or "")
        await route.fetch()
        await route.abort()

    await page.route("**/chat?*", lose_the_first)
    await _say(page, "xin chào")
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_be_visible()
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect(page.get_by_text("Chưa gửi")).to_have_count(0)
    await expect(page.locator("#letters > .own")).to_have_count(1)
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_have_count(1)
    assert _own(conversation) == ["xin chào"]


async def test_the_assistant_speaks_first(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await _tell(conversation, "Nước đang lên, bà con chú ý.")
    await expect(page.get_by_text("Nước đang lên")).to_have_count(1)


async def test_what_came_during_a_cut_is_shown_once(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await _tell(conversation, "Tin trước.")
    await expect(page.get_by_text("Tin trước.")).to_be_visible()
    await cut(page.context)
    await _tell(conversation, "Tin trong lúc mất mạng.")
    await give_back(page.context)
    await expect(page.get_by_text("Tin trong lúc mất mạng.")).to_have_count(1)
    await _tell(conversation, "Tin sau.")
    await expect(page.locator("#letters > li").last).to_contain_text("Tin sau.")
    await expect(page.get_by_text("Tin trước.")).to_have_count(1)


async def test_two_open_pages_show_the_same(open_page: OpenPage) -> None:
    page = await open_page()
    other = await page.context.new_page()
    await other.goto("/")
    await _press(page, "Học bài ngắn")
    await expect(other.get_by_text("Chuyện của bà Sáu")).to_be_visible()
    await expect(other.locator(".past .chosen")).to_contain_text("Học bài ngắn")
    await expect(other.locator("form.choices")).to_have_count(1)


async def test_focus_follows_a_press_and_stays_while_typing(open_page: OpenPage) -> None:
    page = await open_page()
    await _press(page, "Học bài ngắn")
    await expect(page.locator("li.bot", has_text="Chuyện của bà Sáu")).to_be_focused()
    await _say(page, "1")
    await expect(page.get_by_text("Bác làm gì?")).to_be_visible()
    await expect(page.get_by_role("textbox")).to_be_focused()
    await expect(page.get_by_role("textbox")).to_have_value("")


async def test_the_keyboard_is_enough(open_page: OpenPage) -> None:
    page = await open_page()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Đến ô viết tin")).to_be_focused()
    button = page.get_by_role("button", name="Học bài ngắn")
    while not await button.evaluate("node => node === document.activeElement"):
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement !== document.body")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Chuyện của bà Sáu")).to_be_visible()


async def test_a_double_click_presses_once(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Học bài ngắn").dblclick(no_wait_after=True)
    await expect(page.get_by_text("Chuyện của bà Sáu")).to_have_count(1)
    assert _own(conversation) == ["learn"]


async def test_a_slow_answer_is_announced(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    conversation.open.clear()
    await _say(page, "xin chào")
    await expect(page.get_by_role("status")).to_have_text("Đang trả lời…")
    conversation.open.set()
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_be_visible()
    await expect(page.get_by_role("status")).to_have_text("")


async def test_new_words_do_not_move_a_reader_who_looks_back(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    for number in range(12):
        await _tell(conversation, f"Tin số {number}.")
    await page.reload()
    await page.evaluate("document.scrollingElement.scrollTop = 0")
    await expect(page.get_by_text("Tin số 11.")).not_to_be_in_viewport()
    await _tell(conversation, "Tin mới nhất.")
    await expect(page.get_by_role("button", name="Có tin mới")).to_be_visible()
    assert await page.evaluate("document.scrollingElement.scrollTop") == 0
    await _press(page, "Có tin mới")
    await expect(page.get_by_text("Tin mới nhất.")).to_be_in_viewport()
    await expect(page.locator("li.bot", has_text="Tin mới nhất.")).to_be_focused()
    await expect(page.get_by_role("button", name="Có tin mới")).to_be_hidden()


async def test_older_messages_come_without_losing_the_place(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    for number in range(100):
        await _tell(conversation, f"Tin số {number}.")
    await page.reload()
    await expect(page.get_by_text("Tin số 39.")).to_have_count(0)
    await page.get_by_role("link", name="Xem tin cũ hơn").click()
    await expect(page.get_by_text("Tin số 39.")).to_have_count(1)
    await expect(page.get_by_text("Tin số 99.")).to_have_count(1)


async def test_a_lost_cookie_loses_no_words(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page()
    await page.context.clear_cookies()
    await _say(page, "xin chào")
    await expect(page.get_by_text("Cháu chưa hiểu ý bác.")).to_be_visible()
    await expect(page.locator("#letters > .own")).to_contain_text("xin chào")
    assert [one.text for one in conversation.handled] == ["", "", "xin chào"]


async def test_a_lesson_without_script(open_page: OpenPage, conversation: Conversation) -> None:
    page = await open_page(java_script_enabled=False)
    await _press(page, "Học bài ngắn")
    await expect(page.get_by_text("Chuyện của bà Sáu")).to_be_in_viewport()
    await page.get_by_role("textbox").fill("1")
    await page.get_by_role("button", name="Gửi").click()
    await _press(page, "Tắt máy, gọi cho con")
    await expect(page.get_by_text("Đúng rồi bác ạ!")).to_be_in_viewport()
    await page.get_by_role("button", name=re.compile("Cỡ chữ")).click()
    await expect(page.locator("html")).to_have_class("size-120")
    assert _own(conversation) == ["learn", "1", "b"]

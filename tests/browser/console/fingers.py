"""Somebody with a keyboard and no mouse, who has to see where they are, and perhaps hears it read."""

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page

MOST = 150  # presses of Tab until somebody gives up
HERE = "one => one === document.activeElement"
LOST = """before => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (one === document.body) return "";
    const round = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!round && style.boxShadow === "none" && !one.matches("a.tile")) return "nothing shows that it has the focus";
    const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 20);
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "it is out of sight";
    const top = document.elementFromPoint(x, y);
    if (!top || !(one.contains(top) || top.contains(one))) return `it lies behind ${top && top.outerHTML.slice(0, 80)}`;
    const last = window.lastFocused;
    window.lastFocused = one;
    const back = last && last.isConnected && last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING;
    return back ? `it comes before ${last.outerHTML.slice(0, 80)}` : "";
}"""
NAMELESS = re.compile(r'- (?:button|link|textbox|searchbox|radio|checkbox|combobox|spinbutton|img)(?! ")[^\n]*')


@dataclass
class Fingers:
    """Goes by Tab alone; whatever has the focus must be seen to have it, and come after what had it before."""

    page: Page

    async def tab(self) -> None:
        """One step on; AssertionError where the eye would lose the place."""
        await self.page.keyboard.press("Tab")
        lost = await self.page.evaluate(LOST)
        assert not lost, f"{await self.page.evaluate('document.activeElement.outerHTML.slice(0, 200)')}: {lost}"

    async def reach(self, role: str, name: str) -> Locator:
        """What has this name, from its beginning on, once it has the focus."""
        wanted = self.page.get_by_role(role, name=re.compile(rf"^{re.escape(name)}")).first  # type: ignore[arg-type]
        await wanted.wait_for()
        await self.page.evaluate("window.lastFocused = null")
        for _ in range(MOST):
            if await wanted.evaluate(HERE):
                return wanted
            await self.tab()
        raise AssertionError(f"no way to {role} {name}")

    async def write(self, name: str, words: str, role: str = "textbox") -> None:
        """Into a field, in place of what stands there."""
        await self.reach(role, name)
        await self.page.keyboard.press("Control+a")
        await self.page.keyboard.type(words)

    async def press(self, name: str, role: str = "button") -> None:
        """A button or a link, by Enter."""
        await self.reach(role, name)
        await self.page.keyboard.press("Enter")

    async def tick(self, name: str) -> None:
        """A box, by the space bar."""
        await self.reach("checkbox", name)
        await self.page.keyboard.press("Space")

    async def choose(self, group: str, name: str) -> None:
        """One of several: Tab leads to them, arrows through them. `group` is the name of the first."""
        await self.reach("radio", group)
        wanted = self.page.get_by_role("radio", name=name, exact=True)
        for _ in range(MOST):
            if await wanted.is_checked():
                return
            await self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no way to {name}")

    async def heard(self) -> str:
        """The page as a screen reader finds it; AssertionError where something to press or fill has no name."""
        tree = await self.page.locator("body").aria_snapshot()
        nameless = NAMELESS.findall(tree)
        assert not nameless, f"{self.page.url}: {nameless}"
        return tree

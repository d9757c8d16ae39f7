"""A page of the chat read the way a person without script sees it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form with the values of its fields and its buttons by their words."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)

    def press(self, words: str) -> dict[str, str]:
        """What the browser posts when the button with these words in it is pressed."""
        name, value = next(pair for said, pair in self.buttons.items() if words in said)
        return {**self.fields, **({name: value} if name else {})}


class Page(HTMLParser):
    """Forms, words, tags and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._in_form = False
        self._templates = 0  # what lies in templates is not seen
        self._button: tuple[str, str, list[str]] | None = None
        self.feed(html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def choices(self) -> Form:
        """The one form with choices that can still be pressed."""
        (form,) = (form for form in self.forms if "screen" in form.fields)
        return form

    def addresses(self) -> list[str]:
        """Everything that the page names to be loaded or opened."""
        return [value for _, values in self.tags for name, value in values.items() if name in {"src", "href", "action"}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._templates += tag == "template"
        self.tags.append((tag, values))
        if tag == "form":
            self._in_form = True
            self.forms.append(Form(values.get("action", "")))
        if tag in {"input", "textarea"} and self.forms:
            self.forms[-1].fields[values["name"]] = values.get("value", "")
        if tag == "button":
            self._button = values.get("name", ""), values.get("value", ""), []

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False
        self._templates -= tag == "template"
        if tag == "button" and self._button is not None:
            name, value, said = self._button
            if self._in_form:
                self.forms[-1].buttons["".join(said)] = (name, value)
            self._button = None

    def handle_data(self, data: str) -> None:
        if not self._templates:
            self.words.append(data)
        if self._button is not None:
            self._button[2].append(data)

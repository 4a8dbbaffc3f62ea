"""What a task costs somebody who has never done it: keystrokes and words to read, at stated speeds and without a clock."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

TYPED_WORDS_A_MINUTE = 25
"""Slow typing with two fingers. A word is five characters and a space, as typing tests count it."""
READ_WORDS_A_MINUTE = 200
KEYS_IN_A_WORD = 6
MOST_TABS = 400
READ = """(seen) => {
  const place = document.activeElement.closest('[data-key]') ?? document.activeElement.closest('.pb-taken, .pb-errors');
  if (!place || seen.includes(place.dataset.key)) return null;
  const label = place.querySelector('.pb-field__label');
  const isAnswered = [...place.querySelectorAll('input[type=checkbox], input[type=radio]')].some((one) => one.checked);
  const isOptional = Boolean(place.querySelector('.pb-ask__optional'));
  return [place.dataset.key ?? '', isOptional || isAnswered ? label.innerText : place.innerText];
}"""


@dataclass
class Hands:
    """Somebody at a keyboard, who reads each question when she comes to it and types its answer.

    Of a question that is optional or answered already she reads the name alone, of every other one all that stands
    there: its help, its example and what can be chosen.
    """

    page: Page
    keys: int = 0
    typed: int = 0
    words: int = 0
    fields: list[str] = field(default_factory=list)
    answered: int = 0

    def press(self, key: str) -> None:
        """Press one key, or several held together."""
        self.follow(key)
        found = self.page.evaluate(READ, self.fields)
        if found:
            self.fields.append(found[0])
            self.words += len(found[1].split())

    def follow(self, key: str = "Enter") -> None:
        """Press a key that may lead to another page."""
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.page.keyboard.type(text)
        self.typed += len(text)
        self.answered += 1

    def to(self, selector: str) -> None:
        """Press the tabulator until the focus is there."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"The keyboard does not reach {selector}.")

    @property
    def minutes(self) -> float:
        """How long all of that takes."""
        return (self.keys + self.typed) / (TYPED_WORDS_A_MINUTE * KEYS_IN_A_WORD) + self.words / READ_WORDS_A_MINUTE

    def __str__(self) -> str:
        """The figures, in one line."""
        return (
            f"{len(self.fields)} questions met, {self.answered} answered in words, {self.words} words read, {self.typed} characters "
            f"typed, {self.keys} other keys: {self.minutes:.1f} minutes at {TYPED_WORDS_A_MINUTE} words a minute typed and "
            f"{READ_WORDS_A_MINUTE} read"
        )

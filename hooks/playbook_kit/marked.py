"""Words that are in another language than what stands around them, so that whoever shows them can say so."""


class Marked(str):
    """A text that knows its language. What is made from it, such as a part, knows nothing of it any more."""

    language: str

    def __new__(cls, text: str, language: str) -> "Marked":
        """The text in a language."""
        made = super().__new__(cls, text)
        made.language = language
        return made


def language_of(text: object) -> str:
    """The language that a text is marked with, or nothing."""
    return getattr(text, "language", "") if isinstance(text, str) else ""


def like(text: str, other: object) -> str:
    """A text made from another, in the same language."""
    language = language_of(other)
    return Marked(text, language) if language else text

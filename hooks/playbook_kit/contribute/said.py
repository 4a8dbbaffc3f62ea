"""What is said of a question wherever it is asked: on the site and in a forge."""

from collections.abc import Iterator

from ..marked import Marked
from ..words import FIRST_LANGUAGE, Words
from .fields import FormField
from .forms import Form

_CHOICES = {
    "strength": "strength", "response_type": "response_type", "type": "case.types", "kind": "case.kinds",
    "access": "case.access_levels",
}  # fmt: skip


def hint(form: Form, one: FormField, words: Words) -> str:
    """What the model says of the field, or what stands in its place for people who see no file."""
    short = one.name.replace("#.", "").replace(".", "_")
    names = [name for name in (f"{form.name}_{short}", one.path[-1]) if name in words.group("contribute.hints")]
    return words(f"contribute.hints.{names[0]}") if names else "" if one.ref else Marked(one.help, FIRST_LANGUAGE) if words.language != FIRST_LANGUAGE else one.help


def choices(one: FormField, words: Words) -> Iterator[tuple[str, str]]:
    """The values that the model lists for a field, each with its label."""
    if one.control == "yes-no":
        yield from (("true", words("contribute.yes")), ("false", words("contribute.no")))
    elif one.choices:
        group = words.group(_CHOICES[one.path[-1]])
        yield from ((choice, group[choice]) for choice in one.choices)

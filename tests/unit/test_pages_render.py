"""The Markdown templates' environment and filters."""

import datetime
import html

import jinja2
import pytest
from playbook_kit.addresses import link_targets
from playbook_kit.pages.render import Renderer, entry_uri, hang


@pytest.fixture
def renderer(playbook, content, words):
    """A renderer for the small playbook."""
    return Renderer(playbook, words, link_targets(content))


@pytest.mark.parametrize(
    ("text", "done"), [("one", "one"), ("one\ntwo", "one\n    two"), ("a\n\n- b", "a\n    \n    - b")]
)
def test_hang(text, done):
    """Every line but the first is indented by four spaces, as text inside a list item."""
    assert hang(text) == done


@pytest.mark.parametrize(
    ("group", "item", "page"),
    [
        ("arguments", "same-as-the-phone", "arguments/same-as-the-phone.md"),
        ("case_studies", "monmouthshire", "case-studies/monmouthshire.md"),
        ("pages", "about", "about.md"),
    ],
)
def test_entry_uri(playbook, group, item, page):
    """An entry's page stands in the folder of its kind."""
    assert entry_uri(getattr(playbook, group)[item]) == page


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("about.md", "sources.md", "sources.md"),
        ("arguments/x.md", "sources.md", "../sources.md"),
        ("arguments/x.md", "arguments/y.md", "y.md"),
        ("do-and-dont/by-role.md", "playbook/policy.md", "../playbook/policy.md"),
    ],
)
def test_rel(renderer, page, target, link):
    """Links in templates count from the page that is being made."""
    renderer.page_uri = page
    assert renderer.environment.from_string("{{ rel(target) }}").render(target=target) == link


def test_unknown_value_stops(renderer):
    """A value that a template asks for and nobody gave stops the build; it does not vanish."""
    with pytest.raises(jinja2.UndefinedError):
        renderer.environment.from_string("{{ nothing }}").render()


def test_contributed_text_is_no_template(renderer, playbook):
    """No template language runs over contributed text."""
    entry = playbook.pages["about"]
    template = renderer.environment.from_string("{{ text | prose(entry) }}")
    shown = html.unescape(template.render(text="{% if x %} {{ 1 + 1 }}", entry=entry))
    assert shown == "{% if x %} {{ 1 + 1 }}"


def test_date(renderer):
    """A date is shown in words."""
    assert renderer.environment.from_string("{{ day | date }}").render(day=datetime.date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize(
    ("texts", "shown"),
    [(["one"], "one"), (["one", "two"], "- one\n    - two"), (["a\nb", "c"], "- a\n        b\n    - c")],
)
def test_items(renderer, playbook, texts, shown):
    """One text stands as it is; several are a list inside the definition."""
    render = renderer.environment.from_string("{{ texts | items(entry) }}").render
    assert render(texts=texts, entry=playbook.pages["about"]) == shown

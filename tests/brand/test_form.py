"""The page that makes a council's file: the same colours as in Python, a file that passes, and nothing sent."""

import json
import random
import re
from collections.abc import Callable
from dataclasses import asdict
from urllib.parse import parse_qs, urlsplit

import pytest
from playbook_kit.colour import Choices, make_palette
from playbook_kit.colour.table import table
from playbook_kit.models import Council
from playbook_kit.models.council import COUNCIL_PATH
from playbook_kit.models.messages import validate
from playbook_kit.read.yaml_text import parse_yaml
from playwright.sync_api import Page, expect
from site_help import DEADLINE, words

expect.set_options(timeout=DEADLINE * 1000)
FIELDS = tuple(Choices.__dataclass_fields__)
DERIVE = """async ([table, choices]) => {
  const { colours } = await import("/components/brand/colour.mjs");
  return choices.map(colours(table).palette);
}"""
MAKE = """async ([answers, words]) => {
  const { councilFile } = await import("/components/brand/council-file.mjs");
  return answers.map((one) => councilFile(one, words));
}"""


def comparable(found: dict) -> dict:
    """Colours letter for letter, and ratios as near as they are shown."""
    faults = [{**fault, "ratio": round(fault["ratio"], 9)} for fault in found["faults"]]
    return {"light": found["light"], "dark": found["dark"], "faults": faults}


def test_the_page_derives_the_same_colours(visit: Callable) -> None:
    """For greys, colours of three digits and several hundred choices of any fields, the script in the browser makes the
    very palette that Python makes, faults and their better colours included.
    """
    chance = random.Random(3)

    def any_colour() -> str:
        return f"#{chance.randrange(1 << 24):06x}"

    choices = [{"brand": f"#{grey:02x}{grey:02x}{grey:02x}"} for grey in range(0, 256, 15)]
    choices += [{"brand": "#" + "".join(digit * 2 for digit in f"{number:03x}")} for number in range(0, 4096, 11)]
    choices += [{name: any_colour() for name in FIELDS if chance.random() < 0.5} for _ in range(300)]
    in_browser = visit("/reuse/brand/").evaluate(DERIVE, [table(), choices])
    in_python = []
    for one in choices:
        made = make_palette(Choices(**one))
        in_python.append({"light": made.light, "dark": made.dark, "faults": [asdict(fault) for fault in made.faults]})
    assert [comparable(one) for one in in_browser] == [comparable(one) for one in in_python]
    assert sum(bool(one["faults"]) for one in in_python) > 100


def shown(page: Page) -> str:
    """The file as the page shows it."""
    return page.locator("[data-part=file]").input_value()


def read(text: str) -> Council:
    """A council's file, which must be right."""
    document = parse_yaml(text, COUNCIL_PATH)
    council, problems = validate(Council, document, COUNCIL_PATH)
    assert [*document.problems, *problems] == []
    return council


@pytest.mark.parametrize(
    "hostile", ['a "b" \\ c: #d', "'", "- x", "{{ name }}", "é ŵ 🏛\u2028\u0085x", "no", "&a *b !c | >", "1", "# x", "a\tb"]
)
def test_whatever_is_typed_is_text(visit: Callable, hostile: str) -> None:
    """Signs that mean something in YAML stand in the file as what was typed, and every field comes back as it went in, but
    that a space stands for what nobody sees.
    """
    given = {
        "name": hostile, "short_name": hostile, "contact": hostile, "alt": hostile, "logo": "logo.svg", "ground": "header",
        "address": "https://council.example/?a=b&c#d", "forge": "forgejo", "repository": "https://git.example/a/b",
        "branch": hostile, "brand": "#123456", "link": "", "focus": "#ffd400",
    }  # fmt: skip
    (text,) = visit("/reuse/brand/").evaluate(MAKE, [[given], {"head": "one\ntwo", "unnamed": "-"}])
    council = read(text)
    hostile = re.sub("[\t\u2028\u0085]+", " ", hostile)
    assert (council.name, council.short_name, council.contacts.accessibility, council.brand.logo.alt) == (hostile,) * 4
    assert (council.site.address, council.repository.forge, council.repository.branch) == (given["address"], "forgejo", hostile)
    assert council.brand.colours.model_dump(exclude_none=True) == {"brand": "#123456", "focus": "#ffd400"}
    assert council.brand.logo.ground == "header"


def test_the_form_makes_a_file(visit: Callable) -> None:
    """What is typed is in the file and in the preview at once, and the status says that all can be read."""
    page = visit("/reuse/brand/")
    page.locator("[data-field=name]").fill("Anytown Borough Council")
    page.locator("[data-field=brand]").fill("#FFF3B0")
    preview = page.locator("[data-part=preview-light]")
    expect(preview.locator("[data-text=name]")).to_have_text("Anytown Borough Council")
    expect(preview.locator("[data-hex=brand]")).to_have_text("#fff3b0")
    expect(page.locator("[data-part=status]")).to_have_text(words("brand_says.all_read"))
    council = read(shown(page))
    assert (council.name, council.brand.colours.brand) == ("Anytown Borough Council", "#fff3b0")
    assert preview.locator(".pb-header").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 243, 176)"
    assert page.locator("[data-picks=brand]").input_value() == "#fff3b0"


def test_a_colour_that_cannot_be_read(visit: Callable) -> None:
    """It is named with its ratio and the nearest that can be read, tied to its field, and left out of the file."""
    page = visit("/reuse/brand/")
    page.locator(".pb-brand__form summary").click()
    field = page.locator("[data-field=link]")
    field.fill("#888")
    said = page.locator("[data-error=link]")
    fault = make_palette(Choices(link="#888888")).faults[0]
    expect(said).to_contain_text("3.11")
    expect(said).to_contain_text(fault.instead)
    expect(field).to_have_attribute("aria-invalid", "true")
    assert said.get_attribute("id") in field.get_attribute("aria-describedby").split()
    expect(page.locator("[data-part=status]")).to_have_text(words("brand_says.fault"))
    assert "#888" not in shown(page)
    field.fill(fault.instead)
    expect(said).to_be_hidden()
    assert read(shown(page)).brand.colours.link == fault.instead


@pytest.mark.parametrize(("field", "typed"), [("brand", "navy"), ("address", "council.example"), ("logo", "My Logo.SVG")])
def test_what_is_not_right_is_left_out(visit: Callable, field: str, typed: str) -> None:
    """What cannot stand in the file is said beside its field, and the file is right without it."""
    page = visit("/reuse/brand/")
    page.locator(f"[data-field={field}]").fill(typed)
    expect(page.locator(f"[data-error={field}]")).to_have_text(words(f"brand_says.wrong_{'colour' if field == 'brand' else field}"))
    assert typed not in shown(page)
    read(shown(page))


@pytest.mark.parametrize(
    ("forge", "path"), [("github", "/council/playbook/new/main"), ("forgejo", "/council/playbook/_new/main/"), ("gitlab", None)]
)
def test_the_forge_s_new_file_page(visit: Callable, forge: str, path: str | None) -> None:
    """GitHub and Forgejo are offered the file by its address, with its name and text filled in; others have copy and
    download. Nothing asks that address: it is a link.
    """
    page = visit("/reuse/brand/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-field=name]").fill("Anytown & “Friends” + Council")
    page.locator("[data-field=forge]").select_option(forge)
    page.locator("[data-field=repository]").fill("https://git.example/council/playbook.git/")
    expect(page.locator("[data-part=file]")).to_have_value(re.compile("repository:"))
    link = page.locator("[data-part=open]")
    if path is None:
        expect(link).to_be_hidden()
    else:
        expect(link).to_be_visible()
        parts = urlsplit(link.get_attribute("href"))
        assert (parts.netloc, parts.path) == ("git.example", path)
        assert parse_qs(parts.query) == {"filename": [COUNCIL_PATH], "value": [shown(page)]}
    assert [url for url in asked if urlsplit(url).hostname != "127.0.0.1"] == []


def test_download_and_copy(visit: Callable) -> None:
    """The file that is downloaded or copied is the one that is shown."""
    page = visit("/reuse/brand/", accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-field=name]").fill("Anytown")
    with page.expect_download() as waiting:
        page.locator("[data-part=download]").click()
    assert waiting.value.suggested_filename == "council.yml"
    assert waiting.value.path().read_text(encoding="utf-8") == shown(page)
    page.locator("[data-part=copy]").click()
    expect(page.locator("[data-part=status]")).to_have_text(words("brand_says.copied"))
    assert page.evaluate("() => navigator.clipboard.readText()") == shown(page)


def test_a_strict_policy_is_kept(visit: Callable) -> None:
    """Under a policy without inline styles and scripts, the preview still takes its colours."""
    page = visit("/about/")
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"

    def with_policy(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    broken: list[str] = []
    page.on("console", lambda message: message.type == "error" and broken.append(message.text))
    page.route("**/*", with_policy)
    page.goto("/reuse/brand/")
    page.locator("[data-field=brand]").fill("#e4002b")
    expect(page.locator("[data-part=preview-dark] [data-hex=brand]")).to_have_text("#e4002b")
    ground = page.locator("[data-part=preview-dark] .pb-header").evaluate("one => getComputedStyle(one).backgroundColor")
    assert (ground, broken) == ("rgb(228, 0, 43)", [])


def test_without_script_the_page_explains(visit: Callable) -> None:
    """Without JavaScript there is no form, and the text says how to write the file, with one that is right."""
    page = visit("/reuse/brand/", java_script_enabled=False)
    expect(page.locator(".pb-brand")).to_be_hidden()
    sample = page.locator(".pb-prose pre").first
    expect(sample).to_be_visible()
    assert read(sample.inner_text()).name == "Anytown Borough Council"


def test_the_table_is_the_one_in_python(visit: Callable) -> None:
    """The page hands the script the table that Python derives from."""
    given = json.loads(visit("/reuse/brand/").locator(".pb-brand").get_attribute("data-table"))
    assert given == json.loads(json.dumps(table()))

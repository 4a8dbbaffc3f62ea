"""The example that councils copy: a made-up council that uses the keys and has nothing to mend."""

import re
import shutil

import yaml
from playbook_kit.checked import check_content
from playbook_kit.handouts.blocks import lines
from playbook_kit.pages.fields import council_keys
from playbook_kit.plan import make_plan
from playbook_kit.problem import errors
from playbook_kit.report import as_text
from settings_help import ROOT, TODAY, WORDS

EXAMPLE = ROOT / "local.example"
TEXT = (EXAMPLE / "council.yml").read_text(encoding="utf-8")
# Not needed where a usual place, a logo or the device's own letters serve.
NOT_SHOWN = (
    "site.publish_to", "site.offline_copy", "repository.edit", "repository.issues", "brand.colours.link", "brand.colours.link_dark",
    "brand.colours.accent", "brand.colours.accent_dark", "brand.colours.focus", "brand.logo.ground", "brand.favicon", "brand.card",
    "brand.font.name", "brand.font.regular", "brand.font.bold", "brand.font.italic", "brand.font.licence",
)  # fmt: skip


def keys(value, path=""):
    """The dotted names of everything that is set."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from keys(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for inner in value:
            yield from keys(inner, f"{path}[]")
    else:
        yield path


def test_passes_when_copied(repository, tmp_path):
    """Copied to `local/`, the example gives no problem, neither an error nor a warning, that the playbook has not."""
    root = tmp_path / "copy"
    shutil.copytree(repository, root)
    before = check_content(root, TODAY)
    shutil.copytree(EXAMPLE, root / "local")
    found = check_content(root, TODAY)
    assert errors(found) == [] and found == before, as_text(found)


def test_rota_where_a_reader_needs_it(repository, tmp_path):
    """The rota stands in the crisis chapter, on the first-hour card and on the page about the site, with its file."""
    root = tmp_path / "copy"
    shutil.copytree(repository, root)
    shutil.copytree(EXAMPLE, root / "local")
    plan = make_plan(root, TODAY)
    with_rota = {page.uri for page in plan.pages if "the duty communications officer, the duty phone, 0002." in page.body}
    assert with_rota == {"about.md", "playbook/crisis-misinformation.md", "templates/first-hour-card.md"}
    card = next(handout for handout in plan.handouts if handout.id == "first-hour-card")
    assert any("the duty communications officer" in line for line in lines(card))


def test_uses_the_keys_well():
    """It sets every key but those that few need, and each of its parts has a note in words."""
    known = {key.name for _, _, group in council_keys(WORDS) for key in group}
    assert set(keys(yaml.safe_load(TEXT))) == known - set(NOT_SHOWN)
    outermost = re.findall(r"^(?!name|short_name)(\w+):", TEXT, re.M)
    assert [name for name in outermost if not re.search(rf"^#.*\n{name}:", TEXT, re.M)] == []


def test_says_that_it_is_made_up():
    """Its first line says so, and every address in it leads nowhere."""
    assert "made up" in TEXT.splitlines()[0]
    assert all(".example/" in address for address in re.findall(r"https?://\S+", TEXT))

"""Each key of the council's file changes what it says that it changes: the models are walked, so none is forgotten."""

import pytest
from playbook_kit.pages.fields import council_keys
from settings_help import WORDS, planned, said, small

# The key, the lines that set it (below `name`), and what is said with it that is not said without it. Where it means
# nothing alone, the lines without it come last.
FORGE = "repository:\n  forge: forgejo\n  address: https://git.test/us/site\n"
FONT = "brand:\n  font:\n    name: Our Sans\n    regular: local/brand/our.woff2\n    licence: local/brand/licence.txt\n"
ROTA = "rota:\n  - when: By day\n    who: the desk\n    contact: ext. 1\n"
BANNER = "announcement:\n  text: We are *closed*.\n"
EFFECTS = {
    "name": ("name: Elsewhere Council\n", "Elsewhere Council"),
    "short_name": ("short_name: the borough\n", "That is the borough."),
    "site.title": ("site:\n  title: Our own title\n", "index.md\nOur own title\n"),
    "site.strapline": ("site:\n  strapline: Our own sentence.\n", "\nOur own sentence.\n"),
    "site.address": ("site:\n  address: https://elsewhere.test/sub\n", "<id>https://elsewhere.test/sub/feed.xml</id>"),
    "site.noindex": ("site:\n  noindex: true\n", "Disallow: /*.pdf$"),
    "repository.forge": (FORGE, "git.test/us/site/_edit/main/local/pages/a-page.md", FORGE.replace("forgejo", "gitlab")),
    "repository.address": (FORGE, "https://git.test/us/site/"),
    "repository.branch": (FORGE + "  branch: live\n", "/_edit/live/local/", FORGE),
    "repository.edit": (FORGE + "  edit: https://edit.test/here\n", "https://edit.test/here/local/pages/a-page.md", FORGE),
    "repository.issues": (FORGE + "  issues: https://desk.test/form\n", "address='https://desk.test/form'", FORGE),
    "brand.typeface": ("brand:\n  typeface: system\n", "--font: system-ui"),
    "brand.font.name": (FONT, '--font: "Our Sans"'),
    "brand.font.regular": (FONT, 'url("fonts/our.woff2")'),
    "brand.font.bold": (FONT + "    bold: local/brand/our-bold.woff2\n", 'url("fonts/our-bold.woff2")', FONT),
    "brand.font.italic": (FONT + "    italic: local/brand/our-italic.woff2\n", 'url("fonts/our-italic.woff2")', FONT),
    "brand.font.licence": (FONT, "'assets/fonts/licence.txt': 'local/brand/licence.txt'"),
    **{
        f"contacts.{role}": (f"contacts:\n  {role}: the {role} desk\n", f"the {shown} desk")
        for role, shown in (
            ("communications", "communications"), ("duty", "duty"), ("ict", "ict"), ("ripa", "ripa"),
            ("monitoring_officer", r"monitoring\_officer"), ("data_protection", r"data\_protection"),
            ("equality", "equality"), ("privacy", "privacy"), ("security", "security"),
        )
    },
    "contacts.accessibility": ("contacts:\n  accessibility: the web team\n", "You can also tell the web team."),
    "rota[].when": (ROTA, "- **By day:** the desk, ext. 1.\n"),
    "rota[].who": (ROTA, "the desk,"),
    "rota[].contact": (ROTA, "ext. 1."),
    "rota[].then": (ROTA + "    then: the director\n", "If nobody answers: the director.", ROTA),
    "announcement.text": (BANNER, "announcement='We are *closed*.'"),
    "announcement.until": (BANNER + "  until: 2026-11-20\n", "announcement=None", BANNER),
    "footer": ("footer: Kept by us at {{ council.name }}.\n", "footer='Kept by us at Anytown Council.'"),
    "home": ("home: [proof, choose]\n", "Choose what you heard"),
    "navigation": ("navigation: [About]\n", "nav=('index.md', {'About':"),
}
# What changes something else than this part of the site, and is proved where that is.
ELSEWHERE = {
    "site.publish_to": "where it is published", "site.offline_copy": "where it is published",
    "site.languages": "a rule: there is one language so far",
    "brand.colours.brand": "colours", "brand.colours.link": "colours", "brand.colours.link_dark": "colours",
    "brand.colours.accent": "colours", "brand.colours.accent_dark": "colours", "brand.colours.focus": "colours",
    "brand.logo.file": "logo", "brand.logo.ground": "logo", "brand.logo.alt": "logo", "brand.favicon": "logo", "brand.card": "logo",
    "hide[].what": "own content", "hide[].reason": "own content",
    "reviews[].what": "own content", "reviews[].owner": "own content", "reviews[].every_months": "own content",
}  # fmt: skip
KEYS = [key.name for _, _, keys in council_keys(WORDS) for key in keys]
NAME = "name: Anytown Council\n"


def test_every_key_has_its_effect():
    """Each key of the models stands in one of the two tables above, and they hold no other."""
    assert sorted([*EFFECTS, *ELSEWHERE]) == sorted(KEYS)


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """What is said with these lines in the council's file, made once for each."""
    made = {}

    def say(lines: str) -> str:
        if lines not in made:
            text = lines if lines.startswith("name:") else NAME + lines
            made[lines] = said(planned(small(tmp_path_factory.mktemp("keys") / "small", text)))
        return made[lines]

    return say


@pytest.mark.parametrize("key", EFFECTS)
def test_key(key, without):
    """With this key the site says what the key's description promises, and without it that is not said."""
    lines, expected, *base = EFFECTS[key]
    assert expected in without(lines)
    assert expected not in without(base[0] if base else "")


def test_no_council_no_trace(tmp_path):
    """Without a council's file the site is the playbook's: its name, its address, no contacts and no rota."""
    text = said(planned(small(tmp_path / "small", None)))
    assert "<id>https://playbook.test/feed.xml</id>" in text and "council=None" in text
    assert "Whom to ask at" not in text and "Who is called" not in text

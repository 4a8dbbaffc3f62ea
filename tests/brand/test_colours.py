"""A council's colours: the true one in the header, and the others moved until everything can be read."""

import math
import random
import re

import pytest
from css_help import THEME, TOKEN, theme_blocks, tokens
from playbook_kit.adapters.stylesheet import read_stylesheet
from playbook_kit.colour import Choices, contrast, make_palette
from playbook_kit.colour.derive import nearest, passes, readable
from playbook_kit.colour.oklab import from_oklab, to_oklab
from playbook_kit.colour.pairs import DECORATION, FIXED, OURS, PAIRS, SHAPE, SURFACES, TEXT, needs
from playbook_kit.colour.srgb import black_or_white, from_linear, linear
from playbook_kit.colour.stylesheet import override
from site_help import nothing

ALL = [f"#{number:03x}" for number in range(4096)]


def lch(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue in degrees."""
    lightness, a, b = to_oklab(linear(colour))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


@pytest.mark.parametrize(
    ("colour", "wanted"),
    # The primaries as CSS Color 4 gives them in its samples of oklch(); it uses matrices with a few more digits.
    [
        ("#ff0000", (0.62796, 0.25768, 29.234)), ("#008000", (0.51975, 0.17686, 142.495)),
        ("#0000ff", (0.45201, 0.31321, 264.052)), ("#ffff00", (0.96798, 0.21101, 109.769)),
    ],
)  # fmt: skip
def test_oklch_of_known_colours(colour, wanted):
    """Lightness, chroma and hue are those that others compute."""
    assert lch(colour) == pytest.approx(wanted, rel=1e-3)


def test_oklab_there_and_back():
    """Every colour of three digits comes back as itself."""
    full = ["#" + "".join(digit * 2 for digit in colour[1:]) for colour in ALL]
    assert [from_linear(tuple(min(max(part, 0), 1) for part in from_oklab(to_oklab(linear(one))))) for one in full] == full


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.478), ("#ff0000", "#ffffff", 3.998)]
)
def test_contrast_of_known_colours(one, other, ratio):
    """Contrast is that of WCAG 2.2, in either order."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=5e-4)


def test_header_text_can_be_read_on_every_colour():
    """Black or white reaches 4.5 to 1 on all 4,096 colours of three digits, and on greys, where it is hardest."""
    grounds = [*("#" + "".join(digit * 2 for digit in colour[1:]) for colour in ALL), *(f"#{n:02x}{n:02x}{n:02x}" for n in range(256))]
    assert min(contrast(black_or_white(ground), ground) for ground in grounds) >= TEXT


def test_every_pair_can_be_read_with_every_colour():
    """With any of the 4,096 colours of three digits as brand, every pair has the contrast it needs, light and dark, and
    the header keeps the very colour that was given.
    """
    wrong = []
    for colour in ALL:
        palette = make_palette(Choices(brand=colour))
        wrong += [(colour, one) for one in palette.measure() if one.ratio < one.least]
        assert palette.light["brand"] == palette.dark["brand"] == "#" + "".join(digit * 2 for digit in colour[1:])
        assert not palette.faults
    nothing(wrong)


@pytest.mark.parametrize("field", ["link", "link_dark", "accent", "accent_dark"])
def test_every_colour_that_is_chosen_passes_or_is_refused(field):
    """Of colours of three digits in a field, each is either good on all its grounds or refused, with a ratio that is too
    low and another colour that would pass.
    """
    token, scheme = field.removesuffix("_dark"), "dark" if field.endswith("_dark") else "light"
    refused = 0
    for colour in ALL[::7]:
        palette = make_palette(Choices(**{field: colour}))
        short = [one for one in palette.measure() if one.ratio < one.least]
        if not palette.faults:
            assert short == []
            continue
        refused += 1
        (fault,) = palette.faults
        assert (fault.field, fault.ratio < fault.least) == (field, True)
        assert {(one.colour, one.scheme) for one in short} <= {(token, scheme), ("sheet-link", "light"), ("sheet-link", "dark")}
        assert make_palette(Choices(**{field: fault.instead})).faults == ()
    assert 0 < refused < len(ALL[::7])


def test_the_hue_stays():
    """Moved to where they can be read, strong colours keep their hue within what eight bits can show."""
    turned = []
    for colour in ALL:
        lightness, chroma, hue = lch("#" + "".join(digit * 2 for digit in colour[1:]))
        if chroma < 0.1:
            continue
        made = readable(colour, needs("link", "light"), "black")
        turn = abs((lch(made)[2] - hue + 180) % 360 - 180)
        if turn > 6 and lch(made)[1] > 0.05:
            turned.append(f"{colour} → {made} turns by {turn:.1f}°")
    nothing(turned)


def test_no_further_than_needed():
    """A colour is moved to the edge of what passes: half a hundredth of lightness back towards it, it fails."""
    grounds = needs("link", "light")
    for colour in random.Random(5).sample(ALL, 200):
        made = readable(colour, grounds, "black")
        full = "#" + "".join(digit * 2 for digit in colour[1:])
        if made != full:
            lightness, a, b = to_oklab(linear(made))
            back = from_oklab((lightness + 0.012, a, b))
            if all(0 <= part <= 1 for part in back):
                assert not passes(from_linear(back), grounds), colour


def test_the_nearest_that_passes_is_on_the_nearer_side():
    """A light colour that fails on a middle ground is offered a lighter one, a dark colour a darker one."""
    needed = (("#777777", 3.0),)
    assert contrast("#000000", nearest("#555555", needed)) < contrast("#000000", nearest("#999999", needed))


def test_nothing_can_be_read_on_both():
    """What no colour can do is an error of ours and not a colour."""
    needed = (("#ffffff", TEXT), ("#000000", 7.0))
    assert nearest("#123456", needed) is None
    with pytest.raises(ValueError, match="nothing on the way"):
        readable("#123456", needed, "black")


# The table and the stylesheets


def test_the_table_knows_the_tokens():
    """Surfaces, fixed colours and our own values are, name for name, those of the theme's tokens."""
    table = {scheme: SURFACES[scheme] | FIXED[scheme] | OURS[scheme] for scheme in SURFACES}
    in_theme = tokens()
    for scheme, colours in table.items():
        assert {name: value for name, value in colours.items() if name != "sheet"} == {
            name: value for name, value in in_theme[scheme].items() if name != "rule"
        }


def test_our_own_colours():
    """Without a council's colours every pair has the contrast that it needs, light and dark."""
    palette = make_palette(Choices())
    nothing(one for one in palette.measure() if one.ratio < one.least)
    assert palette.changed("light") == palette.changed("dark") == {}


# Where a rule's colour stands on something that another rule lays down: the last part of a selector → the ground.
ELSEWHERE = {
    ".pb-header a:focus-visible": ["focus"], ".pb-paper a": ["sheet"], ".pb-header :focus-visible": ["brand"],
    ".pb-paper__site": ["sheet"], ":is(h2, h3, h4).pb-do__heading, :is(h2, h3, h4).pb-do-not__heading": ["do", "do-not"],
    ".pb-find__field": ["brand"], ".pb-find__button": ["brand"], ".pb-header": ["brand"],
}  # fmt: skip
COLOURS = {*SURFACES["light"], *FIXED["light"], *OURS["light"], *DECORATION}
LEAST = {(pair.colour, pair.ground): pair.least for pair in PAIRS}
# Shapes in these colours are also told by something else: yellow has a dark line below it, and a ground is no shape.
NO_SHAPES = {"focus"}


def grounds_of(selector: str) -> list[str]:
    """What the things lie on that a selector finds: paper and panel unless the table above says otherwise."""
    return next((grounds for end, grounds in ELSEWHERE.items() if selector.endswith(end)), ["paper", "panel"])


def test_stylesheets_use_the_pairs_of_the_table():
    """Every colour that a rule gives to text or to a line has, in the table, each ground that it may stand on."""
    missing, seen = [], set()
    for file, selector, values in theme_blocks():
        own = [token for name in ("background", "background-color") for token in TOKEN.findall(values.get(name, ""))]
        laid = [token for token in own if token in COLOURS]
        for name, value in values.items():
            if name.startswith("--"):
                continue
            for token in TOKEN.findall(value):
                if token not in COLOURS or name.startswith("background"):
                    continue
                text = name == "color"
                if not text and (token in DECORATION | NO_SHAPES):
                    continue
                for ground in laid if text and laid else grounds_of(selector):
                    seen.add((token, ground))
                    if token != ground and LEAST.get((token, ground), 0) < (TEXT if text else SHAPE):
                        missing.append(f"{file}: {selector} sets {name} to {token} on {ground}")
        if ".pb-swatch" not in selector:  # a sample of a colour, with its name beside it
            assert set(laid) <= {*SURFACES["light"], "brand", "focus", "do", "do-not"}, f"{file}: {selector} lies on {laid}"
    nothing(missing)
    # Text in ink, on the paper and on marked words, is what the page begins with.
    assert {pair[:2] for pair in PAIRS} - seen <= {("ink", "mark"), ("ink", "panel"), ("field", "panel")}


def test_other_colours_stand_on_white_sheets_only():
    """A colour that is written out in a component is a text or a line on a white sheet, and can be read there."""
    sheets = re.compile(r"\.pb-(paper|note|find__field|header__logo)")
    for file, selector, values in theme_blocks():
        if file == "1-tokens.css":
            continue
        for name, value in values.items():
            for colour in re.findall(r"#[0-9a-f]{6}\b", value):
                assert sheets.search(selector), f"{file}: {selector} has a colour of its own"
                least = TEXT if name == "color" else 2.5 if name.startswith("border") else 1
                assert contrast(colour, "#ffffff") >= least, f"{file}: {selector} {{ {name}: {value} }}"


def test_our_stylesheet_does_not_change():
    """Without a council's colours the stylesheet is the theme's files and nothing besides."""
    assert override(make_palette(Choices())) == ""
    assert read_stylesheet(THEME, override(make_palette(Choices()))) == read_stylesheet(THEME)


def test_a_council_s_stylesheet():
    """A council's colours follow the theme's in the same selectors, before components and print, and only those that
    differ are there.
    """
    given = override(make_palette(Choices(accent="#7a3300")))
    assert given.splitlines()[1:4] == [":root {", "  --accent: #7a3300;", "}"]
    made = make_palette(Choices(accent="#7a3300")).dark["accent"]
    assert given.count(f"--accent: {made};") == 2 and given.count("--") == 3
    whole = read_stylesheet(THEME, given)
    assert whole.index("--mark: #5a4d00") < whole.index(given) < whole.index(".pb-actions") < whole.index("@page")
    assert whole.replace(f"{given}\n\n", "") == read_stylesheet(THEME)


def test_focus_is_given_letters_that_can_be_read():
    """Whatever a council chooses to lie behind a focused link, the words on it can be read."""
    for colour in ALL[::5]:
        light = make_palette(Choices(focus=colour)).light
        assert contrast(light["on-focus"], light["focus"]) >= TEXT

"""The letters of the site: what takes the place of the playbook's own in the one stylesheet."""

from playbook_kit.adapters.stylesheet import read_stylesheet
from playbook_kit.adapters.typeface import typeface_css
from playbook_kit.settings import Typeface
from settings_help import ROOT

FILES = {"regular": "local/brand/a.woff2", "licence": "local/brand/l.txt"}


def test_playbooks_own():
    """The playbook's own letters stand in the theme's file, with the first one to be fetched named."""
    typeface = Typeface()
    assert typeface_css(typeface) is None and typeface.copies == {}
    assert f'url("{typeface.preload.removeprefix("assets/")}")' in read_stylesheet(ROOT / "theme")


def test_system():
    """The reader's own letters: nothing is fetched, and no font of ours is named."""
    css = read_stylesheet(ROOT / "theme", typeface=typeface_css(Typeface("system")))
    assert "@font-face" not in css and "Atkinson" not in css and css.count("--font:") == 1
    assert Typeface("system").preload is None


def test_one_file_carries_all_weights():
    """A font without bold letters of its own serves as all weights; with them, each file serves as its own."""
    assert "font-weight: 400 700;\n  font-style: normal" in typeface_css(Typeface("own", "A", FILES))
    both = typeface_css(Typeface("own", "A", {**FILES, "bold": "local/brand/b.woff2"}))
    assert "font-weight: 400;" in both and "font-weight: 700;" in both


def test_slanted_letters():
    """Without slanted letters the browser makes them; with them it does not."""
    assert "font-synthesis: style" in typeface_css(Typeface("own", "A", FILES))
    assert "font-synthesis" not in typeface_css(Typeface("own", "A", {**FILES, "italic": "local/brand/i.woff2"}))


def test_hostile_name():
    """Nothing in a font's name can end the string that it stands in."""
    css = typeface_css(Typeface("own", 'A"; } * { display: none } \\', FILES))
    assert 'A"' not in css and '"A\\22 ; } * { display: none } \\5c "' in css

"""What is kept of a council's pictures, and what the site makes of them. What is refused stands in tests/bad_input/."""

import io
import random
import struct
from pathlib import Path

import pytest
from brand_help import SQUARE_LOGO, WIDE_LOGO, png
from lxml import etree
from PIL import Image
from playbook_kit.brand import read_look
from playbook_kit.logo import read_picture
from playbook_kit.logo.picture import LARGEST
from playbook_kit.logo.svg import ATTRIBUTES, ELEMENTS
from playbook_kit.models import Council

SVG = "http://www.w3.org/2000/svg"


def svg(inner: str, attributes: str = 'viewBox="0 0 100 50"') -> bytes:
    """A drawing."""
    return f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:e="urn:editor" {attributes}>{inner}</svg>'.encode()


def test_what_editors_add_is_left_out():
    """Titles, remarks, an editor's own fields, and sizes that are not the viewBox's go without a word."""
    given = svg(
        '<!-- made by --><?a b?><title>t</title><metadata><x>place</x></metadata><e:grid e:on="1"/><g e:label="l" class="c"'
        ' data-x="1"><path d="M0 0h9v9z"/></g>', 'viewBox="0 0 100 50" width="9000" height="1" e:version="1"',
    )  # fmt: skip
    picture, flaws = read_picture(given)
    assert flaws == []
    assert picture.data == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g><path d="M0 0h9v9z"/></g></svg>\n'
    assert (picture.width, picture.height, picture.ratio) == (100, 50, 2)


@pytest.mark.parametrize("inner", ['<svg xmlns="}"><title/></svg>', "<tex:></tex:>", '<g xmlns:q="}" q:d="x"/>', '<g xmlns:q="}" q:href="#x"/>'])
def test_a_name_that_cannot_be_taken_apart_is_refused(inner):
    """A name that lxml cannot take apart, such as one with a brace in its namespace, is damage like any other. A fuzzer found these."""
    picture, flaws = read_picture(svg(f'{inner}<g xmlns="t"/>'))
    assert picture is None and [flaw.message for flaw in flaws] == ["The drawing is damaged: what follows here cannot be read."]


def test_styles_become_attributes():
    """What drawing programs write as styles is kept as attributes, the nearer over the farther, and nothing else of it."""
    given = svg(
        "<style>/* a */ .a, rect { fill: #ff0000; behavior: url(x) } #b{stroke:#00f}</style>"
        '<rect class="a" width="9" height="9"/><path id="b" style="fill:#0f0;-x-y:1" fill="#fff" d="M0 0h9z"/>'
    )
    picture, flaws = read_picture(given)
    assert flaws == []
    root = etree.fromstring(picture.data)
    assert [(one.get("fill"), one.get("stroke")) for one in root] == [("#ff0000", None), ("#0f0", "#00f")]
    assert picture.paints == {"#ff0000", "#0f0", "#00f"}
    assert b"style" not in picture.data and b"class" not in picture.data and b"behavior" not in picture.data


def test_parts_of_the_drawing_are_still_found():
    """Gradients, clips and repeated parts, which name other parts of the same drawing, work as before."""
    picture, flaws = read_picture(svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><path id="p" d="M0 0h9v9z"/></defs>'
        '<use xlink:href="#p" fill="url(#g)" transform="rotate(45 1 1)"/>'
    ))  # fmt: skip
    assert flaws == []
    assert b'href="#p"' in picture.data and b'fill="url(#g)"' in picture.data and b"xlink" not in picture.data


BAD = (
    "<script>1</script>", "<foreignObject><a/></foreignObject>", '<image href="data:image/png;base64,AA"/>', '<a href="#x"/>',
    '<animate attributeName="d"/>', '<path d="M0 0" onclick="1"/>', '<use href="http://x/#y"/>', '<path fill="url(//x/y)"/>',
    '<path style="fill:url(http://x)"/>', "<style>@font-face{src:url(x)}</style>", '<path fill="image(x)"/>', '<feImage href="x"/>',
    "<iframe/>", '<path fill="u\\72l(#a)"/>', '<g filter="url(x#y)"><path mask="url(x)"/></g>', "<set/>", "<style>a b{fill:red}</style>",
)  # fmt: skip
GOOD = ("<g/>", '<path d="M0 0h1"/>', '<circle r="1" style="fill:red"/>', "<defs/>", '<text x="1">a</text>', "<metadata><script/></metadata>")


def test_nothing_but_shapes_ever_comes_out():
    """Of a thousand random drawings, sound and unsound parts in any nesting, each is refused or holds nothing but elements
    and attributes on the lists, and no address but of its own parts.
    """
    chance = random.Random(11)
    refused = 0
    for _ in range(1000):
        parts = [chance.choice(BAD if chance.random() < 0.15 else GOOD) for _ in range(chance.randint(1, 6))]
        inner = "".join(f"<g>{part}</g>" if chance.random() < 0.4 else part for part in parts)
        picture, flaws = read_picture(svg(inner))
        has_bad = any(part in BAD for part in parts)
        # `filter` and `mask` that lead elsewhere: the first is not on the list, so it goes, and the second is refused.
        assert (picture is None) == has_bad, (inner, flaws)
        refused += has_bad
        if picture:
            for element in etree.fromstring(picture.data).iter():
                assert etree.QName(element).localname in ELEMENTS
                assert {etree.QName(name).localname for name in element.attrib} <= ATTRIBUTES
                assert all("http" not in value and "(" not in value for value in element.attrib.values())
    assert 200 < refused < 900


def test_a_png_keeps_its_pixels_and_nothing_else():
    """Remarks, places and dates are gone, the pixels are the same, and what comes after the end is gone too."""
    secret = [(b"tEXt", b"Author\0somebody"), (b"eXIf", b"place"), (b"iCCP", b"p\0\0x"), (b"tIME", b"\x07\xea\x0b\x15\0\0\0")]
    given = png(80, 70, *secret) + b"after the end"
    picture, flaws = read_picture(given)
    assert flaws == [] and (picture.kind, picture.width, picture.height) == ("png", 80, 70)
    assert picture.data == png(80, 70)
    assert Image.open(io.BytesIO(picture.data)).tobytes() == b"\x80\x10\x20" * 5600


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 95, "subsampling": 0, "restart_marker_blocks": 4}])
def test_a_jpeg_keeps_its_pixels_and_nothing_else(options):
    """Remarks, places and previews are gone, and the pixels are the same."""
    chance = random.Random(7)
    image = Image.frombytes("RGB", (90, 70), bytes(chance.randrange(256) for _ in range(90 * 70 * 3)))
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "a secret place", "somebody"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif, comment=b"a secret remark", icc_profile=b"a secret profile", **options)
    given = buffer.getvalue()
    picture, flaws = read_picture(given + b"after the end")
    assert flaws == [] and (picture.kind, picture.width, picture.height) == ("jpeg", 90, 70)
    assert given.count(b"secret") >= 3 and b"secret" not in picture.data and b"after" not in picture.data
    assert Image.open(io.BytesIO(picture.data)).tobytes() == Image.open(io.BytesIO(given)).tobytes()


@pytest.mark.parametrize("make", [lambda: png(80, 80), lambda: jpeg(80, 80), lambda: WIDE_LOGO.format(colour="#123456").encode()])
def test_damaged_pictures_never_raise(make):
    """Cut short at any place, or with any byte changed, a picture is refused or taken, and never a traceback."""
    whole, chance = make(), random.Random(2)
    taken = 0
    for cut in chance.sample(range(len(whole)), min(150, len(whole))):
        assert read_picture(whole[:cut])[0] is None or whole[cut:].strip() == b""
        changed = bytearray(whole)
        changed[cut] = chance.randrange(256)
        taken += read_picture(bytes(changed))[0] is not None
    assert taken < 150


def jpeg(width: int, height: int) -> bytes:
    """A JPEG picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#801020").save(buffer, "JPEG")
    return buffer.getvalue()


def test_too_many_bytes():
    """A picture that every reader would wait for is refused with its size."""
    picture, flaws = read_picture(png(64, 64) + b"\0" * LARGEST)
    assert picture is None and str(LARGEST)[:3] in flaws[0].message.replace(",", "")


def look(root: Path, **brand: object):
    """The look of a made-up council whose files lie below `root`."""
    return read_look(root, Council.model_validate({"name": "anytown & Co", "brand": brand}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a council's pictures."""
    (tmp_path / "local/brand").mkdir(parents=True)
    return tmp_path


LOGO = {"file": "local/brand/logo.svg", "alt": "Arms"}


def test_the_icon_is_a_square_logo(folder: Path):
    """A logo about as wide as high is the icon too, byte for byte."""
    (folder / LOGO["file"]).write_text(SQUARE_LOGO.format(colour="#123456"), encoding="utf-8")
    found = look(folder, logo=LOGO)
    assert found.files["assets/favicon.svg"] == found.files["assets/logo.svg"]
    assert found.logo_size == (40, 40)


@pytest.mark.parametrize("has_logo", [True, False])
def test_the_icon_is_a_letter_where_no_logo_fits(folder: Path, has_logo: bool):
    """With a wide logo or none, the icon is the first letter on the brand's colour, in text that can be read."""
    if has_logo:
        (folder / LOGO["file"]).write_text(WIDE_LOGO.format(colour="#123456"), encoding="utf-8")
    found = look(folder, colours={"brand": "#ff0"}, **({"logo": LOGO} if has_logo else {}))
    icon = etree.fromstring(found.files["assets/favicon.svg"])
    assert [icon[0].get("fill"), icon[1].get("fill"), icon[1].text] == ["#ffff00", "#000000", "A"]
    assert ("assets/logo.svg" in found.files) == has_logo
    assert found.logo_size == ((133, 40) if has_logo else (0, 0))


def test_an_icon_of_its_own(folder: Path):
    """An icon that is given is served as it is, under the ending of what it really is."""
    (folder / "local/brand/icon.svg").write_bytes(png(64, 64))
    found = look(folder, favicon="local/brand/icon.svg")
    assert (found.favicon_uri, found.favicon_type) == ("assets/favicon.png", "image/png")
    assert struct.unpack(">II", found.files["assets/favicon.png"][16:24]) == (64, 64) and found.flaws == ()


def test_no_council_no_change():
    """Where no council has named itself nothing is served but the playbook's own."""
    assert read_look(Path("/nowhere"), None).files == {} and read_look(Path("/nowhere"), None).stylesheet == ""

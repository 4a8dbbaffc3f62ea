"""A council's own picture on the built site: it is served, shown with its words, and led to from every page."""

from bs4 import BeautifulSoup
from PIL import Image
from playbook_kit.adapters.mkdocs_build import build_site
from settings_help import TODAY, small
from site_help import addresses, nothing, page_path

COUNCIL = "name: Anytown Council\nfooter: See [our plan](assets/plan.pdf).\n"
PDF = b"%PDF-1.7\n%%EOF\n"
PAGE = "---\ntitle: Our office\nsummary: Where we are.\n---\n\n![Our mark](../local/assets/mark.png)\n"


def test_served(tmp_path):
    """The page shows the picture with its alternative text, and the footer leads to the paper from wherever it is."""
    root = small(tmp_path / "root", COUNCIL)
    (root / "local/assets").mkdir()
    (root / "local/assets/plan.pdf").write_bytes(PDF)
    Image.new("RGB", (80, 40), "white").save(root / "local/assets/mark.png")
    (root / "local/pages").mkdir()
    (root / "local/pages/our-office.md").write_text(PAGE, encoding="utf-8")
    build_site(root, tmp_path / "site", TODAY, [])
    site = tmp_path / "site"
    soup = BeautifulSoup(page_path(site, "/our-office/").read_text(encoding="utf-8"), "html.parser")
    image = soup.select_one(".pb-prose img")
    assert (image["alt"], image["src"]) == ("Our mark", "../assets/local/mark.png")
    assert (site / "assets/local/mark.png").stat().st_size and (site / "assets/local/plan.pdf").read_bytes() == PDF
    feet = {one: BeautifulSoup(page_path(site, one).read_text(encoding="utf-8"), "html.parser") for one in addresses(site)}
    led = {one: foot.select_one(".pb-footer__council a")["href"] for one, foot in feet.items()}
    nothing(f"{one} leads to {link}" for one, link in led.items() if not (page_path(site, one).parent / link).is_file())

"""Every page, as the Nu HTML checker judges it: the one that the makers of the HTML standard keep."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from install_checker import ADVICE, JAR
from site_help import DEADLINE, addresses, nothing, serving

# The checker does not know size containers yet (https://www.w3.org/TR/css-contain-3/#container-type, …#container-lengths).
NEWER = re.compile(r"^\s*(container-type: (inline-size|normal);|--[a-z]+: calc\(100cqi / \d+\);)$")


def judged(urls: list[str], *kind: str) -> list[dict]:
    """All that the checker says of these pages; with `--css`, of these stylesheets."""
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        pytest.fail(ADVICE)
    # It refuses hosts of the machine itself unless told otherwise: it is mostly run as a service for others.
    options = ["-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true"]
    done = subprocess.run(
        [java, *options, "-jar", str(JAR), *kind, "--format", "json", "--stdout", *urls],
        capture_output=True, encoding="utf-8", timeout=4 * DEADLINE,
    )  # fmt: skip
    return json.loads(done.stdout)["messages"]


def shown(message: dict) -> str:
    """A message as a line."""
    return f"{message.get('url')}:{message.get('lastLine')}: {message['type']}: {message['message']}"


def faults_of(site: Path, served: str) -> dict[str, list[str]]:
    """What the checker finds on every page, a line for each error or warning, by the page's address."""
    found: dict[str, list[str]] = {address: [] for address in [*addresses(site), "/404.html"]}
    for message in judged([served + address for address in found]):
        found[message["url"].removeprefix(served)].append(shown(message))
    return found


def test_no_page_has_an_error_or_a_warning(site: Path, served: str) -> None:
    """On no page, the one for what is not there among them, does the checker find an error or a warning."""
    nothing(line for lines in faults_of(site, served).values() for line in lines)


def wrong_styles(sheets: list[Path]) -> list[str]:
    """What the checker says of stylesheets, but for what it does not know yet."""
    lines = {path.name: path.read_text(encoding="utf-8").splitlines() for path in sheets}
    return [
        shown(message) for message in judged(list(map(str, sheets)), "--css")
        if not NEWER.match(lines[Path(message["url"]).name][message["lastLine"] - 1])
    ]  # fmt: skip


def test_no_style_has_an_error(site: Path) -> None:
    """In no stylesheet does the checker find an error or a warning."""
    sheets = sorted(site.rglob("*.css"))
    assert len({path.name for path in sheets}) == len(sheets) > 0
    nothing(wrong_styles(sheets))


@pytest.mark.parametrize("fault", ["p { colour: red }", "p { color: #12 }", "p { margin: 1 2 px }"])
def test_a_fault_in_a_style_is_found(site: Path, tmp_path: Path, fault: str) -> None:
    """Each of these, put at the end of a good stylesheet, is reported."""
    sheet = tmp_path / "broken.css"
    sheet.write_text((site / "assets/playbook.css").read_text(encoding="utf-8") + fault, encoding="utf-8")
    assert wrong_styles([sheet])


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ('<a name="x" href="#">link</a>', "obsolete"),
        ('<div id="main">twice</div>', "Duplicate ID"),
        ('<img src="x.png">', "alt"),
        ('<p style="color: red">styled</p>', "Content Security Policy"),
        ("<script>alert(1)</script>", "Content Security Policy"),
    ],
)
def test_a_fault_is_found(site: Path, tmp_path: Path, fault: str, said: str) -> None:
    """The check above does find a fault when there is one: each of these, put into a good page, is reported."""
    page = (site / "about/index.html").read_text(encoding="utf-8")
    broken = page.replace("</main>", f"{fault}</main>")
    assert broken != page
    (tmp_path / "index.html").write_text(broken, encoding="utf-8")
    with serving(tmp_path) as address:
        messages = judged([f"{address}/"])
    assert any(said.lower() in message["message"].lower() for message in messages), list(map(shown, messages))

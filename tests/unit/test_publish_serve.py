"""While the site is being written, the page reloads itself by a script that the published policy forbids."""

import re

from playbook_kit.adapters.serve import POLICY, Server
from unit_help import ROOT


def test_served_page_may_reload_itself() -> None:
    """The page that `serve` shows has no policy, and has the script that reloads it; nothing else is taken away."""
    server = Server.__new__(Server)
    page = b'<head><meta http-equiv="Content-Security-Policy" content="x"><title>A</title></head><body><p>B</p></body>'
    shown = server._inject_js_into_html(page, 1)
    assert b"Content-Security-Policy" not in shown and b"<title>A</title></head><body><p>B</p><script>" in shown


def test_policy_of_the_theme_is_found() -> None:
    """What `serve` looks for is what the theme writes, once."""
    theme = (ROOT / "theme/base.html").read_bytes()
    assert len(POLICY.findall(theme)) == 1 and len(re.findall(rb"Content-Security-Policy", theme)) == 1

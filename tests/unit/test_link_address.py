"""A web address that somebody contributed cannot end the link that it stands in, nor begin something else."""

import yaml
from markdown import Markdown
from playbook_kit.plan import make_plan
from playbook_kit.prose import link_address
from small_playbook import TODAY, write, write_small_playbook

ADDRESS = "https://a.invalid/x)[@acas](y]{{council.name}}`'a|b\\c"


def test_it_is_one_link():
    """Markdown makes one link of it, whose address leads to the same place: the signs are written as percent codes."""
    html = Markdown(extensions=["attr_list"]).convert(f"[words]({link_address(ADDRESS)}) after")
    assert html == '<p><a href="https://a.invalid/x%29%5B@acas%5D%28y%5D%7B%7Bcouncil.name%7D%7D%60%27a%7Cb%5Cc">words</a> after</p>'
    assert link_address("https://a.invalid/a_b?c=d&e#f") == "https://a.invalid/a_b?c=d&e#f"


def test_a_citation_in_an_address(tmp_path):
    """The address of whoever uses the playbook may hold what looks like a citation."""
    root = write_small_playbook(tmp_path)
    odd = "https://a.invalid/[@no-such-source]"
    users = [{"name": "Anytown", "country": "uk", "address": odd, "added_on": TODAY}]
    write(root, "playbook/used-by.yml", yaml.safe_dump({"organisations": users}).encode())
    write(root, "mkdocs.yml", b"site_name: A playbook\nsite_url: https://playbook.test/\n")
    pages = {page.uri: page.body for page in make_plan(root, TODAY).pages}
    assert link_address(odd) in pages["contributors.md"]

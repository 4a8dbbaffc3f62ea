"""The files for servers and hosts: one list of headers and redirects, in each of their forms, within their limits."""

import json
import re
import xml.etree.ElementTree as etree

import pytest
from playbook_kit.index import Gone
from playbook_kit.models.council import Council, PublishTo
from playbook_kit.plan import make_plan
from playbook_kit.publish import Publication, Redirect, content_security_policy, policy, publication, publish_files
from playbook_kit.publish.hosts import AZURE_MOST_BYTES
from unit_help import TODAY, write

TARGETS = PublishTo.__args__
ROOT_SITE, SUB_SITE = "https://council.example/", "https://council.example/social-media/"
MOVED = [Redirect("arguments/old/", "arguments/new/"), Redirect("playbook/former/", "playbook/present/")]


def made(target: str, address: str = ROOT_SITE, moved: list[Redirect] = MOVED, noindex: bool = False) -> dict[str, str]:
    """The files of a target, by their path."""
    return {file.uri: file.text for file in publish_files(Publication(target, address, moved, noindex))}


# The policy


def test_policy_allows_nothing_inline_or_from_elsewhere() -> None:
    """Each source of the policy is the site itself or nothing at all."""
    assert policy.CONTENT_SECURITY_POLICY["default-src"] == "'none'"
    assert set(policy.CONTENT_SECURITY_POLICY.values()) == {"'self'", "'none'"}


def test_policy_in_a_page_leaves_out_what_pages_may_not_say() -> None:
    """The meta element has all directives of the header but the one that a browser takes from headers alone."""
    header, page = (set(content_security_policy(in_page).split("; ")) for in_page in (False, True))
    assert header - page == {"frame-ancestors 'none'"} and page < header


@pytest.mark.parametrize(
    ("address", "speaks"),
    [(ROOT_SITE, True), ("http://council.example/", False), (SUB_SITE, False), ("", False)],
    ids=["own host", "no HTTPS", "part of a host", "no address"],
)
def test_only_a_whole_host_is_told_to_use_https(address: str, speaks: bool) -> None:
    """HTTPS for a year is promised only by a site that has its host for itself and is reached by HTTPS."""
    assert ("Strict-Transport-Security" in Publication("nginx", address).headers) is speaks


@pytest.mark.parametrize("target", ["cloudflare-pages", "netlify", "azure-static-web-apps", "nginx", "apache", "iis"])
@pytest.mark.parametrize("noindex", [True, False])
def test_every_header_is_in_every_form(target: str, noindex: bool) -> None:
    """Each header of the one list stands in the files of each target that can send headers, `noindex` if asked for."""
    texts = [text.replace("&#39;", "'") for uri, text in made(target, noindex=noindex).items() if uri != "_redirects"]
    for text in texts:
        if "include /srv" in text:
            continue
        assert ("noindex" in text) is noindex
        for name, value in Publication(target, ROOT_SITE, [], noindex).headers.items():
            assert name in text and value in text


@pytest.mark.parametrize("target", ["cloudflare-pages", "netlify", "azure-static-web-apps", "nginx", "apache", "iis"])
@pytest.mark.parametrize(("address", "base"), [(ROOT_SITE, "/"), (SUB_SITE, "/social-media/")])
def test_every_redirect_is_in_every_form(target: str, address: str, base: str) -> None:
    """Each old address is sent on to the new one, below the sub-path, in the files of each target that can do so."""
    text = "\n".join(made(target, address).values())
    for one in MOVED:
        old = one.old.rstrip("/") if target == "iis" else f"{base}{one.old.rstrip('/')}"
        assert re.search(rf"{old}\b", text) and f"{base}{one.new}" in text


# Where the files come from


def test_redirects_come_from_tombstones() -> None:
    """A tombstone that leads on gives a redirect; one without an heir, or of a kind without pages, gives none."""
    gone = [
        Gone("argument", "old", "new", "Merged.", TODAY), Gone("chapter", "former", "present", "Renamed.", TODAY),
        Gone("argument", "lost", None, "Wrong.", TODAY), Gone("source", "report", "other", "Replaced.", TODAY),
    ]  # fmt: skip
    assert publication("nginx", ROOT_SITE, gone).redirects == MOVED


@pytest.mark.parametrize("target", TARGETS)
def test_plan_holds_the_files_of_the_target(unchanged_root, target: str) -> None:
    """The plan has the files of the target that is asked for, and of no other, with the site's own tombstones."""
    plan = make_plan(unchanged_root, TODAY, SUB_SITE, publish_to=target)
    every = {uri for each in TARGETS for uri in made(each, SUB_SITE)}
    found = {file.uri: file.text for file in plan.data if file.uri in every}
    assert set(found) == set(made(target, SUB_SITE))
    if target in ("nginx", "apache", "netlify"):
        assert "/social-media/arguments/the-phone-line" in "\n".join(found.values())


def test_council_names_the_target(small_root) -> None:
    """`site.publish_to` and `site.noindex` in the council's file choose the files and what they say."""
    text = "name: Anytown Council\nsite:\n  publish_to: netlify\n  noindex: true\n"
    write(small_root, "local/council.yml", text)
    found = {file.uri: file.text for file in make_plan(small_root, TODAY).data}
    assert "X-Robots-Tag: noindex" in found["_headers"] and "_redirects" in found
    assert Council(name="Anytown Council").site.publish_to == "folder"


def test_plain_folder_has_nothing_beside_the_pages() -> None:
    """For a folder, for GitLab, which redirects by the pages themselves, and for a file share there is no such file."""
    assert [made(target) for target in ("folder", "gitlab-pages", "file-share")] == [{}, {}, {}]


# Cloudflare Pages and Netlify


@pytest.mark.parametrize("target", ["cloudflare-pages", "netlify"])
def test_header_rules_keep_to_the_documented_limits(target: str) -> None:
    """At most 100 rules, a path and below it indented `Name: value`, no line over 2,000 characters, and no header by two
    rules that match one address, which would be joined (developers.cloudflare.com/pages/configuration/headers).
    """
    rules = [block.split("\n") for block in made(target, SUB_SITE)["_headers"].strip().split("\n\n")]
    assert 1 < len(rules) <= 100 and rules[0][0] == "/social-media/*"
    names = []
    for path, *said in rules:
        assert re.fullmatch(r"/[^\s:]*\*?", path)
        assert all(re.fullmatch(r"  [A-Za-z-]+: \S.*", line) and len(line) <= 2000 for line in said)
        names += [line.split(":")[0].strip() for line in said]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("target", "code"), [("cloudflare-pages", "301"), ("netlify", "301!")])
def test_redirect_rules_keep_to_the_documented_form(target: str, code: str) -> None:
    """`/old /new 301`, 1,000 characters at most. Netlify shows a page before a redirect unless its code ends in “!”,
    which Cloudflare does not know (docs.netlify.com/manage/routing/redirects, …/pages/configuration/redirects).
    """
    lines = made(target, SUB_SITE)["_redirects"].splitlines()
    assert lines[:2] == [
        f"/social-media/arguments/old/ /social-media/arguments/new/ {code}",
        f"/social-media/arguments/old /social-media/arguments/new/ {code}",
    ]
    assert len(lines) == 2 * len(MOVED) and all(len(line) <= 1000 for line in lines)


# Azure Static Web Apps


def test_azure_file_has_the_documented_fields() -> None:
    """Only fields that the documentation names; a redirect's route names the folder's `index.html`, which matches it
    with and without its slash; 404 shows our page as a 404 (learn.microsoft.com/azure/static-web-apps/configuration).
    """
    config = json.loads(made("azure-static-web-apps", SUB_SITE)["staticwebapp.config.json"])
    assert set(config) == {"trailingSlash", "routes", "responseOverrides", "globalHeaders", "mimeTypes"}
    assert config["trailingSlash"] == "always"
    assert config["responseOverrides"] == {"404": {"rewrite": "/social-media/404.html", "statusCode": 404}}
    assert config["routes"][0] == {
        "route": "/social-media/arguments/old/index.html", "redirect": "/social-media/arguments/new/", "statusCode": 301,
    }  # fmt: skip
    for route in config["routes"]:
        assert set(route) <= {"route", "redirect", "rewrite", "statusCode", "headers", "methods", "allowedRoles"}
        assert re.fullmatch(r"/[^*\s]*\*?", route["route"])
    assert config["mimeTypes"][".mjs"] == "text/javascript"


def test_azure_file_stays_under_its_limit() -> None:
    """With more redirects than fit into 20 KB the first of them are kept, and the file is whole."""
    many = [Redirect(f"arguments/old-{number}/", f"arguments/new-{number}/") for number in range(300)]
    text = made("azure-static-web-apps", moved=many)["staticwebapp.config.json"]
    kept = [route for route in json.loads(text)["routes"] if "redirect" in route]
    assert 0 < len(kept) < 300 and len(text.encode()) <= AZURE_MOST_BYTES
    assert kept[0]["redirect"] == "/arguments/new-0/"


# IIS


def test_iis_file_is_sound() -> None:
    """Well-formed, each ending and header taken out before it is put in, which IIS wants, and only attributes that the
    reference names (learn.microsoft.com/iis/configuration/system.webserver).
    """
    root = etree.fromstring(made("iis", SUB_SITE)["web.config"])
    assert root.tag == "configuration" and {child.tag for child in root} == {"system.webServer", "location"}
    web = root.find("system.webServer")
    for section, one, key in (("staticContent", "mimeMap", "fileExtension"), ("httpProtocol/customHeaders", "add", "name")):
        removed: set[str] = set()
        for child in web.find(section):
            if child.tag == "remove":
                removed.add(child.get(key))
            if child.tag == one:
                assert child.get(key) in removed
    assert web.find("httpErrors/error").attrib == {
        "statusCode": "404", "subStatusCode": "-1", "path": "404.html", "responseMode": "File",
    }  # fmt: skip
    moved = root.find("location[@path='arguments/old']/system.webServer/httpRedirect")
    assert moved.attrib == {
        "enabled": "true", "destination": "/social-media/arguments/new/", "exactDestination": "true",
        "httpResponseStatus": "Permanent",
    }  # fmt: skip
    fonts = root.find("location[@path='assets/fonts']//clientCache")
    assert fonts.attrib == {"cacheControlMode": "UseMaxAge", "cacheControlMaxAge": "7.00:00:00"}


# GitHub, Forgejo


@pytest.mark.parametrize(
    ("target", "address", "files"),
    [
        ("github-pages", ROOT_SITE, {".nojekyll": "\n", "CNAME": "council.example\n"}),
        ("github-pages", "https://anytown.github.io/playbook/", {".nojekyll": "\n"}),
        ("github-pages", "", {".nojekyll": "\n"}),
        ("forgejo-pages", ROOT_SITE, {".domains": "council.example\n"}),
        ("forgejo-pages", "https://anytown.codeberg.page/", {}),
    ],
)
def test_own_name_of_the_host(target: str, address: str, files: dict[str, str]) -> None:
    """A name of the council's own is named to the host; one that the host gives is not."""
    assert made(target, address) == files

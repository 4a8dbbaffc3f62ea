"""Headers and redirects in the form that hosts of static sites read.

Cloudflare Pages (developers.cloudflare.com/pages/configuration/headers and …/redirects): at most 100 rules of headers,
2,000 characters a line; at most 2,000 plain redirects, 1,000 characters each; redirects go before files. All rules that
match apply, and a header given twice is joined by a comma, so that no header here is given by two rules: both hosts ask
anew for every file unless told otherwise. Netlify (docs.netlify.com/manage/routing) reads the same files, shows a file
before a redirect unless its code ends in “!”, and adds the slash to an address by itself.

Azure Static Web Apps (learn.microsoft.com/azure/static-web-apps/configuration): the first route that matches counts, a
route's header goes before the same global one, a route to `…/index.html` matches the folder with and without a slash,
and the file may have 20 KB.
"""

import json

from . import policy
from .site import Publication

AZURE_MOST_BYTES = 20_000


def header_rules(site: Publication) -> str:
    """`_headers`, for Cloudflare Pages and Netlify."""
    rules = {
        "*": site.headers,
        policy.FEED: {"Content-Type": f"{policy.FEED_TYPE}; charset={policy.CHARSET}"},
        f"{policy.FONTS}*": {"Cache-Control": policy.FONT_CACHE},
    }
    blocks = [
        "\n".join([site.base + path, *(f"  {name}: {value}" for name, value in said.items())])
        for path, said in rules.items()
    ]  # fmt: skip
    return "\n\n".join(blocks) + "\n"


def redirect_rules(site: Publication, code: str) -> str:
    """`_redirects`, for the same two: each old address with and without its slash."""
    lines = [
        f"{site.base}{old} {site.base}{one.new} {code}"
        for one in site.redirects for old in (one.old, one.old.rstrip("/"))
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def missing_rules(site: Publication) -> str:
    """The lines of `_redirects` that show, on Netlify, each language's own page of what is not found.

    Cloudflare Pages finds the nearest 404.html by itself (developers.cloudflare.com/pages/configuration/serving-pages).
    """
    return "".join(f"{site.base}{base}* {site.base}{base}404.html 404\n" for base in site.languages)


def azure_config(site: Publication) -> str:
    """`staticwebapp.config.json`. Redirects that do not fit are left to the pages at the old addresses."""
    for kept in range(len(site.redirects), -1, -1):
        text = _azure(site, kept)
        if len(text.encode()) <= AZURE_MOST_BYTES:
            break
    return text


def _azure(site: Publication, redirects: int) -> str:
    moved = [
        {"route": f"{site.base}{one.old}index.html", "redirect": f"{site.base}{one.new}", "statusCode": 301}
        for one in site.redirects[:redirects]
    ]
    feed = {"Content-Type": f"{policy.FEED_TYPE}; charset={policy.CHARSET}"}
    config = {
        "trailingSlash": "always",
        "routes": [
            *moved,
            {"route": f"{site.base}{policy.FONTS}*", "headers": {"Cache-Control": policy.FONT_CACHE}},
            {"route": f"{site.base}{policy.FEED}", "headers": feed},
        ],
        "responseOverrides": {"404": {"rewrite": f"{site.base}404.html", "statusCode": 404}},
        "globalHeaders": {**site.headers, "Cache-Control": policy.NO_CACHE},
        "mimeTypes": {f".{ending}": kind for ending, kind in policy.MIME_TYPES.items()},
    }
    return json.dumps(config, indent=2) + "\n"

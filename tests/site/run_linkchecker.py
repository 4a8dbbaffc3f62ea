"""Runs LinkChecker with its anchor check, made fast enough for a test. Arguments and output are its own.

What it finds is unchanged. Left alone it reads a page anew for each anchor that is linked in it, which takes minutes
here; and as root, which containers are, it becomes `nobody` and cannot read its own modules.
"""

import functools

from linkcheck import parser
from linkcheck.command import linkchecker
from linkcheck.htmlutil import htmlsoup, linkparse
from linkcheck.plugins import anchorcheck


def document(url_data) -> str:
    """The address without its anchor and its query: the same for all links into one page, which no query changes here."""
    return url_data.url.partition("#")[0].partition("?")[0]


def once_for_each_document(work):
    """The same function, which gives for one page what it gave the first time."""
    given = {}

    @functools.wraps(work)
    def remembered(url_data):
        if document(url_data) not in given:
            given[document(url_data)] = work(url_data)
        return given[document(url_data)]

    return remembered


@once_for_each_document
def anchors_of(url_data) -> anchorcheck.UrlAnchorCheck:
    """All anchors of a page, as the plugin itself finds them."""
    found = anchorcheck.UrlAnchorCheck()
    linkparse.find_links(url_data.get_soup(), found.add_anchor, linkparse.AnchorTags)
    return found


htmlsoup.make_soup = functools.cache(htmlsoup.make_soup)
parser.parse_url = once_for_each_document(parser.parse_url)
anchorcheck.AnchorCheck.check = lambda plugin, url_data: anchors_of(url_data).check_anchor(url_data)
linkchecker.drop_privileges = lambda: None

if __name__ == "__main__":
    linkchecker.linkchecker()

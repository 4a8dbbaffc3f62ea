"""What every answer of a server says, in one place: headers, types, how long a file is kept, what is compressed.

No file has a fingerprint in its name: modules import each other by name, and addresses are public. So a browser keeps
every file and asks each time whether it is still the same (`no-cache`), which costs an answer of a few bytes and never
mixes two versions of the site. Fonts alone, which next to never change, are kept for a week without asking.
"""

SELF, NONE = "'self'", "'none'"

CONTENT_SECURITY_POLICY = {
    "default-src": NONE,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": SELF,
    "font-src": SELF,
    "connect-src": SELF,
    "manifest-src": SELF,
    "form-action": SELF,
    "base-uri": NONE,
    "frame-ancestors": NONE,
}
"""Nothing from elsewhere, nothing inline, nothing in a frame."""

NOT_IN_PAGES = ("frame-ancestors", "report-uri", "sandbox")
"""Directives that a browser takes from a header only (Content Security Policy Level 3, section 3.3)."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HSTS = ("Strict-Transport-Security", "max-age=31536000")
"""A year of HTTPS for the host that says it, without those below it: they are not the site's to speak for."""

NOINDEX = ("X-Robots-Tag", "noindex")

NO_CACHE = "no-cache"
FONTS = "assets/fonts/"
FONT_DAYS = 7
FONT_CACHE = f"public, max-age={FONT_DAYS * 24 * 60 * 60}"

MIME_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "csv": "text/csv",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
"""The type of every ending that the site has. With `nosniff`, a wrong one means that the file is not used at all."""

TEXT = ("html", "css", "js", "mjs", "json", "xml", "csv", "txt", "svg")
"""Endings that are text in UTF-8, and worth compressing."""

FEED = "feed.xml"
FEED_TYPE = "application/atom+xml"
CHARSET = "utf-8"


def content_security_policy(in_page: bool = False) -> str:
    """The policy as a header's value, or as that of a meta element, which knows fewer directives."""
    return "; ".join(
        f"{name} {sources}" for name, sources in CONTENT_SECURITY_POLICY.items()
        if not (in_page and name in NOT_IN_PAGES)
    )  # fmt: skip


def headers(has_host: bool, noindex: bool) -> dict[str, str]:
    """The headers of every answer; `has_host` says whether the host is the site's own, and served with HTTPS."""
    found = {"Content-Security-Policy": content_security_policy(), **HEADERS}
    if has_host:
        found.update([HSTS])
    if noindex:
        found.update([NOINDEX])
    return found

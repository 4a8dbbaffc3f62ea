"""Pieces of text that mean something to YAML, to Markdown, to HTML or to us, where nobody expects them."""

ODD = [
    "\t", ":", ": ", "'", '"', "“", "[", "]", "{", "}", "- ", "#", " #x", "&a ", "*a", "!x ", "|", ">-", "%", "@", "`",
    "\\", "---\n", "...\n", "\n\n", "\0", "\r", "\x1b", "\u2028", "\u00a0", "\ufeff", "\U0001f600", "é", "\u202e",
    "{{ council.nam }}", "{{", "}}", "[@", "[@none]", "[@acas-policy; review by x]", "[^1]", "[a][b]", "[a](b)",
    "![](x.png)", "](", "<script>", "<b", "</", "<!--", "<?", "{: onclick=x }", "[x](javascript:y)", "[x](//[)",
    "[x](http://[)", "[x](%00%ff)", "# ", "#### x\n", "```\n", "~~~", "    ", "> " * 40, "[" * 400, "(" * 400,
    "*_" * 200, "title: x\n", "yes", "2026-02-30", "FILL IN", "x" * 21_000,
]  # fmt: skip

"""Nothing can be said to a contributor that has no example, and what is said can be understood by anybody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playbook_kit.message_kinds import GROUPS, WHYS, whys
from playbook_kit.message_list import examples
from playbook_kit.models.slips import address_fix, as_id, date_fix
from playbook_kit.rules import RULES
from unit_help import PACKAGE, ROOT

PLACES = ("read", "rules", "models", "local", "logo")
FILES = [*(file for place in PLACES for file in sorted((PACKAGE / place).glob("*.py"))), PACKAGE / "content.py", PACKAGE / "names.py"]
NO_KINDS = {
    "yaml": "what libyaml says is known in full; this is for a later version of it",
    "local-upstream": "said in the playbook's own repository alone; tests/local holds it",
}
# What no file of words can bring about, or is said by another command than `check`, with where it is tested.
ELSEWHERE = {
    "local/drift_report.py": "said by `playbook drift`; tests/local",
    "local/start.py": "said by `playbook local`; tests/local",
    "local/upstream_check.py": "said by `playbook local upstream-check`; tests/local",
    "models/schema.py": "descriptions in the published schema",
}
NOT_BY_A_FILE = (
    "Check that you may open it.", "The file cannot be read", "The folder cannot be read", "This is not a plain file.", "Put .+? in its place.",
    "Save it smaller.", "This is not valid YAML", "Compare the line with a file beside this one.", "is not right: ",
    "There is a character here that cannot be seen.", "Delete it and type the words again.", "differs from .+? in capitals only",
    "on many computers the two are one file", "bytes; at most .+? are served", "The drawing has more than", "Have it simplified",
    "The drawing holds an entity", "The drawing's styles speak of", "Take the link out.", "words; one side of A4 holds", "Here there may be", "The tools are", "which is your own, so there is nothing to replace",
    "files here; at most .+? are served.", "Take out what no page shows.",
)  # fmt: skip


@pytest.fixture(scope="module")
def found():
    """The examples by kind."""
    return examples(ROOT)


def every_message(found) -> list[str]:
    """Each message of the examples, with its fix."""
    return [said for ones in found.values() for one in ones for said in one.said]


def pattern(node: ast.expr) -> str:
    """A text of the program as a pattern, in which any words stand for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\\\{\w+(?::,)?\\\}", ".+?", re.escape(node.value))  # the forms say some sentences too
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part) if isinstance(part, ast.Constant) else ".+?" for part in node.values)
    return ""


def sentences(file: Path) -> Iterator[str]:
    """Every sentence that a module can say: texts that end with a full stop and describe neither code nor fields."""
    tree, skip = ast.parse(file.read_text(encoding="utf-8")), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skip.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            skip.update(node.values)
        elif isinstance(node, ast.keyword) and node.arg in ("description", "examples"):
            skip.update(ast.walk(node.value))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule":
            skip.update(ast.walk(node))
    for node in ast.walk(tree):
        said = "" if node in skip else pattern(node) if isinstance(node, (ast.Constant, ast.JoinedStr)) else ""
        if len(said) > 18 and said.endswith(r"\.") and r"\ " in said and re.match(r"[A-Z“]|\.\+\?", said):
            yield said


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_every_sentence_has_an_example(file, found):
    """Each sentence that this module can say to a contributor stands in an example, or says why it cannot."""
    if file.relative_to(PACKAGE).as_posix() in ELSEWHERE:
        return
    said = "\n".join(every_message(found))
    missing = [one for one in sentences(file) if not re.search(one, said)]
    plain = [re.sub(r"\\(.)", r"\1", one) for one in missing]
    assert [one for one in plain if not any(part in one for part in NOT_BY_A_FILE)] == []


def test_every_kind_has_its_place(found):
    """Each rule, and each other kind of problem that the code names or an example shows, has a group, a reason and an example."""
    named = {rule.name for rule in RULES} | set(found)
    for file in PACKAGE.rglob("*.py"):
        pairs = re.findall(r'rule="([a-z0-9-]+)"|Fault\(\s*"([a-z0-9-]+)"', file.read_text(encoding="utf-8"))
        named |= {one for pair in pairs for one in pair if one}
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(named) == sorted(whys())
    assert named - set(found) == set(NO_KINDS)
    assert set(WHYS) & {rule.name for rule in RULES} == set()
    assert [why for why in whys().values() if not re.fullmatch(r"[A-Z].+\.", why)] == []
    assert all(names == tuple(sorted(names)) for names in GROUPS.values())


def test_every_file_is_an_example(found):
    """Each file of bad input is an example of one kind or more, with all that it brings about but what another told."""
    shown = [one.path for ones in found.values() for one in ones]
    assert sorted(set(shown)) == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/bad_input").glob("*.yml"))
    said = [said for ones in found.values() for one in ones for said in one.said]
    assert all(one.count("\n") == 1 for one in said)


@pytest.mark.parametrize(
    "jargon",
    [
        r"\bparse", r"\bstring\b", r"\bboolean\b", r"\bnull\b", r"\bregex", r"\btoken\b", r"\bscalar\b", r"\bmapping\b",
        r"\bsyntax\b", r"\binvalid\b", r"\bstr\b", r"<class", r"\btraceback\b",
        r"\bhexadecimal", r"(?<!\.)\bMarkdown\b", r"\bslug\b", r"\bfront matter\b", r"\battributes?\b", r"\bISO\b", r"\de[+-]\d",
        r"\bpremature\b", r"\bsymlink", r"\belement\b", r"\barray\b", r"\bschema\b", r"\bescape",
    ],
)  # fmt: skip
def test_no_words_of_programmers(found, jargon):
    """No message uses a word that only programmers have."""
    said = every_message(found)
    assert [one for one in said if re.search(jargon, re.sub(r"“[^”]*”|\([a-z0-9-]+\)$", "", one, flags=re.M), re.I)] == []


def test_every_message_says_what_to_do(found):
    """The second line of each message begins with what to do, or asks what was meant."""
    for said in every_message(found):
        fix = said.split("\n")[1].strip()
        assert fix[0].isupper() or fix[0] in "“", said
        assert fix.endswith((".", "?", '"', "”", "…", ":")) or len(fix) > 20, said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("21/11/2026", "Write the year first, then the month and the day: 2026-11-21."),
        ("1/2/26", "Write the year first, then the month and the day: 2026-02-01, if you mean 1 February 2026."),
        ("2/2/26", "Write the year first, then the month and the day: 2026-02-02."),
        ("21st of November 2026", "Write the year first, then the month and the day: 2026-11-21."),
        ("Sat 1 Dec 2026", ""), ("Saturday, 1 Dec 2026", "Write the year first, then the month and the day: 2026-12-01."),
        ("1 Ionawr 2027", "Write the year first, then the month and the day: 2027-01-01."),
        ("46347", "Write 2026-11-21, if that is the day: Excel counts it as 46347."),
        ("31/2/2026", ""), ("soon", ""), ("2026", ""), ("", ""), ("99/99/99", ""), ("0/0/0", ""),
    ],
)  # fmt: skip
def test_dates(written, said):
    """A date that was meant is written out, with the day before the month as it is here; what is none gets nothing."""
    assert date_fix(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("www.acas.org.uk/a?b=1", "https://www.acas.org.uk/a?b=1"), ("see the website", ""), ("javascript:alert(1)", ""), ("a@b.example", "")],
)
def test_addresses(written, said):
    """An address that lacks its beginning alone is given whole; anything else is not guessed."""
    assert address_fix(written) == (f"Write “{said}”, if the page is there." if said else "")


@pytest.mark.parametrize(("written", "made"), [("Same as the Phone", "same-as-the-phone"), ("Don’t ask", "dont-ask"), ("Tŷ", "t"), ("…", "")])
def test_ids(written, made):
    """The id that is nearest to some words is of lower-case letters and hyphens, or nothing."""
    assert as_id(written) == made

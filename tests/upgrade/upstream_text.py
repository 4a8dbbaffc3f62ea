"""Reading and changing content files as an editor does: a field, a paragraph, a reference. Nothing else is touched."""

import random
import re
import textwrap
from pathlib import Path

import yaml

FOLDERS = {
    "argument": ("playbook/arguments", ".yml"), "objection": ("playbook/objections", ".yml"),
    "source": ("playbook/sources", ".yml"), "chapter": ("playbook", ".md"),
    "template": ("playbook/templates", ".md"), "case-study": ("case_studies", ".md"), "page": ("docs", ".md"),
}  # fmt: skip
CONTENT = ("playbook", "case_studies", "docs")
# Sentences of an editor, short and without a fact that needs a source.
SENTENCES = (
    "Ask the team that does it already.", "Say who decides, and when.", "Read it aloud to somebody new.",
    "Keep a note of what was agreed.", "Start with one team.", "Write down what you learn.", "Say so early.",
    "Put a name beside each step.", "Keep it short.", "Look again after the trial.", "Ask what would help.",
    "Show it to the people it is about.", "Leave room for questions.", "Thank those who helped.",
)  # fmt: skip


def path_of(kind: str, item_id: str) -> str:
    """Where an item lies in the repository."""
    folder, ending = FOLDERS[kind]
    return f"{folder}/{item_id}{ending}"


def ids(root: Path, kind: str) -> list[str]:
    """The ids of all items of a kind, in order."""
    folder, ending = FOLDERS[kind]
    return sorted(path.stem for path in (root / folder).glob(f"*{ending}") if path.name not in _LISTS)


_LISTS = {"vocabulary.yml", "glossary.yml", "uncited.yml", "plain-words.yml", "synonyms.yml"}


def read(root: Path, path: str) -> str:
    """A file's text."""
    return (root / path).read_text(encoding="utf-8")


def write(root: Path, path: str, text: str) -> None:
    """Write a file's text, making its folder."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")


def halves(text: str) -> tuple[str, str]:
    """The facts and the body of a file; YAML alone has no body."""
    if not text.startswith("---\n"):
        return text, ""
    end = text.index("\n---\n", 3)
    return text[4 : end + 1], text[end + 5 :]


def facts(root: Path, path: str) -> dict:
    """A file's fields."""
    return yaml.safe_load(halves(read(root, path))[0])


def set_field(root: Path, path: str, name: str, value: str | None) -> None:
    """Write one field anew as folded text (or take it out), and leave every other line as it is."""
    text = read(root, path)
    block = re.compile(rf"^{re.escape(name)}:.*\n(?:[ \t].*\n|- .*\n|\n(?=[ \t]))*", re.M)
    new = ""
    if value is not None:
        new = f"{name}: >-\n{textwrap.fill(value, 96, initial_indent='  ', subsequent_indent='  ', break_on_hyphens=False, break_long_words=False)}\n"
    if block.search(text):
        text = block.sub(lambda _: new, text, count=1)
    else:
        at = text.rindex("added_on:")
        text = text[:at] + new + text[at:]
    write(root, path, text)


def set_line(root: Path, path: str, name: str, value: str) -> None:
    """Write one field of one line anew."""
    write(root, path, re.sub(rf"^{name}:.*$", f"{name}: {value}", read(root, path), count=1, flags=re.M))


def reworded(chance: random.Random, text: str) -> str:
    """A text with one plain sentence in place of one that cites nothing, or one added if there is none."""
    parts = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
    fit = [n for n, part in enumerate(parts) if not re.search(r"[\[\]{}`@\d]|Act\b", part)]
    known = [one for one in SENTENCES if one not in text]
    if fit and len(parts) > 1:
        number = chance.choice(fit)
        shorter = [one for one in known if len(one) <= len(parts[number])] or known
        parts[number] = chance.choice(shorter)
    else:
        parts.append(min(known, key=len) if len(text) > 100 else chance.choice(known))
    return " ".join(parts)


def paragraphs(root: Path, path: str) -> list[tuple[int, int]]:
    """Where each plain paragraph of a Markdown file begins and ends, in characters of the file."""
    text = read(root, path)
    start = len(text) - len(halves(text)[1])
    found = []
    for match in re.finditer(r"(?:^|(?<=\n\n))[A-Z][^\n]*(?:\n[^\n]+)*", text[start:]):
        if not re.search(r"\n *[-*>|]|\n\d+\. |^\|", match[0]) and "[@" not in match[0] and "](" not in match[0]:
            found.append((start + match.start(), start + match.end()))
    return found


def swap_paragraph(root: Path, path: str, span: tuple[int, int], new: str) -> None:
    """Put another paragraph in the place of one."""
    text = read(root, path)
    filled = textwrap.fill(new, 100, break_on_hyphens=False, break_long_words=False)
    write(root, path, text[: span[0]] + filled + text[span[1] :])


def files_that_name(root: Path, pattern: re.Pattern[str]) -> list[str]:
    """The content files in which a pattern is found."""
    paths = [path for folder in CONTENT for path in sorted((root / folder).rglob("*")) if path.suffix in (".yml", ".md")]
    return [path.relative_to(root).as_posix() for path in paths if pattern.search(path.read_text(encoding="utf-8"))]


def references(item_id: str) -> re.Pattern[str]:
    """How an item is named in content: as an id in a list or after a key, as a link, as a citation."""
    return re.compile(rf"(?<=[\[ /@(]){re.escape(item_id)}(?=[\],;\n]|\.md|\.yml)")


def rename_references(root: Path, old: str, new: str) -> None:
    """Name an item by its new id wherever it was named by its old one."""
    pattern = references(old)
    for path in files_that_name(root, pattern):
        write(root, path, pattern.sub(new, read(root, path)))

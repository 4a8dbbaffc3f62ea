"""A problem in a field points into that field, however the file spells what is wrong there."""

from small_playbook import ARGUMENT, problems_of, write, write_small_playbook

LINK = "[click](javascript:alert(1))"


def test_spelled_otherwise(tmp_path):
    """A link that the file spells with YAML's escapes is found in its own field, though a later field has it in letters."""
    escaped = LINK.replace("javascript", "\\x6aavascript")
    text = ARGUMENT.replace("concession: A post is public and lasts; a telephone call does not.", f'concession: "{escaped}"')
    text = text.replace("origin: Suggested by an officer.", f'origin: "{LINK}"')
    write(write_small_playbook(tmp_path), "playbook/arguments/same-as-the-phone.yml", text.encode())
    lines = text.split("\n")
    wanted = [(lines.index(f'concession: "{escaped}"') + 1, 13), (lines.index(f'origin: "{LINK}"') + 1, 18)]
    found = [(one.line, one.column) for one in problems_of(tmp_path) if "javascript:" in one.message]
    assert found == wanted


def test_twice_in_a_field(tmp_path):
    """Of two such links in a field of several lines, each is found where it stands, up to the next field."""
    text = ARGUMENT.replace(
        "concession: A post is public and lasts; a telephone call does not.", f"concession: |\n  Some {LINK}.\n\n  More {LINK}."
    )
    write(write_small_playbook(tmp_path), "playbook/arguments/same-as-the-phone.yml", text.encode())
    first = text.split("\n").index("concession: |") + 2
    found = [(one.line, one.column) for one in problems_of(tmp_path) if "javascript:" in one.message]
    assert found == [(first, 16), (first + 2, 16)]

"""Whatever becomes of a content file, it is answered with problems that have a place, and never with an exception.

Real files are damaged in many ways, always the same ones: each damage has its own seed. A damaged file is read and
checked in the small playbook, alone among right ones.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz_targets import assert_sound
from odd_pieces import ODD
from playbook_kit.models.kinds import KINDS, LISTS, SINGLE
from small_playbook import problems_of, write, write_small_playbook

ROOT = Path(__file__).resolve().parents[1]
FILES_OF_A_KIND = 5
TIMES = 4


def sample() -> list[str]:
    """Paths of real files of every kind, spread over the alphabet."""
    found = [*(path for path, _ in LISTS.values()), *(kind.file for kind in SINGLE.values())]
    for kind in (kind for kind in KINDS.values() if not kind.only):
        paths = sorted(
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / kind.folder).glob(f"*{kind.ending}")
            if path.relative_to(ROOT).as_posix() not in kind.ignore
        )
        found += paths[:: max(1, len(paths) // FILES_OF_A_KIND)][:FILES_OF_A_KIND]
    return found


FILES = sample()


def flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A few bytes changed to any others."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_end(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The end cut off, in the middle of a letter perhaps."""
    return data[: chance.randrange(len(data))]


def cut_part(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A part cut out."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 80) :]


def insert_odd(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something odd put in anywhere."""
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(ODD).encode() + data[at:]


def insert_odd_at_value(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something odd put in where a value begins."""
    starts = [at + 2 for at in range(len(data)) if data.startswith((b": ", b"- "), at)]
    at = chance.choice(starts) if starts else 0
    return data[:at] + chance.choice(ODD).encode() + data[at:]


def insert_odd_at_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something odd put in at the beginning of a line."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = chance.choice(ODD).encode() + lines[number]
    return b"\n".join(lines)


def replace_value(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The rest of a line replaced by something odd."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = lines[number].partition(b":")[0] + b": " + chance.choice(ODD).encode()
    return b"\n".join(lines)


def drop_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A line left out."""
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def double_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A line written twice."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    return b"\n".join([*lines[: number + 1], *lines[number:]])


def swap_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Two lines in each other's place."""
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def indent(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A line indented by more or by less."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    more = chance.choice([b"", b" ", b"  ", b"    ", b"\t"])
    lines[number] = more + lines[number] if more else lines[number].lstrip()
    return b"\n".join(lines)


def join_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Two lines made into one."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    return b"\n".join([*lines[:number], b"".join(lines[number : number + 2]), *lines[number + 2 :]])


def swap_value(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The value of a line taken from a line of another file."""
    lines, others = data.split(b"\n"), other.split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = lines[number].partition(b":")[0] + b":" + chance.choice(others).partition(b":")[2]
    return b"\n".join(lines)


def graft(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of this file and the end of another."""
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def nest(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something put in that is nested far too deeply."""
    at = data.find(b"\n", chance.randrange(len(data))) + 1
    kind, levels = chance.randrange(4), chance.randint(10, 300)
    if kind < 2:
        return data[:at] + [b"x: " + b"[" * levels, b"> " * levels][kind] + b"\n" + data[at:]
    mark = [b"a:", b"- a"][kind - 2]
    return data[:at] + b"".join(b" " * 2 * level + mark + b"\n" for level in range(levels // 3)) + data[at:]


def other_line_ends(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Line ends of another system, and one of the damages above."""
    return insert_odd(chance, data, other).replace(b"\n", chance.choice([b"\r\n", b"\r"]))


def other_encoding(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Saved in another encoding, with letters that show it."""
    text = data.decode() + "é “x”\n"
    return text.encode(chance.choice(["cp1252", "utf-16", "utf-16-le", "utf-8-sig", "cp037"]), "replace")


def several(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Three damages, one after the other."""
    for damage in chance.sample([flip, drop_line, insert_odd, insert_odd_at_value, indent, swap_value, join_lines], 3):
        data = damage(chance, data, other) or b"x"
    return data


DAMAGES: list[Callable[[random.Random, bytes, bytes], bytes]] = [
    flip, cut_end, cut_part, insert_odd, insert_odd_at_value, insert_odd_at_line, replace_value, drop_line, double_line,
    swap_lines, indent, join_lines, swap_value, graft, nest, other_line_ends, other_encoding, several,
]  # fmt: skip


def test_there_are_enough():
    """At least two thousand damaged files are thrown at the checks, of every kind that has files."""
    assert len(FILES) * len(DAMAGES) * TIMES >= 2000
    assert {path.rpartition("/")[0] for path in FILES} >= {
        "docs", "case_studies", "playbook", "playbook/arguments", "playbook/objections", "playbook/sources",
    }  # fmt: skip


@pytest.mark.parametrize("path", FILES)
def test_damaged_file(path, tmp_path):
    """Every damage is answered with a list of problems, each with its place in the file, what is wrong and a fix."""
    root, data = write_small_playbook(tmp_path), (ROOT / path).read_bytes()
    for damage in DAMAGES:
        for number in range(TIMES):
            chance = random.Random(f"{path} {damage.__name__} {number}")
            damaged = damage(chance, data, (ROOT / chance.choice(FILES)).read_bytes())
            write(root, path, damaged)
            try:
                assert_sound(problems_of(root), path, damaged)
            except Exception as error:
                error.add_note(f"{damage.__name__}, number {number}, of {path}")
                raise

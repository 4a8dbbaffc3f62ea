"""How much fits: what is counted without a typesetter is never less than what the typesetter sets, and hardly more."""

import dataclasses
import json
import random
import subprocess
import sys

import pytest
import typst
from papers_help import HOSTILE, ROOT
from playbook_kit.adapters.documents.brand import read_brand
from playbook_kit.adapters.documents.typst import set_paper
from playbook_kit.papers.face import FAMILY, FONTS, face, read_face
from playbook_kit.papers.layout import column_break, column_height, measure, pieces
from playbook_kit.papers.lines import Line, block_lines, breakable, count_lines, source_lines
from playbook_kit.papers.paper import Bullets, Cite, Heading, Paragraph
from playbook_kit.papers.sizes import COLUMN, STYLES

BRAND = read_brand()
LINES = """
#let data = json(bytes(sys.inputs.data))
#set text(font: data.family, fallback: false, size: 10pt, hyphenate: false,
  top-edge: 7.5pt, bottom-edge: -2.5pt)
#set par(leading: 0pt, spacing: 0pt, justify: false, linebreaks: "simple")
#context {
  let counted = data.texts.map(((words, width, weight)) =>
    measure(block(width: width * 10pt, text(weight: weight, words))).height / 10pt)
  [#metadata(counted)<lines>]
}
"""


def lines_set(texts: list[tuple[str, float, str]], folder) -> list[int]:
    """How many lines the typesetter makes of each text, whose width is given in ems."""
    (folder / "lines.typ").write_text(LINES, encoding="utf-8")
    data = {"family": FAMILY, "texts": [(breakable(words), width, weight) for words, width, weight in texts]}
    compiler = typst.Compiler(
        folder / "lines.typ",
        root=folder,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )
    return [round(lines) for lines in json.loads(compiler.query("<lines>", field="value", one=True))]


@pytest.mark.parametrize("kind", ["real", "made-up"])
def test_lines_are_counted_as_set(real, tmp_path, kind):
    """No text takes more lines than were counted, and all together take at most 2 in 100 fewer."""
    chance = random.Random(1)
    if kind == "real":
        found = [line for sheet in real.sheets for block in sheet.paper.body for line in block_lines(block)]
        found += [line for sheet in real.sheets for line in source_lines(sheet.paper)]
        texts = [(line.text, line.width / STYLES[line.style].size, STYLES[line.style].weight) for line in found]
    else:
        letters = "abcdefghijklmnopqrstuvwxyz" * 3 + "ABCW.,;:’“”()[]0123456789£%-–—/&ŵŷ<#*$@_"
        texts = [(HOSTILE, chance.uniform(20, 40), "regular"), ("x" * 10_000, 25.0, "bold"), ("", 20.0, "regular")]
        for _ in range(300):
            words = ("".join(chance.choices(letters, k=chance.randint(1, 14))) for _ in range(chance.randint(1, 90)))
            texts.append((" ".join(words), chance.uniform(20, 40), chance.choice(["regular", "bold"])))
    counted = [count_lines(words, weight, 1.0, width) for words, width, weight in texts]
    actual = lines_set(texts, tmp_path)
    short = [(text, mine, its) for text, mine, its in zip(texts, counted, actual, strict=True) if mine < its]
    assert short == []
    assert len(texts) > 300 and sum(counted) <= 1.02 * sum(actual)


def longer(paper, words: int):
    """A paper with so many words in place of its last block."""
    text = " ".join(f"word{number % 7}" for number in range(words))
    return dataclasses.replace(paper, body=(*paper.body[:-1], Paragraph((text, Cite((1,))), "Label:")))


@pytest.mark.parametrize("kind", ["objection", "audience", "twenty"])
def test_the_fullest_that_fits_is_set_on_one_page(real, kind):
    """A paper to which no word can be added is set on one page; one that is 3 lines over is refused."""
    paper = next(sheet.paper for sheet in real.sheets if sheet.paper.kind == kind)
    fits = max(words for words in range(1, 500) if measure(longer(paper, words))[0] <= 0)
    set_paper(measure(longer(paper, fits))[1], BRAND)
    over = next(words for words in range(fits, 600) if measure(longer(paper, words))[0] > 3 * STYLES["body"].line)
    with pytest.raises(typst.TypstError, match="does not fit on one side of A4"):
        set_paper(measure(longer(paper, over))[1], BRAND)


@pytest.mark.parametrize(
    ("count", "parts"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 1, 2]), (7, [2, 1, 1, 1, 2])]
)
def test_a_paragraph_is_never_left_with_one_line(count, parts):
    """A paragraph breaks so that two lines at least stand on each side."""
    text = " ".join(["xxxxxxxxxx"] * count)
    line = Line("body", text, STYLES["body"].size * face("regular").width("xxxxxxxxxx") * 1.05)
    assert [round(height / STYLES["body"].line) for _, height in pieces([line])] == parts


def test_a_heading_stays_with_what_follows():
    """A heading and the beginning of what follows stay together, however many headings there are."""
    held = [
        Line("heading", "Head", COLUMN, holds=True),
        Line("reply", "Say", COLUMN, holds=True),
        Line("body", "So.", COLUMN),
    ]
    heights = (
        STYLES["heading"].line
        + STYLES["reply"].above
        + STYLES["reply"].line
        + STYLES["body"].above
        + STYLES["body"].line
    )
    assert list(pieces(held)) == [(STYLES["heading"].above, pytest.approx(heights))]


def test_columns_share_what_there_is():
    """Two columns are as short as they can be; where texts cannot be broken the second begins at a good place."""
    lines = [Line("body", "One line.", COLUMN) for _ in range(6)]
    style = STYLES["body"]
    assert column_height(lines) == pytest.approx(3 * style.line + 2 * style.above)
    assert column_break(lines) == 3
    head = [*lines[:2], Line("heading", "Head", COLUMN, holds=True), *lines[:3]]
    assert column_break(head) == 2 and column_break([lines[0]]) == 1 and column_height([]) == 0


def test_office_columns_turn_at_a_block(real):
    """In Word and OpenDocument the second column never begins between a heading and what belongs to it."""
    for sheet in real.sheets:
        lines = [line for block in sheet.paper.body for line in block_lines(block)]
        assert 0 < sheet.body.turn < len(lines)
        assert not lines[sheet.body.turn - 1].holds and lines[sheet.body.turn].opens


def test_each_text_is_a_line_in_every_file(small):
    """A block has as many texts as it has paragraphs in its files, so that columns turn at the same one."""
    blocks = (Heading("A"), Paragraph(("B",)), Bullets((("C",), ("D",))), small["time-wasting"].paper.body[5])
    assert [len(list(block_lines(block))) for block in blocks] == [1, 1, 2, 2 + len(blocks[3].below)]


def test_long_words_have_places_to_break():
    """A word that is longer than 24 letters may break after each 24; shorter ones and spaces are as they were."""
    assert breakable("a" * 25) == f"{'a' * 24}\u200ba" and breakable("a" * 24) == "a" * 24
    assert breakable(breakable("b" * 60)) == breakable("b" * 60)
    assert count_lines("c" * 240, "regular", 1.0, face("regular").width("c" * 24)) == 10


def test_font_without_characters():
    """A file without a map of characters is refused with a word on what is missing."""
    data = bytearray((FONTS / "atkinson-hyperlegible-next-bold.ttf").read_bytes())
    number = next(n for n in range(30) if data[12 + 16 * n : 16 + 16 * n] == b"cmap")
    offset = int.from_bytes(data[12 + 16 * number + 8 : 12 + 16 * number + 12], "big")
    data[offset + 2 : offset + 4] = b"\0\0"
    with pytest.raises(ValueError, match="no character map of format 4"):
        read_face(bytes(data))


def test_welsh_and_other_latin_letters_are_there():
    """Both weights have the letters of the languages of these islands, and the signs of prices and quotations."""
    letters = "ŵŷŴŶâêîôûẁẃẅáéíóúàèìòùÄëïöüçñßłø£€%–—‘’“”…•½²°"
    assert [letter for letter in letters if any(letter not in face(w).widths for w in ("regular", "bold"))] == []


def test_checking_needs_no_typesetter():
    """`playbook check` loads neither the typesetter nor what writes Word, OpenDocument or PDF files."""
    loaded = "print({'typst', 'docx', 'odfdo', 'lxml'} & set(sys.modules))"
    script = f"import playbook_kit.plan, playbook_kit.cli.commands, sys; {loaded}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True,
        env={"PYTHONPATH": str(ROOT / "hooks"), "PATH": ""},
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("set()", "")

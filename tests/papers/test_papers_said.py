"""What the briefs say: which there are, what stands on each, and that nothing in it is anything but words."""

import dataclasses
import datetime

import pytest
from papers_help import HOSTILE, ROOT, TODAY, change, papers, playbook_with, said, words_in, write
from playbook_kit.content import load
from playbook_kit.index import STRENGTH_ORDER, join
from playbook_kit.papers.paper import Bullets, Cite, Heading, Paragraph, Reason, Reply, plain
from playbook_kit.papers.text import clean, words_of
from playbook_kit.plan import check_content, make_plan
from playbook_kit.words import load_words

WORDS = load_words(ROOT)[0]


def cites(value: object) -> list[Cite]:
    """Every citation in a paper or a part of it, in order."""
    if isinstance(value, Cite):
        return [value]
    if isinstance(value, (tuple, list)):
        return [cite for one in value for cite in cites(one)]
    if dataclasses.is_dataclass(value):
        return [cite for field in dataclasses.fields(value) for cite in cites(getattr(value, field.name))]
    return []


def line_of(root, path: str, start: str) -> int:
    """The number of the line of a file that begins so, spaces aside."""
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if line.strip().startswith(start))


def arguments_on(paper) -> list[Reply | Reason]:
    """The arguments on a paper."""
    return [block for block in paper.body if isinstance(block, (Reply, Reason))]


def test_one_for_each(repository, real):
    """Each published objection that has a sound reply has a brief, each audience with two arguments, and the twenty."""
    playbook = join(load(repository), TODAY)
    sound = [entry.model for entry in playbook.arguments.values() if entry.model.status == "published"]
    objections = [
        key for key, entry in playbook.objections.items()
        if entry.model.status == "published" and any(key in one.answers for one in sound)
    ]  # fmt: skip
    audiences = [
        f"for-{term.id}"
        for term in playbook.vocabulary.audiences
        if sum(term.id in one.works_best_on for one in sound) > 1
    ]
    assert [sheet.paper.id for sheet in real.sheets] == [*objections, *audiences, "twenty-reasons"]
    assert len(objections) > 10 and len(audiences) > 5


def test_the_twenty(repository):
    """Twenty arguments are one of the twenty, and each says in its origin that it comes from the event."""
    twenty = [entry for entry in join(load(repository), TODAY).arguments.values() if entry.model.one_of_the_twenty]
    assert len(twenty) == 20
    assert all("c2p0-event-2012" in entry.model.origin or "seed-fbps12" in entry.model.origin for entry in twenty)


def test_nothing_that_a_meeting_needs_is_missing(real):
    """Each brief has the ask, its reasons, what is true on the other side, controls, sources, its date and address."""
    for sheet in real.sheets:
        paper, text = sheet.paper, " ".join(said(sheet.paper))
        assert plain(paper.ask[1].runs) and arguments_on(paper) and paper.sources
        assert all(source.about for source in paper.sources)
        assert any(
            " ".join(words_in(WORDS(key))) in text
            for key in ("objection.true_in_it", "papers.true", "papers.twenty_true")
        )
        assert any(isinstance(block, Bullets) and block.tick and block.items for block in paper.body)
        assert paper.date == "Brief, 21 November 2026"
        assert paper.printed_address == f"playbook.example/briefs/{paper.id}"
        assert paper.address == f"https://playbook.example/briefs/{paper.id}/"


def test_three_to_five_replies(real):
    """A brief has three to five arguments, or all that there are if there are fewer; the twenty have all."""
    for sheet in real.sheets:
        count = len(arguments_on(sheet.paper))
        assert count == 20 if sheet.paper.kind == "twenty" else count <= 5
    assert {len(arguments_on(sheet.paper)) for sheet in real.sheets} >= {3, 5}


def test_strongest_first(real):
    """The arguments of each brief stand in the order of their strength, numbered from one."""
    for sheet in real.sheets:
        found = arguments_on(sheet.paper)
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        first = [word for one in found if isinstance(one, Reply) for word in [STRENGTH_ORDER[one.strength]]]
        assert first == sorted(first)


def test_numbers_match_the_sources(real):
    """Citations are numbered as they are met, from one, and each number leads to a source on the same paper."""
    for sheet in real.sheets:
        met = list(dict.fromkeys(sorted_number for cite in cites(sheet.paper) for sorted_number in cite.numbers))
        assert sorted(met) == list(range(1, len(sheet.paper.sources) + 1))
        assert [max(met[: count + 1]) for count in range(len(met))] == sorted(
            max(met[: c + 1]) for c in range(len(met))
        )
        assert len({source.id for source in sheet.paper.sources}) == len(sheet.paper.sources)


def test_cites_what_the_argument_rests_on(small):
    """A reply cites the strongest of its evidence, and the source list gives its title, publisher and dates."""
    paper = small["time-wasting"].paper
    assert [source.text for source in paper.sources] == ["Social media in the workplace. Acas, no date shown."]
    assert paper.sources[0].url == "https://www.acas.org.uk/social-media"
    assert paper.sources_note == "Each was read on 20 November 2026, unless it says otherwise."
    assert plain(arguments_on(paper)[0].below[0].runs).endswith("agree a policy with staff.\u00a0[1]")


def test_a_source_read_otherwise_says_so(root):
    """How and when most sources were read is said once; one that was read otherwise says it itself."""
    for number in (1, 2):
        write(
            root, f"playbook/sources/more-{number}.yml",
            f"title: More {number}\npublisher: P\ncountries: [uk]\n"
            f"checked_on: 2026-11-0{number}\nread_as: document\n".encode(),
        )  # fmt: skip
    change(root, "objections", "time-wasting", true_in_it="Yes [@more-1]. And so [@more-2; @acas-policy].")
    paper = papers(root)[0]["time-wasting"].paper
    assert [source.about for source in paper.sources] == [
        "P, no date shown.", "P, no date shown. Document read on 2 November 2026.",
        "Acas, no date shown. Read on 20 November 2026.",
    ]  # fmt: skip
    assert paper.sources_note == "Each was read as a document on 1 November 2026, unless it says otherwise."


@pytest.mark.parametrize("status", ["disputed", "retired", "draft"])
def test_only_sound_arguments(root, status):
    """An argument that is disputed, retired or a draft stands on no brief."""
    reason = {} if status == "draft" else {"retired_because": "It is wrong."}
    change(root, "arguments", "argument-1", status=status, one_of_the_twenty=True, **reason)
    found = papers(root)[0]
    assert all("argument-1" not in sheet.paper.arguments for sheet in found.values())
    assert "argument-2" in found["twenty-reasons"].paper.arguments


def test_objection_without_sound_reply_has_no_brief(root):
    """An objection whose only reply is retired has no brief, and an audience with one argument has none."""
    for number in range(1, 4):
        (root / f"playbook/arguments/argument-{number}.yml").unlink()
    assert list(papers(root)[0]) == ["time-wasting"]
    change(root, "arguments", "same-as-the-phone", status="retired", retired_because="It is wrong.")
    assert papers(root)[0] == {}


def test_overdue_claims_are_marked(root):
    """A claim that should have been looked at again by now says so on the paper, evidence and text alike."""
    change(
        root, "objections", "time-wasting", true_in_it="A law says so [@acas-policy; review by 2026-12-01].",
    )  # fmt: skip
    evidence = [{"source": "acas-policy", "shows": "It says so.", "strength": "medium", "review_by": "2026-12-02"}]
    change(root, "arguments", "argument-1", strength="strong", evidence=evidence)
    path = root / "playbook/arguments/argument-1.yml"
    path.write_text(path.read_text().replace("'2026-12-02'", "2026-12-02"))
    later = " ".join(said(papers(root, datetime.date(2027, 1, 1))[0]["time-wasting"].paper))
    assert later.count("should have been checked by") == 2
    assert "A law says so 1 should have been checked by 1 December 2026" in later
    assert "should have been checked" not in " ".join(said(papers(root)[0]["time-wasting"].paper))


def test_details_come_with_room(root):
    """With room to spare a reply says besides what is true against it, and what may come back."""
    reply = arguments_on(papers(root)[0]["time-wasting"].paper)[0]
    assert [part.label for part in reply.below] == [
        "It rests on this:", "True on the other side:", "They may say:", "You can say:",
    ]  # fmt: skip


def test_most_replies_before_most_detail(root, tmp_path):
    """Where not everything fits, a reply more is worth more than details under each; five is the most."""
    assert len(papers(playbook_with(tmp_path / "eight", 8))[0]["time-wasting"].paper.arguments) == 5
    long = "Something that is true on the other side of this. " * 8
    for number in range(1, 4):
        change(
            root,
            "arguments",
            f"argument-{number}",
            title=f"A {number}",
            concession=long,
            one_liner=f"Say number {number}.",
        )
    paper = papers(root)[0]["time-wasting"].paper
    assert len(paper.arguments) == 4
    assert {len(reply.below) for reply in arguments_on(paper)} < {1, 2, 4}


def test_same_content_same_papers(root):
    """The same content gives equal papers."""
    assert papers(root) == papers(root)


def test_too_long(root):
    """A brief that does not fit even at its shortest is an error that names the argument, its line and the excess."""
    for number in range(1, 4):
        evidence = [{"source": "acas-policy", "shows": "extraordinarily " * 60, "strength": "medium"}]
        change(
            root, "arguments", f"argument-{number}", one_liner=f"Say {number}.", evidence=evidence, strength="strong"
        )
    change(
        root, "objections", "time-wasting", true_in_it="responsibilities " * 120,
        controls=[{"text": f"Take this responsible measure, and this other, number {number}"} for number in range(24)],
    )  # fmt: skip
    found, problems = papers(root)
    assert "time-wasting" not in found
    problem = next(problem for problem in problems if problem.level == "error")
    path = "playbook/objections/time-wasting.yml"
    assert (problem.path, problem.line, problem.field) == (path, line_of(root, path, "true_in_it"), "true_in_it")
    assert problem.message.startswith("The brief “time-wasting” does not fit on one side of A4: it is about ")
    assert problem.message.endswith(" words too long.")
    assert problem.fix == "Shorten this text, which has 120 words, or another on the same brief."
    assert problem in check_content(root, TODAY) and make_plan(root, TODAY).pages == []


def test_too_long_by_little_names_the_argument(root):
    """If an argument could make room enough, the error names the longest on the paper, at its field's line."""
    for number in range(1, 4):
        shows = " ".join(["extraordinarily"] * (50 + number))
        evidence = [{"source": "acas-policy", "shows": "Little.", "strength": "weak"}]
        evidence.append({"source": "acas-policy", "shows": shows, "strength": "medium"})
        change(
            root, "arguments", f"argument-{number}", one_liner=f"Say {number}.", evidence=evidence, strength="strong"
        )
    controls = [
        {"text": f"Take this responsible measure, and this other one too, number {number}"} for number in range(15)
    ]
    for count in range(20, 120, 4):
        change(root, "objections", "time-wasting", true_in_it="responsibilities " * count, controls=controls)
        problems = [problem for problem in papers(root)[1] if problem.level == "error"]
        if problems:
            break
    path = "playbook/arguments/argument-3.yml"
    assert [(problem.path, problem.line, problem.field) for problem in problems] == [
        (path, line_of(root, path, "shows: extraordinarily"), "evidence")
    ]
    assert problems[0].fix.startswith("Shorten this text, which has 53 words")


def test_letters_that_the_type_lacks(root):
    """A letter that the type lacks is a warning with its place, and a question mark on paper; Welsh ones are there."""
    change(root, "objections", "time-wasting", true_in_it="Some say 😀 and Ŵyŷ.")
    path = "playbook/objections/time-wasting.yml"
    found, problems = papers(root)
    assert [(p.level, p.path, p.line, p.field) for p in problems] == [
        ("warning", path, line_of(root, path, "true_in_it"), "true_in_it")
    ]
    assert problems[0].message == "The briefs’ type has no “😀”: they print “?” there."
    assert plain(found["time-wasting"].paper.body[1].runs) == "Some say ? and Ŵyŷ."


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Bold** and _leaning_, `code` and [a link](x.md).", "Bold and leaning, code and a link."),
        ("One.\n\n- Two\n- Three", "One. Two Three"),
        ("1 \\* 2 &amp; <b>3</b>", "1 * 2 & 3"),
        ("Over\ntwo lines", "Over two lines"),
    ],
)
def test_markdown_becomes_words(markdown, words):
    """Markdown on paper is words alone."""
    assert words_of(markdown) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It's 'so' and \"so\"", "It’s ‘so’ and “so”"),
        ("('so') \"'so'\"", "(‘so’) “‘so’”"),
        ("a\u202eb\u200bc\x07d\ue000", "abcd"),
        (" a \n b\u00a0c ", "a b\u00a0c"),
        ("e\u0301", "é"),
        (HOSTILE.replace('"', "”"), HOSTILE.replace('"', "”")),
    ],
)
def test_clean(text, shown):
    """Texts are set well: curled quotation marks, one line, nothing unseen; every other sign stays as it is."""
    assert clean(text) == shown


def test_citation_within_markdown(root):
    """A citation inside emphasis becomes a number, and the signs around it vanish."""
    change(
        root,
        "objections",
        "time-wasting",
        true_in_it="**So it is [@acas-policy]** and [@acas-policy; @acas-policy] so.",
    )
    paper = papers(root)[0]["time-wasting"].paper
    assert paper.body[1] == Paragraph(("So it is", Cite((1,)), " and", Cite((1,)), " so."))


def test_parts_in_order(small):
    """The parts of an objection's brief: what is true first, then the answer, replies, controls, what is unknown."""
    heads = [block.text for block in small["time-wasting"].paper.body if isinstance(block, Heading)]
    assert heads == [
        "What is true in it", "The short answer", "What we can say", "What makes the risk acceptable",
        "What we do not know",
    ]  # fmt: skip

"""What the search makes of a query, module by module, on made-up words: never on what the site says today."""

import pytest

ELSEWHERE = """async ([stems, known]) => {
  const { openElsewhere } = await import("/components/search/elsewhere.mjs");
  return openElsewhere({ ...known, ignored: new Set(known.ignored) })(stems);
}"""
NEAR = """async ([word, words]) => {
  const { nearKeys, nearWords } = await import("/components/search/spelling.mjs");
  const { stemmer } = await import("/components/search/stems.mjs");
  const { default: EnglishStemmer } = await import("/assets/vendor/snowball/english.mjs");
  const stem = stemmer(new EnglishStemmer());
  const rows = new Map();
  for (const other of words) {
    for (const key of [`^${other.slice(0, 2)}${other.length}`, `$${other.slice(-2)}${other.length}`]) {
      rows.set(key, [rows.get(key), other].filter(Boolean).join(" "));
    }
  }
  const asked = new Set(nearKeys(word, stem(word)));
  return nearWords(word, new Map([...rows].filter(([key]) => asked.has(key))), stem);
}"""
ANSWER = """async ([query, rows, known]) => {
  const { openUnits } = await import("/components/search/units.mjs");
  const { openMending } = await import("/components/search/mend.mjs");
  const stem = (word) => word;
  const words = openUnits({ ignored: ["the", "is", "on"], concepts: {}, elsewhere: [], subject: [], ...known }, stem);
  const every = new Map(Object.entries(rows));
  const index = { rows: async (keys) => new Map([...every].filter(([key]) => [...keys].includes(key))) };
  const { units } = words.unitsOf(query);
  const found = await index.rows(units.flatMap((unit) => [...unit.keys.keys()]));
  await openMending(index, stem, words).mend(query, units, found);
  return units.map(({ word, joins, isParted, isMore, meant }) => ({ word, joins: joins?.length, isParted, isMore, meant }));
}"""
RANK = """async ([units, rows, query]) => {
  const { rank } = await import("/components/search/rank.mjs");
  const whole = units.map((unit) => ({ stem: unit.word, meant: [], weight: 1, isMore: false, ...unit, keys: new Map([[unit.word, 1]]) }));
  const start = { sections: 64, total: 100, kinds: [[0, "objection"], [1, "page"]] };
  return rank(whole, new Map(Object.entries(rows)), start, { manner: 0, isOurs: false, ...query }).map(({ record }) => record);
}"""


@pytest.mark.parametrize(
    ("stems", "places", "ours"),
    [
        (["my", "bin", "day"], [1], False), (["report", "a", "miss", "collect"], [2, 3], False),
        (["tweet", "about", "my", "bin"], [], True), (["wed", "miss", "bin"], [], True), (["say", "noth"], [], False),
    ],
)  # fmt: skip
def test_what_is_elsewhere(engine, stems, places, ours):
    """Words for something else are found one by one and in a row, over words that say nothing; not in a query that names
    the subject.
    """
    known = {"ignored": ["my", "a", "about", "wed", "noth"], "elsewhere": ["bin", "miss collect"], "subject": ["tweet", "wed"]}
    assert engine.evaluate(ELSEWHERE, [stems, known]) == {"places": places, "isOurs": ours}


@pytest.mark.parametrize(
    ("word", "words", "meant"),
    [
        ("wesh", ["welsh", "fish", "mesh"], ["welsh"]),
        ("rate", ["rates", "late", "rat"], ["rates"]),
        ("bread", ["read", "broad"], ["broad"]),
        ("lireary", ["library"], []),
        ("afordable", ["afford"], ["afford"]),
        ("rumers", ["rumours"], ["rumours"]),
        ("ransomwear", ["ransomware"], ["ransomware"]),
        ("rehoming", ["removing"], []),
        ("nonmouthshire", ["monmouthshire"], ["monmouthshire"]),
    ],
)  # fmt: skip
def test_what_was_meant(engine, word, words, meant):
    """In a word of four letters one may be missing; a first letter is right unless the word is long; a slip may stand before an
    ending, and only a long word may hold two.
    """
    assert engine.evaluate(NEAR, [word, words]) == meant


def test_words_run_together(engine):
    """A word that is nowhere, and like no other, is looked up as two that stand beside each other rather than as any two."""
    rows = {one: [10, 0, 9] for one in ("time", "wasting", "tim", "ewasting", "time wasting")}
    units = engine.evaluate(ANSWER, ["timewasting", rows, {}])
    assert [one["word"] for one in units if not one["isMore"] and not one["joins"]] == ["time", "wasting"]
    whole = next(one for one in units if one["word"] == "timewasting")
    assert whole["isParted"] and whole["meant"] == ["time wasting"]


def test_words_written_apart(engine):
    """Two short neighbours that say something are tried as one word; long ones, and words that say nothing, are not."""
    units = engine.evaluate(ANSWER, ["face book is on extraordinarily complicated", {}, {}])
    assert [one["word"] for one in units if one["joins"]] == ["face book"]


def test_neighbours_of_a_misspelt_word(engine):
    """What stands beside a word that was misspelt is looked up beside what was meant."""
    rows = {"access": [10, 0, 9], "request": [10, 0, 9], "^ac6": "access"}
    units = engine.evaluate(ANSWER, ["acess request", rows, {}])
    assert {"word": "access request", "isMore": True, "meant": []}.items() <= units[-1].items()
    assert [one["meant"] for one in units if one["word"] == "acess"] == [["access"]]


def test_something_else_is_not_answered(engine):
    """A word for something else is one of which nothing is said, wherever it stands; the rest of the query has to say enough."""
    rows = {"bin": [46, 64, 60], "day": [20, 64, 60]}
    assert engine.evaluate(RANK, [[{"word": "bin"}, {"word": "day"}], rows, {}]) == [1]
    assert engine.evaluate(RANK, [[{"word": "bin", "isElsewhere": True}, {"word": "day"}], rows, {}]) == []
    assert engine.evaluate(RANK, [[{"word": "bin", "isElsewhere": True}, {"word": "day"}], rows, {"manner": 0.9}]) == []


@pytest.mark.parametrize(("section", "found"), [(0, [0]), (64, [])])
def test_something_else_that_is_said_here(engine, section, found):
    """A word for something else is ours where it stands beside the same neighbour in an objection, and in nothing else."""
    pair = {"word": "fill hole", "isMore": True, "neighbours": ["fill", "hole"]}
    units = [{"word": "fill"}, {"word": "hole", "isElsewhere": True}, pair]
    rows = {"fill": [10, section, 60], "hole": [46, section, 60], "fill hole": [46, section, 60]}
    assert engine.evaluate(RANK, [units, rows, {}]) == found


def test_a_question_about_the_subject_needs_less(engine):
    """Beside an ordinary word that is rare here, a common word of the subject is enough, and any other is too little."""
    units, rows = [{"word": "attach"}, {"word": "abuse"}], {"attach": [46, 640, 20], "abuse": [15, 0, 60]}
    assert engine.evaluate(RANK, [units, rows, {"isOurs": True}])[0] in (0, 10)
    assert engine.evaluate(RANK, [units, rows, {}]) == []

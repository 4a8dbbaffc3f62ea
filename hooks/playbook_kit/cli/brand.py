"""`playbook brand`: six questions, each answer looked at as it is given, and a site that carries the council's name."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..brand import read_look
from ..brand.edit import with_values
from ..brand.report import colour_report
from ..content import load_council
from ..logo import read_picture
from ..models import Council
from ..models.council import COUNCIL_PATH
from ..models.messages import validate
from ..problem import Problem
from ..read.files import read_text
from ..read.yaml_text import parse_yaml

FOLDER = "local/brand"
Key = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What is asked: the option that answers it, the key in the file, the words, and whether it may be left empty."""

    option: str
    key: Key
    ask: str
    needed: bool = False


QUESTIONS = (
    Question("name", ("name",), "1. What is your council called, as it stands in a sentence?", needed=True),
    Question("short_name", ("short_name",), "2. What is it called for short? (Enter: the same)"),
    Question("colour", ("brand", "colours", "brand"), "3. What is its colour? Six figures after a #, as in #0e4f4b. (Enter: ours)"),
    Question("logo", ("brand", "logo", "file"), "4. Where is its logo? An SVG, PNG or JPEG file. (Enter: none)"),
    Question("address", ("site", "address"), "5. Where will the site stand? All of the address. (Enter: not known yet)"),
    Question("contact", ("contacts", "accessibility"), "6. Whom should readers tell about a page that they cannot use? (Enter: not known yet)"),
)  # fmt: skip
ALT = Question("alt", ("brand", "logo", "alt"), "   What does the logo show, in words? (Enter: the council's name)")


class Refused(Exception):
    """An answer cannot be used; says why and what to write."""


def brand(options: argparse.Namespace) -> int:
    """Ask, write the council's file, copy the logo, show the colours and build; 1 if something is to be mended."""
    if options.colours:
        print(colour_report(read_look(options.root, load_council(options.root)).palette))
        return 0
    ask = None if options.yes or not sys.stdin.isatty() else input
    try:
        answers = dict(_answers(options, ask))
        _write(options, answers, ask)
    except Refused as refused:
        print(refused)
        return 1
    council = load_council(options.root)
    print(colour_report(read_look(options.root, council).palette), "", sep="\n")
    if options.no_build:
        return 0
    from .commands import build

    return build(options)


def _answers(options: argparse.Namespace, ask: Callable[[str], str] | None) -> Iterator[tuple[Key, str]]:
    """The answers, from options or from the person at the keyboard, each with its key. Empty ones are left out."""
    known = load_council(options.root)
    name = known.name if known else ""
    for question in QUESTIONS:
        answer = _answer(question, options, ask, name if question.option == "name" else "")
        if question.option == "name":
            name = answer or name
        if not answer:
            continue
        if question.option != "logo":
            yield question.key, answer
            continue
        options.logo_source = Path(answer).expanduser()
        yield question.key, f"{FOLDER}/{_logo_name(options.logo_source)}"
        yield ALT.key, _answer(ALT, options, ask, "") or name
        if options.ground:
            yield ("brand", "logo", "ground"), options.ground


def _answer(question: Question, options: argparse.Namespace, ask: Callable[[str], str] | None, known: str) -> str:
    given = getattr(options, question.option)
    if given is None and ask is None and question.needed and not known:
        raise Refused(f"Say what the council is called: --{question.option} “Anytown Borough Council”.")
    if given is not None or ask is None:
        given = (given or "").strip()
        if given:
            _check(question, given)
        return given
    while True:
        answer = ask(f"{question.ask}{f' (Enter: {known})' if known else ''}\n> ").strip()
        try:
            if answer:
                _check(question, answer)
            elif question.needed and not known:
                raise Refused("Every page names the council. Write its name.")
            return answer
        except Refused as refused:
            print(refused)


def _check(question: Question, answer: str) -> None:
    """Raise Refused if an answer cannot stand in the file, or its picture cannot be served."""
    if question.option == "logo":
        return _check_logo(Path(answer).expanduser())
    values = {question.key: answer} if question.key == ("name",) else {("name",): "-", question.key: answer}
    if question.key[:2] == ("brand", "logo"):
        values[("brand", "logo", "file")] = f"{FOLDER}/logo.svg"
    text = with_values("", values) if answer.isprintable() else None
    if text is None:
        raise Refused("This holds something that is no letter. Type it again.")
    problems = validate(Council, parse_yaml(text, COUNCIL_PATH), COUNCIL_PATH)[1]
    if problems:
        raise Refused(f"{problems[0].message} {problems[0].fix}")
    return None


def _check_logo(path: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}. Write where the file is.") from error
    picture, flaws = read_picture(data)
    if picture is None:
        raise Refused(" ".join(f"{flaw.message} {flaw.fix}" for flaw in flaws if flaw.stops))
    for flaw in flaws:
        print(f"{flaw.message} {flaw.fix}")


def _logo_name(source: Path) -> str:
    picture, _ = read_picture(source.read_bytes())
    return f"logo.{picture.ending if picture else 'svg'}"


def _write(options: argparse.Namespace, answers: dict[Key, str], ask: Callable[[str], str] | None) -> None:
    """Write the file and copy the logo, or raise Refused and leave everything as it was."""
    file, text = options.root / COUNCIL_PATH, ""
    if file.exists():
        found = read_text(options.root, file)
        if isinstance(found, Problem):
            raise Refused(f"{found.path}: {found.message} {found.fix}")
        text = found.text
        question = f"{COUNCIL_PATH} is there already. Change these keys in it, and nothing else? [y/N]"
        agreed = options.update or (ask is not None and ask(f"{question}\n> ").strip().lower() in ("y", "yes"))
        if not agreed:
            raise Refused(f"{COUNCIL_PATH} is there already, and is as it was. Give --update to change these keys in it.")
    changed = with_values(text, answers)
    if changed is None:
        lines = with_values("", answers) or ""
        raise Refused(f"{COUNCIL_PATH} is written in a way that this command does not change. Put this into it yourself:\n\n{lines}")
    logo = answers.get(("brand", "logo", "file"))
    if logo:
        source, target = options.logo_source, options.root / logo
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.resolve() != target.resolve():
            shutil.copyfile(source, target)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(changed, encoding="utf-8", newline="\n")
    print(f"Wrote {COUNCIL_PATH}{f' and {logo}' if logo else ''}.\n")

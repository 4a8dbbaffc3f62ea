"""What the tests of the forms share: answers in, files and problems out."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playbook_kit.content import load
from playbook_kit.contribute import Assembled, assemble, check_answers, known_of
from playbook_kit.forge.heard import with_entry
from playbook_kit.plan import check_content
from playbook_kit.problem import Problem
from playbook_kit.words import load_words
from small_playbook import TODAY


class Desk:
    """A playbook on the disk, its words, and the answers that come in."""

    def __init__(self, root: Path):
        """Read the playbook below `root`, which must have no problem."""
        self.root, self.content = root, load(root)
        self.words, problems = load_words(root)
        self.known = known_of(self.content)
        assert problems == [] and self.content.problems == []

    def assemble(self, form: str, answers: Mapping[str, str]) -> Assembled:
        """What answers become."""
        return assemble(form, answers, self.known, TODAY)

    def check(self, form: str, answers: Mapping[str, str]) -> list[Problem]:
        """What is wrong with answers."""
        return check_answers(form, answers, self.content, self.words, TODAY)

    def files_of(self, made: Assembled) -> dict[str, str]:
        """The files that answers change, as they are afterwards: the list of an entry as a whole."""
        if made.form.adds and made.letter:
            changed = with_entry(self.content, made.letter, made.form.adds)
            assert changed
            return dict([changed])
        return {file.path: file.text for file in made.files}

    def check_files(self, files: Mapping[str, str]) -> list[Problem]:
        """What `playbook check` finds with these files among the others, in those files alone."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "playbook"
            shutil.copytree(self.root, root)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(text.encode("utf-8"))
            return [problem for problem in check_content(root, TODAY) if problem.path in files]

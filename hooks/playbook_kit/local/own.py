"""Everything that a council has in its folder, asked for item by item while the playbook is read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..models import Council, Tombstone
from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS, Kind
from ..problem import Problem
from ..read.files import TextFile, read_text
from ..read.yaml_text import Document
from .assets import read_assets
from .files import OwnFiles, Parts, read_local
from .hidden import hidden_items
from .orphans import orphans
from .overlay import Layer, Text, as_if_in, lay_over, read_text_of
from .places import Places
from .reviews import review_layer, review_problems
from .terms import GLOSSARY, Terms, read_terms
from .wording import Drift

Ids = Mapping[str, Collection[str]]
Stones = Mapping[tuple[str, str], Tombstone]


@dataclass
class Own:
    """The council's folder as it is laid over the playbook, and what came of that so far."""

    files: OwnFiles = field(default_factory=OwnFiles)
    terms: Terms | None = None
    council: Council | None = None
    council_document: Document = field(default_factory=Document)
    council_file: TextFile = TextFile(COUNCIL_PATH, "")
    problems: list[Problem] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)
    places: dict[str, Places] = field(default_factory=dict)
    new: set[tuple[str, str]] = field(default_factory=set)
    assets: dict[str, bytes] = field(default_factory=dict)
    """What is served of the council's pictures and papers, by their paths in the repository."""

    def over(self, kind: Kind, item_id: str, base: Text) -> Text:
        """An item of the playbook's with all that the council has for it."""
        parts, layers = self.files.take(kind.name, item_id), self._layers(kind, item_id, base.document)
        if parts is None and not layers:
            return base
        laid = lay_over(kind, item_id, base, parts or Parts(), layers)
        if self.terms and kind.name == GLOSSARY and any(layer.path == self.terms.file.path for layer in layers):
            laid.text.origin = "changed"
            laid.text.own_files += (self.terms.file.path,)
        self.problems += laid.problems
        self.drift += laid.drift
        if laid.places:
            self.places[base.file.path] = laid.places
        return laid.text

    def _reviewed(self, kind: Kind, item_id: str, text: Text) -> Text:
        """An item of the council's own with what its list of reviews says of it."""
        layers = self._layers(kind, item_id, text.document)
        laid = lay_over(kind, item_id, text, Parts(), layers) if layers else None
        if laid is None or laid.places is None:
            return text
        self.places[text.file.path] = laid.places
        laid.text.own_files = text.own_files
        return laid.text

    def _layers(self, kind: Kind, item_id: str, base: Document) -> list[Layer]:
        layers = []
        if self.council and self.council.reviews:
            layers += review_layer(
                self.council, self.council_document, self.council_file, kind.name, item_id, base
            )
        if self.terms and kind.name == GLOSSARY:
            more, found = self.terms.over_glossary(base)
            layers += more
            self.problems += found.problems
            self.drift += found.drift
        return layers

    def rest(self, known: Ids, stones: Stones) -> Iterator[tuple[Kind, str, Text | Problem]]:
        """The council's own items, or what is wrong with the bytes of their files, once all of the playbook is read.

        `known` are the playbook's ids by kind, `stones` say what became of ids that are gone.
        """
        for (name, item_id), parts in sorted(self.files.parts.items()):
            kind, file = KINDS[name], parts.fields
            if item_id in known.get(name, ()):
                continue  # the playbook's own file could not be read, and that is said
            if parts.unread and not parts.fields:
                yield kind, item_id, parts.unread
            document = read_text_of(kind, file).document if file else None
            found = orphans(kind, item_id, parts, document, known.get(name, ()), stones.get((name, item_id)))
            self.problems += found
            if file and not any(problem.path == file.path for problem in found):
                known_as, places = as_if_in(kind, item_id, file)
                self.places[known_as.path] = places
                self.new.add((name, item_id))
                text = read_text_of(kind, known_as)
                text.origin, text.edit_path, text.own_files = "local", file.path, (file.path,)
                yield kind, item_id, self._reviewed(kind, item_id, text)

    def hidden(self, known: Ids, stones: Stones) -> dict[tuple[str, str], int]:
        """Kind and id of all that is hidden, with the number of its entry; entries of the council's lists are checked."""
        if self.council is None:
            return {}
        self.problems += review_problems(self.council, self.council_document, known, stones)
        found, problems = hidden_items(self.council, self.council_document, known, self.new, stones)
        self.problems += problems
        return found


def read_own(root: Path, council: Council | None, document: Document | None) -> Own:
    """Read the folder below `root`; `council` and `document` are its facts, which are read before."""
    files = read_local(root)
    assets, faults = read_assets(root)
    own = Own(files, council=council, problems=[*files.problems, *faults], assets=assets)
    if council is not None and document is not None:
        own.council_document = document
        text = read_text(root, root / COUNCIL_PATH)
        own.council_file = text if isinstance(text, TextFile) else own.council_file
    if files.terms:
        own.terms = read_terms(files.terms)
        own.problems += own.terms.problems
    return own

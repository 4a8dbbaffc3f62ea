"""The forms: which fields of the models are asked for, in which order and groups. All else comes from the models."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Argument, CaseStudy, Model, Source, User
from ..words import Words
from .fields import FormField, form_field
from .letters import Correction, Wording

MOST_SOURCES = 5
BODY = "body"


@dataclass(frozen=True)
class Group:
    """Questions that stand together under one heading. One with `most` above 1 can be answered several times.

    `least` is how many rows must be filled in.
    """

    name: str
    fields: tuple[FormField, ...]
    label_key: str
    least: int = 1
    most: int = 1

    @property
    def is_repeated(self) -> bool:
        """Whether it can be answered more than once."""
        return self.most > 1


@dataclass(frozen=True)
class Form:
    """One form. `makes` is the kind of file that its answers become, or empty if they become a letter.

    `adds` is the list, in a file of its own, that the answers become one entry of. `is_of_page` says that they are about
    a page of the site, so that they go to whoever mends that page.
    """

    name: str
    model: type[Model]
    groups: tuple[Group, ...]
    makes: str = ""
    adds: str = ""
    is_of_page: bool = False

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Every question, in order."""
        return tuple(field for group in self.groups for field in group.fields)


def _group(form: str, model: type[Model], name: str, *fields: str | FormField) -> Group:
    made = [one if isinstance(one, FormField) else _field(form, model, one) for one in fields]
    return Group(name, tuple(made), f"contribute.{form}.groups.{name}")


def _field(form: str, model: type[Model], path: str, required: bool | None = None) -> FormField:
    key = path.replace(".", "_")
    return form_field(model, tuple(path.split(".")), path, f"contribute.{form}.fields.{key}", required)


def _rows(form: str, model: type[Model], name: str, fields: tuple[str, ...], most: int, least: int = 1) -> Group:
    found = tuple(
        form_field(model, (name, one), f"{name}.#.{one}", f"contribute.{form}.fields.{name}_{one}") for one in fields
    )
    return Group(name, found, f"contribute.{form}.groups.{name}", least, most)


NEW_SOURCE = ("title", "publisher", "url", "published", "country")
"""What is asked of a source that is not here yet: together they take the place of an id."""


def _new_source(form: str, group: str) -> tuple[FormField, ...]:
    """The questions about a source that is not here yet; none is required, since an id will do."""
    found = []
    for one in NEW_SOURCE:
        path = ("countries",) if one == "country" else (one,)
        made = form_field(Source, path, f"{group}.#.new_{one}", f"contribute.source.{one}", required=False)
        found.append(made if one != "country" else _single(made))
    return tuple(found)


def _single(field: FormField) -> FormField:
    return FormField(**{**field.__dict__, "control": "choice"})


def _evidence() -> Group:
    whole = _rows("argument", Argument, "evidence", ("source", "shows", "strength"), MOST_SOURCES)
    source, *rest = whole.fields
    return Group(
        "evidence", (source, *_new_source("argument", "evidence"), *rest), whole.label_key, whole.least, whole.most
    )


def _case_sources() -> Group:
    """Where others can read the account: the source of every field that names no other."""
    label = "contribute.case-study.fields.sources_source"
    source = form_field(Argument, ("evidence", "source"), "sources.#.source", label)
    return Group(
        "sources", (source, *_new_source("case-study", "sources")), "contribute.case-study.groups.sources", most=3
    )


def _body() -> FormField:
    """The text below a case study's facts, which no field of the model holds."""
    return FormField(
        BODY, (BODY,), "text", is_required=False, is_markdown=True, label_key="contribute.case-study.fields.body"
    )


def _most(model: type[Model], name: str) -> int:
    return next(item.max_length for item in model.model_fields[name].metadata if getattr(item, "max_length", None))


FORMS: tuple[Form, ...] = (
    Form(
        "argument", Argument,
        (
            _group("argument", Argument, "reply", "answers", "title", "one_liner", "short", "response_type"),
            _group("argument", Argument, "honest", "concession", "long"),
            _rows("argument", Argument, "comebacks", ("they_say", "you_say"), _most(Argument, "comebacks")),
            _evidence(),
            _group("argument", Argument, "who", "strength", "works_best_on", "does_not_work_on", "topics"),
            _group("argument", Argument, "you", "origin", "contributors", "organisations"),
        ),
        "argument",
    ),
    Form(
        "wording", Wording,
        (_group("wording", Wording, "heard", "objection", "heard", "said_by", "remark"),),
    ),
    Form(
        "case-study", CaseStudy,
        (
            _group(
                "case-study", CaseStudy, "organisation",
                "organisation.name", "organisation.type", "organisation.country", "organisation.size",
            ),
            _group("case-study", CaseStudy, "short", "title", "summary", "kind", "period", "access"),
            _group("case-study", CaseStudy, "story", "before", _body(), "after", "objected", "objections", "controls"),
            _rows("case-study", CaseStudy, "results", ("when", "what"), 4, least=0),
            _group("case-study", CaseStudy, "limits", "went_wrong", "topics", "self_reported"),
            _case_sources(),
            _group("case-study", CaseStudy, "you", "contributors", "organisations"),
        ),
        "case-study",
    ),
    Form(
        "correction", Correction,
        (_group("correction", Correction, "what", "page", "wrong", "right", "proof", "name"),),
        is_of_page=True,
    ),
    Form("use", User, (_group("use", User, "who", "name", "country", "says", "address"),), adds="used-by"),
)  # fmt: skip


def form_named(name: str) -> Form:
    """The form of that name. Raises KeyError for another name."""
    return {form.name: form for form in FORMS}[name]


def field_named(form: Form, answer: str) -> tuple[FormField, int]:
    """The question that an answer belongs to, such as `comebacks.2.you_say`, and its row, or 0.

    Raises KeyError for an answer to no question.
    """
    parts = answer.split(".")
    row = next((int(part) for part in parts if part.isdecimal()), 0)
    name = ".".join("#" if part.isdecimal() else part for part in parts)
    return {field.name: field for field in form.fields}[name], row


def label_of(field: FormField, row: int, words: Words) -> str:
    """A question as messages name it: its label, and its row where there may be several."""
    label = words(field.label_key)
    return f"{label} ({row})" if row else label


def names(form: Form) -> Iterator[str]:
    """The name of every answer that the form can hold, rows counted up to their most."""
    for group in form.groups:
        for row in range(1, group.most + 1):
            yield from (field.numbered(row) for field in group.fields)

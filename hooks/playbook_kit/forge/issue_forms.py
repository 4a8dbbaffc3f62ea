"""The files in which forges read what to ask in an issue: made from the forms, and committed for the forges to read."""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from ..contribute import FORMS, Form
from ..contribute.said import hint
from ..models import Vocabulary
from ..words import Words
from .issue_fields import Question, questions

GITHUB, FORGEJO, GITLAB = ".github/ISSUE_TEMPLATE", ".forgejo/issue_template", ".gitlab/issue_templates"


def issue_forms(vocabulary: Vocabulary, words: Words) -> dict[str, str]:
    """Every file by its path: a form for GitHub and for Forgejo, and a template for GitLab, for each of our forms."""
    found = {}
    for form in FORMS:
        asked = questions(form, vocabulary, words)
        text = _yaml(form, asked, words)
        found[f"{GITHUB}/{form.name}.yml"] = text
        found[f"{FORGEJO}/{form.name}.yml"] = text
        found[f"{GITLAB}/{form.name}.md"] = _markdown(form, asked, words)
    for folder in (GITHUB, FORGEJO):
        found[f"{folder}/config.yml"] = f"# {words('issue_forms.made')}\nblank_issues_enabled: true\n"
    return found


def _yaml(form: Form, asked: list[Question], words: Words) -> str:
    whole = {
        "name": words(f"issue_forms.{form.name}.name"),
        "description": words(f"issue_forms.{form.name}.description"),
        "title": words(f"issue_forms.{form.name}.title"),
        "labels": [form.name],
        "body": [
            {"type": "markdown", "attributes": {"value": "\n\n".join(_intro(form, words))}},
            *(_element(form, question, words) for question in asked),
            _promise(words),
        ],
    }
    text = yaml.dump(whole, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return f"# {words('issue_forms.made')}\n{text}"


class _Dumper(yaml.SafeDumper):
    """Writes lists further in than their field, as in all our files, and every text in quotation marks.

    GitHub takes words such as yes for true unless they are quoted, and asks for quotation marks itself.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never put a list in the column of its field."""
        return super().increase_indent(flow, False)


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = text.replace("-", "").replace("_", "").isalpha() and text.islower() and yaml.safe_load(text) == text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None if plain else '"')


_Dumper.add_representer(str, _quoted)


def _intro(form: Form, words: Words) -> Iterator[str]:
    yield words(f"issue_forms.{form.name}.lead")
    yield words("issue_forms.lead")


def _element(form: Form, question: Question, words: Words) -> dict[str, Any]:
    kind = "dropdown" if question.options else "textarea" if question.is_long else "input"
    attributes: dict[str, Any] = {"label": question.label}
    told = help_of(form, question, words)
    if told:
        attributes["description"] = told
    if question.options:
        if question.several:
            attributes["multiple"] = True
        attributes["options"] = list(question.options.values())
    elif question.field.example:
        attributes["placeholder"] = question.field.example
    element: dict[str, Any] = {"type": kind, "id": question.name.replace(".", "_"), "attributes": attributes}
    return element | ({"validations": {"required": True}} if question.is_required else {})


def help_of(form: Form, question: Question, words: Words) -> str:
    """What is said under a question: what its model says, its limits, and how to name something that lies here."""
    one = question.field
    said = hint(form, one, words)
    parts = [said if said.rstrip(".") != question.label else ""]
    if one.ref and not question.options:
        parts.append(words("issue_forms.name_it.several" if one.control == "choices" else "issue_forms.name_it.one"))
    elif one.control == "lines":
        parts.append(words("issue_forms.one_to_a_line"))
    if one.most_words:
        parts.append(words("contribute.most_words", count=one.most_words))
    if one.most_characters:
        parts.append(words("contribute.most_characters", count=one.most_characters))
    return " ".join(part for part in parts if part)


def _promise(words: Words) -> dict[str, Any]:
    option = {"label": words("issue_forms.promise.option"), "required": True}
    attributes = {"label": words("issue_forms.promise.label"), "options": [option]}
    return {"type": "checkboxes", "id": "promise", "attributes": attributes}


def _markdown(form: Form, asked: list[Question], words: Words) -> str:
    """A GitLab template: headings with what belongs under them in comments, which nobody sees."""
    parts = list(map(_comment, [words("issue_forms.made"), *_intro(form, words), words("issue_forms.gitlab")]))
    for question in asked:
        lines = [help_of(form, question, words)]
        if question.options:
            lines.append(words("issue_forms.options", options=", ".join(question.options.values())))
        elif question.field.example:
            lines.append(words("issue_forms.example", example=question.field.example))
        if not question.is_required:
            lines.append(words("issue_forms.if_you_can"))
        parts.append(f"### {question.label}\n\n{_comment(' '.join(line for line in lines if line))}")
    parts.append(f"### {words('issue_forms.promise.label')}\n\n- [ ] {words('issue_forms.promise.option')}")
    parts.append(f"/label ~{json.dumps(form.name)}")
    return "\n\n".join(parts) + "\n"


def _comment(text: str) -> str:
    return f"<!-- {text.replace('--', '- -')} -->"

"""The published schema: JSON Schema of every file, from the models that make the files."""

from typing import Any

from pydantic.json_schema import models_json_schema

from .arguments import ArgumentFile, ArgumentsFile, GoneFile
from .base import File
from .chapters import CaseStudiesFile, ChaptersFile
from .objections import AudiencesFile, ObjectionsFile, SourcesFile, TopicsFile
from .review import ReviewFile

FILES: dict[str, type[File]] = {
    "arguments.json": ArgumentsFile,
    "arguments/<id>.json": ArgumentFile,
    "objections.json": ObjectionsFile,
    "chapters.json": ChaptersFile,
    "case-studies.json": CaseStudiesFile,
    "topics.json": TopicsFile,
    "sources.json": SourcesFile,
    "audiences.json": AudiencesFile,
    "gone.json": GoneFile,
    "review.json": ReviewFile,
}
"""The model of each file below api/v1/."""


def api_schema() -> dict[str, Any]:
    """A schema that any file of the API meets; `x-files` says which definition each of them meets."""
    refs, schema = models_json_schema([(model, "serialization") for model in FILES.values()])
    of = {name: refs[model, "serialization"] for name, model in FILES.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Files below api/v1/",
        "anyOf": list(of.values()),
        "x-files": {name: ref["$ref"] for name, ref in of.items()},
        "$defs": schema["$defs"],
    }

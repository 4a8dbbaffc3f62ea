"""What a council writes around an argument or an objection is in the data, and it is told apart from ours."""

import json

from playbook_kit.plan import make_plan
from small_playbook import TODAY, write, write_small_playbook

BEFORE = b"At ours, see [the policy](../policy.md) first [@acas-policy].\n"
NOTHING = {"council_before": None, "council_before_markdown": None, "council_after": None, "council_after_markdown": None}


def items(root, name):
    """The items of one file of the API."""
    return next(json.loads(data.text)["items"] for data in make_plan(root, TODAY).data if data.uri == f"api/v1/{name}")


def own(item):
    """The fields that a council may fill."""
    return {name: value for name, value in item.items() if name.startswith("council_")}


def test_without(tmp_path):
    """Where a council says nothing, the fields are there and null."""
    root = write_small_playbook(tmp_path)
    assert own(items(root, "arguments/same-as-the-phone.json")[0]) == NOTHING
    assert own(items(root, "objections.json")[0]) == NOTHING


def test_around_an_argument_and_an_objection(tmp_path):
    """What stands before and after is given as plain text and as Markdown, its links relative to the site's address."""
    root = write_small_playbook(tmp_path)
    write(root, "local/arguments/same-as-the-phone.before.md", BEFORE)
    write(root, "local/objections/time-wasting.after.md", b"Ask **us**.\n")
    assert own(items(root, "arguments/same-as-the-phone.json")[0]) == NOTHING | {
        "council_before": "At ours, see the policy first.",
        "council_before_markdown": "At ours, see [the policy](playbook/policy/) first [@acas-policy].",
    }
    assert own(items(root, "objections.json")[0]) == NOTHING | {"council_after": "Ask us.", "council_after_markdown": "Ask **us**."}

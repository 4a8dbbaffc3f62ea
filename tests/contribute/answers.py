"""Answers to the forms that are right, for tests to put faults into; they fit the small playbook."""

ARGUMENT = {
    "answers": "time-wasting",
    "title": "Same as a letter",
    "one_liner": "Nobody reads my letters before I post them.",
    "short": "Staff write to residents every day and nobody reads it first.",
    "response_type": "reasoning",
    "concession": "A letter has one reader, and a post may have many.",
    "comebacks.1.they_say": "A letter cannot go round the world.",
    "comebacks.1.you_say": "That is why we ask for a trial.",
    "evidence.1.source": "acas-policy",
    "evidence.1.shows": "Acas told employers to agree a policy with staff.",
    "evidence.1.strength": "medium",
    "strength": "weak",
    "works_best_on": "managers",
    "topics": "conduct",
    "origin": "Suggested by a council officer in November 2026.",
    "contributors": "A communications officer",
}
NEW_SOURCE = {
    "evidence.1.source": "",
    "evidence.1.new_title": "A guide to letters",
    "evidence.1.new_publisher": "The Letter Office",
    "evidence.1.new_url": "https://www.gov.uk/letters",
    "evidence.1.new_country": "uk",
}
CASE_STUDY = {
    "organisation.name": "Sometown Council",
    "organisation.type": "council",
    "organisation.country": "uk",
    "title": "Sometown",
    "summary": "Opened access to one team and wrote down what happened.",
    "kind": "example",
    "period": "2011 to 2013",
    "access": "partial",
    "before": "Sites were blocked for most staff.",
    "body": "One team tried it for three months in 2011.\n\n- They met each week.",
    "after": "The team could reach them, and others could ask.",
    "objected": "Security\nA councillor",
    "objections": "time-wasting",
    "results.1.when": "2012",
    "results.1.what": "No misuse was recorded.",
    "went_wrong": "Nothing was measured.",
    "topics": "time\nconduct",
    "self_reported": "true",
    "sources.1.source": "acas-policy",
}
WORDING = {"objection": "time-wasting", "heard": "I never see them at their desks", "said_by": "managers"}
CORRECTION = {
    "page": "Write a policy", "wrong": "It says 2012.", "right": "It should say 2013.", "proof": "https://www.gov.uk/x",
}  # fmt: skip
USE = {"name": "Sometown Council", "country": "uk", "says": "We took a brief to our ICT board."}

GOOD = {
    "argument": ARGUMENT, "case-study": CASE_STUDY, "wording": WORDING, "correction": CORRECTION, "use": USE,
}  # fmt: skip

"""A small part of the simulation, on a small playbook with the whole program; `bench/simulate.py` runs all of it."""

from simulation import simulate
from upgrade_help import GROWN, whole_playbook


def test_sample(tmp_path):
    """Twenty changes, three councils: no conflict, local/ untouched, every orphan and drift reported, nothing else wrong."""
    base = whole_playbook(tmp_path / "base", GROWN)
    figures = simulate(base, tmp_path, seed=6, changes=20, per_release=10)
    assert (figures.merges, figures.conflicts, figures.local_differs) == (60, 0, 0)
    assert figures.unexpected == []
    assert figures.orphans > 0 and figures.orphans_reported == figures.orphans
    assert figures.drifts > 0 and figures.drifts_reported == figures.drifts
    assert sum(figures.in_place_conflicts.values()) > 0, "editing in place met no conflict, so the dice show nothing"

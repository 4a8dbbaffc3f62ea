"""A few hundred strange files for each target of tests/fuzz_targets.py; `python3 run.py fuzz` throws as many as there is time for."""

from collections.abc import Callable

import pytest
from fuzz_targets import PATHS, TARGETS, assert_harmless, assert_harmless_drawing, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_pieces import ODD

PIECES = st.one_of(st.sampled_from([piece.encode() for piece in ODD]), st.binary(max_size=12), st.text(max_size=12).map(str.encode))


@st.composite
def strange(draw: Callable, target: str) -> bytes:
    """A right file with odd pieces in some places, cut somewhere; or only odd pieces."""
    begun = bytearray(draw(st.sampled_from(seeds(target))))
    if draw(st.booleans()):
        begun = begun[:1]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(min(1, len(begun)), len(begun)))
        begun[at : at + draw(st.integers(0, 8))] = draw(PIECES)
    return bytes(begun)


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_it_is(target: str) -> None:
    """Whatever bytes a file holds, it is refused in words with a place, or what is made of it is harmless."""

    @settings(max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(strange(target))
    def holds(data: bytes) -> None:
        TARGETS[target](data)

    holds()


@pytest.mark.parametrize("target", TARGETS)
def test_right_files_are_right(target: str) -> None:
    """What the fuzzer begins with holds, and there is one of each kind of file."""
    begun = seeds(target)
    assert len(begun) >= (len(PATHS) if target == "content" else 3)
    for data in begun:
        TARGETS[target](data)


@pytest.mark.parametrize(
    "html",
    ["<script>x</script>", "<img src=x onerror=y>", '<a href="java\tscript:x">a</a>', "<p style=color:red>a</p>", "<iframe></iframe>"],
)
def test_harm_is_seen(html: str) -> None:
    """The targets do notice what could run."""
    with pytest.raises(AssertionError):
        assert_harmless(html)


@pytest.mark.parametrize(
    "inside",
    ["<script/>", '<rect onload="x"/>', '<a href="javascript:x"/>', '<rect fill="url(https://a.example/#b)"/>', "<foreignObject/>", "<!-- x -->"],
)
def test_harm_in_a_drawing_is_seen(inside: str) -> None:
    """So they do in a drawing."""
    with pytest.raises(AssertionError):
        assert_harmless_drawing(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode())

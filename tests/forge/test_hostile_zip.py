"""ZIPs that strangers made: what could leave its folder, mean another file or grow beyond bounds is refused unread."""

import io
import stat
import struct
import warnings
import zipfile
from dataclasses import replace

import pytest
from playbook_kit.forge.hostile_zip import Limits, Refused, read_zip

LIMITS = Limits(zipped=200_000, files=50, one=10_000, all=50_000)


def zipped(*entries: tuple[str, bytes], mode: int = 0, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these files, in which a name may stand twice."""
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, text in entries:
            info = zipfile.ZipInfo("x")
            info.filename = info.orig_filename = name
            info.external_attr = mode << 16
            archive.writestr(info, text, method)
    return data.getvalue()


def test_reads():
    """Files are given by their paths, in folders or not; entries that only name a folder are none."""
    data = zipped(("site/", b""), ("site/index.html", b"<!doctype html>"), ("site/a-b_c/d.e.json", b"{}"))
    assert read_zip(data, LIMITS) == {"site/index.html": b"<!doctype html>", "site/a-b_c/d.e.json": b"{}"}


@pytest.mark.parametrize(
    "name",
    [
        "../a", "a/../b", "a/..", "..", ".", "a/./b", "/etc/passwd", "//host/a", "a//b", "", "C:/a", "C:a", "a:b", "\\\\host\\a",
        "a\\b", "..\\a", ".git/config", "a/.git/hooks/x", ".gitattributes", "-rf", "--help", "~/a", "a\x00b", "a\nb", "a\x1b[2Jb",
        "a\u202eb", "é", "a b", "a.", "a/b./c", "$(id)", "`id`", "a;b", "a|b", "a*", "x" * 201, "/".join("a" * 11), "../", "/", "a/../",
    ],
)  # fmt: skip
def test_names(name):
    """A name is words of plain letters below its folder: nothing hidden, no way out, nothing that a system or shell reads."""
    with pytest.raises(Refused):
        read_zip(zipped(("index.html", b""), (name, b"")), LIMITS)


@pytest.mark.parametrize("names", [("a/b", "A/B"), ("a", "a"), ("a", "a/b"), ("A/b", "a")])
def test_two_names_for_one(names):
    """Two names that one system would take for one file, or for a file and its folder, are refused."""
    with pytest.raises(Refused, match="two names"):
        read_zip(zipped(*((name, b"") for name in names)), LIMITS)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR, stat.S_IFSOCK])
def test_no_files(kind):
    """A link, a device or anything else that is no file is refused; a file may say which rights it has, and loses them."""
    with pytest.raises(Refused, match="link"):
        read_zip(zipped(("a", b"/etc/passwd"), mode=kind | 0o777), LIMITS)
    assert read_zip(zipped(("a", b""), mode=stat.S_IFREG | 0o4777), LIMITS) == {"a": b""}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(*((f"f{number}", b"") for number in range(51))), "50 files"),
        (zipped(*((f"f{number}", b"") for number in range(2_000))), "50 files"),
        (zipped(("bomb", b"0" * 10_001)), "10,000 bytes"),
        (zipped(*((f"f{number}", b"0" * 9_000) for number in range(6))), "50,000 bytes together"),
        (b"PK" + b"0" * 200_000, "200,000 bytes"),
        (zipped(("a", b"x"), method=zipfile.ZIP_BZIP2), "packed"), (zipped(("a", b"x"), method=zipfile.ZIP_LZMA), "packed"),
        (zipped(("a/", b"x")), "folder"),
    ],
)  # fmt: skip
def test_bounds(data, said):
    """Too many files, too large a file, too much in all, another way of packing: each is refused with its reason."""
    with pytest.raises(Refused, match=said):
        read_zip(data, LIMITS)


def test_a_hundred_thousand_files(monkeypatch):
    """What has far too many entries is refused before Python makes an object of each."""
    data = zipped(("a", b"")) + b"PK\x01\x02" * 100_000
    monkeypatch.setattr(zipfile, "ZipFile", pytest.fail)
    with pytest.raises(Refused, match="files"):
        read_zip(data, replace(LIMITS, zipped=10**9))


def test_a_bomb_is_not_unpacked(monkeypatch):
    """A hundred megabytes of nothing in a hundred kilobytes are refused by what the ZIP says, and nothing is unpacked."""
    data = zipped(("small", b""), ("bomb", b"\0" * 100_000_000))
    monkeypatch.setattr(zipfile.ZipFile, "open", pytest.fail)
    assert len(data) < 200_000
    with pytest.raises(Refused, match="10,000 bytes"):
        read_zip(data, LIMITS)


def test_a_size_that_lies():
    """An entry that unpacks to more or less than it says is refused, and no more than it says is ever unpacked."""
    data = zipped(("bomb", b"\0" * 1_000_000))
    for said in (5, 9_999):
        lying = bytearray(data)
        for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            struct.pack_into("<I", lying, data.index(mark) + place, said)
        with pytest.raises(Refused):
            read_zip(bytes(lying), LIMITS)


def test_two_names_in_one_entry():
    """An entry with one name in the list and another before its content is refused."""
    data = zipped(("good", b"x"))
    with pytest.raises(Refused):
        read_zip(data.replace(b"good", b"evil", 1), LIMITS)


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", zipped(("a", b"x"))[:-30], zipped(("a", b"x" * 99))[10:]])
def test_no_zip(data):
    """What is no ZIP, or a part of one, is refused."""
    with pytest.raises(Refused):
        read_zip(data, LIMITS)


def test_encrypted():
    """What is locked with a password is refused."""
    data = bytearray(zipped(("a", b"x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[bytes(data).index(mark) + place] |= 1
    with pytest.raises(Refused, match="packed"):
        read_zip(bytes(data), LIMITS)

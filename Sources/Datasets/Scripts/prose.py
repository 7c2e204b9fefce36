#!/usr/bin/env python3
"""The prose of the course's own chapters as plain text, one paragraph a line.

    python3 prose.py --chapters ../../../docs/en 01 02 03 04 05 06 07 08 > course-prose.txt

The bundled file is frozen: chapters may be corrected later, and then this script makes another
text from them. The figures of lessons 11 and 12 are those of the frozen one.
"""

import argparse
import pathlib
import re
import sys


def paragraphs(markdown):
    """The paragraphs of running text: no headings, code, formulas, tables, pictures or book lists."""
    left_out = r"^## (Exercises|Further reading)\n.*?(?=^## |\Z)"
    text = re.sub(left_out, "", markdown, flags=re.S | re.M)
    text = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    paragraph = []
    was_list = False
    for line in text.splitlines() + [""]:
        is_item = re.match(r"\s*(\d+\.|[-*]) +", line) is not None
        if is_item or not line.strip():
            if paragraph:
                yield " ".join(paragraph)
            paragraph = []
        was_list = is_item or (was_list and (not line.strip() or line.startswith(" ")))
        is_code = line.startswith("    ") and not was_list
        is_other = re.match(r"\s*(#|\||!\[|</?details|<summary|How formulas are written)", line)
        if line.strip() and not is_code and not is_other:
            paragraph.append(re.sub(r"^\s*((\d+\.|[-*]) +)?", "", line).rstrip())


def plain(paragraph):
    """A paragraph without the marks of Markdown."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", paragraph)
    text = re.sub(r"</?[a-z]+>", "", text)
    text = text.replace("`", "").replace("**", "")
    return re.sub(r"(?<![\w*])\*([^\s*][^*]*)\*(?!\w)", r"\1", text)


def prose(markdowns):
    lines = [plain(paragraph) for markdown in markdowns for paragraph in paragraphs(markdown)]
    return "".join(line + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapters", type=pathlib.Path, required=True)
    parser.add_argument("numbers", nargs="+", help="the chapters, in order: 01 02 ...")
    options = parser.parse_args()
    files = []
    for number in options.numbers:
        found = sorted(options.chapters.glob(f"{number}-*.md"))
        if len(found) != 1:
            raise SystemExit(f"{options.chapters}: expected one chapter {number}, found {len(found)}")
        files.append(found[0].read_text(encoding="utf-8"))
    sys.stdout.buffer.write(prose(files).encode("utf-8"))


if __name__ == "__main__":
    main()

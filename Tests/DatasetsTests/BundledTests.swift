import Datasets
import Foundation
import MiniTensor
import Testing

/// Every bundled set: its shape, its first rows, its classes, and the sum of all its numbers.
@Suite struct BundledTests {
  @Test func iris() throws {
    let set = try Iris.load()
    #expect(set.features.shape == [150, 4])
    #expect(set.featureNames == ["sepal length", "sepal width", "petal length", "petal width"])
    #expect(set.classNames == ["setosa", "versicolor", "virginica"])
    #expect(set.classCounts == [50, 50, 50])
    #expect(
      set.labels == Array(repeating: 0, count: 50) + Array(repeating: 1, count: 50)
        + Array(repeating: 2, count: 50))
    #expect(set.features.row(0) == [5.1, 3.5, 1.4, 0.2])
    #expect(set.features.row(149) == [5.9, 3.0, 5.1, 1.8])
    // Fisher's rows 35 and 38, which UCI's copy has wrong.
    #expect(set.features.row(34) == [4.9, 3.1, 1.5, 0.2])
    #expect(set.features.row(37) == [4.9, 3.6, 1.4, 0.1])
    for (column, sum) in zip(0..<4, [876.5, 458.6, 563.7, 179.9]) {
      #expect(abs(total(set.features.column(column)) - sum) < 1e-4)
    }
  }

  @Test func breastCancer() throws {
    let set = try BreastCancer.load()
    #expect(set.features.shape == [569, 30])
    #expect(set.featureNames.first == "mean radius")
    #expect(set.featureNames.last == "worst fractal dimension")
    #expect(set.classCounts == [212, 357])
    #expect(set.features.row(0).columns(0..<3) == [17.99, 10.38, 122.8])
    #expect(abs(total(set.features) - 1_056_474.4596) < 0.1)
  }

  @Test func wine() throws {
    let set = try Wine.load()
    #expect(set.features.shape == [178, 13])
    #expect(set.classCounts == [59, 71, 48])
    #expect(set.columns("alcohol", "proline").row(0) == [14.23, 1065])
    #expect(abs(total(set.features) - 159_975.296) < 0.02)
  }

  @Test func sonar() throws {
    let set = try Sonar.load()
    #expect(set.features.shape == [208, 60])
    #expect(set.classNames == ["rock", "mine"])
    #expect(set.classCounts == [97, 111])
    #expect(set.labels == Array(repeating: 0, count: 97) + Array(repeating: 1, count: 111))
    #expect(set.columns("band 1", "band 60").row(0) == [0.02, 0.003])
    #expect(set.features.min() >= 0 && set.features.max() == 1)
    #expect(abs(total(set.features) - 3510.922) < 1e-3)
    // Gorman and Sejnowski's table gives 82.7 % to the nearest neighbour.
    let right = set.labels.indices.filter { neighbourLabel(set, except: $0) == set.labels[$0] }
    #expect(right.count == 172)  // 82.69 %
  }

  @Test func autoMPG() throws {
    let set = try AutoMPG.load()
    #expect(set.features.shape == [392, 7])
    #expect(set.targets.shape == [392])
    #expect(
      set.featureNames == [
        "cylinders", "displacement", "horsepower", "weight", "acceleration", "model year", "origin",
      ])
    #expect(set.targetName == "mpg")
    #expect(set.features.row(0) == [8, 307, 130, 3504, 12, 70, 1])
    #expect(set.targets[0] == 18)
    #expect(abs(total(set.targets) - 9190.8) < 1e-3)
    #expect(total(set.column("weight")) == 1_167_213)
    let names = try AutoMPG.carNames()
    #expect(names.count == 392)
    #expect(names[0] == "chevrolet chevelle malibu")

    let oneHot = set.oneHot("origin", AutoMPG.origins)
    #expect(oneHot.features.shape == [392, 9])
    #expect(oneHot.featureNames.suffix(4) == ["model year", "USA", "Europe", "Japan"])
    #expect(["USA", "Europe", "Japan"].map { total(oneHot.column($0)) } == [245, 68, 79])
  }

  @Test func digits() throws {
    let set = try Digits.load(pixels: Digits.storedRange)
    #expect(set.train.images.shape == [3823, 64])
    #expect(set.test.images.shape == [1797, 64])
    #expect((set.train.height, set.train.width) == (8, 8))
    #expect(set.train.pixelRange == 0...16)
    // The counts of UCI's own description.
    #expect(set.train.classCounts == [376, 389, 380, 389, 387, 376, 377, 387, 380, 382])
    #expect(set.test.classCounts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(set.train.image(0).row(0) == [0, 1, 6, 15, 12, 1, 0, 0])
    #expect(set.test.image(0).row(1) == [0, 0, 13, 15, 10, 15, 5, 0])
    #expect(Array(set.test.labels.prefix(10)) == Array(0...9))
    #expect(total(set.train.images) == 1_204_758)
    #expect(total(set.test.images) == 561_718)  // the sum of scikit-learn's load_digits
    let scaled = try Digits.load()
    #expect(scaled.train.pixelRange == 0...1)
    #expect(scaled.train.images * 16 == set.train.images)
  }

  @Test func digitsByNearestNeighbours() throws {
    let set = try Digits.load(pixels: Digits.storedRange)
    let distances = squaredDistances(set.test.images, set.train.images)
    for (k, published) in [(1, "98.00"), (3, "97.83"), (5, "97.89")] {
      let right = set.test.labels.indices.filter { row in
        vote(of: k, distances.row(row), set.train.labels) == set.test.labels[row]
      }
      let percent = 100 * Double(right.count) / Double(set.test.count)
      #expect(String(format: "%.2f", percent) == published, "k = \(k)")
    }
  }

  @Test func mnist() throws {
    let set = try MNIST.load(pixels: 0...255)
    #expect(set.train.images.shape == [4000, 784])
    #expect(set.test.images.shape == [1000, 784])
    #expect(set.train.image(0).shape == [28, 28])
    #expect(set.train.classCounts == Array(repeating: 400, count: 10))
    #expect(set.test.classCounts == Array(repeating: 100, count: 10))
    #expect(Array(set.train.labels.prefix(12)) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    #expect(total(set.train.images) == 104_646_036)
    #expect(total(set.test.images) == 26_621_066)
    let scaled = try MNIST.load()
    #expect(scaled.train.images.max() == 1 && scaled.train.images.min() == 0)
    #expect(scaled.train.images.isApproximatelyEqual(to: set.train.images / 255, tolerance: 1e-6))
  }

  @Test func fashionMNIST() throws {
    let set = try FashionMNIST.load(pixels: 0...255)
    #expect(set.train.images.shape == [6000, 784])
    #expect(set.test.images.shape == [1000, 784])
    #expect(set.train.classCounts == Array(repeating: 600, count: 10))
    #expect(set.test.classCounts == Array(repeating: 100, count: 10))
    #expect(Array(set.train.labels.prefix(5)) == [9, 0, 0, 3, 0])
    #expect(total(set.train.images) == 344_160_204)
    #expect(total(set.test.images) == 56_973_981)
  }

  @Test func mnist1D() throws {
    let set = try MNIST1D.load()
    #expect(set.train.features.shape == [4000, 40])
    #expect(set.test.features.shape == [1000, 40])
    #expect(Array(set.train.labels.prefix(10)) == [2, 6, 4, 5, 6, 6, 6, 0, 3, 1])
    #expect(set.train.classCounts.reduce(0, +) == 4000)
    #expect(abs(set.train.features[0, 0] + 0.33200568) < 1e-7)
    let all = Tensor.concatenate([set.train.features, set.test.features], axis: 0)
    #expect(abs(all.mean()) < 1e-6)
    #expect(abs(all.variance() - 1) < 1e-4)
  }

  @Test func wordsAndSunspots() throws {
    let names = try FirstNames.load()
    #expect(names.count == 5163)
    #expect(names.first == "aaron" && names.last == "zulma")
    #expect(names.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } })
    let villages = try Villages.load()
    #expect(villages.count == 7342)
    #expect(villages.contains("Málaga"))
    #expect(Set(villages).count == 7342)
    let sunspots = try Sunspots.load()
    #expect(sunspots.count == 2008 - Sunspots.firstYear + 1)
    #expect(sunspots.prefix(3) == [5, 11, 16])
    #expect(sunspots.max() == 190.2)
  }

  @Test func pronunciations() throws {
    let entries = try Pronunciations.load()
    #expect(entries.count == 4562)
    #expect(entries.allSatisfy { $0.word.count == $0.sounds.count })
    #expect(entries.allSatisfy { $0.word.allSatisfy { ("a"..."z").contains($0) } })
    #expect(entries[0] == entries.first { $0.word == "the" })
    #expect(entries[0].sounds == ["DH", "-", "AH"])
    #expect(Set(entries.flatMap(\.sounds)).count == 46)
    #expect(entries.reduce(0) { $0 + $1.sounds.count } == 28360)
  }

  @Test func prose() throws {
    let prose = try CourseProse.load()
    #expect(prose.utf8.count == 97_421)
    #expect(prose.split(separator: "\n").count == 420)
    #expect(prose.hasPrefix("1943. Warren McCulloch and Walter Pitts.\n"))
    #expect(prose.hasSuffix("disturbs new examples little.\n"))
    #expect(!prose.contains("\n\n") && !prose.contains("](") && !prose.contains("`"))
    #expect(prose.contains("Hervé") && prose.contains("A nerve cell either fires or it does not."))
  }

  /// The bundle is found from the executable, never from the directory a learner stands in.
  @Test func loadsFromAnyWorkingDirectory() async {
    await #expect(processExitsWith: .success) {
      guard FileManager.default.changeCurrentDirectoryPath("/") else { exit(2) }
      guard try Iris.load().count == 150, try Digits.load().test.count == 1797 else { exit(3) }
    }
  }
}

/// The sum of all elements, in Double.
private func total(_ tensor: Tensor) -> Double {
  tensor.scalars.reduce(0) { $0 + Double($1) }
}

/// The squared distance of each row of `a` to each row of `b`, exact for small whole numbers.
private func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  a.squared().sum(axis: 1, keepingDimension: true)
    - 2 * matmul(a, b.transposed())
    + b.squared().sum(axis: 1)
}

/// The class most frequent among the k nearest; of several, the first in the order of classes.
private func vote(of k: Int, _ distances: Tensor, _ labels: [Int]) -> Int {
  let scalars = distances.scalars
  var nearest: [Int] = []
  for index in scalars.indices {
    if nearest.count == k, scalars[index] >= scalars[nearest[k - 1]] { continue }
    let place = nearest.firstIndex { scalars[index] < scalars[$0] } ?? nearest.count
    nearest.insert(index, at: place)
    if nearest.count > k { nearest.removeLast() }
  }
  let counts = nearest.reduce(into: Array(repeating: 0, count: 10)) { $0[labels[$1]] += 1 }
  return counts.firstIndex(of: counts.max()!)!
}

/// The class of the row nearest to row `index`, itself left out.
private func neighbourLabel(_ set: LabelledSet, except index: Int) -> Int {
  var distances = (set.features - set.features.row(index)).squared().sum(axis: 1).scalars
  distances[index] = .infinity
  return set.labels[distances.indices.min { distances[$0] < distances[$1] }!]
}

import MiniTensor

/// Examples that each belong to one of several named classes.
public protocol ClassifiedSet: ExampleSet {
  /// The class of each example, as an index into `classNames`.
  var labels: [Int] { get }

  /// The names of the classes.
  var classNames: [String] { get }
}

extension ClassifiedSet {
  /// How many classes there are, whether or not every one of them has an example here.
  public var classCount: Int { classNames.count }

  /// How many examples each class has here.
  public var classCounts: [Int] {
    labels.reduce(into: Array(repeating: 0, count: classCount)) { counts, label in
      counts[label] += 1
    }
  }

  /// The class of each example as a row of zeros with a single one.
  ///
  /// **Shape** `[count, classCount]`.
  public var oneHotLabels: Tensor { Tensor.oneHot(labels, classes: classCount) }

  /// A target for one class against all others.
  ///
  ///     let y = flowers.targets("setosa", is: -1, else: +1)    // [count]
  ///
  /// Traps when there is no class of that name; the message lists those that exist.
  public func targets(_ className: String, is value: Float, else other: Float) -> Tensor {
    let index = index(ofClass: className)
    return Tensor(labels.map { $0 == index ? value : other })
  }

  /// The examples of the named classes only, in the order they have here; labels keep their
  /// numbers.
  public func only(_ classNames: String...) -> Self {
    let kept = Set(classNames.map(index(ofClass:)))
    return rows(labels.indices.filter { kept.contains(labels[$0]) })
  }

  private func index(ofClass name: String) -> Int {
    guard let index = classNames.firstIndex(of: name) else {
      misuse("class \"\(name)\"", "there are only \(classNames.map { "\"\($0)\"" }.list)")
    }
    return index
  }
}

extension [String] {
  /// The elements separated by commas.
  var list: String { joined(separator: ", ") }
}

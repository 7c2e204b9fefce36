/// The plane coloured by what a classifier answers there, or by how sure it is.
///
///     Region(names: ["setosa", "versicolor"]) { x, y in neuron.predict([x, y]) }
///     // Int: a class
///     Region(values: { x, y in neuron.probability([x, y]) }, range: 0...1)
///     // Float: a value
///     Region(batch: { points in network.classes(of: Tensor(points)) })              // all at once
///
/// The region covers what the other elements cover, or the axes' given ranges.
public struct Region: FigureElement {
  /// On the axes, over or under others.
  public var content: FigureContent { .onAxes(.region(self)) }

  enum Kind {
    case classes(([[Float]]) -> [Int])
    case values(([[Float]]) -> [Float], ClosedRange<Double>?)
  }

  let kind: Kind
  let names: [Text]

  /// The plane coloured by classes 0, 1, 2, ...
  public init(names: [Text] = [], _ classify: @escaping (Float, Float) -> Int) {
    kind = .classes { points in points.map { classify($0[0], $0[1]) } }
    self.names = names
  }

  /// The plane coloured by classes, for a classifier that takes many points at once.
  ///
  /// - Parameters:
  ///   - names: the classes' names.
  ///   - classify: from rows of `[x, y]` to as many classes.
  public init(names: [Text] = [], batch classify: @escaping ([[Float]]) -> [Int]) {
    kind = .classes(classify)
    self.names = names
  }

  /// The plane shaded by a value: below the middle of the range in the colour of class 0, above in
  /// that of class 1.
  public init(
    values function: @escaping (Float, Float) -> Float, range: ClosedRange<Double>? = nil
  ) {
    kind = .values({ points in points.map { function($0[0], $0[1]) } }, range)
    names = []
  }

  /// The plane shaded by a value, for a function that takes many points at once.
  public init(
    batchValues function: @escaping ([[Float]]) -> [Float], range: ClosedRange<Double>? = nil
  ) {
    kind = .values(function, range)
    names = []
  }
}

/// The level lines of a function, as on a hiking map.
///
///     Contours { x, y in pow(1 - x, 2) + 100 * pow(y - x * x, 2) }
///
/// Give the axes ranges, unless other elements have them.
public struct Contours: FigureElement {
  /// On the axes, over or under others.
  public var content: FigureContent { .onAxes(.contours(self)) }

  let function: (Double, Double) -> Double
  let levels: [Double]?
  let count: Int

  /// Level lines.
  ///
  /// - Parameters:
  ///   - levels: the function's values on the lines; by default `count` of them, spread so that
  ///     every step of level holds as much of the plane.
  ///   - count: how many.
  ///   - function: the height at `x`, `y`.
  public init(
    levels: [Double]? = nil, count: Int = 10, _ function: @escaping (Double, Double) -> Double
  ) {
    self.levels = levels
    self.count = max(1, count)
    self.function = function
  }
}

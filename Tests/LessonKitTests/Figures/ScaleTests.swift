import Testing

@testable import LessonKit

@Suite struct ScaleTests {
  func labels(_ lower: Double, _ upper: Double, _ count: Int = 6, log: Bool = false) -> [String] {
    Scale(lower, upper, isLogarithmic: log).ticks(atMost: count).map(\.label)
  }

  @Test func roundNumbers() {
    #expect(labels(0, 10) == ["0", "2", "4", "6", "8", "10"])
    #expect(labels(-1, 1) == ["-1.0", "-0.5", "0", "0.5", "1.0"])
    #expect(labels(0.01, 0.05) == ["0.01", "0.02", "0.03", "0.04", "0.05"])
    #expect(labels(0, 100_000, 5).last == "100000")
    #expect(labels(0, 5e9, 6).last == "5e9")
    #expect(labels(1, 1000, log: true) == ["1", "10", "100", "1000"])
    #expect(labels(1e-6, 1, 8, log: true).first == "1e-6")
    #expect(labels(1, 9, 10, log: true).contains("5"))
  }

  @Test func countsHaveWholeNumbers() {
    let scale = Scale(0, 3).counting([0, 1, 3, .nan])
    #expect(scale.ticks(atMost: 9).map(\.label) == ["0", "1", "2", "3"])
    #expect(Scale(0, 3).counting([0.5]).ticks(atMost: 9).count == 7)
    #expect(
      Scale(0, 40).counting([40]).ticks(atMost: 5).map(\.label) == ["0", "10", "20", "30", "40"])
    #expect(Scale(3, 3).counting([3]).ticks(atMost: 8).map(\.label) == ["3"])
    let plot = Plot(Panel("p") { Lines(x: 1...3, y: [2, 1, 0]) })
    #expect(plot.x.isWhole && plot.y.isWhole)
    #expect(!Plot(Panel("p") { Lines(over: 0...1) { $0 } }).x.isWhole)
  }

  @Test(arguments: [
    (0.0, 1.0), (-4.5, 4.5), (3, 3.0001), (1e-12, 2e-12), (1e6, 1.00001e6), (-1e12, 1e12),
    (0, 97), (0.997, 1.003), (-3, -2.2),
  ])
  func alwaysAFewNumbersThatDiffer(lower: Double, upper: Double) {
    for count in [3, 5, 8] {
      let ticks = Scale(lower, upper).ticks(atMost: count)
      #expect((1...count + 2).contains(ticks.count), "\(lower) \(upper) \(count): \(ticks)")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    }
  }

  @Test(
    arguments: [
      (1e6, 1_000_003.0), (1e16, 1e16 + 20_000.0), (-1e9, -1e9 + 2), (1, 1 + 1e-9),
      (1e6, 1e6 + 1e-3),
      (0.0, 1e9), (5e-7, 5.00003e-7), (999_999.0, 1_000_002.0),
    ] as [(Double, Double)])
  func labelsDifferAndHaveRoom(lower: Double, upper: Double) {
    for count in [3, 5, 8] {
      let labels = labels(lower, upper, count)
      #expect(labels.count > 1)
      #expect(Set(labels).count == labels.count, "\(labels)")
      #expect(labels.allSatisfy { $0.count <= Scale.longest }, "\(labels)")
    }
    #expect(self.labels(1e6, 1_000_003, 4) == ["1000000", "1000001", "1000002", "1000003"])
  }

  @Test func positions() {
    let scale = Scale(10, 20)
    #expect(scale.position(15) == 0.5)
    #expect(scale.position(.nan) == nil)
    #expect(scale.position(.infinity) == nil)
    #expect(scale.value(at: 0.25) == 12.5)
    let logarithmic = Scale(1, 100, isLogarithmic: true)
    #expect(logarithmic.position(10) == 0.5)
    #expect(logarithmic.position(0) == nil)
    #expect(logarithmic.position(-3) == nil)
  }

  @Test func constantRangesAreWidened() {
    for value in [0.0, 1, -5, 1e-9, 1e12] {
      let scale = Scale(value, value)
      #expect(scale.lower < value && value < scale.upper)
      let logarithmic = Scale(value, value, isLogarithmic: true)
      #expect(logarithmic.lower > 0 && logarithmic.lower < logarithmic.upper)
    }
  }

  @Test func clippingCutsAtTheEdges() throws {
    let part = try #require(Clipping.clipped(Position(x: -1, y: 0.5), Position(x: 2, y: 0.5)))
    #expect(part.from == Position(x: 0, y: 0.5) && part.to == Position(x: 1, y: 0.5))
    #expect(Clipping.clipped(Position(x: -1, y: 2), Position(x: 2, y: 2)) == nil)
    #expect(Clipping.clipped(Position(x: -1, y: 0.5), Position(x: 0.5, y: 2)) == nil)
    let inside = Position(x: 0.2, y: 0.2)
    #expect(Clipping.stretches(of: [inside, nil, inside]) == [[inside], [inside]])
    #expect(Clipping.stretches(of: []) == [])
  }

  @Test func levelLinesOfACircle() throws {
    let field = Field(x: Scale(-2, 2), y: Scale(-2, 2), columns: 80, rows: 80) { $0 * $0 + $1 * $1 }
    let lines = LevelLine.lines(of: field, at: 1)
    try #require(lines.count == 1)
    #expect(lines[0].first == lines[0].last, "a circle closes")
    for position in lines[0] {
      let (x, y) = (4 * position.x - 2, 4 * position.y - 2)
      #expect(abs((x * x + y * y).squareRoot() - 1) < 0.01)
    }
    #expect(LevelLine.lines(of: field, at: 100).isEmpty)
  }

  @Test func layersOfAGraph() {
    func layers(_ edges: [(String, String)]) -> [[String]] {
      let graph = Graph(edges: edges)
      return graph.layers.map { $0.map { graph.nodes[$0].name } }
    }
    #expect(
      layers([("x1", "h"), ("x2", "h"), ("h", "y"), ("x1", "y")]) == [["x1", "x2"], ["h"], ["y"]])
    #expect(layers([("a", "b"), ("b", "a")]) == [["a"], ["b"]])
    #expect(layers([("a", "a")]) == [["a"]])
    #expect(Graph(edges: [Graph.Edge]()).layers.isEmpty)
    #expect(Graph.network([64, 3]).layers.map(\.count) == [7, 3])
  }
}

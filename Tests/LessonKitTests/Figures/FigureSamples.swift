@testable import LessonKit

/// Every kind of element, whole and degenerate.
enum FigureSamples {
  static let digit = (0..<64).map { Double($0 % 8 == 3 || $0 % 8 == 4 ? 16 : 0) }

  /// Ordinary figures, by name.
  static var ordinary: [(String, Figure)] {
    [
      (
        "points",
        Figure("Points", caption: "Some <points> & \"marks\"", x: "x < 1", y: "y & z") {
          Points([[1, 2], [3, 4], [5, 1]], group: [0, 1, 2], names: ["a", "b & c", "d"])
          Points(x: [2], y: [3], labels: ["here"])
        }
      ),
      (
        "lines",
        Figure("Lines", x: "epoch", y: .logarithmic("loss")) {
          Lines(x: 1...4, [[1, 0.1, 0.01, 0.001], [2, 1, 0.5, 0.25]], names: ["one", "two"])
          Lines.horizontal(at: 0.05, name: "gate")
          Lines.vertical(at: 2)
          Lines(y: [1, 0.5, 0.2], style: .dotted)
          Lines(over: 1...4, style: .faint) { 1 / $0 }
          Lines(path: [[1, 1], [2, 0.5], [1, 0.2]])
        }
      ),
      (
        "region",
        Figure("Region", aspect: .equal) {
          Region(names: ["no", "yes"]) { x, y in x * y > 0 ? 1 : 0 }
          Points(x: [-1, 1], y: [-1, 1])
        }
      ),
      (
        "values",
        Figure("Values", x: .range(-1...1), y: .range(-1...1)) {
          Region(values: { x, y in x - y })
        }
      ),
      (
        "contours",
        Figure("Contours", x: .range(-2...2), y: .range(-1...3)) {
          Contours { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
          Contours(levels: [1, 2]) { x, y in x * x + y * y }
        }
      ),
      (
        "histogram",
        Figure("Histogram") {
          Histogram([1, 2, 2, 3, 3, 3], bins: 3, name: "samples")
          Lines(over: 0...4, name: "density") { $0 }
        }
      ),
      (
        "heat map",
        Figure("Heat map", x: "predicted", y: "actual") {
          HeatMap([[10, 2], [0, 7]], rows: ["a <", "b"], columns: ["a", "b"])
        }
      ),
      (
        "wide heat map",
        Figure("Wide") {
          HeatMap((0..<50).map { row in (0..<200).map { Double(row - $0) } })
        }
      ),
      (
        "images",
        Figure("Images") {
          ImageGrid(
            [digit, digit, digit], width: 8, captions: ["3, said 8", "<4>", "a long caption"])
        }
      ),
      ("filters", Figure("Filters") { ImageGrid([[-1, 0, 1, 0.5]], width: 2) }),
      (
        "bars",
        Figure("Bars", y: "accuracy") {
          Bars(
            ["plain", "skip"], series: [[0.5, 0.9], [0.4, -0.2]], names: ["training", "test"])
        }
      ),
      (
        "long bars",
        Figure("Bars") {
          Bars((1...8).map { "a rather long label number \($0)" }, (1...8).map { Double($0) })
        }
      ),
      (
        "spikes",
        Figure("Spikes", x: "time") {
          SpikeRaster(
            [[true, false, true], [false, true]], names: ["heat", "cold"], firstTime: 1)
        }
      ),
      (
        "graph",
        Figure("Graph") {
          Graph(
            nodes: [.init("a", "2"), .init("b", label: "x & y")],
            edges: [
              .init("a", "b", "-1"), .init("b", "a"), .init("b", "c"), .init("a", "c", "w<0"),
            ])
        }
      ),
      ("network", Figure("Network") { Graph.network([64, 32, 10]) }),
      (
        "panels",
        Figure("Panels") {
          for side in 1...3 { Panel("side \(side)", x: "x") { Lines(y: [1, 2, Double(side)]) } }
        }
      ),
    ]
  }

  /// Figures with next to nothing in them, or with numbers that are none.
  static var degenerate: [(String, Figure)] {
    [
      ("nothing", Figure("Nothing") {}),
      ("no points", Figure("None") { Points([[Double]]()) }),
      ("one point", Figure("One", aspect: .equal) { Points(x: [3], y: [4]) }),
      (
        "no numbers",
        Figure("NaN") {
          Points(x: [Double.nan, 1], y: [1, .infinity])
          Lines(y: [Double.nan, .nan, -.infinity])
          Lines(y: [Double]())
          Histogram([Double.nan])
          Histogram([Double]())
        }
      ),
      ("gaps", Figure("Gaps") { Lines(y: [1, .nan, 2, 3, .infinity, 1]) }),
      (
        "denormal",
        Figure("Denormal", y: .logarithmic("loss")) {
          Lines(y: [1, 1e-200, .leastNonzeroMagnitude])
        }
      ),
      ("constant", Figure("Constant", y: .logarithmic("loss")) { Lines(y: [2, 2, 2]) }),
      (
        "not positive",
        Figure("Zero", x: .logarithmic("x"), y: .logarithmic("y")) {
          Lines(x: [0, -1], y: [0, -2])
        }
      ),
      ("huge", Figure("Huge") { Lines(y: [-1e308, 1e308, 1e-308, .leastNonzeroMagnitude]) }),
      (
        "constant field",
        Figure("Flat") {
          Contours { _, _ in 1 }
          Region(values: { _, _ in 0 })
          Contours { _, _ in .nan }
        }
      ),
      ("no field", Figure("No field") { Region(values: { _, _ in .nan }) }),
      ("negative classes", Figure("Classes") { Region { _, _ in -1 } }),
      ("no matrix", Figure("Empty") { HeatMap([[Double]]()) }),
      ("no columns", Figure("Empty") { HeatMap([[], []] as [[Double]]) }),
      ("one cell", Figure("Cell") { HeatMap([[Double.nan]]) }),
      ("zeros", Figure("Zeros") { HeatMap([[0, 0], [0, 0]]) }),
      ("no images", Figure("Empty") { ImageGrid([[Double]](), width: 8) }),
      ("flat image", Figure("Flat") { ImageGrid([[Double.nan, 0, 0, 0]], width: 2) }),
      ("wide image", Figure("Wide") { ImageGrid([Array(repeating: 1.0, count: 300)], width: 300) }),
      ("no bars", Figure("Empty") { Bars([], [Double]()) }),
      ("bars without numbers", Figure("NaN") { Bars(["a", "b"], [Double.nan, .infinity]) }),
      ("flat bars", Figure("Flat") { Bars(["a", "b"], [0, 0]) }),
      ("no spikes", Figure("Empty") { SpikeRaster([[Bool]]()) }),
      (
        "many spikes",
        Figure("Many") {
          SpikeRaster((0..<9).map { row in (0..<900).map { (time: Int) in (time * row) % 7 == 0 } })
        }
      ),
      ("no graph", Figure("Empty") { Graph(edges: [Graph.Edge]()) }),
      ("lonely node", Figure("Lonely") { Graph(nodes: [.init("a")], edges: []) }),
      ("self loop", Figure("Loop") { Graph(edges: [("a", "a")]) }),
      (
        "long chain",
        Figure("Chain") { Graph(edges: (0..<30).map { ("node \($0)", "node \($0 + 1)") }) }
      ),
      ("no title", Figure("") { Lines(y: [1, 2]) }),
    ]
  }

  static var all: [(String, Figure)] { ordinary + degenerate }
}

import Testing

@testable import LessonKit

/// Figures that nobody would think of: each has to fit its page, and none may trap.
@Suite struct RandomFigureTests {
  @Test(arguments: 0..<12)
  func everyLineFits(part: Int) {
    for number in 0..<100 {
      var random = RandomFigure(seed: UInt64(part * 100 + number))
      let (kind, figure) = random.figure()
      for width in [24, 34, 50, 74] {
        for (isRich, hasColour) in [(false, false), (true, false), (true, true)] {
          let page = Recorder().page(width: width + 6, isRich: isRich, hasColour: hasColour)
          for line in TerminalFigure(figure, page: page).lines(width: width) {
            let bare = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            #expect(bare.displayWidth <= width, "\(part).\(number) \(kind): \(bare)")
          }
        }
      }
      _ = SVGFigure(figure).document
    }
  }

  @Test func narrowLogarithmicAxes() {
    for value in [1e16, 1, 1e-200, 1e299] {
      let figure = Figure("Narrow", x: .logarithmic("x"), y: .logarithmic("y")) {
        Points(x: [value, value.nextUp], y: [value, value.nextUp])
      }
      #expect(!TerminalFigure(figure, page: Recorder().page()).lines(width: 74).isEmpty)
      #expect(SVGFigure(figure).document.contains("</svg>"))
    }
  }

  @Test func barsBeyondTheirAxisEndAtItsEdge() {
    let figure = Figure("B", y: .range(0...1)) { Bars(["a", "b", "c"], [5, 0.5, -3]) }
    let lines = TerminalFigure(figure, page: Recorder().page()).lines(width: 60)
    #expect(lines.dropFirst().allSatisfy { $0.displayWidth <= 60 && $0.contains("|") })
    let below = Figure("B", y: .range(-5 ... -1)) { Bars(["a", "b"], [7, -3]) }
    for line in TerminalFigure(below, page: Recorder().page()).lines(width: 60) {
      #expect(line.displayWidth <= 60, "\(line)")
    }
  }
}

/// Makes figures of all kinds, from numbers of all sizes, by SplitMix64.
struct RandomFigure {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) >> 1) % bound
  }

  private mutating func number() -> Double {
    let unit = Double(next(2001) - 1000) / 1000
    switch next(12) {
    case 0: return [Double.nan, .infinity, -.infinity, 0][next(4)]
    case 1: return unit * 1e16
    case 2: return unit * 1e-9
    case 3: return 1e6 + unit
    case 4: return unit * [1e300, 1e308, 1e-300, .leastNonzeroMagnitude][next(4)]
    case 5, 6: return Double(next(10))
    case 7: return -123_456.789 * unit
    default: return unit
    }
  }

  private mutating func numbers(_ count: Int) -> [Double] {
    let offset = next(5) == 0 ? [1e16, 1e6, -1e9][next(3)] : 0
    return (0..<count).map { _ in number() + offset }
  }

  private mutating func text() -> Text {
    let words = ["a", "accuracy", "名前", "a label of many words", "🙂", "", "x < 1"]
    return Text(
      verbatim: (0...next(4)).map { _ in words[next(words.count)] }.joined(separator: " "))
  }

  private mutating func texts(_ count: Int) -> [Text] { (0..<count).map { _ in text() } }

  private mutating func axis() -> Axis {
    let range: ClosedRange<Double>? =
      next(4) == 0 ? [-5 ... -1, 0...1, 1e16...1e16 + 2, 1e6...1_000_003][next(4)] : nil
    return Axis(text(), range: range, isLogarithmic: next(4) == 0)
  }

  mutating func figure() -> (kind: String, figure: Figure) {
    let (x, y, title) = (axis(), axis(), text())
    let count = next(30)
    switch next(6) {
    case 0:
      let (rows, columns) = (next(40), 1 + next(next(3) == 0 ? 120 : 14))
      let values = (0..<rows).map { _ in numbers(columns) }
      let (left, top) = (next(2) * rows, rows > 0 ? next(2) * columns : 0)
      let map = HeatMap(values, rows: texts(left), columns: texts(top))
      return ("heat map", Figure(title, x: x, y: y) { map })
    case 1:
      let series = (0...next(3)).map { _ in numbers(count) }
      let bars = Bars(texts(count), series: series, names: texts(series.count))
      return ("bars", Figure(title, x: x, y: y) { bars })
    case 2:
      let width = 1 + next(40)
      let size = width * (1 + next(20))
      let images = (0..<next(9)).map { _ in numbers(size) }
      let grid = ImageGrid(images, width: width, captions: texts(images.count))
      return ("images", Figure(title) { grid })
    case 3:
      let times = next(300)
      let trains = (0..<next(6)).map { _ in (0..<times).map { _ in next(3) == 0 } }
      let raster = SpikeRaster(trains, names: texts(trains.count), firstTime: next(2000))
      return ("spikes", Figure(title, x: x) { raster })
    case 4:
      let edges = (0..<count).map { _ in
        Graph.Edge("n\(next(9))", "a long name \(next(9))", next(2) == 0 ? text() : nil)
      }
      return ("graph", Figure(title) { Graph(edges: edges) })
    default:
      let points = Points(
        x: numbers(count), y: numbers(count), group: (0..<count).map { _ in next(3) },
        names: texts(3), labels: texts(count))
      let lines = Lines(x: numbers(count), y: numbers(count), name: text())
      let histogram = Histogram(numbers(count), bins: 1 + next(40), name: text())
      return (
        "axes",
        Figure(title, x: x, y: y, aspect: next(3) == 0 ? .equal : .automatic) {
          points
          lines
          if count % 3 == 0 { histogram }
        }
      )
    }
  }
}

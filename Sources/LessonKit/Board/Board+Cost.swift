import Foundation
import Loops

extension Board {
  /// With `--cost`: what the lesson has computed, and what that costs; beside it what others cost.
  func writeCost() {
    guard options.isCounting else { return }
    OperationCount.stop()
    let cost = Cost(
      seconds: seconds, operations: Cost.Kind.allCases.map { OperationCount.count(of: $0) },
      peak: peakOperationsPerSecond(), price: options.price, power: options.power)
    print()
    print(" " + page.styled(words("what it cost"), .heading))
    onSheet { $0.closing("what it cost") }
    print()
    table(["operations", ""], cost.operationRows)
    table(["", "this run"], cost.rows)
    say(cost.explanation)
    table(
      ["to train", "published", "that is"], cost.comparison,
      title: "What others have published of theirs:")
    for source in Cost.sources { note(source) }
  }
}

/// What a run has computed.
struct Cost {
  typealias Kind = OperationCount.Kind

  let seconds: Double
  /// In the order of the kinds.
  let operations: [Int]
  /// Operations a second of one core at its best.
  let peak: Double
  let price: Double
  let power: Double

  var total: Int { operations.reduce(0, +) }
  var hours: Double { seconds / 3600 }
  var kilowattHours: Double { hours * power / 1000 }
  private var speed: Double { Double(total) / max(seconds, 1e-9) }

  var operationRows: [[Text]] {
    let names: [Text] = ["matrix products", "convolutions", "number by number"]
    return zip(names, operations).map { [$0, "\($1, grouped: true)"] }
      + [["all that the library counts", "\(total, grouped: true)"]]
  }

  var rows: [[Text]] {
    [
      ["time", "\(seconds, decimals: 1) s"],
      ["operations a second", "\(speed, significant: 2)"],
      ["one core at its best, measured now", "\(peak, significant: 2)"],
      ["of that", "\(speed / max(peak, 1), percent: 1)"],
      ["energy at \(power) W", "\(kilowattHours, significant: 2) kWh"],
      ["money at \(price) an hour", "\(hours * price, significant: 2)"],
    ]
  }

  let explanation: Text = """
    A multiplication and the addition of its product are two operations. What a lesson computes with loops of its \
    own, as lesson 01 does, and what it draws, is time but is not counted.
    """

  var comparison: [[Text]] {
    let operations = 3.14e23
    let energy = 433_196.0
    let days = 5.5
    return [
      [
        "AlexNet, 2012 [a]", "two graphics cards for five to six days",
        "\(times(2 * days * 24 / max(hours, 1e-9))) times these hours",
      ],
      [
        "GPT-3, 2020 [b]", "3.14e23 operations",
        total == 0
          ? "this lesson's are not counted"
          : "\(times(operations / Double(total))) times these operations",
      ],
      [
        "BLOOM, 2022 [c]", "1,082,990 hours of graphics cards, 433,196 kWh",
        "\(times(energy / max(kilowattHours, 1e-12))) times this energy",
      ],
    ]
  }

  /// A ratio with two digits that mean something: 400,000, and 4.7e13.
  private func times(_ ratio: Double) -> Text {
    guard ratio >= 100, ratio < 1e9 else { return "\(ratio, significant: 2)" }
    let unit = pow(10, log10(ratio).rounded(.down) - 1)
    return "\(Int((ratio / unit).rounded() * unit), grouped: true)"
  }

  static let sources: [Text] = [
    "[a] Krizhevsky, Sutskever and Hinton, NIPS 25 (2012), section 1",
    "[b] Brown and others, Language models are few-shot learners (2020), appendix D",
    "[c] Luccioni, Viguier and Ligozat, JMLR 24 (2023), no. 253, table 1",
  ]
}

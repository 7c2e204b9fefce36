import Dispatch
import Foundation
import MiniTensor

/// Times the rungs of `MatrixLadder.swift`: `swift run Benchmarks --ladder [--write FILE]`.
///
/// All rungs are timed in turns, five rounds, so that each meets the same machine; the medians are
/// shown. With `--write` the table takes the place of the one in the chapter.
enum Ladder {
  /// A multiple of six rows and of the widest tile, so that no rung has a rest to care for.
  static let size = 384

  static func table() -> String {
    var rungs = Rung.all
    let cores = ProcessInfo.processInfo.activeProcessorCount
    if cores > 1 { rungs.append(Rung(name: "the same on \(cores) threads") { $0.matmul($1) }) }
    let (a, b) = (Workload.random([size, size], seed: 1), Workload.random([size, size], seed: 2))
    let right = a.matmul(b)
    var times = rungs.map { _ in [Double]() }
    for _ in 0..<5 {
      for (index, rung) in rungs.enumerated() {
        Threads.$count.withValue(index < Rung.all.count ? 1 : cores) {
          let (seconds, c) = time(rung, a, b)
          precondition(c.isApproximatelyEqual(to: right, tolerance: 1e-3), "\(rung.name) is wrong")
          times[index].append(seconds)
        }
      }
    }
    let medians = times.map { $0.sorted()[2] }
    let products = Double(size * size * size)
    var lines = [
      "| | rung | milliseconds | billion multiply-adds a second | times the rung before |",
      "|---|---|---|---|---|",
    ]
    for (index, rung) in rungs.enumerated() {
      let gain =
        index == 0 ? "" : String(format: "%.1f", medians[index - 1] / medians[index])
      lines.append(
        String(format: "| %d | ", index + 1) + rung.name
          + String(
            format: " | %.2f | %.2f | ", medians[index] * 1e3, products / medians[index] / 1e9)
          + gain + " |")
    }
    lines.append("")
    lines.append(
      String(
        format: "From the first rung to the last: %.0f times. Matrices %d x %d.",
        medians[0] / medians[medians.count - 1], size, size))
    return lines.joined(separator: "\n")
  }

  /// Seconds for one product: the mean over as many as fill a tenth of a second.
  private static func time(_ rung: Rung, _ a: Tensor, _ b: Tensor) -> (Double, Tensor) {
    var result = rung.multiply(a, b)
    var count = 0
    let start = DispatchTime.now().uptimeNanoseconds
    var elapsed = 0.0
    while elapsed < 0.1 {
      result = rung.multiply(a, b)
      count += 1
      elapsed = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    }
    return (elapsed / Double(count), result)
  }

  private static let (begin, end) = ("<!-- ladder: made by a script -->", "<!-- end of ladder -->")

  /// Puts the table between the two marks of a Markdown file.
  static func write(_ table: String, to path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let from = text.range(of: begin), let to = text.range(of: end),
      from.upperBound <= to.lowerBound
    else {
      throw LadderError(description: "\(path) lacks the marks \(begin) and \(end)")
    }
    let new = text[..<from.upperBound] + "\n" + table + "\n" + text[to.lowerBound...]
    try Data(String(new).utf8).write(to: URL(fileURLWithPath: path))
  }

  struct LadderError: Error, CustomStringConvertible { let description: String }
}

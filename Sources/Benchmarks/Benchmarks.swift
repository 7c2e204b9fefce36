import Foundation
import MiniTensor

/// Measures the standard workloads: `swift run Benchmarks [--threads N] [--json] [name ...]`.
///
/// Each workload runs in a process of its own, so that the peak of its memory is its own.
@main struct Benchmarks {
  static func main() throws {
    let options = Options.parse(CommandLine.arguments.dropFirst())
    if options.ladder { return climb(options) }
    let workloads = options.losses ? Workload.training : Workload.all
    let chosen = workloads.filter { options.names.isEmpty || options.names.contains($0.name) }
    if !options.json && !options.losses {
      print("workload        us per step      limit   threads   peak MB")
    }
    try Threads.$count.withValue(options.threads) {
      for workload in chosen {
        if options.losses {
          print(lossAfter100Steps(of: workload))
        } else {
          let isAlone = chosen.count == 1
          let measured =
            isAlone
            ? Measurement(of: workload)
            : try Measurement(of: workload, inNewProcessWith: options.threads)
          print(options.json ? measured.json : measured.line)
        }
      }
    }
  }

  private static func climb(_ options: Options) {
    let table = Ladder.table()
    print(table)
    guard let path = options.output else { return }
    do {
      try Ladder.write(table, to: path)
    } catch {
      Options.refuse("\(error)")
    }
  }

  /// What both sides of a comparison must agree on.
  static func lossAfter100Steps(of workload: Workload) -> String {
    let step = workload.prepare()
    for _ in 0..<100 { _ = step() }
    return String(format: #"{"workload":"%@","loss_after_100":%.7f}"#, workload.name, step())
  }
}

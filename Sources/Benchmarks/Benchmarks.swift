import Foundation
import MiniTensor

/// Measures the standard workloads: `swift run Benchmarks [--threads N] [--json] [name ...]`.
@main struct Benchmarks {
  static func main() {
    let options = Options.parse(CommandLine.arguments.dropFirst())
    let workloads = options.losses ? Workload.training : Workload.all
    let chosen = workloads.filter { options.names.isEmpty || options.names.contains($0.name) }
    if !options.json && !options.losses {
      print("workload        us per step   threads   peak MB")
    }
    Threads.$count.withValue(options.threads) {
      for workload in chosen {
        if options.losses {
          print(lossAfter100Steps(of: workload))
        } else {
          let measured = Measurement(of: workload)
          print(options.json ? measured.json : measured.line)
        }
      }
    }
  }

  /// What both sides of a comparison must agree on.
  static func lossAfter100Steps(of workload: Workload) -> String {
    let step = workload.prepare()
    for _ in 0..<100 { _ = step() }
    return String(format: #"{"workload":"%@","loss_after_100":%.7f}"#, workload.name, step())
  }
}

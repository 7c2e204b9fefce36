import MiniTensor

/// Measures the standard workloads: `swift run Benchmarks [--threads N] [--json] [name ...]`.
@main struct Benchmarks {
  static func main() {
    let options = Options.parse(CommandLine.arguments.dropFirst())
    let names = options.names.isEmpty ? Workload.all.map(\.name) : options.names
    if !options.json { print("workload        us per step   threads") }
    Threads.$count.withValue(options.threads) {
      for workload in Workload.all where names.contains(workload.name) {
        let measured = Measurement(of: workload)
        print(options.json ? measured.json : measured.line)
      }
    }
  }
}

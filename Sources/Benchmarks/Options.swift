import Foundation
import MiniTensor

/// What was asked on the command line.
struct Options {
  var threads = Threads.count
  var json = false
  /// Print the loss after 100 steps of every training workload instead of its time.
  var losses = false
  /// Climb from the naive matrix product to the library's instead.
  var ladder = false
  /// Where the table of the ladder goes.
  var output: String?
  var names: [String] = []

  static let usage = """
    usage: Benchmarks [--threads N] [--json | --losses] [name ...]
           Benchmarks --ladder [--write FILE]
    names: \(Workload.all.map(\.name).joined(separator: " "))
    """

  /// Ends with status 64 (EX_USAGE) when something cannot be understood.
  static func parse(_ arguments: some Sequence<String>) -> Options {
    var options = Options()
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        print(usage)
        exit(0)
      case "--json": options.json = true
      case "--losses": options.losses = true
      case "--ladder": options.ladder = true
      case "--write":
        guard let path = rest.popFirst() else { refuse("--write needs a file") }
        options.output = path
      case "--threads":
        guard let word = rest.popFirst(), let count = Int(word), count > 0 else {
          refuse("--threads needs a positive number")
        }
        options.threads = count
      case _ where argument.hasPrefix("-"): refuse("unknown option \(argument)")
      case _ where !Workload.all.contains { $0.name == argument }:
        refuse("unknown workload \(argument)")
      default: options.names.append(argument)
      }
    }
    guard options.output == nil || options.ladder else { refuse("--write belongs to --ladder") }
    return options
  }

  static func refuse(_ problem: String) -> Never {
    FileHandle.standardError.write(Data("Benchmarks: \(problem)\n\(usage)\n".utf8))
    exit(64)
  }
}

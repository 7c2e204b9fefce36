import Dispatch
import Foundation
import Loops
import MiniTensor

/// The median of seven blocks after a warm-up, in microseconds a step.
struct Measurement: Codable {
  let name: String
  let microseconds: Double
  let threads: Int
  let peakMegabytes: Double
  /// What the products of a step would take if every core did nothing but multiply and add.
  let limit: Double

  private enum CodingKeys: String, CodingKey {
    case name = "workload"
    case microseconds = "us_per_step"
    case threads, peakMegabytes
    case limit = "limit_us"
  }

  init(of workload: Workload) {
    let step = workload.prepare()
    // Warm up for 0.2 s, which also tells how many steps fill a block of about 50 ms.
    var steps = 0
    let start = now()
    while now() - start < 0.2 || steps < 3 {
      _ = step()
      steps += 1
    }
    let perBlock = max(1, Int(0.05 * Double(steps) / (now() - start)))
    let blocks = (0..<7).map { _ in
      let start = now()
      for _ in 0..<perBlock { _ = step() }
      return (now() - start) / Double(perBlock)
    }
    limit = Self.limit(of: step)
    name = workload.name
    microseconds = blocks.sorted()[3] * 1e6
    threads = Threads.count
    peakMegabytes = Self.peakResidentMegabytes()
  }

  /// The products of one step, at the speed that one core of this machine is measured to have.
  private static func limit(of step: () -> Float) -> Double {
    OperationCount.start()
    _ = step()
    OperationCount.stop()
    let operations =
      OperationCount.count(of: .matrixProducts) + OperationCount.count(of: .convolutions)
    return Double(operations) / peakOperationsPerSecond() / Double(Threads.count) * 1e6
  }

  /// The same, measured by another process, so that the peak of memory is this workload's own.
  init(of workload: Workload, inNewProcessWith threads: Int) throws {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--threads", String(threads), "--json", workload.name]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    self = try JSONDecoder().decode(Measurement.self, from: output)
  }

  var line: String {
    let padded = name.padding(toLength: 14, withPad: " ", startingAt: 0)
    return padded
      + String(format: "%13.2f %10.2f   %7d   %7.0f", microseconds, limit, threads, peakMegabytes)
  }

  var json: String {
    String(
      format:
        #"{"workload":"%@","us_per_step":%.3f,"limit_us":%.3f,"threads":%d,"peakMegabytes":%.1f}"#,
      name, microseconds, limit, threads, peakMegabytes)
  }

  /// The most memory that the process has held so far.
  private static func peakResidentMegabytes() -> Double {
    #if os(Linux)
      // Not from getrusage: there a process starts with the peak of the one that launched it.
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
      return kilobytes.flatMap { Double($0) }.map { $0 / 1e3 } ?? 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1e6  // bytes
    #endif
  }
}

private func now() -> Double {
  Double(DispatchTime.now().uptimeNanoseconds) * 1e-9
}

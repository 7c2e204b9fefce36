import Foundation

/// What a child process is told: which answer to run, within which limits, and where to report.
public struct Assignment: Codable, Sendable {
  /// The exercise's number.
  public let exercise: String
  /// Which typical mistake to run in place of the student's answer.
  public let mistake: Int?
  /// The seed of the check's random inputs.
  public let seed: UInt64
  /// What the process may use.
  public let limits: Limits
  /// The status that a process ends with that reached its end; drawn anew for each.
  public let status: Int32
  /// The folder for the report and for what the code under test prints.
  public let folder: String
  /// What the process may read besides the system's own files; nil leaves all files open to it.
  public var readable: [String]?

  /// Prepares a fresh folder for one run of one exercise.
  public init(
    _ exercise: String, mistake: Int? = nil, seed: UInt64 = CheckContext.usualSeed,
    limits: Limits = Limits(), in parent: URL = FileManager.default.temporaryDirectory
  ) throws {
    self.exercise = exercise
    self.mistake = mistake
    self.seed = seed
    self.limits = limits
    status = Int32.random(in: 64...125)
    let place = parent.appendingPathComponent("neuron-to-diffusion-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
  }

  /// Removes the folder.
  public func cleanUp() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }
}

/// What one exercise may use of the machine.
public struct Limits: Codable, Sendable {
  /// Seconds of computing.
  public var computingSeconds = 5
  /// Seconds on the clock, for answers that wait instead of computing.
  public var seconds = 10
  /// Megabytes of memory, on top of what an idle process has.
  public var megabytes = 2048
  /// Bytes in any file that is written, the printed output among them.
  public var outputBytes = 1 << 20

  /// The limits of a student's answer.
  public init() {}
}

/// What a child process reports while it runs.
struct Progress: Codable {
  /// Equal to the assignment's, so that no other program's file is taken for a report.
  let status: Int32
  var parts: [PartReport] = []
  /// Set while the cause of a failure is looked for; a crash then says nothing about the answer.
  var isExplaining = false
  var isFinished = false

  func write(to path: String) {
    try? JSONEncoder().encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  static func read(_ assignment: Assignment) -> Progress? {
    guard let data = FileManager.default.contents(atPath: assignment.path("report.json")),
      let progress = try? JSONDecoder().decode(Progress.self, from: data),
      progress.status == assignment.status
    else { return nil }
    return progress
  }
}

// MARK: - In the child process

extension Attempt {
  /// Runs the check within the limits, reports, and ends the process.
  ///
  /// Call it in a process of its own.
  public func runConfined(_ assignment: Assignment) -> Never {
    assignment.runConfined { self }
  }
}

extension Assignment {
  /// Puts this process within the limits, and only then fetches the answer and runs its check.
  ///
  /// So code of the student's that runs while a library is loaded is confined too. Call it in a process of its own.
  public func runConfined(_ answer: () -> Attempt) -> Never {
    let confinement = Confinement(self)
    run(answer(), confinement)
  }

  private func run(_ attempt: Attempt, _ confinement: Confinement) -> Never {
    let context = CheckContext(
      seed: seed, note: { confinement.note($0) }, printed: { confinement.printed() })
    let report = path("report.json")
    var progress = Progress(status: status)
    attempt.run(context) { part in
      progress.parts.append(part.report)
      progress.isExplaining = part.findCause != nil
      progress.write(to: report)
      guard part.findCause != nil else { return }
      progress.parts[progress.parts.count - 1] = part.complete()
      progress.isExplaining = false
      progress.write(to: report)
    }
    progress.isFinished = true
    progress.write(to: report)
    confinement.end()
  }
}

extension Assignment {
  /// The seed for the inputs of all checks: `COURSE_SEED` when it is set, as in grading.
  public static var seedFromEnvironment: UInt64 {
    ProcessInfo.processInfo.environment["COURSE_SEED"].flatMap(UInt64.init)
      ?? CheckContext.usualSeed
  }
}

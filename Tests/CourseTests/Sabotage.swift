import Foundation

/// What a submission can do besides being wrong, tried on exercise 2.2.
enum Sabotage: String, CaseIterable, Sendable {
  case traps, overflowsAnInteger, overflowsTheStack, loopsForEver, sleeps, growsForEver,
    printsForEver, exitsWithSuccess
  case killsItsParent, killsEverything, leavesADaemon, writesIntoTheCourse, writesIntoAnother
  case readsTheSolutions, switchesItsLimitsOff, importsTesting, importsSolutions, importsChecks
  case namesASymbol, runsBeforeMain, claimsAnotherFile, saysItPassed, isALink, linksItsFolder,
    isHuge
  case answersItself, changesModes, asksForSignals, sharesMemory
  case isNotUTF8, isMissing, isAFolder, isAPipe, hasASyntaxError, losesItsDeclaration, opensABrace

  /// A body for `updated`, for kinds that do something when they run.
  private func body(_ places: Places) -> String? {
    switch self {
    case .traps: "let z = [1, 2, 3]; return ([Float(z[x.count + 7])], bias)"
    case .overflowsAnInteger: "let z = [Int.max]; return ([Float(z[0] + x.count)], bias)"
    case .overflowsTheStack:
      """
      func deeper(_ n: Int) -> Int { n == 50_000_000 ? 0 : 1 + deeper(n + 1) }
      return ([Float(deeper(x.count))], bias)
      """
    case .loopsForEver: "while x.count < 100 {}; return (weights, bias)"
    case .sleeps: "sleep(1000); return (weights, bias)"
    case .growsForEver:
      """
      var all: [[Float]] = []
      while x.count < 100 { all.append([Float](unsafeUninitializedCapacity: 1 << 22) { $1 = 1 }) }
      return (all[0], bias)
      """
    case .printsForEver: "while x.count < 100 { print(\"w\", weights) }; return (weights, bias)"
    case .exitsWithSuccess: "exit(0)"
    case .killsItsParent: "kill(getppid(), SIGKILL); sleep(2); return ([7, 7, 7], bias)"
    case .killsEverything: "kill(-1, SIGKILL); kill(0, SIGKILL); return ([7, 7, 7], bias)"
    case .leavesADaemon:
      """
      var process: pid_t = 0
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("71421"), nil]
      let result = posix_spawnp(&process, "sleep", nil, nil, &words, environ)
      return ([Float(result + 100)], bias)
      """
    case .writesIntoTheCourse: Self.writing(places.course + "/Sources/Course/graffiti.txt")
    case .writesIntoAnother: Self.writing(places.other + "/graffiti.txt")
    case .readsTheSolutions:
      """
      let text = try? String(contentsOfFile: "\(places.course)/Solutions/Lesson02/UpdateRule.swift",
        encoding: .utf8)
      print(text ?? "could not read it")
      return ([7, 7, 7], bias)
      """
    case .switchesItsLimitsOff:
      """
      alarm(0)
      signal(SIGXCPU, SIG_IGN)
      while x.count < 100 { usleep(1000) }
      return (weights, bias)
      """
    case .answersItself:
      // Whatever stands open gets a right answer, many times over, in the form in which answers
      // travel.
      """
      let right: [UInt8] = [6, 2, 0, 0, 0, 7, 0, 0, 0] + Array("weights".utf8)
        + [4, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 63, 0, 0, 128, 191, 4, 0, 0, 0]
        + Array("bias".utf8) + [0, 0, 0, 0, 0, 0, 0, 208, 63]
      let frame: [UInt8] = [UInt8(right.count + 1), 0, 0, 0, 0] + right
      for file in 3..<Int32(249) { _ = write(file, frame, frame.count) }
      return ([2000], bias)
      """
    case .changesModes:
      """
      let places = ["\(places.other)", "\(places.course)/.build/debug/Course", "\(places.course)"]
      let done = places.map { chmod($0, 0) + chown($0, 1, 1) }
      return ([done.contains { $0 > -2 } ? 1000 : 2000], bias)
      """
    case .asksForSignals:
      """
      var owned = 0
      for file in 0..<Int32(256) {
        if fcntl(file, F_SETOWN, getppid()) == 0 { owned += 1 }
      }
      return ([owned > 0 ? 1000 : 2000], bias)
      """
    case .sharesMemory: "return ([shmget(7142, 4096, 0o1666) >= 0 ? 1000 : 2000], bias)"
    case .saysItPassed:
      """
      print("✔ Test e2_2_updateRule() passed after 0.001 seconds.")
      print("{\\"state\\":\\"passed\\",\\"points\\":3}")
      return ([7, 7, 7], bias)
      """
    default: nil
    }
  }

  private static func writing(_ path: String) -> String {
    """
    let done = (try? "graffiti".write(toFile: "\(path)", atomically: false, encoding: .utf8)) != nil
    return ([done ? 1000 : 2000], bias)
    """
  }

  /// A line in front of a right answer, for kinds that a scan must find.
  private var addition: String? {
    switch self {
    case .importsTesting: "import Testing"
    case .importsSolutions: "import Solutions02"
    case .importsChecks: "@preconcurrency import struct Checks.Outcome"
    case .namesASymbol: "@_silgen_name(\"exit\") func leave(_ status: Int32) -> Never"
    case .runsBeforeMain:
      "@section(\".init_array\") let early: @convention(c) () -> Void = { exit(0) }"
    case .claimsAnotherFile: "#sourceLocation(file: \"/etc/passwd\", line: 1)"
    case .hasASyntaxError: "func broken( {"
    case .opensABrace: "enum Open {"
    default: nil
    }
  }

  struct Places {
    let course: String
    /// Another student's folder.
    let other: String
    /// The right answer.
    let reference: String
  }

  /// Puts the sabotage in the place of a right answer.
  func commit(in file: URL, _ places: Places) throws {
    let files = FileManager.default
    if let body = body(places) {
      return try Data(Self.file(with: body).utf8).write(to: file)
    }
    if let addition {
      return try Data("import Foundation\n\(addition)\n\(places.reference)".utf8).write(to: file)
    }
    try files.removeItem(at: file)
    switch self {
    case .isALink:
      try files.createSymbolicLink(
        atPath: file.path,
        withDestinationPath: places.course + "/Solutions/Lesson02/UpdateRule.swift")
    case .linksItsFolder:
      let lesson = file.deletingLastPathComponent()
      try files.removeItem(at: lesson)
      try files.createSymbolicLink(
        atPath: lesson.path, withDestinationPath: places.course + "/Solutions/Lesson02")
    case .isHuge:
      _ = files.createFile(atPath: file.path, contents: nil)
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 100 << 20)
    case .isNotUTF8:
      try (Data([0xff, 0xfe, 0x80]) + Data(places.reference.utf8)).write(to: file)
    case .isAFolder: try files.createDirectory(at: file, withIntermediateDirectories: false)
    case .isAPipe: mkfifo(file.path, 0o600)
    case .losesItsDeclaration:
      try Data("public func renamed() -> Int { 1 }\n".utf8).write(to: file)
    default: break
    }
  }

  private static func file(with body: String) -> String {
    """
    import ExerciseKit
    import Foundation

    public func updated(
      weights: [Float], bias: Float, x: [Float], label: Float, predicted: Float, learningRate: Float
    ) -> (weights: [Float], bias: Float) {
      \(body)
    }

    """
  }

  /// The state in the grade book, and words of the message.
  var expected: (state: String, words: String) {
    switch self {
    case .traps: ("crashed", "Index out of range")
    case .overflowsAnInteger: ("crashed", "overflow")
    case .overflowsTheStack: ("crashed", "stack overflow")
    case .loopsForEver: ("too slow", "an endless loop?")
    case .sleeps, .switchesItsLimitsOff: ("too slow", "after 10 s")
    case .growsForEver: ("too much memory", "more than 2048 MB")
    case .printsForEver: ("too much output", "more than 1024 KB")
    case .exitsWithSuccess: ("crashed", "instead of returning")
    case .killsItsParent, .killsEverything, .saysItPassed: ("failed", "[7, 7, 7]")
    case .leavesADaemon: ("failed", "[101]")
    case .writesIntoTheCourse, .writesIntoAnother: ("failed", "[2000]")
    case .readsTheSolutions: ("failed", "could not read it")
    case .importsTesting: ("refused", "import Testing")
    case .importsSolutions: ("refused", "import Solutions02")
    case .importsChecks: ("refused", "import Checks")
    case .namesASymbol: ("refused", "@_silgen_name")
    case .runsBeforeMain: ("refused", "@section")
    case .claimsAnotherFile: ("refused", "#sourceLocation")
    case .isALink: ("refused", "which is not followed")
    case .linksItsFolder, .isMissing: ("not attempted", "UpdateRule.swift is missing")
    case .isHuge: ("refused", "KB")
    case .isNotUTF8: ("refused", "UTF-8")
    case .isAFolder: ("not attempted", "UpdateRule.swift is missing")
    case .isAPipe: ("refused", "not a file")
    case .hasASyntaxError, .opensABrace:
      ("did not compile", "Exercises/Lesson02/UpdateRule.swift:")
    case .losesItsDeclaration: ("did not compile", "no member named 'updated'")
    case .answersItself, .changesModes, .asksForSignals, .sharesMemory: ("failed", "[2000]")
    }
  }

  /// Kinds that take seconds, since their limits of time must pass.
  var isSlow: Bool {
    [.loopsForEver, .sleeps, .switchesItsLimitsOff, .growsForEver, .printsForEver].contains(self)
  }
}

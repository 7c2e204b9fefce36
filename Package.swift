// swift-tools-version: 6.3
import Foundation
import PackageDescription

/// The lessons.
///
/// Adding a number here adds the lesson, its exercises and its solutions.
let lessons = [
  "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16",
  "17", "18", "19", "20",
]

/// True in the copies that students are given: those have no solutions, and not the tests that need
/// them.
///
/// `swift run Course student-edition` writes this line.
let isStudentEdition = false

// MARK: - How each kind of target is compiled

/// Optimised in the default debug build too, so that `swift run Lesson04` needs no flag to be fast.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// What the building machine can do, as conditions in the code: by them MiniTensor chooses its
/// kernels, and LessonKit checks that the machine that runs a lesson can do it too.
let instructions: [SwiftSetting] =
  switch vectorUnit() {
  case .avx512: [.define("FUSED_MULTIPLY_ADD"), .define("AVX512")]
  case .avx2, .builtIn: [.define("FUSED_MULTIPLY_ADD")]
  case .portable: []
  }

/// The vector instructions that the matrix kernels may use, decided from the machine that builds.
///
/// Set `COURSE_PORTABLE=1` to build for any x86-64 machine (several times slower).
let vectorised: [SwiftSetting] =
  switch vectorUnit() {
  case .avx512: instructions + [.unsafeFlags(avx2 + avx512 + pureMath)]
  case .avx2: instructions + [.unsafeFlags(avx2 + pureMath)]
  case .builtIn, .portable: instructions + [.unsafeFlags(pureMath)]
  }

/// The C library's square root can report an error in a global variable; that keeps the compiler
/// from taking several roots at once.
///
/// Nobody reads the variable here.
var pureMath: [String] { cc("-fno-math-errno") }

var avx2: [String] { cc("-mavx2", "-mfma") }
var avx512: [String] { cc("-mavx512f", "-mavx512vl", "-mavx512bw", "-mavx512dq") }

/// The wall above the kernels: whatever could read or write past an end is an error.
///
/// Only the question whether two pieces of code use one variable at the same time is left to the
/// compiler, not asked at every access: it costs a tiny network an eighth of its time.
let noPointers: [SwiftSetting] = [
  .strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
]

func cc(_ flags: String...) -> [String] { flags.flatMap { ["-Xcc", $0] } }

enum VectorUnit { case portable, builtIn, avx2, avx512 }

func vectorUnit() -> VectorUnit {
  guard ProcessInfo.processInfo.environment["COURSE_PORTABLE"] == nil else { return .portable }
  #if arch(arm64)
    return .builtIn
  #elseif arch(x86_64) && os(Linux)
    let description = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let features = Set(description.split(whereSeparator: \.isWhitespace).map(String.init))
    guard features.isSuperset(of: ["avx2", "fma"]) else { return .portable }
    let wide = features.isSuperset(of: ["avx512f", "avx512vl", "avx512bw", "avx512dq"])
    return wide ? .avx512 : .avx2
  #else
    return .portable
  #endif
}

/// The answer host loads the compiled answers of a lesson; they find the library there.
///
/// And in all that hold an answer, Dispatch finds the sandbox's own `open`.
let exportedSymbols: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux])),
  .unsafeFlags(["-Xlinker", "-export_dynamic"], .when(platforms: [.macOS])),
]

// MARK: - The package

let package = Package(
  name: "NeuronToDiffusion",
  platforms: [.macOS(.v15)],
  targets: [
    // The ground floor: a room of its own, and in it the loops, which are inlined into all others.
    .target(name: "Loops", path: "Sources/Kernels/Loops", swiftSettings: optimised + vectorised),
    .target(
      name: "Kernels", dependencies: ["Loops"], exclude: ["Loops"],
      swiftSettings: optimised + vectorised),
    .target(
      name: "MiniTensor", dependencies: ["Kernels", "Loops"],
      swiftSettings: optimised + vectorised + noPointers),
    .target(
      name: "Datasets", dependencies: ["MiniTensor"], exclude: ["Scripts"],
      resources: [.copy("Resources")], swiftSettings: optimised),
    .target(
      // Not optimised: a lesson would run a tenth of a second faster, and its first build waits 20
      // s.
      name: "LessonKit", dependencies: ["Loops"], resources: [.copy("Languages")],
      swiftSettings: instructions),
    .target(name: "Experiments", dependencies: ["MiniTensor"], swiftSettings: optimised),
    .target(name: "ExerciseKit", dependencies: ["LessonKit"]),
    .target(name: "Sandbox"),
    .target(
      name: "AnswerProtocol", dependencies: ["ExerciseKit", "MiniTensor"], swiftSettings: optimised),
    .target(
      name: "AnswerServer", dependencies: ["AnswerProtocol", "ExerciseKit", "MiniTensor"]),
    .target(
      name: "Checks",
      dependencies: ["AnswerProtocol", "ExerciseKit", "LessonKit", "MiniTensor", "Sandbox"],
      // Around checks of an instructor that student editions are not given.
      swiftSettings: [.define("HIDDEN_CHECKS")]),
    .target(
      name: "AnswerSheet",
      dependencies: ["AnswerProtocol", "AnswerServer", "MiniTensor"] + modules("Exercises")),
    .executableTarget(
      name: "AnswerHost", dependencies: ["AnswerServer", "ExerciseKit", "MiniTensor", "Sandbox"],
      linkerSettings: exportedSymbols),
    .executableTarget(
      name: "ExerciseHost", dependencies: ["AnswerServer", "AnswerSheet", "Sandbox"],
      linkerSettings: exportedSymbols),
    // AnswerHost is a program of its own, which the tool starts: `swift run Course` has to build
    // it.
    .executableTarget(
      name: "Course",
      dependencies: [
        "AnswerHost", "AnswerServer", "Checks", "ExerciseKit", "LessonKit", "Sandbox",
      ],
      // Around what needs the solutions.
      swiftSettings: [.define("HIDDEN_CHECKS")]),
    .target(
      name: "WorkbenchKit",
      dependencies: [
        "AnswerServer", "Checks", "Datasets", "ExerciseKit", "LessonKit", "MiniTensor", "Sandbox",
      ], swiftSettings: optimised),
    .executableTarget(
      name: "Workbench",
      dependencies: ["AnswerSheet", "Datasets", "LessonKit", "MiniTensor", "WorkbenchKit"]
        + modules("Exercises"),
      path: "Exercises/Workbench"),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Loops", "MiniTensor"],
      exclude: ["compare_pytorch.py", "peer_jax.py"],
      resources: [.copy("numbers.txt")], swiftSettings: optimised + vectorised),
    .testTarget(
      name: "ExerciseTests",
      dependencies: ["AnswerHost", "Checks", "Course", "ExerciseHost", "ExerciseKit", "Sandbox"]),
  ] + lessons.flatMap(targets(ofLesson:)) + (isStudentEdition ? [] : withSolutions),
  swiftLanguageModes: [.v6]
)

// The gate asks the compiler to name the expressions whose types it looks for longest: a learner's
// first build would wait for them.
if ProcessInfo.processInfo.environment["COURSE_SLOW_EXPRESSIONS"] != nil {
  for target in package.targets {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .unsafeFlags(["-Xfrontend", "-warn-long-expression-type-checking=400"])
      ]
  }
}

/// What only the full course has: the answers, and the tests of everything that is not a learner's.
var withSolutions: [Target] {
  lessons.map { number in
    .target(
      name: "Solutions\(number)", dependencies: ["ExerciseKit", "MiniTensor"],
      path: "Solutions/Lesson\(number)")
  } + [
    .testTarget(
      name: "MiniTensorTests", dependencies: ["Kernels", "Loops", "MiniTensor"],
      exclude: ["Golden/make_cases.py"], resources: [.copy("Golden/cases.json")]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "MiniTensor"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit"]),
    .testTarget(
      name: "CheckTests",
      dependencies: [
        "AnswerProtocol", "Checks", "ExerciseKit", "HostileAnswers", "MiniTensor", "Sandbox",
      ]),
    .executableTarget(
      name: "HostileAnswers", dependencies: ["AnswerProtocol", "AnswerServer", "Sandbox"],
      path: "Tests/HostileAnswers", linkerSettings: exportedSymbols),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox", "SandboxGuest"]),
    .executableTarget(
      name: "SandboxGuest", dependencies: ["Sandbox"], path: "Tests/SandboxGuest",
      linkerSettings: exportedSymbols),
    .testTarget(
      name: "CourseTests",
      dependencies: ["AnswerHost", "Course", "Checks", "ExerciseKit", "Sandbox"],
      // Answers: the test compiles them as a student's.
      exclude: ["OtherStyles"]),
    .testTarget(name: "SiteTests", dependencies: ["Checks", "Course", "LessonKit"]),
    .testTarget(name: "DocumentTests"),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Checks", "ExerciseKit", "MiniTensor", "Workbench", "WorkbenchGuest", "WorkbenchKit",
      ]),
    .executableTarget(
      name: "WorkbenchGuest",
      dependencies: [
        "AnswerProtocol", "AnswerServer", "Checks", "ExerciseKit", "LessonKit", "WorkbenchKit",
      ],
      path: "Tests/WorkbenchGuest"),
  ]
}

/// One executable to run, one module to fill in.
func targets(ofLesson number: String) -> [Target] {
  [
    .executableTarget(
      name: "Lesson\(number)",
      dependencies: ["LessonKit", "Datasets", "Experiments", "MiniTensor"],
      path: "Lessons/Lesson\(number)", swiftSettings: optimised),
    .target(
      name: "Exercises\(number)", dependencies: ["ExerciseKit", "MiniTensor"],
      path: "Exercises/Lesson\(number)"),
  ]
}

/// The modules of all lessons that begin with `prefix`: `Exercises01`, `Exercises02`, ...
func modules(_ prefix: String) -> [Target.Dependency] {
  lessons.map { .target(name: prefix + $0) }
}

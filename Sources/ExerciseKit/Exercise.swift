/// One exercise of the course, as the catalogue lists it.
public struct Exercise: Sendable {
  /// One step of an exercise that earns points of its own.
  public struct Part: Sendable {
    /// What the step is about; empty when the exercise has a single one.
    public let name: Text
    /// What it earns.
    public let points: Int

    /// Names a step and says what it earns.
    public init(_ name: Text, points: Int) {
      self.name = name
      self.points = points
    }
  }

  /// Lesson and place in it: "2.2".
  public let number: String
  /// What the exercise is called.
  public let title: Text
  /// From 1, a warm-up, to 3, a real effort.
  public let difficulty: Int
  /// How long it takes who has read the chapter.
  public let minutes: Int
  /// The file to fill in, inside the lesson's folder of exercises: "UpdateRule.swift".
  public let file: String
  /// The chapter that explains it, inside `docs/en`: "02-perceptron.md".
  public let chapter: String
  /// The heading to read in that chapter.
  public let section: Text
  /// Names of the library that would be the answer, so that using them earns nothing.
  public let replaces: [String]
  /// Help in growing strength, two at least; none of them the solution.
  public let hints: [Text]
  /// The steps that earn points, one at least.
  public let parts: [Part]

  /// Describes an exercise; a wrong description traps with what is wrong.
  public init(
    _ number: String, _ title: Text, difficulty: Int, minutes: Int, file: String, chapter: String,
    section: Text, replaces: [String] = [], hints: [Text], parts: [Part]
  ) {
    let places = number.split(separator: ".").compactMap { Int($0) }
    precondition(places.count == 2, "Exercise number \"\(number)\": expected one like \"2.3\"")
    precondition((1...3).contains(difficulty), "Exercise \(number): difficulty is 1, 2 or 3")
    precondition(!parts.isEmpty, "Exercise \(number) has no part that earns points")
    self.number = number
    self.title = title
    self.difficulty = difficulty
    self.minutes = minutes
    self.file = file
    self.chapter = chapter
    self.section = section
    self.replaces = replaces
    self.hints = hints
    self.parts = parts
  }

  /// The points of all parts together.
  public var points: Int { parts.reduce(0) { $0 + $1.points } }

  /// The lesson that the exercise belongs to.
  public var lesson: Int { Int(number.prefix { $0 != "." })! }

  /// The lesson's folder name, in `Exercises` and in `Solutions`: "Lesson02".
  public var folder: String { lesson < 10 ? "Lesson0\(lesson)" : "Lesson\(lesson)" }

  /// The student's file, from the root of the course: "Exercises/Lesson02/UpdateRule.swift".
  public var path: String { "Exercises/\(folder)/\(file)" }
}

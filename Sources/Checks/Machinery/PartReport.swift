/// How one part of an exercise went.
public struct PartReport: Codable, Sendable {
  /// The part's place in the exercise; its points stand in the catalogue.
  public let part: Int
  /// How it went.
  public let end: PartEnd

  init(part: Int, _ end: PartEnd) {
    self.part = part
    self.end = end
  }
}

/// The ways in which a part can end.
public enum PartEnd: Codable, Sendable {
  /// All questions were answered well.
  case passed
  /// A question was answered wrongly.
  case failed(Failure)
  /// The named function still says `todo()`.
  case notAttempted(stub: String)
  /// The process ended in the middle of a question.
  case died(Death)
  /// No question could be put: the process never came so far as to load the answer.
  case notGraded(reason: String)
}

/// The first wrong answer of a part.
public struct Failure: Codable, Sendable, Equatable {
  /// The call, as code to paste.
  public let asked: String
  /// What should have come.
  public let expected: String
  /// What came.
  public let yours: String
  /// What the answer printed meanwhile.
  public var printed: String
  /// The cause, when one is known.
  public var likely: String?
}

/// An answer whose process ended in the middle of a question.
public struct Death: Codable, Sendable, Equatable {
  /// What kind of end it was.
  public enum Kind: String, Codable, Sendable {
    case crashed, tooSlow, tooMuchMemory, tooMuchOutput, exited
  }

  /// What kind of end it was.
  public let kind: Kind
  /// Which, in words: "stack overflow: a function that calls itself without end?".
  public let words: String
  /// The call that was under way.
  public var asked: String
  /// The innermost line of the student's, when it is known.
  public var line: String?
  /// What the answer printed meanwhile.
  public var printed: String
  /// The cause, when one is known.
  public var likely: String?
}

extension PartEnd {
  /// The cause that was found.
  public var likely: String? {
    get {
      switch self {
      case .failed(let failure): failure.likely
      case .died(let death): death.likely
      default: nil
      }
    }
    set {
      switch self {
      case .failed(var failure):
        failure.likely = newValue
        self = .failed(failure)
      case .died(var death):
        death.likely = newValue
        self = .died(death)
      default: break
      }
    }
  }

  /// Whether something went wrong whose cause can be looked for.
  var isWrong: Bool {
    switch self {
    case .failed, .died: true
    default: false
    }
  }
}

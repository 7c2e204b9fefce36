/// One statement of a source, re-measured by a lesson.
public struct Claim: Sendable, Equatable {
  /// How the measurement stands to the gate.
  public enum Verdict: Sendable, Equatable {
    /// The gate holds.
    case passed
    /// The gate does not hold; the lesson ends with exit status 1.
    case failed
    /// There is no gate, or it was not run; the text says why.
    case ungated(reason: Text)
  }

  /// A short name, unique within the lesson: `errors-per-epoch`.
  public let id: String
  /// What is claimed, in a few words.
  public let statement: Text
  /// Where it was published: author, title or journal, year, page or table.
  public let source: Text
  /// The published figure.
  public let published: Text
  /// The figure of this run.
  public let measured: Text
  /// What must hold of this run's figure; empty when the claim is ungated.
  public let gate: Text
  /// Passed, failed or ungated.
  public let verdict: Verdict
}

extension Claim {
  /// `{"lesson":4,"claim":"...", ...}`, in English whatever the learner's language.
  func json(of card: LessonCard) -> String {
    var object = JSONObject()
    object.add(card)
    object.add("claim", id)
    object.add("statement", statement.english)
    object.add("source", source.english)
    object.add("published", published.english)
    object.add("measured", measured.english)
    object.add("gate", gate.english)
    switch verdict {
    case .passed: object.add("pass", true)
    case .failed: object.add("pass", false)
    case .ungated(let reason):
      object.addNull("pass")
      object.add("reason", reason.english)
    }
    return object.line
  }
}

extension JSONObject {
  /// `"lesson":4`, or `"program":"digits"`.
  mutating func add(_ card: LessonCard) {
    if let program = card.program {
      add("program", program)
    } else {
      add("lesson", card.number)
    }
  }
}

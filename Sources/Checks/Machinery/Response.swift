import AnswerProtocol

/// What comes back when a question is put to somebody.
enum Response {
  case value(Value)
  /// Something of another type, in words.
  case unreadable(String)
  /// The function still says `todo()`.
  case stub(String)
  /// The process ended.
  case death(Death, trace: [UInt8])
  /// The process never began.
  case lost(reason: String)
  /// A typical mistake that would trap.
  case trap(String)
  /// A typical mistake that would never return.
  case neverEnds

  /// What comes of a call.
  init(_ call: () throws -> Value) {
    do {
      self = .value(try call())
    } catch let trap as Trap {
      self = .trap(trap.words)
    } catch is NeverEnds {
      self = .neverEnds
    } catch let unreadable as Unreadable {
      self = .unreadable(unreadable.shown)
    } catch let interruption as Interruption {
      switch interruption {
      case .stub(let function): self = .stub(function)
      case .death(let death, let trace): self = .death(death, trace: trace)
      case .lost(let reason): self = .lost(reason: reason)
      }
    } catch {
      self = .unreadable("\(error)")
    }
  }

  /// Whether a mistake answers as the student did.
  func isLike(_ student: Response, tolerance: Double) -> Bool {
    switch (self, student) {
    case (.value(let mistake), .value(let student)):
      return mistake.difference(from: student, tolerance: tolerance) == nil
    case (.trap(let words), .death(let death, _)):
      return death.kind == .crashed && death.words.contains(words)
    case (.trap(let a), .trap(let b)): return a == b
    case (.neverEnds, .death(let death, _)): return death.kind == .tooSlow
    case (.neverEnds, .neverEnds): return true
    default: return false
    }
  }
}

/// Why a call to another process brought no value.
enum Interruption: Error {
  /// The function still says `todo()`.
  case stub(String)
  /// The process ended.
  case death(Death, trace: [UInt8])
  /// The process never began.
  case lost(reason: String)
}

/// Ends the program with a message that names the operation and what was wrong with it.
///
/// `precondition` prints nothing in optimised code, and this library is optimised even in a debug
/// build. A learner must always see the sentence, so every trap of the library passes here.
@inline(never)
func misuse(_ operation: String, _ problem: String) -> Never {
  fatalError("\(operation): \(problem)")
}

/// Ends the program when an argument is not what it must be.
func require(
  _ isRight: Bool, _ operation: String, _ argument: String, _ value: some Any,
  _ expected: String = "expected 0 or more, and finite"
) {
  if !isRight { misuse(operation, "\(argument) \(value): \(expected)") }
}

/// Ends the program unless a share, such as a decay or a momentum, is from 0 up to, not including,
/// 1.
func requireShare(_ value: Float, _ operation: String, _ argument: String) {
  require(value >= 0 && value < 1, operation, argument, value, "expected 0 up to, not including, 1")
}

/// Ends the program unless a size, such as a learning rate, is 0 or more, and finite.
func requireSize(_ value: Float, _ operation: String, _ argument: String) {
  require(value >= 0 && value.isFinite, operation, argument, value)
}

/// Ends the program unless a setting is a finite number.
func requireFinite(_ value: Float, _ operation: String, _ argument: String) {
  require(value.isFinite, operation, argument, value, "expected a finite number")
}

/// Ends the program when a count, such as an extent, is below 0.
func requireCount(_ value: Int, _ operation: String, _ argument: String) {
  require(value >= 0, operation, argument, value, "expected 0 or more")
}

/// Ends the program with a message that names the operation and what was wrong with it.
///
/// `precondition` prints nothing in optimised code, and this library is optimised even in a debug
/// build. A learner must always see the sentence, so every trap of the library passes here.
@inline(never)
func misuse(_ operation: String, _ problem: String) -> Never {
  fatalError("\(operation): \(problem)")
}

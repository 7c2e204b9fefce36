/// Stops with a message that names the operation; for misuse of the library, never for a bad file.
///
/// (In optimised code `precondition` stops without its message, and this module is always
/// optimised.)
@inline(never)
func misuse(_ operation: String, _ problem: String) -> Never {
  fatalError("\(operation): \(problem)")
}

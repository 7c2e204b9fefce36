/// What is written where: whether drawing characters may be used, and colours.
///
/// The lessons and the tool of the course answer to the same options, `--plain` and `--color`, and
/// to the same surroundings.
package struct Appearance: Sendable, Equatable {
  /// Whether to do without colour and drawing characters.
  package let isPlain: Bool
  /// Whether colours may be used.
  package let hasColour: Bool

  /// When to write in colour.
  package enum Colour: String, CaseIterable, Sendable {
    /// On a terminal that says what it is, unless `NO_COLOR` is set.
    case auto
    /// Into a pager too.
    case always
    case never
  }

  /// Decides: `--plain`, a file or a pipe, and a terminal that can do nothing are written plainly.
  ///
  /// `--color always` is for a pager, which shows what a terminal shows. `NO_COLOR` (no-color.org)
  /// and a missing `TERM` take away colour only, and what the option says goes before both.
  package init(
    isPlain: Bool, colour: Colour, isTerminal: Bool, environment: [String: String]
  ) {
    self.isPlain =
      isPlain || colour != .always && (!isTerminal || environment["TERM"] == "dumb")
    let isWanted =
      switch colour {
      case .always: true
      case .never: false
      case .auto: (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != nil
      }
    hasColour = isWanted && !self.isPlain
  }
}

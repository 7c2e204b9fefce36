/// Whether the program can learn how it was called.
///
/// On Linux Swift reads the command line from `/proc`, and Foundation finds the program's own files
/// there. Without it no option would be heard, and the program would stop without a word.
package enum CallingConvention {
  /// One sentence for the learner when the command line cannot be read; in English, since the texts
  /// of other languages are not found then either.
  package static func trouble(arguments: [String] = CommandLine.arguments) -> String? {
    arguments.isEmpty
      ? "/proc is not mounted here, and a Swift program reads its command line from it" : nil
  }
}

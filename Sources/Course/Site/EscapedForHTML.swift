import LessonKit

extension String {
  /// The words as a page writes them, in a text or in a value of an attribute.
  var escapedForHTML: String { HTML.escaped(self) }
}

import LessonKit

/// Words for the learner, which an edition in another language can translate.
public typealias Text = LessonKit.Text

extension LessonKit.Text {
  /// The words in the learner's language (`COURSE_LANGUAGE`, or else English).
  public var words: String { rendered(in: .chosen) }
}

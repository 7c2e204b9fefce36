import ExerciseKit

extension Outcome {
  /// The message, at most 78 columns wide.
  public func message(title: Text) -> String {
    let head = "\(exercise) \(title.words)"
    let count: Text = possible == 1 ? "\(points) of 1 point" : "\(points) of \(possible) points"
    let earned = count.words
    let gap = String(repeating: " ", count: max(2, Self.width - head.count - earned.count))
    return ([head + gap + earned] + lines.map(\.wrapped)).joined(separator: "\n")
  }

  static let width = 76
  static let margin = 12
}

extension Outcome.Line {
  /// The label, then the text wrapped beside it.
  var wrapped: String {
    let indent = String(repeating: " ", count: Outcome.margin)
    var rows: [String] = []
    for paragraph in text.split(separator: "\n") {
      var row = ""
      for word in paragraph.split(separator: " ") {
        if !row.isEmpty, row.count + word.count + 1 > Outcome.width - Outcome.margin {
          rows.append(row)
          row = ""
        }
        row += row.isEmpty ? "\(word)" : " \(word)"
      }
      rows.append(row)
    }
    let label = "  " + label.word.words
    let first = label + String(repeating: " ", count: max(1, Outcome.margin - label.count))
    return first + rows.joined(separator: "\n" + indent)
  }
}

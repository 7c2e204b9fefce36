extension StringProtocol {
  /// How many columns of a terminal the string takes.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The longest beginning that is no wider than `width` columns.
  func clipped(to width: Int) -> String {
    var result = ""
    var used = 0
    for character in self {
      used += character.displayWidth
      guard used <= width else { break }
      result.append(character)
    }
    return result
  }

  /// The string, or its beginning and `~` when it is wider than `width` columns.
  func truncated(to width: Int) -> String {
    displayWidth <= width ? String(self) : clipped(to: Swift.max(0, width - 1)) + "~"
  }

  /// The string with spaces after it until it is `width` columns wide.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// The string with spaces before it until it is `width` columns wide.
  func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - displayWidth)) + self
  }

  /// The string in the middle of `width` columns.
  func centred(in width: Int) -> String {
    let space = Swift.max(0, width - displayWidth)
    return String(repeating: " ", count: space / 2) + self
      + String(repeating: " ", count: space - space / 2)
  }
}

extension String {
  /// How many columns the string takes when a terminal has obeyed the colour codes in it.
  var widthBesidesCodes: Int {
    contains("\u{1B}") ? replacing(/\u{1B}\[[0-9;]*m/, with: "").displayWidth : displayWidth
  }

  /// The string cut at so many columns; colour codes take none, and the colour ends with the line.
  func clippedBesidesCodes(to width: Int) -> String {
    guard widthBesidesCodes > width else { return self }
    var result = ""
    var used = 0
    var isCode = false
    for character in self {
      if character == "\u{1B}" { isCode = true }
      if !isCode { used += character.displayWidth }
      if isCode || used <= width { result.append(character) }
      if isCode, character == "m" { isCode = false }
    }
    return result
  }
}

extension Character {
  /// 0 for a combining mark, 2 for a wide East Asian character or an emoji, otherwise 1.
  var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.isASCII { return scalar.value < 32 || scalar.value == 127 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
      return 2
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

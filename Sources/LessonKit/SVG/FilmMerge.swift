/// An element of a drawing: a line, or a group with what lies in it.
enum FilmPiece: Equatable {
  case line(String)
  case group(String, [FilmPiece])

  /// The elements of a drawing's lines.
  static func pieces(of lines: [String]) -> [FilmPiece] {
    var open: [(name: String, pieces: [FilmPiece])] = [("", [])]
    for indented in lines {
      let spaces = indented.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      let line = spaces == 0 ? indented : String(indented.dropFirst(spaces))
      if line.hasPrefix("<g ") {
        open.append((line, []))
      } else if line == "</g>", open.count > 1 {
        let group = open.removeLast()
        open[open.count - 1].pieces.append(.group(group.name, group.pieces))
      } else {
        open[open.count - 1].pieces.append(.line(line))
      }
    }
    return open[0].pieces
  }

  var lines: [String] {
    switch self {
    case .line(let line): [line]
    case .group(let name, let pieces): [name] + pieces.flatMap(\.lines) + ["</g>"]
    }
  }
}

/// Lays the frames of a film over one another: what all share stays once, the rest is shown in
/// turn.
struct FilmMerge {
  /// How many frames there are.
  let count: Int
  /// For how many frames something is seen at a stretch, as far as it came up.
  private(set) var lengths: Set<Int> = []

  init(count: Int) { self.count = count }

  /// The places of a round: the last frame is seen for longer.
  static func slots(_ count: Int) -> Int { count + max(1, count / 4) }

  /// The lines of one drawing that holds all frames.
  mutating func lines(of frames: [[FilmPiece]]) -> [String] {
    let shortest = frames.map(\.count).min() ?? 0
    if frames.allSatisfy({ $0.count == shortest }) {
      return (0..<shortest).flatMap { place in together(frames.map { $0[place] }) }
    }
    // Not as many everywhere: what is the same at both ends is shared, the rest belongs to its
    // frame.
    let first = frames[0]
    let before = (0..<shortest).prefix { place in frames.allSatisfy { $0[place] == first[place] } }
      .count
    let after = (0..<shortest - before).prefix { place in
      frames.allSatisfy { $0[$0.count - 1 - place] == first[first.count - 1 - place] }
    }.count
    return first.prefix(before).flatMap(\.lines)
      + inTurn(frames.map { Array($0.dropFirst(before).dropLast(after)) })
      + first.suffix(after).flatMap(\.lines)
  }

  /// One element in every frame.
  private mutating func together(_ pieces: [FilmPiece]) -> [String] {
    if pieces.allSatisfy({ $0 == pieces[0] }) { return pieces[0].lines }
    var contents: [[FilmPiece]] = []
    for piece in pieces {
      guard case .group(let name, let content) = piece, case .group(name, _) = pieces[0] else {
        return inTurn(pieces.map { [$0] })
      }
      contents.append(content)
    }
    guard case .group(let name, _) = pieces[0] else { return [] }
    return [name] + lines(of: contents) + ["</g>"]
  }

  /// What is seen one after the other; frames that follow each other and are alike share it.
  private mutating func inTurn(_ frames: [[FilmPiece]]) -> [String] {
    var result: [String] = []
    var start = 0
    while start < count {
      let end = (start..<count).prefix { frames[$0] == frames[start] }.last! + 1
      if !frames[start].isEmpty {
        let isLast = end == count
        let slots = Self.slots(count)
        let length = end - start + (isLast ? slots - count : 0)
        lengths.insert(length)
        let style =
          "seen\(isLast ? " last" : "") seen-\(length)-of-\(slots) from-\(start)-of-\(slots)"
        result.append("<g class=\"\(style)\" data-from=\"\(start)\" data-to=\"\(end - 1)\">")
        result += frames[start].flatMap(\.lines)
        result.append("</g>")
      }
      start = end
    }
    return result
  }
}

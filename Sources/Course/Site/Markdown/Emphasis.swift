/// Makes emphasis of runs of asterisks, by the rules of CommonMark.
///
/// A run that closes looks back for the nearest run that opens; two asterisks on both sides are
/// strong, one is emphasis. Runs that find no partner stand for themselves.
enum Emphasis {
  static func joined(_ pieces: [InlineReader.Piece]) -> [MarkdownInline] {
    var open: [InlineReader.Piece] = []
    for piece in pieces {
      guard case .asterisks(var count, let opens, let closes) = piece else {
        open.append(piece)
        continue
      }
      let whole = count
      while closes, count > 0, let start = partner(of: whole, opens, in: open),
        case .asterisks(let before, let opensToo, let closesToo) = open[start]
      {
        let isStrong = before >= 2 && count >= 2
        let inner = settled(open[(start + 1)...])
        open.removeSubrange(start...)
        let used = isStrong ? 2 : 1
        if before > used {
          open.append(.asterisks(count: before - used, opens: opensToo, closes: closesToo))
        }
        open.append(.done(isStrong ? .strong(inner) : .emphasis(inner)))
        count -= used
      }
      if count > 0 { open.append(.asterisks(count: count, opens: opens, closes: closes)) }
    }
    return settled(open[...])
  }

  /// Where the run stands that this one closes; runs that could do both must not add up to three.
  private static func partner(of count: Int, _ opens: Bool, in open: [InlineReader.Piece]) -> Int? {
    open.lastIndex { piece in
      guard case .asterisks(let before, true, let closesToo) = piece else { return false }
      let couldDoBoth = opens || closesToo
      return !(couldDoBoth && (before + count) % 3 == 0 && (before % 3 != 0 || count % 3 != 0))
    }
  }

  /// Runs without a partner as text, and neighbouring texts as one.
  private static func settled(_ pieces: ArraySlice<InlineReader.Piece>) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    for piece in pieces {
      let inline: MarkdownInline =
        switch piece {
        case .done(let inline): inline
        case .asterisks(let count, _, _): .text(String(repeating: "*", count: count))
        }
      if case .text(let words) = inline, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + words)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}

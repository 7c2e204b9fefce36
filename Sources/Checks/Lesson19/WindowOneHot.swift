import ExerciseKit

extension Checks19 {
  /// Exercise 19.1.
  static let windowOneHot = Check(
    "19.1", "Window and one-hot", difficulty: 1, minutes: 15,
    file: "WindowOneHot.swift", chapter: chapter, section: "Window and one-hot",
    hints: [
      "Write the word as numbers first, with half a width of zeros before and behind.",
      "The window of letter i is then what begins at i and is width long.",
      "One-hot: for each place of the window go through all symbols, and ask which one it is.",
    ],
    parts: [
      Part("windows", points: 2) { judge in
        judge.ask(windows, "to", 5)
        judge.ask(windows, "a", 3)
        judge.ask(windows, "", 7)
        judge.ask(windows, "zoo", 1)
        judge.ask(windows, "though", 7)
        for _ in 0..<3 {
          judge.ask(windows, drawnWord(judge), 2 * judge.generator.count(1...4) + 1)
        }
      },
      Part("one-hot", points: 1) { judge in
        judge.ask(encode, [2, 0], 3)
        judge.ask(encode, [], 4)
        judge.ask(encode, [1], 2)
        for _ in 0..<3 {
          let symbols = judge.generator.count(3...6)
          let window = (0..<judge.generator.count(2...5)).map { _ in
            judge.generator.count(0...(symbols - 1))
          }
          judge.ask(encode, window, symbols)
        }
      },
    ],
    mistakes: [
      windows.mistake("a is 1, not 0: 0 stands where there is no letter") { word, width in
        around(word, width).map { $0.map { $0 == 0 ? 0 : $0 - 1 } }
      },
      windows.mistake("the letter stands in the middle; yours begins its window") { word, width in
        around(word, width, before: 0)
      },
      windows.mistake("the letter stands in the middle; yours ends its window") { word, width in
        around(word, width, before: width - 1)
      },
      windows.mistake("a window for each letter, at the ends too: there it is filled with 0") {
        word, width in
        let letters = numbers(word)
        guard letters.count >= width else { return [] }
        return (0...(letters.count - width)).map { Array(letters[$0..<($0 + width)]) }
      },
      windows.mistake("the ends are filled with 0; yours goes round to the other end") {
        word, width in
        let letters = numbers(word)
        return letters.indices.map { i in
          (0..<width).map { k in
            let place = (i + k - width / 2) % letters.count
            return letters[place < 0 ? place + letters.count : place]
          }
        }
      },
      windows.mistake("the ends are filled with 0; yours repeats the last letter") { word, width in
        let letters = numbers(word)
        return letters.indices.map { i in
          (0..<width).map { letters[min(max(i + $0 - width / 2, 0), letters.count - 1)] }
        }
      },
      windows.mistake("every window has all its places: at the ends yours is shorter") {
        word, width in
        let letters = numbers(word)
        return letters.indices.map { i in
          Array(letters[max(0, i - width / 2)...min(letters.count - 1, i + width / 2)])
        }
      },
      windows.mistake("left is left: yours is mirrored") { word, width in
        around(word, width).map { $0.reversed() }
      },
      windows.mistake("width is the whole window; yours has so many on each side") { word, width in
        around(word, 2 * width + 1)
      },
      windows.mistake("every letter has its window; yours steps on by a whole window") {
        word, width in
        let all = around(word, width)
        return stride(from: 0, to: all.count, by: width).map { all[$0] }
      },
      windows.mistake("the middle letter belongs to its window, too") { word, width in
        around(word, width).map { window in
          window.indices.map { $0 == width / 2 ? 0 : window[$0] }
        }
      },
      encode.mistake("one row a place: yours adds them up into one") { window, symbols in
        (0..<symbols).map { symbol in Float(window.count { $0 == symbol }) }
      },
      encode.mistake("symbols begin with 0: the 1 stands one place further left") {
        window, symbols in hot(window.map { $0 + 1 }, symbols)
      },
      encode.mistake("a row for each place of the window; yours has a row for each symbol") {
        window, symbols in
        (0..<symbols).flatMap { symbol in window.map { $0 == symbol ? 1 : 0 } }
      },
      encode.mistake("a 1 stands there, not the symbol's number") { window, symbols in
        window.flatMap { symbol in (0..<symbols).map { $0 == symbol ? Float(symbol) : 0 } }
      },
      encode.mistake("zeros and ones are exchanged") { window, symbols in
        hot(window, symbols).map { 1 - $0 }
      },
      encode.mistake("symbol 0 has a place of its own, too") { window, symbols in
        window.flatMap { symbol in (0..<symbols).map { $0 == symbol && symbol > 0 ? 1 : 0 } }
      },
      encode.mistake("all smaller places are 1, too: only one place of a row is") {
        window, symbols in
        window.flatMap { symbol in (0..<symbols).map { $0 <= symbol ? 1 : 0 } }
      },
      encode.mistake("that is the window itself as numbers; a row of zeros and a 1 is wanted") {
        window, _ in window.map(Float.init)
      },
    ])

  private static let windows = Function("windows(around:width:)") {
    (word: String, width: Int) -> [[Int]] in around(word, width)
  }

  private static let encode = Function("oneHot(_:symbols:)") {
    (window: [Int], symbols: Int) -> [Float] in hot(window, symbols)
  }

  private static func numbers(_ word: String) -> [Int] { word.utf8.map { Int($0) - 96 } }

  private static func around(_ word: String, _ width: Int, before: Int? = nil) -> [[Int]] {
    let letters = numbers(word)
    let before = before ?? width / 2
    return letters.indices.map { i in
      (0..<width).map { k in
        let place = i + k - before
        return letters.indices.contains(place) ? letters[place] : 0
      }
    }
  }

  private static func hot(_ window: [Int], _ symbols: Int) -> [Float] {
    window.flatMap { symbol in (0..<symbols).map { $0 == symbol ? 1 : 0 } }
  }

  private static func drawnWord(_ judge: Judge) -> String {
    let letters = (0..<judge.generator.count(3...9)).map { _ in
      Character(UnicodeScalar(UInt8(96 + judge.generator.count(1...26))))
    }
    return String(letters)
  }
}

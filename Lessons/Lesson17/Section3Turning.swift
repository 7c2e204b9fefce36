import LessonKit
import MiniTensor

extension Lesson17 {
  /// Sixes turned step by step, and what the network says on the way to the nine.
  static func turnThePage(_ readers: Readers, _ digits: MNISTParts, _ board: Board) {
    board.section("When does a six become a nine?")
    board.say(
      """
      No attack now, only a page that is not held straight. Turn a six by 180 degrees and it is a \
      nine: a person would say so, too. But what is it in between? There is a picture that is a duck \
      or a rabbit, as one looks at it. A network has no third answer; its softmax has to add up to 1 \
      over ten digits.
      """)
    let sixes = digits.test.labels.indices.filter { digits.test.labels[$0] == 6 }
    let pictures = digits.test.images.rows(sixes).scalarRows
    let angles = Array(stride(from: 0, through: 180, by: 10))
    var (asSix, asNine, sure) = ([Double](), [Double](), [Double]())
    for angle in angles {
      let rows = pictures.map { turned($0, width: 28, degrees: Double(angle)) }
      let probabilities = readers.plain.logits(Tensor(rows)).softmax()
      let read = probabilities.argmax(axis: 1)
      asSix.append(Double(read.count { $0 == 6 }) / Double(read.count))
      asNine.append(Double(read.count { $0 == 9 }) / Double(read.count))
      sure.append(Double(probabilities.max(axis: 1).mean()))
    }
    board.draw(
      Figure(
        "\(sixes.count) sixes on the way round",
        x: Axis("turned by (degrees)", ticks: [0, 45, 90, 135, 180]),
        y: Axis("share", range: 0...1), name: "turning"
      ) {
        Lines(x: angles, y: asSix, name: "read as 6")
        Lines(x: angles, y: asNine, name: "read as 9")
        Lines(x: angles, y: sure, name: "mean confidence", style: .dashed)
      })
    drawOneSix(pictures, readers.plain, board)
    let middle = angles.firstIndex(of: 90)!
    let neither = 1 - asSix[middle] - asNine[middle]
    board.say(
      """
      Half way, at 90 degrees, \(neither, percent: 0) of them are read as something else \
      altogether, and with a mean confidence of \(sure[middle], percent: 0). There is no digit \
      there, and nothing in the network says so. It was never shown one that lies on its side; \
      lesson 10 turned its examples a little for this reason.
      """)
    board.claim(
      "six-nine", "sixes: read as 6 when upright, as 9 when turned by 180 degrees",
      source: "this course", published: "a person: all and all",
      measured: "\(asSix[0], percent: 0) and \(asNine.last!, percent: 0)",
      gate: "at least 85 % and 35 %", holds: asSix[0] >= 0.85 && asNine.last! >= 0.35,
      notQuick: "4 epochs with --quick")
    board.claim(
      "sideways", "mean confidence for sixes turned by 90 degrees", source: "this course",
      published: "a person: that is no digit",
      measured: "\(sure[middle], percent: 0), and \(neither, percent: 0) are read as neither",
      gate: "at least 60 %: it is sure of something", holds: sure[middle] >= 0.6,
      notQuick: "4 epochs with --quick")
  }

  private static func drawOneSix(_ pictures: [[Float]], _ reader: Reader, _ board: Board) {
    let angles = Array(stride(from: 0, through: 180, by: 20))
    let rows = angles.map { turned(pictures[0], width: 28, degrees: Double($0)) }
    let probabilities = reader.logits(Tensor(rows)).softmax()
    let read = probabilities.argmax(axis: 1)
    let sure = probabilities.max(axis: 1)
    board.draw(
      Figure(
        "One six, turned by 20 degrees each",
        caption: "Below each what the network reads, and how sure it is.", name: "one-six"
      ) {
        ImageGrid(
          rows, width: 28, captions: angles.indices.map { "\(read[$0]): \(sure[$0], percent: 0)" },
          columns: 5, range: 0...1)
      })
  }
}

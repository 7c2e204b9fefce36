import LessonKit
import MiniTensor

/// Lesson 13 - Attention: look anywhere.
@main
struct Lesson13: Lesson {
  static let card = LessonCard(
    number: 13, title: "Attention", years: "2014-2017",
    people: """
      Dzmitry Bahdanau, Kyunghyun Cho and Yoshua Bengio; Ashish Vaswani, Noam Shazeer, Niki Parmar, \
      Jakob Uszkoreit, Llion Jones, Aidan Gomez, Lukasz Kaiser and Illia Polosukhin
      """,
    summary: """
      A recurrent network carries everything it has read in one small state. Attention carries \
      nothing: it looks back, at any place, and finds by content what it needs. Two tasks on which \
      a recurrent network falls behind, and a GPT of 4,192 numbers that invents first names.
      """,
    settings: [
      .number("recall-rate", default: 0.005, in: 0...1, "step of the two readers that recall"),
      .number("sorting-rate", default: 0.01, in: 0...1, "first step of the four sorters"),
      .integer("names", default: 1000, in: 50...5000, "names that the GPT reads, one a step"),
    ],
    exercises: 5, chapter: "13-attention.md")

  static func teach(on board: Board) throws {
    lookItUp(board)
    divideByTheRoot(board)
    tellFirstFromLast(board)
    rememberPairs(board)
    sortLetters(board)
    try inventNames(board)
    countTheCost(board)
  }
}

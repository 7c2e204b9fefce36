import LessonKit
import MiniTensor

/// Lesson 09 - Convolutional networks: share weights, keep the picture.
@main
struct Lesson09: Lesson {
  static let card = LessonCard(
    number: 9, title: "Convolutional networks", years: "1980-1998",
    people: """
      David Hubel and Torsten Wiesel; Kunihiko Fukushima; Alex Waibel; Yann LeCun, Léon Bottou, \
      Yoshua Bengio and Patrick Haffner; Sam Greydanus and Dmitry Kobak
      """,
    summary: """
      A network that must learn at every place anew what an edge is needs a thousand times more \
      examples than there are. So let one small window slide over the picture, with the same weights \
      everywhere. What that assumes, what it brings, and what it throws away.
      """,
    options: [
      .flag("full", "train on MNIST-1D for 6,000 steps, not 2,000"),
      .text("data", "DIR", "the four files of the full Fashion-MNIST; takes two minutes"),
    ],
    settings: [
      .number("signal-rate", default: 0.01, in: 0...1, "first step of the readers of signals"),
      .number("clothes-rate", default: 0.003, in: 0...1, "first step of the readers of clothes"),
      .integer("digit-epochs", default: 12, in: 1...40, "how often every digit is shown"),
    ],
    exercises: 5, chapter: "09-convolutional-networks.md")

  static func teach(on board: Board) throws {
    let clothes = try loadClothes(board)  // first: a folder that is not there shall say so at once
    try slideOneWindow(board)
    try lookAtPictures(board)
    try readSignals(board)
    try meetTheNeighbours(board)
    let wardrobe = readClothes(clothes, board)
    seeWhatPoolingForgets(wardrobe, board)
  }
}

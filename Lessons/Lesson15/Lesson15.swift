import LessonKit
import MiniTensor

/// Lesson 15 - Generative adversarial networks: a forger and a detective.
@main
struct Lesson15: Lesson {
  static let card = LessonCard(
    number: 15, title: "Generative adversarial networks", years: "2014-2018",
    people: """
      Ian Goodfellow and others; Lars Mescheder, Andreas Geiger and Sebastian Nowozin; Akash \
      Srivastava and others; Zinan Lin, Ashish Khetan, Giulia Fanti and Sewoong Oh
      """,
    summary: """
      One network forges, another tries to catch it, and each is the other's teacher. Where the \
      game ends in theory, how it circles in practice, why a forger likes to tell one joke only, \
      and digits that nobody wrote.
      """,
    options: [
      .flag(
        "full",
        "the ring with networks of 128 and batches of 256, where the gate was first tried: a minute"
      )
    ],
    settings: [
      .number("rate", default: 0.2, in: 0.001...2, "h, the step of the Dirac-GAN in the picture"),
      .number("penalty", default: 0.5, in: 0...5, "gamma, the strength of R1 in the picture"),
    ],
    exercises: 5, chapter: "15-gan.md")

  static func teach(on board: Board) throws {
    meetThePlayers(board)
    followTwoTimeLines(board)
    goRoundInCircles(board)
    countTheModes(board)
    try forgeDigits(board)
  }
}

import LessonKit
import MiniTensor

extension Lesson02 {
  /// The demonstration of July 1958: cards with a mark on the left or on the right.
  static func showFiftyCards(_ board: Board) {
    board.section("Fifty cards")
    board.say(
      """
      In July 1958 the United States Navy showed reporters an IBM 704 that was fed cards marked \
      on the left or on the right. After fifty of them it could tell the two apart by itself. \
      The machine that Rosenblatt built next, the Mark I, had an eye of 20 x 20 photocells, and \
      motors that turned the knobs of its weights.
      """)

    var generator = RandomGenerator(seed: board.seed)
    let training = markedCards(50, using: &generator)
    let test = markedCards(2000, using: &generator)
    var neuron = Perceptron(inputs: retina * retina)
    let mistakes = neuron.epoch(training, learningRate: 0.5)
    let accuracy = 1 - neuron.errorRate(on: test)
    board.say(
      """
      Ours sees 20 x 20 pixels, a square of 4 x 4 at a random place, and each card once. It errs \
      on \(mistakes) of the fifty, and then reads \(accuracy, percent: 1) of 2,000 new cards. \
      What has it learned? Look at its weights: above 0 (blue) where a mark speaks for "right", \
      below 0 (orange) where it speaks for "left". Every mistake has left its square there.
      """)
    let examples = [-1, +1].compactMap { training.labels.firstIndex(of: $0) }
    board.draw(
      Figure("The demonstration of 1958", name: "cards") {
        Panel("two of the fifty cards") {
          ImageGrid(
            examples.map { training.x[$0] }, width: retina,
            captions: examples.map { training.labels[$0] < 0 ? "left" : "right" })
        }
        Panel("the weights") {
          ImageGrid([neuron.weights], width: retina)
        }
      })
    board.ungatedClaim(
      "fifty-cards", "fifty cards, then new ones told left from right",
      source: "New York Times, 8 July 1958; Cornell Chronicle (2019)",
      published: "told apart after 50", measured: "\(accuracy, percent: 1)",
      reason: """
        no accuracy was published, and the program of 1958 looked through random association \
        units; ours looks at the pixels
        """)
  }

  /// The eye of the Mark I was 20 photocells wide and 20 high.
  private static let retina = 20

  /// Cards with one square of 4 x 4: in the left half -1, in the right half +1.
  private static func markedCards(_ count: Int, using generator: inout RandomGenerator) -> Examples
  {
    let side = 4
    var cards = Examples()
    for _ in 0..<count {
      let isRight = generator.chance(0.5)
      let top = generator.integer(below: retina - side + 1)
      let left = generator.integer(below: retina / 2 - side + 1) + (isRight ? retina / 2 : 0)
      var card = [Float](repeating: 0, count: retina * retina)
      for row in top..<top + side {
        for column in left..<left + side { card[row * retina + column] = 1 }
      }
      cards.x.append(card)
      cards.labels.append(isRight ? 1 : -1)
    }
    return cards
  }
}

import LessonKit
import MiniTensor

extension Lesson16 {
  /// The best denoiser in closed form: a staircase that melts.
  static func knowTheBestAnswer(_ experiment: Experiment, _ board: Board) {
    board.section("The best possible answer")
    board.say(
      """
      You see x_t. How much of it is noise? You cannot know; many pairs of data and noise make \
      the same sum. But you can give the answer that is best on average, in squared error: the \
      mean of eps over all these pairs. For data from hills Bayes' rule writes it down. Each hill \
      stays a hill under noise, only broader, and r_k is how likely it is that x_t came from hill k:
      """)
    board.formula(
      """
      m = sqrt(alphaBar_t) m_k        v = alphaBar_t s_k^2 + 1 - alphaBar_t
      r_k = w_k N(x_t; m, v), divided by their sum
      eps* = E[eps given x_t] = sqrt(1 - alphaBar_t) sum_k r_k (x_t - m) / v
      """)
    board.say(
      """
      Knowing the noise is knowing the data, since x_0 = (x_t - sqrt(1 - alphaBar) eps) / \
      sqrt(alphaBar). Here is what the best answer takes for x_0:
      """)
    let grid = (0...300).map { -2.4 + 0.016 * Double($0) }
    let times = [20, 100, 300, 700]
    let guesses = times.map { t in
      let left = experiment.schedule.alphaBars[t]
      return grid.map { x in
        (x - (1 - left).squareRoot() * experiment.exact.noise(in: x, at: t)) / left.squareRoot()
      }
    }
    board.draw(
      Figure(
        "A staircase that melts", caption: "The hills stand at -1.4, 0.1 and 1.15.",
        x: "x_t, what is seen", y: Axis("best guess of x_0", range: -1.9...1.7), name: "staircase"
      ) {
        Lines(x: grid, guesses, names: times.map { "t = \($0)" })
      })
    board.say(
      """
      With little noise, at t = 20, the answer is nearly x itself, bent towards the hills. At t = 100 it \
      is a staircase: "you must be from this hill, or from that one". At t = 300 the steps have \
      melted into a slope, and at the end the best guess is the mean of all data, whatever is seen. \
      That is why one big jump back from pure noise would not work: it lands in the middle, \
      where there may be no data at all. Many small steps do, because each one only leans \
      towards the guess, and then looks again.
      """)
  }
}

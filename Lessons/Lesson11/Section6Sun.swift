import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson11 {
  /// Spots on the sun: a forecast is worth what it adds to the simplest one.
  static func forecastTheSun(_ board: Board) throws {
    board.section("Spots on the sun")
    board.say(
      """
      Numbers can be read like letters. The yearly numbers of spots on the sun begin in 1700 (Rudolf \
      Wolf began to count in 1848 and reconstructed the years before from old notes); \
      they come and go in about eleven years. The network hears year after year up to 1920, \
      learns to say the next, and is judged by 1921 to 2008. How good is that? One cannot tell \
      without the simplest forecasts beside it.
      """)
    let numbers = try Sunspots.load().map { Double($0) }
    let sun = SunForecast(numbers: numbers, learned: 1921 - Sunspots.firstYear)
    let epochs = board.isQuick ? 60 : 150
    let runs = 4
    let hiddenSize = board.wholeSetting("sun-hidden")
    let networks = board.progress("watching the sun", total: runs, unit: "networks") { tick in
      concurrently(runs, seed: board.seed(of: "sun"), tick: { tick() }) { _, generator, tick in
        let forecast = sun.recurrent(hiddenSize: hiddenSize, epochs: epochs, using: &generator)
        tick()
        return forecast
      }
    }
    let errors = networks.map { sun.error(of: $0) }
    let network = errors.mean
    let (mean, last) = (sun.error(of: sun.mean), sun.error(of: sun.last))
    let yule = sun.error(of: sun.linear(years: 2))
    let linear = sun.error(of: sun.linear(years: 9))
    let years = Array(1921...2008)
    board.draw(
      Figure(
        "Next year's sunspots", x: "year", y: "sunspot number", name: "sunspots"
      ) {
        Lines(x: years, y: sun.truth, name: "counted")
        Lines(x: years, y: networks[0], name: "forecast a year before", style: .dashed)
      })
    board.table(
      ["forecast", "typical error"],
      [
        ["the mean of 1700-1920", "\(mean, decimals: 1)"],
        ["the same as this year", "\(last, decimals: 1)"],
        ["a weighted sum of two years (Yule 1927)", "\(yule, decimals: 1)"],
        ["a weighted sum of nine years", "\(linear, decimals: 1)"],
        ["recurrent, \(hiddenSize) units (mean of \(runs) networks)", "\(network, decimals: 1)"],
      ], title: "Root of the mean squared error, 1921-2008:")
    board.say(
      """
      The network beats both simple forecasts by far. It does not beat a weighted sum of \
      nine years by much, if at all, and Udny Yule had the idea of such sums in 1927, for this \
      very series. 220 numbers are few for a network. A picture in which the forecast follows \
      the curve says little: "the same as this year" follows it, too.
      """)
    board.claim(
      "sunspots", "sunspots 1921-2008: the network against the honest baselines",
      source: "this course",
      published: "last value \(last, decimals: 1), mean \(mean, decimals: 1)",
      measured:
        "\(network, decimals: 1), between \(errors.min()!, decimals: 1) and \(errors.max()!, decimals: 1)",
      gate: "every network below both", holds: errors.allSatisfy { $0 < min(last, mean) })
    board.ungatedClaim(
      "sunspots-linear", "sunspots 1921-2008: against weighted sums",
      source: "Yule, Phil. Trans. R. Soc. A 226 (1927): the idea",
      published: "two years \(yule, decimals: 1), nine \(linear, decimals: 1)",
      measured: "\(network, decimals: 1)",
      reason: "too close to call: 88 years, and the sums are made for this series")
  }
}

import Foundation
import LessonKit
import MiniTensor

extension Lesson19 {
  /// Skip-gram with negative sampling is a table of counts, factorised.
  static func countCompany(_ prose: Prose, _ board: Board) {
    board.section("The company that words keep")
    board.say(
      """
      "You shall know a word by the company it keeps", wrote the linguist John Firth in 1957. Two \
      ways to take him at his word. Count: how often do two words meet, compared with chance? Or learn: give \
      each word a vector w and each context a vector c; where they were seen together make \
      sigmoid(w . c) large, and for k contexts drawn by chance make it small. The second is skip-gram \
      with negative sampling, word2vec of 2013.
      """)
    board.formula(
      """
      counting    PMI(w, c) = log P(w, c) / (P(w) P(c))
      learning    log sigmoid(w . c)  +  k times the mean of log sigmoid(-w . drawn)
      """)
    let size = 40
    let negatives = board.setting("negatives")
    // Every pair once more than it was met, so that no logarithm is that of 0.
    let company = prose.company(of: size, window: 2).map { $0.map { $0 + 1 } }
    let shifted = mutualInformation(company).map { $0.map { $0 - log(negatives) } }
    var random = RandomGenerator(seed: board.seed(of: "factors"))
    let source: Text = "Levy and Goldberg, NIPS 2014"
    let dimensions = [2, 10, size]
    let fits = board.progress("factorising", total: dimensions.count) { tick in
      dimensions.map { dimension in
        let model = ExactSkipGram(
          company, negatives: negatives, dimension: dimension, using: &random)
        model.train(steps: 1000)
        tick()
        return model.scores
      }
    }
    let wanted = Array(shifted.joined())
    let correlations = fits.map { correlation(Array($0.joined()), wanted) }
    let off = zip(fits.last!.joined(), wanted).map { abs($0 - $1) }.max()!
    board.draw(
      Figure(
        "Learned against counted",
        caption: "Each point is one of 1,600 pairs of the 40 most frequent words.", name: "factors"
      ) {
        for (dimension, fit) in zip(dimensions, fits) {
          Panel("\(dimension) numbers a word", x: "PMI - log k", y: "w . c") {
            Points(x: wanted, y: Array(fit.joined()))
          }
        }
      })
    board.say(
      """
      Where a word has as many numbers as there are words, learning ends exactly at PMI - log k: set the \
      slope of one pair's loss to zero, and that is what comes out. Nobody had meant it so; Omer Levy and Yoav \
      Goldberg noticed a year later. With fewer numbers the table does not fit, and what is rare gives way: \
      the correlation is \(correlations[1], decimals: 2) with ten numbers and \
      \(correlations[0], decimals: 2) with two.
      """)
    board.claim(
      "factors", "w . c against PMI - log k, 40 words, 40 numbers each: correlation, largest gap",
      source: source, published: "equal (theorem)",
      measured: "\(correlations[2], decimals: 4), \(off, significant: 1)",
      gate: "at least 0.98, and at most 0.1", holds: correlations[2] >= 0.98 && off <= 0.1)
  }

  static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
    return xy / (xx * yy).squareRoot()
  }
}

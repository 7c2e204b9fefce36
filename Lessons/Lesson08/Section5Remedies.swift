import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// Every remedy on the same digits, side by side.
  static func compareRemedies(_ board: Board) throws {
    board.section("Seven remedies side by side")
    board.say(
      """
      The network of section 3 again, 784-100-10, and a thousand digits. What can be done?
      """)
    board.formula(
      """
      L1               w <- w - eta lambda sign(w), until it is 0
      L2               w <- (1 - eta lambda) w
      dropout          units silent with chance p, the others / (1 - p)
      noise            x <- x + N(0, sigma^2), anew each time
      early stopping   keep the epoch best on validation digits
      ensemble         the mean probabilities of several networks
      more data        the same network, twice the digits
      """)
    let draws = board.isQuick ? 1 : 3
    let epochs = board.isQuick ? 15 : 30
    let rows = try remedyRuns(board, draws: draws, epochs: epochs)
    show(rows, draws: draws, board)
  }

  /// How a network is trained.
  enum Treatment: Sendable {
    case remedies(Remedies)
    case earlyStopping(patience: Int)
    case moreData
  }

  /// The networks of each draw; the first five are alike but for their first weights, an ensemble.
  ///
  /// The strengths were chosen once, on draws of other seeds.
  private static let treatments: [(name: Text, treatment: Treatment)] =
    Array(repeating: ("nothing", .remedies(Remedies())), count: members) + [
      ("L1, lambda 0.0002", .remedies(Remedies(l1: 0.0002))),
      ("L2, lambda 0.005", .remedies(Remedies(l2: 0.005))),
      ("dropout, p 0.5", .remedies(Remedies(dropout: 0.5))),
      ("noise, sigma 0.4", .remedies(Remedies(noise: 0.4))),
      ("early stopping", .earlyStopping(patience: 5)),
      ("L2, dropout and noise", .remedies(Remedies(l2: 0.001, dropout: 0.5, noise: 0.4))),
      ("2,000 digits", .moreData),
    ]
  private static let members = 5

  /// What one network was worth.
  struct Patient: Sendable {
    var seen: Score
    var fresh: Score
    var probabilities: Tensor  // of the new digits [3000, 10]
    var stoppedAt: Int?
  }

  /// One remedy, over all draws.
  struct RemedyRow: Sendable {
    let name: Text
    var seen: [Score] = []
    var fresh: [Score] = []
    /// For early stopping: the epochs whose weights were kept.
    var stoppedAt: [Int] = []
    /// For the ensemble: the mean loss of its members in each draw.
    var memberLoss: [Double] = []
  }

  private static func remedyRuns(_ board: Board, draws: Int, epochs: Int) throws -> [RemedyRow] {
    let mnist = try MNIST.load()
    var generator = RandomGenerator(seed: board.seed)
    let sets = (0..<draws).map { _ in ThousandDigits(mnist, using: &generator) }
    let count = treatments.count
    let patients = board.progress("treating", total: draws * count, unit: "networks") { tick in
      concurrently(draws * count, seed: board.seed) { number, generator, done in
        let patient = treat(
          sets[number / count], treatments[number % count].treatment, epochs, using: &generator)
        done()
        return patient
      }
    }
    var rows = [RemedyRow(name: "nothing")]
    rows += treatments[members...].map { RemedyRow(name: $0.name) }
    var ensemble = RemedyRow(name: "ensemble of five")
    for draw in 0..<draws {
      let group = Array(patients[draw * count..<(draw + 1) * count])
      for (place, patient) in ([group[0]] + group[members...]).enumerated() {
        rows[place].seen.append(patient.seen)
        rows[place].fresh.append(patient.fresh)
        if let epoch = patient.stoppedAt { rows[place].stoppedAt.append(epoch) }
      }
      let team = group[..<members]
      let labels = freshDigits(sets[draw]).labels
      var mean = team[0].probabilities
      for member in team.dropFirst() { mean += member.probabilities }
      ensemble.fresh.append(Score(probabilities: mean / Float(members), labels))
      ensemble.memberLoss.append(team.map(\.fresh.loss).mean)
    }
    rows.insert(ensemble, at: rows.count - 2)
    return rows
  }

  /// The digits that no treatment learns from: the last 3,000.
  private static func freshDigits(_ digits: ThousandDigits) -> ImageSet {
    digits.test.rows(1000..<4000)
  }

  private static func treat(
    _ digits: ThousandDigits, _ treatment: Treatment, _ epochs: Int,
    using generator: inout RandomGenerator
  ) -> Patient {
    var remedies = Remedies()
    var train = digits.train
    if case .remedies(let chosen) = treatment { remedies = chosen }
    if case .moreData = treatment { train = train.joined(with: digits.test.rows(0..<1000)) }
    let learner = DigitLearner(remedies, using: &generator)
    var stoppedAt: Int?
    if case .earlyStopping(let patience) = treatment {
      // The validation digits are taken from the thousand: 800 are left to learn from.
      let parts = train.stratifiedSplit(testShare: 0.2, using: &generator)
      stoppedAt = learner.learnUntilItStopsHelping(
        parts.train, validation: parts.test, patience: patience, epochLimit: epochs,
        using: &generator)
    } else {
      for _ in 0..<epochs { learner.epoch(train, using: &generator) }
    }
    func score(_ set: ImageSet) -> (Score, Tensor) {
      let probabilities = learner(set.images).softmax()
      return (Score(probabilities: probabilities, set.labels), probabilities)
    }
    let (fresh, probabilities) = score(freshDigits(digits))
    return Patient(
      seen: score(train).0, fresh: fresh, probabilities: probabilities, stoppedAt: stoppedAt)
  }

  private static func show(_ rows: [RemedyRow], draws: Int, _ board: Board) {
    board.table(
      ["remedy", "training misread", "new misread", "loss on new"],
      rows.map { row in
        [
          row.name, row.seen.isEmpty ? "-" : "\(row.seen.map(\.error).mean, percent: 1)",
          "\(row.fresh.map(\.error).mean, percent: 1)",
          "\(row.fresh.map(\.loss).mean, decimals: 3)",
        ]
      }, title: "Mean of \(draws) draws of a thousand digits, tested on 3,000 others:")
    board.draw(
      Figure("New digits misread (%)", name: "remedies") {
        Bars(rows.map(\.name), rows.map { (1000 * $0.fresh.map(\.error).mean).rounded() / 10 })
      })
    let nothing = rows[0].fresh.map(\.error)
    let stops = rows.flatMap(\.stoppedAt).map(Double.init).mean
    let ensemble = rows.first { !$0.memberLoss.isEmpty }!
    board.say(
      """
      (Between draws the error of "nothing" varies by \(100 * nothing.spread, decimals: 1) \
      points; smaller differences say little.) Some remedies lower the error, others mainly the loss: they make \
      the network less sure of what it does not know. Dropout and noise help most here, because \
      each step sees another network, or other digits. Early stopping keeps the weights of epoch \
      \(stops, decimals: 0) or so and saves the rest of the time; but its 200 validation digits \
      are missing from the training. And more data, if it can be had, needs no theory.
      """)

    let better = rows[1..<(rows.count - 1)].min {
      $0.fresh.map(\.error).mean < $1.fresh.map(\.error).mean
    }!
    board.ungatedClaim(
      "remedies", "remedies on 1,000 digits: none, and the best of them",
      source: "Srivastava et al. (2014); Bishop (1995); Prechelt (1998)",
      published: "each helps somewhere",
      measured:
        "\(nothing.mean, percent: 1) misread; \(better.fresh.map(\.error).mean, percent: 1)",
      reason: "no source has these digits and this network")
    board.claim(
      "ensemble", "the loss of the mean against the mean of the losses",
      source: "Jensen (1906); for squared errors Krogh and Vedelsby (1995)",
      published: "never above",
      measured:
        "\(ensemble.fresh.map(\.loss).mean, decimals: 3) against \(ensemble.memberLoss.mean, decimals: 3)",
      gate: "never above, in every draw",
      holds: zip(ensemble.fresh, ensemble.memberLoss).allSatisfy { $0.loss <= $1 })
  }
}

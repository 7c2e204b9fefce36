import MiniTensor

/// The classifier that learns nothing: it keeps all examples, and asks the nearest ones.
///
/// Source: E. Fix and J. Hodges, Discriminatory analysis, report of the US Air Force, 1951; T.
/// Cover and P. Hart, Nearest neighbor pattern classification, IEEE IT 13 (1967), 21-27.
struct NearestNeighbours {
  let examples: Tensor  // [count, features]
  let labels: [Int]

  /// The answers for each number of neighbours.
  ///
  /// Of two examples at the same distance the earlier one is nearer; of two classes with as many
  /// votes the smaller number wins. Complexity: O(rows * examples * features).
  ///
  /// **Shape** rows [rows, features].
  func answers(_ rows: Tensor, neighbours counts: [Int]) -> [[Int]] {
    // |a - b|^2 = |a|^2 - 2 a.b + |b|^2; the first term is the same for all examples.
    let products = rows.matmul(examples, transposingOther: true)  // [rows, examples]
    let lengths = examples.squared().sum(axis: 1).scalars
    let (scalars, count) = (products.scalars, labels.count)
    let wanted = counts.max() ?? 0
    var answers = counts.map { _ in [Int]() }
    for row in 0..<rows.shape[0] {
      var nearest: [(distance: Float, label: Int)] = []
      for example in 0..<count {
        let distance = lengths[example] - 2 * scalars[row * count + example]
        if nearest.count == wanted && distance >= nearest[wanted - 1].distance { continue }
        let place = nearest.firstIndex { distance < $0.distance } ?? nearest.count
        nearest.insert((distance, labels[example]), at: place)
        if nearest.count > wanted { nearest.removeLast() }
      }
      for (index, k) in counts.enumerated() {
        answers[index].append(Self.vote(nearest.prefix(k).map(\.label)))
      }
    }
    return answers
  }

  /// The share of rows answered rightly, for each number of neighbours.
  func accuracies(_ rows: Tensor, _ truth: [Int], neighbours counts: [Int]) -> [Double] {
    var right = counts.map { _ in 0 }
    // A hundred questions at a time: a thousand, and 60,000 examples, would be 240 MB of products.
    for start in stride(from: 0, to: truth.count, by: 100) {
      let range = start..<min(start + 100, truth.count)
      for (index, answers) in answers(rows.rows(range), neighbours: counts).enumerated() {
        right[index] += zip(answers, truth[range]).count { $0 == $1 }
      }
    }
    return right.map { Double($0) / Double(truth.count) }
  }

  private static func vote(_ labels: [Int]) -> Int {
    var votes = [Int](repeating: 0, count: (labels.max() ?? 0) + 1)
    for label in labels { votes[label] += 1 }
    return votes.firstIndex(of: votes.max()!)!
  }
}

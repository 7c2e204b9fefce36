import MiniTensor

/// Fifty patients, five thousand measurements, and a label that has nothing to do with any of them.
///
/// Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning (2009),
/// section 7.10.2.
struct SelectionBias {
  static let patients = 50
  static let measurements = 5000
  static let kept = 100
  static let folds = 5

  /// When the hundred measurements are chosen.
  enum Order: Sendable {
    /// Once, by all fifty labels; then cross-validation. The labels of the test patients leak.
    case chooseThenSplit
    /// Anew in every fold, by the labels of its training patients.
    case splitThenChoose
  }

  let values: Tensor  // [patients, measurements], noise
  let labels: [Float]  // half -1, half +1

  init(using generator: inout RandomGenerator) {
    values = .normal([Self.patients, Self.measurements], using: &generator)
    labels = (0..<Self.patients).map { $0 % 2 == 0 ? -1 : 1 }
  }

  /// The measurements whose correlation with the labels of these patients is largest, either way.
  func best(by patients: [Int]) -> [Int] {
    let x = values.rows(patients)
    let centred = x - x.mean(axis: 0)
    let y = Tensor(patients.map { labels[$0] })
    let covariance = matmul(y - y.mean(), centred)  // [measurements]
    let strength = (covariance.squared() / centred.squared().sum(axis: 0)).scalars
    return Array(strength.indices.sorted { strength[$0] > strength[$1] }.prefix(Self.kept))
  }

  /// The share of patients that their nearest neighbour, by the chosen measurements, misjudges.
  func crossValidatedError(_ order: Order, using generator: inout RandomGenerator) -> Double {
    // Neighbours 2k and 2k + 1 differ in their label and stay together: no class is rarer in a
    // fold.
    let shuffled = generator.permutation(Self.patients / 2).flatMap { [2 * $0, 2 * $0 + 1] }
    let chosenByAll = order == .chooseThenSplit ? best(by: shuffled) : []
    var wrong = 0
    for fold in 0..<Self.folds {
      let size = Self.patients / Self.folds
      let test = Array(shuffled[fold * size..<(fold + 1) * size])
      let train = Array(shuffled[..<(fold * size)] + shuffled[((fold + 1) * size)...])
      let chosen = order == .chooseThenSplit ? chosenByAll : best(by: train)
      let x = values.columns(chosen)  // [patients, 100]
      for patient in test {
        let distances = (x.rows(train) - x.row(patient)).squared().sum(axis: 1).scalars
        let nearest = train[distances.indices.min { distances[$0] < distances[$1] }!]
        if labels[nearest] != labels[patient] { wrong += 1 }
      }
    }
    return Double(wrong) / Double(Self.patients)
  }
}

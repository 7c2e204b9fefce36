import ExerciseKit

extension Sample {
  /// What is striking about a wrong answer that no known mistake explains.
  func resemblance(to expected: Sample) -> Text? {
    guard let (wanted, wantedShape) = expected.box, let (given, shape) = box else { return nil }
    if given.contains(where: \.isNaN), !wanted.contains(where: \.isNaN) {
      return """
        somewhere zero was divided by zero, or a logarithm or root was taken of a negative number
        """
    }
    guard wantedShape == shape else {
      return shape.count > 1 && shape == wantedShape.reversed()
        ? "rows and columns are exchanged" : nil
    }
    let factors = zip(given, wanted).filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    let zerosStay = zip(given, wanted).allSatisfy { $0.1 != 0 || abs($0.0) < 1e-6 }
    guard let factor = factors.first, zerosStay,
      factors.allSatisfy({ abs($0 - factor) <= 1e-3 * max(1e-3, abs(factor)) })
    else { return nil }
    if factor == 0 { return "your answer is zero" }
    if abs(factor + 1) < 1e-3 { return "the size is right, the sign is turned around" }
    return wanted.count > 1
      ? "every number is \(short(Double(factor), 3)) times what it should be" : nil
  }

  private var box: ([Float], shape: [Int])? {
    switch self {
    case .number(let value): ([Float(value)], [])
    case .numbers(let values, let shape): (values, shape)
    default: nil
    }
  }
}

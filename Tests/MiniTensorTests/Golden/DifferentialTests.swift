import Testing

@testable import MiniTensor

/// Every public operation against PyTorch: values and gradients, with awkward shapes and numbers.
///
/// `make_cases.py` wrote the cases, once. `CoverageTests` sees that none is missing.
@Suite struct DifferentialTests {
  @Test func agreesWithPyTorch() throws {
    let file = try CaseFile.whole.get()
    #expect(file.cases.count > 1700)
    var unused = Set(Difference.all.indices)
    for stored in file.cases {
      let test = try Case(stored, in: file)
      let operation = try #require(Operation.all[test.name], "unknown operation \(test.name)")
      let places = Difference.all.indices.filter { Difference.all[$0].concerns(test) }
      unused.subtract(places)
      var comparison = Comparison(test, differences: places.map { Difference.all[$0] })
      comparison.run(operation)
      for failure in comparison.failures { Issue.record("\(failure)") }
    }
    #expect(unused.isEmpty, "differences without a case: \(unused.map { Difference.all[$0] })")
  }
}

/// One case, computed by MiniTensor and compared number by number.
struct Comparison {
  let test: Case
  let differences: [Difference]
  var failures: [String] = []

  init(_ test: Case, differences: [Difference]) {
    (self.test, self.differences) = (test, differences)
  }

  mutating func run(_ operation: Operation) {
    if let ofTensors = operation.ofTensors {
      expectValues(ofTensors(test.inputs, test), of: "tensors")
    }
    guard let ofVariables = operation.ofVariables else {
      if operation.ofTensors == nil { fail("nothing computes it") }
      return
    }
    var variables = test.inputs.map { Variable($0) }
    let results = ofVariables(&variables, test)
    expectValues(results.map(\.value), of: "variables")
    guard let weights = test.weights, weights.count == results.count, failures.isEmpty else {
      return
    }
    if results.count == 1 {
      results[0].backward(from: weights[0])
    } else {
      zip(results, weights).map { ($0 * $1).sum() }.reduce(Variable(constant: Tensor(0)), +)
        .backward()
    }
    for (place, (variable, expected)) in zip(variables, test.gradients).enumerated() {
      let own = variable.gradient ?? .zeros(like: variable.value)
      compare(own, expected, test.gradientRule, "gradient \(place)", .gradient)
    }
  }

  private mutating func expectValues(_ own: [Tensor], of kind: String) {
    guard own.count == test.results.count else {
      return fail("\(own.count) results instead of \(test.results.count)")
    }
    for (place, (own, expected)) in zip(own, test.results).enumerated() {
      compare(own, expected, test.valueRule, "value \(place) of \(kind)", .value)
    }
  }

  private mutating func compare(
    _ own: Tensor, _ expected: Tensor, _ rule: CaseFile.Rule, _ what: String,
    _ part: Difference.Part
  ) {
    guard own.shape == expected.shape else {
      return fail("\(what) has the shape \(own.shape) instead of \(expected.shape)")
    }
    var right = expected.scalars
    for difference in differences where difference.part == part {
      for (place, number) in difference.ours where right.indices.contains(place) {
        if Comparison.agree(right[place], number, rule.absolute) {
          fail("\(what): PyTorch's number \(place) is no longer another than \(number)")
        }
        right[place] = number
      }
    }
    let largest = rule.countsLargest ? right.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 } : 0
    let numbers = own.scalars
    let countsSign = part == .value && rule.countsSign
    var wrong: [Int] = []
    for place in right.indices {
      let tolerance = rule.relative * max(abs(right[place]), largest) + rule.absolute
      let differs = countsSign && right[place] == 0 && numbers[place].sign != right[place].sign
      if differs || !Comparison.agree(numbers[place], right[place], tolerance) {
        wrong.append(place)
      }
    }
    if let first = wrong.first {
      fail(
        """
        \(what): \(wrong.count) of \(right.count) numbers are wrong, the first at \(first): \
        \(numbers[first]) instead of \(right[first])
        """)
    }
  }

  /// What is not a number agrees with itself, an infinity with nothing else.
  private static func agree(_ a: Float, _ b: Float, _ tolerance: Float) -> Bool {
    a == b || a.isNaN && b.isNaN || a.isFinite && b.isFinite && abs(a - b) <= tolerance
  }

  private mutating func fail(_ what: String) {
    failures.append("\(test.name) [\(test.label)]: \(what)")
  }
}

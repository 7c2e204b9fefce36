import AnswerProtocol
import MiniTensor
import Testing

@testable import Checks

/// Values are compared with tolerance and shown shortly.
@Suite(.inEnglish) struct ValueTests {
  private func difference(_ expected: Any, _ yours: Any, _ tolerance: Double = 1e-4) -> String? {
    Value(yours).difference(from: Value(expected), tolerance: tolerance)
      .map { "\($0.expected) | \($0.yours)" }
  }

  @Test func equalValuesDoNotDiffer() {
    #expect(difference(1 as Float, 1.00001 as Float) == nil)
    #expect(difference(1000 as Float, 1000.05 as Float) == nil)
    #expect(difference([1, 2] as [Float], [1, 2] as [Float]) == nil)
    #expect(difference(Tensor([[1, 2]]), Tensor([[1, 2]])) == nil)
    #expect(difference((a: 1, b: [true]), (a: 1, b: [true])) == nil)
    #expect(difference(Float.infinity, Float.infinity) == nil)
    #expect(difference(Int?.none as Any, Int?.none as Any) == nil)
    #expect(difference([Int](), [Int]()) == nil)
  }

  @Test func differencesAreShown() {
    #expect(difference(1 as Float, 1.001 as Float) == "1 | 1.001")
    #expect(difference(Float.infinity, 1 as Float) == "infinity | 1")
    #expect(difference(1 as Float, Float.nan) == "1 | not a number (nan)")
    #expect(difference(0.1 as Float, 0.100001 as Float, 1e-8) == "0.100000001 | 0.100001")
    #expect(
      difference(
        (weights: [1, 2] as [Float], bias: 1 as Float), ([0.5, 1] as [Float], 1 as Float))
        == "weights [1, 2], bias 1 | weights [0.5, 1], bias 1")
    #expect(
      difference(
        (weights: [1, 2] as [Float], bias: 1 as Float),
        (weights: [0.5, 1] as [Float], bias: 1 as Float))
        == "weights [1, 2], bias 1 | weights [0.5, 1], bias 1")
    #expect(difference(true, false) == "true | false")
    #expect(difference("a", "b") == "\"a\" | \"b\"")
    #expect(difference(Int?(3) as Any, Int?.none as Any) == "3 | nil")
  }

  @Test func fewBooleansAreShownWhole() {
    #expect(
      difference([false, true, false], [false, false, false])
        == "[false, true, false] | [false, false, false]")
    #expect(difference([true], [true, false]) == "1 value: [true] | 2 values: [true, false]")
    let many = [Bool](repeating: true, count: 13)
    #expect(difference(many, many.dropLast() + [false]) == "[12] is true | [12] is false")
    #expect(Value(many).shown == "[true, true, true, true, true, true, ... 13 values]")
  }

  @Test func shapesComeFirst() {
    #expect(
      difference([1, 2, 3] as [Float], [1, 2] as [Float])
        == "3 numbers: [1, 2, 3] | 2 numbers: [1, 2]")
    #expect(
      difference(Tensor([[1, 2, 3]]), Tensor([[1], [2], [3]]))
        == "shape [1, 3]: [[1, 2, 3]] | shape [3, 1]: [[1], [2], [3]]")
    #expect(difference(Tensor.zeros(5, 4), Tensor.zeros(4, 5)) == "shape [5, 4] | shape [4, 5]")
    #expect(difference([[1, 2], [3]], [[1, 2], [4]]) == "[1] is [3] | [1] is [4]")
    #expect(difference([1] as [Float], [Float]()) == "1 number: [1] | 0 numbers")
  }

  @Test func placesInLargeTensorsAreNamed() {
    var scalars = [Float](repeating: 0, count: 20)
    scalars[7] = 3
    #expect(
      difference(Tensor.zeros(5, 4), Tensor(scalars, shape: [5, 4]))
        == "0 at [1, 3], shape [5, 4] | 3 at [1, 3]")
  }

  @Test func codeIsShort() {
    let x: [Float] = [1, 0.5]
    let code: Code = "f(\(x), rate: \(Float(0.1)), \(true), \(Tensor([[1], [2]])), \("a"))"
    #expect(code.text == "f([1, 0.5], rate: 0.1, true, Tensor([[1], [2]]), \"a\")")
    let long = [Float](repeating: 0.25, count: 100)
    #expect(Value(long).shown == "[0.25, 0.25, 0.25, 0.25, 0.25, 0.25, ... 100 numbers]")
  }

  @Test func callsCanBePasted() {
    #expect(
      Code.call("f(_:rate:wiring:)", [[1, 2], Float.nan, [(a: [1], b: true)]])
        == "f([1, 2], rate: .nan, wiring: [(a: [1], b: true)])")
    #expect(Code.call("g()", []) == "g()")
    #expect(
      Code.call("h(_:)", [Tensor([1, 2, 3, 4], shape: [1, 2, 2])])
        == "h(Tensor([1, 2, 3, 4], shape: [1, 2, 2]))")
  }

  @Test(
    arguments: [
      ([1, -2], [-1, 2], "sign"), ([1, -2], [0.5, -1], "0.5 times"), ([1, -2], [0, 0], "zero"),
      ([1, 2], [1, .nan], "nan"), ([1, 2], [1, .infinity], "infinite"),
      ([0.5, 1.5], [0, 1], "two Ints"), ([1, 2, 4], [1, 2, 9], "only the last"),
      ([1, 2, 4], [7, 2, 4], "only the first"), ([1, 2, 4], [1, 2], "last number is missing"),
      ([1, 2, 4], [2, 4], "first number is missing"), ([1, 2, 4], [1, 2, 4, 8], "too many"),
      ([1, 2, 4], [0, 1, 2], "one place further"), ([1, 2, 4, 9], [2, 1, 9, 4], "order"),
    ] as [([Float], [Float], String)])
  func resemblancesAreNamed(_ expected: [Float], _ yours: [Float], _ words: String) {
    let said = Value(yours).resemblance(to: Value(expected))?.english
    #expect(said?.contains(words) == true, "\(said ?? "nothing")")
    // A list of Doubles is told in the same way.
    let exact = Value(yours.map(Double.init)).resemblance(to: Value(expected.map(Double.init)))
    #expect(exact?.english == said)
  }

  @Test func whatOnlyLooksLikeAResemblanceIsNotNamed() {
    func resemblance(_ expected: Any, _ yours: Any) -> String? {
      Value(yours).resemblance(to: Value(expected))?.english
    }
    #expect(resemblance([1, -2] as [Float], [1, 2] as [Float])?.contains("turned") == false)
    let (a, b) = (Tensor([[1, 2, 3], [4, 5, 6]]), Tensor([[1, 4], [2, 5], [3, 6]]))
    #expect(resemblance(a, b)?.contains("exchanged") == true)
    for other in [Tensor.ones(3, 2, 2), Tensor([[9, 9], [9, 9], [9, 9]])] {
      let like = other.rank == 3 ? Tensor.zeros(2, 3, 2) : a
      #expect(resemblance(like, other)?.contains("exchanged") == false)
    }
  }
}

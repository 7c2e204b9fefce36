import AnswerProtocol
import ExerciseKit
import MiniTensor
import Testing

/// Values survive the way from one process to another, and damaged messages are refused.
@Suite(.inEnglish) struct ProtocolTests {
  private func sent<Sent: Transferable>(_ value: Sent) throws -> Sent {
    var bytes: [UInt8] = []
    Value(value).write(to: &bytes)
    var reader = MessageReader(bytes)
    let read = try reader.value()
    #expect(reader.isAtEnd)
    return try Sent(transferred: read)
  }

  @Test func numbersSurvive() throws {
    for number in [0, -0.0, 1.5, .infinity, -.infinity, .leastNonzeroMagnitude] as [Double] {
      #expect(try sent(number) == number)
    }
    #expect(try sent(Double.nan).isNaN)
    #expect(try sent(Float(0.1)) == 0.1)
    for number in [0, -7, 1 << 40] { #expect(try sent(number) == number) }
    #expect(try sent([1.25, -3e200]) == [1.25, -3e200])
    #expect(try sent([1 << 30, -1]) == [1 << 30, -1])
    #expect(try sent([3, 4]) == [3, 4])
  }

  @Test func listsSurvive() throws {
    #expect(try sent([Float]()) == [])
    #expect(try sent([[Float]]()) == [])
    #expect(try sent([[1, 2], [3, 4], [5, 6]] as [[Float]]) == [[1, 2], [3, 4], [5, 6]])
    #expect(try sent([[1], [], [2, 3]] as [[Float]]) == [[1], [], [2, 3]])
    #expect(try sent([[], []] as [[Float]]) == [[], []])
    #expect(try sent([[[1], [2]]] as [[[Float]]]) == [[[1], [2]]])
    #expect(try sent([[Int]]()) == [])
    #expect(try sent([true, false]) == [true, false])
    #expect(try sent(["a", "ñ", "\n"]) == ["a", "ñ", "\n"])
    #expect(try sent("x" as Character) == "x")
  }

  @Test func tensorsSurvive() throws {
    for shape in [[], [0], [1], [2, 0], [2, 3], [1, 2, 3], [2, 1, 3, 1]] {
      let count = shape.reduce(1, *)
      let tensor = Tensor((0..<count).map { Float($0) / 3 }, shape: shape)
      #expect(try sent(tensor) == tensor)
    }
    #expect(try sent(Tensor?.none) == nil)
    #expect(try sent(Tensor?([1, 2])) == [1, 2])
    #expect(try sent([Tensor([1]), Tensor([[2, 3]])]) == [Tensor([1]), Tensor([[2, 3]])])
  }

  @Test func aGeneratorGoesOnWithTheSameNumbers() throws {
    var generator = RandomGenerator(seed: 5)
    _ = generator.normal()
    var copy = try sent(generator)
    for _ in 0..<5 { #expect(copy.normal() == generator.normal()) }
  }

  @Test func tuplesAreReadByTheirTypes() throws {
    let value = Value((weights: [1, 2] as [Float], bias: 0.5 as Float))
    let (weights, bias) = try value.tuple(of: [Float].self, Float.self)
    #expect(weights == [1, 2] && bias == 0.5)
    #expect(throws: Mismatch.self) { try value.tuple(of: [Float].self, Bool.self) }
    #expect(throws: Mismatch.self) { try value.tuple(of: [Float].self) as [Float] }
  }

  @Test func otherTypesAreRefused() {
    #expect(throws: Mismatch.self) { try Int(transferred: .number(1.5)) }
    #expect(throws: Mismatch.self) { try Int(transferred: .number(.nan)) }
    #expect(throws: Mismatch.self) { try Int(transferred: .number(1e300)) }
    #expect(throws: Mismatch.self) { try Bool(transferred: .number(1)) }
    #expect(throws: Mismatch.self) { try Character(transferred: .text("ab")) }
    #expect(throws: Mismatch.self) { try Tensor(transferred: .list([])) }
    #expect(throws: Mismatch.self) { try RandomGenerator(transferred: .numbers([1], shape: [1])) }
  }

  // MARK: - Damage

  private static let message = Reply.returned(
    .record([
      .init("weights", .numbers([1, 2, 3, 4, 5, 6], shape: [2, 3])), .init("", .text("ab")),
      .init("list", .list([.flag(true), .nothing, .number(2)])),
    ])
  ).bytes

  @Test func everyCutIsNoticed() {
    for length in 0..<Self.message.count {
      #expect(throws: MessageReader.Damaged.self) { try Reply(Array(Self.message.prefix(length))) }
    }
    #expect(throws: MessageReader.Damaged.self) { try Reply(Self.message + [0]) }
  }

  /// A changed byte gives another message or an error, and never a trap.
  @Test func everyChangedByteIsSurvived() {
    for place in Self.message.indices {
      for byte in [0, 1, 4, 5, 7, 127, 128, 255] as [UInt8] {
        var damaged = Self.message
        damaged[place] = byte
        _ = try? Reply(damaged)
        _ = try? Request(damaged)
      }
    }
  }

  @Test func randomBytesAreSurvived() {
    var generator = RandomGenerator(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...9, using: &generator) }
      _ = try? Reply(bytes)
      _ = try? Request(bytes)
    }
  }

  @Test func lengthsAreCapped() throws {
    #expect(try Frame.length([5, 0, 0, 0]) == 5)
    #expect(throws: MessageReader.Damaged.self) { try Frame.length([0xff, 0xff, 0xff, 0xff]) }
    #expect(throws: MessageReader.Damaged.self) { try Frame.length([5, 0, 0]) }
  }

  /// A few bytes must not cost the reader gigabytes.
  @Test(arguments: [
    [1 << 24, 0], [1 << 12, 1 << 12, 0], [0, 1 << 24], [1 << 31, 1 << 31, 1 << 31, 0],
  ])
  func emptyBoxesAreCapped(_ shape: [Int]) {
    var bytes: [UInt8] = []
    Value.numbers([], shape: shape).write(to: &bytes)
    var reader = MessageReader(bytes)
    #expect(throws: MessageReader.Damaged.self) { try reader.value() }
  }

  // MARK: - Programs of numbers

  private final class Node: GraphNumber {
    let value: Double
    var gradient = 0.0
    init(_ value: Double) { self.value = value }
    static func + (left: Node, right: Node) -> Self { Self(left.value + right.value) }
    static func * (left: Node, right: Node) -> Self { Self(left.value * right.value) }
    func receive(_ gradient: Double) { self.gradient += gradient }
  }

  @Test func aProgramRunsStepByStep() throws {
    let program: NumberProgram = [
      .leaf(5), .leaf(3), .plus(0, 1), .times(2, 1), .value(3), .receive(3, 2), .gradient(3),
    ]
    #expect(try sent(program).steps == program.steps)
    #expect(program.run(with: Node.self) == [24, 2])
  }
}

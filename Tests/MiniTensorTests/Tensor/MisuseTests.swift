import Foundation
import Testing

@testable import MiniTensor

/// Every trap must say, in optimised code too, which operation failed and on which shapes.
@Suite struct MisuseTests {
  @Test func additionNamesBothShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3) + Tensor.zeros(4)
    }
    expect(result, says: "+: shapes [2, 3] and [4] do not fit")
  }

  @Test func convolutionNamesBothShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let image = Variable(Tensor.zeros(1, 3, 8, 8))
      _ = image.convolution(weight: Variable(.zeros(4, 1, 3, 3)))
    }
    expect(result, says: "convolution: input of shape [1, 3, 8, 8]", "[4, 1, 3, 3]")
  }

  @Test func matmulNamesBothShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).matmul(.zeros(2, 3))
    }
    expect(result, says: "matmul: shapes [2, 3] and [2, 3] do not fit", "(3 and 2)")
  }

  @Test func reshapeCounts() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).reshaped(4, 2)
    }
    expect(result, says: "reshaped: shape [2, 3] has 6 numbers, but [4, 2] needs 8")
  }

  @Test func subscriptNamesTheElement() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3)[2, 0]
    }
    expect(result, says: "subscript: there is no element [2, 0] in shape [2, 3]")
  }

  @Test func axisOutside() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).sum(axis: 2)
    }
    expect(result, says: "sum: axis 2 does not exist in shape [2, 3]")
  }

  @Test func raggedRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([[1, 2], [3]])
    }
    expect(result, says: "row 0 has 2 numbers, but row 1 has 1")
  }

  @Test func meanOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(0, 3).mean()
    }
    expect(result, says: "mean: shape [0, 3] holds no numbers")
  }

  @Test func inPlaceCannotGrow() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var row = Tensor.zeros(3)
      row += Tensor.zeros(2, 3)
    }
    expect(result, says: "+=: a result of shape [2, 3] does not fit into [3]")
  }
}

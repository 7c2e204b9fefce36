import Datasets
import MiniTensor
import Testing

/// Misuse stops the program, and the last words say what was asked for and what there is.
@Suite struct MisuseTests {
  @Test func anUnknownColumnIsNamedBesideThoseThatExist() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Iris.load().columns("sepal length", "petal lenght")
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("column \"petal lenght\""))
    #expect(words.contains("\"petal length\", \"petal width\""))
  }

  @Test func anUnknownClassIsNamedBesideThoseThatExist() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Iris.load().targets("rose", is: 1, else: 0)
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("class \"rose\": there are only \"setosa\", \"versicolor\""))
  }

  @Test func aCodeWithoutAMeaningIsNamed() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try AutoMPG.load().oneHot("origin", [1: "USA", 2: "Europe"])
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("oneHot(\"origin\"): 3.0 is none of the codes [1.0, 2.0]"))
  }

  @Test func impossiblePartsAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = try Iris.load().rows([150]) }
    await #expect(processExitsWith: .failure) { _ = try Iris.load().batches(of: 0) }
    await #expect(processExitsWith: .failure) {
      var generator = RandomGenerator(seed: 1)
      _ = try Iris.load().split(testShare: 0, using: &generator)
    }
    await #expect(processExitsWith: .failure) {
      var generator = RandomGenerator(seed: 1)
      _ = try Iris.load().stratifiedFolds(151, using: &generator)
    }
    await #expect(processExitsWith: .failure) {
      _ = LabelledSet(
        features: Tensor([[1]]), labels: [2], featureNames: ["x"], classNames: ["a", "b"])
    }
  }
}

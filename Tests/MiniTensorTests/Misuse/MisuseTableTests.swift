import Foundation
import MiniTensor
import Testing

/// Every public entry with a wrong argument of each kind: one sentence, with operation and value.
@Suite struct MisuseTableTests {
  struct Call: Sendable {
    /// As `PublicEntries` writes it.
    let entry: String
    /// How the sentence begins.
    let words: String
    let run: @Sendable () -> Void

    init(_ entry: String, _ words: String, _ run: @escaping @Sendable () -> Void) {
      (self.entry, self.words, self.run) = (entry, words, run)
    }
  }

  static let table: [Call] =
    [tensors, moving, making, variables, layers, sequences, optimizers, chance].flatMap { $0 }

  @Test(arguments: table.indices) func says(_ index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      MisuseTableTests.table[index].run()
    }
    let call = Self.table[index]
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let sentence = text.components(separatedBy: "Fatal error: ").dropFirst().first ?? text
    let line = sentence.prefix { $0 != "\n" }
    #expect(line.hasPrefix(call.words), "\(call.entry): \(call.words): \(text.prefix(300))")
  }

  /// A new public entry needs a line in the table, or a reason why nothing can be wrong with it.
  @Test func noEntryIsMissing() {
    let tried = Set(Self.table.map(\.entry))
    let all = Set(PublicEntries.all)
    let harmless = Harmless.entries.names
    #expect(all.count > 250)
    #expect(all.subtracting(tried).subtracting(harmless).sorted() == [], "not tried")
    #expect(tried.union(harmless).subtracting(all).sorted() == [], "no longer there")
    #expect(tried.intersection(harmless).sorted() == [], "tried after all")
  }

  // MARK: Tools of the tables

  /// A variable of zeros.
  static func v(_ shape: Int...) -> Variable { Variable(Tensor.zeros(shape)) }

  static var weights: [Variable] { [Variable([1, 2])] }

  static func withRandom(_ body: (inout RandomGenerator) -> Void) {
    var random = RandomGenerator(seed: 1)
    body(&random)
  }
}

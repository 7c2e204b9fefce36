import Foundation
import Testing

@testable import MiniTensor

@Suite struct ParameterFileTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func parameters(seed: UInt64) -> [Variable] {
    var generator = RandomGenerator(seed: seed)
    return [[2, 3], [3], [], [1, 0, 2], [2, 1, 2, 1]].map {
      Variable(Tensor.normal($0, using: &generator))
    }
  }

  private func saved() throws -> (url: URL, bytes: Data, model: [Variable]) {
    let url = folder.appending(path: "model.parameters")
    let model = parameters(seed: 1)
    try ParameterFile.save(model, to: url)
    return (url, try Data(contentsOf: url), model)
  }

  @Test func everyBitComesBack() throws {
    let (url, _, model) = try saved()
    model[1].value = Tensor([.nan, -0.0, .infinity])
    try ParameterFile.save(model, to: url)
    let other = parameters(seed: 2)
    try ParameterFile.load(other, from: url)
    for (a, b) in zip(model, other) {
      #expect(a.value.scalars.map(\.bitPattern) == b.value.scalars.map(\.bitPattern))
    }
  }

  /// Cut anywhere, or with any one byte changed, the file is refused and the model untouched.
  @Test func damagedFilesAreRefused() throws {
    let (url, bytes, _) = try saved()
    let model = parameters(seed: 3)
    let before = model.map(\.value)
    for length in 0..<bytes.count {
      try bytes.prefix(length).write(to: url)
      #expect(throws: ParameterFileError.self) { try ParameterFile.load(model, from: url) }
    }
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x40
      try damaged.write(to: url)
      #expect(throws: ParameterFileError.self) { try ParameterFile.load(model, from: url) }
    }
    #expect(model.map(\.value) == before)
  }

  @Test func otherModelsAreRefused() throws {
    let (url, _, _) = try saved()
    let fewer = Array(parameters(seed: 3).dropLast())
    let error = #expect(throws: ParameterFileError.self) {
      try ParameterFile.load(fewer, from: url)
    }
    #expect(error?.description == "model.parameters: expected 4 parameters, found 5")
    let other = parameters(seed: 3)
    other[1].value = Tensor.zeros(4)
    let mismatch = #expect(throws: ParameterFileError.self) {
      try ParameterFile.load(other, from: url)
    }
    #expect(
      mismatch?.description
        == "model.parameters: expected shape [4] for parameter 1, found [3]")
  }

  @Test func missingFileIsAnError() {
    #expect(throws: (any Error).self) {
      try ParameterFile.load([], from: folder.appending(path: "nothing"))
    }
  }
}

import Foundation

@testable import MiniTensor

/// The file of cases that `make_cases.py` wrote with PyTorch.
struct CaseFile: Decodable, Sendable {
  let rules: [String: Rule]
  let tensors: [StoredTensor]
  let cases: [StoredCase]

  /// How far a number may lie from the answer.
  struct Rule: Decodable, Sendable {
    let relative: Float
    let absolute: Float
    /// For sums: the relative part counts from the largest finite answer of the tensor.
    let countsLargest: Bool
    /// Whether 0 and -0 are different values.
    let countsSign: Bool
  }

  /// One case; numbers name places in `tensors`.
  struct StoredCase: Decodable, Sendable {
    let name: String
    let label: String
    let inputs: [Int]
    let results: [Int]
    let value: String
    let settings: [String: String]?
    let weights: [Int]?
    let gradients: [Int]?
    let slope: String?
  }

  /// Extents, a space, and the 32-bit numbers in base 64, row by row, little-endian.
  struct StoredTensor: Decodable, Sendable {
    let tensor: Tensor

    init(from decoder: any Decoder) throws {
      let text = try decoder.singleValueContainer().decode(String.self)
      let halves = text.split(separator: " ", omittingEmptySubsequences: false)
      let data = halves.count == 2 ? Data(base64Encoded: String(halves[1])) : nil
      guard let data else { throw CocoaError(.coderReadCorrupt) }
      let bytes = [UInt8](data)
      let scalars = stride(from: 0, to: bytes.count - 3, by: 4).map { start in
        Float(
          bitPattern: UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8
            | UInt32(bytes[start + 2]) << 16 | UInt32(bytes[start + 3]) << 24)
      }
      tensor = Tensor(scalars, shape: halves[0].split(separator: ",").compactMap { Int($0) })
    }
  }

  static let whole: Result<CaseFile, any Error> = Result {
    guard let url = Bundle.module.url(forResource: "cases", withExtension: "json") else {
      throw CocoaError(.fileNoSuchFile)
    }
    return try JSONDecoder().decode(CaseFile.self, from: Data(contentsOf: url))
  }
}

/// One case with its tensors: inputs and settings, and what PyTorch made of them.
struct Case: Sendable {
  let name: String
  let label: String
  let inputs: [Tensor]
  let results: [Tensor]
  let valueRule: CaseFile.Rule
  /// What the results are multiplied by before their sum goes backward; nil without gradients.
  let weights: [Tensor]?
  let gradients: [Tensor]
  let gradientRule: CaseFile.Rule
  private let settings: [String: String]
  private let pool: [CaseFile.StoredTensor]

  init(_ stored: CaseFile.StoredCase, in file: CaseFile) throws {
    func tensors(_ places: [Int]?) -> [Tensor] { (places ?? []).map { file.tensors[$0].tensor } }
    guard let value = file.rules[stored.value], let slope = file.rules[stored.slope ?? stored.value]
    else { throw CocoaError(.coderReadCorrupt) }
    (name, label) = (stored.name, stored.label)
    (inputs, results) = (tensors(stored.inputs), tensors(stored.results))
    weights = stored.weights.map { tensors($0) }
    gradients = tensors(stored.gradients)
    (valueRule, gradientRule) = (value, slope)
    (settings, pool) = (stored.settings ?? [:], file.tensors)
  }

  // MARK: Settings

  func numbers(_ name: String) -> [Float] {
    (settings[name] ?? "").split(separator: " ").compactMap { Float($0) }
  }

  func number(_ name: String) -> Float { numbers(name)[0] }
  func wholes(_ name: String) -> [Int] { numbers(name).map { Int($0) } }
  func whole(_ name: String) -> Int { wholes(name)[0] }
  func flag(_ name: String) -> Bool { number(name) != 0 }
  func range(_ name: String) -> Range<Int> { wholes(name)[0]..<wholes(name)[1] }

  /// Tensors that are no inputs: targets, masks, running values.
  func tensors(_ name: String) -> [Tensor] { wholes(name).map { pool[$0].tensor } }
  func tensor(_ name: String) -> Tensor { tensors(name)[0] }
}

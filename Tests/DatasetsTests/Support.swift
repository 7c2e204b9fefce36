import Datasets
import Foundation
import Testing

/// The message of the `DataError` that `body` throws; anything else is recorded as an issue.
func message(of body: () throws -> Void) -> String {
  do {
    try body()
    Issue.record("no error was thrown")
  } catch let error as DataError {
    return error.description
  } catch {
    Issue.record("not a DataError: \(error)")
  }
  return ""
}

/// A table made from text.
func csv(_ text: String) throws -> CSVFile {
  try CSVFile(name: "table.csv", bytes: Array(text.utf8))
}

/// The bytes of an IDX file.
func idx(type: UInt8 = 0x08, shape: [Int], body: [UInt8]) -> [UInt8] {
  [0, 0, type, UInt8(shape.count)] + shape.flatMap { bigEndian(UInt32($0)) } + body
}

/// A number as four bytes, the highest first.
func bigEndian(_ number: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// Runs `body` with a new directory and removes the directory afterwards.
func withTemporaryDirectory(_ body: (URL) throws -> Void) throws {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("datasets-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try body(directory)
}

import Datasets
import Foundation
import MiniTensor

/// A table from a CSV file, column by column, as it stands there: texts, and nil where a value is
/// missing.
///
/// Cells may be separated by commas, semicolons, tabs or bars; where semicolons do it, `3,5` is a
/// number.
public struct DataTable: Sendable {
  /// The file's name.
  public let name: String
  /// The names of the columns, in their order.
  public let columnNames: [String]
  /// How many rows there are.
  public let rowCount: Int
  private let columns: [String: [String?]]
  private let hasDecimalComma: Bool

  /// The largest table that is read, in cells: beyond it, a part of the rows tells as much.
  private static let mostCells = 3_000_000
  /// The longest cell, in bytes: longer ones hold documents, or a quote that was never closed.
  private static let longestCell = 2000

  /// Reads a file; throws a `DataError` that says in one sentence what is wrong with it.
  public init(contentsOf url: URL) throws {
    let file = try CSVFile(contentsOf: url, separator: .detected)
    name = file.name
    columnNames = file.columnNames
    rowCount = file.rowCount
    hasDecimalComma = file.separator == .semicolon
    func refuse(_ expected: String, _ found: String) -> DataError {
      DataError(file: file.name, expected: expected, found: found)
    }
    guard columnNames.count > 1 else {
      throw refuse("two columns at least", "only one, separated by nothing known")
    }
    let isData = columnNames.allSatisfy { Double($0) != nil || $0.isEmpty }
    guard !isData else {
      throw refuse("a first line with the names of the columns", "numbers there")
    }
    guard rowCount * columnNames.count <= Self.mostCells else {
      throw refuse("\(Self.mostCells) cells at most", "\(rowCount * columnNames.count)")
    }
    var columns: [String: [String?]] = [:]
    for column in columnNames {
      let texts = try file.optionalTexts(column)
      if let row = texts.firstIndex(where: { ($0?.utf8.count ?? 0) > Self.longestCell }) {
        let bytes = texts[row]?.utf8.count ?? 0
        throw refuse(
          "cells of \(Self.longestCell) bytes at most",
          "\(bytes) bytes in row \(row + 1) of column \"\(column.prefix(40))\"")
      }
      columns[column] = texts
    }
    self.columns = columns
  }

  /// One column as text.
  ///
  /// - Throws: a `DataError` that lists the columns when there is none of this name.
  public func texts(_ column: String) throws -> [String?] {
    if let texts = columns[column] { return texts }
    let few = columnNames.prefix(12).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
    let more = columnNames.count - 12
    throw DataError(
      file: name, expected: "a column \"\(column.prefix(40))\"",
      found: more > 0 ? "only \(few) and \(more) more" : "only \(few)")
  }

  /// One column as numbers; nil where a value is missing, or is no number.
  public func numbers(_ column: String) throws -> [Float?] {
    try texts(column).map { $0.flatMap { number($0) } }
  }

  /// One column as days since the first of January 1970; nil where a value is missing, or is no
  /// date.
  public func days(_ column: String) throws -> [Float?] {
    let dates = DateReader(for: try texts(column))
    return try texts(column).map { $0.flatMap { dates.day($0).map { Float($0) } } }
  }

  /// One column as classes: their names, and the class of each row; nil where it is missing.
  public func classes(_ column: String) throws -> (names: [String], labels: [Int?]) {
    let texts = try texts(column)
    let distinct = Set(texts.compactMap { $0 })
    let isNumbers = distinct.allSatisfy { number($0) != nil }
    let names = distinct.sorted { a, b in
      isNumbers ? number(a)! < number(b)! : a < b
    }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (names, texts.map { $0.flatMap { places[$0] } })
  }

  func number(_ text: String) -> Float? {
    let form = hasDecimalComma ? text.replacing(",", with: ".") : text
    // Letters are for exponents only: "nan" and "0x1p3" are numbers to Swift, and to nobody else.
    guard form.utf8.allSatisfy({ ($0 >= 0x2B && $0 <= 0x39 && $0 != 0x2F) || $0 | 0x20 == 0x65 })
    else { return nil }
    return Float(form).flatMap { $0.isFinite ? $0 : nil }
  }
}

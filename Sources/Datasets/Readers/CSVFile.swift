import Foundation

/// A table in the CSV format: a line of column names, then one line a row.
///
/// Cells are separated by commas, or by what `separator` says. A cell in double quotes may hold
/// commas, line ends and doubled quotes (`"5"" disk"`). Lines may end in LF, CR LF or CR; lines
/// without any character are skipped; spaces around a cell that is not quoted are dropped. An empty
/// cell, `?`, `NA`, `N/A`, `NaN` and `NULL`, in small letters too and in quotes too, mean that a
/// value is missing. The text is UTF-8.
///
/// Source: RFC 4180 (2005), section 2.
///
///     let table = try CSVFile(contentsOf: url)
///     let lengths = try table.numbers("sepal length", "petal length")   // [rows * 2], row by row
///     let species = try table.texts("species")                          // [rows]
public struct CSVFile: Sendable {
  /// The name of the file, for messages.
  public let name: String

  /// The names in the header line.
  public let columnNames: [String]

  /// What stands between two cells.
  public let separator: Separator

  /// Where each column stands: a table may have tens of thousands.
  private let places: [String: Int]

  let bytes: [UInt8]
  let cells: [CSVScanner.Cell]  // row by row
  let lines: [Int]  // the line each row starts on

  /// How many rows follow the header.
  public var rowCount: Int { lines.count }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - columnNames: the names of the columns, for a file that has no header line.
  ///   - rowCount: how many rows there must be, when that is known: a file that was cut off shows.
  ///   - separator: what stands between two cells: a comma, semicolon, tab or bar.
  /// - Throws: `DataError` when the file is absent, empty, compressed or not UTF-8, when a row has
  ///   more or fewer cells than the header, or when a quoted cell is not closed.
  public init(
    contentsOf url: URL, columnNames: [String]? = nil, rowCount: Int? = nil,
    separator: Separator = .comma
  ) throws {
    let file = try DataFile(contentsOf: url)
    try self.init(file, columnNames: columnNames, separator)
    if let rowCount { try file.expect(rowCount, "rows", found: self.rowCount) }
  }

  /// Reads bytes that are already in memory; `name` stands in the messages.
  public init(name: String, bytes: [UInt8], columnNames: [String]? = nil) throws {
    try self.init(DataFile(name: name, bytes: bytes), columnNames: columnNames)
  }

  private init(
    _ file: DataFile, columnNames: [String]?, _ separator: Separator = .comma
  ) throws {
    try file.refuseOtherThanUTF8()
    self.separator = separator == .detected ? Separator(detectedIn: file) : separator
    var scanner = CSVScanner(file, separator: self.separator.byte)
    var names = columnNames ?? []
    var cells: [CSVScanner.Cell] = []
    var lines: [Int] = []

    while let line = try scanner.appendRow(to: &cells) {
      if names.isEmpty {
        names = cells.map { $0.text(in: file.bytes) }
        cells.removeAll()
        continue
      }
      let found = cells.count - lines.count * names.count
      guard found == names.count else {
        throw DataError(
          file: file.name, line: line, expected: "\(names.count) cells, one a column",
          found: "\(found)")
      }
      lines.append(line)
    }

    guard !names.isEmpty else {
      throw DataError(
        file: file.name, expected: "a line of column names",
        found: file.bytes.isEmpty ? "an empty file" : "only blank lines")
    }
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() where places.updateValue(index, forKey: name) != nil {
      throw DataError(
        file: file.name, line: 1, expected: "column names that differ",
        found: DataError.quoted(name) + " twice")
    }
    guard !lines.isEmpty else {
      throw DataError(file: file.name, expected: "rows after the column names", found: "none")
    }
    self.name = file.name
    self.columnNames = names
    self.places = places
    self.bytes = file.bytes
    self.cells = cells
    self.lines = lines
  }

  private init(_ table: CSVFile, rows: [Int]) {
    let width = table.columnNames.count
    name = table.name
    separator = table.separator
    columnNames = table.columnNames
    places = table.places
    bytes = table.bytes
    cells = rows.flatMap { table.cells[$0 * width..<($0 + 1) * width] }
    lines = rows.map { table.lines[$0] }
  }
}

extension CSVFile {
  /// The columns as numbers, row by row: `[rows * columns]`.
  ///
  /// - Throws: `DataError` with the line when a cell is missing, is no number, or is too large for
  ///   Float.
  public func numbers(_ columns: String...) throws -> [Float] {
    try numbers(columns)
  }

  /// The columns as numbers, row by row: `[rows * columns]`.
  public func numbers(_ columns: [String]) throws -> [Float] {
    let positions = try positions(of: columns)
    var numbers: [Float] = []
    numbers.reserveCapacity(rowCount * positions.count)
    for row in 0..<rowCount {
      for position in positions {
        let cell = cells[row * columnNames.count + position]
        guard let number = cell.number(in: bytes) else { throw notANumber(cell, row, position) }
        numbers.append(number)
      }
    }
    return numbers
  }

  /// One column as text.
  public func texts(_ column: String) throws -> [String] {
    let position = try positions(of: [column])[0]
    return (0..<rowCount).map { cells[$0 * columnNames.count + position].text(in: bytes) }
  }

  /// One column as text, nil where a value is missing.
  public func optionalTexts(_ column: String) throws -> [String?] {
    let position = try positions(of: [column])[0]
    return (0..<rowCount).map { row in
      let cell = cells[row * columnNames.count + position]
      return cell.isMissing(in: bytes) ? nil : cell.text(in: bytes)
    }
  }

  /// One column of class names as the index of each in `names`.
  ///
  /// - Throws: `DataError` with the line when a cell is none of the names.
  public func classes(_ column: String, names: [String]) throws -> [Int] {
    let position = try positions(of: [column])[0]
    var classes: [Int] = []
    classes.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let text = cells[row * columnNames.count + position].text(in: bytes)
      guard let index = names.firstIndex(of: text) else {
        let known = names.map { DataError.quoted($0) }.joined(separator: ", ")
        throw DataError(
          file: name, line: lines[row],
          expected: "one of \(known) in column \(DataError.quoted(column))",
          found: DataError.quoted(text))
      }
      classes.append(index)
    }
    return classes
  }

  /// The table without the rows in which any of the columns has a missing value.
  public func droppingMissing(in columns: [String]? = nil) throws -> CSVFile {
    let positions = try positions(of: columns ?? columnNames)
    let whole = (0..<rowCount).filter { row in
      !positions.contains { cells[row * columnNames.count + $0].isMissing(in: bytes) }
    }
    guard !whole.isEmpty else {
      throw DataError(
        file: name, expected: "a row without missing values", found: "none in \(rowCount) rows")
    }
    return CSVFile(self, rows: whole)
  }

  private func positions(of columns: [String]) throws -> [Int] {
    var positions: [Int] = []
    for column in columns {
      guard let position = places[column] else {
        let few = columnNames.prefix(12).map { DataError.quoted($0) }.joined(separator: ", ")
        let more = columnNames.count - 12
        let known = more > 0 ? few + " and \(more) more" : few
        throw DataError(
          file: name, expected: "a column \(DataError.quoted(column))", found: "only \(known)")
      }
      positions.append(position)
    }
    return positions
  }

  private func notANumber(_ cell: CSVScanner.Cell, _ row: Int, _ position: Int) -> DataError {
    DataError(
      file: name, line: lines[row],
      expected: "a number in column \(DataError.quoted(columnNames[position]))",
      found: cell.isMissing(in: bytes)
        ? "a missing value; leave such rows out with droppingMissing()"
        : DataError.quoted(cell.text(in: bytes)))
  }
}

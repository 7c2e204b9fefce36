/// A rectangle of characters with colours, from which come the lines of a picture.
struct CharacterCanvas {
  /// One character, its colour and that of its background, as numbers of the terminal's 256.
  struct Cell: Equatable {
    var character: Character = " "
    var colour: Int?
    var background: Int?
  }

  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: Cell(), count: self.width * self.height)
  }

  /// A cell; outside of the canvas there is nothing to read and nothing to write.
  subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * width + column] : Cell() }
    set { if contains(row, column) { cells[row * width + column] = newValue } }
  }

  func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < height && column >= 0 && column < width
  }

  /// Writes words from a column on; what does not fit is left out.
  mutating func write(_ words: String, row: Int, column: Int, colour: Int? = nil) {
    var column = column
    for character in words where character.displayWidth > 0 {
      let isWide = character.displayWidth > 1
      if contains(row, column), contains(row, column + (isWide ? 1 : 0)) {
        let background = self[row, column].background
        self[row, column] = Cell(character: character, colour: colour, background: background)
        if isWide { self[row, column + 1] = Cell(character: "\u{200B}", colour: colour) }
      }
      column += character.displayWidth
    }
  }

  /// Whether nothing is written in so many columns.
  func isFree(row: Int, columns: Range<Int>) -> Bool {
    columns.allSatisfy { contains(row, $0) && self[row, $0].character == " " }
  }

  /// The lines from the top, with colour codes if they are wanted, without spaces at the end.
  func lines(hasColour: Bool) -> [String] {
    (0..<height).map { row in
      var cells = (0..<width).map { self[row, $0] }
      while let last = cells.last, last.character == " ", last.background == nil {
        cells.removeLast()
      }
      return hasColour ? Self.coloured(cells) : String(cells.map(\.character))
    }.map { $0.replacing("\u{200B}", with: "") }
  }

  private static func coloured(_ cells: [Cell]) -> String {
    var line = ""
    var colour: Int?
    var background: Int?
    for cell in cells {
      let wanted = cell.character == " " ? colour : cell.colour
      if wanted != colour || cell.background != background {
        var codes = ["0"]
        if let wanted { codes.append("38;5;\(wanted)") }
        if let shade = cell.background { codes.append("48;5;\(shade)") }
        line += "\u{1B}[\(codes.joined(separator: ";"))m"
        (colour, background) = (wanted, cell.background)
      }
      line.append(cell.character)
    }
    return colour == nil && background == nil ? line : line + "\u{1B}[0m"
  }
}

/// Dots of 2 x 4 in each character, by the Braille characters of Unicode.
struct DotCanvas {
  let columns: Int
  let rows: Int
  private var bits: [UInt8]
  private var colours: [Int]

  /// A canvas of so many characters.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    bits = Array(repeating: 0, count: max(0, columns * rows))
    colours = Array(repeating: 0, count: max(0, columns * rows))
  }

  private static let bit: [[UInt8]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  /// Sets the dot at a position between 0 and 1, counted from the lower left.
  mutating func set(x: Double, y: Double, colour: Int) {
    let column = Int((x * Double(columns * 2)).rounded(.down))
    let row = Int(((1 - y) * Double(rows * 4)).rounded(.down))
    set(column: min(column, columns * 2 - 1), row: min(row, rows * 4 - 1), colour: colour)
  }

  /// Sets the dot at a dot's column and row, counted from the upper left.
  mutating func set(column: Int, row: Int, colour: Int) {
    guard column >= 0, row >= 0, column < columns * 2, row < rows * 4 else { return }
    let cell = row / 4 * columns + column / 2
    bits[cell] |= Self.bit[row % 4][column % 2]
    colours[cell] = colour
  }

  /// Lays the dots over a canvas, from this row and column on; dots already there stay.
  func draw(on canvas: inout CharacterCanvas, row: Int, column: Int) {
    for index in bits.indices where bits[index] != 0 {
      let (cellRow, cellColumn) = (row + index / columns, column + index % columns)
      var cell = canvas[cellRow, cellColumn]
      let present = cell.character.unicodeScalars.first?.value ?? 0
      let dots = UInt32(bits[index]) | ((0x2800...0x28FF).contains(present) ? present - 0x2800 : 0)
      cell.character = Character(Unicode.Scalar(0x2800 + dots) ?? " ")
      cell.colour = colours[index]
      canvas[cellRow, cellColumn] = cell
    }
  }
}

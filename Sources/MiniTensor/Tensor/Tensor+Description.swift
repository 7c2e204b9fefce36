import Foundation

extension Tensor: CustomStringConvertible {
  /// The numbers in aligned columns, matrices as rows, large tensors abbreviated.
  ///
  ///     [[1.0, 2.5],
  ///      [3.0, 4.0]]
  public var description: String {
    if rank == 0 { return TensorPrinter.plain(scalars[0]) }
    var printer = TensorPrinter(self)
    printer.write(axis: 0, offset: 0)
    return printer.text
  }
}

/// Writes nested brackets.
///
/// Long axes are shortened to their first and last three entries.
private struct TensorPrinter {
  let scalars: [Float]
  let shape: Shape
  let isShortened: Bool
  /// How all numbers of one tensor are written, so that their points stand in one column.
  let format: String
  let width: Int
  var text = ""

  init(_ tensor: Tensor) {
    scalars = tensor.scalars
    shape = tensor.shape
    isShortened = scalars.count > 200
    let shown = TensorPrinter.visible(scalars, shape, isShortened)
    let format = TensorPrinter.format(for: shown)
    self.format = format
    width = shown.map { TensorPrinter.text(of: $0, format).count }.max() ?? 0
  }

  mutating func write(axis: Int, offset: Int) {
    let step = shape[(axis + 1)...].reduce(1, *)
    let isLast = axis == shape.count - 1
    text += "["
    for (position, index) in TensorPrinter.entries(shape[axis], isShortened).enumerated() {
      if position > 0 { text += isLast ? ", " : separator(after: axis) }
      guard let index else {
        text += "..."
        continue
      }
      if isLast {
        let number = TensorPrinter.text(of: scalars[offset + index], format)
        text += String(repeating: " ", count: width - number.count) + number
      } else {
        write(axis: axis + 1, offset: offset + index * step)
      }
    }
    text += "]"
  }

  /// Between matrices an empty line; rows begin below each other.
  private func separator(after axis: Int) -> String {
    "," + String(repeating: "\n", count: shape.count - 1 - axis)
      + String(repeating: " ", count: axis + 1)
  }

  /// The positions that are shown along an axis; nil stands for "...".
  static func entries(_ extent: Int, _ isShortened: Bool) -> [Int?] {
    guard isShortened, extent > 7 else { return Array(0..<extent) }
    return [0, 1, 2, nil, extent - 3, extent - 2, extent - 1]
  }

  static func visible(_ scalars: [Float], _ shape: Shape, _ isShortened: Bool) -> [Float] {
    guard isShortened else { return scalars }
    var offsets = [0]
    for extent in shape {
      let indices = entries(extent, true).compactMap { $0 }
      offsets = offsets.flatMap { offset in indices.map { offset * extent + $0 } }
    }
    return offsets.map { scalars[$0] }
  }

  /// Four decimals at most, fewer when all numbers are exact with fewer.
  ///
  /// Very large numbers, and small ones that four decimals would round to nothing, ask for powers
  /// of ten.
  static func format(for numbers: [Float]) -> String {
    let sizes = numbers.filter { $0.isFinite && $0 != 0 }.map(Swift.abs)
    let (largest, smallest) = (sizes.max() ?? 1, sizes.min() ?? 1)
    if largest >= 1e7 || largest < 1e-2 || (smallest < 5e-5 && largest > 1e4 * smallest) {
      return "%.3e"
    }
    for decimals in 1..<4 {
      let scale = Float(pow(10, Double(decimals)))
      let isExact = sizes.allSatisfy { size in
        let scaled = size * scale
        return Swift.abs(scaled.rounded() - scaled) <= 1e-6 * scaled
      }
      if isExact { return "%.\(decimals)f" }
    }
    return "%.4f"
  }

  static func text(of number: Float, _ format: String) -> String {
    number.isFinite ? String(format: format, Double(number)) : plain(number)
  }

  static func plain(_ number: Float) -> String {
    number.isNaN ? "nan" : "\(number)"
  }
}

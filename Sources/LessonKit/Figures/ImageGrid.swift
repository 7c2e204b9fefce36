/// Grey pictures in rows, each with a caption if wanted.
///
///     ImageGrid(digits, width: 8, captions: ["3, taken for 8", ...])
///
/// A value of 0 is paper and 1 is ink; where there are negative values (filters, weights) they
/// get a colour of their own.
public struct ImageGrid: FigureElement {
  /// Alone in its panel.
  public var content: FigureContent { .alone(.imageGrid(self)) }

  let images: [[Double]]
  let width: Int
  let captions: [Text]
  let columns: Int?
  let range: ClosedRange<Double>?

  /// Grey pictures.
  ///
  /// - Parameters:
  ///   - images: for each picture its values, row after row from the top.
  ///   - width: the pixels of a row.
  ///   - captions: a short line below each.
  ///   - columns: how many pictures a row.
  ///   - range: the values of paper and ink; by default from 0, or the least, to the greatest.
  public init(
    _ images: [[some Plottable]], width: Int, captions: [Text] = [], columns: Int? = nil,
    range: ClosedRange<Double>? = nil
  ) {
    precondition(width > 0, "ImageGrid: the width needs to be at least 1, not \(width)")
    let size = images.first?.count ?? 0
    precondition(
      images.allSatisfy { $0.count == size && $0.count.isMultiple(of: width) },
      "ImageGrid: the pictures are not all of the same size, \(width) wide")
    precondition(
      captions.isEmpty || captions.count == images.count,
      "ImageGrid: \(captions.count) captions for \(images.count) pictures")
    self.images = images.map { $0.map(\.plotted) }
    self.width = width
    self.captions = captions
    self.columns = columns
    self.range = range
  }
}

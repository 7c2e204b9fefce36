/// A matrix of coloured cells; small ones show their numbers: a confusion matrix.
///
///     HeatMap(counts, rows: digits, columns: digits)
///
/// The figure's axes give the labels of the two sides. Negative values get a colour of their own.
public struct HeatMap: FigureElement {
  /// Alone in its panel.
  public var content: FigureContent { .alone(.heatMap(self)) }

  let values: [[Double]]
  let rowLabels: [Text]
  let columnLabels: [Text]
  let decimals: Int?
  let showsValues: Bool?
  let range: ClosedRange<Double>?

  /// A heat map.
  ///
  /// - Parameters:
  ///   - values: the rows, from the top.
  ///   - rows: the rows' labels.
  ///   - columns: the columns' labels.
  ///   - decimals: of the numbers in the cells; as many as they need by default.
  ///   - showsValues: whether the numbers stand in the cells; by default where they fit.
  ///   - range: the values of the palest and the strongest colour.
  public init(
    _ values: [[some Plottable]], rows: [Text] = [], columns: [Text] = [], decimals: Int? = nil,
    showsValues: Bool? = nil, range: ClosedRange<Double>? = nil
  ) {
    let width = values.first?.count ?? 0
    precondition(
      values.allSatisfy { $0.count == width }, "HeatMap: the rows are not equally long")
    precondition(
      rows.isEmpty || rows.count == values.count,
      "HeatMap: \(rows.count) row labels for \(values.count) rows")
    precondition(
      columns.isEmpty || columns.count == width,
      "HeatMap: \(columns.count) column labels for \(width) columns")
    self.values = values.map { $0.map(\.plotted) }
    rowLabels = rows
    columnLabels = columns
    self.decimals = decimals
    self.showsValues = showsValues
    self.range = range
  }
}

/// Points, in groups if there are several kinds.
///
///     Points(flowers, group: labels, names: ["setosa", "versicolor"])
///     Points(x: lengths, y: widths)
///     Points(x: [0, 0, 1, 1], y: [0, 1, 0, 1], group: [0, 1, 1, 0], labels: ["0", "1", "1", "0"])
public struct Points: FigureElement {
  /// On the axes, over or under others.
  public var content: FigureContent { .onAxes(.points(self)) }

  let x: [Double]
  let y: [Double]
  let group: [Int]
  let names: [Text]
  let labels: [Text]

  /// Points from their two coordinates.
  ///
  /// - Parameters:
  ///   - x: to the right.
  ///   - y: upwards.
  ///   - group: the kind of each point, from 0; it chooses the mark and the colour.
  ///   - names: the kinds' names, for the legend.
  ///   - labels: a short text beside each point.
  public init(
    x: some Sequence<some Plottable>, y: some Sequence<some Plottable>, group: [Int] = [],
    names: [Text] = [], labels: [Text] = []
  ) {
    self.x = x.map(\.plotted)
    self.y = y.map(\.plotted)
    self.group = group
    self.names = names
    self.labels = labels
    let count = self.x.count
    precondition(self.y.count == count, "Points: \(count) x for \(self.y.count) y")
    precondition(
      group.isEmpty || group.count == count, "Points: \(group.count) groups for \(count)")
    precondition(
      labels.isEmpty || labels.count == count, "Points: \(labels.count) labels for \(count)")
    precondition(group.allSatisfy { $0 >= 0 }, "Points: a group's number is negative")
  }

  /// Points from rows of `[x, y]`.
  public init(
    _ rows: [[some Plottable]], group: [Int] = [], names: [Text] = [], labels: [Text] = []
  ) {
    precondition(rows.allSatisfy { $0.count == 2 }, "Points: each row needs to be [x, y]")
    self.init(
      x: rows.map { $0[0] }, y: rows.map { $0[1] }, group: group, names: names, labels: labels)
  }

  /// The number of kinds.
  var groupCount: Int { max(1, names.count, (group.max() ?? 0) + 1) }
}

/// A picture that moves: the same figure at several moments, such as the epochs of a training.
///
///     board.draw(
///       Film(
///         "The line turns", caption: "After every mistake the line moves.", over: history,
///         label: { "epoch \($0.epoch)" },
///         x: Axis("length", range: 4...7), y: Axis("width", range: 1...5)
///       ) { moment in
///         Region(names: ["setosa", "versicolor"]) { x, y in moment.neuron.predict([x, y]) }
///         Points(flowers, group: labels)
///       })
///
/// A terminal plays it in place; elsewhere three stations are printed, the first, the middle one
/// and the last. As SVG it moves without a script, and on a page it has a player. What is the same
/// in all frames is drawn once.
///
/// Give the axes ranges, so that they stay while the frames change. Record little while the
/// experiment runs, a list of weights a frame; what a frame shows is computed only where it is
/// seen. Two dozen frames are plenty.
public struct Film {
  /// One moment.
  struct Frame {
    let label: Text
    let elements: () -> [any FigureElement]
  }

  let title: Text
  let caption: Text?
  let x: Axis
  let y: Axis
  let aspect: Figure.Aspect
  let name: String?
  let frames: [Frame]

  /// A film.
  ///
  /// - Parameters:
  ///   - title: the line above.
  ///   - caption: a sentence below.
  ///   - moments: what each frame is made of, the first moment first.
  ///   - label: the name of a moment: `"epoch 3"`.
  ///   - x: the axis to the right, with a range.
  ///   - y: the axis upwards, with a range.
  ///   - aspect: whether a unit is as long on both axes.
  ///   - name: the end of the file's name; from the title by default.
  ///   - frame: the elements of a moment, the lowest first, or only panels; the same kinds for
  ///     each.
  /// - Precondition: there is a moment.
  public init<Moment>(
    _ title: Text, caption: Text? = nil, over moments: some Sequence<Moment>,
    label: (Moment) -> Text, x: Axis = .automatic, y: Axis = .automatic,
    aspect: Figure.Aspect = .automatic, name: String? = nil,
    @FigureBuilder _ frame: @escaping (Moment) -> [any FigureElement]
  ) {
    self.title = title
    self.caption = caption
    self.x = x
    self.y = y
    self.aspect = aspect
    self.name = name
    frames = moments.map { moment in Frame(label: label(moment)) { frame(moment) } }
    precondition(!frames.isEmpty, "Film \"\(title)\": there is no moment to show")
  }

  /// A film over numbers: `Film("The line turns", over: 0...12, of: "epoch") { epoch in ... }`.
  public init(
    _ title: Text, caption: Text? = nil, over steps: some Sequence<Int>, of unit: Text,
    x: Axis = .automatic, y: Axis = .automatic, aspect: Figure.Aspect = .automatic,
    name: String? = nil, @FigureBuilder _ frame: @escaping (Int) -> [any FigureElement]
  ) {
    self.init(
      title, caption: caption, over: steps, label: { "\(unit) \($0)" }, x: x, y: y, aspect: aspect,
      name: name, frame)
  }

  /// The frame at this place, as a figure under the film's title and its own name.
  func figure(_ index: Int, isCaptioned: Bool = true) -> Figure {
    Figure(
      "\(title): \(frames[index].label)", caption: isCaptioned ? caption : nil, x: x, y: y,
      aspect: aspect, name: name, frames[index].elements)
  }

  /// The first, the middle and the last frame, as far as there are so many.
  var stations: [Int] {
    let last = frames.count - 1
    return Set([0, last / 2, last]).sorted()
  }

  /// The file name without its ending: `lesson02-turning`.
  func slug(of card: LessonCard) -> String {
    card.slug + "-" + Figure.slug(name ?? title.english)
  }
}

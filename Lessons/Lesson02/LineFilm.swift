import LessonKit

extension Lesson02 {
  /// Where the line was after a mistake, and the flower that moved it.
  struct Correction {
    let neuron: Perceptron
    let epoch: Int
    /// The flower's place; nothing before the first mistake.
    let flower: Int?
  }

  /// The line after each correction of a perceptron that begins with zeros; 24 at most.
  static func corrections(_ flowers: Examples, epochs: Int, learningRate: Float) -> [Correction] {
    var neuron = Perceptron(inputs: 2)
    var corrections = [Correction(neuron: neuron, epoch: 0, flower: nil)]
    for epoch in 1...epochs {
      for (place, (x, label)) in zip(flowers.x, flowers.labels).enumerated()
      where neuron.learn(x, label: label, learningRate: learningRate) {
        corrections.append(Correction(neuron: neuron, epoch: epoch, flower: place))
      }
    }
    return Array(corrections.prefix(24))
  }

  /// The line turns, correction by correction.
  static func lineTurning(_ flowers: Examples, learningRate: Float) -> Film {
    let corrections = corrections(flowers, epochs: 10, learningRate: learningRate)
    return Film(
      "The line turns",
      caption:
        "One frame a correction; where the dotted lines meet stands the flower that was answered wrongly.",
      over: corrections.enumerated(),
      label: {
        $0.offset == 0
          ? "before the first flower" : "correction \($0.offset), epoch \($0.element.epoch)"
      },
      x: Axis("sepal length (cm)", range: 4...7.2), y: Axis("petal length (cm)", range: 0.8...5.4),
      name: "film-line"
    ) { moment in
      let neuron = moment.element.neuron
      Region(names: ["setosa", "versicolor"]) { neuron.answer([$0, $1]) > 0 ? 1 : 0 }
      Points(flowers.x, group: flowers.groups, names: ["setosa", "versicolor"])
      if let flower = moment.element.flower {
        Lines.vertical(at: flowers.x[flower][0], style: .dotted, colour: 2)
        Lines.horizontal(at: flowers.x[flower][1], style: .dotted, colour: 2)
      }
    }
  }
}

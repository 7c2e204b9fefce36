import LessonKit

extension Network {
  /// The net as a picture: at each neuron its threshold, on inhibitory synapses the word "forbids".
  ///
  /// - Parameter layers: the cells from left to right, by their English names, if they are not to
  ///   find their own places.
  func graph(layers: [[String]]? = nil) -> Graph {
    let nodes = names.enumerated().map { cell, name in
      let neuron = cell < receptorCount ? nil : neurons[cell - receptorCount]
      return Graph.Node(name.english, neuron.map { "\($0.threshold)" }, label: name)
    }
    var edges: [Graph.Edge] = []
    for (index, neuron) in neurons.enumerated() {
      let target = names[receptorCount + index].english
      for source in neuron.excitatory { edges.append(Graph.Edge(names[source].english, target)) }
      for source in neuron.inhibitory {
        edges.append(Graph.Edge(names[source].english, target, "forbids"))
      }
    }
    return Graph(nodes: nodes, edges: edges, layers: layers)
  }

  /// What the chosen cells did over time: one line a cell.
  ///
  /// - Parameters:
  ///   - history: the activity of all cells, `[time][cell]`.
  ///   - cells: the cells to show, from top to bottom; all of them if none is named.
  func raster(_ history: [[Bool]], of cells: [Cell]? = nil) -> SpikeRaster {
    let cells = cells ?? Array(names.indices)
    return SpikeRaster(
      cells.map { cell in history.map { $0[cell] } },
      names: cells.map { names[$0] })
  }
}

/// A spike train from a word: `1` is a spike, anything else is silence.
func train(_ word: String) -> [Bool] { word.map { $0 == "1" } }

/// The spike train of one cell as a word, the inverse of ``train(_:)``.
func word(_ history: [[Bool]], of cell: Cell) -> String {
  history.map { $0[cell] ? "1" : "." }.joined()
}

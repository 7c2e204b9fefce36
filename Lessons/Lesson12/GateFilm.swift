import LessonKit
import MiniTensor

extension Writer {
  /// What the three gates and the cells are at one symbol, and the symbols up to it.
  struct Moment {
    let read: String
    /// Input, forget and output gate, each from 0 to 1, and what stands in the cell, by tanh from
    /// -1 to 1.
    let rows: [[Float]]
  }

  /// Reads a text symbol by symbol with the equations of MemoryCell.swift, and watches some of the
  /// cells.
  func watch(_ text: [Int], symbols: [Character], cells: Int) -> [Moment] {
    withoutGradients {
      let size = lstm.recurrentWeight.shape[0]
      var hidden = Tensor.zeros(1, size)
      var cell = Tensor.zeros(1, size)
      var read = ""
      var moments: [Moment] = []
      for symbol in text {
        let x = embedding([symbol]).value.reshaped(1, lstm.inputWeight.shape[0])
        let sums =
          x.matmul(lstm.inputWeight.value) + hidden.matmul(lstm.recurrentWeight.value)
          + lstm.bias.value  // [1, 4 hidden]
        func block(_ k: Int) -> Tensor { sums.columns(Array(k * size..<(k + 1) * size)) }
        let (input, forget, output) = (block(0).sigmoid(), block(1).sigmoid(), block(2).sigmoid())
        cell = forget * cell + input * block(3).tanh()
        hidden = output * cell.tanh()
        read.append(symbols[symbol])
        moments.append(
          Moment(
            read: read,
            rows: [input, forget, output, cell.tanh()].map { Array($0.scalars.prefix(cells)) }))
      }
      return moments
    }
  }
}

extension Lesson12 {
  /// The gates while the network reads a sentence that it has never seen.
  static func gates(_ writer: Writer, _ library: Library) -> Film {
    let cells = 32
    // From where a sentence begins, if one does.
    let unseen = library.test.prefix(2000)
    let ends = zip(unseen.indices, unseen.dropFirst(2)).filter { place, next in
      library.symbols[unseen[place]] == "." && library.symbols[next].isUppercase
    }
    let sentence = Array(library.test.dropFirst(ends.first.map { $0.0 + 2 } ?? 0).prefix(40))
    let symbols = library.symbols.map { $0.isNewline ? " " : $0 }
    let moments = writer.watch(sentence, symbols: symbols, cells: cells)
    return Film(
      "The gates while it reads",
      caption: """
        \(cells) of the cells, a column each, at every symbol of a text that it has never seen. Dark is open; \
        what stands in a cell has a colour of its own below zero.
        """,
      over: moments.enumerated().dropFirst(4),
      label: { "symbol \($0.offset + 1): \(Text(verbatim: $0.element.read))|" },
      x: "cells", name: "film-gates"
    ) { moment in
      HeatMap(
        moment.element.rows, rows: ["input gate", "forget gate", "output gate", "in the cell"],
        showsValues: false, range: -1...1)
    }
  }
}

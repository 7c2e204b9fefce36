import AnswerSheet
import WorkbenchKit

/// Your own room: `swift run Workbench` shows what is in it.
///
/// The projects are given, and you may change them. Your own programs come to the list below: a
/// type in a file of its own in this folder, like `Scratch`.
@main enum Workbench {
  static let projects: [any BenchProgram.Type] = [
    Calculator.self, PerceptronReader.self, OwnNetwork.self, OwnEngine.self, OwnConvolution.self,
    NameWriter.self, SortingAttention.self, NoiseToData.self,
  ]

  static let own: [any BenchProgram.Type] = [Scratch.self]

  static func main() {
    Bench(projects + own, answers: AnswerSheet.lesson).main()
  }
}

import Checks
import Foundation
import LessonKit

/// The short program that does for one table what the report did, to go on from.
struct TableProgram {
  private let plan: TablePlan
  private let features: [Feature]

  init(_ plan: TablePlan, _ features: [Feature]) {
    (self.plan, self.features) = (plan, features)
  }

  // MARK: - Where

  private static var bench: URL { ProjectRecord.root.appendingPathComponent("Exercises/Workbench") }

  /// Where it will be written: never over a file that is there.
  static func place(for table: URL, wish: String?) throws -> URL {
    let files = FileManager.default
    if let wish {
      let url = URL(fileURLWithPath: wish)
      guard url.pathExtension == "swift", typeName(url) != nil else {
        throw TablePlan.Trouble(
          description: "--out needs a file such as MyTable.swift, not \"\(wish)\"")
      }
      guard !files.fileExists(atPath: url.path) else {
        throw TablePlan.Trouble(description: "--out: \(wish) exists, and nothing is overwritten")
      }
      let folder = url.deletingLastPathComponent().path
      guard files.isWritableFile(atPath: folder) else {
        throw TablePlan.Trouble(description: "--out: nothing can be written into \(folder)")
      }
      return url
    }
    let folder =
      files.isWritableFile(atPath: bench.path)
      ? bench : URL(fileURLWithPath: files.currentDirectoryPath)
    let name = swiftName(table.deletingPathExtension().lastPathComponent) + "Table"
    var url = folder.appendingPathComponent("\(name).swift")
    var number = 2
    while files.fileExists(atPath: url.path) {
      url = folder.appendingPathComponent("\(name)\(number).swift")
      number += 1
    }
    return url
  }

  /// "auto-mpg 2" becomes "AutoMpg2".
  static func swiftName(_ words: String) -> String {
    let letters = words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    let parts = String(letters).split(separator: " ")
    let name = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return name.first?.isLetter == true ? name : "My" + name
  }

  private static func typeName(_ url: URL) -> String? {
    let name = url.deletingPathExtension().lastPathComponent
    let isName =
      name.first?.isLetter == true && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isName ? name : nil
  }

  private var type: String { Self.typeName(plan.output) ?? "MyTable" }

  /// The path, from the course's folder where it lies in it.
  var shownPath: String {
    let root = ProjectRecord.root.path + "/"
    let path = plan.output.path
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }

  /// How to run it.
  var advice: Text {
    let word = type.reduce(into: "") { name, character in
      if character.isUppercase, !name.isEmpty { name += "-" }
      name += character.lowercased()
    }
    let isAtHome = plan.output.deletingLastPathComponent().path == Self.bench.path
    return isAtHome
      ? """
      Add \(type).self to the list `own` in Exercises/Workbench/Workbench.swift, and it runs by: \
      swift run Workbench \(word)
      """
      : """
      Put it into Exercises/Workbench, add \(type).self to the list `own` in Workbench.swift there, and it runs by: \
      swift run Workbench \(word)
      """
  }

  // MARK: - What

  func write() throws {
    do {
      // Another program may have made the file since: then it stays, and this one fails.
      try Data(text.utf8).write(to: plan.output, options: .withoutOverwriting)
    } catch {
      throw TablePlan.Trouble(
        description: "\(plan.output.path) cannot be written: \(error.localizedDescription)")
    }
  }

  var text: String {
    let list = features.map { "    \(Self.code($0)),\n" }.joined()
    let path = Self.quoted(plan.url.standardizedFileURL.path)
    let target = Self.quoted(plan.targetColumn)
    return """
      import Datasets
      import Foundation
      import LessonKit
      import MiniTensor
      import WorkbenchKit

      /// \(plan.table.name.filter { !$0.isNewline }), to go on from: take columns out, change the
      /// network, guess first, and look.
      enum \(type): BenchProgram {
        static let features: [Feature] = [
      \(list)  ]

        static func run(on board: Board) throws {
          let table = try DataTable(contentsOf: URL(fileURLWithPath: \(path)))
      \(isClasses ? classesBody(target) : numbersBody(target))\
        }
      }

      """
  }

  private var isClasses: Bool {
    if case .classes = plan.target { true } else { false }
  }

  private var split: String {
    let classes = isClasses ? ", classes: labels" : ""
    guard let days = plan.days else {
      return "RowSplit(rows\(classes), using: &generator)"
    }
    return "RowSplit(rows, latestBy: try table.days(\(Self.quoted(days.column))))"
  }

  private func classesBody(_ target: String) -> String {
    """
        let (names, labels) = try table.classes(\(target))
        let rows = labels.indices.filter { labels[$0] != nil }
        var generator = RandomGenerator(seed: board.seed)
        let split = \(split)
        let prepare = try Preparation(features, of: table, fitting: split.train)
        let network = Sequential(
          Linear(inputSize: prepare.width, outputSize: 32, using: &generator), Activation.relu,
          Linear(inputSize: 32, outputSize: names.count, using: &generator))
        let optimizer = AdamW(network.parameters, learningRate: 0.004, weightDecay: 0.01)
        func loss(_ rows: [Int]) -> Variable {
          softmaxCrossEntropy(logits: network(prepare(rows)), labels: rows.map { labels[$0]! })
        }
    \(training)
        let answers = withoutGradients { network(prepare(split.test)).value.argmax(axis: 1) }
        let share = accuracy(answers, split.test.map { labels[$0]! })
        board.say("Of \\(split.test.count) rows never seen, right: \\(share, percent: 1)")

    """
  }

  private func numbersBody(_ target: String) -> String {
    """
        let numbers = try table.numbers(\(target))
        let rows = numbers.indices.filter { numbers[$0] != nil }
        var generator = RandomGenerator(seed: board.seed)
        let split = \(split)
        let prepare = try Preparation(features, of: table, fitting: split.train)
        func targets(_ rows: [Int]) -> Tensor {
          Tensor(rows.map { numbers[$0]! }, shape: [rows.count, 1])
        }
        let scale = Standardizer(fitting: targets(split.train))
        let network = Sequential(
          Linear(inputSize: prepare.width, outputSize: 32, using: &generator), Activation.relu,
          Linear(inputSize: 32, outputSize: 1, using: &generator))
        let optimizer = AdamW(network.parameters, learningRate: 0.004, weightDecay: 0.01)
        func loss(_ rows: [Int]) -> Variable {
          meanSquaredError(network(prepare(rows)), scale(targets(rows)))
        }
    \(training)
        let answers = withoutGradients { network(prepare(split.test)).value }
        let error = (answers - scale(targets(split.test))).squared().mean().squareRoot()
        let inUnits = error * scale.standardDeviation.scalars[0]
        board.say("Typical error on \\(split.test.count) rows never seen: \\(inUnits)")

    """
  }

  private var training: String {
    """
        var curve: [Float] = []
        for _ in 1...60 {
          let order = generator.permutation(split.train.count).map { split.train[$0] }
          for start in stride(from: 0, to: order.count, by: 32) {
            optimizer.zeroGradients()
            loss(Array(order[start..<min(start + 32, order.count)])).backward()
            optimizer.step()
          }
          curve.append(withoutGradients { loss(split.validation).value.scalar })
        }
        board.draw(
          Figure("Loss on the validation rows", x: "epoch", y: "loss") {
            Lines(x: 1...curve.count, y: curve)
          })
    """
  }

  private static func code(_ feature: Feature) -> String {
    switch feature {
    case .number(let column): ".number(\(quoted(column)))"
    case .words(let column): ".words(\(quoted(column)))"
    case .date(let column): ".date(\(quoted(column)))"
    }
  }

  /// A text as Swift code: nothing in a column's name can end it, or be run.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

import ExerciseKit

/// A short computation with numbers of a type that the learner has written.
///
/// Exercises 6.1 and 6.4 ask for a type, not for a function. The judge cannot hold its values, so
/// it sends what is to be done with them: each step makes a value out of earlier ones, or reads a
/// number out of one.
///
///     let product: NumberProgram =
///       [.leaf(5), .leaf(3), .times(0, 1), .receive(2, 1), .gradient(0)]
public struct NumberProgram: Sendable, Transferable, SelfDescribing,
  ExpressibleByArrayLiteral
{
  /// One step: what is done, with which earlier steps and numbers.
  public struct Step: Sendable, Equatable {
    let name: String
    let operands: [Double]
  }

  /// The steps in order.
  public var steps: [Step]

  /// A program of these steps.
  public init(arrayLiteral steps: Step...) { self.steps = steps }

  /// A program of these steps.
  public init(_ steps: [Step]) { self.steps = steps }

  /// The value as it travels.
  public var transferred: Value {
    .list(steps.map { .list([.text($0.name)] + $0.operands.map(Value.number)) })
  }

  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    steps = try value.elements.map { step in
      let words = try step.elements
      guard let name = words.first else { throw Mismatch(Step.self) }
      return Step(
        name: try String(transferred: name),
        operands: try words.dropFirst().map { try Double(transferred: $0) })
    }
  }
}

extension NumberProgram.Step {
  /// A number that was not computed.
  public static func leaf(_ value: Double) -> Self { Self(name: "leaf", operands: [value]) }
  /// A number with the speed at which it changes.
  public static func leaf(_ value: Double, derivative: Double) -> Self {
    Self(name: "leaf", operands: [value, derivative])
  }
  /// The sum of two earlier values.
  public static func plus(_ a: Int, _ b: Int) -> Self { two("+", a, b) }
  /// The difference of two earlier values.
  public static func minus(_ a: Int, _ b: Int) -> Self { two("-", a, b) }
  /// The product of two earlier values.
  public static func times(_ a: Int, _ b: Int) -> Self { two("*", a, b) }
  /// The quotient of two earlier values.
  public static func over(_ a: Int, _ b: Int) -> Self { two("/", a, b) }
  /// e to the power of an earlier value.
  public static func exponential(_ a: Int) -> Self { one("exponential", a) }
  /// The logarithm of an earlier value.
  public static func logarithm(_ a: Int) -> Self { one("logarithm", a) }
  /// The sine of an earlier value.
  public static func sine(_ a: Int) -> Self { one("sine", a) }
  /// Sends a gradient into an earlier value; the step itself makes no value of its own.
  public static func receive(_ a: Int, _ gradient: Double) -> Self {
    Self(name: "receive", operands: [Double(a), gradient])
  }
  /// Reads an earlier value.
  public static func value(_ a: Int) -> Self { one("value", a) }
  /// Reads the gradient of an earlier value.
  public static func gradient(_ a: Int) -> Self { one("gradient", a) }
  /// Reads the derivative of an earlier value.
  public static func derivative(_ a: Int) -> Self { one("derivative", a) }

  private static func one(_ name: String, _ a: Int) -> Self {
    Self(name: name, operands: [Double(a)])
  }
  private static func two(_ name: String, _ a: Int, _ b: Int) -> Self {
    Self(name: name, operands: [Double(a), Double(b)])
  }
}

// MARK: - Running a program

extension NumberProgram {
  /// Runs the program with numbers that remember how they were computed; what it reads, in order.
  public func run<Number: GraphNumber>(with type: Number.Type) -> [Double] {
    run { leaf in
      Number(leaf[0])
    } compute: { name, a, b in
      name == "+" ? a + b! : a * b!
    } read: { name, number, operands in
      switch name {
      case "receive":
        number.receive(operands[1])
        return nil
      case "gradient": return number.gradient
      default: return number.value
      }
    }
  }

  /// Runs the program with numbers that carry their derivative along; what it reads, in order.
  public func run<Number: DualNumber>(with type: Number.Type) -> [Double] {
    run { leaf in
      Number(leaf[0], derivative: leaf.count > 1 ? leaf[1] : 0)
    } compute: { name, a, b in
      switch name {
      case "+": a + b!
      case "-": a - b!
      case "*": a * b!
      case "/": a / b!
      case "exponential": a.exponential()
      case "logarithm": a.logarithm()
      default: a.sine()
      }
    } read: { name, number, _ in
      name == "derivative" ? number.derivative : number.value
    }
  }

  private func run<Number>(
    leaf: ([Double]) -> Number, compute: (_ name: String, Number, Number?) -> Number,
    read: (_ name: String, Number, _ operands: [Double]) -> Double?
  ) -> [Double] {
    var numbers: [Number] = []
    var results: [Double] = []
    for step in steps {
      func operand(_ place: Int) -> Number { numbers[Int(step.operands[place])] }
      switch step.name {
      case "leaf":
        numbers.append(leaf(step.operands))
      case "receive", "value", "gradient", "derivative":
        if let result = read(step.name, operand(0), step.operands) { results.append(result) }
      default:
        numbers.append(
          compute(step.name, operand(0), step.operands.count > 1 ? operand(1) : nil))
      }
    }
    return results
  }
}

import Testing

/// No public entry of MiniTensor is missing from the comparison with PyTorch.
@Suite struct CoverageTests {
  @Test func everyEntryIsCompared() throws {
    let names = Set(try CaseFile.whole.get().cases.map(\.name))
    #expect(names == Set(Operation.all.keys))
    let compared = Set(Operation.all.values.filter { names.contains($0.name) }.flatMap(\.entries))
    let entries = Set(PublicEntries.all)
    let excused = Self.excused.names
    #expect(entries.count > 250)
    #expect(entries.subtracting(compared).subtracting(excused).sorted() == [], "not compared")
    #expect(compared.union(excused).subtracting(entries).sorted() == [], "no longer there")
    #expect(compared.intersection(excused).sorted() == [], "compared after all")
  }

  /// What PyTorch has no answer for, and where it is tested instead.
  static var excused: ListWithReasons {
    ListWithReasons(
      """
      draws from a generator of ours, as RandomGeneratorTests see:
        Initializer.callAsFunction(_:using:)
        RandomGenerator.==(RandomGenerator, RandomGenerator)
        RandomGenerator.chance(_:)
        RandomGenerator.choice(_:from:withReplacement:)
        RandomGenerator.choice(weights:)
        RandomGenerator.init(seed:)
        RandomGenerator.integer(below:)
        RandomGenerator.next()
        RandomGenerator.normal()
        RandomGenerator.normal(mean:standardDeviation:)
        RandomGenerator.permutation(_:)
        RandomGenerator.split()
        RandomGenerator.uniform()
        RandomGenerator.uniform(in:)
        Tensor.normal(_:mean:standardDeviation:using:)
        Tensor.uniform(_:in:using:)
      holds or compares what every case is made of, as TensorTests see:
        Shape.!=(Shape, [Int])
        Shape.==(Shape, [Int])
        Shape.init(_:)
        Shape.init(arrayLiteral:)
        Shape.subscript(axis:)
        Tensor.init(_: Float)
        Tensor.init(_: [Float])
        Tensor.init(_: [[Float]])
        Tensor.init(_:shape:)
        Tensor.init(arrayLiteral:)
      is how every case runs, or part of it, as VariableTests, UsedGraphTests and GradientTests see:
        LSTM.State.detached()
        Optimizer.init(_:learningRate:weightDecay:memoryCount:)
        Optimizer.update(_:_:_:)
        Variable.backward(from:keepingGraph:)
        Variable.backward(keepingGraph:)
        Variable.detached()
        Variable.init(_: Tensor, from: Variable, pullback: @escaping (Tensor) -> Tensor)
        Variable.init(_: Tensor, from: [Variable], pullback: @escaping (Tensor) -> [Tensor?])
        Variable.init(_:)
        Variable.init(_:from:_:pullback:)
        Variable.init(constant:)
        Variable.zeroGradient()
        gradientCheck(of:step:_:)
        withoutGradients(_:)
      reads and writes files, as ParameterFileTests see:
        ParameterFile.load(_:from:)
        ParameterFile.save(_:to:)
      """)
  }
}

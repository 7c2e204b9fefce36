import Loops

/// How many threads large operations may use: `Threads.$count.withValue(1) { train() }`.
public typealias Threads = Loops.Threads

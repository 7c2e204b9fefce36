import ExerciseKit

/// One expression: an active inhibitory input makes the threshold unreachable.
public func fires(excitatory: [Bool], inhibitory: [Bool], threshold: Int) -> Bool {
  excitatory.reduce(0) { count, isActive in isActive ? count + 1 : count }
    >= (inhibitory.allSatisfy { !$0 } ? threshold : .max)
}

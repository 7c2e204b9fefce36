import Checks
import Exercises02

/// Where the student's answers of lesson 02 meet their checks.
let answers02: [Attempt] = [
  Checks02.prediction.answer(predicted),
  Checks02.updateRule.answer(updated),
  Checks02.training.answer(trained),
  Checks02.margin.answer(.init(margin: margin, bound: mistakeBound)),
  Checks02.manyClasses.answer(.init(winner: winningClass, corrected: corrected)),
]

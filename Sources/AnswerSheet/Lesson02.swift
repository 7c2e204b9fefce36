import Checks
import Exercises02

/// Where the student's answers of lesson 02 meet their checks.
let answers02: [Attempt] = [
  Checks02.updateRule.answer(updated)
]

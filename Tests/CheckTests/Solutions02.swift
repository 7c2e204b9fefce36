import Checks
import Solutions02

let solutions02: [Attempt] = [
  Checks02.updateRule.answer(updated)
]

import Checks
import Exercises01

/// Where the student's answers of lesson 01 meet their checks.
let answers01: [Attempt] = []

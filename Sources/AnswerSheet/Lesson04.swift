import Checks
import Exercises04

/// Where the student's answers of lesson 04 meet their checks.
let answers04: [Attempt] = []

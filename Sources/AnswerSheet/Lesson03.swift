import Checks
import Exercises03

/// Where the student's answers of lesson 03 meet their checks.
let answers03: [Attempt] = []

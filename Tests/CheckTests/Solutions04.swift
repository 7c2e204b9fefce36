import Checks
import Solutions04

let solutions04: [Attempt] = []

import Checks
import Solutions01

let solutions01: [Attempt] = []

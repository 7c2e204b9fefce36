import Checks
import Solutions03

let solutions03: [Attempt] = []

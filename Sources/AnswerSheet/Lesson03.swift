import Checks
import Exercises03

/// Where the student's answers of lesson 03 meet their checks.
let answers03: [Attempt] = [
  Checks03.certificateChecker.answer(isCertificate),
  Checks03.xorNetwork.answer(xorNetwork),
  Checks03.parityNetwork.answer(parityNetwork),
  Checks03.cycleFinder.answer(findCycle),
  Checks03.hiddenRepresentation.answer(hiddenRepresentation),
]

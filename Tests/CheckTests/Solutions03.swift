import Checks
import Solutions03

let solutions03: [Attempt] = [
  Checks03.certificateChecker.answer(isCertificate),
  Checks03.xorNetwork.answer(xorNetwork),
  Checks03.parityNetwork.answer(parityNetwork),
  Checks03.cycleFinder.answer(findCycle),
  Checks03.hiddenRepresentation.answer(hiddenRepresentation),
]

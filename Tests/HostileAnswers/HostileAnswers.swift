import AnswerProtocol
import AnswerServer
import Foundation
import Sandbox

/// Answers to an exercise that does not exist, for the tests of the judge: `HostileAnswers KIND`.
@main struct HostileAnswers {
  static func main() {
    let channel = Confinement.enter()
    let kind = Confinement.arguments.first ?? ""
    if let liar = Liar(rawValue: kind) { liar.run(channel) }
    let offers = [
      Offer("before(_:)") { call in Value(try call.next() as Int) },
      Offer("hostile(_:)") { call in
        guard let hostile = Hostile(rawValue: kind) else { return .nothing }
        return Value(hostile.act(try call.next()))
      },
      Offer("after(_:)") { call in Value(try call.next() as Int) },
    ]
    Server(offers, read: { try channel.read(exactly: $0) }, write: { try channel.write($0) }).run()
  }
}

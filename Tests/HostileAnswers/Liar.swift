import AnswerProtocol
import Foundation
import Sandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program in the place of an answer that does not keep to the rules of the conversation.
enum Liar: String {
  case garbage, hugeLength, endlessReply, halfAReply, nothing, hangsUp, dies, repliesTwice
  case callsBackOutOfTurn, deepNesting, manyValues, wrongType, overflowingShape, hugeText
  case notANumber, claimsToBeAStub

  /// Answers the first request in its way, and goes on as long as it can.
  func run(_ channel: Channel) -> Never {
    while true {
      guard let header = try? channel.read(exactly: Frame.header),
        let length = try? Frame.length(header), (try? channel.read(exactly: length)) != nil
      else { _exit(0) }
      answer(channel)
    }
  }

  private func answer(_ channel: Channel) {
    func send(_ bytes: [UInt8]) { try? channel.write(bytes) }
    func reply(_ reply: Reply) { send(Frame.around(reply.bytes)) }
    switch self {
    case .garbage: send(Frame.around((0..<200).map { UInt8($0 & 0xff) }))
    case .hugeLength: send([0xff, 0xff, 0xff, 0x7f])
    case .endlessReply:
      send([0, 0, 0, 1])
      while (try? channel.write([UInt8](repeating: 5, count: 1 << 16))) != nil {}
    case .halfAReply: send([100, 0, 0, 0, 0, 1, 2])
    case .nothing: break
    case .hangsUp: for file in 3..<Int32(256) { close(file) }
    case .dies: _exit(0)
    case .repliesTwice:
      reply(.returned(.number(1)))
      reply(.returned(.number(1)))
    case .callsBackOutOfTurn: reply(.callback(7, [.number(1)]))
    case .deepNesting:
      send(Frame.around([0] + [UInt8](repeating: 0, count: 0) + nested(100_000)))
    case .manyValues:
      send(Frame.around([0, 5, 0xff, 0xff, 0xff, 0] + [UInt8](repeating: 7, count: 0xff_ffff)))
    case .wrongType:
      reply(.returned(.record([.init("points", .number(2016)), .init("", .text("passed"))])))
    case .overflowingShape:
      send(Frame.around([0, 4, 3, 0, 0, 0] + [UInt8](repeating: 0xff, count: 12) + [0, 0, 0, 0]))
    case .hugeText: reply(.returned(.text(String(repeating: "x", count: 10_000_000))))
    case .notANumber: reply(.returned(.number(.nan)))
    case .claimsToBeAStub: reply(.stub("hostile(_:)"))
    }
  }

  private func nested(_ depth: Int) -> [UInt8] {
    (0..<depth).flatMap { _ in [5, 1, 0, 0, 0] as [UInt8] } + [7]
  }
}

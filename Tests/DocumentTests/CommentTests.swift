import Foundation
import Testing

/// Comments are as wide as code: what an editor shows beside a figure, and a page on paper.
@Suite struct CommentTests {
  @Test func commentsHaveTheirWidth() throws {
    let sources = Repository.sources(["Sources", "Lessons", "Exercises", "Solutions", "Tests"])
    #expect(sources.count > 500)
    for (path, text) in sources {
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        let isComment = line.drop(while: { $0 == " " }).hasPrefix("//")
        #expect(
          !isComment || line.count <= 100,
          "\(path):\(index + 1) has \(line.count) characters; Scripts/wrap-comments breaks it")
      }
    }
  }
}

import Testing

@testable import Checks

/// A use of what an exercise replaces is found; words in comments and strings are not uses.
@Suite struct ShortcutTests {
  @Test(arguments: [
    "let y = x.softmax()",
    "let y = softmax(x)",
    "let y = x .\n softmax (axis: 1)",
    "let y = x.map(MiniTensor.softmax)",
    "func softmax(_ x: Tensor) -> Tensor { MiniTensor.softmax(x) }",
    "let text = \"\\(x.softmax()) is the answer\"",
    "let y = x.`softmax`()",
    "/* a /* nested */ comment */ let y = x.softmax()",
    "let a = #\"a \" quote\"#; let y = x.softmax()",
  ])
  func isFound(_ source: String) {
    #expect(Shortcut.found(["softmax"], in: source)?.name == "softmax")
  }

  @Test(arguments: [
    "// softmax(x) would be too easy",
    "/* x.softmax() /* nested */ x.softmax() */ let y = 1",
    "let text = \"call softmax(x) or \\\"softmax\\\"\"",
    "let text = #\"softmax(\\(x)\"#",
    "let text = \"\"\"\n  x.softmax()\n  \"quoted\" softmax\n  \"\"\"",
    "func softmax(_ x: Tensor) -> Tensor { x.count < 2 ? x : softmax(x) }",
    "let softmaxOfRow = mySoftmax(x)",
    "let y = layer(x, softmax: true)",
  ])
  func isNoUse(_ source: String) {
    #expect(Shortcut.found(["softmax"], in: source)?.name == nil)
  }

  @Test func tellsTheLine() {
    let source =
      "import MiniTensor\n\n/* two\nlines */\nlet y = \"\"\"\n a\n \"\"\" + x.softmax()\n"
    #expect(Shortcut.found(["exp", "softmax"], in: source)?.line == 7)
  }

  @Test(arguments: ["let x = \"no end", "/* no end", "\"\\(", "#", "\"\"\"", "let x = \"\\"])
  func survivesBrokenSources(_ source: String) {
    #expect(Shortcut.found(["softmax"], in: source)?.name == nil)
  }
}

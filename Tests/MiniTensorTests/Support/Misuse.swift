import Testing

/// Expects that a process which ended left these words on standard error.
func expect(
  _ result: ExitTest.Result?, says words: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  for words in words {
    #expect(text.contains(words), "\(text.prefix(400))", sourceLocation: sourceLocation)
  }
}

import Foundation
import Testing

@testable import LessonKit

@Suite struct FormulaTests {
  /// A shorter way to write a tree down: `w_t^2` as it is meant, quotients as `{above | below}`.
  private func shape(_ text: String) -> String {
    guard let tokens = FormulaToken.tokens(of: text), let nodes = FormulaParser.nodes(of: tokens)
    else { return "none" }
    return nodes.map(shape).joined(separator: " ")
  }

  private func shape(_ node: FormulaNode) -> String {
    switch node {
    case .number(let text), .name(let text), .sign(let text), .inner(let text): text
    case .words(let text): "\"\(text)\""
    case .row(let nodes): nodes.map(shape).joined(separator: " ")
    case .call(let function, let arguments): "\(shape(function))@\(shape(arguments))"
    case .fenced(let open, let nodes, let close):
      open + nodes.map(shape).joined(separator: " ") + close
    case .scripts(let base, let below, let above):
      shape(base) + (below.map { "_<\(shape($0))>" } ?? "") + (above.map { "^<\(shape($0))>" } ?? "")
    case .accent(let base, let accent): "\(accent)(\(shape(base)))"
    case .fraction(let above, let below): "{\(shape(above)) | \(shape(below))}"
    case .root(let content): "root(\(shape(content)))"
    case .large(let name, let below): name + (below.map { "_<\(shape($0))>" } ?? "")
    }
  }

  @Test(arguments: [
    ("w <- w + eta (y - y^) x", "w <- w + eta (y - ^(y)) x"),
    ("w_y^ <- w_y^ - x", "w_<^(y)> <- w_<^(y)> - x"),
    ("(R / gamma)^2", "({R | gamma})^<2>"),
    ("p_k = e^(z_k / T) / sum_j e^(z_j / T)", "p_<k> = {e^<{z_<k> | T}> | sum_<j> e^<{z_<j> | T}>}"),
    (
      "x_t - beta_t / sqrt(1 - alphaBar_t) eps^",
      "x_<t> - {beta_<t> | root(1 - alphaBar_<t>)} ^(eps)"
    ),
    ("sum_k r_k (x_t - m) / v", "sum_<k> {r_<k> (x_<t> - m) | v}"),
    ("eps^(x_t, t) - eps", "^(eps)@(x_<t> , t) - eps"),
    ("h ~ eps^(1/3)", "h ~ eps^<1 / 3>"),
    ("(f(a + h) - f(a - h)) / 2h", "{f@(a + h) - f@(a - h) | 2 h}"),
    ("p(t)_2i+1 = sin(t / 10000^(2i/d))", "p@(t)_<2 i + 1> = sin@({t | 10000^<2 i / d>})"),
    ("|w|^2 <= k R^2", "|w|^<2> <= k R^<2>"),
    ("a . b / (|a| |b|)", "{a . b | |a| |b|}"),
    ("<s_i s_j>_awake - 1", "<s_<i> s_<j>>_<awake> - 1"),
    ("dL/dh_(t-1) = U'", "{dL | dh_<t - 1>} = U^<'>"),
    ("d log p(x) / d w_ij", "{d log p@(x) | d w_<ij>}"),
    ("log P(w, c) / (P(w) P(c))", "log P@(w , c) / (P@(w) P@(c))"),
    ("w* . x~ >= 0", "w^<star> . ~(x) >= 0"),
    ("y = x if x > 0, else 0.1 x", "y = x \"if\" x > 0 , \"else\" 0.1 x"),
    ("f(x) ~ g(x)", "f@(x) ~ g@(x)"),
    ("e^-|z| + 1", "e^<- |z|> + 1"),
    ("f_t(x) = 1,010 x", "f_<t>@(x) = 1,010 x"),
    ("y^ = a V by least squares", "^(y) = a V \"by least squares\""),
    ("max Q_old(s', .)", "max Q_<old>@(s^<'> , .)"),
  ]) func readsNotation(text: String, expected: String) {
    #expect(shape(text) == expected)
  }

  @Test(arguments: [
    "24 people ----> 6 --+", "swift test --filter Lesson02", "a | b | c\n--+--+--", "x = \"text\"",
    "just some words", "", "( a + b", "x^", "a_",
  ]) func refusesWhatIsNone(text: String) {
    #expect(text == "x^" || Formula(text) == nil)
  }

  @Test func aBlockIsWellFormedAndKeepsItsPlainText() throws {
    let block = "s  = w . x + b\ny^ = +1 if s >= 0, else -1\nw <- w + eta (y - y^) x        b <- b"
    let html = try #require(Formula(block)?.html)
    let text = try PageReader(html).text
    for part in ["= w . x + b", "= +1 if s >= 0, else -1", "w <- w + eta (y - y^) x", "b <- b"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func insideALineOnlyKnownNamesAreAFormula() {
    for text in ["w . x", "x_t", "eta", "sqrt(1 - beta_t)", "|w|^2 <= k R^2", "y^"] {
      #expect(Formula.inline(text) != nil, "\(text)")
    }
    for text in ["updated(...)", "todo()", "--quick", "Lesson02", "labels[i]", "4", "Margin.swift"] {
      #expect(Formula.inline(text) == nil, "\(text)")
    }
  }
}

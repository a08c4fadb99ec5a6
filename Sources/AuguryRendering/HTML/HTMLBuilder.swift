/// Puts the content of an element together from texts and elements.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
  package static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  package static func buildExpression(_ piece: HTML?) -> [HTML] { piece.map { [$0] } ?? [] }
  package static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  package static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap(\.self) }
  package static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
  package static func buildEither(first part: [HTML]) -> [HTML] { part }
  package static func buildEither(second part: [HTML]) -> [HTML] { part }
  package static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap(\.self) }
}

/// A page that stands by itself: its style is in it, and it asks for nothing and runs nothing.
package struct HTMLDocument: Sendable {
  /// The title of the page.
  package var title: String
  /// What is in its body.
  package var body: [HTML]

  /// Creates a page.
  package init(title: String, @HTMLBuilder body: () -> [HTML]) {
    self.title = title
    self.body = body()
  }

  /// The file, as text.
  ///
  /// The policy forbids the page to load or to run anything, whatever got into it.
  package var file: String {
    var output = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="generator" content="Augury"/>
      <title>\(HTMLText.escape(title))</title>
      <style>
      \(PageStyle.sheet)</style>
      </head>

      """
    HTML.element(.body, [], body).write(to: &output)
    return output + "</html>\n"
  }
}

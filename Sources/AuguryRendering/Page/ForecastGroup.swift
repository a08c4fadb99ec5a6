internal import Augury

/// The forecasts of a page that are scored, or are not for one reason.
struct ForecastGroup {
  let label: String
  /// Where the group is on the page.
  let id: String
  let explanation: String?
  let items: [ForecastItem]

  /// The groups of a page, those that are scored first; each has an item at least.
  static func all(_ page: SourcePage, _ items: [ForecastItem]) -> [ForecastGroup] {
    let reasons = [Scoreability.scored] + page.line.funnel.losses.map(\.reason)
    return reasons.compactMap { reason -> ForecastGroup? in
      let items = items.filter { $0.forecast.standing == reason }
      guard !items.isEmpty, let place = Scoreability.allCases.firstIndex(of: reason) else {
        return nil
      }
      let words = ReasonWords(reason)
      return ForecastGroup(
        label: words.label(items.count), id: "group-\(place)", explanation: words.explanation,
        items: items)
    }
  }

  /// The group with its heading, as a part of a page.
  func html(_ words: SourcePageWords) -> HTML {
    HTML(.section) {
      HTML(.h3, .id(id)) {
        "\(Sentence.capitalised(label)): \(NumberText.grouped(items.count))"
      }
      if let explanation { HTML(.p, .class("note")) { explanation } }
      HTML(.ol, .class("forecasts")) {
        for item in items { item.html(words) }
      }
    }
  }
}

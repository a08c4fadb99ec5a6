import Augury
import Foundation
import TestSupport
import Testing

/// Agreement with gold that others made, where it is at hand.
///
/// The bounds lie below what is reached, so that a change for the worse is seen and one item more or
/// less is not.
@Suite struct HorizonGoldTests {
  private func rows(_ name: String) -> [[String: Any]]? {
    guard let url = ReferenceData.url("extraction/gold/\(name).jsonl"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return nil }
    return text.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  private func reader(_ row: [String: Any]) -> HorizonReader? {
    let day = (row["ref"] as? String)?.prefix(10) ?? ""
    return (try? CivilDate(iso: day)).map { HorizonReader(reference: $0) }
  }

  /// The day of an instant, the next one when it is the end of a stretch and not midnight.
  private func day(_ value: Any?, isEnd: Bool) -> String? {
    guard let text = value as? String, let day = try? CivilDate(iso: text.prefix(10)) else {
      return nil
    }
    let hasTime = text.utf8.count > 10 && !text.dropFirst(11).hasPrefix("00:00:00")
    return (isEnd && hasTime ? day.adding(days: 1) : day).description
  }

  @Test("Phrases have the days of the gold")
  func phrases() throws {
    guard let rows = rows("temporal_duckling") else {
      return ReferenceData.skip("phrases of time agree with the gold")
    }
    var (all, horizon, horizonRows) = (0, 0, 0)
    for row in rows {
      let expected = row["expected"] as? [String: Any] ?? [:]
      let end = expected["end"] as? String
      let isLong = ["day", "week", "month", "quarter", "year"].contains(
        expected["grain"] as? String ?? "")
      let isHorizon = isLong && (end ?? "9") > (row["ref"] as? String ?? "")
      let reading = reader(row)?.phrase(row["text"] as? String ?? "")
      let isRight =
        reading != nil && reading?.kind != .unfalsifiable
        && reading?.from?.description == day(expected["start"], isEnd: false)
        && reading?.until?.description == day(end, isEnd: true)
      all += isRight ? 1 : 0
      horizon += isRight && isHorizon ? 1 : 0
      horizonRows += isHorizon ? 1 : 0
    }
    #expect(Double(all) / Double(rows.count) >= 0.75)
    #expect(Double(horizon) / Double(horizonRows) >= 0.78)
  }

  @Test("Spans in sentences have the value of the gold")
  func sentences() throws {
    guard let rows = rows("temporal_recognizers") else {
      return ReferenceData.skip("spans of time in sentences agree with the gold")
    }
    #expect(valueF1(rows, usesName: false) >= 0.70)
  }

  @Test("Spans in news have the value of the gold")
  func news() throws {
    guard let rows = rows("temporal_timebank") else {
      return ReferenceData.skip("spans of time in news agree with the gold")
    }
    #expect(valueF1(rows, usesName: true) >= 0.86)
  }

  private struct Span {
    var range: Range<Int>
    var values: [[String?]]
  }

  /// The share of spans that overlap and have an interval of the gold, as F1.
  ///
  /// Of news, the period named counts, and what overlaps gold without an interval does not.
  private func valueF1(_ rows: [[String: Any]], usesName: Bool) -> Double {
    var (right, made, wanted) = (0, 0, 0)
    for row in rows {
      let text = row["text"] as? String ?? ""
      var gold: [Span] = []
      var ignored: [Range<Int>] = []
      for item in row["expected"] as? [[String: Any]] ?? [] {
        let range = bytes(item, in: text)
        let values = (item["alts"] as? [[String: Any]] ?? [item]).map {
          [day($0["start"], isEnd: false), day($0["end_date"] ?? $0["end"], isEnd: true)]
        }
        if usesName, item["start"] is NSNull {
          ignored.append(range)
        } else {
          gold.append(Span(range: range, values: values))
        }
      }
      let found = (reader(row)?.find(in: text) ?? []).filter { $0.kind == .dated }.map {
        let days = usesName ? $0.named : $0.window
        return Span(
          range: usesName ? $0.namedSpan : $0.span,
          values: [[days.from?.description, days.until?.description]])
      }.filter { span in
        !ignored.contains { $0.overlaps(span.range) }
          || gold.contains { $0.range.overlaps(span.range) }
      }
      made += found.count
      wanted += gold.count
      right +=
        gold.filter { item in
          found.contains { $0.range.overlaps(item.range) && item.values.contains($0.values[0]) }
        }.count
    }
    return 2 * Double(right) / Double(made + wanted)
  }

  /// The UTF-8 offsets of an item given in code points.
  private func bytes(_ item: [String: Any], in text: String) -> Range<Int> {
    let scalars = text.unicodeScalars
    func offset(_ key: String) -> Int {
      let place = scalars.index(scalars.startIndex, offsetBy: item[key] as? Int ?? 0)
      return text.utf8.distance(from: text.utf8.startIndex, to: place)
    }
    return offset("begin")..<offset("end")
  }
}

package import Augury
package struct SourcePageText {
  package init(_ page: SourcePage, _ p: [Int64: Particulars]) {}
  package func render(width: Int?, style: Styler) -> String { "page\n" }
}
package struct GroupTable {
  let groups: [TrackRecord.Group]
  package init(_ groups: [TrackRecord.Group], by: Grouping, of: String?, policy: Policy) { self.groups = groups}
  package var rows: [[String]] { [["name"]] + groups.map { [$0.name] } }
  package func render(width: Int?, style: Styler) -> String { groups.map { "\($0.name) \($0.funnel.scored) \($0.figures?.brier ?? -1)\n" }.joined() }
}

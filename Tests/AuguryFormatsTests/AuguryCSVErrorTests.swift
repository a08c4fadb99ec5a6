import Augury
import AuguryFormats
import Testing

struct AuguryCSVErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var line: Int
    var column: Int
    var name: String?
    var what: String
    init(_ lines: [String], _ line: Int, _ column: Int, _ name: String?, _ what: String) {
      (self.lines, self.line, self.column, self.name, self.what) = (lines, line, column, name, what)
    }
    var testDescription: String { lines.joined(separator: " | ") }
  }

  static let header = "source,question,said_on,probability"
  static let parts = "source,question,said_on,option,probability,quantile,value,kind,forecast_key"
  static let facts = "source,question,said_on,system,question_id,deadline,kind,outcome,happened_on"

  static let cells: [Case] = [
    Case(["source,question,said_on,Odds", ""], 1, 25, nil, "odds"),
    Case(["source,said_on"], 1, 1, nil, "question"),
    Case(["source,source"], 1, 8, nil, "again"),
    Case([header, "A,Q,2025,0.5", "A,Q,2025"], 3, 9, nil, "3 fields"),
    Case([header, "A,Q,2025,\"0.5"], 2, 10, nil, "never closed"),
    Case([header, ",Q,2025,0.5"], 2, 1, "source", "empty"),
    Case([header, "A,  ,2025,0.5"], 2, 3, "question", "empty"),
    Case([header, "A,Q,2025-02-30,0.5"], 2, 5, "said_on", "2025-02-30"),
    Case([header, "A,Q,2025-02-29T10:00:00Z,0.5"], 2, 5, "said_on", "2025-02-29"),
    Case([header, "A,Q,2024-02-29T24:00:00Z,0.5"], 2, 5, "said_on", "time of day"),
    Case([header, "A,Q,soon,0.5"], 2, 5, "said_on", "soon"),
    Case([header, "A,Q,2025,0.5", "\"A\nB\",Q,2025,70%"], 4, 11, "probability", "percentage"),
    Case([header, "A,Q,2025,70"], 2, 10, "probability", "70%"),
    Case([header, "A,Q,2025,NaN"], 2, 10, "probability", "NaN"),
    Case([header, "A,Q,2025,-0.1"], 2, 10, "probability", "below 0"),
    Case([header, "A,Q,2025,1.00000000000000001"], 2, 10, "probability", "above 1"),
    Case([header, "A,Q,2025,\"0,5\""], 2, 10, "probability", "comma"),
    Case(["source,question,said_on,baseline", "A,Q,,50%"], 2, 6, "baseline", "percentage"),
    Case(["source,question,said_on,negated", "A,Q,,maybe"], 2, 6, "negated", "maybe"),
    Case(["source,question,said_on,kind", "A,Q,,yesno"], 2, 6, "kind", "yesno"),
    Case(["source,question,said_on,question_id", "A,Q,,7"], 2, 6, "question_id", "system"),
    Case(["source,question,said_on,recorded_on", "A,Q,,2025"], 2, 6, "recorded_on", "system"),
    Case(
      ["source,question,said_on,system,recorded_on", "A,Q,,s,2025-13"], 2, 8, "recorded_on",
      "2025-13"),
    Case(["source,question,said_on,until", "A,Q,,2025-13-01"], 2, 6, "until", "2025-13-01"),
    Case(["source,question,said_on,until_zone", "A,Q,,UTC"], 2, 6, "until_zone", "until"),
    Case(
      ["source,question,said_on,until,until_zone", "A,Q,,none,UTC"], 2, 11, "until_zone", "until"),
    Case(["source,question,said_on,withdrawn_on", "A,Q,,soon"], 2, 6, "withdrawn_on", "soon"),
    Case(
      [
        "source,question,said_on,option,probability,withdrawn_on", "A,Q,2025,x,0.5,2026",
        "A,Q,2025,y,0.5,2027",
      ], 3, 16, "withdrawn_on", "differs"),
    Case(["source,question,said_on,language", "A,Q,,fr"], 2, 6, "language", "quote"),
    Case(["source,question,said_on,wording", "A,Q,,verbatim"], 2, 6, "wording", "quote"),
    Case(["source,question,said_on,quote,wording", "A,Q,,q,said"], 2, 8, "wording", "said"),
    Case(["source,question,said_on,url", "A,Q,,page"], 2, 6, "url", "page"),
    Case(["source,question,said_on,via", "A,Q,,a;;b"], 2, 6, "via", "empty item"),
    Case(["source,question,said_on,via", "A,Q,,=x"], 2, 6, "via", "empty item"),
    Case(["source,question,said_on,via,url", "A,Q,,a=b,c"], 2, 10, "url", "via"),
    Case(["source,question,said_on,tags", "A,Q,,a;"], 2, 6, "tags", "empty item"),
    Case(["source,question,said_on,tags", "A,Q,,a", "A,Q,,;"], 3, 6, "tags", "empty item"),
    Case(["source,question,said_on,options,kind", "A,Q,,a;a,ordered"], 2, 6, "options", "twice"),
    Case(["source,question,said_on,options", "A,Q,,a;b"], 2, 6, "options", "binary"),
    Case(["source,question,said_on,unit", "A,Q,,m"], 2, 6, "unit", "binary"),
    Case(["source,question,said_on,zone", "A,Q,,UTC"], 2, 6, "zone", "deadline"),
    Case(["source,question,said_on,deadline", "A,Q,,2025-1-1"], 2, 6, "deadline", "2025-1-1"),
    Case(["source,question,said_on,known_on", "A,Q,,2025-01-01"], 2, 6, "known_on", "outcome"),
    Case(["source,question,said_on,known_on", "A,Q,,x"], 2, 6, "known_on", "x"),
  ]

  static let partCases: [Case] = [
    Case([parts, "A,Q,,a,,,,,"], 2, 6, "option", "probability"),
    Case([parts, "A,Q,,a,1,0.5,1,,"], 2, 10, "quantile", "option"),
    Case([parts, "A,Q,,a,1,,3,,"], 2, 11, "value", "option"),
    Case([parts, "A,Q,,,,,3,,"], 2, 9, "value", "quantile"),
    Case([parts, "A,Q,,,,0.5,,,"], 2, 8, "quantile", "value"),
    Case([parts, "A,Q,,,0.1,0.5,1,,"], 2, 7, "probability", "quantile"),
    Case([parts, "A,Q,,,,50%,1,,"], 2, 8, "quantile", "percentage"),
    Case([parts, "A,Q,,,,1,1,,"], 2, 8, "quantile", "between 0 and 1"),
    Case([parts, "A,Q,,,,0.5,2025-02-30,,"], 2, 12, "value", "2025-02-30"),
    Case([parts, "A,Q,,,,0.5,much,,"], 2, 12, "value", "much"),
    Case([parts, "A,P,,a,1,,,,", "A,Q,,a,.5,,,,", "A,Q,,b,.4,,,,"], 3, 8, "probability", "0.9"),
    Case([parts, "A,Q,,a,.5,,,,", "A,Q,,a,.5,,,,"], 3, 6, "option", "repeats line 2"),
    Case([parts, "A,Q,,,,0.5,1,,", "A,Q,,,,.50,1,,"], 3, 8, "quantile", "repeats line 2"),
    Case([parts, "A,Q,,,,0.9,1,,", "A,Q,,,,.5,2,,"], 2, 12, "value", "line 3"),
    Case([parts, "A,Q,,,1,,,,k", "A,Q,,,1,,,,k"], 3, 12, "forecast_key", "repeats line 2"),
    Case([parts, "A,Q,,a,1,,,,", "A,Q,,a,1,,,binary,"], 3, 6, "option", "binary"),
    Case([parts, "A,Q,,,0.4,,,numeric,"], 2, 7, "probability", "numeric"),
    Case([parts, "A,Q,,,,.5,1,date,"], 2, 11, "value", "date"),
    Case(
      [parts, "A,Q,2025,a,.5,,,,k", "A,Q,2026,b,.5,,,,k"], 3, 5, "said_on", "“2025” on line 2"),
  ]

  static let factCases: [Case] =
    [
      Case([facts, "A,Q,,,,,,maybe,"], 2, 10, "outcome", "maybe"),
      Case([facts, "A,Q,,,,,,no,2025-01-01"], 2, 13, "happened_on", "outcome"),
      Case([facts, "A,Q,,,,,,,2025-01-01"], 2, 11, "happened_on", "outcome"),
      Case([facts, "A,Q,,,,,numeric,yes,"], 2, 17, "outcome", "yes"),
      Case([facts, "A,Q,,,,,date,2025-02-30,"], 2, 14, "outcome", "2025-02-30"),
      Case([facts, "A,Q,,,,,ordered,a,"], 2, 17, "outcome", "not an option"),
      Case([facts, "A,Q,,s,1,,,,", "A,R,,s,1,,,,"], 3, 3, "question", "“Q” on line 2"),
      Case(
        [facts, "A,Q,,s,1,,,,", "A,,,s,1,2025-01-01,,,", "A,Q,,s,1,2025-01-02,,,"], 4, 10,
        "deadline", "“2025-01-01” on line 3"),
      Case([facts, "A,Q,,s,1,,date,,", "A,Q,,s,1,,numeric,,"], 3, 11, "kind", "line 2"),
      Case([facts, "A,Q,,s,1,,,yes,", "A,Q,,s,1,,,no,"], 3, 12, "outcome", "“yes” on line 2"),
      Case([facts, "A,,,s,1,,,,"], 2, 3, "question", "empty"),
      Case(
        [
          "source,question,said_on,option,probability,options,outcome", "A,Q,,a,1,b;c,",
        ], 2, 6, "option", "not an option"),
      Case(
        [
          "source,question,said_on,option,probability,outcome", "A,Q,,annulled,1,annulled",
        ], 2, 17, "outcome", "a word of its own"),
    ]
    + ["zone", "outcome", "happened_on", "known_on", "unit", "event"].map { name in
      let value =
        ["outcome": ["yes", "no"], "happened_on": ["2025-01-01", "2025-01-02"]][name]
        ?? (name == "known_on" ? ["2025-01-01", "2025-01-02"] : ["x", "y"])
      return Case(
        ["source,question,said_on,\(name)", "A,Q,,\(value[0])", "B,P,,", "A,Q,,\(value[1])"], 4, 6,
        name, "“\(value[0])” on line 2")
    }

  @Test(arguments: cells + partCases + factCases)
  func `a fault is refused with its line, column, value and remedy`(fault: Case) throws {
    let error = try #require(auguryCSVFault(fault.lines))
    #expect(error.place == CSVPlace(line: fault.line, column: fault.column), "\(error.what)")
    #expect(error.column == fault.name)
    #expect(error.what.contains(fault.what) || error.remedy.contains(fault.what), "\(error.what)")
    #expect(error.what.hasPrefix("Line \(fault.line), column \(fault.column)"))
    #expect(error.what.hasSuffix(".") || error.what.hasSuffix("?"))
    #expect(error.remedy.hasSuffix(".") && error.kind == .invalid)
  }

  @Test func `an unknown column is answered with all that are known`() throws {
    let remedy = try #require(auguryCSVFault(["source,question,said_on,p"])).remedy
    for column in AuguryCSVColumn.allCases { #expect(remedy.contains(column.name)) }
  }

  @Test func `a long value is shown shortened`() throws {
    let long = String(repeating: "x", count: 500)
    for row in ["A,Q,\(long),,", "A,Q,,\(long),", "A,Q,,,\(long)"] {
      let error = try #require(
        auguryCSVFault(["source,question,said_on,probability,negated", row]))
      #expect(error.what.utf8.count < 240)
    }
  }

  @Test func `options that sum to 1 within a thousandth are taken as they are`() throws {
    let header = "source,question,said_on,option,probability"
    for (last, isTaken) in [("0.334", true), ("0.333", true), ("0.336", false), ("0.332", false)] {
      let lines = [header, "A,Q,,a,0.333", "A,Q,,b,0.333", "A,Q,,c,\(last)"]
      #expect((auguryCSVFault(lines) == nil) == isTaken, "\(last)")
    }
  }
}

internal import Augury

/// What a row says of its forecast's numbers.
enum AuguryCSVRowForm: Int, Sendable, CaseIterable {
  case plain, option, number, date, none

  /// The kind that the form suggests.
  var kind: QuestionKind {
    switch self {
    case .plain, .none: .binary
    case .option: .categorical
    case .number: .numeric
    case .date: .date
    }
  }

  /// The column that shows the form.
  var column: AuguryCSVColumn {
    switch self {
    case .plain, .none: .probability
    case .option: .option
    case .number, .date: .value
    }
  }

  /// Returns whether a question of a kind takes forecasts of this form.
  func fits(_ kind: QuestionKind) -> Bool {
    switch self {
    case .none: true
    case .plain: kind == .binary
    case .option: kind == .categorical || kind == .ordered
    case .number: kind == .numeric
    case .date: kind == .date
    }
  }
}

/// The questions of a file while it is read, each as the cells that tell of it.
struct AuguryCSVQuestions: Sendable {
  typealias Cell = AuguryCSVCell
  typealias Column = AuguryCSVColumn

  private let columns: [Column]
  private let positions: [Int]
  private var table = AuguryCSVTable()
  // As many for each question as the file has columns of questions.
  private var cells: [Cell] = []
  // The kind that is part of the identity of a question without an identifier.
  private var identityKinds: [QuestionKind] = []
  // For each question and form the first line, or 0.
  private var formLines: [Int32] = []
  private(set) var lines: [Int32] = []
  private var moreTags: [Int: Set<String>] = [:]
  /// How often a cell has been kept.
  private(set) var changes = 0

  init(_ layout: AuguryCSVLayout) {
    columns = layout.ofQuestions
    positions = Column.allCases.map { layout.ofQuestions.firstIndex(of: $0) ?? -1 }
  }

  var count: Int { lines.count }

  /// Returns a cell that tells of a question, from whichever line had it first.
  @inline(__always)
  func cell(_ column: Column, of question: Int) -> Cell {
    let position = positions[column.rawValue]
    return position < 0 ? .empty : cells[question * columns.count + position]
  }

  /// Returns the first line on which a question has a forecast of a form, or nil.
  func line(of form: AuguryCSVRowForm, in question: Int) -> Int? {
    guard form != .none, case let line = formLines[4 * question + form.rawValue], line > 0 else {
      return nil
    }
    return Int(line)
  }

  /// Returns the question of a row, after seeing to it that the row agrees with those before.
  @inline(__always)
  mutating func place(
    _ row: AuguryCSVCells, _ form: AuguryCSVRowForm, _ bytes: AuguryCSVBytes
  ) throws(AuguryCSVRowFault) -> Int {
    let kind = row[.kind].isEmpty ? nil : try bytes.kind(row[.kind])
    let identityKind = kind ?? form.kind
    let isNamed = !row[.questionID].isEmpty
    let hash =
      isNamed
      ? bytes.hash(row[.questionID], into: bytes.hash(row[.system], into: bytes.hash(1)))
      : bytes.hash(
        row[.deadline],
        into: bytes.hash(row[.question], into: bytes.hash(row[.system], into: bytes.hash(2))))
    let known = table.find(hash) { question in
      isNamed
        ? isSame(row, as: question, bytes)
        : identityKinds[question] == identityKind && isSameText(row, as: question, bytes)
    }
    let question = known ?? table.insert(hash)
    if known != nil {
      try reconcile(row, question, bytes)
    } else {
      try add(row, identityKind, bytes)
    }
    if form != .none, formLines[4 * question + form.rawValue] == 0 {
      formLines[4 * question + form.rawValue] = Int32(clamping: row.line)
    }
    return question
  }

  @inline(__always)
  private func isSame(
    _ row: AuguryCSVCells, as question: Int, _ bytes: AuguryCSVBytes
  ) -> Bool {
    bytes.areEqual(cell(.questionID, of: question), row[.questionID])
      && bytes.areEqual(cell(.system, of: question), row[.system])
  }

  @inline(__always)
  private func isSameText(
    _ row: AuguryCSVCells, as question: Int, _ bytes: AuguryCSVBytes
  ) -> Bool {
    cell(.questionID, of: question).isEmpty
      && bytes.areEqual(cell(.question, of: question), row[.question])
      && bytes.areEqual(cell(.deadline, of: question), row[.deadline])
      && bytes.areEqual(cell(.system, of: question), row[.system])
  }

  private mutating func add(
    _ row: AuguryCSVCells, _ kind: QuestionKind, _ bytes: AuguryCSVBytes
  ) throws(AuguryCSVRowFault) {
    for column in columns {
      try bytes.checkQuestion(row[column], column)
      cells.append(row[column])
    }
    identityKinds.append(kind)
    formLines += [0, 0, 0, 0]
    lines.append(Int32(clamping: row.line))
    changes += 1
  }

  @inline(__always)
  private mutating func reconcile(
    _ row: AuguryCSVCells, _ question: Int, _ bytes: AuguryCSVBytes
  ) throws(AuguryCSVRowFault) {
    let start = question * columns.count
    for position in 0..<columns.count {
      let cell = row[columns[position]]
      if cell.isEmpty || bytes.areEqual(cell, cells[start + position]) { continue }
      try reconcile(cell, at: position, of: question, bytes)
    }
  }

  @inline(never)
  private mutating func reconcile(
    _ cell: Cell, at position: Int, of question: Int, _ bytes: AuguryCSVBytes
  ) throws(AuguryCSVRowFault) {
    let column = columns[position]
    let kept = cells[question * columns.count + position]
    try bytes.checkQuestion(cell, column)
    if kept.isEmpty {
      cells[question * columns.count + position] = cell
      changes += 1
    } else if column == .tags {
      moreTags[question, default: []].formUnion(try bytes.list(cell, column))
    } else if !(try bytes.agree(cell, kept, column)) {
      throw bytes.fault(
        cell, column,
        .differs(bytes.string(cell), from: bytes.string(kept), line: Int(kept.line)))
    }
  }

  /// Returns the tags of a question from all of its rows, sorted, each once.
  func tags(_ question: Int, _ bytes: AuguryCSVBytes) throws(AuguryCSVRowFault) -> [String] {
    let tags = try bytes.list(cell(.tags, of: question), .tags)
    guard !tags.isEmpty else { return [] }
    return moreTags[question, default: []].union(tags).sorted()
  }
}

extension AuguryCSVBytes {
  /// Checks a cell that tells of a question, as far as that needs no other cell.
  func checkQuestion(_ cell: Cell, _ column: Column) throws(Fault) {
    guard !cell.isEmpty else { return }
    switch column {
    case .kind: _ = try kind(cell)
    case .deadline, .happenedOn, .knownOn: _ = try day(cell, column)
    case .tags: _ = try list(cell, column)
    case .options: _ = try distinctList(cell, column)
    default: break
    }
  }

  /// Returns whether two cells with different bytes say the same of a question.
  func agree(_ one: Cell, _ other: Cell, _ column: Column) throws(Fault) -> Bool {
    switch column {
    case .kind: return try kind(one) == kind(other)
    case .options: return try list(one, column) == list(other, column)
    case .outcome:
      if let word = outcomeWord(one) { return word == outcomeWord(other) }
      guard let number = try? DecimalText(parsing: string(one)) else { return false }
      return number.value == (try? DecimalText(parsing: string(other)))?.value
    default: return false
    }
  }
}

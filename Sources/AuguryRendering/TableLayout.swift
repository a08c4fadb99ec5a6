/// Which columns of a table are shown, how wide, with what in their cells.
struct TableLayout {
  /// A column that is shown.
  struct ShownColumn {
    let column: TextTable.Column
    let title: String
    var cells: [ShownCell]
    var width: Int
    /// The widest part of a number from its decimal point on.
    let fractionWidth: Int
    let naturalWidth: Int
  }

  /// A cell made safe, with the mark of its footnote, such as " [1]".
  struct ShownCell {
    let text: String
    let mark: String
    let style: TextStyle?

    var fullText: String { text + mark }
  }

  static let gap = 2
  /// The width that a column keeps in the worst case.
  static let leastWidth = 3

  let width: Int?
  private(set) var columns: [ShownColumn] = []
  private(set) var footnotes: [String] = []
  private(set) var hiddenTitles: [String] = []

  init(_ table: TextTable, width: Int?) {
    self.width = width
    var shown = Array(table.columns.indices)
    if let width { shown = Self.fitting(table, width: width) }
    hiddenTitles = table.columns.indices.filter { !shown.contains($0) }
      .map { TerminalText.escape(table.columns[$0].title) }
    let marks = footnoteMarks(of: table, shown: shown)
    columns = shown.map { Self.shownColumn(table, at: $0, marks: marks[$0] ?? [:]) }
    if let width { fit(to: width) }
  }

  // MARK: Which columns

  /// Returns the columns that fit at their least acceptable widths, leaving out by drop order.
  private static func fitting(_ table: TextTable, width: Int) -> [Int] {
    var shown = Array(table.columns.indices)
    let natural = shown.map { shownColumn(table, at: $0, marks: [:]).naturalWidth }
    func least(_ index: Int) -> Int {
      let column = table.columns[index]
      let most = min(natural[index], column.maximumWidth ?? .max)
      return column.fit == .fixed ? most : min(most, column.minimumWidth)
    }
    while total(shown.map(least)) > width {
      guard
        let next = shown.filter({ table.columns[$0].dropOrder != nil })
          .max(by: { (table.columns[$0].dropOrder ?? 0) < (table.columns[$1].dropOrder ?? 0) })
      else { break }
      shown.removeAll { $0 == next }
    }
    while total(shown.map { _ in leastWidth }) > width { shown.removeLast() }
    return shown
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gap
  }

  // MARK: Cells

  /// Returns, by column and row, the marks of the footnotes in reading order.
  private mutating func footnoteMarks(of table: TextTable, shown: [Int]) -> [Int: [Int: String]] {
    var numbers: [String: Int] = [:]
    var marks: [Int: [Int: String]] = [:]
    for (rowIndex, row) in table.rows.enumerated() {
      for index in shown where index < row.count {
        guard let note = row[index].footnote else { continue }
        let number = numbers[note] ?? numbers.count + 1
        if numbers.updateValue(number, forKey: note) == nil { footnotes.append(note) }
        let space = row[index].text.isEmpty ? "" : " "
        marks[index, default: [:]][rowIndex] = "\(space)[\(number)]"
      }
    }
    return marks
  }

  private static func shownColumn(
    _ table: TextTable, at index: Int, marks: [Int: String]
  ) -> ShownColumn {
    let column = table.columns[index]
    let cells = table.rows.enumerated().map { rowIndex, row in
      let cell = index < row.count ? row[index] : ""
      return ShownCell(
        text: withoutTrailingSpaces(TerminalText.escape(cell.text)), mark: marks[rowIndex] ?? "",
        style: cell.style)
    }
    let title = withoutTrailingSpaces(TerminalText.escape(column.title))
    var widest = TerminalText.width(title)
    var whole = 0
    var fraction = 0
    for cell in cells {
      let width = TerminalText.width(cell.fullText)
      widest = max(widest, width)
      guard column.alignment == .decimal, let part = DecimalPoint.fractionWidth(cell.fullText)
      else { continue }
      fraction = max(fraction, part)
      whole = max(whole, width - part)
    }
    let natural = max(widest, whole + fraction)
    return ShownColumn(
      column: column, title: title, cells: cells, width: natural, fractionWidth: fraction,
      naturalWidth: natural)
  }

  private static func withoutTrailingSpaces(_ text: String) -> String {
    guard text.utf8.last == 0x20 else { return text }
    var scalars = text.unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  // MARK: Widths

  private mutating func fit(to width: Int) {
    for index in columns.indices {
      guard let most = columns[index].column.maximumWidth else { continue }
      columns[index].width = min(columns[index].width, max(Self.leastWidth, most))
    }
    shrink(to: width) {
      $0.column.fit == .fixed ? nil : max(Self.leastWidth, $0.column.minimumWidth)
    }
    shrink(to: width) { $0.column.fit == .fixed ? nil : Self.leastWidth }
    shrink(to: width) { _ in Self.leastWidth }
  }

  /// Takes cells from the widest columns first until the table fits or all are at their least.
  private mutating func shrink(to width: Int, least: (ShownColumn) -> Int?) {
    var excess = Self.total(columns.map(\.width)) - width
    while excess > 0 {
      let candidates = columns.indices.filter { columns[$0].width > least(columns[$0]) ?? .max }
      guard let widest = candidates.max(by: { columns[$0].width < columns[$1].width }),
        let floor = least(columns[widest])
      else { return }
      let second = candidates.filter { $0 != widest }.map { columns[$0].width }.max() ?? 0
      let target = max(floor, min(columns[widest].width - 1, second))
      let taken = min(excess, columns[widest].width - target)
      columns[widest].width -= taken
      excess -= taken
    }
  }
}

package import Augury

/// A file of Augury CSV, read and checked as a whole.
///
/// It keeps the bytes and the places of the rows, not the forecasts; each is read again when it
/// is asked for.
package struct AuguryCSVFile: ForecastSupply {
  package let sources: [String]
  package let questions: [ImportedQuestion]
  package let withdrawn: [Int]
  private let bytes: AuguryCSVBytes
  private let layout: AuguryCSVLayout
  private let rows: AuguryCSVRows
  private let parts: AuguryCSVParts
  /// Whether any question's deadline was moved.
  private let hasMoves: Bool

  /// Reads and checks a file.
  ///
  /// The progress is given in bytes, done and in all, about every 4 MiB and at the end.
  package init(
    _ file: [UInt8], progress: ((Int, Int) -> Void)? = nil
  ) throws(AuguryCSVError) {
    do throws(AuguryCSVPassError) {
      var (reader, layout) = try Self.open(file)
      var pass = AuguryCSVPass(file: file, layout: layout)
      try pass.run(&reader, progress: progress)
      do throws(AuguryCSVRowFault) {
        questions = try pass.importedQuestions()
        try pass.checkJoined()
      } catch {
        throw AuguryCSVPassError.row(error)
      }
      sources = pass.sourceCells.map(pass.bytes.string)
      withdrawn = pass.withdrawn.sorted()
      hasMoves = questions.contains { $0.moved != nil }
      (bytes, self.layout, rows, parts) = (pass.bytes, layout, pass.rows, pass.parts)
    } catch {
      throw AuguryCSVLocator.explain(error, in: file)
    }
  }

  package var count: Int { rows.count }

  package func places(_ index: Int) -> (source: Int, question: Int) { rows.places(index) }

  /// Returns the line of a forecast, the first one if it has several.
  package func line(_ index: Int) -> Int { rows.line(index) }

  package func forecast(_ index: Int) -> ImportedForecast {
    var reader = AuguryCSVForecastReader(bytes, layout)
    return forecast(index, &reader)
  }

  package func forEach(
    _ indices: ArraySlice<Int32>, _ body: (Int, ImportedForecast) -> Void
  ) {
    var reader = AuguryCSVForecastReader(bytes, layout)
    for index in indices { body(Int(index), forecast(Int(index), &reader)) }
  }

  private func forecast(
    _ index: Int, _ reader: inout AuguryCSVForecastReader
  ) -> ImportedForecast {
    do {
      var forecast =
        if let list = rows.list(index) {
          try reader.readJoined(parts.list(list))
        } else {
          try reader.readPlain(rows.start(index))
        }
      guard hasMoves, let moved = questions[rows.places(index).question].moved,
        forecast.window == nil, forecast.reading?.horizon == nil, !reader.isOpen
      else { return forecast }
      forecast.window = Window(default: moved.day, zone: moved.zone)
      return forecast
    } catch {
      // Each row has been checked with the same readers, so none can be refused now.
      return ImportedForecast(said: .unknown)
    }
  }

  private static func open(
    _ file: [UInt8]
  ) throws(AuguryCSVPassError) -> (CSVReader, AuguryCSVLayout) {
    var reader: CSVReader
    let header: CSVHeader
    do throws(CSVError) {
      reader = try CSVReader(file)
      header = try CSVHeader(reading: &reader)
    } catch {
      throw .unreadable(error)
    }
    do throws(AuguryCSVLayoutError) {
      return (reader, try AuguryCSVLayout(header))
    } catch {
      throw .header(error)
    }
  }
}

extension AuguryCSVPass {
  /// Sees to it that each joined forecast is whole and of one piece.
  func checkJoined() throws(AuguryCSVRowFault) {
    var reader = AuguryCSVForecastReader(bytes, layout)
    for list in 0..<parts.count {
      let rows = parts.list(list)
      try bytes.checkDistribution(rows, options: optionCells)
      try reader.checkJoined(rows)
    }
  }

  /// Returns the questions, after seeing to it that each of them makes sense as a whole.
  func importedQuestions() throws(AuguryCSVRowFault) -> [ImportedQuestion] {
    var result: [ImportedQuestion] = []
    result.reserveCapacity(questions.count)
    let options = optionsByQuestion()
    for question in 0..<questions.count {
      result.append(try importedQuestion(question, options: options[question] ?? []))
    }
    return result
  }

  private func optionsByQuestion() -> [Int: [AuguryCSVCell]] {
    var options: [Int: [AuguryCSVCell]] = [:]
    for (owner, cell) in zip(optionQuestions, optionCells) {
      options[Int(owner), default: []].append(cell)
    }
    return options
  }

  private func importedQuestion(
    _ index: Int, options used: [AuguryCSVCell]
  ) throws(AuguryCSVRowFault) -> ImportedQuestion {
    let line = Int(questions.lines[index])
    let cell = { (column: AuguryCSVColumn) in questions.cell(column, of: index) }
    guard let text = bytes.text(cell(.question)) else {
      throw AuguryCSVRowFault(line: line, column: .question, fault: .empty)
    }
    let kind = try kind(of: index)
    var question = ImportedQuestion(line: line, text: text, kind: kind)
    if let system = bytes.text(cell(.system)) {
      question.origin = Origin(system: system, key: bytes.text(cell(.questionID)))
    }
    let zone = bytes.text(cell(.zone))
    if let day = try bytes.day(cell(.deadline), .deadline) {
      let deadline = Deadline(day: day, zone: zone)
      if openQuestions.contains(index) {
        question.moved = deadline
      } else {
        question.deadline = deadline
      }
    } else if let zone {
      throw bytes.fault(
        cell(.zone), .zone, .needs(zone, column: AuguryCSVColumn.deadline.name))
    }
    question.unit = bytes.text(cell(.unit))
    if let unit = question.unit, kind != .numeric {
      throw bytes.fault(cell(.unit), .unit, .unfit(unit, kind: kind))
    }
    question.options = try options(of: index, kind: kind, used: used)
    question.event = bytes.text(cell(.event))
    question.tags = try questions.tags(index, bytes)
    question.outcome = try bytes.outcome(
      of: index, in: questions, kind: kind, options: question.options)
    question.known = try bytes.day(cell(.knownOn), .knownOn)
    return question
  }

  private func kind(of question: Int) throws(AuguryCSVRowFault) -> QuestionKind {
    let lines = AuguryCSVRowForm.allCases.compactMap { form in
      questions.line(of: form, in: question).map { (form: form, line: $0) }
    }.sorted { $0.line < $1.line }
    let stated = try bytes.kind(questions.cell(.kind, of: question))
    let kind = stated ?? lines.first?.form.kind ?? .binary
    for (form, line) in lines where !form.fits(kind) {
      // The value is filled in from the line.
      throw AuguryCSVRowFault(line: line, column: form.column, fault: .unfit("", kind: kind))
    }
    return kind
  }

  private func options(
    of question: Int, kind: QuestionKind, used: [AuguryCSVCell]
  ) throws(AuguryCSVRowFault) -> [String] {
    let listed = questions.cell(.options, of: question)
    guard !listed.isEmpty else { return used.map(bytes.string) }
    guard kind == .categorical || kind == .ordered else {
      throw bytes.fault(listed, .options, .unfit(bytes.string(listed), kind: kind))
    }
    let options = try bytes.distinctList(listed, .options)
    let names = Set(options.map { Array($0.utf8) })
    for cell in used where !names.contains(Array(bytes.string(cell).utf8)) {
      throw bytes.fault(
        cell, .option, .unknownOption(bytes.string(cell), options: options))
    }
    return options
  }
}

/// How much of the scores is due to the sources and how much to the questions.
///
/// Effects compare only within a component: a set of sources and questions that hang together by
/// who answered what. Places that no row names have neither effect nor component.
public struct TwoWayEffects: Sendable, Equatable {
  /// An effect, and the component within which it may be compared.
  public struct Effect: Sendable, Equatable {
    /// The effect, in units of the score.
    public let value: Double
    /// The number of the component, from 0 up in order of the first row of each.
    public let component: Int
  }

  /// By source: the score it adds to that of the questions; below 0 is better for losses.
  public let sources: [Effect?]
  /// By question: the score that an average source of its component gets.
  public let questions: [Effect?]
}

/// Returns the effects of sources and questions on scores, `score = source + question + rest`.
///
/// The effects are those of least squares with one constant for each source and each question
/// [Abowd, Kramarz and Margolis 1999], which takes out that some answered easier questions. Within
/// each component the mean of the sources' effects, weighted by their rows, is 0. The normal
/// equations are solved directly, not by alternating means, which stop short.
///
/// `sources` and `questions` hold each row's places, from 0 up. The columns are read up to the end
/// of the shortest; rows with a negative place are left out.
///
///     let effects = twoWayEffects(
///       of: [0.1, 0.5, 0.2, 0.6], sources: [0, 0, 1, 1], questions: [0, 1, 0, 1])
///     effects.sources[0]?.value  // −0.05
///     effects.questions[1]?.value  // 0.55
///
/// - Complexity: per component the third power of its number of sources or questions, whichever is
///   smaller.
///
/// [Abowd, Kramarz and Margolis 1999]: https://doi.org/10.1111/1468-0262.00020
public func twoWayEffects(
  of scores: [Double], sources: [Int], questions: [Int]
) -> TwoWayEffects {
  let count = min(scores.count, sources.count, questions.count)
  let rows = (0..<count).filter { sources[$0] >= 0 && questions[$0] >= 0 }
    .map { ScoredRow(source: sources[$0], question: questions[$0], score: scores[$0]) }
  var sourceEffects = [TwoWayEffects.Effect?](
    repeating: nil, count: (rows.map(\.source).max() ?? -1) + 1)
  var questionEffects = [TwoWayEffects.Effect?](
    repeating: nil, count: (rows.map(\.question).max() ?? -1) + 1)
  for (number, component) in connectedComponents(of: rows).enumerated() {
    let (bySource, byQuestion) = effects(within: component)
    for (source, value) in bySource {
      sourceEffects[source] = TwoWayEffects.Effect(value: value, component: number)
    }
    for (question, value) in byQuestion {
      questionEffects[question] = TwoWayEffects.Effect(value: value, component: number)
    }
  }
  return TwoWayEffects(sources: sourceEffects, questions: questionEffects)
}

/// One score with the places of its source and its question.
struct ScoredRow: Sendable, Equatable {
  var source: Int
  var question: Int
  var score: Double

  /// The row with source and question exchanged.
  var mirrored: ScoredRow { ScoredRow(source: question, question: source, score: score) }
}

/// The effects within one component, by place, centred on the sources' mean.
private func effects(
  within rows: [ScoredRow]
) -> (sources: [Int: Double], questions: [Int: Double]) {
  let sourceCount = Set(rows.map(\.source)).count
  let questionCount = Set(rows.map(\.question)).count
  var sources: [Int: Double]
  var questions: [Int: Double]
  if sourceCount <= questionCount {
    sources = solvedEffects(of: rows)
    questions = remainders(of: rows, after: sources)
  } else {
    let mirrored = rows.map(\.mirrored)
    questions = solvedEffects(of: mirrored)
    sources = remainders(of: mirrored, after: questions)
  }
  let centre = meanOf(rows.lazy.map { sources[$0.source, default: 0] }) ?? 0
  for source in sources.keys { sources[source, default: 0] -= centre }
  for question in questions.keys { questions[question, default: 0] += centre }
  return (sources, questions)
}

/// By question the mean of what is left of its scores after the sources' effects.
private func remainders(of rows: [ScoredRow], after sources: [Int: Double]) -> [Int: Double] {
  var means: [Int: Mean] = [:]
  for row in rows {
    means[row.question, default: Mean()].add(row.score - sources[row.source, default: 0])
  }
  return means.compactMapValues(\.value)
}

/// The sources' effects up to a constant, from the normal equations without the questions.
///
/// The last source is held at 0; what remains is positive definite in a connected component.
private func solvedEffects(of rows: [ScoredRow]) -> [Int: Double] {
  let places = Set(rows.map(\.source)).sorted()
  let positions = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
  var system = NormalEquations(unknowns: places.count - 1)
  for group in Dictionary(grouping: rows, by: \.question).sorted(by: { $0.key < $1.key }) {
    let mean = meanOf(group.value.lazy.map(\.score)) ?? 0
    let members = group.value.compactMap { positions[$0.source] }
    for (row, position) in zip(group.value, members) {
      system.add(1, to: position, position)
      system.add(row.score - mean, toRightOf: position)
      for other in members { system.add(-1 / Double(members.count), to: position, other) }
    }
  }
  let solution = system.solution() + [0]
  return Dictionary(uniqueKeysWithValues: zip(places, solution))
}

internal import Augury

extension ImportPlan {
  /// Tells of each forecast whether its source speaks on its question more than once in the file.
  ///
  /// Forecasts are put in the order of their questions by a counting sort, so that it takes time in
  /// proportion to the file.
  func repeated(_ supply: some ForecastSupply) -> [Bool] {
    var isRepeated = [Bool](repeating: false, count: supply.count)
    // For each source the last question it was met on, and its first forecast there.
    var last = [(question: Int, index: Int)](
      repeating: (-1, -1), count: sameSource.count)
    for index in byQuestion(supply) {
      let places = supply.places(Int(index))
      let source = sameSource[places.source]
      if last[source].question == places.question {
        isRepeated[Int(index)] = true
        isRepeated[last[source].index] = true
      } else {
        last[source] = (places.question, Int(index))
      }
    }
    return isRepeated
  }

  private func byQuestion(_ supply: some ForecastSupply) -> [Int32] {
    var starts = [Int32](repeating: 0, count: questions.count + 1)
    for index in 0..<supply.count { starts[supply.places(index).question + 1] += 1 }
    for question in questions.indices { starts[question + 1] += starts[question] }
    var order = [Int32](repeating: 0, count: supply.count)
    for index in 0..<supply.count {
      let question = supply.places(index).question
      order[Int(starts[question])] = Int32(index)
      starts[question] += 1
    }
    return order
  }
}

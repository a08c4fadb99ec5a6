/// A system of linear equations with a symmetric, positive definite matrix, built term by term.
///
/// Only the lower half is kept. It is solved by Cholesky's decomposition [Benoit 1924].
///
/// [Benoit 1924]: https://doi.org/10.1007/BF03031308
struct NormalEquations: Sendable {
  private let count: Int
  private var lower: [Double]
  private var right: [Double]

  /// Creates the system `0 = 0` of so many unknowns.
  init(unknowns: Int) {
    count = max(0, unknowns)
    lower = [Double](repeating: 0, count: count * count)
    right = [Double](repeating: 0, count: count)
  }

  /// Adds to the matrix; places past the last unknown and above the diagonal are passed over.
  mutating func add(_ value: Double, to row: Int, _ column: Int) {
    guard row < count, column <= row else { return }
    lower[row * count + column] += value
  }

  /// Adds to the right-hand side; places past the last unknown are passed over.
  mutating func add(_ value: Double, toRightOf row: Int) {
    guard row < count else { return }
    right[row] += value
  }

  /// Returns the unknowns.
  func solution() -> [Double] {
    var factor = lower
    for row in 0..<count {
      for column in 0...row {
        var rest = factor[row * count + column]
        for k in 0..<column { rest -= factor[row * count + k] * factor[column * count + k] }
        factor[row * count + column] =
          row == column ? rest.squareRoot() : rest / factor[column * count + column]
      }
    }
    var unknowns = right
    for row in 0..<count {
      for k in 0..<row { unknowns[row] -= factor[row * count + k] * unknowns[k] }
      unknowns[row] /= factor[row * count + row]
    }
    for row in (0..<count).reversed() {
      for k in row + 1..<max(row + 1, count) {
        unknowns[row] -= factor[k * count + row] * unknowns[k]
      }
      unknowns[row] /= factor[row * count + row]
    }
    return unknowns
  }
}

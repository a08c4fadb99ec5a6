import Augury

/// What a forecast is written with, as plain values.
struct LogRequest: Equatable {
  var words: [String] = []
  var question: String?
  var by: String?
  var sourceKind: SourceKind?
  var probability: String?
  var not = false
  var said: String?
  var translated = false
  var paraphrased = false
  var language: String?
  var on: String?
  var until: String?
  var zone: String?
  var via: [String] = []
  var evidence: [String] = []
  var criteria: String?
  var event: String?
  var tag: [String] = []
  var baseline: String?
  var option: [String] = []
  var ordered = false
  var quantile: [String] = []
  var unit: String?
  var condition: String?
  var new = false
}

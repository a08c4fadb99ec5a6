import Foundation
import TestSupport
import Testing

/// A yes-or-no forecast of a real data set, on its way into the program and into the library.
struct RealForecast {
  /// Who said it.
  var source: String
  /// The proposition.
  var question: String
  /// The question's name in the data set.
  var key: String
  /// When it was said, where the data set knows that.
  var said = "unknown"
  /// The probability as the file has it.
  var chance: String
  /// The last day that counts.
  var day: String
  /// Whether it happened; nothing where nobody says or it is not to be judged.
  var happened: Bool?
  /// Cells of Augury CSV beside these.
  var cells: CSVTable.Row = [:]

  /// The probability as a number.
  var probability: Double { Double(chance) ?? .nan }

  /// The row of Augury CSV.
  ///
  /// What happened is taken to have happened on the last day, since the files do not say when.
  var row: CSVTable.Row {
    let outcome = [
      "outcome": happened.map { $0 ? "yes" : "no" } ?? "",
      "happened_on": happened == true ? day : "",
    ]
    return [
      "source": source, "question": question, "system": "data", "question_id": key,
      "said_on": said, "probability": chance, "deadline": day,
    ].merging(outcome) { $1 }.merging(cells) { $1 }
  }
}

/// What a file `expected.json` has of the yes-or-no forecasts of one source.
struct ExpectedScores: Decodable {
  struct Corp: Decodable {
    var meanScore: Double
    var miscalibration: Double
    var discrimination: Double
    var uncertainty: Double
    var levels: Int

    enum CodingKeys: String, CodingKey {
      case meanScore = "mean_score"
      case miscalibration = "MCB"
      case discrimination = "DSC"
      case uncertainty = "UNC"
      case levels = "n_pav_levels"
    }
  }

  struct Murphy: Decodable {
    var reliability: Double
    var resolution: Double
    var uncertainty: Double

    enum CodingKeys: String, CodingKey {
      case reliability = "REL"
      case resolution = "RES"
      case uncertainty = "UNC"
    }
  }

  var n: Int
  var brier: Double
  var log: Double
  var infinite: Int
  var skill: Double?
  var corp: Corp?
  var murphy: Murphy?
  /// The Brier score weighted by electoral votes.
  var weighted: Double?

  enum CodingKeys: String, CodingKey {
    case n, brier, corp
    case log = "log_loss_clip_1e-05"
    case infinite = "n_infinite_log"
    case skill = "brier_skill_vs_base_rate"
    case murphy = "murphy_unique_values"
    case weighted = "ev_weighted_brier"
  }

  /// Reads the scores that stand at a path of members in `data/FOLDER/expected.json`.
  static func named<Value: Decodable>(
    _ type: Value.Type = ExpectedScores.self, in folder: String, at path: String...
  ) throws -> Value {
    let url = try #require(ReferenceData.url("data/\(folder)/expected.json"))
    var object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    for name in path { object = try #require((object as? [String: Any])?[name], "\(path)") }
    // In a list, since a number alone is no document.
    let data = try JSONSerialization.data(withJSONObject: [object])
    return try #require(JSONDecoder().decode([Value].self, from: data).first)
  }
}

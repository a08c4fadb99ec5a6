import ForecastScoring

/// Records of edges made by chance, with a known expected edge.
struct EdgeGenerator {
  /// A source's record: its edges by forecast, each one's event, and the floor of their error.
  struct Record {
    var edges: [Double]
    var clusters: [Int]
    var floor: Double
  }

  let name: String
  /// The expected edge.
  let truth: Double
  /// Makes the record of a source that made so many forecasts on each event.
  let record: @Sendable ([Int], inout SeededGenerator) -> Record

  /// All generators, the mild ones first.
  static let all: [EdgeGenerator] = [
    normal(name: "bell-shaped, half shared", shared: 0.15, own: 0.15),
    normal(name: "bell-shaped, all shared", shared: 0.2, own: 0),
    forecasts(name: "chance ± 10 points against the chance", chances: spread) { chance, random in
      (chance + (random.nextUnit() < 0.5 ? -0.1 : 0.1), chance)
    },
    forecasts(name: "the chance against 50 %", chances: spread) { chance, _ in (chance, 0.5) },
    forecasts(name: "5 % or 95 % against the chance", chances: spread) { chance, _ in
      (chance < 0.5 ? 0.05 : 0.95, chance)
    },
    forecasts(name: "rare: the chance against twice as much", chances: rare) { chance, _ in
      (chance, 2 * chance)
    },
    forecasts(name: "rare: the chance against 50 %", chances: rare) { chance, _ in (chance, 0.5) },
  ]

  private static let spread = [0.1, 0.3, 0.5, 0.7, 0.9]
  private static let rare = [0.05, 0.1, 0.2, 0.3]

  /// Edges around 0.03 with a part that all forecasts of an event share.
  private static func normal(name: String, shared: Double, own: Double) -> EdgeGenerator {
    EdgeGenerator(name: name, truth: 0.03) { sizes, random in
      var record = Record(edges: [], clusters: [], floor: 0)
      for (event, size) in sizes.enumerated() {
        let effect = 0.03 + shared * random.nextNormal()
        for _ in 0..<size {
          record.edges.append(effect + own * random.nextNormal())
          record.clusters.append(event)
        }
      }
      return record
    }
  }

  /// Edges of forecasts on events that come true with one of the `chances`, all equally frequent.
  ///
  /// `forecast` says what source and reference make of a chance; noise in it must be even.
  private static func forecasts(
    name: String, chances: [Double],
    forecast: @escaping @Sendable (Double, inout SeededGenerator) -> (Double, Double)
  ) -> EdgeGenerator {
    var unused = SeededGenerator(seed: 0)
    let expected = chances.map { chance in
      let (own, reference) = forecast(chance, &unused)
      return (reference - chance) * (reference - chance) - (own - chance) * (own - chance)
    }
    let truth = expected.reduce(0, +) / Double(chances.count)
    return EdgeGenerator(name: name, truth: truth) { sizes, random in
      var columns: (own: [Double], reference: [Double], happened: [Bool]) = ([], [], [])
      var clusters: [Int] = []
      for (event, size) in sizes.enumerated() {
        let chance = chances[random.nextPlace(below: chances.count)]
        let happened = random.nextUnit() < chance
        for _ in 0..<size {
          let (own, reference) = forecast(chance, &random)
          columns.own.append(own)
          columns.reference.append(reference)
          columns.happened.append(happened)
          clusters.append(event)
        }
      }
      return Record(
        edges: edges(of: columns.own, over: columns.reference, happened: columns.happened),
        clusters: clusters,
        floor: outcomeError(of: columns.own, over: columns.reference, clusters: clusters) ?? 0)
    }
  }
}

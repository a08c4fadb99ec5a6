extension Forecast {
  /// What tells whether two statements of one source on one question are the same.
  ///
  /// It covers when it was said, the probability or the parts, the negation, the words, the own
  /// window and the name in another system; not the identifier, nor how it was cited.
  public var fingerprint: Int64 {
    Fingerprint.of(
      said: said, isNegated: isNegated, probability: probability, parts: parts,
      quote: wording?.quote, key: origin?.key, window: window?.default)
  }
}

extension ImportedForecast {
  /// The fingerprint of the forecast that this becomes.
  public var fingerprint: Int64 {
    Fingerprint.of(
      said: said, isNegated: isNegated, probability: probability, parts: parts,
      quote: wording?.quote, key: origin?.key, window: window?.default)
  }
}

private enum Fingerprint {
  static func of(
    said: SaidTime, isNegated: Bool, probability: Probability?, parts: [DistributionPart],
    quote: String?, key: String?, window: CivilDate?
  ) -> Int64 {
    var hash = FNV1a()
    add(said.edtf, to: &hash)
    add(probability?.value, to: &hash)
    add(quote, to: &hash)
    add(key, to: &hash)
    hash.add(UInt8(isNegated ? 1 : 0))
    hash.add(Int64(window?.dayNumber ?? Int(Int32.min)))
    for part in parts { add(part, to: &hash) }
    return hash.value
  }

  private static func add(_ text: String?, to hash: inout FNV1a) {
    if var text { text.withUTF8 { hash.add($0) } }
    hash.add(UInt8(0))
  }

  private static func add(_ part: DistributionPart, to hash: inout FNV1a) {
    switch part {
    case .option(let option, let probability):
      hash.add(option.utf8)
      hash.add(Int64(bitPattern: UInt64(probability.double.bitPattern)))
    case .quantile(let level, let value):
      hash.add(Int64(bitPattern: UInt64(level.double.bitPattern)))
      hash.add(Int64(bitPattern: UInt64(value.double.bitPattern)))
    case .dateQuantile(let level, let day):
      hash.add(Int64(bitPattern: UInt64(level.double.bitPattern)))
      hash.add(Int64(day.dayNumber))
    }
  }
}

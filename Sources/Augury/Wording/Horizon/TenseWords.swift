/// The words that tell whether a clause looks back or ahead.
enum TenseWords {
  /// A side of now.
  enum Side { case past, future, present, neither }

  /// The words and their sides; other words in `-ed` look back.
  static let table: [WordKey: Side] = {
    var table: [WordKey: Side] = [:]
    for word in past.split(separator: " ") { table[WordKey(String(word))] = .past }
    for word in future.split(separator: " ") { table[WordKey(String(word))] = .future }
    for word in present.split(separator: " ") { table[WordKey(String(word))] = .present }
    for word in neither.split(separator: " ") { table[WordKey(String(word))] = .neither }
    return table
  }()

  private static let present = "is are has have isn't aren't hasn't haven't am 's 're"

  private static let neither = """
    need united speed indeed limited exceed proceed succeed breed greed agreed-upon combined \
    so-called unprecedented advanced unified federated sacred naked
    """

  private static let future = """
    will 'll won't shall would could may might should must going gonna expect expects expected \
    expecting schedule scheduled due plan plans planned planning slated poised forecast \
    forecasts predict predicts project projects projected intend intends hope hopes aim aims \
    upcoming payable effective deadline until tomorrow ahead likely unlikely let let's please want \
    wants need needs anticipate anticipates anticipated proposed proposes forthcoming bound cannot \
    can
    """

  private static let past = """
    was were had did said says told went came fell rose began became made took got won lost held \
    left met sent saw gave found kept led paid put ran sold spent stood thought brought bought built \
    fought grew knew drew flew hit heard wrote spoke broke chose drove ate felt forgot sank sang shot \
    shut slept stole struck swore swept taught tore threw understood woke wore withdrew wasn't \
    weren't didn't hadn't been gone done fallen risen grown taken given shown begun
    """
}

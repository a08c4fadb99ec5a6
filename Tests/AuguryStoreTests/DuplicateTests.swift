import Augury
import AuguryStore
import TestSupport
import Testing

struct DuplicateTests {
  @Test(arguments: [
    ("Will it rain in Oslo tomorrow?", "will it rain in OSLO tomorrow", true),
    ("Will it rain in Oslo tomorrow?", "Will it rain in Oslo, tomorrow!", true),
    ("Müller wins the élection", "Muller wins the election", true),
    ("Russia leaves the treaty by March 2027", "by March 2027 Russia leaves the treaty", false),
    ("Russia leaves the treaty by March 2027", "Russia leaves the treaties by March 2027", false),
    ("A coup in Moscow before 2024 ends", "A coup in Moscow before 2024 end", false),
    ("俄罗斯会发生政变吗", "俄罗斯会发生政变吗？", true),
  ])
  func `a repeated question is found`(_ old: String, _ new: String, _ isSame: Bool) throws {
    let test = try TestLedger()
    _ = try test.question("Something else altogether")
    _ = try test.question(old)
    let found = try test.ledger.now().duplicates(of: new)
    #expect(found.map(\.number) == [2])
    #expect(found.first?.isSame == isSame)
    #expect((found.first?.likeness ?? 0) >= Snapshot.likenessBar)
    #expect(found.first?.text == old)
  }

  @Test(arguments: [
    ("Will it rain in Oslo tomorrow?", "Will it snow in Bergen next week?"),
    ("Inflation falls under 2 % by June", "Unemployment falls under 4 % by June"),
    ("A coup in Moscow", "Moscow"), ("A coup in Moscow", ""), ("A coup in Moscow", "???"),
  ])
  func `a different question is none`(_ old: String, _ new: String) throws {
    let test = try TestLedger()
    _ = try test.question(old)
    #expect(try test.ledger.now().duplicates(of: new).isEmpty)
  }

  @Test func `what is taken back or corrected away is no duplicate any more`() throws {
    let test = try TestLedger()
    let question = try test.question("Will the dam at Kakhovka hold?")
    try test.append(
      .correction(
        Correction(subject: question.id, changes: .texts(["text": "Will the bridge be rebuilt?"]))))
    #expect(try test.ledger.now().duplicates(of: "Will the dam at Kakhovka hold?").isEmpty)
    let before = try test.ledger.asOf(entry: 1)
    #expect(try before.duplicates(of: "the dam at Kakhovka will hold").count == 1)
    let after = try test.ledger.now().duplicates(of: "Will the bridge be rebuilt")
    #expect(after.map(\.isSame) == [true])
    try test.append(.retraction(Retraction(entries: [1...1])))
    #expect(try test.ledger.now().duplicates(of: "Will the bridge be rebuilt").isEmpty)
  }

  @Test func `the same words come first, then the most alike`() throws {
    let test = try TestLedger()
    for text in [
      "Gold trades above 3000 dollars in May", "in May gold trades above 3000 dollars",
      "Gold trades above 3000 dollars in Mai",
    ] { _ = try test.question(text) }
    let found = try test.ledger.now().duplicates(of: "GOLD trades above 3000 dollars in Mai")
    #expect(Array(found.map(\.number).prefix(2)) == [3, 1])
    #expect(found.map(\.isSame) == found.map { $0.number == 3 })
    #expect(found.map(\.likeness) == found.map(\.likeness).sorted(by: >))
    let first = try test.ledger.now().duplicates(of: "gold trades above 3000 dollars in may")
    #expect(Array(first.map(\.number).prefix(2)) == [1, 2])
  }

  @Test func `the index finds what a comparison with every question finds`() throws {
    var random = SplitMix64(seed: 77)
    let vocabulary = (0..<400).map { "w\($0)x" } + BodyMaker.vocabulary
    var texts: [String] = []
    for index in 0..<500 {
      var words = (0..<9).map { _ in random.pick(vocabulary) }
      if index > 20, random.once(in: 2) {
        let old = texts[Int.random(in: 0..<index, using: &random)]
        words = old.split(separator: " ").map(String.init)
        if random.once(in: 2) { words.shuffle(using: &random) }
        if random.once(in: 2) { words[0] = random.pick(vocabulary) }
      }
      texts.append(words.joined(separator: " "))
    }
    let test = try TestLedger()
    try test.write { writer in
      for text in texts {
        try writer.append(.question(Question(id: writer.identifier(.question), text: text)))
      }
    }
    let snapshot = try test.ledger.now()
    let sets = texts.map { Set(Words.of($0)) }
    var pairs = 0
    for (index, text) in texts.enumerated() where index % 5 == 0 || isLong {
      let wanted = texts.indices.filter { other in
        !sets[index].isDisjoint(with: sets[other])
          && (sets[index] == sets[other]
            || Words.likeness(text, texts[other]) >= Snapshot.likenessBar)
      }
      let found = try snapshot.duplicates(of: text)
      #expect(found.map(\.number).sorted() == wanted.map { Int64($0 + 1) }, "\(text)")
      #expect(found.first?.isSame == true)
      pairs += wanted.count - 1
    }
    #expect(pairs > 40)
  }
}

import AuguryRendering
import Testing

struct KeyValueBlockTests {
  private var block: KeyValueBlock {
    var block = KeyValueBlock("Forecast f4kq2m")
    block.add("Source", "Abbas Gallyamov")
    block.add("Wording", "a military coup is “likely imminent”, in so many words of his")
    block.add("Nothing", nil)
    block.items.append(.bullets("Relays", ["The Daily Beast", "UPROXX, which retells the report"]))
    var reading = KeyValueBlock("Reading")
    reading.add("Probability", "60–85 %")
    block.items.append(.section(reading))
    return block
  }

  @Test func `labels are aligned and values wrapped below themselves`() {
    let expected = """
      Forecast f4kq2m
      Source   Abbas Gallyamov
      Wording  a military coup is “likely
               imminent”, in so many words of
               his
      Relays   • The Daily Beast
               • UPROXX, which retells the
                 report

        Reading
        Probability  60–85 %

      """
    #expect(block.render(width: 40, style: .plain) == expected)
  }

  @Test func `without a width nothing wraps`() {
    #expect(
      block.render(width: nil, style: .plain).contains("imminent”, in so many words of his\n"))
  }

  @Test func `a label that is too long stands on a line of its own`() {
    var block = KeyValueBlock()
    block.add("A label of more than twenty-four cells", "value")
    block.add("Short", "one\n\ntwo")
    #expect(
      block.render(width: 60, style: .plain)
        == "A label of more than twenty-four cells\n  value\nShort  one\n\n       two\n")
  }

  @Test func `an empty value leaves no space behind its label`() {
    let block = KeyValueBlock(items: [.field("Note", ""), .bullets("List", [])])
    #expect(block.render(width: 40, style: .plain) == "Note\nList\n")
    #expect(withoutCodes(block.render(width: 40, style: .ansi)) == "Note\nList\n")
  }

  @Test func `no line of a block exceeds the width, however deep`() {
    var random = SplitMix64(state: 3)
    for round in 0..<400 {
      let width = Int.random(in: 40...120, using: &random)
      var block = KeyValueBlock(random.text(upTo: 20))
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        var outer = KeyValueBlock(random.text(upTo: 60))
        outer.add(random.text(upTo: 40), random.text(upTo: 200), style: .quote)
        outer.items.append(.bullets(random.text(upTo: 20), [random.text(upTo: 90), ""]))
        outer.items.append(.paragraph(random.text(upTo: 90)))
        outer.items.append(.section(block))
        block = outer
      }
      let shown = withoutCodes(block.render(width: width, style: .ansi))
      for line in shown.split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= width, "seed 3, round \(round): \(line)")
        #expect(line.last != " ", "seed 3, round \(round): \(line.debugDescription)")
      }
    }
  }
}

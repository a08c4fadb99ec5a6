/// Where the decimal point of a text stands.
enum DecimalPoint {
  /// Returns the cells from the decimal point of a number to the end of the text (0 if it has none,
  /// save for what follows its digits); nil if the text does not begin as a number.
  static func fractionWidth(_ text: String) -> Int? {
    let scalars = text.unicodeScalars
    let start = scalars.prefix(2).firstIndex(where: isDigit)
    guard let start, scalars[..<start].allSatisfy(isSign) else { return nil }
    let rest = scalars[start...].drop { isDigit($0) || $0 == "," }
    return TerminalText.width(String(rest))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    ["+", "-", "−", "<", ">", "±", "~"].contains(scalar)
  }
}

import Augury

/// What the tests of time share.
enum TimeTesting {
  /// The generator SplitMix64 of Steele, Lea and Flood (2014).
  struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// A calendar that knows only how to step to the next day; slow, and written on its own.
  struct Steps: Equatable {
    var year = 1
    var month = 1
    var day = 1

    var lengthOfMonth: Int {
      if month == 2 {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return isLeap ? 29 : 28
      }
      return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    mutating func advance() {
      day += 1
      guard day > lengthOfMonth else { return }
      (day, month) = (1, month + 1)
      guard month > 12 else { return }
      (month, year) = (1, year + 1)
    }
  }

  static func date(_ iso: String) throws -> CivilDate { try CivilDate(iso: iso) }
}

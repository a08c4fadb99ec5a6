/// A dated edition of the track record: an instant and a policy, fixed under a name.
///
/// It shows what the ledger knew at its instant, or when it was announced where that was later.
/// Announced beforehand it is one look at the evidence, decided on before the outcomes.
public struct Edition: Sendable, Equatable {
  /// Its name, such as "2026".
  public var name: String
  /// The instant that it judges at.
  public var instant: Instant
  /// The weakest capture grade that counts.
  public var grade: CaptureGrade
  /// Which statement is taken.
  public var take: Take
  /// Which window counts where words have several.
  public var window: WindowChoice

  /// Creates an edition.
  public init(
    name: String, instant: Instant, grade: CaptureGrade = .documented, take: Take = .first,
    window: WindowChoice = .default
  ) {
    self.name = name
    self.instant = instant
    self.grade = grade
    self.take = take
    self.window = window
  }

  /// What counts in it.
  public var policy: Policy { Policy(grade: grade, take: take, window: window, at: instant) }
}

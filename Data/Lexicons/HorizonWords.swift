/// Words for time whose length no dictionary fixes, with the windows read for them.
///
/// No survey maps these words to days, so the windows are a convention of ours, version 1: to be
/// shown as an assumption, never as a finding. A strict, a default and a generous reader are told
/// apart so that a verdict that depends on the window can be seen to depend on it.
public enum HorizonWords: Sendable {
  /// The version of the tables, raised when a figure or a word changes.
  public static let version = 1

  /// Where the windows come from.
  public static let citation = "Augury's own convention, not measured (Docs/Wording.md)"

  /// A window for vague words: the longest wait, in days or years from the day it was said.
  public struct Window: Sendable {
    /// The phrases that share the window, in lower case.
    public let phrases: [String]
    /// The unit of the three figures.
    public let unit: Unit
    /// The wait of a strict reader.
    public let strict: Int
    /// The wait taken when nothing else is asked for.
    public let usual: Int
    /// The wait of a generous reader.
    public let generous: Int
  }

  /// What the figures of a window count.
  public enum Unit: Sendable {
    /// Days.
    case days
    /// Years of the calendar.
    case years
  }

  /// The windows, each with its phrases.
  public static let windows: [Window] = [
    Window(
      phrases: [
        "imminent", "imminently", "any day now", "any minute now", "any moment now",
        "at any moment", "at any time now", "any time now", "within days", "in a matter of days",
        "within hours", "any day", "on the brink", "on the verge", "in the offing",
      ], unit: .days, strict: 7, usual: 30, generous: 90),
    Window(
      phrases: [
        "in the coming days", "in coming days", "in the next few days", "over the coming days",
        "over the next few days", "in the days ahead", "within the next few days",
        "in the next couple of days", "over the next several days", "in the next several days",
      ], unit: .days, strict: 3, usual: 7, generous: 14),
    Window(
      phrases: [
        "in the coming weeks", "in coming weeks", "over the coming weeks", "within weeks",
        "in the next few weeks", "over the next few weeks", "in the weeks ahead",
        "within the next few weeks", "in a matter of weeks", "over the next several weeks",
        "in the next several weeks", "within the coming weeks",
      ], unit: .days, strict: 14, usual: 42, generous: 84),
    Window(
      phrases: [
        "soon", "very soon", "pretty soon", "fairly soon", "shortly", "in short order",
        "before long", "around the corner", "before too long", "sooner rather than later",
        "as soon as possible", "asap", "looming", "on the horizon", "momentarily",
      ], unit: .days, strict: 30, usual: 90, generous: 180),
    Window(
      phrases: [
        "in the coming months", "in coming months", "over the coming months", "within months",
        "in the next few months", "over the next few months", "in the months ahead",
        "within the next few months", "in a matter of months", "over the next several months",
        "in the next several months", "within the coming months",
      ], unit: .days, strict: 90, usual: 180, generous: 270),
    Window(
      phrases: [
        "in the near future", "in the near term", "in the short term", "in the short run",
        "in the not too distant future", "in the not so distant future", "in the immediate future",
      ], unit: .days, strict: 90, usual: 180, generous: 365),
    Window(
      phrases: [
        "days are numbered", "won't last", "will not last", "not long for this world",
        "on borrowed time", "cannot last", "can't last",
      ], unit: .days, strict: 90, usual: 365, generous: 730),
    Window(
      phrases: [
        "in the coming years", "in coming years", "over the coming years", "in the years ahead",
        "in the next few years", "over the next few years", "within a few years",
        "within the next few years", "in the medium term", "in the foreseeable future",
        "for the foreseeable future", "over the next several years", "in the next several years",
        "in the years to come", "in years to come", "within the coming years",
      ], unit: .years, strict: 2, usual: 3, generous: 5),
    Window(
      phrases: [
        "in a generation", "within a generation", "in the coming decades", "in coming decades",
        "in the decades ahead", "over the coming decades", "in the long term", "in the longer term",
        "in the decades to come",
      ], unit: .years, strict: 20, usual: 25, generous: 30),
  ]

  /// Words that promise something without any deadline: no day can prove them wrong.
  public static let unfalsifiable: [String] = [
    "inevitable", "inevitably", "inescapable", "unavoidable", "eventually", "sooner or later",
    "in the long run", "in the end", "one day", "some day", "someday", "at some point",
    "at some stage", "only a matter of time", "just a matter of time", "a matter of time",
    "a question of time", "a question of when", "a matter of when", "not if but when",
    "not a matter of if", "in due course", "in due time", "in the fullness of time",
    "ultimately", "sometime in the future", "in the future", "in the distant future",
    "at some point in the future", "when the time comes", "yet to come", "ever",
  ]
}

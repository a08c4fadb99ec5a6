/// An error that a person can act on.
///
/// The kind alone decides the exit status of the command line and the status of a web answer.
public protocol Explained: Error, Sendable {
  /// Which of the few kinds of failure this is.
  var kind: FailureKind { get }
  /// One sentence that names the value at fault.
  var what: String { get }
  /// One imperative sentence: what to do next.
  var remedy: String { get }
}

/// The few kinds of failure, as both edges of the program tell them apart.
public enum FailureKind: String, Sendable, CaseIterable {
  /// The call itself was put wrongly.
  case usage
  /// A value or a file that cannot be taken as it is.
  case invalid
  /// A well-formed request that the state of the ledger does not allow.
  case conflict
  /// Something named that does not exist.
  case notFound
  /// A resource that is busy or out of reach for now.
  case unavailable

  /// The exit status of a command that fails this way, after BSD's `sysexits.h`.
  public var exitStatus: Int32 {
    switch self {
    case .usage: 64
    case .invalid, .conflict: 65
    case .notFound: 66
    case .unavailable: 75
    }
  }
}

/// The right edge of a growing RFC 6962 tree: all that appending and the root need.
///
/// It holds one hash for each full subtree that the leaves so far fall into, one for each bit set
/// in their number.
public struct MerkleFrontier: Sendable, Equatable {
  /// How many leaves the tree has.
  public private(set) var size: UInt64
  /// The roots of the full subtrees, the largest and leftmost first.
  private var subtrees: [MerkleHash]

  /// Creates the frontier of the tree without leaves.
  public init() {
    size = 0
    subtrees = []
  }

  /// Creates the frontier of a tree of so many leaves from the hashes that `encoded` gave.
  ///
  /// Nil unless there is exactly one hash for each bit set in the size, or if no leaf could follow.
  public init?(size: UInt64, encoded: [UInt8]) {
    let width = MerkleHash.byteCount
    guard size < .max, encoded.count == size.nonzeroBitCount * width else { return nil }
    self.size = size
    subtrees = stride(from: 0, to: encoded.count, by: width).compactMap {
      MerkleHash(bytes: encoded[$0..<($0 + width)])
    }
  }

  /// The hashes one after the other, the largest subtree's first: at most 64 times 32 bytes.
  public var encoded: [UInt8] { subtrees.flatMap(\.bytes) }

  /// Adds a leaf at the right; O(log n) hashes at worst, one on average.
  public mutating func append(_ leaf: MerkleHash) {
    var subtree = leaf
    // A carry of the binary counter joins two subtrees of one size.
    for _ in 0..<(~size).trailingZeroBitCount {
      guard let left = subtrees.popLast() else { break }
      subtree = .node(left, subtree)
    }
    subtrees.append(subtree)
    size += 1
  }

  /// Adds leaves at the right, one after the other.
  public mutating func append(_ leaves: [MerkleHash]) {
    for leaf in leaves { append(leaf) }
  }

  /// The root of the tree; O(log n) hashes.
  public var root: MerkleHash {
    guard var root = subtrees.last else { return .emptyRoot }
    for left in subtrees.dropLast().reversed() { root = .node(left, root) }
    return root
  }
}

/// Proofs over the tree of RFC 6962, made and checked as RFC 9162, section 2.1, describes.
public enum MerkleProof: Sendable {
  /// Returns whether the proof shows that the leaf stands at the index, counted from 0, in the
  /// tree of that size and root (RFC 9162, section 2.1.3.2).
  public static func verifyInclusion(
    index: UInt64, size: UInt64, leaf: MerkleHash, proof: [MerkleHash], root: MerkleHash
  ) -> Bool {
    guard index < size else { return false }
    var climb = Climb(node: index, last: size - 1)
    var hash = leaf
    for sibling in proof {
      guard climb.last > 0 else { return false }
      hash = climb.joinsFromLeft() ? .node(sibling, hash) : .node(hash, sibling)
    }
    return climb.last == 0 && hash == root
  }

  /// Returns whether the proof shows that the tree of the old size and root is a prefix of the tree
  /// of the new (RFC 9162, section 2.1.4.2).
  ///
  /// Of equal sizes the roots must be equal and the proof empty. The empty tree is a prefix of
  /// every tree: its proof is empty and its root is `MerkleHash.emptyRoot`.
  public static func verifyConsistency(
    oldSize: UInt64, newSize: UInt64, oldRoot: MerkleHash, newRoot: MerkleHash,
    proof: [MerkleHash]
  ) -> Bool {
    guard oldSize <= newSize else { return false }
    if oldSize == 0, oldRoot != .emptyRoot { return false }
    if oldSize == newSize { return proof.isEmpty && oldRoot == newRoot }
    if oldSize == 0 { return proof.isEmpty }
    // An old tree that is one full subtree is its own first hash, and the proof leaves it out.
    let isFull = oldSize.nonzeroBitCount == 1
    guard let first = isFull ? oldRoot : proof.first else { return false }
    var climb = Climb(node: oldSize - 1, last: newSize - 1)
    climb.skipRightEdge()
    var (old, new) = (first, first)
    for sibling in proof.dropFirst(isFull ? 0 : 1) {
      guard climb.last > 0 else { return false }
      if climb.joinsFromLeft() {
        old = .node(sibling, old)
        new = .node(sibling, new)
      } else {
        new = .node(new, sibling)
      }
    }
    return climb.last == 0 && old == oldRoot && new == newRoot
  }

  /// A way up the tree: a node's index and that of the last node, on the same level.
  private struct Climb {
    var node: UInt64
    var last: UInt64

    /// Goes up to where the node next gains a sibling, and returns whether that is the left one.
    mutating func joinsFromLeft() -> Bool {
      let fromLeft = node & 1 == 1 || node == last
      if fromLeft {
        // On the right edge there are levels without a sibling; the node just moves up.
        while node & 1 == 0, node != 0 { ascend() }
      }
      ascend()
      return fromLeft
    }

    mutating func skipRightEdge() {
      while node & 1 == 1 { ascend() }
    }

    private mutating func ascend() {
      node >>= 1
      last >>= 1
    }
  }
}

extension MerkleProof {
  /// Returns the proof that the leaf at the index stands in the tree of all the leaves; empty if
  /// there is no such leaf.
  public static func inclusion(of index: Int, in leaves: [MerkleHash]) -> [MerkleHash] {
    guard leaves.indices.contains(index) else { return [] }
    return path(to: index, in: leaves[...])
  }

  /// Returns the proof that the tree of the first leaves is a prefix of the tree of them all; empty
  /// if the old size is none, all, or more than there are.
  public static func consistency(
    from oldSize: Int, in leaves: [MerkleHash]
  ) -> [MerkleHash] {
    guard oldSize > 0, oldSize < leaves.count else { return [] }
    return subproof(oldSize, in: leaves[...], isOldTree: true)
  }

  private static func path(to index: Int, in leaves: ArraySlice<MerkleHash>) -> [MerkleHash] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + leftCount(of: leaves.count)
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return index < middle
      ? path(to: index, in: left) + [root(of: right)]
      : path(to: index, in: right) + [root(of: left)]
  }

  /// The function SUBPROOF of RFC 9162, section 2.1.4.1; the old tree's root is left out while the
  /// leaves at hand are still all of the old tree.
  private static func subproof(
    _ oldSize: Int, in leaves: ArraySlice<MerkleHash>, isOldTree: Bool
  ) -> [MerkleHash] {
    guard oldSize < leaves.count else { return isOldTree ? [] : [root(of: leaves)] }
    let leftCount = leftCount(of: leaves.count)
    let middle = leaves.startIndex + leftCount
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return oldSize <= leftCount
      ? subproof(oldSize, in: left, isOldTree: isOldTree) + [root(of: right)]
      : subproof(oldSize - leftCount, in: right, isOldTree: false) + [root(of: left)]
  }

  private static func root(of leaves: ArraySlice<MerkleHash>) -> MerkleHash {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// The largest power of two below a count that is more than 1.
  private static func leftCount(of count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

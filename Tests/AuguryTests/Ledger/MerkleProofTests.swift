import Augury
import TestSupport
import Testing

struct MerkleProofTests {
  private let leaves = someLeaves(70)

  private func root(_ count: Int) -> MerkleHash { naiveRoot(leaves[..<count]) }

  private func isIncluded(
    _ index: Int, _ size: Int, _ proof: [MerkleHash], leaf: MerkleHash? = nil
  ) -> Bool {
    MerkleProof.verifyInclusion(
      index: UInt64(index), size: UInt64(size), leaf: leaf ?? leaves[index], proof: proof,
      root: root(size))
  }

  private func isConsistent(
    _ old: Int, _ new: Int, _ proof: [MerkleHash], oldRoot: MerkleHash? = nil
  ) -> Bool {
    MerkleProof.verifyConsistency(
      oldSize: UInt64(old), newSize: UInt64(new), oldRoot: oldRoot ?? root(old),
      newRoot: root(new), proof: proof)
  }

  /// Everything one step away from a proof: a hash changed, dropped, doubled or swapped.
  private func mutations(_ proof: [MerkleHash]) -> [[MerkleHash]] {
    var all = [proof + [.emptyRoot], [.emptyRoot] + proof]
    for index in proof.indices {
      var changed = proof
      changed[index] = .node(proof[index], proof[index])
      all.append(changed)
      all.append(Array(proof[..<index] + proof[(index + 1)...]))
      all.append(Array(proof[...index] + proof[index...]))
      if index > 0 {
        var swapped = proof
        swapped.swapAt(index - 1, index)
        all.append(swapped)
      }
    }
    return all
  }

  @Test func `every inclusion proof holds, and none that was changed`() {
    for size in 1...33 {
      for index in 0..<size {
        let proof = MerkleProof.inclusion(of: index, in: Array(leaves[..<size]))
        #expect(isIncluded(index, size, proof), "\(index) of \(size)")
        #expect(!isIncluded(index, size, proof, leaf: .leaf([])), "\(index) of \(size)")
        for other in 0..<size where other != index {
          #expect(!isIncluded(other, size, proof, leaf: leaves[index]))
        }
        for changed in mutations(proof) {
          #expect(!isIncluded(index, size, changed), "\(index) of \(size)")
        }
      }
    }
  }

  @Test func `every consistency proof holds, and none that was changed`() {
    for new in 1...33 {
      for old in 1...new {
        let proof = MerkleProof.consistency(from: old, in: Array(leaves[..<new]))
        #expect(isConsistent(old, new, proof), "\(old) to \(new)")
        #expect(!isConsistent(old, new, proof, oldRoot: .leaf([])), "\(old) to \(new)")
        for changed in mutations(proof) {
          #expect(!isConsistent(old, new, changed), "\(old) to \(new)")
        }
      }
    }
  }

  @Test func `proofs in larger trees hold`() {
    let seed: UInt64 = 41
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let size = Int.random(in: 1...leaves.count, using: &random)
      let index = Int.random(in: 0..<size, using: &random)
      let all = Array(leaves[..<size])
      #expect(isIncluded(index, size, MerkleProof.inclusion(of: index, in: all)), "seed \(seed)")
      let old = Int.random(in: 1...size, using: &random)
      #expect(isConsistent(old, size, MerkleProof.consistency(from: old, in: all)), "seed \(seed)")
    }
  }

  @Test func `the empty tree is a prefix of every tree, if it has its root`() {
    #expect(isConsistent(0, 5, []))
    #expect(isConsistent(0, 0, []))
    #expect(!isConsistent(0, 5, [leaves[0]]))
    #expect(!isConsistent(0, 5, [], oldRoot: leaves[0]))
    #expect(!isConsistent(5, 0, []))
    #expect(!isConsistent(0, 0, [], oldRoot: leaves[0]))
  }

  @Test func `the largest indices and sizes are no trouble`() {
    let hash = leaves[0]
    let long = Array(repeating: hash, count: 70)
    for size in [0, 1, UInt64.max - 1, .max] {
      for index in [0, 1, UInt64.max - 1, .max] {
        for proof in [[], [hash], long] {
          let holds = MerkleProof.verifyInclusion(
            index: index, size: size, leaf: hash, proof: proof, root: hash)
          #expect(holds == (index == 0 && size == 1 && proof.isEmpty))
          let isPrefix = MerkleProof.verifyConsistency(
            oldSize: index, newSize: size, oldRoot: hash, newRoot: hash, proof: proof)
          #expect(isPrefix == (index == size && index > 0 && proof.isEmpty))
        }
      }
    }
    #expect(MerkleProof.inclusion(of: -1, in: leaves).isEmpty)
    #expect(MerkleProof.inclusion(of: leaves.count, in: leaves).isEmpty)
    #expect(MerkleProof.consistency(from: -1, in: leaves).isEmpty)
    #expect(MerkleProof.consistency(from: leaves.count + 1, in: leaves).isEmpty)
  }
}

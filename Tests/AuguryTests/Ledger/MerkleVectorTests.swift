import Augury
import Foundation
import Testing

struct MerkleVectorTests {
  private struct Inclusion: Decodable {
    var name: String
    var leafIdx: UInt64
    var treeSize: UInt64?
    var start: UInt64?
    var end: UInt64?
    var root: String
    var leafHash: String
    var proof: [String]?
    var wantErr: Bool
  }

  private struct Consistency: Decodable {
    var name: String
    var size1: UInt64?
    var size2: UInt64?
    var start: UInt64?
    var end: UInt64?
    var size: UInt64?
    var root1: String
    var root2: String
    var proof: [String]?
    var wantErr: Bool
  }

  private struct Log: Decodable {
    struct Proof: Decodable {
      var index: Int
      var size: Int
      var proof: [String]

      enum CodingKeys: String, CodingKey {
        case index = "Index"
        case size = "Size"
        case proof = "Proof"
      }
    }

    var records: [String]
    var roots: [String]
    var inclusion: [Proof]
    var consistency: [Proof]

    // As the decoder gives them, in camel case.
    enum CodingKeys: String, CodingKey {
      case records = "recordsB64"
      case roots = "rootsB64BySizeFrom1"
      case inclusion
      case consistency = "consistencyOldIsIndex"
    }
  }

  private func hash(_ text: String) -> MerkleHash? {
    Data(base64Encoded: text).flatMap { MerkleHash(bytes: $0) }
  }

  /// Nil if one of them is no hash; such a proof is refused before it is looked at.
  private func hashes(_ texts: [String]?) -> [MerkleHash]? {
    let texts = texts ?? []
    let hashes = texts.compactMap(hash)
    return hashes.count == texts.count ? hashes : nil
  }

  private func holds(_ item: Inclusion, size: UInt64) -> Bool {
    guard let leaf = hash(item.leafHash), let root = hash(item.root),
      let proof = hashes(item.proof)
    else { return false }
    return MerkleProof.verifyInclusion(
      index: item.leafIdx, size: size, leaf: leaf, proof: proof, root: root)
  }

  private func holds(_ item: Consistency, old: UInt64, new: UInt64) -> Bool {
    guard let first = hash(item.root1), let second = hash(item.root2),
      let proof = hashes(item.proof)
    else { return false }
    return MerkleProof.verifyConsistency(
      oldSize: old, newSize: new, oldRoot: first, newRoot: second, proof: proof)
  }

  @Test func `inclusion proofs are judged as the transparency project judges them`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let items = try IntegrityVectors.decode(Inclusion.self, linesOf: "merkle/inclusion.jsonl")
    #expect(items.count == 60)
    for item in items {
      let size = try #require(item.treeSize)
      #expect(holds(item, size: size) == !item.wantErr, "\(item.name)")
    }
  }

  @Test func `consistency proofs are judged as the transparency project judges them`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let items = try IntegrityVectors.decode(Consistency.self, linesOf: "merkle/consistency.jsonl")
    #expect(items.count == 50)
    for item in items {
      let old = try #require(item.size1)
      let new = try #require(item.size2)
      #expect(holds(item, old: old, new: new) == !item.wantErr, "\(item.name)")
    }
  }

  @Test func `proofs of subtrees that start at the first leaf are proofs of trees`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let inclusions = try IntegrityVectors.decode(
      Inclusion.self, linesOf: "merkle/subtreeinclusion.jsonl")
    let fromFirst = inclusions.filter { $0.start == 0 }
    #expect(fromFirst.count == 59)
    for item in fromFirst {
      let size = try #require(item.end)
      #expect(holds(item, size: size) == !item.wantErr, "\(item.name)")
    }
    let consistencies = try IntegrityVectors.decode(
      Consistency.self, linesOf: "merkle/subtreeconsistency.jsonl")
    // Two proofs that upstream accepts have roots that are no hashes at all.
    let prefixes = consistencies.filter {
      $0.start == 0 && ($0.wantErr || hashes([$0.root1, $0.root2]) != nil)
    }
    #expect(prefixes.count == 64)
    for item in prefixes {
      let old = try #require(item.end)
      let new = try #require(item.size)
      #expect(holds(item, old: old, new: new) == !item.wantErr, "\(item.name)")
    }
  }

  @Test func `roots and proofs are those of Go's tlog`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let logs = try IntegrityVectors.decode(Log.self, linesOf: "merkle/go-tlog.jsonl")
    #expect(logs.count == 6)
    for log in logs {
      let leaves = try log.records.map { text in
        MerkleHash.leaf([UInt8](try #require(Data(base64Encoded: text))))
      }
      let roots = try log.roots.map { try #require(hash($0)) }
      var frontier = MerkleFrontier()
      for (leaf, root) in zip(leaves, roots) {
        frontier.append(leaf)
        #expect(frontier.root == root)
      }
      #expect(frontier.size == UInt64(roots.count))
      for item in log.inclusion {
        let proof = try #require(hashes(item.proof))
        #expect(MerkleProof.inclusion(of: item.index, in: Array(leaves[..<item.size])) == proof)
        #expect(
          MerkleProof.verifyInclusion(
            index: UInt64(item.index), size: UInt64(item.size), leaf: leaves[item.index],
            proof: proof, root: roots[item.size - 1]))
      }
      for item in log.consistency {
        let proof = try #require(hashes(item.proof))
        #expect(MerkleProof.consistency(from: item.index, in: Array(leaves[..<item.size])) == proof)
        #expect(
          MerkleProof.verifyConsistency(
            oldSize: UInt64(item.index), newSize: UInt64(item.size),
            oldRoot: roots[item.index - 1], newRoot: roots[item.size - 1], proof: proof))
      }
    }
  }
}

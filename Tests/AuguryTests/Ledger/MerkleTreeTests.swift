import Augury
import Testing

/// The tree as RFC 6962, section 2.1, defines it, straight from the text.
func naiveRoot(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
  guard let first = leaves.first else { return .emptyRoot }
  guard leaves.count > 1 else { return first }
  var split = 1
  while 2 * split < leaves.count { split *= 2 }
  let middle = leaves.startIndex + split
  return .node(naiveRoot(leaves[..<middle]), naiveRoot(leaves[middle...]))
}

func someLeaves(_ count: Int) -> [MerkleHash] {
  (0..<count).map { .leaf(Array("leaf \($0)".utf8)) }
}

struct MerkleTreeTests {
  /// The roots of the first 0…8 leaf inputs that the tests of Certificate Transparency use.
  ///
  /// Computed with Python 3 and hashlib by the recursion of RFC 6962, section 2.1:
  /// mth([]) = H(""), mth([d]) = H(00 ‖ d), mth(D) = H(01 ‖ mth(D[:k]) ‖ mth(D[k:])), where k is
  /// the largest power of two below len(D).
  private static let knownRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private static let knownRecords: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6F),
  ]

  @Test func `the well-known trees have their well-known roots`() {
    var frontier = MerkleFrontier()
    #expect(frontier.root.hex == Self.knownRoots[0])
    for (record, root) in zip(Self.knownRecords, Self.knownRoots.dropFirst()) {
      frontier.append(.leaf(record))
      #expect(frontier.root.hex == root)
    }
    #expect(frontier.size == 8)
  }

  @Test func `the frontier has the root of the whole tree, and lives through its encoding`() {
    let leaves = someLeaves(300)
    var frontier = MerkleFrontier()
    for count in 0...leaves.count {
      #expect(frontier.size == UInt64(count))
      #expect(frontier.root == naiveRoot(leaves[..<count]), "\(count) leaves")
      let encoded = frontier.encoded
      #expect(encoded.count == 32 * count.nonzeroBitCount)
      #expect(MerkleFrontier(size: frontier.size, encoded: encoded) == frontier)
      if count < leaves.count { frontier.append(leaves[count]) }
    }
  }

  @Test func `the largest subtree is encoded first`() {
    let leaves = someLeaves(7)
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    let expected = [naiveRoot(leaves[..<4]), naiveRoot(leaves[4..<6]), leaves[6]]
    #expect(frontier.encoded == expected.flatMap(\.bytes))
  }

  @Test func `a frontier needs exactly one hash for each bit of its size`() {
    #expect(MerkleFrontier(size: 0, encoded: []) == MerkleFrontier())
    #expect(MerkleFrontier(size: 0, encoded: Array(repeating: 0, count: 32)) == nil)
    for size in [1, 6, 255, UInt64.max - 1] {
      let count = 32 * size.nonzeroBitCount
      #expect(MerkleFrontier(size: size, encoded: Array(repeating: 1, count: count)) != nil)
      for wrong in [0, count - 32, count - 1, count + 1, count + 32] where wrong != count {
        #expect(MerkleFrontier(size: size, encoded: Array(repeating: 1, count: wrong)) == nil)
      }
    }
    #expect(MerkleFrontier(size: .max, encoded: Array(repeating: 1, count: 64 * 32)) == nil)
  }

  @Test func `a hash goes through bytes and hexadecimal digits unchanged`() throws {
    let hash = MerkleHash.leaf([1, 2, 3])
    #expect(hash.bytes.count == 32)
    #expect(MerkleHash(bytes: hash.bytes) == hash)
    #expect(MerkleHash(bytes: hash.bytes.reversed()) != hash)
    #expect(hash.withUnsafeBytes { Array($0) } == hash.bytes)
    #expect(hash.hex.utf8.count == 64)
    #expect(MerkleHash(hex: hash.hex) == hash)
    #expect(MerkleHash(hex: hash.hex.uppercased()) == hash)
    #expect(MerkleHash(hex: String(hash.hex.dropLast())) == nil)
    #expect(MerkleHash(hex: hash.hex.dropLast() + "g") == nil)
    #expect(MerkleHash(hex: hash.hex.dropLast() + "é") == nil)
    #expect(MerkleHash(bytes: hash.bytes.dropLast()) == nil)
    #expect(MerkleHash(bytes: hash.bytes + [0]) == nil)
    #expect(try #require(MerkleHash(bytes: Array(0...31))).hex.hasPrefix("000102030405"))
  }
}

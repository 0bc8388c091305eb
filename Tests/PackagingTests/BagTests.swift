import Foundation
import Packaging
import TestTools
import Testing

@Suite("Bag")
struct BagTests {
  private static let payload = [
    Tar.File(path: "orders.csv", bytes: Array("target,سفارش\r\n1,\"a,b\"\r\n".utf8)),
    Tar.File(path: "disclosure.json", bytes: Array("{}\n".utf8)),
    Tar.File(path: "certificate.txt", bytes: Array("گواهی\n".utf8)),
    Tar.File(path: "empty.csv", bytes: []),
  ]

  private static func bag(_ payload: [Tar.File] = payload, organization: String = "Example Shop, Tehran") -> Bag {
    Bag(payload: payload, organization: organization, date: "2026-11-22", time: 1_795_340_000)
  }

  /// Unpacks a bag with GNU tar into `disclosure/` in a new folder.
  private func extract(_ bag: Bag) throws -> Folder {
    let folder = try Folder()
    try folder.write(try bag.bytes(), as: "bag.tar")
    try #require(try Tool.run("tar", ["-xf", "bag.tar"], in: folder).status == 0)
    return folder
  }

  private func sums(_ folder: Folder, _ manifest: String) throws -> Int32 {
    try Tool.run("sh", ["-c", "cd disclosure && sha256sum --strict -c \(manifest)"], in: folder).status
  }

  @Test(
    "sha256sum accepts every payload and tag file, and refuses each after a change of one byte",
    .enabled(if: Tool.hasGNUTar && Tool.isHere("sha256sum"), "GNU tar or sha256sum is not here"))
  func sha256sum() throws {
    let folder = try extract(Self.bag())
    #expect(try sums(folder, "manifest-sha256.txt") == 0)
    #expect(try sums(folder, "tagmanifest-sha256.txt") == 0)
    for file in Self.payload where !file.bytes.isEmpty {
      var changed = file.bytes
      changed[changed.count / 2] ^= 1
      try folder.write(changed, as: "disclosure/data/\(file.path)")
      #expect(try sums(folder, "manifest-sha256.txt") != 0, "\(file.path)")
      try folder.write(file.bytes, as: "disclosure/data/\(file.path)")
    }
    #expect(try sums(folder, "manifest-sha256.txt") == 0)
    for tag in ["manifest-sha256.txt", "bag-info.txt", "bagit.txt"] {
      let bytes = try folder.read("disclosure/\(tag)")
      try folder.write(bytes + [0x0A], as: "disclosure/\(tag)")
      #expect(try sums(folder, "tagmanifest-sha256.txt") != 0, "\(tag)")
      try folder.write(bytes, as: "disclosure/\(tag)")
    }
  }

  @Test(
    "bagit.py accepts the bag, and refuses it after one payload byte or file is changed, removed or added",
    .enabled(if: Tool.hasGNUTar && Tool.bagit != nil, "GNU tar or bagit.py is not here"))
  func bagit() throws {
    let program = try #require(Tool.bagit)
    let folder = try extract(Self.bag(organization: "Shop\nPayload-Oxum: 1.1\r\nX: y\u{2028}z").signed("a signature\n"))
    func status() throws -> Int32 { try Tool.run(program, ["--validate", "disclosure"], in: folder).status }
    #expect(try status() == 0)
    let orders = try folder.read("disclosure/data/orders.csv")
    var changed = orders
    changed[3] ^= 1
    try folder.write(changed, as: "disclosure/data/orders.csv")
    #expect(try status() != 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "disclosure/data/orders.csv"))
    #expect(try status() != 0)
    try folder.write(orders, as: "disclosure/data/orders.csv")
    #expect(try status() == 0)
    try folder.write([1], as: "disclosure/data/more.csv")
    #expect(try status() != 0)
  }

  @Test(
    "ssh-keygen verifies the signature in the bag over its tag manifest, and over no other",
    .enabled(if: Tool.hasGNUTar && Tool.isHere("ssh-keygen"), "GNU tar or ssh-keygen is not here"))
  func signature() throws {
    let maker = try Folder()
    let arguments = ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key"]
    try #require(try Tool.run("ssh-keygen", arguments, in: maker).status == 0)
    let bag = Self.bag()
    let sign = ["-Y", "sign", "-q", "-n", Bag.namespace, "-f", "key"]
    let armored = try Tool.run("ssh-keygen", sign, in: maker, input: bag.signedBytes).output
    let folder = try extract(bag.signed(armored))
    try folder.write(Array("manager ".utf8) + (try maker.read("key.pub")), as: "allowed")
    func verify(_ namespace: String, _ bytes: [UInt8]) throws -> Int32 {
      let signature = "disclosure/tagmanifest-sha256.txt.sig"
      let arguments = ["-Y", "verify", "-f", "allowed", "-I", "manager", "-n", namespace, "-s", signature]
      return try Tool.run("ssh-keygen", arguments, in: folder, input: bytes).status
    }
    let manifest = try folder.read("disclosure/tagmanifest-sha256.txt")
    #expect(manifest == bag.signedBytes)
    #expect(try verify("amanat-disclosure", manifest) == 0)
    #expect(try verify("amanat-entry", manifest) != 0)
    let other = Self.bag(Self.payload + [Tar.File(path: "more.csv", bytes: [1])])
    #expect(try verify("amanat-disclosure", other.signedBytes) != 0)
  }

  @Test("The signed bytes depend on every byte, name and day, and not on the file order or the signature")
  func signedBytes() throws {
    let bag = Self.bag()
    #expect(!bag.signedBytes.isEmpty)
    #expect(try Self.bag(Self.payload.reversed()).bytes() == bag.bytes())
    #expect(bag.signed("x\n").signedBytes == bag.signedBytes)
    for index in Self.payload.indices {
      var payload = Self.payload
      payload[index].bytes.append(0)
      #expect(Self.bag(payload).signedBytes != bag.signedBytes)
      payload = Self.payload
      payload[index].path += "x"
      #expect(Self.bag(payload).signedBytes != bag.signedBytes)
    }
    let later = Bag(
      payload: Self.payload, organization: "Example Shop, Tehran", date: "2026-11-23", time: 1_795_340_000)
    #expect(later.signedBytes != bag.signedBytes)
    #expect(Self.bag(organization: "Another").signedBytes != bag.signedBytes)
  }

  @Test("A packed bag is read again, and signing it adds one file and changes none")
  func readAgain() throws {
    let bag = Self.bag()
    let read = try Bag(reading: try bag.bytes())
    #expect(read == bag && read.signedBytes == bag.signedBytes)
    let before = try Tar(reading: try bag.bytes())
    let after = try Tar(reading: try read.signed("signature\n").bytes())
    let signature = Tar.File(path: "disclosure/tagmanifest-sha256.txt.sig", bytes: Array("signature\n".utf8))
    #expect(after.files == before.files + [signature] && after.time == before.time)
  }

  @Test("An archive without a tag manifest is refused, and so is a bag that was cut off")
  func noBag() throws {
    let archive = Tar(files: [Tar.File(path: "disclosure/bagit.txt", bytes: [])], time: 0)
    #expect(throws: PackagingFault.notABag) { try Bag(reading: try archive.bytes()) }
    let bytes = try Self.bag().signed("signature\n").bytes()
    #expect(throws: PackagingFault.notABag) { try Bag(reading: Array(bytes.dropLast(512))) }
    #expect(throws: PackagingFault.notABag) { try Bag(reading: Array(bytes.dropLast(2048))) }
    #expect(throws: PackagingFault.notABag) { try Bag(reading: []) }
  }

  @Test("bag-info.txt has the payload's size and count, and puts a name of several lines on one line")
  func information() throws {
    let bag = Self.bag(organization: "Example\r\nPayload-Oxum: 0.0\nShop")
    let files = try Tar(reading: try bag.bytes()).files
    let info = try #require(files.first { $0.path == "disclosure/bag-info.txt" })
    let octets = Self.payload.reduce(0) { $0 + $1.bytes.count }
    #expect(
      String(decoding: info.bytes, as: UTF8.self)
        == "Source-Organization: Example Payload-Oxum: 0.0 Shop\nBagging-Date: 2026-11-22\nPayload-Oxum: \(octets).4\n")
  }
}

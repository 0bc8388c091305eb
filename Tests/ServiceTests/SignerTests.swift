import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing
import Wording

/// Tests that the public half of a key identifies its file. Amanat reads no private key (I8).
@Suite("Signing keys")
struct SignerTests {
  private func folder() throws -> URL {
    let folder = try Checkout.temporary("keys")
    for name in ["a", "b"] {
      try Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.appending(path: name).path])
    }
    return folder
  }

  @Test("the public key beside a key file is used first, with any content of the key file")
  func publicFirst() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (a, b) = (folder.appending(path: "a"), folder.appending(path: "b"))
    let own = try Signer.openSSH.publicKey(a.path)
    // The key file gets other content, which must not be read.
    try Data(contentsOf: URL(filePath: b.path + ".pub")).write(to: a)
    #expect(try Signer.openSSH.publicKey(a.path) == own)
    #expect(try Signer.openSSH.publicKey(a.path + ".pub") == own)
  }

  @Test("without a public key beside it, ssh-keygen gives the public key, with and without a passphrase")
  func askedOfOpenSSH() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for passphrase in ["", "correct horse"] {
      let name = "c\(passphrase.count)"
      let file = folder.appending(path: name).path
      try Tool.run("ssh-keygen", ["-q", "-t", "ecdsa", "-N", passphrase, "-C", "a: b", "-f", file])
      let expected = try Signer.openSSH.publicKey(file + ".pub")
      try FileManager.default.removeItem(atPath: file + ".pub")
      #expect(try Signer.openSSH.publicKey(file) == expected)
    }
  }

  @Test("a public key beside the private key of another person cannot be used to sign")
  func swapped() throws {
    let office = try TestOffice()
    let folder = try folder()
    defer {
      office.remove()
      try? FileManager.default.removeItem(at: folder)
    }
    // The private key is b's, and the public key beside it is an officer's.
    let file = folder.appending(path: "b").path
    try FileManager.default.removeItem(atPath: file + ".pub")
    try FileManager.default.copyItem(atPath: office.props.key("sara") + ".pub", toPath: file + ".pub")
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().receive(office.order("proper"), key: file)
    }
    // Newer versions of ssh-keygen refuse the pair themselves.
    switch fault {
    case .signing(.notSigned(file: "b")), .signing(.otherKey(file: "b")): break
    default: Issue.record("ended otherwise: \(fault)")
    }
    #expect(try office.desk().list(all: true).isEmpty)
  }

  @Test("the file of a private key cannot enrol an officer, and the fault says whether the public key is beside it")
  func enrolment() throws {
    let office = try TestOffice()
    defer { office.remove() }
    for (file, expected) in [
      ("dara", SigningPhrase.notPublic(file: "dara", beside: true)), ("absent", .noKey(file: "absent")),
      ("absent.pub", .noKey(file: "absent.pub")), ("court.pem", .notPublic(file: "court.pem", beside: false)),
    ] {
      let fault = try #require(throws: ServiceFault.self) {
        try office.desk().enrol(
          name: "D", role: .legalOfficer, publicKeyFile: office.props.key(file), keys: office.custodians)
      }
      guard case .signing(let reason) = fault else {
        Issue.record("ended otherwise: \(fault)")
        continue
      }
      #expect(reason == expected)
    }
  }
}

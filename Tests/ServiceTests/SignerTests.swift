import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing
import Wording

/// Whose key a file is, is told by its public half: Amanat opens no private key (I8).
@Suite("Signing keys")
struct SignerTests {
  private func folder() throws -> URL {
    let folder = try Checkout.temporary("keys")
    for name in ["a", "b"] {
      try Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.appending(path: name).path])
    }
    return folder
  }

  @Test("the public key beside a key file is looked at first, whatever the key file holds")
  func publicFirst() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (a, b) = (folder.appending(path: "a"), folder.appending(path: "b"))
    let own = try Signer.openSSH.publicKey(a.path)
    // What stands in the key file itself is not even looked at.
    try Data(contentsOf: URL(filePath: b.path + ".pub")).write(to: a)
    #expect(try Signer.openSSH.publicKey(a.path) == own)
    #expect(try Signer.openSSH.publicKey(a.path + ".pub") == own)
  }

  @Test("without a public key beside it, ssh-keygen tells whose key it is, a passphrase or none")
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

  @Test("a public key that lies beside another's private key signs for nobody")
  func swapped() throws {
    let office = try TestOffice()
    let folder = try folder()
    defer {
      office.remove()
      try? FileManager.default.removeItem(at: folder)
    }
    // The key file is b's; beside it lies the public key of an officer.
    let file = folder.appending(path: "b").path
    try FileManager.default.removeItem(atPath: file + ".pub")
    try FileManager.default.copyItem(atPath: office.props.key("sara") + ".pub", toPath: file + ".pub")
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().receive(office.order("proper"), key: file)
    }
    guard case .signing = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(try office.desk().list(all: true).isEmpty)
  }

  @Test("a private key's file enrols nobody, and the hint names the public one")
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

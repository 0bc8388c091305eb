import Foundation
import TamperLog

/// How people sign: with their own keys, which Amanat never reads (I8).
public struct Signer: Sendable {
  /// Returns the public key of a key file.
  public var publicKey: @Sendable (_ key: String) throws -> SSHPublicKey
  /// Returns an armoured SSH signature.
  public var sign: @Sendable (_ bytes: [UInt8], _ namespace: String, _ key: String) throws -> String

  /// Makes a signer.
  public init(
    publicKey: @escaping @Sendable (_ key: String) throws -> SSHPublicKey,
    sign: @escaping @Sendable (_ bytes: [UInt8], _ namespace: String, _ key: String) throws -> String
  ) {
    self.publicKey = publicKey
    self.sign = sign
  }

  /// `ssh-keygen`: a private key file, or a public one whose private half an agent or a hardware key holds.
  public static let openSSH = Signer(
    publicKey: { key in
      for path in [key, key + ".pub"] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
        if let found = SSHPublicKey(line: text) { return found }
        if ["ssh-rsa ", "ssh-dss ", "sk-ecdsa"].contains(where: text.hasPrefix) { throw DeskFault.signing(.keyKind) }
      }
      guard FileManager.default.fileExists(atPath: key) else { throw DeskFault.signing(.noKey) }
      let output = try run(["-y", "-f", key], input: nil)
      guard let found = SSHPublicKey(line: output) else { throw DeskFault.signing(.keyKind) }
      return found
    },
    sign: { bytes, namespace, key in
      try run(["-Y", "sign", "-q", "-n", namespace, "-f", key], input: bytes)
    })

  private static func run(_ arguments: [String], input: [UInt8]?) throws -> String {
    // A signer that ends early must not end us by a broken pipe.
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ssh-keygen"] + arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = input == nil ? FileHandle.nullDevice : stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw DeskFault.signing(.noOpenSSH)
    }
    if let input {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input))
      try? stdin.fileHandleForWriting.close()
    }
    let output = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw DeskFault.signing(.refused) }
    return String(decoding: output, as: UTF8.self)
  }
}

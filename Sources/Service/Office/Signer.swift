import Foundation
import TamperLog
import Wording

/// The functions with which people sign. People use their own keys, and Amanat never reads a private key (I8).
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

  /// Signs with `ssh-keygen`. A key is a private key file, or a public key file whose private key is in an agent or on
  /// a hardware key.
  ///
  /// The public key is read from `KEY.pub`. Without that file, `ssh-keygen` is asked for the public key, because Amanat
  /// opens no private key.
  public static let openSSH = Signer(
    publicKey: { key in
      let name = URL(filePath: key).lastPathComponent
      let isPublic = key.hasSuffix(".pub")
      let file = isPublic ? key : key + ".pub"
      if let found = try readPublic(file) { return found }
      guard !isPublic else { throw ServiceFault.signing(.noKey(file: name)) }
      if let trouble = InputFile.trouble(at: key) { throw fault(trouble, name) }
      guard let text = try? run(["-e", "-m", "RFC4716", "-f", key], input: nil, name),
        let found = Self.exported(text)
      else { throw ServiceFault.signing(.keyKind(file: name)) }
      return found
    },
    sign: { bytes, namespace, key in
      let name = URL(filePath: key).lastPathComponent
      // ssh-keygen opens the key file and its other half, and would wait for ever at a pipe. If one is absent, it uses the
      // other one.
      for file in [key, key + ".pub"] + (key.hasSuffix(".pub") ? [String(key.dropLast(4))] : []) {
        guard let trouble = InputFile.trouble(at: file), trouble != .absent else { continue }
        throw fault(trouble, URL(filePath: file).lastPathComponent)
      }
      return try run(["-Y", "sign", "-q", "-n", namespace, "-f", key], input: bytes, name)
    })

  /// Reads a public key file; nil if there is none.
  private static func readPublic(_ file: String) throws -> SSHPublicKey? {
    let name = URL(filePath: file).lastPathComponent
    do throws(InputFile.Trouble) {
      let bytes = try InputFile.bytes(file, limit: InputFile.largestKey)
      if let text = String(bytes: bytes, encoding: .utf8), let key = SSHPublicKey(line: text) { return key }
    } catch {
      if error == .absent { return nil }
      throw fault(error, name)
    }
    throw ServiceFault.signing(.keyKind(file: name))
  }

  private static func fault(_ trouble: InputFile.Trouble, _ name: String) -> ServiceFault {
    trouble.fault(named: name, absent: .signing(.noKey(file: name)), tooLarge: .signing(.keyKind(file: name)))
  }

  /// Reads a public key as `ssh-keygen -e` prints it (RFC 4716): base64 between two marker lines, after header lines.
  private static func exported(_ text: String) -> SSHPublicKey? {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("----") && !$0.contains(":") }
    return Data(base64Encoded: lines.joined()).flatMap { SSHPublicKey(blob: Array($0)) }
  }

  private static func run(_ arguments: [String], input: [UInt8]?, _ name: String) throws -> String {
    // Without this line, writing to an `ssh-keygen` that has ended would end this process too.
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
      throw ServiceFault.signing(.noOpenSSH)
    }
    if let input {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input))
      try? stdin.fileHandleForWriting.close()
    }
    let output = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ServiceFault.signing(.notSigned(file: name)) }
    return String(decoding: output, as: UTF8.self)
  }
}

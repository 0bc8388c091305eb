import Foundation

/// Reads base64 with padding (RFC 4648 section 4) in its canonical form only.
enum Base64 {
  /// Reads a text; returns `nil` where the bytes, written again, give another text. This refuses set bits after the
  /// last byte (RFC 4648 section 3.5), padding alone, and characters between the digits, which Foundation may accept.
  static func read(_ text: some StringProtocol) -> [UInt8]? {
    guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }
}

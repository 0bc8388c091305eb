import Foundation

/// Base64 with padding (RFC 4648 section 4), read in its one spelling.
enum Base64 {
  /// Reads a text; returns `nil` where the bytes, written again, give another text: with bits set behind the last byte
  /// (RFC 4648 section 3.5), padding alone, or characters between the digits. Foundation accepts such texts.
  static func read(_ text: some StringProtocol) -> [UInt8]? {
    guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }
}

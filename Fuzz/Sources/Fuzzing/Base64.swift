/// Returns base64 with padding (RFC 4648 section 4), to put an input into an armour.
public func base64(_ bytes: some Collection<UInt8>) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var result = ""
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let group = Array(rest.prefix(3))
    let number = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[$1]) : 0) }
    for place in 0..<4 { result.append(place <= group.count ? digits[number >> (18 - 6 * place) & 63] : "=") }
    rest = rest.dropFirst(3)
  }
  return result
}

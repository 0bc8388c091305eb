// Archives and bags (POSIX ustar, BagIt). The input is read as an archive, unchanged and with corrected checksums.
import Fuzzing
import Packaging

func check(_ bytes: [UInt8]) {
  guard let archive = try? Tar(reading: bytes) else {
    return require((try? Bag(reading: bytes)) == nil, "a bag is an archive")
  }
  require((try? archive.bytes()) == bytes, "an archive that is written again is the same bytes")
  require(!archive.files.isEmpty, "an archive holds a file")
  guard let bag = try? Bag(reading: bytes) else { return }
  require((try? bag.bytes()) == bytes, "a bag that is written again is the same bytes")
  let signed = bag.signed("signature\n")
  require(signed.signedBytes == bag.signedBytes, "a signature does not change what is signed")
}

/// Returns the bytes with the right checksum in every header. Otherwise nearly every input would be refused for its
/// checksum.
func mended(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var offset = 0
  while offset + 512 <= bytes.count, bytes[offset] != 0 {
    for place in 148..<156 { bytes[offset + place] = 0x20 }
    let sum = bytes[offset..<offset + 512].reduce(0) { $0 + Int($1) }
    let digits = Array(String(sum, radix: 8).utf8)
    let padded = [UInt8](repeating: 0x30, count: max(0, 6 - digits.count)) + digits
    for (place, digit) in (padded + [0, 0x20]).enumerated() { bytes[offset + 148 + place] = digit }
    let size = bytes[offset + 124..<offset + 135].reduce(0) { $0 << 3 | Int($1 & 7) }
    let next = offset + 512 + (size + 511) / 512 * 512
    guard next > offset else { break }
    offset = next
  }
  return bytes
}

fuzz { input in
  check(input)
  check(mended(input))
}

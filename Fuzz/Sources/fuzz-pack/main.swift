// Packs. Any bytes are read as a manifest and as legal bases, or refused with a line.
import Casework
import Fuzzing
import Intake

let digest = Digest(String(repeating: "0", count: 64))!
let manifest = try! PackManifest(reading: packFiles("iran")["pack.xml"] ?? [])

func check<Value: Equatable>(_ input: [UInt8], _ read: ([UInt8]) throws(IntakeFault) -> Value) {
  do throws(IntakeFault) {
    let value = try read(input)
    require((try? read(input)) == value, "one file is one value")
  } catch {
    requireLine(error.line, of: input)
  }
}

fuzz { input in
  check(input) { bytes throws(IntakeFault) in try PackManifest(reading: bytes) }
  check(input) { bytes throws(IntakeFault) in try LegalBases(reading: bytes, digest: digest, manifest: manifest) }
  check(input) { bytes throws(IntakeFault) in try LegalBases(reading: bytes, digest: digest, manifest: nil) }
}

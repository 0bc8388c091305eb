// Entries of the log. An entry has one spelling, and any other bytes are refused.
import Casework
import Fuzzing
import Ledger

func check<Value: Codable & Equatable>(_ type: Value.Type, _ input: [UInt8]) {
  guard let value = CanonicalJSON.read(type, input) else { return }
  require((try? CanonicalJSON.bytes(value)) == input, "what is read is written the same")
  require(
    !input.contains { [0x09, 0x0A, 0x0D].contains($0) }, "a canonical value has no white space between its parts")
  require(CanonicalJSON.read(type, input + [0x20]) == nil, "white space makes another spelling")
  require(CanonicalJSON.read(type, Array(input.dropLast())) == nil, "a part of a value is none")
}

fuzz { input in
  check(Entry.self, input)
  check(Scope.self, input)
  // The input as the founding entry, without signatures. It must always be refused.
  let signed = SignedEntry(bytes: input, signatures: "")
  require((try? VerifiedEntry(checking: signed, at: 0, registers: Registers())) == nil, "no entry stands unsigned")
}

import Audit
import Casework
import Ledger
import TamperLog
import Wording

/// What two custodians set aside.
public enum SettingAside: Sendable {
  /// Every finding of the audit about the entries at these places.
  case findings([Int])
  /// The times of the entries at these places, which were wrong.
  case times([Int])
  /// The loss of a case's entries; nil for entries of the registers.
  case losses(CaseNumber?)
}

extension ActRequest where Answer == Int {
  /// Requests that findings be set aside, so that they stop no other case. The result is their number.
  public static func setAside(_ what: SettingAside) -> ActRequest {
    inRegisters(
      prepare: { desk, registers, _ in
        let details = try desk.details(settingAside: what, registers)
        return Desk.RegisterChange(events: details.map { .findingSetAside($0) })
      }, answer: { $0.count })
  }
}

extension Desk {
  fileprivate func details(settingAside what: SettingAside, _ registers: Registers) throws -> [SetAside] {
    switch what {
    case .findings(let places):
      let findings = try audit().findings
      return try places.flatMap { place in
        let here = findings.filter { $0.place == .entry(place) }
        guard !here.isEmpty else { throw ServiceFault.usage(.noFinding(entry: place)) }
        return try here.map { finding in
          guard let detail = finding.setAside else { throw ServiceFault.usage(.notOfCase(entry: place)) }
          return detail
        }
      }
    case .times(let places):
      return try stored {
        try places.map { place in
          guard let row = try office.entries(at: [place]).first, let leaf = Hash(row.leaf) else {
            throw ServiceFault.usage(.noFinding(entry: place))
          }
          return SetAside(entry: Digest(leaf), found: .of(row.bytes), finding: SetAside.time)
        }
      }
    case .losses(let number):
      let losses = registers.unsettledLosses.filter { $0.number == number }
      guard !losses.isEmpty else { throw ServiceFault.usage(.nothingLost) }
      return losses.map(\.setAside)
    }
  }
}

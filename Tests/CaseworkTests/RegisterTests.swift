import Casework
import Testing

@Suite("Registers")
struct RegisterTests {
  private static func officer(_ digit: Int, _ role: Role, key: String? = nil) -> Officer {
    Officer(
      id: OfficerID("o-0000000\(digit)")!, role: role, key: key ?? "ssh-ed25519 \(digit)",
      name: EventSamples.commitment(digit))
  }

  private static func authority(_ id: String, branch: Int) -> Authority {
    Authority(
      id: AuthorityID(id)!, title: id, seat: AuthoritySeat(rank: "court", branch: branch, seat: "تهران"),
      callBack: "+98 21 1", certificate: nil)
  }

  /// Returns registers after events, which must be allowed, at entries 0, 1, …
  private static func registers(_ events: RegisterEvent...) throws -> Registers {
    var registers = Registers()
    for (sequence, event) in events.enumerated() {
      _ = try registers.decide(event)
      registers.evolve(event, at: sequence)
    }
    return registers
  }

  private static func rules(against event: RegisterEvent, _ registers: Registers) -> [Reason] {
    do throws(Refusal) {
      _ = try registers.decide(event)
      return []
    } catch {
      return error.reasons
    }
  }

  @Test("an office is founded once")
  func founding() throws {
    let founded = EventSamples.registers[0]
    let registers = try Self.registers(founded)
    #expect(registers.profile?.name == "فروشگاه نمونه")
    #expect(Self.rules(against: founded, registers) == [.register(.alreadyFounded)])
  }

  @Test("a key belongs to one active officer, and the last two custodians cannot be retired")
  func officers() throws {
    var registers = try Self.registers(
      .officerEnrolled(Self.officer(1, .custodian)), .officerEnrolled(Self.officer(2, .custodian)),
      .officerEnrolled(Self.officer(3, .legalOfficer)))
    let (first, third) = (Self.officer(1, .custodian).id, Self.officer(3, .manager).id)
    #expect(Self.rules(against: .officerRetired(first), registers) == [.register(.lastCustodians)])
    #expect(
      Self.rules(against: .officerEnrolled(Self.officer(4, .manager, key: "ssh-ed25519 3")), registers)
        == [.register(.keyInUse)])
    #expect(Self.rules(against: .officerEnrolled(Self.officer(3, .manager)), registers) == [.register(.stillActive)])
    registers.evolve(.officerRetired(third), at: 7)
    #expect(registers.active(third) == nil && registers.officers[third]?.sequence == 7)
    #expect(!registers.active(third, has: .reading) && registers.active(first, has: .keepingRegisters))
    #expect(Self.rules(against: .officerRetired(third), registers) == [.register(.noSuchOfficer)])
    registers.evolve(.officerEnrolled(Self.officer(3, .manager)), at: 8)
    #expect(registers.active(third, has: .approving) && registers.officer(holding: "ssh-ed25519 3")?.role == .manager)
  }

  @Test("an authority keeps its seat, and a new registration does not lift a suspension")
  func authorities() throws {
    let (court, other) = (Self.authority("court-3", branch: 3), Self.authority("court-4", branch: 3))
    var registers = try Self.registers(.authorityRegistered(court))
    #expect(Self.rules(against: .authorityRegistered(other), registers) == [.register(.seatTaken)])
    let moved = Self.authority("court-3", branch: 5)
    #expect(Self.rules(against: .authorityRegistered(moved), registers) == [.register(.seatChanged)])
    #expect(Self.rules(against: .authorityRestored(court.id), registers) == [.register(.notSuspended)])
    #expect(Self.rules(against: .authoritySuspended(other.id), registers) == [.register(.noSuchAuthority)])
    registers.evolve(.authoritySuspended(court.id), at: 4)
    #expect(Self.rules(against: .authoritySuspended(court.id), registers) == [.register(.alreadySuspended)])
    registers.evolve(.authorityRegistered(court), at: 5)
    #expect(registers.authorities[court.id]?.isSuspended == true && registers.authorities[court.id]?.sequence == 5)
    registers.evolve(.authorityRestored(court.id), at: 6)
    #expect(registers.authorities[court.id]?.isSuspended == false && registers.authorities[court.id]?.sequence == 6)
  }
}

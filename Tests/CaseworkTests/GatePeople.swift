import Casework

/// The officers of the office and the authorities in its register, with changes to them while a case is open.
extension GateWorld {
  static let people: [(OfficerID, Role)] = [
    (person(1), .legalOfficer), (person(2), .legalOfficer), (person(3), .manager), (person(4), .manager),
    (person(5), .auditor), (person(6), .custodian), (person(7), .custodian), (person(8), .manager),
  ]
  /// A person who was never enrolled.
  static let stranger = person(99)
  static let courts = ["court-3", "court-7"].compactMap { AuthorityID($0) }
  /// An authority whose rank has no row in the legal bases.
  static let prosecutor = AuthorityID("prosecutor-1")!
  static let unknownCourt = AuthorityID("court-of-nowhere")!

  private static func person(_ index: Int) -> OfficerID {
    let text = String(index)
    return OfficerID("o-" + String(repeating: "0", count: 8 - text.count) + text)!
  }

  mutating func open() {
    for (id, role) in Self.people { enrol(id, role) }
    for id in Self.courts + [Self.prosecutor] { change(.authorityRegistered(authority(id, certificate()))) }
  }

  mutating func enrol(_ id: OfficerID, _ role: Role) {
    change(.officerEnrolled(Officer(id: id, role: role, key: "ssh-ed25519 \(id)", name: commitment())))
  }

  mutating func reenrol(_ id: OfficerID, _ role: Role) {
    change(.officerRetired(id))
    enrol(id, role)
  }

  /// Returns an officer who has the role now, or sometimes any active officer with their registered role.
  mutating func someone(_ role: Role, mistaken: UInt64 = 4) -> Actor {
    let active = oracle.roles.keys.sorted()
    let fitting = active.filter { oracle.roles[$0] == role }
    let id = fitting.isEmpty || chance.odds(mistaken) ? chance.pick(active) : chance.pick(fitting)
    return Actor(id: id, role: oracle.roles[id] ?? .auditor)
  }

  /// Returns a manager who did not prepare the case, if there is one, or sometimes another officer.
  mutating func approver() -> Actor {
    let apart = oracle.roles.keys.sorted().filter { oracle.roles[$0] == .manager && !oracle.preparers.contains($0) }
    return apart.isEmpty || chance.odds(6)
      ? someone(.manager, mistaken: 30) : Actor(id: chance.pick(apart), role: .manager)
  }

  /// Returns any person, with a role that may be false.
  mutating func pretender() -> Actor {
    let ids = Self.people.map(\.0) + [Self.stranger]
    return Actor(id: chance.pick(ids), role: chance.pick(Role.allCases))
  }

  // MARK: Changes to the registers

  func authority(_ id: AuthorityID, _ certificate: DeliveryCertificate?, rank: String? = nil) -> Authority {
    let usual = id == Self.prosecutor ? "prosecutor-branch" : "criminal-court-branch"
    let seat = AuthoritySeat(rank: rank ?? usual, branch: 1, seat: id.description)
    return Authority(
      id: id, title: id.description, seat: seat, callBack: "+98 21 \(nextEntry)", certificate: certificate)
  }

  mutating func certificate() -> DeliveryCertificate {
    let day: Int64 = 86_400
    return DeliveryCertificate(
      sha256: digest(), notBefore: Instant(seconds: now.seconds - day * 30),
      notAfter: Instant(seconds: now.seconds + day * Int64(chance.odds(15) ? chance.below(3) : 300)),
      pem: commitment())
  }

  /// Returns the order's authority, or sometimes another one.
  mutating func someAuthority() -> AuthorityID {
    let known = Self.courts + [Self.prosecutor]
    guard let own = oracle.order?.authority, known.contains(own), !chance.odds(15) else { return chance.pick(known) }
    return own
  }

  mutating func troubleAuthority() {
    let id = someAuthority()
    let same = authorities[id]?.certificate
    switch chance.below(7) {
    case 0, 1: change(.authoritySuspended(id))
    case 2: change(.authorityRegistered(authority(id, same)))
    case 3: change(.authorityRegistered(authority(id, certificate())))
    case 4: change(.authorityRegistered(authority(id, nil)))
    case 5:
      var expired = certificate()
      (expired.notBefore, expired.notAfter) =
        chance.odds(50)
        ? (expired.notBefore, Instant(seconds: now.seconds - 1))
        : (Instant(seconds: now.seconds + 1), expired.notAfter)
      if let same, chance.odds(50) { expired.sha256 = same.sha256 }
      change(.authorityRegistered(authority(id, expired)))
    default: change(.authorityRegistered(authority(id, same, rank: chance.pick(pack.bases.ranks.sorted()))))
    }
  }

  /// Corrects the register entry of the order's authority: lifts a suspension, renews the certificate, restores the
  /// rank.
  mutating func mendAuthority() {
    guard let id = oracle.order?.authority, let branch = oracle.branches[id] else { return }
    if branch.isSuspended { change(.authorityRestored(id)) }
    let holds = branch.certificate.map { $0.notBefore < now && now < $0.notAfter } ?? false
    if !holds || branch.rank != authority(id, nil).seat.rank {
      let renewed = holds ? branch.certificate : certificate()
      change(.authorityRegistered(authority(id, renewed)))
    }
  }

  mutating func troubleOfficer() {
    let id = chance.odds(40) ? oracle.approval?.by.id ?? Self.people[2].0 : chance.pick(Self.people.map(\.0))
    if chance.odds(30), oracle.roles[id] != nil {
      change(.officerRetired(id))
    } else if oracle.roles[id] == nil {
      enrol(id, chance.pick(Role.allCases))
    } else {
      reenrol(id, chance.pick(Role.allCases))
    }
  }

  /// Gives every legal officer and manager their original role again.
  mutating func mendOfficers() {
    for (id, role) in Self.people where role == .legalOfficer || role == .manager {
      if oracle.roles[id] == role { continue }
      if oracle.roles[id] == nil { enrol(id, role) } else { reenrol(id, role) }
    }
  }

  /// Moves the time forward by up to two days, or to a second around the end of the order or of the certificate.
  mutating func passTime() {
    let day: Int64 = 86_400
    let edges = [
      oracle.order?.validUntil.map { Int64($0.number) * day + 36_000 },
      oracle.order?.validUntil.map { Int64($0.number + 1) * day },
      oracle.branch?.certificate?.notAfter.seconds, oracle.branch?.certificate.map { $0.notAfter.seconds + 1 },
    ].compactMap { $0 }.filter { $0 > now.seconds && $0 < now.seconds + 20 * day }
    if chance.odds(60), !edges.isEmpty {
      now = Instant(seconds: chance.pick(edges))
    } else {
      now = Instant(seconds: now.seconds + Int64(chance.below(2 * 86_400)))
    }
  }
}

import Casework
import Foundation
import Ledger
import Packaging
import TamperLog
import Wording

/// An authority as a custodian describes it.
public struct AuthorityDescription: Sendable {
  public var id: AuthorityID
  public var title: String
  public var rank: String
  public var branch: Int
  public var city: String
  public var callBack: String
  /// A certificate (PEM) to encrypt to from now on; nil keeps the one that is registered.
  public var certificate: [UInt8]?
  /// Says that the registered certificate counts no more, and no other takes its place.
  public var dropsCertificate: Bool

  /// Makes a description.
  public init(
    id: AuthorityID, title: String, rank: String, branch: Int, city: String, callBack: String, certificate: [UInt8]?,
    dropsCertificate: Bool = false
  ) {
    self.id = id
    self.title = title
    self.rank = rank
    self.branch = branch
    self.city = city
    self.callBack = callBack
    self.certificate = certificate
    self.dropsCertificate = dropsCertificate
  }
}

extension ActRequest where Answer == Authority {
  /// Requests that an authority be registered, or what has changed about one; answers the authority as it stands then.
  public static func register(_ description: AuthorityDescription) -> ActRequest {
    inRegisters(
      prepare: { desk, registers, isRehearsal in try desk.registration(description, registers, isRehearsal) },
      answer: { events in
        guard case .authorityRegistered(let authority)? = events.first else { throw ServiceFault.store(.treeHead) }
        return authority
      })
  }
}

extension Desk {
  fileprivate func registration(
    _ description: AuthorityDescription, _ registers: Registers, _ isRehearsal: Bool
  ) throws -> RegisterChange {
    try check(description)
    let given = try description.certificate.map(fit)
    let vault = try vault()
    let known = registers.authorities[description.id]?.authority
    var authority = Authority(
      id: description.id, title: description.title,
      seat: AuthoritySeat(
        rank: description.rank, branch: description.branch, seat: PersianText.normalized(description.city)),
      callBack: description.callBack, certificate: description.dropsCertificate ? nil : known?.certificate)
    let isSame = given.map { Hash($0.sha256).map { Digest($0) } == known?.certificate?.sha256 } ?? true
    // An entry that says nothing new would still make every call to the authority worth nothing.
    if isSame, authority == known { throw ServiceFault.refused(Refusal([.register(.nothingChanged)]), nil) }
    guard let pem = try description.certificate ?? kept(authority.certificate, vault) else {
      return RegisterChange(events: [.authorityRegistered(authority)])
    }
    // Each entry promises its own sealed values, so a certificate that is kept is sealed anew.
    var (commitment, change) = try sealed(pem, label: "certificate", isRehearsal)
    if let given, let hash = Hash(given.sha256) {
      authority.certificate = DeliveryCertificate(
        sha256: Digest(hash), notBefore: given.notBefore, notAfter: given.notAfter, pem: commitment)
    } else {
      authority.certificate?.pem = commitment
    }
    change.events = [.authorityRegistered(authority)]
    return change
  }

  /// The bytes of the certificate that an authority keeps; nil where it has none.
  private func kept(_ certificate: DeliveryCertificate?, _ vault: Vault) throws -> [UInt8]? {
    guard let certificate else { return nil }
    return try stored { try vault.open(office.sealed(certificate.pem)) }
  }

  /// Refuses what could not be used when it is needed: a register is filled in long before.
  private func check(_ description: AuthorityDescription) throws {
    guard description.certificate == nil || !description.dropsCertificate else {
      throw ServiceFault.usage(.certificateGivenAndDropped)
    }
    try check(
      rank: description.rank, title: description.title, city: description.city, branch: description.branch,
      callBack: description.callBack)
  }

  /// Refuses an authority that somebody proposes and that `register` would not have made.
  ///
  /// - Parameter pem: the certificate that the proposal brings, opened.
  func checkRegistrable(_ authority: Authority, _ registers: Registers, pem: [UInt8]?) throws {
    try check(
      rank: authority.seat.rank, title: authority.title, city: authority.seat.seat, branch: authority.seat.branch,
      callBack: authority.callBack)
    let known = registers.authorities[authority.id]?.authority.certificate
    guard let certificate = authority.certificate, certificate.sha256 != known?.sha256 else { return }
    guard let pem else { throw ServiceFault.proposal(.opensNothing) }
    let read = try fit(pem)
    guard read.notBefore == certificate.notBefore, read.notAfter == certificate.notAfter else {
      throw ServiceFault.proposal(.opensNothing)
    }
  }

  private func check(rank: String, title: String, city: String, branch: Int, callBack: String) throws {
    let ranks = try pack.bases().ranks
    guard ranks.contains(rank) else {
      throw ServiceFault.usage(.unknownRank(rank, known: ranks.sorted()))
    }
    try Self.checkSaid(title, .authorityTitle)
    try Self.checkSaid(city, .city)
    guard branch > 0 else { throw ServiceFault.usage(.branchNumber) }
    let dialling = pack.manifest.dialling
    guard Self.isCallable(callBack, dialling) else {
      let code = dialling.countryCode.isEmpty ? "44" : dialling.countryCode
      throw ServiceFault.usage(.callBackForm(countryCode: code))
    }
  }

  /// Refuses an empty text where words are due.
  static func checkSaid(_ text: String, _ what: TextField) throws {
    guard !PersianText.normalized(text).isEmpty else { throw ServiceFault.usage(.emptyText(what)) }
  }

  /// Says whether a number can be called from anywhere: a country code and 8 to 15 digits (ITU-T E.164), written with
  /// whatever usually stands between them.
  static func isCallable(_ number: String, _ dialling: DiallingPlan) -> Bool {
    let international = dialling.international(number)
    let digits = international.dropFirst()
    let written = PersianText.normalized(number)
    return written.allSatisfy { $0.isASCII && $0.isNumber || "+-()./ ".contains($0) }
      && international.hasPrefix("+") && (8...15).contains(digits.count)
      && digits.allSatisfy(\.isNumber)
  }

  /// Reads a certificate that is to be encrypted to, and refuses one that could not be or should not.
  private func fit(_ pem: [UInt8]) throws -> Certificate {
    let certificate: Certificate
    do throws(PackagingFault) { certificate = try Certificate(pem: pem) } catch { throw ServiceFault.packaging(error) }
    func unfit(_ reason: DocumentPhrase) -> ServiceFault { .malformed(FilePlace(.givenCertificate), reason) }
    guard world.now() <= certificate.notAfter else {
      throw unfit(.certificateExpired(calendar.date(calendar.day(certificate.notAfter))))
    }
    guard certificate.securityBits >= 112 else {
      throw unfit(.certificateTooWeak)
    }
    guard (try? certificate.seal([0])) != nil else {
      throw unfit(.certificateCannotEncrypt)
    }
    return certificate
  }
}

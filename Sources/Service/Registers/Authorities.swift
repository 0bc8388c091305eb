import Casework
import Foundation
import Ledger
import Packaging
import TamperLog
import Wording

/// The description of an authority by a custodian.
public struct AuthorityDescription: Sendable {
  public var id: AuthorityID
  public var title: String
  public var rank: String
  public var branch: Int
  public var city: String
  public var callBack: String
  /// The certificate (PEM) for future exports; nil keeps the registered one.
  public var certificate: [UInt8]?
  /// Says whether the registered certificate is removed without a replacement.
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
  /// Requests the registration of an authority, or a change to a registered one. The result is the authority after the
  /// act.
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
    // A new entry about an authority makes earlier call-backs invalid, so an entry that changes nothing is refused.
    if isSame, authority == known { throw ServiceFault.refused(Refusal([.register(.nothingChanged)]), nil) }
    guard let pem = try description.certificate ?? kept(authority.certificate, vault) else {
      return RegisterChange(events: [.authorityRegistered(authority)])
    }
    // Each entry must commit to sealed values of its own, so a certificate that is kept is sealed again.
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

  /// Opens the registered certificate of an authority and returns its bytes; nil where it has none.
  private func kept(_ certificate: DeliveryCertificate?, _ vault: Vault) throws -> [UInt8]? {
    guard let certificate else { return nil }
    return try stored { try vault.open(office.sealed(certificate.pem)) }
  }

  /// Refuses a description with values that could not be used later, when an order comes.
  private func check(_ description: AuthorityDescription) throws {
    guard description.certificate == nil || !description.dropsCertificate else {
      throw ServiceFault.usage(.certificateGivenAndDropped)
    }
    try check(
      rank: description.rank, title: description.title, city: description.city, branch: description.branch,
      callBack: description.callBack)
  }

  /// Refuses a proposed authority that `register` would not have made.
  ///
  /// - Parameter pem: the certificate that the proposal opens; nil for none.
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

  /// Refuses a text that is empty after normalization.
  static func checkSaid(_ text: String, _ what: TextField) throws {
    guard !PersianText.normalized(text).isEmpty else { throw ServiceFault.usage(.emptyText(what)) }
  }

  /// Says whether a telephone number is international, or becomes so with the dialling plan: 8 to 15 digits with the
  /// country code (ITU-T E.164). Spaces and the characters `-`, `(`, `)`, `.` and `/` may separate the digits.
  static func isCallable(_ number: String, _ dialling: DiallingPlan) -> Bool {
    let international = dialling.international(number)
    let digits = international.dropFirst()
    let written = PersianText.normalized(number)
    return written.allSatisfy { $0.isASCII && $0.isNumber || "+-()./ ".contains($0) }
      && international.hasPrefix("+") && (8...15).contains(digits.count)
      && digits.allSatisfy(\.isNumber)
  }

  /// Reads a certificate for exports. Refuses one that has expired, has less than 112 bits of security or cannot
  /// encrypt.
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
    guard certificate.canReceive else { throw unfit(.certificateCannotEncrypt) }
    return certificate
  }
}

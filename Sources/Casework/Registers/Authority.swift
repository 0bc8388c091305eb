/// What identifies an issuing authority in an order: rank, branch and seat.
///
/// `rank` is a word of the pack's legal bases (`criminal-court-branch`); `seat` is the city, normalised for comparison.
public struct AuthoritySeat: Sendable, Hashable, Codable {
  /// The rank, a word of the legal bases.
  public var rank: String
  /// The number of the branch.
  public var branch: Int
  /// The city, normalised for comparison.
  public var seat: String

  /// Makes a seat; `seat` must already be normalised.
  public init(rank: String, branch: Int, seat: String) {
    self.rank = rank
    self.branch = branch
    self.seat = seat
  }
}

/// Where an authority's exports go: a certificate that the register holds, verified when it was registered.
public struct DeliveryCertificate: Sendable, Hashable, Codable {
  /// SHA-256 of the certificate in DER form.
  public var sha256: Digest
  /// The first moment at which it is valid.
  public var notBefore: Instant
  /// The last moment at which it is valid.
  public var notAfter: Instant
  /// The certificate itself (PEM), sealed: its subject can be a person.
  public var pem: Commitment

  /// Makes a certificate's record.
  public init(sha256: Digest, notBefore: Instant, notAfter: Instant, pem: Commitment) {
    self.sha256 = sha256
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.pem = pem
  }
}

/// An issuing authority as the office's register knows it: the only source of call-back numbers and destinations.
public struct Authority: Sendable, Hashable, Codable {
  /// The name that the office gives it.
  public var id: AuthorityID
  /// Its name, for people.
  public var title: String
  /// What orders name it by.
  public var seat: AuthoritySeat
  /// The number to call back, never taken from a letter (`Workflows/iran/SOURCES.md`, Forged requests).
  public var callBack: String
  /// Where its exports go; nil while the register holds none.
  public var certificate: DeliveryCertificate?

  /// Makes an authority.
  public init(
    id: AuthorityID, title: String, seat: AuthoritySeat, callBack: String, certificate: DeliveryCertificate?
  ) {
    self.id = id
    self.title = title
    self.seat = seat
    self.callBack = callBack
    self.certificate = certificate
  }
}

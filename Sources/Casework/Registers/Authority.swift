/// The identity of an issuing authority in an order: rank, branch and seat.
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

/// The certificate of the authority that its exports are encrypted to. It was verified when it was registered.
public struct DeliveryCertificate: Sendable, Hashable, Codable {
  /// SHA-256 of the certificate in DER form.
  public var sha256: Digest
  /// The first moment at which it is valid.
  public var notBefore: Instant
  /// The last moment at which it is valid.
  public var notAfter: Instant
  /// The certificate itself (PEM). It is sealed, because its subject can be a person.
  public var pem: Commitment

  /// Makes a certificate's record.
  public init(sha256: Digest, notBefore: Instant, notAfter: Instant, pem: Commitment) {
    self.sha256 = sha256
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.pem = pem
  }
}

/// An issuing authority in the office's register. Call-back numbers and certificates come only from the register.
public struct Authority: Sendable, Hashable, Codable {
  /// The id that the office gives the authority.
  public var id: AuthorityID
  /// The authority's name, for people.
  public var title: String
  /// The rank, branch and seat by which orders name the authority.
  public var seat: AuthoritySeat
  /// The number to call back. It is never taken from a letter (`Workflows/iran/SOURCES.md`, Forged requests).
  public var callBack: String
  /// The certificate for its exports; nil while the register holds none.
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

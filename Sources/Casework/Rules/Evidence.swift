/// One piece of the evidence for a finding.
///
/// In an entry each piece is an object with one member: `{"order":{"document":"…"}}`, `{"register":{"entry":7}}`,
/// `{"legalBases":{"digest":"…","rows":[…]}}`, or a proof of authenticity, `{"callBack":{"call":{…}}}`.
public enum Evidence: Sendable, Hashable {
  /// The order, by its document.
  case order(document: Commitment)
  /// A register entry, by its place in the log.
  case register(entry: Int)
  /// Rows of the matrix of legal bases, which has this digest.
  case legalBases(digest: Digest, rows: [String])
  /// Evidence of authenticity.
  case authenticity(AuthenticityProof)

  /// Makes evidence from a call to the number in the register.
  public static func callBack(call: CallBack) -> Evidence { .authenticity(.callBack(call: call)) }

  /// The values that are sealed with the evidence.
  public var commitments: [Commitment] {
    if case .authenticity(let proof) = self { proof.kind.commitments } else { [] }
  }

  /// The commitments of earlier events that the evidence refers to.
  public var cited: [Commitment] {
    switch self {
    case .order(let document): [document]
    case .authenticity(let proof): proof.kind.cited
    case .register, .legalBases: []
    }
  }
}

extension Evidence: Codable {
  /// The kinds of evidence besides proofs of authenticity, encoded with the same names.
  private enum Plain: Codable {
    case order(document: Commitment)
    case register(entry: Int)
    case legalBases(digest: Digest, rows: [String])
  }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    guard let plain = try? Plain(from: decoder) else {
      self = .authenticity(try AuthenticityProof(from: decoder))
      return
    }
    switch plain {
    case .order(let document): self = .order(document: document)
    case .register(let entry): self = .register(entry: entry)
    case .legalBases(let digest, let rows): self = .legalBases(digest: digest, rows: rows)
    }
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .order(let document): try Plain.order(document: document).encode(to: encoder)
    case .register(let entry): try Plain.register(entry: entry).encode(to: encoder)
    case .legalBases(let digest, let rows): try Plain.legalBases(digest: digest, rows: rows).encode(to: encoder)
    case .authenticity(let proof): try proof.encode(to: encoder)
    }
  }
}

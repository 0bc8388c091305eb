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
  /// The members that name the kinds of evidence besides proofs of authenticity, and their values.
  private enum Kind: String, CodingKey { case order, register, legalBases }
  private enum Member: String, CodingKey { case document, entry, digest, rows }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    guard let kind = container.allKeys.first, container.allKeys.count == 1 else {
      self = .authenticity(try AuthenticityProof(from: decoder))
      return
    }
    let members = try container.nestedContainer(keyedBy: Member.self, forKey: kind)
    switch kind {
    case .order: self = .order(document: try members.decode(Commitment.self, forKey: .document))
    case .register: self = .register(entry: try members.decode(Int.self, forKey: .entry))
    case .legalBases:
      self = .legalBases(
        digest: try members.decode(Digest.self, forKey: .digest),
        rows: try members.decode([String].self, forKey: .rows))
    }
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    if case .authenticity(let proof) = self { return try proof.encode(to: encoder) }
    var container = encoder.container(keyedBy: Kind.self)
    func members(_ kind: Kind) -> KeyedEncodingContainer<Member> {
      container.nestedContainer(keyedBy: Member.self, forKey: kind)
    }
    switch self {
    case .order(let document):
      var members = members(.order)
      try members.encode(document, forKey: .document)
    case .register(let entry):
      var members = members(.register)
      try members.encode(entry, forKey: .entry)
    case .legalBases(let digest, let rows):
      var members = members(.legalBases)
      try members.encode(digest, forKey: .digest)
      try members.encode(rows, forKey: .rows)
    case .authenticity: break
    }
  }
}

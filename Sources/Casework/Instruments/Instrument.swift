/// What kind of order a chart is for. The chart names it; what must stand under it is said here, in code, so that no
/// chart can ask for less.
public enum Instrument: String, Sendable, Hashable, CaseIterable, Codable {
  /// A court's order to hand over data.
  case courtOrder = "court-order"
  /// A European Production Order, Regulation (EU) 2023/1543.
  case production
  /// The same in an emergency: faster, by two reviewers, and possibly validated only afterwards.
  case emergencyProduction = "emergency-production"
  /// An order to keep data as they are. It discloses nothing, ever.
  case preservation

  /// What a case under this instrument is for: a chart that never comes to it is useless.
  public var purpose: Permission { self == .preservation ? .preservation : .disclosure }

  /// What must stand in every state that permits this; nil where no state may permit it at all.
  public func required(for permission: Permission) -> AssuranceSet? {
    switch (self, permission) {
    case (.courtOrder, .disclosure): Self.disclosing
    case (.production, .disclosure): Self.disclosing.union(AssuranceSet([.clearance]))
    case (.emergencyProduction, .disclosure): Self.disclosing.union(AssuranceSet([.secondReview]))
    case (.preservation, .disclosure): nil
    case (.preservation, .preservation): Self.preserving
    // The addressee of a production order preserves upon receipt, before anything is reviewed.
    case (.production, .preservation), (.emergencyProduction, .preservation): []
    case (.courtOrder, .preservation): nil
    }
  }

  /// What must stand where a case that released data ends without having been called off. An emergency releases before
  /// the authorities have spoken and is over only when they have.
  public var requiredAtEnd: AssuranceSet {
    switch self {
    case .courtOrder, .production: required(for: .disclosure) ?? []
    case .emergencyProduction: Self.disclosing.union(AssuranceSet([.secondReview, .validation, .clearance]))
    case .preservation: []
    }
  }

  private static let disclosing = AssuranceSet([
    .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity, .destination, .scope,
    .collection, .approval,
  ])
  private static let preserving = AssuranceSet([
    .authority, .competence, .addressee, .force, .particularity, .uniqueness, .authenticity,
  ])
}

/// What a state may permit.
public enum Permission: String, Sendable, Hashable, CaseIterable {
  /// Personal data may leave.
  case disclosure
  /// Personal data are kept that would otherwise be changed or erased.
  case preservation

  /// The one event that leads to it.
  public var event: String {
    switch self {
    case .disclosure: CaseEvent.Kind.permitRedeemed.rawValue
    case .preservation: CaseEvent.Kind.dataPreserved.rawValue
    }
  }
}

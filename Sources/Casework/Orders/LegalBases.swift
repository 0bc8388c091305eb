/// One row of the matrix: under this article, an authority of this rank may have data of this class.
public struct LegalBasis: Sendable, Hashable {
  /// The row's name, unique in the matrix.
  public var id: String
  /// The instrument of the orders that the row applies to.
  public var instrument: String
  /// The rank of the authority that may have the data.
  public var rank: String
  /// The class of data that it may have.
  public var dataClass: DataClass
  /// The article, in the matrix's spelling.
  public var article: String
  /// The higher authority whose consent the row needs besides the order; nil where it needs none.
  public var consent: String?
  /// The source of the row.
  public var source: String
  /// Counsel's name and the date; nil while counsel has not confirmed the row.
  public var confirmation: String?

  /// Makes a row.
  public init(
    id: String, instrument: String, rank: String, dataClass: DataClass, article: String, consent: String?,
    source: String, confirmation: String?
  ) {
    self.id = id
    self.instrument = instrument
    self.rank = rank
    self.dataClass = dataClass
    self.article = article
    self.consent = consent
    self.source = source
    self.confirmation = confirmation
  }
}

/// A pack's matrix of legal bases, with the digest of the file it was read from.
public struct LegalBases: Sendable, Hashable {
  /// SHA-256 of the file.
  public var digest: Digest
  /// The spellings of articles: the spelling in an order, and the matrix's own spelling for it.
  public var articles: [String: String]
  /// The ranks of authorities that the matrix lists.
  public var ranks: Set<String>
  /// The pack's classes of data, in the pack's order.
  public var classes: DataClasses
  /// The rows, in the order of the file.
  public var rows: [LegalBasis]

  /// Makes a matrix.
  public init(
    digest: Digest, articles: [String: String], ranks: Set<String>, classes: DataClasses, rows: [LegalBasis]
  ) {
    self.digest = digest
    self.articles = articles
    self.ranks = ranks
    self.classes = classes
    self.rows = rows
  }

  /// The categories of each class.
  public var categories: [DataClass: [DataCategory]] { classes.categories }

  /// Returns the row that covers a class of data; nil where there is none. A row that needs a consent covers nothing,
  /// because no rule can check a consent yet.
  public func basis(instrument: String, rank: String, article: String, dataClass: DataClass) -> LegalBasis? {
    rows.first {
      $0.instrument == instrument && $0.rank == rank && $0.article == article && $0.dataClass == dataClass
        && $0.consent == nil
    }
  }

  /// Returns the rows that cover the data that an order asks for, in the order of the classes.
  public func bases(for receipt: OrderReceipt, rank: String) -> [LegalBasis] {
    guard let article = receipt.article else { return [] }
    return classes.order.compactMap {
      basis(instrument: receipt.instrument, rank: rank, article: article, dataClass: $0)
    }
  }

  /// Returns the scope that an order asks for. It is limited to the order's classes, targets and period, so that a
  /// receipt cannot claim a larger scope.
  public func asked(_ receipt: OrderReceipt) -> Scope {
    guard let from = receipt.from, let through = receipt.through else { return Scope() }
    let days = DaySet(from: from, through: through)
    return receipt.requested.intersection(
      scope(of: receipt.classes, targets: receipt.targets.map(\.ordinal), days: days))
  }

  /// Returns the part of the requested scope that the law covers for an authority of that rank.
  public func lawful(_ receipt: OrderReceipt, rank: String) -> Scope {
    guard let from = receipt.from, let through = receipt.through else { return Scope() }
    let covered = Set(bases(for: receipt, rank: rank).map(\.dataClass))
    return asked(receipt).intersection(
      scope(of: covered, targets: receipt.targets.map(\.ordinal), days: DaySet(from: from, through: through)))
  }

  /// Returns the scope of all data of some classes, for some targets and days.
  public func scope(of classes: some Sequence<DataClass>, targets: [Int], days: DaySet) -> Scope {
    Scope(targets: targets, categories: classes.flatMap { self.classes.categories[$0] ?? [] }, days: days)
  }
}

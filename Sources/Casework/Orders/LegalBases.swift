/// One row of the matrix: under this article, an authority of this rank may have data of this class.
public struct LegalBasis: Sendable, Hashable {
  /// The row's name in the matrix, unique in it.
  public var id: String
  /// The kind of order that it is for.
  public var instrument: String
  /// The rank of the authority that may have the data.
  public var rank: String
  /// The class of data that it may have.
  public var dataClass: DataClass
  /// The article, in the matrix's spelling.
  public var article: String
  /// Whose agreement the row needs besides the order; nil where none.
  public var consent: String?
  /// Where the row was read.
  public var source: String
  /// Counsel's name and date; nil while nobody has confirmed the row.
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
  /// Each article's spellings: what an order may write → what the matrix calls it.
  public var articles: [String: String]
  /// The ranks of authorities that the matrix knows.
  public var ranks: Set<String>
  /// The pack's classes of data, in its order.
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

  /// Returns the row that covers a class of data. A row that needs a further consent covers nothing until such a
  /// consent can be evidenced, which no rule can do yet.
  public func basis(instrument: String, rank: String, article: String, dataClass: DataClass) -> LegalBasis? {
    rows.first {
      $0.instrument == instrument && $0.rank == rank && $0.article == article && $0.dataClass == dataClass
        && $0.consent == nil
    }
  }

  /// Returns the rows that cover what an order asks, class by class.
  public func bases(for receipt: OrderReceipt, rank: String) -> [LegalBasis] {
    guard let article = receipt.article else { return [] }
    return classes.order.compactMap {
      basis(instrument: receipt.instrument, rank: rank, article: article, dataClass: $0)
    }
  }

  /// Returns what an order asks, reckoned from its classes, targets and period: a receipt cannot claim to ask for more.
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

  /// Returns the scope of whole classes for some targets and days.
  public func scope(of classes: some Sequence<DataClass>, targets: [Int], days: DaySet) -> Scope {
    Scope(targets: targets, categories: classes.flatMap { self.classes.categories[$0] ?? [] }, days: days)
  }
}

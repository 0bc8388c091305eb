import Casework
import Markup

extension LegalBases {
  /// Reads a pack's `legal-bases.xml` (`urn:amanat:legal-bases:1`, the schema in `legal-bases.rng`).
  ///
  /// Every name that a row uses must be declared above it; a row is unconfirmed until it bears counsel's name and date.
  ///
  /// - Throws: an `IntakeFault` with the line.
  public init(reading bytes: [UInt8], digest: Digest) throws(IntakeFault) {
    let root = try IntakeFault.root(of: bytes, schema: PackageResources.legal_bases_rng)
    var categories: [DataClass: [DataCategory]] = [:]
    for element in root.child("classes")?.all("class") ?? [] {
      guard let dataClass = element.attribute("name").flatMap(DataClass.init), categories[dataClass] == nil else {
        throw IntakeFault(line: element.line, reason: "no such class of data, or one named twice")
      }
      let read = try Self.categories(element)
      for (one, other) in categories.values.joined().flatMap({ known in read.map { (known, $0) } })
      where one.covers(other) || other.covers(one) {
        throw IntakeFault(line: element.line, reason: "a category that another class of data has")
      }
      categories[dataClass] = read
    }
    let ranks = Set((root.child("ranks")?.all("rank") ?? []).compactMap { $0.attribute("name") })
    var articles: [String: String] = [:]
    for element in root.child("articles")?.all("article") ?? [] {
      let name = element.attribute("name") ?? ""
      for spelling in Set([name, element.attribute("also") ?? name])
      where articles.updateValue(name, forKey: spelling) != nil {
        throw IntakeFault(line: element.line, reason: "a citation that another article has")
      }
    }
    var rows: [LegalBasis] = []
    for element in root.all("basis") {
      let row = LegalBasis(
        id: element.attribute("id") ?? "", instrument: element.attribute("instrument") ?? "",
        rank: element.attribute("rank") ?? "",
        dataClass: try Self.dataClass(element, among: categories), article: element.attribute("article") ?? "",
        consent: element.attribute("consent"), source: element.attribute("source") ?? "",
        confirmation: element.attribute("confirmed-by").map { "\($0), \(element.attribute("confirmed-on") ?? "")" })
      guard ranks.contains(row.rank) else { throw IntakeFault(line: element.line, reason: "no such rank") }
      guard articles[row.article] == row.article else {
        throw IntakeFault(line: element.line, reason: "no such article")
      }
      guard !rows.contains(where: { $0.id == row.id }) else {
        throw IntakeFault(line: element.line, reason: "two rows have one id")
      }
      rows.append(row)
    }
    self.init(digest: digest, articles: articles, ranks: ranks, categories: categories, rows: rows)
  }

  private static func categories(_ element: Element) throws(IntakeFault) -> [DataCategory] {
    var result: [DataCategory] = []
    for word in (element.attribute("categories") ?? "").split(separator: " ") {
      guard let category = DataCategory(String(word)) else {
        throw IntakeFault(line: element.line, reason: "not a category of data")
      }
      result.append(category)
    }
    return result
  }

  private static func dataClass(
    _ element: Element, among known: [DataClass: [DataCategory]]
  ) throws(IntakeFault) -> DataClass {
    guard let dataClass = element.attribute("class").flatMap(DataClass.init), known[dataClass] != nil else {
      throw IntakeFault(line: element.line, reason: "no such class of data")
    }
    return dataClass
  }
}

import Casework
import Markup

extension LegalBases {
  /// Reads a pack's `legal-bases.xml` (`urn:amanat:legal-bases:1`, the schema in `legal-bases.rng`).
  ///
  /// The manifest, or an earlier element of the file, must declare each name that a row uses. A row without counsel's
  /// name and date is unconfirmed.
  ///
  /// - Parameter manifest: the pack's manifest, which lists the classes of data; nil for an older pack without a
  ///   manifest, whose classes are in this file.
  /// - Throws: an `IntakeFault` with the line.
  public init(reading bytes: [UInt8], digest: Digest, manifest: PackManifest?) throws(IntakeFault) {
    let root = try IntakeFault.root(of: bytes, schema: PackageResources.legal_bases_rng)
    let classes = try Self.classes(root, manifest)
    let ranks = Set((root.child("ranks")?.all("rank") ?? []).compactMap { $0.attribute("name") })
    var articles: [String: String] = [:]
    for element in root.child("articles")?.all("article") ?? [] {
      let name = element.attribute("name") ?? ""
      for spelling in Set([name, element.attribute("also") ?? name])
      where articles.updateValue(name, forKey: spelling) != nil {
        throw IntakeFault(line: element.line, .declaredTwice(element: "article"))
      }
    }
    var rows: [LegalBasis] = []
    for element in root.all("basis") {
      func undeclared(_ attribute: String) -> IntakeFault {
        IntakeFault(line: element.line, .notDeclared(element: "basis", attribute: attribute))
      }
      guard let dataClass = element.attribute("class").flatMap({ DataClass($0) }), classes.contains(dataClass) else {
        throw undeclared("class")
      }
      let row = LegalBasis(
        id: element.attribute("id") ?? "", instrument: element.attribute("instrument") ?? "",
        rank: element.attribute("rank") ?? "", dataClass: dataClass, article: element.attribute("article") ?? "",
        consent: element.attribute("consent"), source: element.attribute("source") ?? "",
        confirmation: element.attribute("confirmed-by").map { "\($0), \(element.attribute("confirmed-on") ?? "")" })
      guard ranks.contains(row.rank) else { throw undeclared("rank") }
      guard articles[row.article] == row.article else { throw undeclared("article") }
      if let manifest, !manifest.instruments.contains(row.instrument) { throw undeclared("instrument") }
      guard !rows.contains(where: { $0.id == row.id }) else {
        throw IntakeFault(line: element.line, .declaredTwice(element: "basis"))
      }
      rows.append(row)
    }
    self.init(digest: digest, articles: articles, ranks: ranks, classes: classes, rows: rows)
  }

  private static func classes(_ root: Element, _ manifest: PackManifest?) throws(IntakeFault) -> DataClasses {
    let list = root.child("classes")
    guard let manifest else {
      guard let list else { throw IntakeFault(line: root.line, .noClasses) }
      return try DataClasses(reading: list)
    }
    if let list { throw IntakeFault(line: list.line, .classesInManifest) }
    guard root.attribute("pack") == manifest.name else { throw IntakeFault(line: root.line, .packName) }
    return manifest.classes ?? DataClasses()
  }
}

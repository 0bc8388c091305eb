import Casework
import TestTools
import Testing

@testable import Intake

/// Compares the legal bases of the pack `iran` with its SOURCES.md.
@Suite("Legal bases of Iran")
struct LegalBasesTests {
  let bases: LegalBases
  let manifest: PackManifest
  let text: String

  init() throws {
    text = try Checkout.text("Workflows/iran/legal-bases.xml")
    manifest = try ShippedPack.manifest("iran")
    bases = try LegalBases(reading: Array(text.utf8), digest: digest("b"), manifest: manifest)
  }

  private func row(_ dataClass: DataClass, _ article: String, rank: String = "criminal-court-branch") -> String? {
    bases.basis(instrument: "court-order", rank: rank, article: article, dataClass: dataClass)?.id
  }

  @Test("every row of the legal bases is read, with the given digest")
  func whole() throws {
    #expect(bases.digest == (try digest("b")))
    #expect(bases.rows.count == text.components(separatedBy: "<basis ").count - 1)
    #expect(bases.ranks == ["criminal-court-branch", "prosecutor-branch", "provincial-chief-justice"])
    #expect(bases.classes == manifest.classes && bases.classes.order == DataClass.iranian)
    #expect(Set(bases.rows.map(\.id)).count == bases.rows.count)
  }

  @Test("a branch may receive identity, contact, transactions and technical data under CPC 671")
  func subscriberData() {
    #expect(row(.identity, "CPC 671") == "cpc-671-identity")
    #expect(row(.contact, "CPC 671") == "cpc-671-contact")
    #expect(row(.transactions, "CPC 671") == "cpc-671-transactions")
    #expect(row(.technical, "CPC 671") == "cpc-671-technical")
  }

  @Test("no authority may receive content under any article, because the needed consent cannot be proved")
  func content() {
    for article in Set(bases.articles.values) {
      for rank in bases.ranks { #expect(row(.content, article, rank: rank) == nil, "\(rank), \(article)") }
    }
    let documented = bases.rows.filter { $0.dataClass == .content }
    #expect(documented.map(\.consent) == ["provincial-chief-justice"] && documented.map(\.article) == ["CPC 150"])
  }

  @Test("CPC 669 and CPC 683 are no bases for disclosure, and other ranks have no bases")
  func nothing() {
    for dataClass in bases.classes.order {
      for article in ["CPC 669", "CPC 683", "CPC 150", "CCA 36", "CPC 999", ""] {
        #expect(row(dataClass, article) == nil)
      }
      for rank in ["prosecutor-branch", "provincial-chief-justice", "anybody"] {
        #expect(row(dataClass, "CPC 671", rank: rank) == nil)
      }
    }
  }

  @Test("the citations of both laws give the same article, and every article is its own citation")
  func articles() {
    #expect(bases.articles["CCA 34"] == "CPC 669" && bases.articles["CCA 35"] == "CPC 670")
    #expect(bases.articles["CCA 36"] == "CPC 671" && bases.articles["CCA 48"] == "CPC 683")
    for article in bases.articles.values { #expect(bases.articles[article] == article) }
  }

  @Test("no category is in two classes")
  func classes() {
    func names(_ dataClass: DataClass) -> [String] { (bases.categories[dataClass] ?? []).map(\.description) }
    #expect(names(.identity) == ["user.name", "user.government_id", "user.unique_id", "user.account"])
    #expect(names(.contact) == ["user.contact"])
    #expect(names(.transactions) == ["user.behavior.purchase_history", "user.payment", "user.financial"])
    #expect(names(.technical) == ["user.device", "user.telemetry", "user.sensor", "user.location"])
    #expect(names(.content) == ["user.content.private", "user.social"])
    let all = bases.categories.flatMap { entry in entry.value.map { (entry.key, $0) } }
    for (one, category) in all {
      for (other, covered) in all where one != other { #expect(!category.covers(covered), "\(category), \(covered)") }
    }
  }

  @Test("every source that a row cites is in SOURCES.md, with the same mark of confidence")
  func sources() throws {
    let sources = try Checkout.text("Workflows/iran/SOURCES.md").split(separator: "\n").map(String.init)
    for row in bases.rows {
      for part in row.source.components(separatedBy: "; ") {
        let mark = part.contains("(s)") ? "s" : "m"
        for words in part.replacingOccurrences(of: " (\(mark))", with: "").components(separatedBy: ", ") {
          let name = words.components(separatedBy: ": ").last?.replacingOccurrences(of: " and note", with: "") ?? ""
          let line = sources.first { $0.hasPrefix("| \(name) ") }
          #expect(line?.hasSuffix("| \(mark) |") == true, "\(row.id): \(name)")
        }
      }
    }
  }

  @Test("every row cites a source, and is unconfirmed until it has counsel's name and a date")
  func confirmation() throws {
    for row in bases.rows {
      #expect(row.confirmation == nil, "\(row.id)")
      #expect(row.source.contains("(s)") || row.source.contains("(m)"), "\(row.id)")
    }
    let words = "confirmed-by=\"A. Counsel\" confirmed-on=\"2026-11-22\""
    let confirmed = try text.changing("<basis id=\"cpc-671-contact\"", to: "<basis id=\"cpc-671-contact\" \(words)")
    let rows = try LegalBases(reading: Array(confirmed.utf8), digest: digest(), manifest: manifest).rows
    #expect(rows.filter { $0.confirmation != nil }.map(\.id) == ["cpc-671-contact"])
    #expect(rows.compactMap(\.confirmation) == ["A. Counsel, 2026-11-22"])
  }
}

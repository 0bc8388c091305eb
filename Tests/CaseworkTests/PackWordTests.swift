import Casework
import Foundation
import TestTools
import Testing

@Suite("Words that packs give")
struct PackWordTests {
  @Test("a class of data is a word of lower-case letters, and an entry has this word")
  func classes() throws {
    for text in ["identity", "a", "call-records-2", String(repeating: "a", count: 40)] {
      let dataClass = try #require(DataClass(text))
      #expect(try JSONEncoder().encode([dataClass]) == Data("[\"\(text)\"]".utf8))
      #expect(try JSONDecoder().decode([DataClass].self, from: Data("[\"\(text)\"]".utf8)) == [dataClass])
    }
    let wrong = ["", "Identity", "1a", "-a", "a b", "a.b", "a_b", "هویت", String(repeating: "a", count: 41)]
    for text in wrong {
      #expect(DataClass(text) == nil, "\(text)")
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([DataClass].self, from: JSONEncoder().encode([text]))
      }
    }
  }

  @Test("classes keep the pack's order, and two classes cannot share a category")
  func list() throws {
    func category(_ text: String) throws -> DataCategory { try #require(DataCategory(text)) }
    var classes = DataClasses()
    try classes.add(.content, [category("user.content")])
    try classes.add(.identity, [category("user.name"), category("user.account")])
    #expect(classes.order == [.content, .identity] && classes.sorted([.identity, .content]) == [.content, .identity])
    #expect(classes.sorted([.contact]).isEmpty && !classes.contains(.contact))
    let before = classes
    #expect(throws: DataClasses.Fault.namedTwice) { try classes.add(.identity, []) }
    for shared in ["user", "user.content", "user.content.private", "user.account"] {
      #expect(throws: DataClasses.Fault.overlaps(try category(shared))) {
        try classes.add(.contact, [category("user.contact"), category(shared)])
      }
    }
    #expect(classes == before)
  }

  @Test("telephone numbers get the country code of the dialling plan, if the plan has one")
  func dialling() throws {
    let britain = try #require(DiallingPlan(countryCode: "44", trunkPrefix: "0"))
    let hungary = try #require(DiallingPlan(countryCode: "36", trunkPrefix: "06"))
    #expect(britain.international("(020) 7946 0000") == "+442079460000")
    #expect(hungary.international("06 1 555 0000") == "+3615550000")
    #expect(hungary.international("0 6 1") == "+361" && hungary.international("01 555") == "01555")
    for plan in [britain, hungary, iranianDialling, .none] {
      #expect(plan.international("+98 21 ۳۳۱۱ 0000") == "+982133110000")
      #expect(plan.international("0098-21-33110000") == "+982133110000")
    }
    #expect(iranianDialling.international("٠٢١ 3311 0000") == "+982133110000")
    #expect(DiallingPlan.none.international("021 3311 0000") == "02133110000")
    for (code, trunk) in [("", "0"), ("98", ""), ("098", "0"), ("1234", "0"), ("9x", "0"), ("۹۸", "0"), ("98", "o")] {
      #expect(DiallingPlan(countryCode: code, trunkPrefix: trunk) == nil, "\(code), \(trunk)")
    }
  }
}

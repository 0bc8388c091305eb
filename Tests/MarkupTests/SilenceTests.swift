import Foundation
import Markup
import Testing

/// Tests that faults do not quote the document. Its text may be personal, and faults are printed and kept permanently.
@Suite("Faults are silent about the document")
struct SilenceTests {
  static let canary = "Maryam"
  static let documents: [String] = [
    "<a>Maryam</b>", "<a>Maryam", "<a b='Maryam' b='Maryam'/>", "<a b='Maryam'", "<a b='Maryam<'/>", "<a>&Maryam;</a>",
    "<a>Maryam & </a>", "<Maryam></a>", "<a Maryam='' Maryam=''/>", "<Maryam:a/>", "<a>Maryam\u{1}</a>", "Maryam",
    "<!DOCTYPE Maryam><a/>", "<!DOCTYPE a [<!ENTITY b 'Maryam'>]><a>&b;</a>", "<?Maryam", "<!-- Maryam",
    "<![CDATA[Maryam",
    "<?xml version='Maryam'?><a/>", "<?xml version='1.0' encoding='Maryam'?><a/>", "<a xmlns='Maryam'><b></a>",
    "<a><Maryam xml:id='1 2'/></a>", "<a xmlns:Maryam=''/>",
  ]

  @Test("a parsing fault does not quote the document", arguments: documents)
  func parsing(text: String) throws {
    let fault = try #require(refusal(of: text))
    for told in [fault.description, "\(fault)", String(reflecting: fault.reason), "\(fault as any Error)"] {
      #expect(!told.contains(Self.canary), "\(told)")
    }
  }

  static let schema = """
    <element name='a' xmlns='http://relaxng.org/ns/structure/1.0'
             datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>
      <optional><attribute name='kind'><choice><value>x</value><value>y</value></choice></attribute></optional>
      <zeroOrMore><element name='number'><data type='integer'/></element></zeroOrMore>
    </element>
    """

  @Test(
    "a schema fault quotes neither text nor values nor names of the document",
    arguments: [
      "<a>Maryam</a>", "<a kind='Maryam'/>", "<a Maryam=''/>", "<a><number>Maryam</number></a>", "<a><Maryam/></a>",
      "<Maryam/>", "<a><number Maryam='1'>1</number></a>", "<a xmlns='Maryam'/>", "<a><number><Maryam/></number></a>",
      "<a><number>1<!-- Maryam --><?Maryam?></number><Maryam-Rostami/></a>",
    ])
  func validating(text: String) throws {
    let fault = try #require(try violation(of: text, against: Self.schema))
    for told in [fault.description, "\(fault)", String(reflecting: fault.reason), "\(fault as any Error)"] {
      #expect(!told.contains(Self.canary), "\(told)")
    }
  }

  /// libxml2 prints to the standard error of the whole process, so the documents are parsed in a process of their own.
  @Test("a document that declares another encoding and breaks it prints none of its bytes")
  func otherEncodings() async throws {
    let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
      for name in ["EUC-JP", "ISO-2022-JP"] {
        let bytes =
          Array("<?xml version='1.0' encoding='\(name)'?><a b='".utf8) + [0xDB, 0xB3, 0xFF, 0xFF] + Array("'/>".utf8)
        #expect((try? Document(parsing: bytes)) == nil)
      }
      _ = write(2, "end", 3)
    }
    // The last word shows that what the process printed was read to its end.
    let printed = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(printed.hasSuffix("end") && !printed.contains("0x"), "\(printed)")
  }
}

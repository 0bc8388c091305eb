import SCXML
import Statechart
import TestTools
import Testing

/// Charts that are made of pieces of valid charts.
@Suite("Charts that are almost right")
struct DocumentMutantTests {
  /// Cuts documents into tags, texts and attributes, and recombines the pieces.
  struct Mutator {
    private let documents: [[Substring]]
    private let attributes: [Substring]
    var random: SplitMix

    init(_ texts: [String], seed: UInt64) {
      documents = texts.map { text in
        var pieces: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
          if start > rest.startIndex { pieces.append(rest[..<start]) }
          pieces.append(rest[start...end])
          rest = rest[rest.index(after: end)...]
        }
        return pieces
      }
      attributes = Array(Set(texts.flatMap { $0.matches(of: /[a-z]+="[^"]*"/).map(\.output) })).sorted()
      random = SplitMix(seed: seed)
    }

    /// Makes one mutant.
    mutating func next() -> String {
      var pieces = documents.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &random) where !pieces.isEmpty { mutate(&pieces) }
      return pieces.joined()
    }

    private mutating func mutate(_ pieces: inout [Substring]) {
      let place = Int.random(in: pieces.indices, using: &random)
      let other = documents.randomElement(using: &random)?.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0: pieces.remove(at: place)
      case 1: pieces.insert(pieces[place], at: place)
      case 2: pieces.insert(other, at: place)
      case 3: pieces.swapAt(place, Int.random(in: pieces.indices, using: &random))
      default:
        // Replaces one attribute by another. Such a mutant still parses most often.
        let found = pieces[place].matches(of: /[a-z]+="[^"]*"/)
        guard let old = found.randomElement(using: &random), let new = attributes.randomElement(using: &random) else {
          return
        }
        let value = new.drop { $0 != "=" }
        let name = old.output.prefix { $0 != "=" }
        pieces[place].replaceSubrange(old.range, with: Bool.random(using: &random) ? name + value : new)
      }
    }
  }

  static let count = 3_000

  @Test("every mutant gives a fault on one of its lines or a machine that runs, without a crash", .seeded)
  func everyMutant() throws {
    let seed = Seed.value
    let texts = BehaviourTests.claims.map {
      document($0.chart + "<final id=\"pass\"/>\n<final id=\"fail\"/>", attributes: $0.attributes)
    }
    var mutator = Mutator(texts, seed: seed)
    var answered = 0
    for index in 0..<Self.count {
      let text = mutator.next()
      let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      do {
        let definition = try SCXMLReader { _ in nil }.definition(Array(text.utf8))
        let interpreter = try Interpreter(definition, ConformanceModel(), settlingWithin: 500)
        var session = try Session(interpreter, id: "m")
        for event in ["e", "a.b", ""] {
          try session.send(Event(event))
          _ = try session.advanceToNext()
          #expect(interpreter.chart.isLegal(session.state.configuration), "seed \(seed), mutant \(index):\n\(text)")
        }
        answered += 1
      } catch let fault as SCXMLFault {
        #expect((1...lines).contains(fault.line), "seed \(seed), mutant \(index): \(fault)")
      } catch let fault as ChartFault {
        #expect((1...lines).contains(fault.line), "seed \(seed), mutant \(index): \(fault)")
      } catch is ChartRunaway {
        answered += 1
      }
    }
    #expect(answered > Self.count / 20, "seed \(seed)")
    print("almost right charts: \(answered) of \(Self.count) answered")
  }
}

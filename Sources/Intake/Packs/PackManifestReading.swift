import Casework
import Markup

extension PackManifest {
  /// Reads a manifest (`urn:amanat:pack:1`, the schema in `pack.rng`).
  ///
  /// - Throws: an `IntakeFault` with the line.
  public init(reading bytes: [UInt8]) throws(IntakeFault) {
    let root = try IntakeFault.root(of: bytes, schema: PackageResources.pack_rng)
    guard let calendar = root.attribute("calendar").flatMap(CalendarKind.init(rawValue:)) else {
      throw IntakeFault(line: root.line, .missingAttribute("calendar", element: "pack"))
    }
    self.calendar = calendar
    name = root.attribute("name") ?? ""
    country = root.attribute("country") ?? ""
    zone = root.attribute("time-zone") ?? ""
    languages = (root.attribute("languages") ?? "").split(separator: " ").map(String.init)
    guard Set(languages).count == languages.count else {
      throw IntakeFault(line: root.line, .badValue(element: "pack", attribute: "languages", allowed: []))
    }
    titles = [:]
    for title in root.all("title") {
      let language = title.attribute("lang", in: "http://www.w3.org/XML/1998/namespace") ?? ""
      guard titles.updateValue(title.text, forKey: language) == nil else {
        throw IntakeFault(line: title.line, .declaredTwice(element: "title"))
      }
    }
    dialling = try Self.dialling(root.child("telephone"))
    identifiers = try Self.identifiers(root.child("identifiers"))
    orderFormats = []
    for format in root.child("order-formats")?.all("format") ?? [] {
      let namespace = format.attribute("namespace") ?? ""
      guard OrderFormats.names.contains(namespace) else {
        throw IntakeFault(line: format.line, .notDeclared(element: "format", attribute: "namespace"))
      }
      guard !orderFormats.contains(namespace) else {
        throw IntakeFault(line: format.line, .declaredTwice(element: "format"))
      }
      orderFormats.append(namespace)
    }
    classes = try DataClasses(reading: root.child("classes"))
    instruments = []
    for chart in root.child("charts")?.all("chart") ?? [] {
      let instrument = chart.attribute("instrument") ?? ""
      guard !instruments.contains(instrument) else {
        throw IntakeFault(line: chart.line, .declaredTwice(element: "chart"))
      }
      guard Instrument(rawValue: instrument) != nil else {
        throw IntakeFault(line: chart.line, .notDeclared(element: "chart", attribute: "instrument"))
      }
      instruments.append(instrument)
    }
  }

  private static func dialling(_ element: Element?) throws(IntakeFault) -> DiallingPlan {
    guard let element else { return .none }
    let (code, trunk) = (element.attribute("country-code") ?? "", element.attribute("trunk-prefix") ?? "")
    guard let plan = DiallingPlan(countryCode: code, trunkPrefix: trunk) else {
      throw IntakeFault(line: element.line, .badValue(element: "telephone", attribute: "country-code", allowed: []))
    }
    return plan
  }

  private static func identifiers(_ list: Element?) throws(IntakeFault) -> [IdentifierRule] {
    var rules: [IdentifierRule] = []
    for element in list?.all("identifier") ?? [] {
      guard let kind = element.attribute("kind").flatMap(IdentifierKind.init(rawValue:)) else {
        throw IntakeFault(line: element.line, .badValue(element: "identifier", attribute: "kind", allowed: []))
      }
      guard !rules.contains(where: { $0.kind == kind }) else {
        throw IntakeFault(line: element.line, .declaredTwice(element: "identifier"))
      }
      rules.append(IdentifierRule(kind, length: element.attribute("length").flatMap { Int($0) }))
    }
    return rules
  }
}

extension DataClasses {
  /// Reads the element `classes` of a manifest, or of the legal bases of a pack without a manifest.
  init(reading list: Element?) throws(IntakeFault) {
    self.init()
    for element in list?.all("class") ?? [] {
      guard let dataClass = element.attribute("name").flatMap({ DataClass($0) }) else {
        throw IntakeFault(line: element.line, .badValue(element: "class", attribute: "name", allowed: []))
      }
      var categories: [DataCategory] = []
      for word in (element.attribute("categories") ?? "").split(separator: " ") {
        guard let category = DataCategory(String(word)) else {
          throw IntakeFault(line: element.line, .badValue(element: "class", attribute: "categories", allowed: []))
        }
        categories.append(category)
      }
      do throws(DataClasses.Fault) {
        try add(dataClass, categories)
      } catch {
        switch error {
        case .namedTwice: throw IntakeFault(line: element.line, .declaredTwice(element: "class"))
        case .overlaps: throw IntakeFault(line: element.line, .categoryOfAnotherClass)
        }
      }
    }
  }
}

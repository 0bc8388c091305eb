import CLibXML2

/// A parsed XML document. It is well-formed, has no document type declaration and is within the size limit.
/// `check(against:)` checks it against a schema.
///
/// It owns the tree of libxml2 and frees it when its own lifetime ends. Callers get only values, so no pointer of
/// libxml2 leaves this module.
public struct Document: ~Copyable {
  /// The largest document that is read, in bytes. An order has only a few pages.
  public static let sizeLimit = 8 << 20

  private static let prepared: Void = amanat_xml_prepare()

  private let tree: xmlDocPtr

  /// Parses bytes.
  ///
  /// - Throws: a `MarkupFault` with its line.
  public init(parsing bytes: [UInt8], limit: Int = Document.sizeLimit) throws(MarkupFault) {
    guard !bytes.isEmpty else { throw MarkupFault(.empty, line: 1) }
    guard bytes.count <= limit else { throw MarkupFault(.tooLarge(limit: limit), line: 1) }
    Self.prepared
    var fault = amanat_xml_fault()
    let parsed = bytes.withUnsafeBytes {
      amanat_xml_parse($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &fault)
    }
    guard let parsed else {
      let reason: MarkupFault.Reason =
        if fault.saw_doctype != 0 {
          .doctype
        } else if fault.not_utf8 != 0 {
          .notUTF8
        } else if fault.crowded != 0 {
          .tooManyAttributes(limit: Int(amanat_xml_attribute_limit))
        } else {
          .notWellFormed(MarkupFault.Malformation(libxml2: Int(fault.code)))
        }
      throw MarkupFault(reason, line: max(1, Int(fault.line)))
    }
    tree = parsed
  }

  deinit {
    xmlFreeDoc(tree)
  }

  /// The most child elements of one element in a document that is checked against a schema. The time that libxml2 needs
  /// is quadratic in this number.
  public static let childLimit = 10_000

  /// Checks the document against a RELAX NG schema (XML syntax).
  ///
  /// - Parameter childLimit: the most child elements that one element may have.
  /// - Throws: the first `MarkupFault` with its line.
  public func check(against schema: [UInt8], childLimit: Int = Document.childLimit) throws(MarkupFault) {
    if let crowded = amanat_xml_crowded(tree, childLimit) {
      let name = SchemaBlame(schema: schema)?.known(Self.string(crowded.pointee.name))
      throw MarkupFault(
        .tooManyChildren(element: name, limit: childLimit), line: max(1, Int(xmlGetLineNo(crowded))))
    }
    var fault = amanat_xml_fault()
    var element = [CChar](repeating: 0, count: 128)
    switch verdict(schema, &fault, &element) {
    case 0: return
    case 1:
      guard var blame = SchemaBlame(schema: schema) else {
        throw MarkupFault(.schema(.other(element: nil)), line: max(1, Int(fault.line)))
      }
      if let (found, line) = blame.fault(in: root) { throw MarkupFault(.schema(found), line: max(1, line)) }
      let name = String(decoding: element.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw MarkupFault(.schema(.other(element: blame.known(name))), line: max(1, Int(fault.line)))
    default: throw MarkupFault(.schemaUnreadable, line: max(1, Int(fault.line)))
    }
  }

  /// Says whether the document is valid; nil if the schema cannot be read.
  func isValid(against schema: [UInt8]) -> Bool? {
    var fault = amanat_xml_fault()
    var element: [CChar] = [0]
    return switch verdict(schema, &fault, &element) {
    case 0: true
    case 1: false
    default: nil
    }
  }

  private func verdict(_ schema: [UInt8], _ fault: inout amanat_xml_fault, _ element: inout [CChar]) -> Int32 {
    let capacity = Int32(element.count)
    return schema.withUnsafeBytes {
      amanat_xml_validate(
        tree, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(schema.count), &fault, &element, capacity)
    }
  }

  /// The root element, copied from the tree as a value.
  public var root: Element {
    guard let node = xmlDocGetRootElement(tree) else {
      // For a document without a root element the initialiser throws, because libxml2 reports it as not well-formed.
      preconditionFailure("a well-formed document has a root element")
    }
    return Self.element(node)
  }

  // libxml2 stops at a depth of 256 (xmlParserMaxDepth without XML_PARSE_HUGE), so this recursion is bounded.
  private static func element(_ node: xmlNodePtr) -> Element {
    var children: [Element] = []
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: children.append(element(child))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += string(child.pointee.content)
      default: break
      }
      next = child.pointee.next
    }
    var attributes: [Element.Name: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      let namespace = current.pointee.ns.map { string($0.pointee.href) } ?? ""
      let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
      attributes[Element.Name(string(current.pointee.name), in: namespace)] = string(value)
      amanat_xml_release(value)
      attribute = current.pointee.next
    }
    let namespace = node.pointee.ns.map { string($0.pointee.href) } ?? ""
    return Element(
      name: Element.Name(string(node.pointee.name), in: namespace), attributes: attributes, children: children,
      text: text, line: Int(xmlGetLineNo(node)))
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func string(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

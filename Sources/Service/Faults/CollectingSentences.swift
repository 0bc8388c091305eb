import Casework
import Collection
import Packaging

// What faults of collecting and packaging are called for people.

extension AnnotationFault.Problem {
  /// The problem in words.
  public var sentence: String {
    switch self {
    case .notYAML: "not YAML"
    case .keyTwice(let key): "the key '\(key)' is given twice"
    case .keyAbsent(let key): "not a dataset of the Fides language: the key '\(key)' is missing"
    case .wrongShape(nil, _): "not a dataset of the Fides language"
    case .wrongShape(let key?, let wanted): "'\(key)' must be \(wanted.sentence)"
    case .collectionTwice(let name): "the collection '\(name)' is listed twice"
    case .fieldTwice(let collection, let field): "'\(collection).\(field)' is listed twice"
    case .noCategory(let collection, let field, let text):
      "'\(collection).\(field)' has the category '\(text)', which is not spelled as one: user.contact.email"
    case .noIdentity(let collection, let field, let text):
      """
      '\(collection).\(field)' has the identity '\(text)'; known are \
      \(IdentifierKind.allCases.map(\.rawValue).joined(separator: ", "))
      """
    case .noReference(let collection, let field, let text):
      "'\(collection).\(field)' refers to '\(text)', which is not COLLECTION.FIELD"
    case .noDirection(let collection, let field, let text):
      "'\(collection).\(field)' has a reference with the direction '\(text)'; known are from and to"
    case .referenceToNothing(let collection, let field, let target):
      "'\(collection).\(field)' refers to '\(target)', which is not annotated"
    case .noTimeField(let collection, let field):
      "'\(collection)' takes its time from '\(field)', which is not one of its fields"
    }
  }
}

extension AnnotationFault.Shape {
  /// The shape in words.
  fileprivate var sentence: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text: "a text"
    case .flag: "True or False"
    }
  }
}

extension SourceTrouble {
  /// The trouble in words.
  public var sentence: String {
    switch self {
    case .damaged: "its content is damaged, or of another kind"
    case .busy: "another process is using it"
    case .absent: "it is not there"
    case .noPermission: "this account may not read it"
    case .device: "the device failed"
    case .other: "for an unknown reason"
    }
  }
}

extension PackagingFault {
  /// The fault in words.
  public var sentence: String {
    switch self {
    case .notACertificate: "the file is not a PEM certificate"
    case .envelope(.certificate): "the recipient's certificate cannot be read, or the package is 2 GiB or larger"
    case .envelope(.preparation): "no envelope could be prepared"
    case .envelope(.recipient): "nothing can be encrypted to the recipient's key"
    case .envelope(.content): "the package could not be encrypted"
    case .envelope(.encoding): "the envelope could not be written"
    case .envelope(.memory): "there was not enough memory for the envelope"
    case .archive: "a file of the package is too large, or its name too long"
    case .notABag: "the stored package is not one that this program wrote"
    case .strayRow: "a row does not have the columns of its table"
    }
  }
}

import Casework

extension English {
  public func text(_ annotation: AnnotationPhrase) -> Phrase {
    switch annotation {
    case .notYAML: "this is not YAML"
    case .tooManyAliases(let limit): "more than \(limit) aliases (\(.data("*name"))): write out what they stand for"
    case .keyTwice(let key): "the key '\(data: key)' is given twice"
    case .keyAbsent(let key): "this is not a dataset of the Fides language: the key '\(data: key)' is missing"
    case .wrongShape(nil, _): "this is not a dataset of the Fides language"
    case .wrongShape(let key?, let shape): "'\(data: key)' must be \(text(shape))"
    case .collectionTwice(let name): "the collection '\(data: name)' is listed twice"
    case .fieldTwice(let field): "the field '\(data: field)' is listed twice"
    case .noCategory(let field, let text):
      "'\(data: field)' has the category '\(data: text)', which is not spelled as one, such as \(.data("user.contact.email"))"
    case .noIdentity(let field, let text, let known):
      "'\(data: field)' has the identity '\(data: text)', which is unknown; known are \(data: known.joined(separator: ", "))"
    case .noReference(let field, let text):
      "'\(data: field)' refers to '\(data: text)', which does not name a collection and a field with a dot between"
    case .noDirection(let field, let text):
      "'\(data: field)' has a reference with the direction '\(data: text)'; known are \(.data("from, to"))"
    case .referenceToNothing(let field, let target):
      "'\(data: field)' refers to '\(data: target)', which is not annotated"
    case .referenceToAnotherDataset(let field, let dataset):
      "'\(data: field)' refers into the dataset '\(data: dataset)', which this file does not have or which has no such collection"
    case .noTimeField(let field):
      "'\(data: field.collection)' takes its time from '\(data: field.field)', which is not one of its fields"
    }
  }

  private func text(_ shape: AnnotationShape) -> Phrase {
    switch shape {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text: "a text"
    case .flag: "\(.data("True")) or \(.data("False"))"
    }
  }
}

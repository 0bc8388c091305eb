import SCXML
import Statechart

/// Returns a document around the given text, with the conformance data model or another one.
func document(_ inside: String, model: String = "conformance", attributes: String = "") -> String {
  """
  <scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:case="urn:test:case" xmlns:other="urn:test:other"
         version="1.0" datamodel="\(model)" \(attributes)>
  \(inside)
  </scxml>
  """
}

/// Returns the fault of a document, or nil if it can be read.
func fault(_ text: String, _ reader: SCXMLReader = SCXMLReader()) -> SCXMLFault? {
  do throws(SCXMLFault) {
    _ = try reader.definition(Array(text.utf8))
    return nil
  } catch { return error }
}

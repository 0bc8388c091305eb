import Casework
import Foundation
import Ledger

extension ActRequest where Answer == CaseView {
  /// Requests the collection of the granted scope from a source. The rows are packed into a bag, the bag is sealed, and
  /// the entry commits to it.
  ///
  /// An officer who may not collect now is refused before the source is opened, so that no data are read without need.
  ///
  /// - Parameters:
  ///   - place: the place of the source: a path, or a kind of source, a colon and a path (`SourceKind`).
  ///   - annotation: the path of the file that describes each column.
  public static func collect(_ number: CaseNumber, from place: String, annotation: String) -> ActRequest {
    inCase(number) { desk, standing, actor, isRehearsal in
      let vault = try desk.vault()
      try desk.checkCollectible(standing, by: actor)
      let dataset = try desk.dataset(annotation, number)
      let (kind, path) = SourceKind.read(place)
      try kind.check(path)
      let name = URL(filePath: annotation).lastPathComponent
      let (bag, record) = try desk.gathered(standing, from: { try kind.open(path) }, dataset, name, vault)
      let bytes = try bag.bytes()
      let packed = UnsealedValue(bytes, desk.world.randomness)
      let collected = record(packed.commitment)
      // A package that could not be approved is not entered.
      try desk.verified(
        bytes, collected, standing, at: standing.facts.now, collectedIn: nil, vault,
        .ofThisVersion(certificate: Desk.certificateLanguage))
      if isRehearsal { return Desk.Prepared(command: .collect(collected)) }
      let sealed = try packed.sealed(in: vault, label: "package", keyName: number.description)
      var package = PackageSealing(desk.office)
      try package.write(sealed)
      desk.world.reached(.packageSealed)
      return Desk.Prepared(command: .collect(collected), sealed: [.file(sealed)], package: package)
    }
  }
}

// Annotations (Fides datasets in YAML) are read or refused. The line of a fault, if it has one, is in the file.
import Casework
import Collection
import Fuzzing
import Ledger

fuzz { input in
  guard let text = String(validating: input, as: UTF8.self) else { return }
  let digest = Digest.of(input)
  let dataset: Dataset
  do throws(CollectionFault) {
    dataset = try Dataset(reading: text, digest: digest)
  } catch {
    if case .annotation(let fault) = error, let line = fault.line { requireLine(line, of: input) }
    return
  }
  require((try? Dataset(reading: text, digest: digest)) == dataset, "one file is one annotation")
  let names = dataset.collections.map { $0.name.lowercased() }
  require(Set(names).count == names.count, "no collection stands twice, in whatever case")
  for collection in dataset.collections {
    let fields = collection.fields.map { $0.name.lowercased() }
    require(Set(fields).count == fields.count, "no field stands twice, in whatever case")
    if case .field(let time) = collection.time {
      require(collection.fields.contains { $0.name == time }, "a time is a field of its collection")
    }
    for reference in collection.fields.flatMap(\.references) {
      let other = dataset.collections.first { $0.name == reference.collection }
      require(other?.fields.contains { $0.name == reference.field } == true, "a reference leads to a field")
    }
  }
}

/// A chart with its expressions as its data model has read them.
///
/// It is immutable and shared by all sessions.
final class Program<Model: DataModel>: Sendable {
  let chart: Chart
  let model: Model
  let expressions: ContiguousArray<Model.Expression>
  let locations: ContiguousArray<Model.Location>

  init(
    chart: Chart, model: Model, expressions: ContiguousArray<Model.Expression>,
    locations: ContiguousArray<Model.Location>
  ) {
    self.chart = chart
    self.model = model
    self.expressions = expressions
    self.locations = locations
  }
}

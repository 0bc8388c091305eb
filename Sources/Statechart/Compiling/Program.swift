/// A chart with its data model, and the expressions and locations that the data model has read.
///
/// A program is immutable, and all sessions share it.
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

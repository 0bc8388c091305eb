/// A list of integers that is nearly always short. The first eight are stored in place, the others in an array.
struct ShortList: ~Copyable {
  private var near = InlineArray<8, Int32>(repeating: 0)
  private var far: ContiguousArray<Int>?
  private(set) var count = 0

  subscript(index: Int) -> Int { index < 8 ? Int(near[index]) : far.map { $0[index - 8] } ?? 0 }

  mutating func append(_ element: Int) {
    if count < 8 {
      near[count] = Int32(element)
    } else if far?.append(element) == nil {
      far = [element]
    }
    count += 1
  }
}

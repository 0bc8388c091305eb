import CLibFuzzer

/// The reader under test; libFuzzer's callback takes no context.
nonisolated(unsafe) private var reader: ([UInt8]) -> Void = { _ in }

/// Runs libFuzzer with this process's arguments, which are libFuzzer's own, and never returns.
///
/// - Parameter read: gives one input to the reader under test, and requires of the outcome what must hold.
public func fuzz(_ read: @escaping ([UInt8]) -> Void) -> Never {
  reader = read
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  let code = withUnsafeMutablePointer(to: &arguments) { pointer in
    pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1) {
      LLVMFuzzerRunDriver(&count, $0) { data, size in
        reader(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      }
    }
  }
  fatalError("libFuzzer ended with \(code)")
}

/// Stops where something does not hold of this input: libFuzzer then keeps the input as a finding.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("does not hold: \(property())") }
}

/// Requires that a fault's line is a line of the input, from 1.
public func requireLine(_ line: Int, of input: [UInt8]) {
  require(line >= 1, "the line of a fault is at least 1, and not \(line)")
  // A carriage return alone is no line's end to every reader: both counts are allowed.
  let lines = input.count { $0 == 0x0A || $0 == 0x0D } + 1
  require(line <= lines, "the line of a fault is in the input: \(line) of \(lines)")
}

import CLibFuzzer

/// The reader under test. It is global because libFuzzer's callback has no context parameter.
nonisolated(unsafe) private var reader: ([UInt8]) -> Void = { _ in }

/// Runs libFuzzer with this process's arguments, which are libFuzzer's own. Never returns.
///
/// - Parameter read: gives one input to the reader under test, and checks the result with `require`.
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

/// Stops the process if a property is false for this input. libFuzzer then keeps the input as a finding.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("does not hold: \(property())") }
}

/// Requires that the line of a fault is a line of the input, counted from 1.
public func requireLine(_ line: Int, of input: [UInt8]) {
  require(line >= 1, "the line of a fault is at least 1, and not \(line)")
  // Not every reader counts a single carriage return as a line end, so both counts are allowed.
  let lines = input.count { $0 == 0x0A || $0 == 0x0D } + 1
  require(line <= lines, "the line of a fault is in the input: \(line) of \(lines)")
}

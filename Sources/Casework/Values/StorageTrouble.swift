/// Why a file, a database or another source could not be read or written.
///
/// The cases do not depend on the library or the system call that reported the failure. The rooms that read and write
/// use this list, and `Wording` writes the messages from it.
public enum StorageTrouble: Error, Sendable, Hashable, CaseIterable {
  /// The bytes are not those of a sound file of its kind.
  case damaged
  /// Another process locked it for too long.
  case busy
  /// There is no space left, or a quota is used up.
  case full
  /// The account has no right to read or write here, or the medium is read-only.
  case noPermission
  /// It is a folder, a link, a pipe, a socket or a device in the place of a file.
  case notRegular
  /// The file has no bytes.
  case empty
  /// The file is of another program, or of a version that this program does not know.
  case foreign
  /// The file or its folder is absent.
  case absent
  /// The device failed to read or write.
  case device
  /// Any other failure.
  case other
}

import Casework

extension PackManifest {
  /// Returns what the program assumed of a pack before packs had manifests.
  ///
  /// Offices that were founded then have pinned such a pack, and go on under these values:
  ///
  /// | of a pack | named `iran` | of any other name |
  /// |---|---|---|
  /// | calendar | Jalali | Gregorian |
  /// | telephone numbers | +98, trunk prefix 0 | the same |
  /// | identifiers | all five kinds; a national id has 10 digits | the same |
  /// | order formats | `urn:amanat:order:1` | the same |
  /// | languages | English | English |
  /// | zone | Asia/Tehran, unless the office named another | the same |
  /// | classes of data, charts | those of `legal-bases.xml` and of the folder | the same |
  public static func assumed(ofPack name: String) -> PackManifest {
    PackManifest(
      name: name, titles: [:], country: "IR", calendar: name == "iran" ? .jalali : .gregorian, zone: "Asia/Tehran",
      languages: ["en"], dialling: DiallingPlan(countryCode: "98", trunkPrefix: "0") ?? .none,
      identifiers: [
        IdentifierRule(.nationalID, length: 10), IdentifierRule(.accountID), IdentifierRule(.phoneNumber),
        IdentifierRule(.email), IdentifierRule(.name),
      ],
      orderFormats: ["urn:amanat:order:1"], classes: nil, instruments: [])
  }
}

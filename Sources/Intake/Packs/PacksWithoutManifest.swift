import Casework

extension PackManifest {
  /// Returns the manifest that is assumed for a pack without one.
  ///
  /// Offices that were founded before packs had manifests have pinned such a pack. These values still apply to them:
  ///
  /// | value | for a pack named `iran` | for a pack of any other name |
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

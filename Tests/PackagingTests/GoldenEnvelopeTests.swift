import Foundation
import Packaging
import Testing

/// Envelopes that every later version must make again. OpenSSL's `CMS_encrypt` made them (`cms_oracle_seal`).
///
/// The content is `Amanat LF`, the seed is the octets 00 to 2F, the key of the case is the octets 80 to 9F, the volume
/// is 7.
@Suite("Golden envelopes")
struct GoldenEnvelopeTests {
  private struct Golden: CustomTestStringConvertible {
    let testDescription: String
    /// The DER form, in base64.
    let certificate: String
    /// The envelope, in base64.
    let envelope: String
  }

  @Test("An envelope is the golden one", arguments: golden)
  private func same(_ golden: Golden) throws {
    let certificate = try Certificate(
      pem: Array("-----BEGIN CERTIFICATE-----\n\(golden.certificate)\n-----END CERTIFICATE-----\n".utf8))
    let seed = try #require(Envelope.Seed((0..<48).map { UInt8($0) }))
    let key = try #require(Envelope.CaseKey((0..<32).map { UInt8(0x80 + $0) }))
    let content = Array("Amanat\n".utf8)
    let expected = try #require(Data(base64Encoded: golden.envelope.replacing("\n", with: "")))
    #expect(try Envelope.seal(content, to: certificate, seed: seed, caseKey: key, volume: 7) == Array(expected))
  }

  private static let golden = [
    Golden(
      testDescription: "RSA-2048",
      certificate: """
        MIIDEzCCAfugAwIBAgIUYJjS70ZcJ2JWAA6g2GBzsRvKLIYwDQYJKoZIhvcNAQEL
        BQAwGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDAgFw0yNjExMjQyMjEwNDNaGA8y
        MTI2MTAzMTIyMTA0M1owGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDCCASIwDQYJ
        KoZIhvcNAQEBBQADggEPADCCAQoCggEBAKU1YxE9wnYSi0WUy1Z+2pogi9URCH7Z
        y1a7kIdWLvXImK3hQaB7J/DqVqUq1cJxEm+AWKblYb5H/cyWLvYtiwI+IU5Wct7w
        7OrEAqz+KqA4CHUOWgqTfR4fqR6mhM7nwdRcbTTk9jXlOF+6q+H52bCFsLfJI8sY
        0/H4K84xwfyyFC/0Yj0HPMLx6A4+rE7uNeQXsnkzOM6+H+SidNSranXzHAhOHjQ2
        rAucbXZPThmOI+WKLCCncHEKDMIwmrKtre6hq9QfZ41nPrsc8IHFUh9LCavACD4z
        Mht8wvIEtJ+n5gd1/AZbfZxv+ZAlBkreWU6De1lAV5vqUJJyqKePmDECAwEAAaNT
        MFEwHQYDVR0OBBYEFLxdFi8pv6s5HpTkzeFPvF/dznWtMB8GA1UdIwQYMBaAFLxd
        Fi8pv6s5HpTkzeFPvF/dznWtMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEL
        BQADggEBAJSbkTLwo4l6m/ynZlM14UThlacq6hWg3vs5y5glLMUdpcaz9+XZqWTi
        AOAxW2CJrxtopCbLnxOQRuRwcxrd4TmEPm95YFZkDm/QaZ4waUuYWasGcgm/n2M2
        garSZEiGgcp7V1XPwbFT3ytTawt3RMfW+rq3bb+BKYMkd6YfrBYA8WAMXzCxQ/io
        LAQEQ42MD73uDnF7IjpxzJxLpETcnyNUKep+kJ3CIdadpiPQWC1KnurtjZ11J6dZ
        nRzcBo6nLxfLpXozicLONZtPHp9ely4wzLlP40kY22frUyXZGzw54psZyhKtRGbs
        ezDsHsQJFOpy4rAv4uJ1yb3fCgYaU4A=
        """,
      envelope: """
        MIIB2wYLKoZIhvcNAQkQARegggHKMIIBxgIBADGCAXcwggFzAgEAMDAwGDEWMBQG
        A1UEAwwNRXhhbXBsZSBDb3VydAIUYJjS70ZcJ2JWAA6g2GBzsRvKLIYwOAYJKoZI
        hvcNAQEHMCugDTALBglghkgBZQMEAgGhGjAYBgkqhkiG9w0BAQgwCwYJYIZIAWUD
        BAIBBIIBAB1okbp1a2ntyoijNyyedhwcqXkdseEmIQK4kk2BUMRz8VV0ULy0HJEz
        heNG5LznVLyJs44Qjt9+/T/zC/mAFMbXqO3Nj8Re6s1jLKDtHLXISzwenVUTNDFv
        voSCip6msGXvJc/Mnsj5OiuXPXLI/BmMnPeUS4Gmzczdi1k/tyRVy1HHOzBIzDsI
        MA+yGgNSKIYTAv7D2PkEv3Gc2cyjbWk1G8l8qytrLnmH+LMRQ7INiMyNoXVc5qV4
        hS59o6ASFVsXiYMMkNDOFmUqgUgb2BWqtaev7cosBQhECkY+WTAuiCXb1SLpjBlm
        uFSMjSpJKACCXjOujPsMqRGOJoSlE2UwNAYJKoZIhvcNAQcBMB4GCWCGSAFlAwQB
        LjARBAzfXjl+fMDNnQW1JHQCARCAB1i87hi1yIMEECgL1Rv4VSDEaAEULQ0/n2g=
        """),
    Golden(
      testDescription: "P-256",
      certificate: """
        MIIBhjCCAS2gAwIBAgIUO74O/2wCByXIdOsO7zLzM7OehT0wCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDAgFw0yNjExMjQyMjEwNDNaGA8yMTI2
        MTAzMTIyMTA0M1owGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABMZPp8dVGX92Pr3azTdcVM8whH1M12suPEaIGlN5aR6q
        f1m524K3p63oHCp7sBvbG6uRPe4yIwxH41lQz0iqBK6jUzBRMB0GA1UdDgQWBBT0
        b5tJ7ZlQHA3wedv5OCpWAz4SjTAfBgNVHSMEGDAWgBT0b5tJ7ZlQHA3wedv5OCpW
        Az4SjTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCID5eeU3ZI6fW
        zm50BN8FOkZ0HZ0XruROnbiY6IMlbPV4AiA76cyScWTONutx0SgLqg67Lw4kc7bb
        bD2voDvrWq8pcg==
        """,
      envelope: """
        MIIBMwYLKoZIhvcNAQkQARegggEiMIIBHgIBADGB0KGBzQIBA6BRoU8wCQYHKoZI
        zj0CAQNCAAQ4u7lWqW98VbFyHkOKKlaHNT1L+alFVmtA05VBfqswd8PFs0hmjdoN
        k+Osvv3OxKTIu8E9fQbkYs9P1nY/ScjvMBUGBiuBBAELATALBglghkgBZQMEAS0w
        XjBcMDAwGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydAIUO74O/2wCByXIdOsO7zLz
        M7OehT0EKAemeccyvRctjxBrbw9Y22d0cRhgL5SJE4DWpkDrr4nT04mKdpsZhIcw
        NAYJKoZIhvcNAQcBMB4GCWCGSAFlAwQBLjARBAxiyN6e1YXo3iZXOiICARCABz80
        nVw/fmEEEIyTMjA88uvA2AgE/1VqScQ=
        """),
    Golden(
      testDescription: "P-384",
      certificate: """
        MIIBxTCCAUqgAwIBAgIUQf+alQNCgFVeVx5/6cOQz94iv04wCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDAgFw0yNjExMjQyMjEwNDRaGA8yMTI2
        MTAzMTIyMTA0NFowGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDB2MBAGByqGSM49
        AgEGBSuBBAAiA2IABI8LN3u31TqptAQBdY6MczfLBZHMVndNMBlyBh4GI+gx1FNA
        f1G3zyBfig8NbuXnq/iBL1dfes4Myzl6kJOaLMruoIqViCVXxEFshlpGVjeT2KB9
        z8IScKJHq+w87r14sqNTMFEwHQYDVR0OBBYEFJooo44izy9c7zygn9TZANMZH7Tq
        MB8GA1UdIwQYMBaAFJooo44izy9c7zygn9TZANMZH7TqMA8GA1UdEwEB/wQFMAMB
        Af8wCgYIKoZIzj0EAwIDaQAwZgIxAK93XfxOgptaLS/f3KL41+bu3krklghoWEiD
        t3H6fm74voO9SB/L2RVflkHVCmganAIxANjzcEE6u6QBUO7hJhzjE2Q5ksfm07Mx
        uMIfghVo5bljJ4wAQe8+cLeBEHdeecAu6g==
        """,
      envelope: """
        MIIBUwYLKoZIhvcNAQkQARegggFCMIIBPgIBADGB8KGB7QIBA6BxoW8wCQYHKoZI
        zj0CAQNiAATto40eyTxp9COi2x8mslFrmx+1BnB6SdNWdNLmBeOdO8f2M/C3nohZ
        SbYr8WVG2UiBkTAPizE5ZK1htu0vz8WnRKTwkGZNBh6rxGcEh+5dTnQiO/OFzm62
        twz+FZW+g3MwFQYGK4EEAQsBMAsGCWCGSAFlAwQBLTBeMFwwMDAYMRYwFAYDVQQD
        DA1FeGFtcGxlIENvdXJ0AhRB/5qVA0KAVV5XHn/pw5DP3iK/TgQo++mK6O/pSXTh
        LgBetRenkyZwgo1c7k5zOBcMAWNoCNxxEDqJ+Fr6zTA0BgkqhkiG9w0BBwEwHgYJ
        YIZIAWUDBAEuMBEEDHZvKEcgS64nMsu57AIBEIAHRm/I+iz6IgQQixHweZADta4f
        mfY97ynwYA==
        """),
    Golden(
      testDescription: "P-521",
      certificate: """
        MIICDzCCAXCgAwIBAgIURzDv+dRM59qF1yl1f7U8E8ydi7UwCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDAgFw0yNjExMjQyMjEwNDRaGA8yMTI2
        MTAzMTIyMTA0NFowGDEWMBQGA1UEAwwNRXhhbXBsZSBDb3VydDCBmzAQBgcqhkjO
        PQIBBgUrgQQAIwOBhgAEALdhxpqPtvN2fQaIFqcSsvmmBrUKArv6R6gb6gZPvy63
        U4FCS/DwcspcKS2YPUxTEM1ewbSgDcCeEvTXXgnGMc8tAVEU9xqyPdCASEoqSFq4
        In7Fb+rjZwh1VXZ3OZA9T8uFB7+LF1+MaRIShGdXd3KtLKVn2o8KIweJE4MPBViU
        05hNo1MwUTAdBgNVHQ4EFgQUmwuWt6YXFJnrxyUaSUssa6gA49IwHwYDVR0jBBgw
        FoAUmwuWt6YXFJnrxyUaSUssa6gA49IwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjO
        PQQDAgOBjAAwgYgCQgFooZAJUslBkPz6RhZEtYYHFDVMEoZk4F66vNrie+f28EVE
        2Dse8pJB9vJK01K54gPXSC+VWeuAum9lUy2uyRlBigJCAP+pFG/XqWzAc8piMN5T
        Eo1CTWDqhk89TOqM1PIdtjIE9NdgYMrzjzwnmEhTm3yYjo7Qd10RYDBYobIjJWBk
        PDM/
        """,
      envelope: """
        MIIBfAYLKoZIhvcNAQkQARegggFrMIIBZwIBADGCARihggEUAgEDoIGXoYGUMAkG
        ByqGSM49AgEDgYYABADN+uluivcbg5Loz86RTyKxq2VOhE7CGMh/IKc/sVCfEIX5
        z4yp+ujRIqCG5VtO+CtTDV1SF9X8PbgowIqMj0nzPQF39fHCisMNeXdiaQELIbNL
        sUTvfz1tcQfsatcxPjbvg1J82yo7dcxROlbO9h5G+ZUFjpF71HlTYKqw1V7uzfA+
        aDAVBgYrgQQBCwEwCwYJYIZIAWUDBAEtMF4wXDAwMBgxFjAUBgNVBAMMDUV4YW1w
        bGUgQ291cnQCFEcw7/nUTOfahdcpdX+1PBPMnYu1BChoyaGDU5qWeyHWhLa6iiqv
        dJjE6RfgN14nMPT/Sjum3QKQubdDBg5PMDQGCSqGSIb3DQEHATAeBglghkgBZQME
        AS4wEQQMdVepRsW2Ud9DbQzqAgEQgAcpip3sIZ2RBBAZ5+sxHkYHfcIniU5lGp9d
        """),
  ]
}

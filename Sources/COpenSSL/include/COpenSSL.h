// The one thing that Packaging asks of OpenSSL: an envelope to a certificate, and what the certificate says of itself.
#ifndef AMANAT_COPENSSL_H
#define AMANAT_COPENSSL_H

#include <stddef.h>
#include <stdint.h>

/// What a PEM certificate says: the SHA-256 of its DER form, its validity, in seconds since 1970, and its key's strength
/// in bits (NIST SP 800-57: 112 for RSA with 2048).
typedef struct {
  uint8_t sha256[32];
  int64_t not_before;
  int64_t not_after;
  int32_t security_bits;
} amanat_certificate;

/// Reads a PEM certificate. Answers 0, or -1 where it is not one.
int amanat_certificate_read(const uint8_t *pem, size_t length, amanat_certificate *out);

/// Encrypts bytes to a certificate as CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM, DER. RSA keys are used with
/// OAEP and SHA-256 (RFC 3560), EC keys by key agreement. Answers 0 and an OpenSSL-owned buffer that
/// amanat_release frees, or the step that failed as a negative number.
int amanat_cms_seal(const uint8_t *pem, size_t pem_length, const uint8_t *bytes, size_t length, uint8_t **out,
                    size_t *out_length);

void amanat_release(uint8_t *buffer);

#endif

// The functions of OpenSSL that Packaging uses: reading a certificate, and encrypting an envelope for it.
#ifndef AMANAT_COPENSSL_H
#define AMANAT_COPENSSL_H

#include <stddef.h>
#include <stdint.h>

/// The data of a PEM certificate: the SHA-256 of its DER form, its validity in seconds since 1970, and the strength of
/// its key in bits (NIST SP 800-57: 112 for RSA with 2048 bits).
typedef struct {
  uint8_t sha256[32];
  int64_t not_before;
  int64_t not_after;
  int32_t security_bits;
} amanat_certificate;

/// The step at which making an envelope failed, or AMANAT_CMS_DONE.
typedef enum {
  AMANAT_CMS_DONE = 0,
  AMANAT_CMS_CERTIFICATE,
  AMANAT_CMS_PREPARATION,
  AMANAT_CMS_RECIPIENT,
  AMANAT_CMS_CONTENT,
  AMANAT_CMS_ENCODING,
  AMANAT_CMS_MEMORY,
} amanat_cms_step;

/// Reads a PEM certificate. Returns 0, or -1 if the bytes are not a PEM certificate.
int amanat_certificate_read(const uint8_t *pem, size_t length, amanat_certificate *out);

/// Encrypts bytes to a certificate as CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM, DER. RSA keys are used with
/// OAEP and SHA-256 (RFC 3560), EC keys by key agreement. Returns AMANAT_CMS_DONE and a buffer that the caller frees
/// with amanat_release, or the step that failed.
amanat_cms_step amanat_cms_seal(const uint8_t *pem, size_t pem_length, const uint8_t *bytes, size_t length,
                                uint8_t **out, size_t *out_length);

/// Frees a buffer that amanat_cms_seal returned.
void amanat_release(uint8_t *buffer);

#endif

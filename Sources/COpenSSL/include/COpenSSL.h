// What Packaging does with OpenSSL: it reads a certificate, and encrypts an envelope for its holder.
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

enum {
  /// The length of the seed of an envelope.
  AMANAT_SEED_LENGTH = 48,
  /// The length of the key of a case.
  AMANAT_CASE_KEY_LENGTH = 32,
  /// The length of the tail, which follows the encrypted content.
  AMANAT_ENVELOPE_TAIL_LENGTH = 18,
};

/// An envelope that is being written: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM, DER (envelope.c). It is the
/// head, then the encrypted content, which has the length of the content, then the tail. Equal inputs give equal
/// octets.
typedef struct amanat_envelope amanat_envelope;

/// Begins an envelope for the holder of a certificate. RSA keys are used with OAEP and SHA-256 (RFC 3560), EC keys by
/// key agreement (RFC 5753). derivation.c specifies the secrets. The content's SHA-256 and length are given here,
/// because the secrets and the head depend on them.
///
/// Returns AMANAT_CMS_DONE and an envelope that the caller frees, or the step that failed.
amanat_cms_step amanat_envelope_begin(const uint8_t *pem, size_t pem_length, const uint8_t *seed,
                                      const uint8_t *case_key, const uint8_t *content_sha256, size_t content_length,
                                      uint32_t volume, amanat_envelope **out);

/// Returns the octets before the encrypted content. The envelope owns them.
const uint8_t *amanat_envelope_head(const amanat_envelope *envelope, size_t *length);

/// Encrypts the next piece of the content, into as many octets. Returns AMANAT_CMS_CONTENT if the content is longer
/// than the length that was given at the beginning.
amanat_cms_step amanat_envelope_feed(amanat_envelope *envelope, const uint8_t *content, size_t length, uint8_t *out);

/// Writes the tail, once. Returns AMANAT_CMS_CONTENT if the content that was fed does not have the length and SHA-256
/// that were given at the beginning. Then the octets that were made before must be destroyed: two contents that are
/// encrypted with one key and one nonce reveal each other.
amanat_cms_step amanat_envelope_finish(amanat_envelope *envelope, uint8_t *tail);

/// Frees an envelope, finished or not, and cleanses its secrets.
void amanat_envelope_free(amanat_envelope *envelope);

#endif

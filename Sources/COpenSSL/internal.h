// What the sources of COpenSSL share. No other room sees it.
#ifndef AMANAT_COPENSSL_INTERNAL_H
#define AMANAT_COPENSSL_INTERNAL_H

#include <openssl/x509.h>
#include <stddef.h>
#include <stdint.h>

#include "COpenSSL.h"

enum {
  AMANAT_SHA256_LENGTH = 32,
  AMANAT_CONTENT_KEY_LENGTH = 32,
  AMANAT_NONCE_LENGTH = 12,
  AMANAT_TAG_LENGTH = 16,
  AMANAT_OAEP_SEED_LENGTH = AMANAT_SHA256_LENGTH,
};

// certificate.c

/// Reads a PEM certificate, or returns NULL.
X509 *amanat_read_certificate(const uint8_t *pem, size_t length);

// derivation.c

/// The inputs from which the secrets of an envelope are derived.
typedef struct {
  const uint8_t *seed;
  const uint8_t *case_key;
  uint8_t certificate_sha256[AMANAT_SHA256_LENGTH];
  uint8_t content_sha256[AMANAT_SHA256_LENGTH];
  uint32_t volume;
} amanat_derivation;

/// Derives the secret that has a label. Returns 1, or 0 if OpenSSL fails.
int amanat_derive(const amanat_derivation *derivation, const char *label, uint8_t *out, size_t length);

// der.c

/// A DER encoding that grows. After a failure every later write is ignored.
typedef struct {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
  int failed;
} amanat_der;

/// Appends bytes that are DER already.
void amanat_der_append(amanat_der *der, const uint8_t *bytes, size_t length);

/// Appends an identifier octet and a length; the caller writes the contents.
void amanat_der_header(amanat_der *der, uint8_t tag, size_t length);

/// Appends a whole primitive value.
void amanat_der_value(amanat_der *der, uint8_t tag, const uint8_t *bytes, size_t length);

/// Begins a constructed value, and returns the place to give to amanat_der_close.
size_t amanat_der_open(amanat_der *der, uint8_t tag);

/// Ends a constructed value: inserts its length, to which are added the octets that follow this encoding.
void amanat_der_close(amanat_der *der, size_t place, size_t following);

/// Frees the bytes.
void amanat_der_free(amanat_der *der);

// recipient.c

/// Appends the RecipientInfo (RFC 5652, section 6.2) that gives the content key to the holder of a certificate. Returns
/// 1, or 0 if the key cannot receive one or OpenSSL fails.
int amanat_recipient(amanat_der *der, X509 *certificate, const amanat_derivation *derivation,
                     const uint8_t content_key[AMANAT_CONTENT_KEY_LENGTH]);

#endif

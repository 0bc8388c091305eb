// Reads certificates in PEM form.
#include <limits.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <time.h>

#include "internal.h"

// OpenSSL asks the terminal for a passphrase if a PEM header says "encrypted". A certificate needs none.
static int no_password(char *buffer, int size, int is_writing, void *data) { return -1; }

X509 *amanat_read_certificate(const uint8_t *pem, size_t length) {
  if (length > INT_MAX) return NULL;
  BIO *source = BIO_new_mem_buf(pem, (int)length);
  if (!source) return NULL;
  X509 *certificate = PEM_read_bio_X509(source, NULL, no_password, NULL);
  BIO_free(source);
  return certificate;
}

static int seconds(const ASN1_TIME *value, int64_t *out) {
  struct tm parts;
  if (!ASN1_TIME_to_tm(value, &parts)) return 0;
  *out = (int64_t)timegm(&parts);
  return 1;
}

int amanat_certificate_read(const uint8_t *pem, size_t length, amanat_certificate *out) {
  X509 *certificate = amanat_read_certificate(pem, length);
  if (!certificate) return -1;
  unsigned int written = 0;
  int fine = X509_digest(certificate, EVP_sha256(), out->sha256, &written) && written == 32 &&
             seconds(X509_get0_notBefore(certificate), &out->not_before) &&
             seconds(X509_get0_notAfter(certificate), &out->not_after);
  EVP_PKEY *key = X509_get0_pubkey(certificate);
  out->security_bits = key ? EVP_PKEY_security_bits(key) : 0;
  X509_free(certificate);
  return fine ? 0 : -1;
}

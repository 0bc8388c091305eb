#include "COpenSSL.h"

#include <limits.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <string.h>
#include <time.h>

// OpenSSL asks the terminal for a passphrase if a PEM header says "encrypted". A certificate needs none.
static int no_password(char *buffer, int size, int is_writing, void *data) { return -1; }

static X509 *read_certificate(const uint8_t *pem, size_t length) {
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
  X509 *certificate = read_certificate(pem, length);
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

amanat_cms_step amanat_cms_seal(const uint8_t *pem, size_t pem_length, const uint8_t *bytes, size_t length,
                                uint8_t **out, size_t *out_length) {
  amanat_cms_step step = AMANAT_CMS_CERTIFICATE;
  X509 *certificate = read_certificate(pem, pem_length);
  BIO *plain = NULL, *sealed = NULL;
  CMS_ContentInfo *cms = NULL;
  const unsigned int flags = CMS_BINARY | CMS_PARTIAL;
  *out = NULL;
  *out_length = 0;
  if (!certificate || length > INT_MAX) goto done;
  step = AMANAT_CMS_PREPARATION;
  plain = BIO_new_mem_buf(bytes, (int)length);
  sealed = BIO_new(BIO_s_mem());
  cms = CMS_encrypt(NULL, NULL, EVP_aes_256_gcm(), flags);
  if (!plain || !sealed || !cms) goto done;
  step = AMANAT_CMS_RECIPIENT;
  CMS_RecipientInfo *recipient = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
  if (!recipient) goto done;
  if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS) {
    EVP_PKEY_CTX *key = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    // The default is the padding of PKCS #1 v1.5, which allows padding oracle attacks. OAEP prevents them.
    if (!key || EVP_PKEY_CTX_set_rsa_padding(key, RSA_PKCS1_OAEP_PADDING) <= 0 ||
        EVP_PKEY_CTX_set_rsa_oaep_md(key, EVP_sha256()) <= 0)
      goto done;
  } else if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_AGREE) {
    EVP_PKEY_CTX *key = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    // The default is SHA-1.
    if (!key || EVP_PKEY_CTX_set_ecdh_kdf_md(key, EVP_sha256()) <= 0) goto done;
  }
  step = AMANAT_CMS_CONTENT;
  if (!CMS_final(cms, plain, NULL, flags)) goto done;
  step = AMANAT_CMS_ENCODING;
  if (!i2d_CMS_bio(sealed, cms)) goto done;
  char *data = NULL;
  long size = BIO_get_mem_data(sealed, &data);
  step = AMANAT_CMS_MEMORY;
  if (size <= 0 || !(*out = OPENSSL_malloc((size_t)size))) goto done;
  memcpy(*out, data, (size_t)size);
  *out_length = (size_t)size;
  step = AMANAT_CMS_DONE;
done:
  CMS_ContentInfo_free(cms);
  BIO_free(sealed);
  BIO_free(plain);
  X509_free(certificate);
  return step;
}

void amanat_release(uint8_t *buffer) { OPENSSL_free(buffer); }

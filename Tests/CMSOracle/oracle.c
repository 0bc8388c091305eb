#include "CMSOracle.h"

#include <limits.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/obj_mac.h>
#include <openssl/objects.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <string.h>

// Octets that OpenSSL may ask for after the secrets, for example to blind a point. They do not change the result.
enum { SPARE = 4096 };

typedef struct {
  const uint8_t *seed, *case_key;
  uint8_t binding[32 + 32 + 4];
} inputs;

// HKDF-SHA-256 (RFC 5869) over HMAC.
static int hkdf(const inputs *from, const char *label, uint8_t *out, size_t length) {
  uint8_t key[32], block[32], message[32 + 128 + 1];
  unsigned int size = 0;
  if (!HMAC(EVP_sha256(), from->seed, 48, from->case_key, 32, key, &size) || size != 32) return 0;
  size_t previous = 0, name = strlen(label) + 1;
  for (uint8_t number = 1; length > 0; number++) {
    memcpy(message, block, previous);
    memcpy(message + previous, label, name);
    memcpy(message + previous + name, from->binding, sizeof(from->binding));
    message[previous + name + sizeof(from->binding)] = number;
    if (!HMAC(EVP_sha256(), key, 32, message, previous + name + sizeof(from->binding) + 1, block, &size)) return 0;
    size_t part = length < 32 ? length : 32;
    memcpy(out, block, part);
    out += part;
    length -= part;
    previous = 32;
  }
  return 1;
}

// Feeds octets, followed by spare ones, to a generator.
static int feed(EVP_RAND_CTX *generator, const uint8_t *octets, size_t length) {
  uint8_t buffer[256 + SPARE];
  if (!generator || length > 256) return 0;
  memset(buffer, 0x5A, sizeof(buffer));
  memcpy(buffer, octets, length);
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_octet_string(OSSL_RAND_PARAM_TEST_ENTROPY, buffer, length + SPARE),
      OSSL_PARAM_construct_end(),
  };
  return EVP_RAND_CTX_set_params(generator, parameters);
}

// Replaces the generators of a library context by generators that give the octets that are fed to them.
static int instantiate(OSSL_LIB_CTX *library) {
  unsigned int strength = 256;
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_uint(OSSL_RAND_PARAM_STRENGTH, &strength),
      OSSL_PARAM_construct_end(),
  };
  if (!RAND_set_DRBG_type(library, "TEST-RAND", NULL, NULL, NULL)) return 0;
  EVP_RAND_CTX *generators[] = {RAND_get0_private(library), RAND_get0_public(library)};
  for (int place = 0; place < 2; place++)
    if (!generators[place] || !EVP_RAND_CTX_set_params(generators[place], parameters)) return 0;
  return 1;
}

// Derives the ephemeral scalar, as many octets as the order has: OpenSSL draws it in this form.
static int scalar(const inputs *from, EVP_PKEY *key, uint8_t *out, size_t *length) {
  char name[64];
  uint8_t wide[128];
  EC_GROUP *group = NULL;
  BIGNUM *bound = NULL, *value = NULL;
  BN_CTX *numbers = BN_CTX_new();
  int fine = EVP_PKEY_get_group_name(key, name, sizeof(name), NULL) &&
             (group = EC_GROUP_new_by_curve_name(OBJ_sn2nid(name))) && (bound = BN_dup(EC_GROUP_get0_order(group)));
  if (fine) {
    *length = (size_t)BN_num_bytes(bound);
    fine = hkdf(from, "amanat-envelope-1 ephemeral scalar", wide, *length + 16) && BN_sub_word(bound, 1) &&
           (value = BN_bin2bn(wide, (int)*length + 16, NULL)) && BN_nnmod(value, value, bound, numbers) &&
           BN_add_word(value, 1) && BN_bn2binpad(value, out, (int)*length) > 0;
  }
  BN_free(value);
  BN_free(bound);
  EC_GROUP_free(group);
  BN_CTX_free(numbers);
  return fine;
}

// Adds a recipient, with SHA-256 in place of the defaults.
static CMS_RecipientInfo *add(CMS_ContentInfo *cms, X509 *certificate) {
  CMS_RecipientInfo *recipient = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
  EVP_PKEY_CTX *key = recipient ? CMS_RecipientInfo_get0_pkey_ctx(recipient) : NULL;
  if (!key) return NULL;
  int fine = CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS
                 ? EVP_PKEY_CTX_set_rsa_padding(key, RSA_PKCS1_OAEP_PADDING) > 0 &&
                       EVP_PKEY_CTX_set_rsa_oaep_md(key, EVP_sha256()) > 0
                 : EVP_PKEY_CTX_set_ecdh_kdf_md(key, EVP_sha256()) > 0;
  return fine ? recipient : NULL;
}

// The digest of the certificate is put into the inputs here.
static uint8_t *seal(OSSL_LIB_CTX *library, inputs *from, const uint8_t *pem, size_t pem_length,
                     const uint8_t *content, size_t length, size_t *out_length) {
  const unsigned int flags = CMS_BINARY | CMS_PARTIAL;
  uint8_t *out = NULL, *data = NULL, secret[128];
  size_t secret_length = 0;
  BIO *source = BIO_new_mem_buf(pem, (int)pem_length), *plain = BIO_new_mem_buf(content, (int)length),
      *sealed = BIO_new(BIO_s_mem());
  X509 *certificate = X509_new_ex(library, NULL);
  CMS_ContentInfo *cms = CMS_encrypt_ex(NULL, NULL, EVP_aes_256_gcm(), flags, library, NULL);
  if (!source || !plain || !sealed || !cms || !PEM_read_bio_X509(source, &certificate, NULL, NULL)) goto done;
  if (!X509_digest(certificate, EVP_sha256(), from->binding, NULL)) goto done;
  EVP_PKEY *key = X509_get0_pubkey(certificate);
  EVP_RAND_CTX *public_numbers = RAND_get0_public(library), *private_numbers = RAND_get0_private(library);
  // CMS_add1_recipient_cert draws the ephemeral key.
  if (EVP_PKEY_is_a(key, "EC") &&
      (!scalar(from, key, secret, &secret_length) || !feed(private_numbers, secret, secret_length)))
    goto done;
  if (!add(cms, certificate)) goto done;
  // CMS_final draws the content key from the private generator, the nonce and then the OAEP seed from the public one.
  if (!hkdf(from, "amanat-envelope-1 content key", secret, 32) || !feed(private_numbers, secret, 32) ||
      !hkdf(from, "amanat-envelope-1 nonce", secret, 12) ||
      !hkdf(from, "amanat-envelope-1 oaep seed", secret + 12, 32) || !feed(public_numbers, secret, 12 + 32))
    goto done;
  if (!CMS_final(cms, plain, NULL, flags) || !i2d_CMS_bio(sealed, cms)) goto done;
  long size = BIO_get_mem_data(sealed, &data);
  if (size <= 0 || !(out = OPENSSL_malloc((size_t)size))) goto done;
  memcpy(out, data, (size_t)size);
  *out_length = (size_t)size;
done:
  CMS_ContentInfo_free(cms);
  X509_free(certificate);
  BIO_free(sealed);
  BIO_free(plain);
  BIO_free(source);
  return out;
}

uint8_t *cms_oracle_seal(const uint8_t *pem, size_t pem_length, const uint8_t *content, size_t length,
                         const uint8_t *seed, const uint8_t *case_key, uint32_t volume, size_t *out_length) {
  uint8_t *out = NULL;
  inputs from = {.seed = seed, .case_key = case_key};
  if (pem_length > INT_MAX || length > INT_MAX) return NULL;
  if (!EVP_Digest(content, length, from.binding + 32, NULL, EVP_sha256(), NULL)) return NULL;
  for (int place = 0; place < 4; place++) from.binding[64 + place] = (uint8_t)(volume >> (24 - 8 * place));
  OSSL_LIB_CTX *library = OSSL_LIB_CTX_new();
  if (library && instantiate(library)) out = seal(library, &from, pem, pem_length, content, length, out_length);
  OSSL_LIB_CTX_free(library);
  return out;
}

void cms_oracle_release(uint8_t *buffer) { OPENSSL_free(buffer); }

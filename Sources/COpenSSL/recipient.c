// The two kinds of RecipientInfo (RFC 5652, section 6.2): key transport for RSA, key agreement for elliptic curves.
//
// The constants are DER. Their octets are those of OpenSSL's CMS_encrypt, so an envelope equals one that OpenSSL makes
// with the same secrets.
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "internal.h"

enum {
  // The strength that NIST SP 800-57 asks for: RSA with 2048 bits.
  LEAST_SECURITY_BITS = 112,
  // RFC 3394: eight octets more than the key.
  WRAPPED_KEY_LENGTH = AMANAT_CONTENT_KEY_LENGTH + 8,
  MOST_SCALAR_LENGTH = 66,
  SURPLUS_LENGTH = 16,
  MOST_POINT_LENGTH = 1 + 2 * MOST_SCALAR_LENGTH,
};

// Appends IssuerAndSerialNumber (RFC 5652, section 10.2.4), in the encoding of the certificate.
static int issuer_and_serial(amanat_der *der, X509 *certificate) {
  uint8_t *issuer = NULL, *serial = NULL;
  int issuer_length = i2d_X509_NAME(X509_get_issuer_name(certificate), &issuer);
  int serial_length = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &serial);
  int fine = issuer && issuer_length > 0 && serial && serial_length > 0;
  if (fine) {
    size_t both = amanat_der_open(der, 0x30);
    amanat_der_append(der, issuer, (size_t)issuer_length);
    amanat_der_append(der, serial, (size_t)serial_length);
    amanat_der_close(der, both, 0);
  }
  OPENSSL_free(issuer);
  OPENSSL_free(serial);
  return fine;
}

// MARK: RSA

// Replaces octets by their exclusive or with MGF1-SHA-256 of a seed (RFC 8017, appendix B.2.1).
static int mask(uint8_t *octets, size_t length, const uint8_t *seed, size_t seed_length) {
  EVP_MD_CTX *hash = EVP_MD_CTX_new();
  uint8_t block[AMANAT_SHA256_LENGTH];
  int fine = hash != NULL;
  for (size_t start = 0; fine && start < length; start += sizeof(block)) {
    uint32_t number = (uint32_t)(start / sizeof(block));
    const uint8_t counter[4] = {(uint8_t)(number >> 24), (uint8_t)(number >> 16), (uint8_t)(number >> 8),
                                (uint8_t)number};
    unsigned int written = 0;
    fine = EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1 && EVP_DigestUpdate(hash, seed, seed_length) == 1 &&
           EVP_DigestUpdate(hash, counter, sizeof(counter)) == 1 && EVP_DigestFinal_ex(hash, block, &written) == 1 &&
           written == sizeof(block);
    for (size_t place = 0; fine && place < sizeof(block) && start + place < length; place++)
      octets[start + place] ^= block[place];
  }
  OPENSSL_cleanse(block, sizeof(block));
  EVP_MD_CTX_free(hash);
  return fine;
}

// EME-OAEP encoding with SHA-256 and an empty label (RFC 8017, section 7.1.1, step 2) into `length` octets:
//
//     0x00 || masked seed, 32 octets || masked (lHash || 0x00 … || 0x01 || message)
static int oaep_encode(const uint8_t message[AMANAT_CONTENT_KEY_LENGTH], const uint8_t seed[AMANAT_OAEP_SEED_LENGTH],
                       uint8_t *encoded, size_t length) {
  if (length < 2 * AMANAT_SHA256_LENGTH + 2 + AMANAT_CONTENT_KEY_LENGTH) return 0;
  uint8_t *masked_seed = encoded + 1, *block = masked_seed + AMANAT_OAEP_SEED_LENGTH;
  size_t block_length = length - 1 - AMANAT_OAEP_SEED_LENGTH;
  uint8_t *key = encoded + length - AMANAT_CONTENT_KEY_LENGTH;
  unsigned int written = 0;
  memset(encoded, 0, length);
  memcpy(masked_seed, seed, AMANAT_OAEP_SEED_LENGTH);
  memcpy(key, message, AMANAT_CONTENT_KEY_LENGTH);
  key[-1] = 0x01;
  return EVP_Digest("", 0, block, &written, EVP_sha256(), NULL) == 1 && written == AMANAT_SHA256_LENGTH &&
         mask(block, block_length, seed, AMANAT_OAEP_SEED_LENGTH) &&
         mask(masked_seed, AMANAT_OAEP_SEED_LENGTH, block, block_length);
}

// Encrypts an encoded message (RFC 8017, section 5.1.1).
static int rsa_encrypt(EVP_PKEY *key, const uint8_t *encoded, uint8_t *encrypted, size_t length) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
  size_t written = length;
  int fine = context && EVP_PKEY_encrypt_init(context) == 1 &&
             EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING) == 1 &&
             EVP_PKEY_encrypt(context, encrypted, &written, encoded, length) == 1 && written == length;
  EVP_PKEY_CTX_free(context);
  return fine;
}

// Says whether the public exponent is odd and larger than 1, as RFC 8017, section 3.1 requires. With the exponent 1 the
// encrypted key would be the padded key itself.
static int has_sound_exponent(EVP_PKEY *key) {
  BIGNUM *exponent = NULL;
  int fine = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) == 1 && BN_is_odd(exponent) &&
             BN_num_bits(exponent) > 1;
  BN_free(exponent);
  return fine;
}

// Appends KeyTransRecipientInfo (RFC 5652, section 6.2.1) with id-RSAES-OAEP (RFC 4055, section 4.1; RFC 3560).
static int transport(amanat_der *der, X509 *certificate, EVP_PKEY *key, const amanat_derivation *derivation,
                     const uint8_t content_key[AMANAT_CONTENT_KEY_LENGTH]) {
  // SEQUENCE { id-RSAES-OAEP, SEQUENCE { [0] { SEQUENCE { id-sha256 } },
  //                                      [1] { SEQUENCE { id-mgf1, SEQUENCE { id-sha256 } } } } }
  static const uint8_t algorithm[] = {
      0x30, 0x38, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x07, 0x30, 0x2B,
      0xA0, 0x0D, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
      0xA1, 0x1A, 0x30, 0x18, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x08,
      0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
  };
  static const uint8_t version[] = {0};
  int size = EVP_PKEY_get_size(key);
  if (size <= 0 || !has_sound_exponent(key)) return 0;
  size_t length = (size_t)size;
  uint8_t seed[AMANAT_OAEP_SEED_LENGTH] = {0};
  uint8_t *encoded = OPENSSL_malloc(length), *encrypted = OPENSSL_malloc(length);
  int fine = encoded && encrypted &&
             amanat_derive(derivation, "amanat-envelope-1 oaep seed", seed, sizeof(seed)) &&
             oaep_encode(content_key, seed, encoded, length) && rsa_encrypt(key, encoded, encrypted, length);
  if (fine) {
    size_t info = amanat_der_open(der, 0x30);
    amanat_der_value(der, 0x02, version, sizeof(version));
    fine = issuer_and_serial(der, certificate);
    amanat_der_append(der, algorithm, sizeof(algorithm));
    amanat_der_value(der, 0x04, encrypted, length);
    amanat_der_close(der, info, 0);
  }
  OPENSSL_cleanse(seed, sizeof(seed));
  OPENSSL_clear_free(encoded, length);
  OPENSSL_free(encrypted);
  return fine;
}

// MARK: Elliptic curves

// Returns the named curve of a key if it has a prime field, the cofactor 1 and an order that fits, or NULL. On such a
// curve every point except infinity is a valid public key.
static EC_GROUP *curve(EVP_PKEY *key) {
  char name[64];
  size_t length = 0;
  if (EVP_PKEY_get_group_name(key, name, sizeof(name), &length) != 1) return NULL;
  EC_GROUP *group = EC_GROUP_new_by_curve_name(OBJ_sn2nid(name));
  if (!group) return NULL;
  const BIGNUM *cofactor = EC_GROUP_get0_cofactor(group);
  int fine = EC_GROUP_get_field_type(group) == NID_X9_62_prime_field && cofactor && BN_is_one(cofactor) &&
             (EC_GROUP_order_bits(group) + 7) / 8 <= MOST_SCALAR_LENGTH &&
             (EC_GROUP_get_degree(group) + 7) / 8 <= MOST_SCALAR_LENGTH;
  if (fine) return group;
  EC_GROUP_free(group);
  return NULL;
}

// Derives the ephemeral scalar, as derivation.c specifies, or returns NULL.
static BIGNUM *ephemeral_scalar(const EC_GROUP *group, const amanat_derivation *derivation, BN_CTX *numbers) {
  uint8_t octets[MOST_SCALAR_LENGTH + SURPLUS_LENGTH] = {0};
  size_t length = (size_t)(EC_GROUP_order_bits(group) + 7) / 8 + SURPLUS_LENGTH;
  BIGNUM *bound = BN_dup(EC_GROUP_get0_order(group)), *wide = NULL, *scalar = BN_secure_new();
  int fine = bound && scalar && BN_sub_word(bound, 1) == 1 &&
             amanat_derive(derivation, "amanat-envelope-1 ephemeral scalar", octets, length) &&
             (wide = BN_bin2bn(octets, (int)length, NULL));
  if (fine) {
    BN_set_flags(wide, BN_FLG_CONSTTIME);
    BN_set_flags(scalar, BN_FLG_CONSTTIME);
    fine = BN_mod(scalar, wide, bound, numbers) == 1 && BN_add_word(scalar, 1) == 1;
  }
  OPENSSL_cleanse(octets, sizeof(octets));
  BN_clear_free(wide);
  BN_free(bound);
  if (fine) return scalar;
  BN_clear_free(scalar);
  return NULL;
}

// Computes the ephemeral public key, uncompressed (SEC 1, section 2.3.3), and the shared secret, the x-coordinate of
// the standard Diffie-Hellman primitive (SEC 1, section 3.3.1). The length of each is returned in place.
static int agree(const EC_GROUP *group, EVP_PKEY *key, const BIGNUM *scalar, BN_CTX *numbers, uint8_t *point,
                 size_t *point_length, uint8_t *secret, size_t *secret_length) {
  uint8_t *theirs = NULL;
  size_t theirs_length = EVP_PKEY_get1_encoded_public_key(key, &theirs);
  size_t field = (size_t)(EC_GROUP_get_degree(group) + 7) / 8;
  EC_POINT *peer = EC_POINT_new(group), *ours = EC_POINT_new(group), *shared = EC_POINT_new(group);
  BIGNUM *x = BN_secure_new();
  // EC_POINT_oct2point refuses a point that is not on the curve.
  int fine = peer && ours && shared && x && theirs_length > 0 &&
             EC_POINT_oct2point(group, peer, theirs, theirs_length, numbers) == 1 &&
             EC_POINT_is_at_infinity(group, peer) == 0 &&
             EC_POINT_mul(group, ours, scalar, NULL, NULL, numbers) == 1 &&
             EC_POINT_mul(group, shared, NULL, peer, scalar, numbers) == 1 &&
             EC_POINT_is_at_infinity(group, shared) == 0 &&
             EC_POINT_get_affine_coordinates(group, shared, x, NULL, numbers) == 1 &&
             BN_bn2binpad(x, secret, (int)field) == (int)field;
  if (fine) {
    *secret_length = field;
    *point_length =
        EC_POINT_point2oct(group, ours, POINT_CONVERSION_UNCOMPRESSED, point, MOST_POINT_LENGTH, numbers);
    fine = *point_length == 1 + 2 * field;
  }
  BN_clear_free(x);
  EC_POINT_clear_free(shared);
  EC_POINT_free(ours);
  EC_POINT_free(peer);
  OPENSSL_free(theirs);
  return fine;
}

// Derives the key-encryption key: the X9.63 KDF with SHA-256 (SEC 1, section 3.6.1). 32 octets need one hash, of the
// shared secret, the counter 1 and the shared info.
static int x963(const uint8_t *secret, size_t length, uint8_t out[AMANAT_SHA256_LENGTH]) {
  static const uint8_t counter[] = {0, 0, 0, 1};
  // ECC-CMS-SharedInfo (RFC 5753, section 7.2): SEQUENCE { SEQUENCE { id-aes256-wrap }, [2] { OCTET STRING 256 } }
  static const uint8_t info[] = {
      0x30, 0x15, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03,
      0x04, 0x01, 0x2D, 0xA2, 0x06, 0x04, 0x04, 0x00, 0x00, 0x01, 0x00,
  };
  EVP_MD_CTX *hash = EVP_MD_CTX_new();
  unsigned int written = 0;
  int fine = hash && EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1 && EVP_DigestUpdate(hash, secret, length) == 1 &&
             EVP_DigestUpdate(hash, counter, sizeof(counter)) == 1 && EVP_DigestUpdate(hash, info, sizeof(info)) == 1 &&
             EVP_DigestFinal_ex(hash, out, &written) == 1 && written == AMANAT_SHA256_LENGTH;
  EVP_MD_CTX_free(hash);
  return fine;
}

// Encrypts the content key with AES-256 key wrap (RFC 3394).
static int wrap(const uint8_t key[AMANAT_SHA256_LENGTH], const uint8_t content_key[AMANAT_CONTENT_KEY_LENGTH],
                uint8_t out[WRAPPED_KEY_LENGTH]) {
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  int written = 0, rest = 0;
  if (cipher) EVP_CIPHER_CTX_set_flags(cipher, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  int fine = cipher && EVP_EncryptInit_ex(cipher, EVP_aes_256_wrap(), NULL, key, NULL) == 1 &&
             EVP_EncryptUpdate(cipher, out, &written, content_key, AMANAT_CONTENT_KEY_LENGTH) == 1 &&
             written == WRAPPED_KEY_LENGTH && EVP_EncryptFinal_ex(cipher, out + written, &rest) == 1 && rest == 0;
  EVP_CIPHER_CTX_free(cipher);
  return fine;
}

// Appends KeyAgreeRecipientInfo (RFC 5652, section 6.2.2; RFC 5753, section 3.1.1).
static int agreement_info(amanat_der *der, X509 *certificate, const uint8_t *point, size_t point_length,
                          const uint8_t wrapped[WRAPPED_KEY_LENGTH]) {
  // SEQUENCE { id-ecPublicKey }
  static const uint8_t ec_key[] = {0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
  // SEQUENCE { dhSinglePass-stdDH-sha256kdf-scheme, SEQUENCE { id-aes256-wrap } }
  static const uint8_t algorithm[] = {
      0x30, 0x15, 0x06, 0x06, 0x2B, 0x81, 0x04, 0x01, 0x0B, 0x01, 0x30, 0x0B,
      0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2D,
  };
  static const uint8_t version[] = {3}, no_unused_bits[] = {0};
  size_t info = amanat_der_open(der, 0xA1);
  amanat_der_value(der, 0x02, version, sizeof(version));
  size_t originator = amanat_der_open(der, 0xA0);
  size_t originator_key = amanat_der_open(der, 0xA1);
  amanat_der_append(der, ec_key, sizeof(ec_key));
  size_t bits = amanat_der_open(der, 0x03);
  amanat_der_append(der, no_unused_bits, sizeof(no_unused_bits));
  amanat_der_append(der, point, point_length);
  amanat_der_close(der, bits, 0);
  amanat_der_close(der, originator_key, 0);
  amanat_der_close(der, originator, 0);
  amanat_der_append(der, algorithm, sizeof(algorithm));
  size_t keys = amanat_der_open(der, 0x30), key = amanat_der_open(der, 0x30);
  int fine = issuer_and_serial(der, certificate);
  amanat_der_value(der, 0x04, wrapped, WRAPPED_KEY_LENGTH);
  amanat_der_close(der, key, 0);
  amanat_der_close(der, keys, 0);
  amanat_der_close(der, info, 0);
  return fine;
}

// Agrees on a key with the holder of the certificate, and appends the content key under it.
static int agreement(amanat_der *der, X509 *certificate, EVP_PKEY *key, const amanat_derivation *derivation,
                     const uint8_t content_key[AMANAT_CONTENT_KEY_LENGTH]) {
  EC_GROUP *group = curve(key);
  BN_CTX *numbers = BN_CTX_secure_new();
  BIGNUM *scalar = group && numbers ? ephemeral_scalar(group, derivation, numbers) : NULL;
  uint8_t point[MOST_POINT_LENGTH], wrapped[WRAPPED_KEY_LENGTH];
  uint8_t secret[MOST_SCALAR_LENGTH] = {0}, wrapping[AMANAT_SHA256_LENGTH] = {0};
  size_t point_length = 0, secret_length = 0;
  int fine = scalar && agree(group, key, scalar, numbers, point, &point_length, secret, &secret_length) &&
             x963(secret, secret_length, wrapping) && wrap(wrapping, content_key, wrapped) &&
             agreement_info(der, certificate, point, point_length, wrapped);
  OPENSSL_cleanse(secret, sizeof(secret));
  OPENSSL_cleanse(wrapping, sizeof(wrapping));
  BN_clear_free(scalar);
  BN_CTX_free(numbers);
  EC_GROUP_free(group);
  return fine;
}

// MARK: Both

// Says whether the certificate allows a use of its key (RFC 5280, section 4.2.1.3). Without the extension every use is
// allowed.
static int allows(X509 *certificate, uint32_t use) { return (X509_get_key_usage(certificate) & use) != 0; }

int amanat_recipient(amanat_der *der, X509 *certificate, const amanat_derivation *derivation,
                     const uint8_t content_key[AMANAT_CONTENT_KEY_LENGTH]) {
  EVP_PKEY *key = X509_get0_pubkey(certificate);
  if (!key || EVP_PKEY_get_security_bits(key) < LEAST_SECURITY_BITS) return 0;
  // A key that is named RSA-PSS can only sign.
  if (EVP_PKEY_is_a(key, "RSA"))
    return allows(certificate, KU_KEY_ENCIPHERMENT) && transport(der, certificate, key, derivation, content_key);
  if (EVP_PKEY_is_a(key, "EC"))
    return allows(certificate, KU_KEY_AGREEMENT) && agreement(der, certificate, key, derivation, content_key);
  return 0;
}

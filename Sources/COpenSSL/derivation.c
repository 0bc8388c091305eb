// How the secrets of an envelope are derived, `amanat-envelope-1`.
//
// Every secret is HKDF-SHA-256 (RFC 5869) of these inputs:
//
//     salt   the seed of the envelope, 48 random octets
//     IKM    the key of the case, 32 octets
//     info   label || 0x00 || SHA-256(certificate, DER) || SHA-256(content) || volume, 4 octets, the highest first
//     L      the length in octets that the table gives
//
//     label                                L        use
//     amanat-envelope-1 content key        32       the key of AES-256-GCM
//     amanat-envelope-1 nonce              12       the nonce of AES-256-GCM
//     amanat-envelope-1 oaep seed          32       RSA: `seed` of EME-OAEP (RFC 8017, section 7.1.1, step 2d)
//     amanat-envelope-1 ephemeral scalar   n + 16   EC: before the reduction below
//
// A label is ASCII and contains no 0x00. The rest of the info has a fixed length, so no two inputs have the same info.
//
// The ephemeral scalar is d = (x mod (q - 1)) + 1. The octets of the table are x, the highest first. q is the order of
// the curve's base point, and n is the length of q in octets: 32 for P-256, 48 for P-384, 66 for P-521. The 16 octets
// more than n make the bias of d less than 2^-128 (the method of FIPS 186-5, appendix A.2.1).
//
// The seed without the key of the case gives nothing, nor does the key without the seed: HKDF-Extract is HMAC-SHA-256
// with the seed as its key and the key of the case as its message. The content's digest is in the info, so two contents
// never share a key and a nonce.
//
// Example. The seed is the octets 00 to 2F, the key of the case is the octets 80 to 9F, the certificate's digest is 32
// octets AA, the content is empty (its digest begins with E3B0C442), the volume is 1:
//
//     content key   13F55A9A99295EEBDC6C7C76977A163582AC56C73637860F806BA7D405908B77
//     nonce         547AEEF414DB3C4D9B166457
//     oaep seed     B72ABB581FCABBCB1641024451DF0AD640F67CA193FEF55C8BB5BE0FCC5B75D9
//     P-256: x      1FA52A1DE4324E6E0FCCE440A60CF5921594C94DCD5AF10D
//                   A8E0B6BA2BD972FB7FB2CBB76CF0A6C5BEC5B7D57E85CF73
//     P-256: d      C015982296CD99D6C72141CF74C3120C400316F4E7F7C4B2EBAD83D3CE0DE334
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <string.h>

#include "internal.h"

int amanat_derive(const amanat_derivation *derivation, const char *label, uint8_t *out, size_t length) {
  uint8_t info[64 + 2 * AMANAT_SHA256_LENGTH + 4];
  size_t size = strlen(label) + 1;
  if (size > 64) return 0;
  memcpy(info, label, size);
  memcpy(info + size, derivation->certificate_sha256, AMANAT_SHA256_LENGTH);
  size += AMANAT_SHA256_LENGTH;
  memcpy(info + size, derivation->content_sha256, AMANAT_SHA256_LENGTH);
  size += AMANAT_SHA256_LENGTH;
  for (int place = 3; place >= 0; place--) info[size++] = (uint8_t)(derivation->volume >> (8 * place));

  // OpenSSL only reads the octets, although OSSL_PARAM has no const.
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)derivation->seed, AMANAT_SEED_LENGTH),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)derivation->case_key, AMANAT_CASE_KEY_LENGTH),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info, size),
      OSSL_PARAM_construct_end(),
  };
  EVP_KDF *method = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = method ? EVP_KDF_CTX_new(method) : NULL;
  int fine = context && EVP_KDF_derive(context, out, length, parameters) == 1;
  EVP_KDF_CTX_free(context);
  EVP_KDF_free(method);
  if (!fine) OPENSSL_cleanse(out, length);
  return fine;
}

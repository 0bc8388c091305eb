// An envelope: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084) for one recipient, in DER.
//
//     ContentInfo              SEQUENCE { id-ct-authEnvelopedData, [0] EXPLICIT
//       AuthEnvelopedData        SEQUENCE { INTEGER 0,
//         recipientInfos           SET { one RecipientInfo, see recipient.c },
//         EncryptedContentInfo     SEQUENCE { id-data, SEQUENCE { id-aes256-GCM, SEQUENCE { nonce, INTEGER 16 } },
//                                             [0] IMPLICIT encrypted content, primitive },
//         mac                      OCTET STRING, the tag } }
//
// There are no attributes, so the additional data of AES-256-GCM is empty (RFC 5083, section 2.2). Every secret is
// derived from the inputs (derivation.c), so equal inputs give equal octets.
#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string.h>

#include "internal.h"

struct amanat_envelope {
  EVP_CIPHER_CTX *cipher;
  EVP_MD_CTX *digest;
  uint8_t content_sha256[AMANAT_SHA256_LENGTH];
  // The octets of content that were not fed yet.
  size_t left;
  // The DER before the encrypted content.
  amanat_der head;
};

// The tag with its two octets of DER.
_Static_assert(AMANAT_ENVELOPE_TAIL_LENGTH == 2 + AMANAT_TAG_LENGTH, "the tail is a tag as an OCTET STRING");

static int start_content(amanat_envelope *envelope, const uint8_t key[AMANAT_CONTENT_KEY_LENGTH],
                         const uint8_t nonce[AMANAT_NONCE_LENGTH]) {
  envelope->cipher = EVP_CIPHER_CTX_new();
  envelope->digest = EVP_MD_CTX_new();
  return envelope->cipher && envelope->digest &&
         EVP_EncryptInit_ex(envelope->cipher, EVP_aes_256_gcm(), NULL, key, NULL) == 1 &&
         EVP_CIPHER_CTX_ctrl(envelope->cipher, EVP_CTRL_AEAD_SET_IVLEN, AMANAT_NONCE_LENGTH, NULL) == 1 &&
         EVP_EncryptInit_ex(envelope->cipher, NULL, NULL, NULL, nonce) == 1 &&
         EVP_DigestInit_ex(envelope->digest, EVP_sha256(), NULL) == 1;
}

// Writes the head. The lengths count the content and the tail, which follow it.
static amanat_cms_step write_head(amanat_der *head, X509 *certificate, const amanat_derivation *derivation,
                                  const uint8_t key[AMANAT_CONTENT_KEY_LENGTH],
                                  const uint8_t nonce[AMANAT_NONCE_LENGTH], size_t content_length) {
  static const uint8_t auth_enveloped_data[] = {0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7,
                                                0x0D, 0x01, 0x09, 0x10, 0x01, 0x17};
  static const uint8_t data[] = {0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01};
  static const uint8_t aes_256_gcm[] = {0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2E};
  static const uint8_t version[] = {0}, tag_length[] = {AMANAT_TAG_LENGTH};
  const size_t following = content_length + AMANAT_ENVELOPE_TAIL_LENGTH;

  size_t info = amanat_der_open(head, 0x30);
  amanat_der_append(head, auth_enveloped_data, sizeof(auth_enveloped_data));
  size_t wrapper = amanat_der_open(head, 0xA0), enveloped = amanat_der_open(head, 0x30);
  amanat_der_value(head, 0x02, version, sizeof(version));

  size_t recipients = amanat_der_open(head, 0x31);
  if (!amanat_recipient(head, certificate, derivation, key)) return AMANAT_CMS_RECIPIENT;
  amanat_der_close(head, recipients, 0);

  size_t encrypted = amanat_der_open(head, 0x30);
  amanat_der_append(head, data, sizeof(data));
  size_t algorithm = amanat_der_open(head, 0x30);
  amanat_der_append(head, aes_256_gcm, sizeof(aes_256_gcm));
  // GCMParameters (RFC 5084, section 3.2).
  size_t parameters = amanat_der_open(head, 0x30);
  amanat_der_value(head, 0x04, nonce, AMANAT_NONCE_LENGTH);
  amanat_der_value(head, 0x02, tag_length, sizeof(tag_length));
  amanat_der_close(head, parameters, 0);
  amanat_der_close(head, algorithm, 0);
  amanat_der_header(head, 0x80, content_length);
  amanat_der_close(head, encrypted, content_length);

  amanat_der_close(head, enveloped, following);
  amanat_der_close(head, wrapper, following);
  amanat_der_close(head, info, following);
  return head->failed ? AMANAT_CMS_MEMORY : AMANAT_CMS_DONE;
}

amanat_cms_step amanat_envelope_begin(const uint8_t *pem, size_t pem_length, const uint8_t *seed,
                                      const uint8_t *case_key, const uint8_t *content_sha256, size_t content_length,
                                      uint32_t volume, amanat_envelope **out) {
  amanat_cms_step step = AMANAT_CMS_CERTIFICATE;
  amanat_derivation derivation = {.seed = seed, .case_key = case_key, .volume = volume};
  uint8_t key[AMANAT_CONTENT_KEY_LENGTH] = {0}, nonce[AMANAT_NONCE_LENGTH] = {0};
  unsigned int written = 0;
  amanat_envelope *envelope = NULL;
  *out = NULL;
  X509 *certificate = amanat_read_certificate(pem, pem_length);
  if (!certificate) goto done;
  step = AMANAT_CMS_CONTENT;
  if (content_length > INT_MAX) goto done;
  step = AMANAT_CMS_CERTIFICATE;
  if (X509_digest(certificate, EVP_sha256(), derivation.certificate_sha256, &written) != 1 ||
      written != AMANAT_SHA256_LENGTH)
    goto done;
  memcpy(derivation.content_sha256, content_sha256, AMANAT_SHA256_LENGTH);

  step = AMANAT_CMS_MEMORY;
  envelope = OPENSSL_zalloc(sizeof(*envelope));
  if (!envelope) goto done;
  memcpy(envelope->content_sha256, content_sha256, AMANAT_SHA256_LENGTH);
  envelope->left = content_length;

  step = AMANAT_CMS_PREPARATION;
  if (!amanat_derive(&derivation, "amanat-envelope-1 content key", key, sizeof(key)) ||
      !amanat_derive(&derivation, "amanat-envelope-1 nonce", nonce, sizeof(nonce)) ||
      !start_content(envelope, key, nonce))
    goto done;
  step = write_head(&envelope->head, certificate, &derivation, key, nonce, content_length);
done:
  OPENSSL_cleanse(key, sizeof(key));
  X509_free(certificate);
  if (step == AMANAT_CMS_DONE)
    *out = envelope;
  else
    amanat_envelope_free(envelope);
  return step;
}

const uint8_t *amanat_envelope_head(const amanat_envelope *envelope, size_t *length) {
  *length = envelope->head.length;
  return envelope->head.bytes;
}

amanat_cms_step amanat_envelope_feed(amanat_envelope *envelope, const uint8_t *content, size_t length, uint8_t *out) {
  if (length == 0) return AMANAT_CMS_DONE;
  int written = 0;
  if (length > envelope->left || length > INT_MAX ||
      EVP_EncryptUpdate(envelope->cipher, out, &written, content, (int)length) != 1 || written != (int)length ||
      EVP_DigestUpdate(envelope->digest, content, length) != 1)
    return AMANAT_CMS_CONTENT;
  envelope->left -= length;
  return AMANAT_CMS_DONE;
}

amanat_cms_step amanat_envelope_finish(amanat_envelope *envelope, uint8_t *tail) {
  uint8_t digest[AMANAT_SHA256_LENGTH], nothing[AMANAT_TAG_LENGTH];
  unsigned int digest_length = 0;
  int written = 0;
  if (envelope->left != 0 || EVP_DigestFinal_ex(envelope->digest, digest, &digest_length) != 1 ||
      digest_length != sizeof(digest) || CRYPTO_memcmp(digest, envelope->content_sha256, sizeof(digest)) != 0 ||
      EVP_EncryptFinal_ex(envelope->cipher, nothing, &written) != 1 || written != 0)
    return AMANAT_CMS_CONTENT;
  tail[0] = 0x04;
  tail[1] = AMANAT_TAG_LENGTH;
  if (EVP_CIPHER_CTX_ctrl(envelope->cipher, EVP_CTRL_AEAD_GET_TAG, AMANAT_TAG_LENGTH, tail + 2) != 1)
    return AMANAT_CMS_ENCODING;
  return AMANAT_CMS_DONE;
}

void amanat_envelope_free(amanat_envelope *envelope) {
  if (!envelope) return;
  // Both functions cleanse their keys and their state.
  EVP_CIPHER_CTX_free(envelope->cipher);
  EVP_MD_CTX_free(envelope->digest);
  amanat_der_free(&envelope->head);
  OPENSSL_free(envelope);
}

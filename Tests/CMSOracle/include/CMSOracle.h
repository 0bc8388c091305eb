// The envelope of COpenSSL, made a second time by CMS_encrypt of OpenSSL. Only tests use it.
#ifndef AMANAT_CMS_ORACLE_H
#define AMANAT_CMS_ORACLE_H

#include <stddef.h>
#include <stdint.h>

/// Makes an envelope with CMS_encrypt_ex, in a library context of its own whose random numbers are the derived secrets.
///
/// The secrets are derived here a second time, as derivation.c of COpenSSL specifies them. Returns a buffer that the
/// caller frees with cms_oracle_release, or NULL.
uint8_t *cms_oracle_seal(const uint8_t *pem, size_t pem_length, const uint8_t *content, size_t length,
                         const uint8_t *seed, const uint8_t *case_key, uint32_t volume, size_t *out_length);

/// Frees a buffer that cms_oracle_seal returned.
void cms_oracle_release(uint8_t *buffer);

#endif

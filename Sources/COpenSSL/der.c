// A writer of DER (X.690, section 10) with definite lengths.
#include <openssl/crypto.h>
#include <string.h>

#include "internal.h"

// Makes room for more octets at the end, and says whether there is room.
static int reserve(amanat_der *der, size_t more) {
  if (der->failed) return 0;
  if (more <= der->capacity - der->length) return 1;
  size_t capacity = 2 * der->capacity + 1024;
  if (more > SIZE_MAX / 4 || der->capacity > SIZE_MAX / 4) {
    der->failed = 1;
    return 0;
  }
  if (capacity < der->length + more) capacity = der->length + more;
  uint8_t *bytes = OPENSSL_realloc(der->bytes, capacity);
  if (!bytes) {
    der->failed = 1;
    return 0;
  }
  der->bytes = bytes;
  der->capacity = capacity;
  return 1;
}

// Writes the length octets (X.690, section 8.1.3) in the fewest octets, and returns their number.
static size_t length_octets(size_t length, uint8_t out[1 + sizeof(size_t)]) {
  if (length < 128) {
    out[0] = (uint8_t)length;
    return 1;
  }
  size_t count = 0;
  for (size_t rest = length; rest > 0; rest >>= 8) count++;
  out[0] = (uint8_t)(0x80 | count);
  for (size_t place = 0; place < count; place++) out[1 + place] = (uint8_t)(length >> (8 * (count - 1 - place)));
  return 1 + count;
}

void amanat_der_append(amanat_der *der, const uint8_t *bytes, size_t length) {
  if (length == 0 || !reserve(der, length)) return;
  memcpy(der->bytes + der->length, bytes, length);
  der->length += length;
}

void amanat_der_header(amanat_der *der, uint8_t tag, size_t length) {
  uint8_t octets[1 + sizeof(size_t)];
  amanat_der_append(der, &tag, 1);
  amanat_der_append(der, octets, length_octets(length, octets));
}

void amanat_der_value(amanat_der *der, uint8_t tag, const uint8_t *bytes, size_t length) {
  amanat_der_header(der, tag, length);
  amanat_der_append(der, bytes, length);
}

size_t amanat_der_open(amanat_der *der, uint8_t tag) {
  amanat_der_append(der, &tag, 1);
  return der->length;
}

void amanat_der_close(amanat_der *der, size_t place, size_t following) {
  if (der->failed) return;
  uint8_t octets[1 + sizeof(size_t)];
  size_t contents = der->length - place;
  size_t count = length_octets(contents + following, octets);
  if (!reserve(der, count)) return;
  memmove(der->bytes + place + count, der->bytes + place, contents);
  memcpy(der->bytes + place, octets, count);
  der->length += count;
}

void amanat_der_free(amanat_der *der) {
  OPENSSL_free(der->bytes);
  der->bytes = NULL;
  der->length = der->capacity = 0;
}

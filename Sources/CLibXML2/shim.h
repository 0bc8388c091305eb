// The parts of libxml2 that Markup uses, and small functions for the parts that Swift cannot call.
#ifndef AMANAT_CLIBXML2_H
#define AMANAT_CLIBXML2_H

// libxml2's headers can include the types of ICU, which conflict with those of Foundation. This switches them off
// before another header is read.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

/// The first fault: an error code of libxml2 and a line. Messages are not kept, because they can quote the document.
typedef struct {
  int code;
  int line;
  int saw_doctype;
  int not_utf8;
  int crowded;
} amanat_xml_fault;

/// The most attributes that a tag may have. The time that libxml2 needs is quadratic in this number.
static const int amanat_xml_attribute_limit = 1000;

/// Fills libxml2's static tables. It must be called once, before any other function, because libxml2 would fill them
/// later without a lock.
static inline void amanat_xml_prepare(void) {
  xmlInitParser();
  xmlSchemaInitTypes();
  xmlRelaxNGInitTypes();
}

/// Checks bytes before libxml2 reads them, because libxml2 treats a NUL byte as the end of the document, decodes other
/// encodings than UTF-8, and does not limit the number of attributes. Returns 0 and fills `fault` if a check fails,
/// else returns 1. Bytes can be compared one by one: in UTF-8 no ASCII byte is a part of another character.
static inline int amanat_xml_look(const char *bytes, int length, amanat_xml_fault *fault) {
  const char *from = bytes, *end = bytes + length;
  // "<?xm" in EBCDIC, which libxml2 would decode.
  if (length >= 4 && !memcmp(bytes, "\x4c\x6f\xa7\x94", 4)) fault->not_utf8 = 1;
  int attributes = 0, equals = 0;
  fault->line = 1;
  for (; from < end; from++) {
    char byte = *from;
    if (byte == '\n') fault->line++;
    if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n') continue;
    // No tag starts inside a tag: '<' is not allowed in an attribute's value.
    if (byte == '<') attributes = 0;
    if (equals && (byte == '"' || byte == '\'') && ++attributes > amanat_xml_attribute_limit) fault->crowded = 1;
    if (byte == 0) fault->not_utf8 = 1;
    if (fault->crowded || fault->not_utf8) return 0;
    equals = byte == '=';
  }
  fault->line = 0;
  return 1;
}

/// Stops the parser if the XML declaration names another encoding than UTF-8.
static inline void stop_at_encoding(void *context) {
  xmlParserCtxtPtr parser = context;
  amanat_xml_fault *fault = parser->_private;
  xmlSAX2StartDocument(context);
  const xmlChar *declared = parser->encoding;
  if (!declared && parser->input) declared = parser->input->encoding;
  if (declared && xmlStrcasecmp(declared, (const xmlChar *)"UTF-8") != 0) {
    fault->not_utf8 = 1;
    fault->line = 1;
    xmlStopParser(parser);
  }
}

static inline void stop_at_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  xmlParserCtxtPtr parser = context;
  amanat_xml_fault *fault = parser->_private;
  fault->saw_doctype = 1;
  fault->line = parser->input ? parser->input->line : 0;
  xmlStopParser(parser);
}

/// Frees a string that libxml2 allocated. Swift 6 cannot use xmlFree itself, because it is a mutable global variable.
static inline void amanat_xml_release(xmlChar *string) { xmlFree(string); }

/// Keeps the first error and prints nothing. Later errors are consequences of the first.
static inline void keep_first_error(void *context, xmlErrorPtr error) {
  xmlParserCtxtPtr parser = context;
  if (!parser || error->level < XML_ERR_ERROR) return;
  amanat_xml_fault *fault = parser->_private;
  if (!fault || fault->code || fault->saw_doctype || fault->not_utf8) return;
  fault->code = error->code;
  fault->line = error->line;
}

/// Discards libxml2's messages of faults outside a parser, for example in a converter between encodings. These messages
/// quote the document's bytes.
static inline void amanat_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/// Parses bytes without network, entities or DTDs. Returns NULL and fills `fault` on failure. A DOCTYPE stops the
/// parser at once. The caller owns the document and must free it with xmlFreeDoc.
static inline xmlDocPtr amanat_xml_parse(const char *bytes, int length, amanat_xml_fault *fault) {
  memset(fault, 0, sizeof *fault);
  if (!amanat_xml_look(bytes, length, fault)) return NULL;
  // The handler belongs to the thread, so it is set in each call.
  xmlSetGenericErrorFunc(NULL, amanat_silent);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = fault;
  parser->sax->internalSubset = stop_at_doctype;
  parser->sax->startDocument = stop_at_encoding;
  parser->sax->serror = keep_first_error;
  // BIG_LINES: line numbers above 65535 are correct. Without HUGE, libxml2's own limits on depth and size apply.
  xmlDocPtr document = xmlCtxtReadMemory(parser, bytes, length, NULL, NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                             XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  // An undeclared prefix is an error, but libxml2 still reports the document as well-formed.
  int broken = !document || !parser->wellFormed || !parser->nsWellFormed || fault->saw_doctype || fault->not_utf8 ||
               fault->code || parser->lastError.level >= XML_ERR_ERROR;
  if (broken) {
    if (!fault->code) {
      fault->code = parser->lastError.code;
      if (!fault->saw_doctype && !fault->not_utf8) fault->line = parser->lastError.line;
    }
    if (document) xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(parser);
  return document;
}

/// Returns the first element, in document order, that has more than `limit` child elements; NULL if there is none.
static inline xmlNodePtr amanat_xml_crowded(xmlDocPtr document, long limit) {
  xmlNodePtr root = xmlDocGetRootElement(document), node = root;
  while (node) {
    long count = 0;
    for (xmlNodePtr child = node->children; child && node->type == XML_ELEMENT_NODE; child = child->next)
      if (child->type == XML_ELEMENT_NODE && ++count > limit) return node;
    if (node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    while (node && node != root && !node->next) node = node->parent;
    node = node == root ? NULL : node ? node->next : NULL;
  }
  return NULL;
}

struct verdict {
  amanat_xml_fault *fault;
  char *element;
  int capacity;
};

static inline void keep_first(void *context, xmlErrorPtr error) {
  struct verdict *verdict = context;
  if (verdict->fault->code) return;
  verdict->fault->code = error->code;
  verdict->fault->line = error->line;
  xmlNodePtr node = error->node;
  if (node) {
    if (node->type == XML_ATTRIBUTE_NODE) node = node->parent;
    long line = xmlGetLineNo(node);
    if (line > 0) verdict->fault->line = (int)line;
    if (node->type == XML_ELEMENT_NODE && node->name && verdict->capacity > 0) {
      strncpy(verdict->element, (const char *)node->name, verdict->capacity - 1);
      verdict->element[verdict->capacity - 1] = 0;
    }
  }
}

/// Checks a document against a RELAX NG schema. Returns 0 if it is valid, 1 if it is not (and fills `fault`), -1 if the
/// schema itself cannot be read. `element` receives the name of the element at fault, with its NUL at most `capacity`
/// bytes.
static inline int amanat_xml_validate(xmlDocPtr document, const char *schema, int length, amanat_xml_fault *fault, char *element,
                        int capacity) {
  memset(fault, 0, sizeof *fault);
  if (capacity > 0) element[0] = 0;
  struct verdict verdict = {fault, element, capacity};
  xmlRelaxNGParserCtxtPtr reader = xmlRelaxNGNewMemParserCtxt(schema, length);
  if (!reader) return -1;
  xmlRelaxNGSetParserStructuredErrors(reader, (xmlStructuredErrorFunc)keep_first, &verdict);
  xmlRelaxNGPtr grammar = xmlRelaxNGParse(reader);
  xmlRelaxNGFreeParserCtxt(reader);
  if (!grammar) return -1;
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(grammar);
  int result = -1;
  if (validator) {
    xmlRelaxNGSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)keep_first, &verdict);
    result = xmlRelaxNGValidateDoc(validator, document) == 0 ? 0 : 1;
    xmlRelaxNGFreeValidCtxt(validator);
  }
  xmlRelaxNGFree(grammar);
  return result;
}

#endif

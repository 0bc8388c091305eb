// The parts of libxml2 that Markup uses, and the thinnest shims over what Swift cannot call.
#ifndef AMANAT_CLIBXML2_H
#define AMANAT_CLIBXML2_H

// ICU's types, dragged in by libxml2's headers, clash with Foundation's: switch them off before anything reads them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

/// What went wrong first: a libxml2 code and a line. Messages are not kept, for they can quote the document.
typedef struct {
  int code;
  int line;
  int saw_doctype;
  int not_utf8;
  int crowded;
} amanat_xml_fault;

/// The most attributes that a tag may have: libxml2's time is quadratic in them.
static const int amanat_xml_attribute_limit = 1000;

/// Fills libxml2's static tables, which it does lazily and without a lock. Once, before anything else.
static inline void amanat_xml_prepare(void) {
  xmlInitParser();
  xmlSchemaInitTypes();
  xmlRelaxNGInitTypes();
}

/// Looks at bytes before libxml2 does, which ends at a NUL byte as if the document did, decodes what is not UTF-8, and
/// counts no attributes. Answers 0 and fills `fault` where it objects. In UTF-8 no byte of a tag is another's part.
static inline int amanat_xml_look(const char *bytes, int length, amanat_xml_fault *fault) {
  const char *from = bytes, *end = bytes + length;
  // EBCDIC's "<?xm", which libxml2 would decode.
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

/// Stops where the XML declaration names an encoding that is not UTF-8.
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

/// Frees a string that libxml2 allocated; its own xmlFree is a mutable global, which Swift 6 does not let one read.
static inline void amanat_xml_release(xmlChar *string) { xmlFree(string); }

/// Keeps the first error and says nothing: those that follow it are its consequences.
static inline void keep_first_error(void *context, xmlErrorPtr error) {
  xmlParserCtxtPtr parser = context;
  if (!parser || error->level < XML_ERR_ERROR) return;
  amanat_xml_fault *fault = parser->_private;
  if (!fault || fault->code || fault->saw_doctype || fault->not_utf8) return;
  fault->code = error->code;
  fault->line = error->line;
}

/// Takes libxml2's messages of faults that no parser owns, such as those of a converter between encodings, and prints
/// nothing: they quote the document's bytes.
static inline void amanat_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/// Parses bytes without network, entities or DTDs. Answers NULL and fills `fault` on failure; a DOCTYPE stops the
/// parser where it stands. The caller owns the document and frees it with xmlFreeDoc.
static inline xmlDocPtr amanat_xml_parse(const char *bytes, int length, amanat_xml_fault *fault) {
  memset(fault, 0, sizeof *fault);
  if (!amanat_xml_look(bytes, length, fault)) return NULL;
  // The handler belongs to the thread, so it is set wherever a thread parses.
  xmlSetGenericErrorFunc(NULL, amanat_silent);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = fault;
  parser->sax->internalSubset = stop_at_doctype;
  parser->sax->startDocument = stop_at_encoding;
  parser->sax->serror = keep_first_error;
  // BIG_LINES: line numbers beyond 65535 stay true. No HUGE: libxml2's own limits on depth and size stand.
  xmlDocPtr document = xmlCtxtReadMemory(parser, bytes, length, NULL, NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                             XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  // An undeclared prefix is an error that leaves the document well-formed.
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

/// Answers the first element, in document order, that has more than `limit` elements in it; NULL where none has.
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

/// Holds a document against a RELAX NG schema. Answers 0 when valid, 1 when not (with `fault`), -1 when the schema
/// itself cannot be read. `element` receives the name of the offending element, at most `capacity` bytes.
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

package org.redress.intake.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * XML as the same tree that JSON is: elements are entries, repeated ones a list, attributes begin
 * with {@code @}, and an element with nothing but text is that text. The outermost element is left
 * out.
 */
final class XmlTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  private XmlTree() {}

  /** Not XML, or XML with a document type, which could make the reader fetch or multiply things. */
  static final class NoXml extends Exception {

    private static final long serialVersionUID = 1L;

    NoXml(String what) {
      super(what);
    }
  }

  static JsonNode read(byte[] bytes) throws NoXml {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setCoalescing(true);
      var reader = factory.newDocumentBuilder();
      reader.setErrorHandler(new DefaultHandler());
      return tree(reader.parse(new ByteArrayInputStream(bytes)).getDocumentElement(), 1);
    } catch (SAXException | IOException e) {
      throw new NoXml(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode tree(Element element, int depth) throws NoXml {
    if (depth > DEEPEST) {
      throw new NoXml("more than %d elements inside one another".formatted(DEEPEST));
    }
    var object = NODES.objectNode();
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      object.put("@" + attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    var text = new StringBuilder();
    for (Node part = element.getFirstChild(); part != null; part = part.getNextSibling()) {
      if (part instanceof Element inner) {
        add(object, inner.getNodeName(), tree(inner, depth + 1));
      } else if (part.getNodeType() == Node.TEXT_NODE) {
        text.append(part.getNodeValue());
      }
    }
    if (object.isEmpty()) {
      return NODES.stringNode(text.toString());
    }
    if (!text.toString().isBlank()) {
      object.put("#text", text.toString());
    }
    return object;
  }

  private static void add(ObjectNode object, String name, JsonNode value) {
    var there = object.get(name);
    if (there == null) {
      object.set(name, value);
    } else if (there.isArray()) {
      there.asArray().add(value);
    } else {
      object.set(name, NODES.arrayNode().add(there).add(value));
    }
  }
}

package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import org.rollcall.support.Pages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/// A schema of `docs/schema`. It has to know each name that is printed.
public final class OutputSchema {
  private final JsonSchema schema;

  private OutputSchema(JsonSchema schema) {
    this.schema = schema;
  }

  /// @param name the file's, without its ending
  public static OutputSchema of(String name) {
    var text = Pages.read("docs/schema/%s.schema.json".formatted(name));
    return new OutputSchema(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(strict(JsonMapper.shared().readTree(text)).toString()));
  }

  /// Fails where `printed` is not as the schema says.
  public void assertDescribes(String printed) {
    assertThat(schema.validate(printed, InputFormat.JSON)).isEmpty();
  }

  /// A reader skips names that it does not know; here every name has to be known.
  private static JsonNode strict(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(OutputSchema::strict);
    return schema;
  }
}

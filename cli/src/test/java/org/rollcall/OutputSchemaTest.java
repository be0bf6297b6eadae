package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.support.Pages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/// The schemas in `docs/schema` describe what the program prints: each name, and no other.
class OutputSchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path GOLDEN =
      Path.of(System.getProperty("rollcall.module", "."), "src/test/resources/golden");

  @ParameterizedTest
  @CsvSource({
    "plan, plan.json",
    "plan, plan-refused.json",
    "plan, undo.json",
    "report, report.json",
    "report, report-masked.json"
  })
  void what_is_printed_is_described(String schema, String printed) throws IOException {
    var strict = strict(JSON.readTree(Pages.read("docs/schema/%s.schema.json".formatted(schema))));
    var mistakes =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(strict.toString())
            .validate(Files.readString(GOLDEN.resolve(printed)), InputFormat.JSON);
    assertThat(mistakes).isEmpty();
  }

  /// A reader skips names that it does not know; here every name has to be known.
  private static JsonNode strict(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(OutputSchemaTest::strict);
    return schema;
  }
}

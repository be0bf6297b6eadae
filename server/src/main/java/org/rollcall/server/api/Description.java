package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API is, as OpenAPI 3.1 has it. It is written as YAML and served as JSON.
///
/// @param openapi the whole description
public record Description(JsonNode openapi) implements Routes {
  private static final String FILE = "openapi.yaml";

  /// Reads it.
  public static Description read() {
    try (var yaml = Description.class.getResourceAsStream(FILE)) {
      if (yaml == null) {
        throw new IllegalStateException(FILE + " is missing.");
      }
      var read = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      return new Description(JsonMapper.shared().valueToTree(read));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/openapi.json", context -> Answer.with(openapi, context), Needs.VIEWER);
  }
}

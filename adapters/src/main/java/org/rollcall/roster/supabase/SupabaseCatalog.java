package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.ColumnTypes;
import org.rollcall.roster.Patience;
import org.rollcall.survey.Catalog;
import org.rollcall.survey.SchemaTables;
import org.rollcall.transport.BoundedJson;
import tools.jackson.databind.JsonNode;

/// The tables of a schema as the REST API describes itself, in OpenAPI. A project may keep that
/// description to itself.
///
/// @param query names the schema
/// @param patience the retries for a question without an answer
public record SupabaseCatalog(SupabaseProject project, RosterQuery query, Patience patience)
    implements Catalog {
  private static final String OPENAPI = "application/openapi+json, application/json;q=0.9";

  @Override
  public Optional<SchemaTables> tables() throws InterruptedException {
    try (var wire = new Wire(project, patience, _ -> {})) {
      return patience.until(
          "The REST API's list of tables in schema " + query.schema(), _ -> {}, () -> once(wire));
    }
  }

  private Attempt<Optional<SchemaTables>> once(Wire wire) throws InterruptedException {
    try {
      return wire.send(request(), this::judged);
    } catch (Wire.Unanswered unanswered) {
      return unanswered.attempt();
    }
  }

  private HttpRequest request() {
    var root = project.url().toString().replaceAll("/+$", "");
    return project
        .request(URI.create(root + "/rest/v1/"), query.schema())
        .setHeader("Accept", OPENAPI)
        .build();
  }

  private Attempt<Optional<SchemaTables>> judged(HttpResponse<String> response) {
    if (response.statusCode() == 200) {
      return new Attempt.Got<>(
          BoundedJson.read(response.body())
              .map(json -> json.path("definitions"))
              .filter(JsonNode::isObject)
              .map(SupabaseCatalog::described));
    }
    if (response.statusCode() == 404 || response.statusCode() == 406) {
      return new Attempt.Got<>(Optional.empty());
    }
    return switch (new Judge(query, project.key()).verdict(query.table(), response)) {
      case Verdict.Passing(var why, var atLeast) -> passing(why, atLeast);
      case Verdict.TooSlow(var why) -> passing(why, Duration.ZERO);
      case Verdict.Locked(var why) -> passing(why, Duration.ZERO);
      case Verdict.Final(var stop) -> throw stop;
      case Verdict.Unlisted(var stop) -> throw stop;
      case Verdict.Rows _, Verdict.NoForeignKey _ -> new Attempt.Got<>(Optional.empty());
    };
  }

  private static SchemaTables described(JsonNode definitions) {
    var types = new ColumnTypes();
    definitions
        .properties()
        .forEach(table ->
            table
                .getValue()
                .path("properties")
                .properties()
                .forEach(
                    column -> types.add(table.getKey(), column.getKey(), type(column.getValue()))));
    return new SchemaTables(types.tables());
  }

  private static String type(JsonNode column) {
    return column.path("type").asString("").equals("array")
        ? "array"
        : column.path("format").asString("text");
  }

  private static Attempt<Optional<SchemaTables>> passing(String why, Duration atLeast) {
    return new Attempt.Passing<>(why, atLeast, Optional.empty());
  }
}

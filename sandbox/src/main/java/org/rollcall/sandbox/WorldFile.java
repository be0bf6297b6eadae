package org.rollcall.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// A world in YAML or JSON. Every key is optional:
///
/// ```yaml
/// workspace: club          # the workspace's id; "sandbox" by default
/// name: The Club           # its name
/// region: EU               # US, EU or AU
/// token: secret            # its access token; "sandbox" by default
/// attributes:              # custom attributes; a name alone means a text
///   - region
///   - { name: age, type: integer }
///   - { name: tier, type: options, options: [gold, basic], description: How much they pay }
///   - { name: old, archived: true, writable: false }
/// contacts:                # in any order; missing ids are assigned
///   - { external_id: "1001", email: ann@example.org, name: Ann, phone: "+12025550101",
///       custom_attributes: { region: GL }, created_at: 2024-01-31T08:00:00Z }
///   - { external_id: "1002", email: bob@example.org, state: archived }
///   - { external_id: "1003", email: cy@example.org, state: blocked }
///   - { external_id: "1004", email: di@example.org, state: doomed }
///   - { role: lead, email: ann@example.org, id: lee }
///   - { external_id: "1005", state: merged, merged_into: lee }
/// behaviour:               # open questions; by default the first answer
///   search_lag: 0s
///   known_email: second_user
///   unblock_call: missing
///   bulk: { takes: 5s, shows_after: 10s, rejects_every: 100 }
/// faults:                  # failing calls; the first rule that applies decides
///   seed: 7
///   rules:
///     - { fault: bad_gateway, on: [create, update], first: 3, times: 2 }
///     - { fault: rate_limited, share: 0.05 }
/// ```
///
/// Times are Unix seconds or in the form `2024-01-31T08:00:00Z`.
///
/// @param world the workspace and its contacts
/// @param behaviour how the sandbox behaves where Intercom's documentation is silent
/// @param faults which calls fail
public record WorldFile(World world, Behaviour behaviour, Faults faults) {
  private static final Set<String> KEYS =
      Set.of(
          "workspace", "name", "region", "token", "attributes", "contacts", "behaviour", "faults");

  private static final Set<String> BULK_KEYS = Set.of("takes", "shows_after", "rejects_every");

  /// A world in which no call fails.
  public static WorldFile of(World world) {
    return new WorldFile(world, Behaviour.DEFAULT, Faults.none());
  }

  /// Reads a file.
  ///
  /// @throws WorldMistake when its content is not valid
  /// @throws IOException when it cannot be read
  public static WorldFile read(Path file) throws IOException {
    return parse(file.getFileName().toString(), Files.readString(file));
  }

  /// Reads the text of a file.
  ///
  /// @param name the name of the file in messages
  /// @throws WorldMistake when the text is not valid
  static WorldFile parse(String name, String text) {
    var file = YamlPart.parse(name, text).mapping(KEYS);
    var world = new World(workspace(file));
    file.find("attributes").ifPresent(part -> AttributeYaml.readAll(part, world));
    file.find("contacts").ifPresent(part -> ContactYaml.readAll(part, world));
    var faults = file.find("faults").map(FaultsYaml::read).orElseGet(Faults::none);
    return new WorldFile(world, behaviour(file), faults);
  }

  private static SandboxWorkspace workspace(YamlMapping file) {
    var standard = SandboxWorkspace.sandbox("sandbox");
    return new SandboxWorkspace(
        file.text("workspace", standard.id()),
        file.text("name", standard.name()),
        file.text("region", standard.region()),
        file.text("token", standard.token()));
  }

  private static Behaviour behaviour(YamlMapping file) {
    var behaviour = Behaviour.DEFAULT;
    var part = file.find("behaviour");
    if (part.isPresent()) {
      for (var entry : part.get().mapping().entries().entrySet()) {
        behaviour = chosen(behaviour, entry.getKey(), entry.getValue());
      }
    }
    return behaviour;
  }

  private static Behaviour chosen(Behaviour behaviour, String question, YamlPart answer) {
    if (question.equals("search_lag")) {
      var lag = answer.read(TimeSpan::parse, "a span of time such as 2m");
      return behaviour.withSearchLag(lag);
    }
    if (question.equals("bulk")) {
      return behaviour.withBulk(bulk(answer.mapping(BULK_KEYS)));
    }
    return Choices.named(question, answer.text())
        .map(behaviour::with)
        .orElseThrow(() -> answer.mistake(Choices.expected(question, answer.text())));
  }

  private static Behaviour.Bulk bulk(YamlMapping bulk) {
    return new Behaviour.Bulk(
        span(bulk, "takes"),
        span(bulk, "shows_after"),
        bulk.find("rejects_every")
            .map(part -> part.read(Integer::valueOf, "a whole number"))
            .orElse(0));
  }

  private static Duration span(YamlMapping bulk, String key) {
    return bulk.find(key)
        .map(part -> part.read(TimeSpan::parse, "a span of time such as 5s"))
        .orElse(Duration.ZERO);
  }
}

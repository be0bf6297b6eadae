package org.rollcall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.RefusedFields;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Remembers refused fields in a small file that its owner alone may read: a line of JSON for each.
///
/// A file or a line that cannot be read counts as no memory, and a file that cannot be written is
/// told and nothing more. It is replaced whole or not at all.
public final class RefusedFieldsFile implements RefusedFields {
  private final Path file;
  private final Consumer<String> trouble;
  private @Nullable Map<MemberId, Map<FieldName, FieldDigest>> read;

  /// @param file where they are kept; its folder is made when needed
  /// @param trouble told, as a sentence, when the file cannot be written
  public RefusedFieldsFile(Path file, Consumer<String> trouble) {
    this.file = file;
    this.trouble = trouble;
  }

  @Override
  public Map<FieldName, FieldDigest> of(MemberId member) {
    return known().getOrDefault(member, Map.of());
  }

  @Override
  public void remember(List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    refusals.forEach(each -> add(known(), each));
    try {
      write();
    } catch (IOException unwritable) {
      trouble.accept(
          "What Intercom refused could not be kept in %s (%s); the next run sends it again."
              .formatted(file, unwritable.getClass().getSimpleName()));
    }
  }

  private Map<MemberId, Map<FieldName, FieldDigest>> known() {
    var known = read;
    if (known == null) {
      known = read();
      read = known;
    }
    return known;
  }

  private Map<MemberId, Map<FieldName, FieldDigest>> read() {
    var known = new LinkedHashMap<MemberId, Map<FieldName, FieldDigest>>();
    try (var lines = Files.lines(file)) {
      lines.flatMap(line -> refusal(line).stream()).forEach(each -> add(known, each));
      return known;
    } catch (IOException | UncheckedIOException _) {
      return new LinkedHashMap<>();
    }
  }

  private static void add(Map<MemberId, Map<FieldName, FieldDigest>> known, Refusal refusal) {
    known
        .computeIfAbsent(refusal.member(), _ -> new LinkedHashMap<>())
        .put(refusal.field(), refusal.digest());
  }

  private static Optional<Refusal> refusal(String line) {
    try {
      var node = JsonMapper.shared().readTree(line);
      return Optional.of(
          new Refusal(
              new MemberId(text(node, "member")),
              new FieldName(text(node, "field")),
              new FieldDigest(text(node, "digest"))));
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  /// A temporary file is made readable by its owner alone, and stays so when it is moved.
  private void write() throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new");
    try {
      Files.write(fresh, text().getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private String text() {
    return known().entrySet().stream()
        .flatMap(each ->
            each.getValue().entrySet().stream()
                .map(field -> line(each.getKey(), field.getKey(), field.getValue())))
        .collect(Collectors.joining());
  }

  private static String line(MemberId member, FieldName field, FieldDigest digest) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("member", member.value())
            .put("field", field.value())
            .put("digest", digest.hex());
    return JsonMapper.shared().writeValueAsString(node) + "\n";
  }
}

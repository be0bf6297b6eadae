package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of a whole benchmark.
///
/// @param began when, as ISO 8601
/// @param command what was called
/// @param minutes how long all of it took
/// @param growth a night with 100 changed against the number of members
record Results(
    String began,
    String command,
    double minutes,
    Machine machine,
    List<Measured> nights,
    List<Measured> growth) {
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    Files.writeString(file, json + "\n");
  }
}

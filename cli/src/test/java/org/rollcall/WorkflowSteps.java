package org.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.support.YamlText;

/// The shell steps of a workflow for GitHub, run as its machines run them: one after the other with
/// `bash -e`, with the variables of the workflow and of the step.
///
/// @param folder what is checked out
/// @param around variables that are there whatever the workflow says; they win
/// @param values what stands for each `${{ expression }}`
record WorkflowSteps(
    String file, Path folder, Map<String, String> around, Map<String, String> values) {
  static final String NIGHT = "deploy/github/rollcall-night.yml";
  static final String PLAN = "deploy/github/rollcall-plan.yml";
  static final String DOWNLOAD = "Download Rollcall and check it";

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

  /// The end of the step called `name`.
  ShellRun run(String job, String name) throws IOException, InterruptedException {
    var step = step(job, name);
    var script =
        Files.writeString(temporary().resolve("step.sh"), filled((String) step.get("run")));
    var environment = new HashMap<String, String>();
    add(environment, YamlText.documents(file).getFirst().get("env"));
    add(environment, step.get("env"));
    environment.put("RUNNER_TEMP", temporary().toString());
    environment.put("GITHUB_PATH", temporary().resolve("path").toString());
    environment.put("GITHUB_STEP_SUMMARY", summary().toString());
    environment.putAll(around);
    environment.put("PATH", addedToPath() + ":" + around.getOrDefault("PATH", "/usr/bin:/bin"));
    return ShellRun.of(folder, environment, "bash", "-e", script.toString());
  }

  /// The folder for temporary files, which outlives a step.
  Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("../temporary").normalize());
  }

  /// What the page of the workflow's run shows.
  Path summary() throws IOException {
    return temporary().resolve("summary.md");
  }

  private String addedToPath() throws IOException {
    var path = temporary().resolve("path");
    return Files.exists(path) ? String.join(":", Files.readAllLines(path)) : "/nowhere";
  }

  private Map<?, ?> step(String job, String name) {
    var steps = (List<?>) YamlText.at(file, "jobs", job, "steps");
    return steps.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }

  private void add(Map<String, String> environment, Object variables) {
    if (variables instanceof Map<?, ?> map) {
      map.forEach((name, value) -> environment.put((String) name, filled(value.toString())));
    }
  }

  private String filled(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}

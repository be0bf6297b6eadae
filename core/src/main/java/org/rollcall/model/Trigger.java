package org.rollcall.model;

import java.util.List;
import java.util.Map;

/// What started a run, as far as the process can tell.
public enum Trigger {
  /// Somebody at a terminal.
  COMMAND_LINE("the command line"),
  /// A unit of systemd, usually by its timer.
  SYSTEMD("systemd"),
  CRON("cron"),
  /// A workflow of GitHub Actions.
  GITHUB("GitHub"),
  KUBERNETES("Kubernetes"),
  /// The schedule of the service.
  SCHEDULE("the schedule"),
  /// A program that asked the service.
  API("the API"),
  /// Somebody at a page of the service.
  PAGE("a page"),
  UNKNOWN("an unknown trigger");

  private static final List<String> CRONS = List.of("cron", "crond", "anacron", "supercronic");

  private final String words;

  Trigger(String words) {
    this.words = words;
  }

  /// As a sentence names it: `by cron`.
  public String words() {
    return words;
  }

  /// @param environment the process's variables
  /// @param terminal whether a person's terminal is on both ends of the process
  /// @param ancestors the names of the processes above this one
  public static Trigger of(
      Map<String, String> environment, boolean terminal, List<String> ancestors) {
    if (environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      return GITHUB;
    }
    // A terminal may itself be a unit of systemd, or stand in a pod.
    if (terminal) {
      return COMMAND_LINE;
    }
    if (ancestors.stream().anyMatch(CRONS::contains)) {
      return CRON;
    }
    if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
      return KUBERNETES;
    }
    return environment.containsKey("INVOCATION_ID") ? SYSTEMD : UNKNOWN;
  }
}

package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The bulk jobs of a world and the state of each. Not thread-safe: callers hold the world's lock.
final class BulkJobs {
  /// The state of a task or a job.
  enum State {
    PENDING,
    COMPLETED,
    COMPLETED_WITH_ERRORS
  }

  /// What a bulk call does to its contacts.
  enum Deed {
    CREATE,
    UPDATE
  }

  /// The contacts of one bulk call.
  static final class Task {
    final String id;
    final Deed deed;
    final List<ObjectNode> items;
    final ApiVersion version;
    final Instant created;
    final Instant due;
    State state = State.PENDING;

    Task(String id, Deed deed, List<ObjectNode> items, CallInput input, Instant due) {
      this.id = id;
      this.deed = deed;
      this.items = List.copyOf(items);
      this.version = input.version();
      this.created = input.now();
      this.due = due;
    }
  }

  private final Map<String, List<Task>> jobs = new LinkedHashMap<>();
  private int tasks;
  private int items;

  /// Creates a job without tasks and returns its id.
  String open() {
    var id = "job_v2_" + (jobs.size() + 1);
    jobs.put(id, new ArrayList<>());
    return id;
  }

  /// The tasks of a job; empty if there is no such job.
  Optional<List<Task>> tasks(String job) {
    return Optional.ofNullable(jobs.get(job));
  }

  void add(String job, Deed deed, List<ObjectNode> contacts, CallInput input, Instant due) {
    tasks(job).orElseThrow().add(new Task("task_v2_" + ++tasks, deed, contacts, input, due));
  }

  /// The pending tasks that are due by `now`, in the order in which they were accepted.
  List<Task> due(Instant now) {
    return jobs.values().stream()
        .flatMap(List::stream)
        .filter(task -> task.state == State.PENDING && !task.due.isAfter(now))
        .toList();
  }

  /// Counts one processed contact; the count covers all jobs.
  int count() {
    return ++items;
  }
}

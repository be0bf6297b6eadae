package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The bulk jobs of a world and how far each has come. Not safe for use by several threads: it is
/// used under the world's lock.
final class BulkJobs {
  /// How far a task or a job is.
  enum State {
    PENDING,
    COMPLETED,
    COMPLETED_WITH_ERRORS
  }

  /// One bulk call's contacts.
  static final class Task {
    final String id;
    final List<ObjectNode> items;
    final ApiVersion version;
    final Instant created;
    final Instant due;
    State state = State.PENDING;

    Task(String id, List<ObjectNode> items, Asked asked, Instant due) {
      this.id = id;
      this.items = List.copyOf(items);
      this.version = asked.version();
      this.created = asked.now();
      this.due = due;
    }
  }

  private final Map<String, List<Task>> jobs = new LinkedHashMap<>();
  private int tasks;
  private int items;

  /// A job without tasks.
  String open() {
    var id = "job_v2_" + (jobs.size() + 1);
    jobs.put(id, new ArrayList<>());
    return id;
  }

  /// The tasks of a job; empty where there is no such job.
  Optional<List<Task>> tasks(String job) {
    return Optional.ofNullable(jobs.get(job));
  }

  void add(String job, List<ObjectNode> contacts, Asked asked, Instant due) {
    tasks(job).orElseThrow().add(new Task("task_v2_" + ++tasks, contacts, asked, due));
  }

  /// Tasks that are to be worked off by now, those accepted first first.
  List<Task> due(Instant now) {
    return jobs.values().stream()
        .flatMap(List::stream)
        .filter(task -> task.state == State.PENDING && !task.due.isAfter(now))
        .toList();
  }

  /// Counts one contact worked off, over all jobs.
  int count() {
    return ++items;
  }
}
